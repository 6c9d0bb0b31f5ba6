"""The network PIN of each line: three wrong tries in a row lock it until its owner talks to the desk."""

from __future__ import annotations

from sqlalchemy import select

from cloud.carrier.context import CarrierContext
from cloud.carrier.lines import Lines
from cloud.carrier.models import NetworkPinRow
from cloud.carrier.ports import SENDER
from cloud.carrier.rules.network_pins import clean_pin, refuse_weak
from cloud.carrier.sms_texts import sms_text
from core.errors import BenchError


def pin_key(msisdn: str) -> str:
    """Under which name `PasswordHashing` knows a demonstration line's PIN."""
    return f"pin:{msisdn}"


class NetworkPins:
    """Checks PINs. The count of wrong tries lies in the database: no restart and no time forgives them."""

    def __init__(self, context: CarrierContext, lines: Lines) -> None:
        self._context = context
        self._lines = lines

    def check(self, msisdn: str, typed: str) -> None:
        """Return if the PIN is right.

        Raises `network_pin.malformed`, `network_pin.wrong {attempts_left}`, `network_pin.locked`, and
        `line.unknown` for a number that is not this operator's.
        """
        pin = clean_pin(typed)
        most = self._context.settings.network_pin_attempts
        # Read, compare and count under one lock: tries sent at once get no more guesses than tries in a row.
        with self._context.database.writing() as session:
            row = session.scalar(select(NetworkPinRow).where(NetworkPinRow.msisdn == msisdn).with_for_update())
            if row is None:
                raise BenchError("line.unknown")
            if row.failures >= most:
                raise BenchError("network_pin.locked")
            is_right = self._context.hashing.fits(pin_key(msisdn), row.pin_hash, pin)
            row.failures = failures = 0 if is_right else row.failures + 1
            if is_right and self._context.hashing.is_outdated(row.pin_hash):
                row.pin_hash = self._context.hashing.hash(pin)
        if is_right:
            self._context.emit("network_pin.accepted", line=msisdn[-4:])
            return
        self._context.emit("network_pin.refused", line=msisdn[-4:], failures=failures)
        if failures >= most:
            self._context.emit("network_pin.locked", line=msisdn[-4:])
            raise BenchError("network_pin.locked")
        raise BenchError("network_pin.wrong", attempts_left=most - failures)

    def is_locked(self, msisdn: str) -> bool:
        """True if only the desk helps."""
        with self._context.database.reading() as session:
            row = session.get(NetworkPinRow, msisdn)
            return row is not None and row.failures >= self._context.settings.network_pin_attempts

    def change(self, msisdn: str, old: str, new: str) -> None:
        """Set a new PIN. Raises what `check` raises for the old one, `network_pin.malformed` and
        `network_pin.not_allowed {reason}` for the new one.
        """
        pin = clean_pin(new)
        self.check(msisdn, old)
        line = self._lines.get(msisdn)
        assert line is not None
        refuse_weak(pin, birth_date=line.birth_date, msisdn=msisdn)
        with self._context.database.writing() as session:
            session.get_one(NetworkPinRow, msisdn).pin_hash = self._context.hashing.hash(pin)
        self._context.emit("network_pin.changed", line=msisdn[-4:])

    def unlock(self, msisdn: str) -> bool:
        """What the desk does for a caller; an SMS says so. False, and another SMS, when it was not locked.

        Raises `line.unknown`.
        """
        was_locked = self.is_locked(msisdn)
        with self._context.database.writing() as session:
            row = session.get(NetworkPinRow, msisdn)
            if row is None:
                raise BenchError("line.unknown")
            row.failures = 0
        if was_locked:
            self._context.emit("network_pin.unlocked", line=msisdn[-4:])
        name = "pin_unlocked" if was_locked else "pin_was_open"
        self._context.sms.send(msisdn, SENDER, sms_text(name, self._lines.language(msisdn)), "notice")
        return was_locked
