"""The Messages app: conversations, one conversation, a new message; the newest security code for other apps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from core.clock import Clock
from core.events import EventLog
from core.local_time import LOCAL_TIME
from core.person_names import initial_of
from core.phone_numbers import grouped
from core.radio import SentElsewhere
from core.tasks import Tasks
from phone_app.apps.base import App
from phone_app.apps.messages.codes import find_code
from phone_app.apps.messages.conversations import Conversation, Conversations, Message, key_of
from phone_app.landing import Landed
from phone_app.mobile import Mobile

CODE_FRESH = 600.0
"""Seconds that a received code is offered for typing: the operator's codes live about as long."""
LONGEST = 670
"""Letters of one message: ten parts of 67 (TS 23.040 §9.2.3.24.1 in UCS-2)."""


class MessagesApp(App):
    """Screens: list, conversation, compose."""

    id = "messages"

    def __init__(
        self,
        store: Conversations,
        mobile: Mobile,
        *,
        name_of: Callable[[str], str],
        clock: Clock,
        events: EventLog,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self.screen = "list"
        self.told: Callable[[str, dict[str, str]], None] = lambda kind, params: None
        """A banner: `(kind, params)`."""
        self.copied: Callable[[str], None] = lambda text: None
        """Puts a text on the clipboard."""
        self.in_front: Callable[[], bool] = lambda: False
        self._store = store
        self._mobile = mobile
        self._name_of = name_of
        self._clock = clock
        self._events = events
        self._tasks = tasks
        self._number = ""
        self._problem = ""
        self._code, self._code_at = "", 0.0
        mobile.sms_arrived = self._arrived
        mobile.sms_status = self._status
        mobile.sent_elsewhere = self._sent_elsewhere

    # -- state

    @property
    def code(self) -> str:
        """The security code that came last, while it is fresh and unused."""
        fresh = self._clock.timestamp() - self._code_at <= CODE_FRESH
        return self._code if fresh else ""

    def state(self) -> dict[str, Any]:
        """`conversations` for the list, `conversation` for the page, `code` for whoever types one."""
        shown = self._store.get(self._number)
        return {
            "screen": self.screen,
            "unread": self._store.unread,
            "code": self.code,
            "problem": self._problem,
            "longest": LONGEST,
            "conversations": [self._row(one) for one in self._store.newest_first()],
            "conversation": self._page(shown or Conversation(self._number)),
        }

    def _row(self, conversation: Conversation) -> dict[str, Any]:
        newest = conversation.messages[-1]
        name = self._name(conversation.number)
        return {
            "key": conversation.key,
            "name": name,
            "initial": initial_of(name) if not name[:1].isdigit() else "",
            "preview": newest.text.replace("\n", " "),
            "time": self._time(newest.at),
            "unread": conversation.unread,
            "failed": newest.state == "failed",
        }

    def _page(self, conversation: Conversation) -> dict[str, Any]:
        return {
            "key": key_of(conversation.number),
            "name": self._name(conversation.number),
            "mayReply": conversation.number.lstrip("+").isdigit(),
            "messages": [self._bubble(message) for message in conversation.messages],
        }

    def _bubble(self, message: Message) -> dict[str, Any]:
        code = "" if message.mine else find_code(message.text)
        time = self._time(message.at)
        return {"id": message.id, "mine": message.mine, "text": message.text, "time": time} | {
            "state": message.state,
            "code": code,
        }

    def _name(self, number: str) -> str:
        return self._name_of(number) or grouped(number)

    def _time(self, at: float) -> str:
        then = datetime.fromtimestamp(at, UTC).astimezone(LOCAL_TIME)
        now = self._clock.now().astimezone(LOCAL_TIME)
        return f"{then:%H:%M}" if then.date() == now.date() else f"{then.month}/{then.day}"

    # -- the person

    def opened(self) -> None:
        """What is on the screen counts as read."""
        self._look()

    def back(self) -> bool:
        """To the list."""
        if self.screen == "list":
            return False
        self.go("list", "back")
        return True

    def on_open_conversation(self, key: Any) -> None:
        """A row of the list, or the banner."""
        found = self._store.by_key(str(key))
        if found is not None:
            self._number = found.number
            self._problem = ""
            self.screen = "conversation"
            self._look()
            self.go("conversation")

    def on_compose(self, _: Any) -> None:
        """A new message."""
        self._problem = ""
        self.go("compose")

    def on_write(self, value: Any) -> None:
        """Send `{number, text}` to anybody."""
        number = plain_number(str(dict(value).get("number", "")))
        text = str(dict(value).get("text", "")).strip()
        if not number:
            self._problem = "number"
            self.changed()
        elif text:
            self._number = number
            self._problem = ""
            self._send(number, text)
            self.go("conversation")

    def on_reply(self, text: Any) -> None:
        """Send in the conversation that is shown."""
        if self.screen == "conversation" and str(text).strip() and plain_number(self._number):
            self._send(self._number, str(text).strip())

    def on_send_again(self, message_id: Any) -> None:
        """A message that failed."""
        conversation = self._store.get(self._number)
        for message in list(conversation.messages if conversation else []):
            if message.id == message_id and message.state == "failed":
                self._store.change(self._number, message.id, state="sending")
                self._transmit(self._number, message)

    def on_remove(self, _: Any) -> None:
        """Delete the conversation that is shown."""
        if self.screen == "conversation":
            self._store.remove(self._number)
            self.go("list", "back")

    def on_copy_code(self, code: Any) -> None:
        """Put a code on the clipboard."""
        self.copied(str(code))
        self._events.emit("phone", "messages.code_copied")

    def use_code(self) -> None:
        """The code was filled in: it is offered no more."""
        self._code = ""
        self.changed()

    # -- the network

    def _arrived(self, sms: Landed) -> None:
        sender, text = sms.sender, sms.text
        message = self._store.receive(sender, text, self._clock.timestamp(), sms.id)
        if message is None:
            return
        code = find_code(text)
        if code:
            self._code, self._code_at = code, message.at
            self._clock.call_later(CODE_FRESH + 1, lambda: self._tasks.post(self.changed))
        # Never the text: it may be a security code.
        self._events.emit("phone", "messages.received", sms=sms.id)
        if self.in_front() and self.screen == "conversation" and sender == self._number:
            self._look()
        else:
            params = {"key": key_of(sender), "name": self._name(sender), "text": text, "code": code}
            self.told("sms", params)
        self.changed()

    def _send(self, number: str, text: str) -> None:
        message = self._store.write(number, text[:LONGEST], self._clock.timestamp())
        self._transmit(number, message)

    def _transmit(self, number: str, message: Message) -> None:
        def done(ref: str) -> None:
            now = self._store.get(number)
            still = next((one for one in now.messages if one.id == message.id), None) if now else None
            if still is not None:
                self._store.change(number, message.id, ref=str(ref), state="sent")
            self.changed()

        def failed(code: str) -> None:
            self._store.change(number, message.id, state="failed")
            self._events.emit("phone", "messages.not_sent", code=code)
            self.changed()

        self.changed()
        self._mobile.send_sms(number, message.text, done, failed)

    def _status(self, ref: str, state: str) -> None:
        found = self._store.find_ref(ref)
        if found is not None and state in ("sent", "delivered", "failed"):
            self._store.change(found[0], found[1].id, state=state)
            self.changed()

    def _sent_elsewhere(self, sent: SentElsewhere) -> None:
        """The paired watch sent a text: its sent messages are this phone's too (ONE-SMS-06)."""
        message = self._store.write(sent.number, sent.text, self._clock.timestamp())
        self._store.change(sent.number, message.id, state="sent")
        self._events.emit("phone", "messages.sent_elsewhere")
        self.changed()

    def _look(self) -> None:
        if self.screen == "conversation":
            self._store.read(self._number)


def plain_number(text: str) -> str:
    """The digits that can be dialled in `text`, with a leading +; "" when it is no number."""
    kept = "".join(sign for sign in text.strip() if sign not in " -()‐－ー")
    digits = kept.removeprefix("+")
    return kept if digits.isascii() and digits.isdigit() and 3 <= len(digits) <= 15 else ""
