"""Password and card, in the order of the phone's kind, until the card has signed (`MYNA-B03…B04`, `MYNA-C05…C06`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.errors import BenchError
from phone_app.apps.mynapoint.password_entry import PasswordEntry
from phone_app.apps.mynapoint.platform import Proof
from phone_app.apps.mynapoint.screens import CARD_SCREENS, Screens
from phone_app.nfc.card import CardSession, Signature


@dataclass(frozen=True)
class ProofTask:
    """What the card is wanted for. `purpose`, `content`: what it signs; `then` gets the proof."""

    purpose: str
    content: str
    origin: str
    """The screen that back leads to."""
    then: Callable[[Proof], None]


class CardPages(Screens):
    """Card screens. Password first by default; with `card_first` the card is laid before, and stays (`MYNA-B03b`)."""

    def __init__(self, *arguments: Any, **parts: Any) -> None:
        super().__init__(*arguments, **parts)
        self._task: ProofTask | None = None
        self._entry = PasswordEntry()
        self._stage = "waiting"
        """`waiting` for a card, `reading` it, or `off`: the reader cannot look for one."""
        self._office = ""
        """The municipal office beside the phone: "", `ask`, `done`, `failed`."""

    @property
    def dialog(self) -> str:
        """The municipal office is a dialog over the page."""
        return "cardOffice" if self._office else ""

    def card_state(self) -> dict[str, Any]:
        """For the view: entry, stage, the cards on the desk."""
        reader = self._reader
        return {
            "entry": self._entry.state(),
            "stage": self._stage,
            "cardFirst": self._card_first(),
            "purpose": self._task.purpose if self._task else "",
            "nfc": {
                "shown": self.screen in ("locked", *CARD_SCREENS),
                "note": reader.cards[self._card_at_hand].note,
                "laid": reader.laid,
                "office": self._office,
                "cards": [
                    {"key": card.key, "kind": card.kind, "name": card.names[self._language()]}
                    for card in reader.cards.values()
                ],
            },
        }

    @property
    def _card_at_hand(self) -> str:
        """The My Number card on the phone, else the owner's, else any: what note and office are about."""
        cards, laid = self._reader.cards, self._reader.laid
        if laid and cards[laid].card is not None:
            return laid
        return "mynumber" if "mynumber" in cards else next(iter(cards))

    def opened(self) -> None:
        """Back in front: the reader looks again."""
        if self.screen == "card":
            self._look()
        elif self.screen == "password" and self._card_first():
            self._to_card()

    def left(self) -> None:
        """Behind another app no reader works, and no half password waits."""
        self._entry.typed = ""
        if self.screen in CARD_SCREENS:
            self._attempt += 1
            self._stage = "waiting"
            self._reader.end()
            if self.screen == "card" and not self._card_first():
                self.screen = "password"

    def back(self) -> bool:
        """From the card to the password, where that comes first."""
        if self.screen == "card" and not self._card_first():
            self._attempt += 1
            self._error = None
            self._entry = PasswordEntry(left=self._entry.left)
            self.go("password", "back")
            return True
        if self.screen in ("locked", *CARD_SCREENS):
            self._put_back()
        return super().back()

    def _prove(self, task: ProofTask) -> None:
        """Have the card sign."""
        self._task, self._origin = task, task.origin
        self._entry = PasswordEntry()
        self._error = None
        if self._card_first():
            self._to_card()
        else:
            self.go("password")

    # -- the password

    def on_digit(self, digit: Any) -> None:
        """A key of the key pad."""
        if self.screen == "password" and not self._entry.complete:
            self._entry.digit(str(digit))
            self.changed()
            if self._entry.complete:
                self._to_card(gone=self._card_first() and not self._reader.connected)

    def on_erase(self, _: Any) -> None:
        """Take a digit back."""
        if self.screen == "password":
            self._entry.erase()
            self.changed()

    # -- the card

    def on_lay_card(self, key: Any) -> None:
        """A card of the desk is laid on the phone, or taken off it."""
        if str(key) == self._reader.laid:
            self._reader.take_away()
        else:
            self._reader.lay(str(key))
        self.changed()

    def on_switch_nfc_on(self, _: Any) -> None:
        """The way on when NFC is off."""
        if self.screen == "card":
            self._switch_nfc(True)
            self._look()

    def look_again(self) -> None:
        """The phone's settings were changed: perhaps NFC is on now."""
        if self.screen == "card" and self._stage == "off":
            self._look()

    def card_found(self) -> None:
        """A My Number card lies on the phone."""
        self._error = None
        if self.screen == "card":
            if self._entry.complete:
                self._read()
            else:
                self.go("password")
        self.changed()

    def card_gone(self) -> None:
        """It was taken away before it had signed. One that was of no use was rightly taken away."""
        if self.screen == "card" or self._card_first():
            useless = self._error is not None and self._error.code in ("card.foreign", "card.unreadable")
            self._attempt += 1
            self._stage = "waiting"
            self._error = None if useless else BenchError("card.removed")
        self.changed()

    def card_failed(self, error: BenchError) -> None:
        """What lies there cannot be used; the reader goes on looking."""
        if self.screen in CARD_SCREENS:
            self._stage, self._error = "off" if error.code == "nfc.off" else "waiting", error
            self.changed()

    def _to_card(self, *, gone: bool = False) -> None:
        self._stage = "waiting"
        self._error = BenchError("card.removed") if gone else None
        connected = self._reader.connected
        self.go("card")
        if connected:
            self._read()
        else:
            self._look()

    def _look(self) -> None:
        """Have the reader look for a card."""
        self._stage = "waiting"
        if self._error is not None and self._error.code.startswith("nfc."):
            self._error = None
        try:
            self._reader.begin(self)
        except BenchError as error:
            self._stage, self._error = "off", error
        self.changed()

    def _read(self) -> None:
        """First the platform's nonce: where it cannot be reached, the card is not asked and no try is used."""
        self._stage = "reading"
        self.changed()
        self._work(self._platform.nonce, self._got_nonce, self._read_failed)

    def _got_nonce(self, nonce: str) -> None:
        task, password = self._task, self._entry.typed
        if task is None or not self._reader.connected:
            return

        def work(session: CardSession) -> Signature:
            from core.jpki.authority import signed_text

            session.verify(password)
            return session.sign(signed_text(task.purpose, nonce, task.content))

        self._reader.transact(work, lambda given: self._signed(task, Proof(nonce, given)), self._read_failed)

    def _signed(self, task: ProofTask, proof: Proof) -> None:
        self._events.emit("phone", "card.signed", purpose=task.purpose)
        self._entry = PasswordEntry()
        self._put_back()
        task.then(proof)

    def _read_failed(self, error: BenchError) -> None:
        if self.screen != "card":
            return
        self._stage = "waiting"
        if error.code in ("card.wrong", "card.locked"):
            self._events.emit("phone", error.code, left=error.params.get("left", 0))
        if error.code == "card.wrong":
            self._entry.wrong(int(str(error.params["left"])))
            self._error = None
            self.go("password", "back")
        elif error.code in ("card.locked", "card.broken"):
            self._error = error
            self._entry = PasswordEntry()
            self._put_back()
            self._error = error
            self.go("locked")
        elif error.code in ("card.unreadable", "nfc.off"):
            self._stage = "off" if error.code == "nfc.off" else "waiting"
            self._error = error
            self.changed()
        else:
            self._put_back()
            self._problem(error, self._to_card, self._task.origin if self._task else "top")

    def _put_back(self) -> None:
        """The card goes back to the desk when it has done its work."""
        self._reader.end()
        self._reader.take_away()

    # -- the municipal office

    def on_card_again(self, _: Any) -> None:
        """From the page of a locked card: begin again with the password."""
        if self.screen == "locked" and self._task is not None:
            self._prove(self._task)

    def on_ask_office(self, _: Any) -> None:
        """The owner goes to the municipal office with the card."""
        self._office = "ask"
        self.changed()

    def on_restore_card(self, _: Any) -> None:
        """The office sets the card's password anew."""
        card = self._reader.cards[self._card_at_hand].card if self._office == "ask" else None
        if card is not None:
            self._tasks.submit(card.restore, lambda _: self._restored("done"), self._not_restored)

    def on_close_office(self, _: Any) -> None:
        """Back from the office."""
        self._office = ""
        self.changed()

    def _restored(self, outcome: str) -> None:
        self._events.emit("phone", "card.restored")
        self._office = outcome
        self.changed()

    def _not_restored(self, error: Exception) -> None:
        if not isinstance(error, BenchError):
            raise error
        self._office = "failed"
        self.changed()
