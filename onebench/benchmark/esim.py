"""The eSIM on the virtual modem: list, info, enable and a download of a 12 kB profile, in time, commands and bytes.

The marks are those of a stock client in C on a line like this one: list 7 AT commands and 1 APDU, download 133 APDUs
at 120 bytes each and 81 at 255, about 44 kB of AT text, about 20 ms of client, line and card. `make benchmark`
compares: the time that the SM-DP+ takes is told apart.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness, SystemRandomness
from core.rsp.activation_code import ActivationCode
from core.settings import Settings
from onebench.benchmark.figures import Figure

REAL = Clock()
"""Wall time: what is measured is the machine."""
STOCK = "stock client"
PACKAGE_BYTES = 12_166
ROUNDS = 15
DOWNLOADS = 7
ICCID = "8981000000000000904"
LISTED = "8981000000000000011"


class Counter:
    """A modem's transcript as figures."""

    def __init__(self) -> None:
        self.commands = self.apdus = self.size = 0

    def __call__(self, direction: str, text: str) -> None:
        """See `firmware_bridge.line.Trace`."""
        self.size += len(text) + 2
        if direction == ">":
            self.commands += 1
            self.apdus += text.startswith(("AT+CGLA=", "AT+CSIM="))

    def reset(self) -> None:
        """Begin to count anew."""
        self.commands = self.apdus = self.size = 0


class Stopwatch:
    """Carries requests to the SM-DP+ and keeps the time that they take."""

    def __init__(self, way: Any) -> None:
        self._way = way
        self.milliseconds = 0.0

    def post(self, address: str, path: str, body: bytes) -> Any:
        """See `Es9Transport.post`."""
        with self._running():
            return self._way.post(address, path, body)

    def rest(self) -> None:
        """See `Es9Transport.rest`."""
        with self._running():
            self._way.rest()

    @contextmanager
    def _running(self) -> Iterator[None]:
        begin = REAL.monotonic()
        try:
            yield
        finally:
            self.milliseconds += (REAL.monotonic() - begin) * 1e3


@dataclass(frozen=True)
class Cost:
    """Medians of one operation; `milliseconds` without the SM-DP+, `server` what that took."""

    milliseconds: float
    commands: int
    apdus: int
    size: int
    server: float = 0.0


class Desk:
    """A virtual modem, an SM-DP+ with one large profile, and our client between them."""

    def __init__(self, folder: Path, most: int) -> None:
        from cloud.smdp.profiles import new_profile
        from cloud.smdp.server import SmdpServer
        from firmware_bridge import HttpsTransport, LpaSetup, VirtualModem, open_modem, tls_context

        self.clock = Clock(rate=20)  # so that nobody waits for a network attach
        common: dict[str, Any] = {"clock": self.clock, "events": EventLog(self.clock), "faults": Faults()}
        self._pki = folder / "pki"
        self.server = SmdpServer(
            folder=folder / "smdp", pki_folder=self._pki, randomness=SystemRandomness(), demo=False, **common
        )
        self.server.start()
        spec = new_profile(
            SeededRandomness(9),
            iccid=ICCID,
            imsi="001010000000904",
            msisdn="09000000904",
            provider="Bench",
            name="Large",
        )
        for _ in range(2):  # the length of the filler has a length too
            spec = replace(spec, filler=spec.filler + PACKAGE_BYTES - len(spec.package()))
        self.server.context.book.add(spec, "large")
        self.virtual = VirtualModem(folder=folder / "modem", randomness=SystemRandomness(), pki=self._pki, **common)
        self.count = Counter()
        self._installed = 0.0
        self._at_installed = Cost(0.0, 0, 0, 0)
        self.watch = Stopwatch(
            HttpsTransport(
                clock=self.clock,
                faults=common["faults"],
                context=tls_context(self.server.ca_file),
                connect_to=self.server.address,
            )
        )
        self.modem = open_modem(
            str(self.virtual.start()),
            settings=replace(Settings(), apdu_data_most=most),
            trace=self.count,
            lpa=LpaSetup(self.watch),
            **common,
        )

    def close(self) -> None:
        """Everything off."""
        self.modem.close()
        self.virtual.stop()
        self.server.stop()
        self.clock.close()

    def cost(self, work: Callable[[], object], rounds: int, before: Callable[[], object] = lambda: None) -> Cost:
        """`work` so many times, `before` each of them uncounted."""
        times: list[float] = []
        servers: list[float] = []
        for _ in range(rounds):
            before()
            self.count.reset()
            self.watch.milliseconds = 0.0
            begin = REAL.monotonic()
            work()
            took = (REAL.monotonic() - begin) * 1e3
            servers.append(self.watch.milliseconds)
            times.append(took - self.watch.milliseconds)
        counted = self.count.commands, self.count.apdus, self.count.size
        return Cost(statistics.median(times), *counted, statistics.median(servers))

    def order(self) -> None:
        """The profile is off the card and ordered anew."""
        from cloud.smdp.es2 import confirm_order, download_order

        if any(item.iccid == ICCID for item in self.modem.profiles()):
            self.modem.delete(ICCID)
            self.modem.send_notifications()
        download_order(self.server.context, {"iccid": ICCID})
        confirm_order(self.server.context, {"iccid": ICCID, "matchingId": "LARGE-1", "releaseFlag": True})

    def download(self) -> None:
        """From activation code to report."""
        self.modem.download(
            ActivationCode(self.server.smdp_address, "LARGE-1"), consent=lambda _: True, progress=self._step
        )

    def download_cost(self, rounds: int) -> Cost:
        """Of downloads up to the card's result, as the stock client was measured; reports come after that."""
        costs: list[Cost] = []
        for _ in range(rounds):
            self.order()
            self.count.reset()
            self.watch.milliseconds = 0.0
            begin = REAL.monotonic()
            self.download()
            took = (self._installed - begin) * 1e3 - self._at_installed.server
            costs.append(replace(self._at_installed, milliseconds=took))
        middle = statistics.median([cost.milliseconds for cost in costs])
        return replace(costs[-1], milliseconds=middle, server=statistics.median([cost.server for cost in costs]))

    def _step(self, step: Any) -> None:
        if step.total and step.done == step.total:
            self._installed = REAL.monotonic()
            counted = self.count.commands, self.count.apdus, self.count.size
            self._at_installed = Cost(0.0, *counted, self.watch.milliseconds)

    def switch_off(self) -> None:
        """So that it can be enabled."""
        if next(item for item in self.modem.profiles() if item.iccid == LISTED).state == "enabled":
            self.modem.disable(LISTED, refresh=False)


def measure(most: int) -> dict[str, Cost]:
    """The operations with APDUs of at most so many data bytes."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), most)
        try:
            found = {
                "list": desk.cost(desk.modem.profiles, ROUNDS),
                "info": desk.cost(desk.modem.euicc, ROUNDS),
                "enable": desk.cost(lambda: desk.modem.enable(LISTED, refresh=False), ROUNDS, desk.switch_off),
            }
            desk.order()
            desk.download()  # the first brings what is loaded once
            found["download"] = desk.download_cost(DOWNLOADS)
        finally:
            desk.close()
    return found


def run() -> tuple[list[Figure], dict[str, Any]]:
    """Figures against the stock client's, and all of them for the file."""
    long, short = measure(255), measure(120)
    download = long["download"]
    figures = [
        Figure("eSIM list: AT commands", long["list"].commands, "", 7, STOCK, 1.0, of_ratio=True),
        Figure("eSIM list: APDUs", long["list"].apdus, "", 1, STOCK, 1.0, of_ratio=True),
        Figure("eSIM list", long["list"].milliseconds, "ms", 2, STOCK, 1.0, of_ratio=True),
        Figure("eSIM info: APDUs", long["info"].apdus, "", 4, STOCK, 1.0, of_ratio=True),
        Figure("eSIM info", long["info"].milliseconds, "ms"),
        Figure("eSIM enable", long["enable"].milliseconds, "ms"),
        Figure("eSIM download: client, line, card", download.milliseconds, "ms", 20, STOCK, 1.0, of_ratio=True),
        Figure("eSIM download: SM-DP+ and TLS", download.server, "ms"),
        Figure("eSIM download: APDUs of 255", download.apdus, "", 81, STOCK, 1.0, of_ratio=True),
        Figure("eSIM download: APDUs of 120", short["download"].apdus, "", 133, STOCK, 1.0, of_ratio=True),
        Figure("eSIM download: AT commands of 255", download.commands, ""),
        Figure("eSIM download: AT text of 120", short["download"].size / 1e3, "kB", 44, STOCK, 1.0, of_ratio=True),
        Figure("eSIM download: AT text of 255", download.size / 1e3, "kB", 44, STOCK, 1.0, of_ratio=True),
    ]
    return figures, {"long": _plain(long), "short": _plain(short)}


def _plain(costs: dict[str, Cost]) -> dict[str, dict[str, float]]:
    return {name: vars(cost) for name, cost in costs.items()}
