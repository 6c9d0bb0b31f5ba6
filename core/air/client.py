"""One device in the air: keeps its connection to the hub, answers peers, and offers plain calls to its owner."""

from __future__ import annotations

import contextlib
import itertools
import logging
import threading
from collections.abc import Callable, Iterable
from typing import Any

from core.air.hub import FAULT_KINDS, FAULT_PORT
from core.air.messages import Bond, Device, PairingRequest, prove, proves
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.lines import LineClient, LineDown, text
from core.randomness import Randomness, SystemRandomness, token

log = logging.getLogger(__name__)


class AirClient:
    """A Bluetooth device. Callbacks arrive on the client's own thread: hand them to `tasks.post`.

    Calls that give a value (`inquire`, `connect_profile`, `pull_phonebook`) block for at most `wall_timeout` wall
    seconds: call them through `core.tasks`, never inside a callback. They raise `air.unreachable` (no hub),
    `air.timeout`, `air.lost` and `air.rejected` (faults), and what each names itself.
    """

    def __init__(
        self,
        address: tuple[str, int],
        *,
        name: str,
        kind: str,
        device_address: str,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        bonds: Iterable[Bond] = (),
        randomness: Randomness | None = None,
        wall_timeout: float = 5.0,
    ) -> None:
        self.name = name
        self.kind = kind
        self.device_address = device_address
        self.on_link: Callable[[bool], None] | None = None
        """The air itself came or went (False: nobody can be reached)."""
        self.on_pairing: Callable[[PairingRequest], None] | None = None
        """A number to compare; answer with `confirm` or `reject`."""
        self.on_paired: Callable[[str, bool, str], None] | None = None
        """`(peer, ok, reason)`; reason is "", rejected, timeout, lost, busy or notFound."""
        self.on_connected: Callable[[str, bool], None] | None = None
        """`(peer, up)`: the link to a paired device came or went."""
        self.on_bonds: Callable[[list[Bond]], None] | None = None
        """The bonds changed: store them (mode 0600) and hand them in at the next start."""
        self._clock = clock
        self._events = events
        self._faults = faults
        self._randomness = randomness or SystemRandomness()
        self._timeout = wall_timeout
        self._bonds = {bond.address: bond for bond in bonds}
        self._peer_names: dict[str, str] = {}
        self._connected: set[str] = set()
        self._visible = False
        self._phonebook: Callable[[str], str] | None = None
        self._ids = itertools.count(1)
        self._answers: dict[object, _Answer] = {}
        self._lock = threading.RLock()
        self._up = threading.Event()
        self._line = LineClient(
            f"air-{kind}", address, opened=self._opened, received=self._received, closed=self._went_down
        )
        faults.declare(FAULT_PORT, FAULT_KINDS)

    # -- life -----------------------------------------------------------------------------------------------------

    def connect(self) -> None:
        """Join the air, and join again whenever the hub comes back. Returns at once; `on_link` tells the rest."""
        self._line.connect()

    def close(self) -> None:
        """Leave the air; links go down for the peers. `connect` joins again."""
        self._line.close()

    @property
    def is_up(self) -> bool:
        """Whether the hub is reached."""
        return self._up.is_set()

    def wait_up(self, wall_timeout: float | None = None) -> bool:
        """Block until the hub is reached; False when that takes longer than `wall_timeout` wall seconds."""
        return self._up.wait(self._timeout if wall_timeout is None else wall_timeout)

    # -- being seen -----------------------------------------------------------------------------------------------

    def set_visible(self, visible: bool) -> None:
        """Let others find this device, also after the hub went and came back."""
        self._visible = visible
        self._send_quietly({"t": "visible", "on": visible})

    def set_name(self, name: str) -> None:
        """The name that others see."""
        self.name = name
        self._send_quietly({"t": "name", "name": name})

    def serve_phonebook(self, read: Callable[[str], str] | None) -> None:
        """What connected peers get: `read(peer)` gives vCard text or raises a BenchError whose code travels.

        Called on the client's thread.
        """
        self._phonebook = read

    # -- finding and pairing --------------------------------------------------------------------------------------

    def inquire(self) -> list[Device]:
        """The devices that let themselves be seen."""
        answer = self._request({"t": "inquire"}, "inquire")
        return [
            Device(text(item, "address"), text(item, "name"), text(item, "kind"))
            for item in answer.get("devices", [])
            if isinstance(item, dict)
        ]

    def pair(self, peer: str) -> None:
        """Begin to pair; `on_pairing` and `on_paired` follow. Raises `air.unreachable` at once without a hub."""
        self._show_fault("pair")
        self._send({"t": "pair", "peer": peer})

    def confirm(self, peer: str) -> None:
        """The person says that the numbers are equal."""
        self._send({"t": "confirm", "peer": peer})

    def reject(self, peer: str) -> None:
        """The person says that they differ, or does not want it."""
        self._send({"t": "reject", "peer": peer})

    @property
    def bonds(self) -> list[Bond]:
        """The devices paired with this one."""
        with self._lock:
            return list(self._bonds.values())

    def is_paired(self, peer: str) -> bool:
        """Whether this side holds a link key of `peer`."""
        return peer in self._bonds

    def forget(self, peer: str) -> None:
        """Drop the bond (and the link) of one side; the peer's next `connect_profile` is refused."""
        self.disconnect(peer)
        with self._lock:
            changed = self._bonds.pop(peer, None) is not None
        if changed:
            self._tell(self.on_bonds, self.bonds)

    # -- links ----------------------------------------------------------------------------------------------------

    def connect_profile(self, peer: str) -> None:
        """Connect to a paired device. Raises `air.not_paired` (either side lost the bond), `air.not_found`."""
        bond = self._bonds.get(peer)
        if bond is None:
            raise BenchError("air.not_paired", peer=peer)
        if peer in self._connected:
            return
        nonce = token(self._randomness, 16)
        proof = prove(bond.key, nonce, self.device_address, peer)
        answer = self._request(
            {"t": "connect", "peer": peer, "nonce": nonce, "proof": proof}, "connect", ("link", peer)
        )
        if answer["t"] == "refused":
            code = "air.not_found" if text(answer, "reason") == "notFound" else "air.not_paired"
            raise BenchError(code, peer=peer)

    def is_connected(self, peer: str) -> bool:
        """Whether the link to `peer` is up."""
        return peer in self._connected

    def disconnect(self, peer: str) -> None:
        """Take the link down; the bond stays."""
        self._send_quietly({"t": "disconnect", "peer": peer})

    def pull_phonebook(self, peer: str) -> str:
        """The peer's phone book as vCard text. Raises `air.not_connected`, `air.phonebook_refused`."""
        if not self.is_paired(peer) or peer not in self._connected:
            raise BenchError("air.not_connected", peer=peer)
        answer = self._request({"t": "ask", "peer": peer, "what": "phonebook"}, "phonebook")
        if answer.get("ok") is not True:
            code = "air.not_connected" if text(answer, "code") == "notConnected" else "air.phonebook_refused"
            raise BenchError(code, peer=peer, reason=text(answer, "code"))
        return str(answer.get("body", ""))

    # -- the thread -----------------------------------------------------------------------------------------------

    def _opened(self) -> None:
        hello = {"address": self.device_address, "name": self.name, "kind": self.kind}
        self._send_quietly({"t": "hello", "visible": self._visible} | hello)

    def _went_down(self) -> None:
        was_up = self._up.is_set()
        self._up.clear()
        with self._lock:
            links, self._connected = self._connected, set()
            waiting, self._answers = self._answers, {}
        for answer in waiting.values():
            answer.fail()
        for peer in links:
            self._tell(self.on_connected, peer, False)
        if was_up:
            self._events.emit(self.kind, "air.down")
            self._tell(self.on_link, False)

    def _received(self, message: dict[str, Any]) -> None:
        kind, peer = message["t"], text(message, "peer")
        if kind == "welcome":
            # What the owner changed while the greeting was under way would be lost otherwise.
            self._send_quietly({"t": "visible", "on": self._visible})
            self._up.set()
            self._events.emit(self.kind, "air.up")
            self._tell(self.on_link, True)
        elif kind == "pairing":
            self._peer_names[peer] = text(message, "name")
            request = PairingRequest(
                peer,
                text(message, "number"),
                text(message, "name"),
                text(message, "kind"),
                message.get("initiator") is True,
            )
            self._events.emit(self.kind, "air.pairing", peer=peer)
            self._tell(self.on_pairing, request)
        elif kind == "paired":
            self._paired(peer, message)
        elif kind == "connect":
            self._answer_connect(peer, message)
        elif kind in ("connected", "disconnected"):
            self._link_changed(peer, message)
        elif kind == "refused":
            self._settle(("link", peer), message)
        elif kind == "ask":
            self._answer_ask(peer, message)
        elif kind in ("found", "answer"):
            self._settle(message.get("id"), message)

    def _paired(self, peer: str, message: dict[str, Any]) -> None:
        ok = message.get("ok") is True
        if ok:
            with self._lock:
                self._bonds[peer] = Bond(peer, self._peer_names.get(peer) or peer, text(message, "key"))
            self._tell(self.on_bonds, self.bonds)
        self._events.emit(self.kind, "air.paired" if ok else "air.pairing_failed", peer=peer)
        self._tell(self.on_paired, peer, ok, text(message, "reason"))

    def _answer_connect(self, peer: str, message: dict[str, Any]) -> None:
        bond = self._bonds.get(peer)
        nonce = text(message, "nonce")
        good = bond is not None and proves(text(message, "proof"), bond.key, nonce, peer, self.device_address)
        self._send_quietly(
            {"t": "accept", "peer": peer} if good else {"t": "refuse", "peer": peer, "reason": "unknown"}
        )

    def _link_changed(self, peer: str, message: dict[str, Any]) -> None:
        up = message["t"] == "connected"
        with self._lock:
            changed = (peer in self._connected) != up
            (self._connected.add if up else self._connected.discard)(peer)
        if up:
            self._settle(("link", peer), message)
        if changed:
            self._events.emit(self.kind, "air.connected" if up else "air.disconnected", peer=peer)
            self._tell(self.on_connected, peer, up)

    def _answer_ask(self, peer: str, message: dict[str, Any]) -> None:
        answer = {"t": "answer", "peer": peer, "id": message.get("id"), "ok": False, "body": "", "code": "unknown"}
        if text(message, "what") == "phonebook" and self._phonebook is not None and peer in self._bonds:
            try:
                answer |= {"ok": True, "body": self._phonebook(peer), "code": ""}
                self._events.emit(self.kind, "air.phonebook_given", peer=peer)
            except BenchError as error:
                answer["code"] = error.code
            except Exception:
                log.exception("phone book could not be read")
        self._send_quietly(answer)

    # -- sending --------------------------------------------------------------------------------------------------

    def _request(self, message: dict[str, Any], operation: str, ticket: object = None) -> dict[str, Any]:
        if self._line.on_own_thread:
            raise RuntimeError("a blocking call inside a callback would wait for itself")
        self._show_fault(operation)
        if not self.wait_up():
            raise BenchError("air.unreachable")
        if ticket is None:
            ticket = message["id"] = f"{self.device_address}-{next(self._ids)}"
        answer = _Answer()
        with self._lock:
            self._answers[ticket] = answer
        try:
            self._send(message)
            return answer.wait(self._timeout)
        finally:
            with self._lock:
                self._answers.pop(ticket, None)

    def _settle(self, ticket: object, message: dict[str, Any]) -> None:
        with self._lock:
            answer = self._answers.pop(ticket, None) if isinstance(ticket, (str, tuple)) else None
        if answer is not None:
            answer.succeed(message)

    def _send(self, message: dict[str, Any]) -> None:
        try:
            self._line.send(message)
        except LineDown as error:
            raise BenchError("air.unreachable") from error

    def _send_quietly(self, message: dict[str, Any]) -> None:
        with contextlib.suppress(BenchError):
            self._send(message)

    def _show_fault(self, operation: str) -> None:
        fault = self._faults.take(FAULT_PORT, f"{self.kind} {operation}")
        if fault is None:
            return
        if fault.delay:
            self._clock.sleep(fault.delay, self._line.stopping)
        if fault.kind == "drop":
            self._line.hang_up()
            raise BenchError("air.lost", fault=True)
        if fault.kind == "reject":
            raise BenchError("air.rejected", fault=True)

    def _tell(self, callback: Callable[..., None] | None, *values: object) -> None:
        if callback is None:
            return
        try:
            callback(*values)
        except Exception:
            log.exception("air callback failed")


class _Answer:
    """Where a blocking call waits for its answer."""

    def __init__(self) -> None:
        self._there = threading.Event()
        self._message: dict[str, Any] | None = None

    def succeed(self, message: dict[str, Any]) -> None:
        self._message = message
        self._there.set()

    def fail(self) -> None:
        self._there.set()

    def wait(self, wall_timeout: float) -> dict[str, Any]:
        if not self._there.wait(wall_timeout):
            raise BenchError("air.timeout")
        if self._message is None:
            raise BenchError("air.lost")
        return self._message
