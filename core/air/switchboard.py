"""The hub's rules without sockets: who is there, who may see whom, pairings under way, links between two devices.

The hub knows no bonds: each side keeps its own and proves them to the other (`connect` carries a proof that only
the peer can check). Input: messages of a connection; output: messages to connections, in `outbox`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from core.air.messages import KINDS
from core.lines import MAX_LINE, text
from core.randomness import Randomness, choose

Message = dict[str, Any]


@dataclass
class _Seat:
    connection: int
    address: str
    name: str
    kind: str
    visible: bool = False


@dataclass
class _Pairing:
    number: str
    first: str
    second: str
    confirmed: set[str] = field(default_factory=set)


class Switchboard:
    """Routes messages between seats. `start_timer(token)` must lead to `pairing_timed_out(token)` in pairing time."""

    def __init__(self, randomness: Randomness, start_timer: Callable[[object], None]) -> None:
        self.outbox: list[tuple[int, Message]] = []
        self._randomness = randomness
        self._start_timer = start_timer
        self._seats: dict[str, _Seat] = {}
        self._addresses: dict[int, str] = {}
        self._pairings: dict[frozenset[str], _Pairing] = {}
        self._links: set[frozenset[str]] = set()

    @property
    def devices(self) -> list[str]:
        """Addresses of all that are present, visible or not."""
        return sorted(self._seats)

    def received(self, connection: int, message: Message | None) -> None:
        """One line came in; None is garbage, which is told to the sender and forgotten."""
        if message is None:
            self._reply(connection, {"t": "error", "code": "garbage"})
            return
        if message["t"] == "hello":
            self._hello(connection, message)
            return
        seat = self._seats.get(self._addresses.get(connection, ""))
        handler = getattr(self, f"_on_{message['t']}", None)
        if seat is None or handler is None:
            self._reply(connection, {"t": "error", "code": "unexpected"})
            return
        handler(seat, message)

    def lost(self, connection: int) -> None:
        """A connection ended: its pairings fail, its links go down."""
        address = self._addresses.pop(connection, None)
        seat = self._seats.get(address or "")
        if address is None or seat is None or seat.connection != connection:
            return
        del self._seats[address]
        for pair in [pair for pair in self._pairings if address in pair]:
            self._end_pairing(pair, ok=False, reason="lost")
        for link in [link for link in self._links if address in link]:
            self._drop(link)

    def pairing_timed_out(self, token: object) -> None:
        """The time to confirm is over; without effect when that pairing has ended."""
        for pair, pairing in list(self._pairings.items()):
            if pairing is token:
                self._end_pairing(pair, ok=False, reason="timeout")

    # -- messages of a seat -------------------------------------------------------------------------------------

    def _hello(self, connection: int, message: Message) -> None:
        address, name, kind = text(message, "address"), text(message, "name"), text(message, "kind")
        if not address or kind not in KINDS:
            self._reply(connection, {"t": "error", "code": "hello"})
            return
        if (old := self._seats.get(address)) is not None and old.connection != connection:
            self.lost(old.connection)  # the device came back before its old connection was seen to end
        if (other := self._addresses.get(connection)) is not None and other != address:
            self.lost(connection)
        self._addresses[connection] = address
        self._seats[address] = _Seat(connection, address, name or address, kind, message.get("visible") is True)
        self._reply(connection, {"t": "welcome"})

    def _on_visible(self, seat: _Seat, message: Message) -> None:
        seat.visible = message.get("on") is True

    def _on_name(self, seat: _Seat, message: Message) -> None:
        seat.name = text(message, "name") or seat.name

    def _on_inquire(self, seat: _Seat, message: Message) -> None:
        others = [other for other in self._seats.values() if other.visible and other is not seat]
        devices = [{"address": other.address, "name": other.name, "kind": other.kind} for other in others]
        self._reply(seat.connection, {"t": "found", "id": message.get("id"), "devices": devices})

    def _on_pair(self, seat: _Seat, message: Message) -> None:
        peer = self._seats.get(text(message, "peer"))
        reason = ""
        if peer is None or peer is seat or not peer.visible:
            reason = "notFound"
        elif any({seat.address, peer.address} & pair for pair in self._pairings):
            reason = "busy"
        if reason or peer is None:
            answer = {"t": "paired", "peer": text(message, "peer"), "ok": False, "reason": reason}
            self._reply(seat.connection, answer)
            return
        pairing = _Pairing(choose(self._randomness, "0123456789", 6), seat.address, peer.address)
        self._pairings[frozenset((seat.address, peer.address))] = pairing
        for me, other in ((seat, peer), (peer, seat)):
            self._reply(
                me.connection,
                {
                    "t": "pairing",
                    "peer": other.address,
                    "name": other.name,
                    "kind": other.kind,
                    "number": pairing.number,
                    "initiator": me is seat,
                },
            )
        self._start_timer(pairing)

    def _on_confirm(self, seat: _Seat, message: Message) -> None:
        pair = frozenset((seat.address, text(message, "peer")))
        pairing = self._pairings.get(pair)
        if pairing is None:
            return
        pairing.confirmed.add(seat.address)
        if pairing.confirmed == {pairing.first, pairing.second}:
            self._end_pairing(pair, ok=True, reason="")

    def _on_reject(self, seat: _Seat, message: Message) -> None:
        pair = frozenset((seat.address, text(message, "peer")))
        if pair in self._pairings:
            self._end_pairing(pair, ok=False, reason="rejected")

    def _on_connect(self, seat: _Seat, message: Message) -> None:
        peer = self._seats.get(text(message, "peer"))
        if peer is None or peer is seat:
            answer = {"t": "refused", "peer": text(message, "peer"), "reason": "notFound"}
            self._reply(seat.connection, answer)
            return
        request = {"t": "connect", "peer": seat.address}
        self._reply(peer.connection, request | {key: text(message, key) for key in ("nonce", "proof")})

    def _on_accept(self, seat: _Seat, message: Message) -> None:
        peer = self._seats.get(text(message, "peer"))
        if peer is None or peer is seat:
            return
        self._links.add(frozenset((seat.address, peer.address)))
        for me, other in ((seat, peer), (peer, seat)):
            self._reply(me.connection, {"t": "connected", "peer": other.address})

    def _on_refuse(self, seat: _Seat, message: Message) -> None:
        if (peer := self._seats.get(text(message, "peer"))) is not None:
            self._reply(peer.connection, {"t": "refused", "peer": seat.address, "reason": text(message, "reason")})

    def _on_disconnect(self, seat: _Seat, message: Message) -> None:
        link = frozenset((seat.address, text(message, "peer")))
        if link in self._links:
            self._drop(link)

    def _on_ask(self, seat: _Seat, message: Message) -> None:
        self._forward(seat, message, {"t": "ask", "what": text(message, "what"), "id": message.get("id")})

    def _on_answer(self, seat: _Seat, message: Message) -> None:
        answer = {"t": "answer", "id": message.get("id"), "ok": message.get("ok") is True}
        self._forward(seat, message, answer | {"body": text(message, "body", MAX_LINE), "code": text(message, "code")})

    # -- helpers --------------------------------------------------------------------------------------------------

    def _forward(self, seat: _Seat, message: Message, content: Message) -> None:
        peer = text(message, "peer")
        if frozenset((seat.address, peer)) in self._links:
            self._reply(self._seats[peer].connection, content | {"peer": seat.address})
        elif content["t"] == "ask":
            refusal = {
                "t": "answer",
                "peer": peer,
                "id": content["id"],
                "ok": False,
                "body": "",
                "code": "notConnected",
            }
            self._reply(seat.connection, refusal)

    def _end_pairing(self, pair: frozenset[str], *, ok: bool, reason: str) -> None:
        del self._pairings[pair]
        key = self._randomness.bytes(16).hex() if ok else ""
        for address in pair:
            (other,) = pair - {address}
            if (seat := self._seats.get(address)) is not None:
                content = {"t": "paired", "peer": other, "ok": ok, "reason": reason, "key": key}
                self._reply(seat.connection, content)

    def _drop(self, link: frozenset[str]) -> None:
        self._links.discard(link)
        for address in link:
            (other,) = link - {address}
            if (seat := self._seats.get(address)) is not None:
                self._reply(seat.connection, {"t": "disconnected", "peer": other})

    def _reply(self, connection: int, message: Message) -> None:
        self.outbox.append((connection, message))
