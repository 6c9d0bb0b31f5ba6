"""An accessory without its window: its screens over set-up, telephone, messages and services, in plain Python."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from accessories.air import Air, CellRadio
from accessories.identity import Identity, IdentityStore
from accessories.kinds import AccessoryKind
from accessories.operator import Operator
from accessories.services import Services
from accessories.set_up import SetUp
from accessories.telephone import Telephone
from accessories.texting import Texting
from core.clock import Clock
from core.events import EventLog
from core.local_time import LOCAL_TIME
from core.phone_numbers import grouped, is_service_code
from core.radio.messages import NOT_ALLOWED, UNKNOWN_SUBSCRIBER
from core.randomness import Randomness
from core.tasks import Tasks

LONGEST = 24
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
        self._air = Air(radio, tasks)
        parts: dict[str, Any] = {"actor": name, "clock": clock, "events": events, "tasks": tasks}
        self.telephone = Telephone(self._air, **parts)
        self._texting = Texting(self._air, folder / "messages.json", **parts)
        self._services = Services(self._air)
        self._set_up = SetUp(kind, self.store, operator, parent=parent, tasks=tasks)
        self._page = "home"
        self._typed = ""
        self._to = ""
        self._again = False
        for part in (self.telephone, self._texting, self._services, self._set_up):
            part.changed = self._tell
        self._set_up.done = self._registered
        self._air.changed = self._network

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
        return {
            "kind": {"id": self.kind.id, "name": self.kind.name, "body": self.kind.body, "menu": self.kind.menu},
            "screen": self.screen,
            "overlay": self.telephone.overlay or ("service" if self._services.dialog else ""),
            "status": {
                "time": f"{now:%H:%M}",
                "inNetwork": self._air.registered,
                "number": grouped(self.store.identity.msisdn),
                "name": self.store.identity.name or self.kind.name,
            },
            "setUp": self._set_up.state(),
            "telephone": self.telephone.state(),
            "dial": {"typed": self._typed, "shown": grouped(self._typed) if self._typed.isdigit() else self._typed},
            "messages": self._texting.state(),
            "newest": self._texting.newest(),
            "write": {"number": grouped(self._to)},
            "service": dict(self._services.dialog),
            "priority": dict(self._services.priority),
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
        self._page = "home"
        self._set_up.back()
        self._services.close()

    def on_open(self, page: Any) -> None:
        """A page of the home screen."""
        if page in PAGES and (page != "menu" or self.kind.menu):
            self._page = str(page)
            if page == "menu":
                self._services.ask_priority()
            elif page == "messages":
                self._texting.looked()
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
            self._services.dial(typed)
        elif typed.strip("*#"):
            self._typed, self._page = "", "home"
            self.telephone.dial(typed)

    def on_write(self, identity: Any) -> None:
        """Choose a text for the sender of a message, or (None) for the number that was typed."""
        number = self._texting.sender(identity) or self._typed
        if number.lstrip("+").isdigit():
            self._to, self._typed, self._page = number, "", "write"
            self._tell()

    def on_send_text(self, text: Any) -> None:
        """Send one of the texts that the screen offers."""
        if self._page == "write" and str(text).strip():
            self._page = "messages"
            self._texting.send(self._to, str(text))

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
        self._services.close()

    def on_prefer_this(self, _: Any) -> None:
        """Prefer this accessory for messages (the menu of ONE-SMS-09)."""
        if self._page == "menu":
            self._services.prefer_this()

    # -- the network

    def _registered(self) -> None:
        self._again, self._page = False, "home"
        self._events.emit(self._name, "accessory.set_up", iccid=self.store.identity.iccid)
        self._air.insert(self.store.identity.imsi)
        self._tell()

    def _network(self, up: bool) -> None:
        if not up:
            self.telephone.network_lost()
            self._services.network_lost()
            self._page = "home"
        self._tell()

    def _minute(self) -> None:
        """The clock on its face."""
        if not self._closed:
            self._tell()
            seconds = 60 - self._clock.timestamp() % 60
            self._clock.call_later(seconds + 0.01, lambda: self._tasks.post(self._minute))

    def _tell(self) -> None:
        if not self._closed:
            self.changed()
