"""An accessory's radio: a client of the mobile network with its SIM, brought to the owner's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from core.errors import BenchError
from core.tasks import Tasks

if TYPE_CHECKING:
    from core.radio import CallEvent, SentElsewhere, Sms
    from core.radio.messages import SmsState


class CellRadio(Protocol):
    """What is used of `core.radio.RadioClient`."""

    denied: str
    on_registered: Callable[[bool], None] | None
    on_sms: Callable[[Sms], None] | None
    on_sms_status: Callable[[str, SmsState], None] | None
    on_sent_elsewhere: Callable[[SentElsewhere], None] | None
    on_call: Callable[[CallEvent], None] | None
    on_ussd: Callable[[int, str], None] | None

    def connect(self) -> None: ...
    def close(self) -> None: ...
    def set_coverage(self, covered: bool) -> None: ...
    def send_sms(self, number: str, text: str) -> str: ...
    def dial(self, number: str) -> int: ...
    def answer(self, line: int) -> None: ...
    def hang_up(self, line: int) -> None: ...
    def hold(self, line: int) -> None: ...
    def retrieve(self, line: int) -> None: ...
    def swap(self) -> None: ...
    def ussd(self, text: str) -> None: ...


class Air:
    """`make(imsi)` gives a radio with that SIM, or None where there is no network. A new SIM is a new radio."""

    def __init__(self, make: Callable[[str], CellRadio | None], tasks: Tasks) -> None:
        self.changed: Callable[[bool], None] = lambda up: None
        """In the network, or no longer; see `denied`."""
        self.sms: Callable[[Sms], None] = lambda sms: None
        """On the radio's thread: when it returns, the network counts the message as delivered."""
        self.sms_status: Callable[[str, str], None] = lambda ref, state: None
        self.sent_elsewhere: Callable[[SentElsewhere], None] = lambda sent: None
        self.call: Callable[[CallEvent], None] = lambda event: None
        self.ussd: Callable[[int, str], None] = lambda kind, text: None
        self.registered = False
        self._make = make
        self._tasks = tasks
        self._radio: CellRadio | None = None
        self._covered = True

    @property
    def denied(self) -> str:
        """Why the network does not let this SIM in; "" if it does, or has not said."""
        return self._radio.denied if self._radio is not None and not self.registered else ""

    def insert(self, imsi: str) -> None:
        """Begin with a SIM; "" is none."""
        self.close()
        radio = self._radio = self._make(imsi) if imsi else None
        if radio is None:
            return
        post = self._tasks.post
        radio.on_registered = lambda up: post(lambda: self._registered(radio, up))
        radio.on_sms = self.sms
        radio.on_sms_status = lambda ref, state: post(lambda: self.sms_status(ref, state))
        radio.on_sent_elsewhere = lambda sent: post(lambda: self.sent_elsewhere(sent))
        radio.on_call = lambda event: post(lambda: self.call(event))
        radio.on_ussd = lambda kind, text: post(lambda: self.ussd(kind, text))
        radio.set_coverage(self._covered)
        radio.connect()

    def set_coverage(self, covered: bool) -> None:
        """Carry it out of the network's reach, or back."""
        self._covered = covered
        radio = self._radio
        if radio is not None:
            self._tasks.submit(lambda: radio.set_coverage(self._covered))

    def order(
        self,
        work: Callable[[CellRadio], Any],
        done: Callable[[Any], None] = lambda _: None,
        failed: Callable[[str], None] = lambda code: None,
    ) -> None:
        """Have the radio do something; `failed(code)` (`radio.no_coverage`, …) when it cannot."""
        radio = self._radio
        if radio is None:
            failed("radio.no_coverage")
            return

        def trouble(error: Exception) -> None:
            if not isinstance(error, BenchError):
                raise error
            failed(error.code)

        self._tasks.submit(lambda: work(radio), done, trouble)

    def close(self) -> None:
        """Switch the radio off."""
        radio, self._radio, self.registered = self._radio, None, False
        if radio is not None:
            radio.close()

    def _registered(self, radio: CellRadio, up: bool) -> None:
        if radio is self._radio:
            self.registered = up
            self.changed(up)
