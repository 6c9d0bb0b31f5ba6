"""The operator's subscribers: one line is one telephone number, one SIM and one person."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from cloud.carrier.context import CarrierContext
from cloud.carrier.models import LineRow, NetworkPinRow


@dataclass(frozen=True)
class Line:
    """What the contract of a line says. `birth_date` is ISO 8601, `postcode` 7 digits."""

    msisdn: str
    imsi: str
    family_kana: str
    given_kana: str
    family_kanji: str
    given_kanji: str
    birth_date: str
    postcode: str
    address: str
    plan: str


class Lines:
    """All lines of this operator."""

    def __init__(self, context: CarrierContext) -> None:
        self._context = context

    def get(self, msisdn: str) -> Line | None:
        """The line with this number."""
        with self._context.database.reading() as session:
            row = session.get(LineRow, msisdn)
            return _line(row) if row else None

    def by_imsi(self, imsi: str) -> Line | None:
        """The line whose SIM this is."""
        with self._context.database.reading() as session:
            row = session.scalar(select(LineRow).where(LineRow.imsi == imsi))
            return _line(row) if row else None

    def all(self) -> list[Line]:
        """Every line, by number."""
        with self._context.database.reading() as session:
            return [_line(row) for row in session.scalars(select(LineRow).order_by(LineRow.msisdn))]

    def add(self, line: Line, pin_hash: str) -> None:
        """Store a line whose data are known to be good, with the hash of its network PIN."""
        with self._context.database.writing() as session:
            session.add(LineRow(**line.__dict__))
            session.flush()
            session.add(NetworkPinRow(msisdn=line.msisdn, pin_hash=pin_hash))

    def language(self, msisdn: str) -> str:
        """The language of this line's messages, `ja` or `en`."""
        with self._context.database.reading() as session:
            row = session.get(LineRow, msisdn)
            return row.language if row else "ja"

    def set_language(self, msisdn: str, language: str) -> None:
        """From now on this line's messages are written in `language`."""
        if self.language(msisdn) == language:
            return
        with self._context.database.writing() as session:
            if row := session.get(LineRow, msisdn):
                row.language = language


def _line(row: LineRow) -> Line:
    return Line(**{name: getattr(row, name) for name in Line.__dataclass_fields__})
