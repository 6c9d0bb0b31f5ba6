"""The table's cells: every request of a clean walk, and each kind of trouble it can meet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.events import Event


@dataclass(frozen=True)
class Trouble:
    """A fault at a port's operation: `count` uses of it, `delay` seconds of the bench's clock."""

    kind: str
    count: int = 1
    delay: float = 0.0

    @property
    def name(self) -> str:
        """`unauthorized ×2`."""
        return self.kind if self.count == 1 else f"{self.kind} ×{self.count}"


@dataclass(frozen=True)
class Cell:
    """One walk: `trouble` at the first uses of `operation` at `port`, from the start or from an event on."""

    errand: str
    port: str
    operation: str
    trouble: Trouble
    after: str = ""
    """Kind of the event from which on the fault lies in wait, such as `esim.installing`."""

    @property
    def step(self) -> str:
        """What is disturbed, for the table."""
        return " ".join(filter(None, (self.port, self.operation, self.after and f"from {self.after} on")))


CLIENT = (
    Trouble("unreachable"), Trouble("timeout"), Trouble("slow", delay=20.0), Trouble("broken"), Trouble("lost"),
    Trouble("unauthorized"), Trouble("unauthorized", 2),
)  # fmt: skip
"""A refused token is renewed without a word; the second refusal ends the sign-in."""
SERVER = (Trouble("down"), Trouble("slow", delay=20.0), Trouble("token_refused"))
PORTS = {"car": ("car.http", CLIENT), "phone": ("phone.http", CLIENT), "cloud": ("cloud.server", SERVER)}
WITHOUT_TOKEN = ("/.well-known/", "/oauth/device_authorization", "/oauth/authorize", "/oauth/revoke", "/device")
"""Where the server looks at no token."""

LINE = (Trouble("silence", 2), Trouble("garbage", 2), Trouble("unplugged"), Trouble("urc_inside", 3))
STATIONS = ("checking", "preparing", "downloading", "installing", "activating", "connecting")
CAMERA = (Trouble("missing"), Trouble("lost"), Trouble("dark", 20), Trouble("blurred", 20))
CARD = (Trouble("busy"), Trouble("error"))
DEVICES = (
    *(
        Cell("bmw-car-email", "modem.line", "AT", trouble, f"esim.{station}")
        for station in STATIONS
        for trouble in LINE
    ),
    *(Cell("bmw-car-email", "modem.card", "", trouble) for trouble in CARD),
    *(Cell("bmw-car-app", "phone.camera", "", trouble) for trouble in CAMERA),
)
"""What goes wrong with the things on the desk: line, card and camera."""
CODES = "/device-requests/"


def operations(events: Iterable[Event], vin: str) -> list[tuple[str, str]]:
    """(actor, operation) of all requests, each once, in the order in which they were made."""
    found = dict.fromkeys(
        (event.actor, _address(event, vin)) for event in events if event.kind == "http.request" and event.actor in PORTS
    )
    return [pair for pair in found if "/static/" not in pair[1] and "favicon" not in pair[1]]


def cells(errand: str, made: Iterable[tuple[str, str]]) -> list[Cell]:
    """All cells of an errand whose clean walk made these requests."""
    found = []
    for actor, operation in made:
        port, troubles = PORTS[actor]
        for trouble in troubles:
            path = operation.partition(" ")[2]
            if trouble.kind == "token_refused" and path.startswith(WITHOUT_TOKEN):
                continue
            found.append(Cell(errand, port, operation, trouble))
    return found


def _address(event: Event, vin: str) -> str:
    """The server logs its rules, the clients their addresses: both up to the user code, which is new on each walk."""
    address = str(event.data.get("operation", "")).replace("<vin>", vin).partition("<")[0]
    head, marker, _ = address.partition(CODES)
    return head + marker


def sample(found: Iterable[Cell], port: str, operations: Iterable[str] = ("",)) -> list[Cell]:
    """One cell for each request at `port` whose operation holds one of `operations`; all kinds in turn but the slow."""
    wanted = tuple(operations)
    by_request: dict[str, list[Cell]] = {}
    for cell in found:
        if cell.port == port and cell.trouble.kind != "slow" and any(text in cell.operation for text in wanted):
            by_request.setdefault(cell.operation, []).append(cell)
    return [cells[number % len(cells)] for number, cells in enumerate(by_request.values())]
