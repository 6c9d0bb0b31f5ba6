"""All messages of the phone, by the number they are exchanged with, in one file (mode 0600)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from core.errors import BenchError
from core.store import JsonStore
from core.tasks import Tasks
from phone_app.saver import Saver

MOST = 200
"""Messages kept of one conversation; older ones go."""
KNOWN = 200
"""Ids of received messages that are remembered, so that none is shown twice, nor again after it was deleted."""
STATES = ("received", "sending", "sent", "delivered", "failed")


@dataclass(frozen=True)
class Message:
    """One SMS. `at`: seconds since 1970 UTC on the bench's clock. `ref` is the network's word for one that was sent."""

    id: str
    text: str
    at: float
    state: str = "received"
    ref: str = ""

    @property
    def mine(self) -> bool:
        """Whether this phone wrote it."""
        return self.state != "received"


@dataclass
class Conversation:
    """The messages with one number or name, oldest first."""

    number: str
    messages: list[Message] = field(default_factory=list)
    unread: int = 0

    @property
    def key(self) -> str:
        """Stable and free of language, for ids."""
        return key_of(self.number)


def key_of(number: str) -> str:
    """`n09000001234` for a number, a short digest for senders that are words."""
    digits = number.lstrip("+")
    if digits.isascii() and digits.isdigit():
        return f"n{digits}"
    return "s" + hashlib.sha256(number.encode()).hexdigest()[:10]


class Conversations:
    """The message store. A damaged file is kept aside and told in `trouble`."""

    def __init__(self, path: Path, *, tasks: Tasks, failed: Callable[[BenchError], None]) -> None:
        self._store = JsonStore(path)
        self._saver = Saver(self._store, tasks, failed)
        self._all: dict[str, Conversation] = {}
        self._next = 1
        self._known: list[str] = []
        stored = self._store.load()
        try:
            for entry in stored.get("conversations", []):
                conversation = _conversation(entry)
                self._all[conversation.number] = conversation
            self._next = int(stored.get("next", 1))
            self._known = [str(ref) for ref in stored.get("known", [])]
        except (AttributeError, KeyError, TypeError, ValueError):
            self._store.set_aside()
            self._all, self._next = {}, 1
        aside = self._store.kept_aside
        self.trouble = BenchError("storage.damaged", path=str(aside)) if aside else None
        self._give_up_unsent()

    def newest_first(self) -> list[Conversation]:
        """All conversations, the one with the newest message first."""
        return sorted(self._all.values(), key=lambda one: one.messages[-1].at, reverse=True)

    def get(self, number: str) -> Conversation | None:
        """The conversation with `number`."""
        return self._all.get(number)

    def by_key(self, key: str) -> Conversation | None:
        """The conversation with this key."""
        return next((one for one in self._all.values() if one.key == key), None)

    @property
    def unread(self) -> int:
        """How many messages nobody looked at."""
        return sum(one.unread for one in self._all.values())

    def receive(self, sender: str, text: str, at: float, network_id: str) -> Message | None:
        """Keep an SMS; None for one that the network delivered before (its acknowledgement was lost)."""
        ref = network_id
        if ref in self._known:
            return None
        self._known = [*self._known, ref][-KNOWN:]
        conversation = self._all.setdefault(sender, Conversation(sender))
        message = self._add(conversation, text, at, "received", ref)
        conversation.unread += 1
        self.save()
        return message

    def write(self, number: str, text: str, at: float) -> Message:
        """Keep a message that is being sent."""
        message = self._add(self._all.setdefault(number, Conversation(number)), text, at, "sending", "")
        self.save()
        return message

    def change(self, number: str, message_id: str, **changes: Any) -> None:
        """Another state or reference of one message; nothing for one that is gone."""
        conversation = self._all.get(number)
        if conversation is None:
            return
        for place, message in enumerate(conversation.messages):
            if message.id == message_id:
                conversation.messages[place] = replace(message, **changes)
                self.save()

    def find_ref(self, ref: str) -> tuple[str, Message] | None:
        """The message sent under the network's reference, with its number."""
        for conversation in self._all.values():
            for message in conversation.messages:
                if message.mine and message.ref == ref:
                    return conversation.number, message
        return None

    def read(self, number: str) -> None:
        """Somebody looked."""
        conversation = self._all.get(number)
        if conversation is not None and conversation.unread:
            conversation.unread = 0
            self.save()

    def remove(self, number: str) -> None:
        """Delete a conversation."""
        if self._all.pop(number, None) is not None:
            self.save()

    def save(self) -> None:
        """Store soon."""
        entries = [
            {"number": one.number, "unread": one.unread, "messages": [asdict(message) for message in one.messages]}
            for one in self._all.values()
        ]
        self._saver.save({"next": self._next, "known": self._known, "conversations": entries})

    def flush(self) -> None:
        """Store now; raises `storage.*`."""
        self._saver.flush()

    def _add(self, conversation: Conversation, text: str, at: float, state: str, ref: str) -> Message:
        message = Message(f"m{self._next}", text, at, state, ref)
        self._next += 1
        conversation.messages = [*conversation.messages, message][-MOST:]
        return message

    def _give_up_unsent(self) -> None:
        """The phone was switched off while it sent: nobody knows whether the network took it."""
        for conversation in self._all.values():
            conversation.messages = [
                replace(message, state="failed") if message.state == "sending" else message
                for message in conversation.messages
            ]


def _conversation(entry: dict[str, Any]) -> Conversation:
    messages = [Message(**message) for message in entry["messages"]]
    if not messages or any(message.state not in STATES for message in messages):
        raise ValueError("a conversation without sense")
    if any(not isinstance(message.at, (int, float)) or not isinstance(message.text, str) for message in messages):
        raise ValueError("a message without sense")
    return Conversation(str(entry["number"]), messages, int(entry["unread"]))
