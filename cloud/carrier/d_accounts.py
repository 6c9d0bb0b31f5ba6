"""d ACCOUNTs: an id, a password and a code sent to the phone open the operator's site on Wi-Fi and on a PC.

The code is looked at before the password. Without the phone nobody learns whether an id exists, whether a password is
right or whether an account is locked; and nobody can lock somebody else's account.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from cloud.carrier.context import CarrierContext
from cloud.carrier.models import DAccountRow
from cloud.carrier.network_pins import NetworkPins
from cloud.carrier.rules.digits import plain_digits, plain_msisdn
from cloud.carrier.security_codes import Challenge, SecurityCodes
from core.errors import BenchError

MAX_ID_LENGTH = 64


@dataclass(frozen=True)
class DAccount:
    """Who logged in. `msisdn` is None while the account is not tied to a line (`BMW-JP-PC-11`)."""

    d_id: str
    msisdn: str | None


def password_key(d_id: str) -> str:
    """Under which name `PasswordHashing` knows a demonstration account's password."""
    return f"d_account:{d_id}"


def clean_d_id(typed: str) -> str:
    """Ids know no capitals; a keyboard's full-width letters are the same letters."""
    return unicodedata.normalize("NFKC", typed).strip().casefold()


class DAccounts:
    """All d ACCOUNTs of this operator."""

    def __init__(self, context: CarrierContext, network_pins: NetworkPins) -> None:
        self._context = context
        self._network_pins = network_pins
        self._codes = SecurityCodes(context)

    def add(self, d_id: str, password_hash: str, *, code_to: str, msisdn: str | None) -> None:
        """Store an account whose data are known to be good. Its codes go to `code_to`."""
        row = DAccountRow(d_id=clean_d_id(d_id), password_hash=password_hash, code_to=code_to, msisdn=msisdn)
        with self._context.database.writing() as session:
            session.add(row)

    def of_line(self, msisdn: str) -> DAccount | None:
        """The account that is tied to this line."""
        with self._context.database.reading() as session:
            row = session.scalar(select(DAccountRow).where(DAccountRow.msisdn == msisdn))
            return DAccount(row.d_id, row.msisdn) if row else None

    def begin(self, typed_id: str, *, language: str = "ja") -> str:
        """The id was typed: send a security code (`BMW-JP-PC-08a`); the secret of this log-in.

        Raises `daccount.id_missing`, `daccount.id_too_long {limit}`, `daccount.too_many_codes {retry_after}`.
        """
        d_id = clean_d_id(typed_id)
        if not d_id:
            raise BenchError("daccount.id_missing")
        if len(d_id) > MAX_ID_LENGTH:
            raise BenchError("daccount.id_too_long", limit=MAX_ID_LENGTH)
        return self._codes.begin(d_id, self._code_to(d_id), language)

    def challenge(self, challenge_id: str) -> Challenge | None:
        """The log-in on its way, for the page that asks for password and code."""
        return self._codes.look(challenge_id)

    def resend(self, challenge_id: str) -> None:
        """Send another code. Raises `daccount.code_expired`, `daccount.resend_too_soon {retry_after}`,
        `daccount.too_many_codes {retry_after}`, `daccount.code_too_many`.
        """
        challenge = self._codes.look(challenge_id)
        if challenge is None:
            raise BenchError("daccount.code_expired")
        self._codes.resend(challenge_id, self._code_to(challenge.d_id))

    def finish(self, challenge_id: str, password: str, code: str) -> DAccount:
        """Password and code were typed (`BMW-JP-PC-09`). A wrong password leaves the code good for another try.

        Raises `daccount.code_expired`, `daccount.code_wrong {attempts_left}`, `daccount.code_too_many`,
        `daccount.invalid_credentials {attempts_left}`, `daccount.locked`.
        """
        d_id = self._codes.check(challenge_id, plain_digits(code))
        most, hashing = self._context.settings.d_account_attempts, self._context.hashing
        with self._context.database.writing() as session:
            row = session.get_one(DAccountRow, d_id, with_for_update=True)
            if row.failures >= most:
                raise BenchError("daccount.locked")
            is_right = hashing.fits(password_key(d_id), row.password_hash, password)
            row.failures = failures = 0 if is_right else row.failures + 1
            if is_right:
                self._codes.use_up(session, challenge_id)
                if hashing.is_outdated(row.password_hash):
                    row.password_hash = hashing.hash(password)
        if is_right:
            self._context.emit("d_account.accepted", line=row.msisdn[-4:] if row.msisdn else None)
            return DAccount(d_id, row.msisdn)
        self._context.emit("d_account.refused", failures=failures)
        if failures >= most:
            self._context.emit("d_account.locked")
            raise BenchError("daccount.locked")
        raise BenchError("daccount.invalid_credentials", attempts_left=most - failures)

    def tie(self, d_id: str, msisdn: str, network_pin: str) -> DAccount:
        """Tie the logged-in account to its owner's line: what the page of `BMW-JP-PC-11` tells to do.

        Raises `daccount.not_this_line` when its codes go to another number, `daccount.already_tied`,
        `daccount.line_taken`, and what `NetworkPins.check` raises. Again for the same line it does nothing.
        """
        number, key = plain_msisdn(msisdn), clean_d_id(d_id)
        account = self._find(key)
        # The security code went to that phone a moment ago. Other numbers' PINs are not to be tried here.
        if account is None or account.code_to != number:
            raise BenchError("daccount.not_this_line")
        if account.msisdn == number:
            return DAccount(key, number)
        if account.msisdn is not None:
            raise BenchError("daccount.already_tied")
        self._network_pins.check(number, network_pin)
        try:
            with self._context.database.writing() as session:
                session.get_one(DAccountRow, key).msisdn = number
        except IntegrityError as error:
            raise BenchError("daccount.line_taken") from error
        self._context.emit("d_account.tied", line=number[-4:])
        return DAccount(key, number)

    def unlock(self, d_id: str, msisdn: str, network_pin: str) -> None:
        """Unlock a locked account by its line and network PIN (domain.md §4.5).

        Raises `daccount.unlock_refused` unless the account is locked and the number is its own, and what
        `NetworkPins.check` raises.
        """
        number, key = plain_msisdn(msisdn), clean_d_id(d_id)
        account = self._find(key)
        is_locked = account is not None and account.failures >= self._context.settings.d_account_attempts
        if account is None or not is_locked or number not in (account.msisdn, account.code_to):
            raise BenchError("daccount.unlock_refused")
        self._network_pins.check(number, network_pin)
        with self._context.database.writing() as session:
            session.get_one(DAccountRow, key).failures = 0
        self._context.emit("d_account.unlocked", line=number[-4:])

    def _find(self, d_id: str) -> DAccountRow | None:
        with self._context.database.reading() as session:
            return session.get(DAccountRow, d_id)

    def _code_to(self, d_id: str) -> str | None:
        account = self._find(d_id)
        return account.code_to if account else None
