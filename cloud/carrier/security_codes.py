"""Security codes of a log-in: six digits that go to a phone by SMS and prove that one holds it.

An id that nobody has is treated in the same way, but for the SMS, so that nobody learns which ids exist.
"""

from __future__ import annotations

import hmac
import math
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cloud.carrier.context import CarrierContext
from cloud.carrier.models import ChallengeRow
from cloud.carrier.ports import SENDER
from cloud.carrier.sms_texts import sms_text
from cloud.context import fingerprint
from core.errors import BenchError
from core.randomness import choose

LENGTH = 6
SMS_KIND = "security_code"


@dataclass(frozen=True)
class Challenge:
    """Whom a log-in is for, how long its code still lives and when another may be sent (seconds from now)."""

    d_id: str
    expires_in: float
    resend_in: float


class SecurityCodes:
    """Codes on their way. The database holds `sha256(challenge : code)`, and of the challenge a hash too."""

    def __init__(self, context: CarrierContext) -> None:
        self._context = context

    def begin(self, d_id: str, code_to: str | None, language: str) -> str:
        """Send a code to `code_to` (None: to nobody); the challenge's secret.

        Raises `daccount.too_many_codes {retry_after}`.
        """
        context = self._context
        now, settings = context.now(), context.settings
        secret, code = context.secret(), self._new_code()
        with context.database.writing() as session:
            session.execute(delete(ChallengeRow).where(ChallengeRow.expires_at <= now))
            self._refuse_flood(session, d_id, now)
            session.add(
                ChallengeRow(
                    id_hash=fingerprint(secret),
                    d_id=d_id,
                    code_hash=_code_hash(secret, code),
                    sent_at=now,
                    expires_at=now + settings.security_code_lifetime,
                    language=language,
                )
            )
        self._send(code_to, code, language)
        return secret

    def look(self, secret: str) -> Challenge | None:
        """The living challenge with this secret."""
        now = self._context.now()
        with self._context.database.reading() as session:
            row = session.get(ChallengeRow, fingerprint(secret))
        if row is None or row.expires_at <= now:
            return None
        return Challenge(row.d_id, row.expires_at - now, max(0.0, self._pause_end(row) - now))

    def resend(self, secret: str, code_to: str | None) -> None:
        """Send another code; only the newest is right. Wrong tries stay counted.

        Raises `daccount.code_expired`, `daccount.resend_too_soon {retry_after}`, `daccount.too_many_codes`,
        `daccount.code_too_many`.
        """
        now, code = self._context.now(), self._new_code()
        with self._context.database.writing() as session:
            row = self._living(session, secret)
            if now < self._pause_end(row):
                raise BenchError("daccount.resend_too_soon", retry_after=math.ceil(self._pause_end(row) - now))
            self._refuse_flood(session, row.d_id, now)
            row.code_hash, row.sent, row.sent_at = _code_hash(secret, code), row.sent + 1, now
            row.expires_at = now + self._context.settings.security_code_lifetime
        self._send(code_to, code, row.language)

    def check(self, secret: str, code: str) -> str:
        """The id whose log-in this is, if `code` is right.

        Raises `daccount.code_expired`, `daccount.code_wrong {attempts_left}`, `daccount.code_too_many`.
        """
        most = self._context.settings.security_code_attempts
        with self._context.database.writing() as session:
            row = self._living(session, secret)
            if hmac.compare_digest(row.code_hash, _code_hash(secret, code)):
                return row.d_id
            row.failures = failures = row.failures + 1
        self._context.emit("security_code.refused", failures=failures)
        if failures >= most:
            raise BenchError("daccount.code_too_many")
        raise BenchError("daccount.code_wrong", attempts_left=most - failures)

    def use_up(self, session: Session, secret: str) -> None:
        """This code has done its work. Raises `daccount.code_expired` when it was used meanwhile."""
        row = session.get(ChallengeRow, fingerprint(secret), with_for_update=True)
        if row is None:
            raise BenchError("daccount.code_expired")
        session.delete(row)

    def _living(self, session: Session, secret: str) -> ChallengeRow:
        row = session.get(ChallengeRow, fingerprint(secret), with_for_update=True)
        if row is None or row.expires_at <= self._context.now():
            raise BenchError("daccount.code_expired")
        if row.failures >= self._context.settings.security_code_attempts:
            raise BenchError("daccount.code_too_many")
        return row

    def _refuse_flood(self, session: Session, d_id: str, now: float) -> None:
        """Codes that were used count no more: who logs in often is no nuisance."""
        settings = self._context.settings
        living = select(ChallengeRow).where(ChallengeRow.d_id == d_id, ChallengeRow.expires_at > now)
        rows = session.scalars(living).all()
        if sum(row.sent for row in rows) >= settings.security_codes_most:
            raise BenchError("daccount.too_many_codes", retry_after=math.ceil(min(r.expires_at for r in rows) - now))

    def _pause_end(self, row: ChallengeRow) -> float:
        return row.sent_at + self._context.settings.security_code_resend_pause

    def _new_code(self) -> str:
        return choose(self._context.randomness, "0123456789", LENGTH)

    def _send(self, code_to: str | None, code: str, language: str) -> None:
        self._context.emit("security_code.sent", line=code_to[-4:] if code_to else None)
        if code_to:
            minutes = math.ceil(self._context.settings.security_code_lifetime / 60)
            text = sms_text("security_code", language, code=code, minutes=minutes)
            self._context.sms.send(code_to, SENDER, text, SMS_KIND)


def _code_hash(secret: str, code: str) -> str:
    return fingerprint(f"{secret}:{code}")
