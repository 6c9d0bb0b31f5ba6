"""The mobile network of another process (or thread) as a modem's network: orders go over its radio, news come back."""

from __future__ import annotations

import itertools
import logging
import queue
import threading
from collections.abc import Callable, Sequence

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog, caused_by, current_cause
from core.faults import Faults
from core.radio import CallEvent, RadioClient
from firmware_bridge.virtual.messaging import CENTRE
from firmware_bridge.virtual.network_core import Admission, Cause, Handset, MessageRefused

log = logging.getLogger(__name__)

CAUSES = {
    "busy": Cause.BUSY,
    "declined": Cause.REJECTED,
    "group_busy": Cause.LINE_IN_USE,
    "no_answer": Cause.NO_ANSWER,
    "unreachable": Cause.NO_ANSWER,
    "unknown_number": Cause.UNKNOWN_NUMBER,
    "not_allowed": Cause.NOT_ALLOWED,
    "answered_elsewhere": Cause.ELSEWHERE,
    "emergency": Cause.PREEMPTED,
    "coverage": Cause.OUT_OF_ORDER,
}
"""What a modem tells of the network's causes; all others are a normal end."""
ENDED = 2
"""<m> of +CUSD: terminated by the network."""


class RadioNetwork:
    """A `NetworkCore` for one modem. Orders never wait; news reach the modem on a thread of their own, in order.

    While the network is away the modem searches; it registers when the network is there. `close` it after the modem.
    """

    def __init__(
        self,
        address: tuple[str, int],
        *,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        kind: str = "car",
        name: str = "",
        language: str = "en",
    ) -> None:
        self._address = address
        self._clock = clock
        self._events = events
        self._faults = faults
        self._kind = kind
        self._name = name
        self._language = language
        self._covered = True
        self._lock = threading.Lock()
        self._client: RadioClient | None = None
        self._handset: Handset | None = None
        self._offered: set[int] = set()
        self._dead_lines = itertools.count(-1, -1)
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="radio-modem", daemon=True)
        self._thread.start()

    def set_coverage(self, covered: bool) -> None:
        """The car drives out of (or back into) the network's reach."""
        with self._lock:
            self._covered = covered
            client = self._client
        if client is not None:
            client.set_coverage(covered)

    def close(self) -> None:
        """Leave the network for good."""
        self._drop()
        self._work.put(None)
        if self._thread is not threading.current_thread():
            self._thread.join(timeout=5)

    # -- orders of the modem ------------------------------------------------------------------------------------------

    def attach(self, imsi: str, number: str, handset: Handset) -> Admission:
        """How things stand with this subscriber; begins to register when nobody has."""
        with self._lock:
            client = self._client
            same = client is not None and client.imsi == imsi
        if client is None or not same:
            self._drop()
            client = self._new_client(imsi)
            with self._lock:
                self._client, self._handset = client, handset
            client.connect()
            return "searching"
        with self._lock:
            self._handset = handset
        if client.registered:
            return "home"
        return "denied" if client.denied else "searching"

    def detach(self, imsi: str) -> None:
        """Leave."""
        client = self._client
        if client is not None and client.imsi == imsi:
            self._drop()

    def dial(self, imsi: str, number: str) -> int:
        """Begin a call; without a network it ends at once."""
        try:
            return self._registered(imsi).dial(number)
        except BenchError:
            line = next(self._dead_lines)
            self._tell(lambda handset: handset.call_ended(line, Cause.NO_SERVICE))
            return line

    def answer(self, imsi: str, line: int) -> None:
        """Take an offered call."""
        self._order(imsi, lambda client: client.answer(line))

    def hang_up(self, imsi: str, line: int, busy: bool = False) -> None:
        """End a call, or decline it on all devices of the number (`busy`: the user pressed the red button)."""
        self._order(imsi, lambda client: client.hang_up(line))

    def hold(self, imsi: str, line: int) -> None:
        """Hold a call."""
        self._order(imsi, lambda client: client.hold(line))

    def retrieve(self, imsi: str, line: int) -> None:
        """Take a held call back."""
        self._order(imsi, lambda client: client.retrieve(line))

    def send_message(self, imsi: str, tpdu: bytes, centre: str) -> None:
        """Hand in an SMS-SUBMIT. Raises `MessageRefused`: a car has no messages (ONE-SMS-02)."""
        client = self._client
        if client is None or not client.may_message:
            raise MessageRefused("no short messages for this subscriber")
        self._order(imsi, lambda client: client.submit([tpdu]))

    def ussd(self, imsi: str, text: str) -> None:
        """Ask for a service."""
        try:
            self._registered(imsi).ussd(text)
        except BenchError:
            self._tell(lambda handset: handset.ussd(ENDED, ""))

    def send_data(self, imsi: str, octets: bytes) -> None:
        """What goes up comes down: no internet is behind this network."""
        self._tell(lambda handset: handset.data(octets))

    # -- news of the network ------------------------------------------------------------------------------------------

    def _new_client(self, imsi: str) -> RadioClient:
        client = RadioClient(
            self._address,
            imsi=imsi,
            kind=self._kind,
            name=self._name,
            clock=self._clock,
            events=self._events,
            faults=self._faults,
            language=self._language,
        )
        client.set_coverage(self._covered)
        client.on_registered = lambda up: self._put(client, lambda: self._registration_changed(up))
        client.on_call = lambda event: self._put(client, lambda: self._call(client, event))
        client.on_tpdus = lambda _, tpdus: self._put(client, lambda: self._messages(tpdus))
        client.on_ussd = lambda kind, text: self._put(client, lambda: self._say(lambda item: item.ussd(kind, text)))
        return client

    def _registration_changed(self, up: bool) -> None:
        self._offered.clear()
        handset = self._handset
        if handset is not None and not handset.registration_changed() and up:
            self._drop()  # the modem was switched off while it searched

    def _call(self, client: RadioClient, event: CallEvent) -> None:
        handset, line = self._handset, event.line
        if handset is None:
            return
        if event.state in ("offered", "waiting"):
            if line in self._offered:  # it waited and rings now: the modem knows by itself
                return
            self._offered.add(line)
            if not handset.call_offered(line, event.number):
                self._order(client.imsi, lambda item: item.hang_up(line, busy=True))
        elif event.state == "alerting":
            handset.call_alerting(line)
        elif event.state == "connected":
            handset.call_connected(line, event.number)
        elif event.state == "ended":
            self._offered.discard(line)
            handset.call_ended(line, CAUSES.get(event.cause, Cause.NORMAL))

    def _messages(self, tpdus: Sequence[bytes]) -> None:
        for tpdu in tpdus:
            self._say(lambda handset, tpdu=tpdu: handset.message(tpdu, CENTRE))  # type: ignore[misc]

    # -- inside -------------------------------------------------------------------------------------------------------

    def _drop(self) -> None:
        """Forget the client; it is closed on the news thread, since that may take a moment."""
        with self._lock:
            client, self._client, self._handset = self._client, None, None
        if client is not None:
            self._work.put(client.close)

    def _registered(self, imsi: str) -> RadioClient:
        client = self._client
        if client is None or client.imsi != imsi:
            raise BenchError("radio.no_coverage")
        return client

    def _order(self, imsi: str, act: Callable[[RadioClient], object]) -> None:
        try:
            act(self._registered(imsi))
        except BenchError as error:  # the link broke just now; what that means for calls is told as news
            log.debug("order refused: %s", error)

    def _put(self, client: RadioClient, action: Callable[[], None]) -> None:
        """News of a client that was dropped meanwhile is no news. What they lead to has the same cause as they."""
        cause = current_cause.get()

        def act() -> None:
            if client is self._client:
                with caused_by(cause):
                    action()

        self._work.put(act)

    def _tell(self, say: Callable[[Handset], object]) -> None:
        self._work.put(lambda: self._say(say))

    def _say(self, say: Callable[[Handset], object]) -> None:
        handset = self._handset
        if handset is not None:
            say(handset)

    def _run(self) -> None:
        while (action := self._work.get()) is not None:
            try:
                action()
            except Exception:
                log.exception("news of the network were lost")
