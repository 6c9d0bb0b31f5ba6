"""One device in the mobile network: registers, calls, sends and receives messages, asks for services."""

from __future__ import annotations

import contextlib
import itertools
import logging
import threading
from collections.abc import Callable, Sequence
from typing import Any, cast

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog, caused_by
from core.faults import Faults
from core.lines import LineClient, LineDown, number, text
from core.radio.inbox import Inbox
from core.radio.messages import CallEvent, SentElsewhere, Sms, SmsState
from core.sms.fields import Address, PduError
from core.sms.parts import join_text, split_text
from core.sms.pdu import Submit, decode_submit

log = logging.getLogger(__name__)

FAULT_PORT = "radio.client"
FAULT_KINDS = ("lost",)
"""`lost`: the radio link breaks at that use; the device registers again by itself."""
LONGEST_TEXT = 2000


class RadioClient:
    """A device with a SIM. Callbacks arrive on the client's own thread: hand them to `tasks.post`.

    Orders return at once and what comes of them is told by callbacks. They raise `radio.no_coverage` while the device
    is not registered. `connect` joins the network and joins again whenever it comes back.
    """

    def __init__(
        self,
        address: tuple[str, int],
        *,
        imsi: str,
        kind: str,
        name: str,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        language: str = "ja",
    ) -> None:
        self.imsi = imsi
        self.kind = kind
        self.name = name
        self.language = language
        """In which the network answers service codes."""
        self.on_registered: Callable[[bool], None] | None = None
        """In the network, or no longer (or not allowed: see `denied`)."""
        self.on_sms: Callable[[Sms], None] | None = None
        """A whole text. It is acknowledged when the callback returns: store it there, or a lost one comes again."""
        self.on_tpdus: Callable[[str, Sequence[bytes]], None] | None = None
        """`(id, TPDUs)`: a device that reads PDUs by itself; then nothing comes by `on_sms` and `on_sms_status`."""
        self.on_sms_status: Callable[[str, SmsState], None] | None = None
        """`(ref, state)` of a text that was sent."""
        self.on_sent_elsewhere: Callable[[SentElsewhere], None] | None = None
        """A text that the paired phone or watch sent just now."""
        self.on_call: Callable[[CallEvent], None] | None = None
        self.on_ussd: Callable[[int, str], None] | None = None
        """`(kind, text)`; kind is <m> of +CUSD: 0 done, 1 asks on, 2 ended, 4 not supported."""
        self.on_packet_session: Callable[[str | None], None] | None = None
        """The token of the present packet session, secret; None when it ended."""
        self.denied = ""
        """Why the network refused or ended the registration: unknown_subscriber, not_allowed, replaced, or ""."""
        self.msisdn = ""
        """The number of the line, once registered."""
        self.may_call = False
        self.may_message = False
        self.packet_session: str | None = None
        self._clock = clock
        self._events = events
        self._faults = faults
        self._inbox = Inbox()
        self._lines = itertools.count(1, 2)
        self._references = itertools.count(1)
        self._covered = True
        self._registered = False
        self._settled = threading.Event()
        self._line = LineClient(
            f"radio-{kind}",
            address,
            opened=self._opened,
            received=self._received,
            closed=self._closed,
            failed=self._settled.set,
        )
        faults.declare(FAULT_PORT, FAULT_KINDS)

    # -- life -----------------------------------------------------------------------------------------------------

    def connect(self) -> None:
        """Join the network. Returns at once; `on_registered` tells the rest."""
        self._settled.clear()
        self._line.connect()

    def close(self) -> None:
        """Switch off; calls end. `connect` joins again."""
        self._quietly({"t": "detach"})
        self._line.close()

    @property
    def registered(self) -> bool:
        """Whether the network serves this device."""
        return self._registered

    def wait_settled(self, wall_timeout: float) -> bool:
        """Block until the network has answered or cannot be reached; whether it did in time. Not in a callback."""
        return self._settled.wait(wall_timeout)

    def set_coverage(self, covered: bool) -> None:
        """Go out of (or back into) the network's reach."""
        if covered == self._covered:
            return
        self._covered = covered
        if covered:
            self._attach()
        else:
            self._quietly({"t": "detach"})
            self._left()

    def attach(self) -> None:
        """Leave airplane mode."""
        self.set_coverage(True)

    def detach(self) -> None:
        """Airplane mode."""
        self.set_coverage(False)

    # -- messages -------------------------------------------------------------------------------------------------

    def send_sms(self, number: str, text: str) -> str:
        """Send `text`; gives a name for `on_sms_status`. Raises `radio.bad_number`, `radio.text_too_long`."""
        if not text or len(text) > LONGEST_TEXT:
            raise BenchError("radio.text_too_long", most=LONGEST_TEXT)
        reference = next(self._references) & 0xFF
        try:
            destination = Address.of(number)
            if destination.is_name or not number:
                raise PduError("a name cannot be called")
            coding, parts = split_text(text, reference)
            tpdus = [
                Submit(destination, part, coding, reference, wants_report=place == len(parts)).encode()
                for place, part in enumerate(parts, 1)
            ]
        except PduError as error:
            raise BenchError("radio.bad_number", number=number) from error
        return self.submit(tpdus)

    def submit(self, tpdus: Sequence[bytes]) -> str:
        """Hand SMS-SUBMIT TPDUs of one text to the service centre; gives a name for `on_sms_status`."""
        ref = f"{int(self._clock.timestamp() * 1000):x}-{next(self._references)}"
        self._order("sms", {"t": "submit", "ref": ref, "parts": [tpdu.hex() for tpdu in tpdus]})
        return ref

    # -- calls ----------------------------------------------------------------------------------------------------

    def dial(self, number: str) -> int:
        """Begin a call; its line."""
        line = next(self._lines)
        self._order("dial", {"t": "dial", "line": line, "number": number})
        return line

    def answer(self, line: int) -> None:
        """Take an offered or waiting call; the one in progress is held."""
        self._order("answer", {"t": "answer", "line": line})

    def hang_up(self, line: int, *, busy: bool = False) -> None:
        """End a call. One that rings is declined on all devices, or (`busy`) this device cannot take it."""
        self._order("hang_up", {"t": "hang_up", "line": line, "busy": busy})

    def hold(self, line: int) -> None:
        """Hold a call; another one that was held comes back."""
        self._order("hold", {"t": "hold", "line": line})

    def retrieve(self, line: int) -> None:
        """Take a held call back; one in progress is held."""
        self._order("retrieve", {"t": "retrieve", "line": line})

    def swap(self) -> None:
        """Change the call in progress for the held one."""
        self._order("swap", {"t": "swap"})

    def tone(self, line: int, key: str) -> None:
        """Press a key in a call (DTMF: `0` to `9`, `*`, `#`)."""
        self._order("tone", {"t": "tone", "line": line, "key": key})

    def ussd(self, text: str) -> None:
        """Ask for a service, such as `*#103#`; the answer comes by `on_ussd`."""
        self._order("ussd", {"t": "ussd", "text": text, "language": self.language})

    # -- the line's thread ----------------------------------------------------------------------------------------

    def _opened(self) -> None:
        if self._covered:
            self._attach()

    def _attach(self) -> None:
        self._quietly({"t": "attach", "imsi": self.imsi, "kind": self.kind, "name": self.name})

    def _closed(self) -> None:
        self._left()

    def _received(self, message: dict[str, Any]) -> None:
        with caused_by(text(message, "because") or None):
            self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        kind = message["t"]
        if kind == "attached":
            self._joined(message)
        elif kind in ("denied", "detached"):
            self.denied = text(message, "cause")
            self._left()
            if kind == "denied":
                self._events.emit(self.kind, "radio.denied", imsi=self.imsi, reason=self.denied)
                self._tell(self.on_registered, False)
            self._settled.set()
        elif kind == "invite":
            if self._covered and not self._registered:
                self._attach()
        elif kind == "sms":
            self._message(message)
        elif kind == "submitted":
            state: SmsState = "sent" if message.get("ok") is True else "failed"
            self._tell(self.on_sms_status, text(message, "ref"), state)
        elif kind == "sent":
            self._sent_elsewhere(message)
        elif kind == "call":
            event = CallEvent(
                number(message, "line"),
                cast(Any, text(message, "state")),
                text(message, "number"),
                cast(Any, text(message, "cause")),
            )
            self._tell(self.on_call, event)
        elif kind == "ussd":
            self._tell(self.on_ussd, number(message, "kind"), text(message, "text", 1000))

    def _joined(self, message: dict[str, Any]) -> None:
        if not self._covered:  # airplane mode came while the answer was on its way
            self._quietly({"t": "detach"})
            return
        was = self._registered
        self.denied = ""
        self.msisdn = text(message, "msisdn")
        self.may_call, self.may_message = message.get("voice") is True, message.get("sms") is True
        self.packet_session = text(message, "session") or None
        self._registered = True
        self._settled.set()
        if not was:
            self._events.emit(self.kind, "radio.registered", imsi=self.imsi)
            self._tell(self.on_registered, True)
        self._tell(self.on_packet_session, self.packet_session)

    def _left(self) -> None:
        was, self._registered = self._registered, False
        had, self.packet_session = self.packet_session, None
        if had is not None:
            self._tell(self.on_packet_session, None)
        if was:
            self._events.emit(self.kind, "radio.left", imsi=self.imsi)
            self._tell(self.on_registered, False)

    def _message(self, message: dict[str, Any]) -> None:
        identity = text(message, "id")
        try:
            tpdus = [bytes.fromhex(part) for part in message.get("parts", [])]
        except (TypeError, ValueError):
            return
        if self.on_tpdus is not None:
            if self._inbox.is_new(identity):
                self._tell(self.on_tpdus, identity, tpdus)
            self._quietly({"t": "ack", "id": identity})
            return
        taken = self._inbox.take(identity, tpdus)
        if taken.sms is not None:
            self._tell(self.on_sms, taken.sms)
        if taken.report is not None:
            self._tell(self.on_sms_status, text(message, "ref"), taken.report)
        for name in taken.acknowledge:
            self._quietly({"t": "ack", "id": name})

    def _sent_elsewhere(self, message: dict[str, Any]) -> None:
        try:
            submits = [decode_submit(bytes.fromhex(part)) for part in message.get("parts", [])]
        except (PduError, TypeError, ValueError):
            return
        if submits:
            body = join_text(submits[0].coding, [one.data for one in submits])
            sent = SentElsewhere(text(message, "ref"), str(submits[0].destination), body)
            self._tell(self.on_sent_elsewhere, sent)

    # -- sending --------------------------------------------------------------------------------------------------

    def _order(self, operation: str, message: dict[str, Any]) -> None:
        fault = self._faults.take(FAULT_PORT, f"{self.kind} {operation}")
        if fault is not None:
            self._line.hang_up()
            raise BenchError("radio.no_coverage", fault=True)
        if not self._registered:
            raise BenchError("radio.no_coverage")
        what = {key: value for key, value in message.items() if key in ("line", "number", "ref")}
        event = self._events.emit(self.kind, f"radio.{message['t']}", imsi=self.imsi, **what)
        try:
            self._line.send(message | {"because": event.id})
        except LineDown as error:
            raise BenchError("radio.no_coverage") from error

    def _quietly(self, message: dict[str, Any]) -> None:
        with contextlib.suppress(LineDown):
            self._line.send(message)

    def _tell(self, callback: Callable[..., None] | None, *values: object) -> None:
        if callback is None:
            return
        try:
            callback(*values)
        except Exception:
            log.exception("radio callback failed")
