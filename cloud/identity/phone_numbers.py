"""The telephone numbers that a person has stored with their account (BMW-JP-PC-05, MINI-WEB-S1-05)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cloud.context import Context
from cloud.identity.accounts import Person
from cloud.identity.rules.phone_numbers import NumberKind, is_mobile, national_number, shown_number
from cloud.storage.models import PhoneNumber
from core.errors import BenchError

MOST = 5
"""Numbers an account may have; a person with more has mistyped some."""


@dataclass(frozen=True)
class StoredNumber:
    """One number of an account; `number` in national digits."""

    id: int
    number: str
    kind: NumberKind

    @property
    def shown(self) -> str:
        """In groups, for people."""
        return shown_number(self.number)

    @property
    def is_mobile(self) -> bool:
        """Only these can have a Personal eSIM."""
        return is_mobile(self.number)


class PhoneNumbers:
    """All accounts' numbers."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of(self, account_id: int) -> list[StoredNumber]:
        """A person's numbers, in the order in which they were added."""
        with self._context.database.reading() as session:
            rows = session.scalars(
                select(PhoneNumber).where(PhoneNumber.account_id == account_id).order_by(PhoneNumber.id)
            )
            return [_stored(row) for row in rows]

    def get(self, account_id: int, number_id: int) -> StoredNumber:
        """One of the person's own numbers. Raises `phone.unknown`, also for another's."""
        with self._context.database.reading() as session:
            return _stored(_own(session, account_id, number_id))

    def add(self, person: Person, text: str, kind: str) -> StoredNumber:
        """Store one more. Raises the first of `mistakes`, `phone.taken`, `phone.too_many {limit}`."""
        return self._put(person, None, text, kind)

    def change(self, person: Person, number_id: int, text: str, kind: str) -> StoredNumber:
        """Correct one. Raises as `add`, and `phone.unknown`."""
        return self._put(person, number_id, text, kind)

    def remove(self, person: Person, number_id: int) -> None:
        """Forget one; without effect if it is gone already. An eSIM that was activated with it stays as it is."""
        with self._context.database.writing() as session:
            row = session.get(PhoneNumber, number_id)
            if row is None or row.account_id != person.id:
                return
            session.delete(row)
        self._context.emit("phone_number.removed", account=person.gcid)

    def _put(self, person: Person, number_id: int | None, text: str, kind: str) -> StoredNumber:
        if wrong := mistakes(text, kind):
            raise wrong[0]
        number = national_number(text)
        try:
            with self._context.database.writing() as session:
                if number_id is not None:
                    row = _own(session, person.id, number_id)
                else:
                    known = session.scalars(select(PhoneNumber.id).where(PhoneNumber.account_id == person.id)).all()
                    if len(known) >= MOST:
                        raise BenchError("phone.too_many", limit=MOST)
                    row = PhoneNumber(account_id=person.id, created_at=self._context.now())
                    session.add(row)
                row.number, row.kind = number, kind
                session.flush()
                stored = _stored(row)
        except IntegrityError as error:
            raise BenchError("phone.taken") from error
        self._context.emit("phone_number.stored", account=person.gcid, number_last4=number[-4:], number_kind=kind)
        return stored


def mistakes(text: str, kind: str) -> list[BenchError]:
    """All that is wrong with a number and its kind, at once: those of `national_number`, `phone.kind_missing`,
    `phone.not_mobile` (a fixed number said to be a mobile one).
    """
    found = []
    try:
        number = national_number(text)
        if kind == NumberKind.MOBILE and not is_mobile(number):
            found.append(BenchError("phone.not_mobile"))
    except BenchError as error:
        found.append(error)
    if kind not in set(NumberKind):
        found.append(BenchError("phone.kind_missing"))
    return found


def _own(session: Session, account_id: int, number_id: int) -> PhoneNumber:
    row = session.get(PhoneNumber, number_id)
    if row is None or row.account_id != account_id:
        raise BenchError("phone.unknown")
    return row


def _stored(row: PhoneNumber) -> StoredNumber:
    return StoredNumber(row.id, row.number, NumberKind(row.kind))
