"""An accessory without its window: set-up, telephone, messages and the menu, in plain Python."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accessories.air import Air, CellRadio
from accessories.identity import Identity, IdentityStore
from accessories.kinds import AccessoryKind
from accessories.messages import Text, Texts
from accessories.operator import Operator
from accessories.set_up import SetUp
from accessories.telephone import Telephone
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.local_time import LOCAL_TIME
from core.phone_numbers import grouped, is_service_code
from core.radio.messages import NOT_ALLOWED, UNKNOWN_SUBSCRIBER
from core.randomness import Randomness
from core.tasks import Tasks

if TYPE_CHECKING:
    from core.radio import SentElsewhere, Sms

ASK, PREFER_THIS = "*#103#", "*103*1#"
"""Service codes of the receive priority (ONE-SMS-15, -16)."""
LONGEST = 24
SHOWN = 20
"""Texts in the list: more than anybody scrolls on a wrist."""
OUT = (UNKNOWN_SUBSCRIBER, NOT_ALLOWED)
"""The network's words for a SIM whose registration was released."""
PAGES = ("dial", "messages", "menu")


class Device:
    """Screens: `setUp` and `released` without a registration; `home`, `dial`, `messages`, `write`, `menu` with one.

    Event `pinDigit` is the method `on_pin_digit`. `changed` is called after every change, on the owner's thread.
    """

    def __init__(
        self,
        kind: AccessoryKind,
        *,
        name: str,
        folder: Path,
        parent: str,
        given: Identity | None,
        operator: Operator,
        radio: Callable[[str], CellRadio | None],
        clock: Clock,
        events: EventLog,
        randomness: Randomness,
        tasks: Tasks,
    ) -> None:
        self.changed: Callable[[], None] = lambda: None
        self.kind = kind
        self._name = name
        self._clock = clock
        self._events = events
        self._tasks = tasks
        self._closed = False
        self.store = IdentityStore(folder / "accessory.json", randomness=randomness, given=given)
        self._texts = Texts(folder / "messages.json", failed=self._not_stored)
        self._air = Air(radio, tasks)
        self.telephone = Telephone(self._air, actor=name, clock=clock, events=events, tasks=tasks)
        self._set_up = SetUp(kind, self.store, operator, parent=parent, tasks=tasks)
        self._page = "home"
        self._typed = ""
        self._to = ""
        self._service: dict[str, str] = {}
        self._priority: dict[str, str] = {}
        self._again = False
        self.telephone.changed = self._tell
        self._set_up.changed = self._tell
        self._set_up.done = self._registered
        self._air.changed = self._network
        self._air.sms = self._landed
        self._air.sms_status = self._sms_status
        self._air.sent_elsewhere = self._sent_elsewhere
        self._air.ussd = self._answered

    def start(self) -> None:
        """Switch on: join the network with the SIM there is."""
        self._air.insert(self.store.identity.imsi)
        self._minute()

    def close(self) -> None:
        """Switch off."""
        self._closed = True
        self._air.close()

    def set_coverage(self, covered: bool) -> None:
        """Carry it out of the network's reach, or back."""
        self._air.set_coverage(covered)

    # -- state

    @property
    def screen(self) -> str:
        """What is in front, below calls and answers."""
        if self._again or not self.store.identity.registered:
            return "setUp"
        return "released" if self._air.denied in OUT else self._page

    def state(self) -> dict[str, Any]:
        """Everything that the view model shows."""
        now = self._clock.now().astimezone(LOCAL_TIME)
        texts = self._texts.all
        return {
            "kind": {"id": self.kind.id, "name": self.kind.name, "body": self.kind.body, "menu": self.kind.menu},
            "screen": self.screen,
            "overlay": self.telephone.overlay or ("service" if self._service else ""),
            "status": {
                "time": f"{now:%H:%M}",
                "inNetwork": self._air.registered,
                "number": grouped(self.store.identity.msisdn),
                "name": self.store.identity.name or self.kind.name,
            },
            "setUp": self._set_up.state(),
            "telephone": self.telephone.state(),
            "dial": {"typed": self._typed, "shown": grouped(self._typed) if self._typed.isdigit() else self._typed},
            "messages": [self._row(text) for text in reversed(texts[-SHOWN:])],
            "write": {"number": grouped(self._to)},
            "service": dict(self._service),
            "priority": dict(self._priority),
        }

    def _row(self, text: Text) -> dict[str, Any]:
        return {
            "id": text.id,
            "number": grouped(text.number),
            "mine": text.mine,
            "text": text.text,
            "state": text.state,
            "mayReply": text.number.lstrip("+").isdigit(),
        }

    # -- the person

    def send(self, event: str, value: Any = None) -> None:
        """One touch; unknown ones are ignored, since a touch may arrive just after its screen has gone."""
        handler = getattr(self, "on_" + re.sub("[A-Z]", lambda match: "_" + match[0].lower(), event), None)
        if handler is not None:
            handler(value)

    def on_set_up(self, _: Any) -> None:
        """Begin the set-up, the first time or after a release."""
        if self.screen == "released":
            self._again = True
        self._set_up.begin()

    def on_pin_digit(self, key: Any) -> None:
        """A digit of the network PIN."""
        self._set_up.digit(str(key))

    def on_pin_erase(self, _: Any) -> None:
        """The last digit."""
        self._set_up.erase()

    def on_home(self, _: Any) -> None:
        """The crown, or the key below the screen."""
        self._page, self._service = "home", {}
        self._set_up.back()
        self._tell()

    def on_open(self, page: Any) -> None:
        """A page of the home screen."""
        if page in PAGES and (page != "menu" or self.kind.menu):
            self._page = str(page)
            if page == "menu":
                self._ask_priority(ASK)
            self._tell()

    def on_digit(self, key: Any) -> None:
        """A key of the pad."""
        if len(str(key)) == 1 and str(key) in "0123456789*#" and len(self._typed) < LONGEST:
            self._typed += str(key)
            self._tell()

    def on_erase(self, _: Any) -> None:
        """The last digit."""
        self._typed = self._typed[:-1]
        self._tell()

    def on_call(self, _: Any) -> None:
        """Call what was typed; a service code goes to the network as one."""
        typed = self._typed
        if is_service_code(typed):
            self._typed = ""
            self._ask_service(typed)
        elif typed.strip("*#"):
            self._typed, self._page = "", "home"
            self.telephone.dial(typed)

    def on_write(self, identity: Any) -> None:
        """Choose a text for the sender of a message, or (None) for the number that was typed."""
        found = next((text for text in self._texts.all if text.id == identity), None)
        number = found.number if found is not None else self._typed
        if number.lstrip("+").isdigit():
            self._to, self._typed, self._page = number, "", "write"
            self._tell()

    def on_send_text(self, text: Any) -> None:
        """Send one of the texts that the screen offers."""
        if self._page != "write" or not str(text).strip():
            return
        one = self._texts.write(self._to, str(text), self._clock.timestamp())
        self._page = "messages"
        self._tell()

        def change(**what: str) -> None:
            self._texts.change(one.id, **what)
            self._tell()

        number = self._to
        self._air.order(
            lambda radio: radio.send_sms(number, str(text)),
            lambda ref: change(ref=str(ref)),
            lambda code: change(state="failed"),
        )

    def on_answer(self, _: Any) -> None:
        """Take the call that rings."""
        self.telephone.answer()

    def on_reject(self, _: Any) -> None:
        """Refuse it."""
        self.telephone.reject()

    def on_hang_up(self, _: Any) -> None:
        """End the call."""
        self.telephone.hang_up()

    def on_hold(self, _: Any) -> None:
        """Hold, take back, or swap."""
        self.telephone.hold()

    def on_mute(self, _: Any) -> None:
        """The microphone."""
        self.telephone.mute()

    def on_service_read(self, _: Any) -> None:
        """The answer of a service code was read."""
        self._service = {}
        self._tell()

    def on_prefer_this(self, _: Any) -> None:
        """Prefer this accessory for messages (the menu of ONE-SMS-09)."""
        if self._page == "menu":
            self._ask_priority(PREFER_THIS)

    # -- the network

    def _registered(self) -> None:
        self._again, self._page = False, "home"
        self._events.emit(self._name, "accessory.set_up", iccid=self.store.identity.iccid)
        self._air.insert(self.store.identity.imsi)
        self._tell()

    def _network(self, up: bool) -> None:
        if not up:
            self.telephone.network_lost()
            self._page = "home"
        self._tell()

    def _landed(self, sms: Sms) -> None:
        """On the radio's thread."""
        if self._texts.receive(sms.id, sms.sender, sms.text, self._clock.timestamp()):
            self._events.emit(self._name, "accessory.message", sms=sms.id)  # never the text: it may be a security code
            self._tasks.post(self._tell)

    def _sms_status(self, ref: str, state: str) -> None:
        """The network's word may come before the radio's own name of the message: then it is the one being sent."""
        found = self._texts.by_ref(ref) or next((one for one in self._texts.all if one.state == "sending"), None)
        if found is not None:
            self._texts.change(found.id, state=state, ref=ref)
            self._tell()

    def _sent_elsewhere(self, sent: SentElsewhere) -> None:
        self._texts.write(sent.number, sent.text, self._clock.timestamp(), "sent")
        self._tell()

    def _ask_service(self, code: str) -> None:
        self._service = {"state": "waiting", "code": code, "text": ""}
        self._tell()
        self._air.order(lambda radio: radio.ussd(code), failed=self._service_failed)

    def _ask_priority(self, code: str) -> None:
        self._priority = {"state": "waiting", "text": ""}
        self._tell()
        self._air.order(lambda radio: radio.ussd(code), failed=self._service_failed)

    def _service_failed(self, code: str) -> None:
        failed = {"state": "failed", "text": code}
        if self._priority.get("state") == "waiting":
            self._priority = failed
        else:
            self._service |= failed
        self._tell()

    def _answered(self, _kind: int, text: str) -> None:
        answer = {"state": "answered", "text": text}
        if self._priority.get("state") == "waiting":
            self._priority = answer
        else:
            self._service = {"code": self._service.get("code", ""), **answer}
        self._tell()

    def _not_stored(self, error: BenchError) -> None:
        self._events.emit(self._name, "accessory.not_stored", code=error.code)

    def _minute(self) -> None:
        """The clock on its face."""
        if not self._closed:
            self._tell()
            seconds = 60 - self._clock.timestamp() % 60
            self._clock.call_later(seconds + 0.01, lambda: self._tasks.post(self._minute))

    def _tell(self) -> None:
        if not self._closed:
            self.changed()
