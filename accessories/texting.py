"""Messages of an accessory at work: what comes is kept, what is sent is followed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accessories.air import Air
from accessories.messages import Text, Texts
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.phone_numbers import grouped
from core.tasks import Tasks

if TYPE_CHECKING:
    from core.radio import SentElsewhere, Sms

SHOWN = 20
"""Texts in the list: more than anybody scrolls on a wrist."""


class Texting:
    """`actor` names the accessory in the log, which never has a text: it may be a security code."""

    def __init__(self, air: Air, path: Path, *, actor: str, clock: Clock, events: EventLog, tasks: Tasks) -> None:
        self.changed: Callable[[], None] = lambda: None
        self._air = air
        self._actor = actor
        self._clock = clock
        self._events = events
        self._tasks = tasks
        self._unread = 0
        self._texts = Texts(path, failed=self._not_stored)
        air.sms = self._landed
        air.sms_status = self._status
        air.sent_elsewhere = self._sent_elsewhere

    def state(self) -> list[dict[str, Any]]:
        """The newest first, for the view."""
        return [self._row(text) for text in reversed(self._texts.all[-SHOWN:])]

    def newest(self) -> dict[str, Any]:
        """The newest text that came and was not looked at: `{number, text, unread}`, {} when all were."""
        came = [text for text in self._texts.all if not text.mine]
        if not self._unread or not came:
            return {}
        return {"number": grouped(came[-1].number), "text": came[-1].text, "unread": self._unread}

    def looked(self) -> None:
        """The list was opened."""
        self._unread = 0
        self.changed()

    def sender(self, identity: Any) -> str:
        """Who sent (or was sent) the text `identity`, "" if there is no such text."""
        return next((text.number for text in self._texts.all if text.id == identity), "")

    def send(self, number: str, text: str) -> None:
        """Send; what becomes of it is shown at the text."""
        one = self._texts.write(number, text, self._clock.timestamp())
        self.changed()

        def change(**what: str) -> None:
            self._texts.change(one.id, **what)
            self.changed()

        self._air.order(
            lambda radio: radio.send_sms(number, text),
            lambda ref: change(ref=str(ref)),
            lambda code: change(state="failed"),
        )

    def _row(self, text: Text) -> dict[str, Any]:
        return {
            "id": text.id,
            "number": grouped(text.number),
            "mine": text.mine,
            "text": text.text,
            "state": text.state,
            "mayReply": text.number.lstrip("+").isdigit(),
        }

    def _landed(self, sms: Sms) -> None:
        """On the radio's thread."""
        if self._texts.receive(sms.id, sms.sender, sms.text, self._clock.timestamp()):
            self._events.emit(self._actor, "accessory.message", sms=sms.id)
            self._tasks.post(self._came)

    def _came(self) -> None:
        self._unread += 1
        self.changed()

    def _status(self, ref: str, state: str) -> None:
        """The network's word may come before the radio's own name of the message: then it is the one being sent."""
        found = self._texts.by_ref(ref) or next((one for one in self._texts.all if one.state == "sending"), None)
        if found is not None:
            self._texts.change(found.id, state=state, ref=ref)
            self.changed()

    def _sent_elsewhere(self, sent: SentElsewhere) -> None:
        self._texts.write(sent.number, sent.text, self._clock.timestamp(), "sent")
        self.changed()

    def _not_stored(self, error: BenchError) -> None:
        self._events.emit(self._actor, "accessory.not_stored", code=error.code)
