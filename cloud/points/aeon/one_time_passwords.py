"""One-time passwords: six digits by SMS to the number that is being registered (`AEON-07`, `AEON-08`)."""

from __future__ import annotations

import hmac
import math
from dataclasses import asdict

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cloud.carrier.rules.digits import plain_digits
from cloud.context import fingerprint
from cloud.points.context import PointsContext
from cloud.points.models import OneTimeCodeRow
from cloud.points.rules.registration import Registration
from core.errors import BenchError
from core.randomness import choose

LENGTH = 6
SENDER = "AEON BANK"
"""An alphanumeric sender has at most 11 letters of the GSM alphabet, so no kana or kanji (TS 23.040 §9.1.2.5)."""
SMS_KIND = "security_code"
"""Keeps the text out of every log."""


class OneTimePasswords:
    """Registrations on their way. The card's number waits here only as long as the one-time password lives."""

    def __init__(self, context: PointsContext) -> None:
        self._context = context

    def begin(self, registration: Registration, language: str) -> str:
        """Send a one-time password; the secret of this registration for the browser's session.

        Raises `otp.too_many {retry_after}` when a number gets more than it should.
        """
        context, settings = self._context, self._context.settings
        now, secret, code = context.now(), context.secret(), self._new_code()
        with context.database.writing() as session:
            session.execute(delete(OneTimeCodeRow).where(OneTimeCodeRow.expires_at <= now))
            rows = session.scalars(select(OneTimeCodeRow).where(OneTimeCodeRow.phone == registration.phone)).all()
            if sum(row.sent for row in rows if not row.proven) >= settings.security_codes_most:
                end = min(row.expires_at for row in rows)
                raise BenchError("otp.too_many", retry_after=math.ceil(end - now))
            session.add(
                OneTimeCodeRow(
                    id_hash=fingerprint(secret),
                    phone=registration.phone,
                    code_hash=_code_hash(secret, code),
                    sent_at=now,
                    expires_at=now + settings.security_code_lifetime,
                    content=asdict(registration) | {"language": language},
                )
            )
        self._send(registration.phone, code, language)
        return secret

    def resend_in(self, secret: str) -> float | None:
        """Seconds until another may be sent; None when this registration is over."""
        now = self._context.now()
        with self._context.database.reading() as session:
            row = session.get(OneTimeCodeRow, fingerprint(secret))
        if row is None or row.expires_at <= now:
            return None
        return max(0.0, row.sent_at + self._context.settings.security_code_resend_pause - now)

    def resend(self, secret: str) -> None:
        """Send another; only the newest is right.

        Raises `otp.expired`, `otp.too_soon {retry_after}`, `otp.too_many`, `otp.too_many_tries`.
        """
        now, settings, code = self._context.now(), self._context.settings, self._new_code()
        with self._context.database.writing() as session:
            row = self._living(session, secret)
            pause_end = row.sent_at + settings.security_code_resend_pause
            if now < pause_end:
                raise BenchError("otp.too_soon", retry_after=math.ceil(pause_end - now))
            if row.sent >= settings.security_codes_most:
                raise BenchError("otp.too_many", retry_after=math.ceil(row.expires_at - now))
            row.code_hash, row.sent, row.sent_at = _code_hash(secret, code), row.sent + 1, now
            row.expires_at = now + settings.security_code_lifetime
        self._send(row.phone, code, row.content["language"])

    def check(self, secret: str, typed: str) -> None:
        """The number is proven if the one-time password is right.

        Raises `otp.missing`, `otp.expired`, `otp.wrong {attempts_left}`, `otp.too_many_tries`.
        """
        code, most = plain_digits(typed), self._context.settings.security_code_attempts
        if not code:
            raise BenchError("otp.missing")
        with self._context.database.writing() as session:
            row = self._living(session, secret)
            if hmac.compare_digest(row.code_hash, _code_hash(secret, code)):
                row.proven = True
                return
            row.failures = failures = row.failures + 1
        self._context.emit("otp.refused", failures=failures)
        if failures >= most:
            raise BenchError("otp.too_many_tries")
        raise BenchError("otp.wrong", attempts_left=most - failures)

    def registration(self, secret: str | None, *, proven: bool = True) -> Registration | None:
        """What is being registered, for a living secret; with `proven` only after the right one-time password."""
        if not secret:
            return None
        now = self._context.now()
        with self._context.database.reading() as session:
            row = session.get(OneTimeCodeRow, fingerprint(secret))
        if row is not None and row.expires_at <= now:
            with self._context.database.writing() as session:  # nothing of what was typed is kept for longer
                session.execute(delete(OneTimeCodeRow).where(OneTimeCodeRow.expires_at <= now))
            return None
        if row is None or (proven and not row.proven):
            return None
        return Registration(**{name: row.content[name] for name in Registration.__dataclass_fields__})

    def end(self, session: Session, secret: str) -> None:
        """The registration is complete: forget what was typed."""
        session.execute(delete(OneTimeCodeRow).where(OneTimeCodeRow.id_hash == fingerprint(secret)))

    def _living(self, session: Session, secret: str) -> OneTimeCodeRow:
        row = session.get(OneTimeCodeRow, fingerprint(secret), with_for_update=True)
        if row is None or row.expires_at <= self._context.now():
            raise BenchError("otp.expired")
        if row.failures >= self._context.settings.security_code_attempts:
            raise BenchError("otp.too_many_tries")
        return row

    def _new_code(self) -> str:
        return choose(self._context.randomness, "0123456789", LENGTH)

    def _send(self, phone: str, code: str, language: str) -> None:
        from cloud.points.aeon.sms_texts import one_time_password

        minutes = math.ceil(self._context.settings.security_code_lifetime / 60)
        self._context.emit("otp.sent", line=phone[-4:])
        self._context.sms.send(phone, SENDER, one_time_password(language, code, minutes), SMS_KIND)


def _code_hash(secret: str, code: str) -> str:
    return fingerprint(f"{secret}:{code}")
