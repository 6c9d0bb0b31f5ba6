"""The phone's line: its SIM in the mobile network, as `core.radio` gives it, brought to the owner's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from core.errors import BenchError
from core.events import EventLog
from core.tasks import Tasks
from phone_app.landing import Landed, Landing

if TYPE_CHECKING:
    from core.radio import CallEvent, SentElsewhere, Sms
    from core.radio.messages import SmsState


class CellRadio(Protocol):
    """What is used of `core.radio.RadioClient`."""

    packet_session: str | None
    on_registered: Callable[[bool], None] | None
    on_sms: Callable[[Sms], None] | None
    on_sms_status: Callable[[str, SmsState], None] | None
    on_sent_elsewhere: Callable[[SentElsewhere], None] | None
    on_call: Callable[[CallEvent], None] | None
    on_ussd: Callable[[int, str], None] | None
    on_packet_session: Callable[[str | None], None] | None

    def connect(self) -> None: ...
    def close(self) -> None: ...
    def attach(self) -> None: ...
    def detach(self) -> None: ...
    def send_sms(self, number: str, text: str) -> str: ...
    def dial(self, number: str) -> int: ...
    def answer(self, line: int) -> None: ...
    def hang_up(self, line: int) -> None: ...
    def hold(self, line: int) -> None: ...
    def retrieve(self, line: int) -> None: ...
    def swap(self) -> None: ...
    def tone(self, line: int, key: str) -> None: ...
    def ussd(self, text: str) -> None: ...


class Mobile:
    """Whether the phone is in the network, and what comes from there. `radio` is None where the bench has no network:
    then mobile data works all the same, and calls and messages fail with `radio.no_coverage`."""

    def __init__(
        self, radio: CellRadio | None, *, number: str, landing: Landing, events: EventLog, tasks: Tasks
    ) -> None:
        self.changed: Callable[[], None] = lambda: None
        self.sms_arrived: Callable[[Landed], None] = lambda sms: None
        self.sms_status: Callable[[str, str], None] = lambda ref, state: None
        self.call_event: Callable[[CallEvent], None] = lambda event: None
        self.network_lost: Callable[[], None] = lambda: None
        self.sent_elsewhere: Callable[[SentElsewhere], None] = lambda sent: None
        """The paired watch sent a text."""
        self.ussd_answer: Callable[[int, str], None] = lambda kind, text: None
        self.number = number
        """The line's own number, digits."""
        self.registered = radio is None
        self.packet_session: str | None = None
        self._radio = radio
        self._landing = landing
        self._events = events
        self._tasks = tasks
        self._airplane = False
        self._covered = True
        self._asking: tuple[Callable[[int, str], None], Callable[[str], None]] | None = None
        """Who waits for the answer of a service code."""
        if radio is not None:
            radio.on_registered = lambda up: tasks.post(lambda: self._registered(up))
            radio.on_packet_session = lambda token: tasks.post(lambda: self._session(token))
            radio.on_sms = self._landed
            radio.on_sms_status = lambda ref, state: tasks.post(lambda: self.sms_status(ref, state))
            radio.on_sent_elsewhere = lambda sent: tasks.post(lambda: self.sent_elsewhere(sent))
            radio.on_call = lambda event: tasks.post(lambda: self.call_event(event))
            radio.on_ussd = lambda kind, text: tasks.post(lambda: self._ussd_came(kind, text))

    def start(self, airplane: bool) -> None:
        """Switch on; in airplane mode the radio keeps silent. Messages that were not taken in before come now."""
        self._airplane = airplane
        for sms in self._landing.waiting():
            self._take_in(sms)
        if self._radio is not None:
            if not self._reaches:
                self._radio.detach()
            self._radio.connect()

    def set_airplane(self, airplane: bool) -> None:
        """Leave the network, or come back."""
        if airplane == self._airplane:
            return
        self._airplane = airplane
        self._follow_reach()
        self._events.emit("phone", "phone.airplane", on=airplane)

    @property
    def covered(self) -> bool:
        """Whether the phone is where its network reaches."""
        return self._covered

    def set_coverage(self, covered: bool) -> None:
        """The phone is carried out of the network's reach, or back."""
        if covered == self._covered:
            return
        self._covered = covered
        self._follow_reach()
        self._events.emit("phone", "phone.coverage", on=covered)
        self.changed()

    @property
    def _reaches(self) -> bool:
        return self._covered and not self._airplane

    def _follow_reach(self) -> None:
        """As it stands when the work is done, not when it was asked for: two of them may overtake each other."""
        radio = self._radio
        if radio is None:
            return

        def follow() -> None:
            if self._reaches:
                radio.attach()
            else:
                radio.detach()

        self._tasks.submit(follow, None, self._trouble)

    def send_sms(self, number: str, text: str, done: Callable[[str], None], failed: Callable[[str], None]) -> None:
        """Send; `done(ref)` when the network took it, `failed(code)` otherwise."""
        self._try(lambda radio: radio.send_sms(number, text), done, failed)

    def dial(self, number: str, done: Callable[[int], None], failed: Callable[[str], None]) -> None:
        """Call; `done(line)`."""
        self._try(lambda radio: radio.dial(number), done, failed)

    def ussd(self, text: str, failed: Callable[[str], None]) -> None:
        """Send a service code; the answer comes as `ussd_answer`."""
        self._try(lambda radio: radio.ussd(text), lambda _: None, failed)

    def ask(self, text: str, answered: Callable[[int, str], None], failed: Callable[[str], None]) -> None:
        """Send a service code for an app that wants its answer for itself; what comes unasked is `ussd_answer`."""
        self._asking = (answered, failed)
        self.ussd(text, self._not_asked)

    def _ussd_came(self, kind: int, text: str) -> None:
        asking, self._asking = self._asking, None
        (asking[0] if asking is not None else self.ussd_answer)(kind, text)

    def _not_asked(self, code: str) -> None:
        asking, self._asking = self._asking, None
        if asking is not None:
            asking[1](code)

    def answer(self, line: int) -> None:
        """Take the call."""
        self._try(lambda radio: radio.answer(line), lambda _: None, lambda code: None)

    def hang_up(self, line: int) -> None:
        """End or refuse the call."""
        self._try(lambda radio: radio.hang_up(line), lambda _: None, lambda code: None)

    def hold(self, line: int) -> None:
        """Hold the call."""
        self._try(lambda radio: radio.hold(line), lambda _: None, lambda code: None)

    def retrieve(self, line: int) -> None:
        """Take the held call back."""
        self._try(lambda radio: radio.retrieve(line), lambda _: None, lambda code: None)

    def swap(self) -> None:
        """Change the two calls."""
        self._try(lambda radio: radio.swap(), lambda _: None, lambda code: None)

    def tone(self, line: int, key: str) -> None:
        """Press a key in the call."""
        self._try(lambda radio: radio.tone(line, key), lambda _: None, lambda code: None)

    def close(self) -> None:
        """Switched off."""
        if self._radio is not None:
            self._radio.close()

    def _try(
        self, work: Callable[[CellRadio], Any], done: Callable[[Any], None], failed: Callable[[str], None]
    ) -> None:
        radio = self._radio
        if radio is None or self._airplane or not self.registered:
            failed("radio.airplane" if self._airplane else "radio.no_coverage")
            return

        def trouble(error: Exception) -> None:
            self._trouble(error)
            failed(error.code if isinstance(error, BenchError) else "")

        self._tasks.submit(lambda: work(radio), done, trouble)

    def _trouble(self, error: Exception) -> None:
        if not isinstance(error, BenchError):
            raise error
        self._events.emit("phone", "phone.radio_failed", code=error.code)

    def _landed(self, sms: Sms) -> None:
        """On the radio's thread: when this returns the network counts the message as delivered, so it is on disk."""
        landed = Landed(sms.id, sms.sender, sms.text)
        try:
            self._landing.keep(landed)
        except BenchError as error:  # a full disk: better shown and lost with the power than not shown
            self._events.emit("phone", "phone.not_stored", code=error.code)
        self._tasks.post(lambda: self._take_in(landed))

    def _take_in(self, sms: Landed) -> None:
        self.sms_arrived(sms)

    def _registered(self, up: bool) -> None:
        self.registered = up
        if not up:
            self._not_asked("radio.no_coverage")
            self.network_lost()
        self.changed()

    def _session(self, token: str | None) -> None:
        # A token is a secret: it is never in the log or in the view's state.
        self.packet_session = token
        self.changed()
