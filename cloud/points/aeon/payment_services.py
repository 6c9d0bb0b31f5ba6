"""Payment service IDs and security codes: issued once for a card, shown again to who knows number and password.

Their form is the bench's own, since no public source says it: 12 digits for the ID, 4 for the code.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from sqlalchemy import delete, select

from cloud.carrier.rules.digits import plain_digits, plain_msisdn
from cloud.context import fingerprint
from cloud.points.aeon.one_time_passwords import OneTimePasswords
from cloud.points.context import PointsContext
from cloud.points.models import ApplicationRow, PaymentServiceRow, PointsSessionRow
from cloud.points.rules.cards import ELIGIBLE
from cloud.points.rules.passwords import checked_password
from cloud.points.rules.registration import Registration
from core.errors import BenchError
from core.randomness import choose

ID_LENGTH, CODE_LENGTH = 12, 4
DIGITS = "0123456789"
SESSION = "bank"


@dataclass(frozen=True)
class PaymentService:
    """What the bank issued, and what became of it.

    `state` is `issued`, then `accepted` from the application until the points are registered at `completes_at` (seconds
    since 1970 UTC), then `completed`: the page shows ID and code no more (`AEON-12`).
    """

    payment_service_id: str
    security_code: str
    service: str
    card_last4: str
    phone: str
    state: str
    completes_at: float | None

    @property
    def completed(self) -> bool:
        """True once ID and code have done their work."""
        return self.state == "completed"


class PaymentServices:
    """All that was issued."""

    def __init__(self, context: PointsContext, passwords: OneTimePasswords) -> None:
        self._context = context
        self._one_time = passwords

    def issue(self, secret: str, password: str) -> tuple[PaymentService, str]:
        """Set the password of a proven registration (`AEON-09`): what is issued (`AEON-11`), and a new log-in.

        The same card again gets the ID it has, with the new password and number: its owner has just proven them.
        Raises `otp.expired` when the registration is over, `card.other_person`, and what the password's rule raises.
        """
        good = checked_password(password)
        registration = self._one_time.registration(secret)
        if registration is None:
            raise BenchError("otp.expired")
        self.check_holder(registration)
        context = self._context
        card_hash = _card_hash(registration.card_number)
        password_hash = context.hashing.hash(good)
        with context.database.writing() as session:
            row = session.scalar(select(PaymentServiceRow).where(PaymentServiceRow.card_hash == card_hash))
            if row is None:
                row = PaymentServiceRow(
                    payment_service_id=choose(context.randomness, DIGITS, ID_LENGTH),
                    security_code=choose(context.randomness, DIGITS, CODE_LENGTH),
                    service=ELIGIBLE[registration.card_kind],
                    card_hash=card_hash,
                    card_last4=registration.card_number[-4:],
                    issued_at=context.now(),
                )
                session.add(row)
            row.phone, row.name_kana = registration.phone, registration.name_kana
            row.birth_date, row.password_hash, row.failures = registration.birth_date, password_hash, 0
            self._one_time.end(session, secret)
            issued_id = row.payment_service_id
        context.emit("payment_service.issued", card=registration.card_number[-4:])
        issued = self.get(issued_id)
        assert issued is not None
        return issued, self.begin_session(issued_id)

    def check_holder(self, registration: Registration) -> None:
        """Raises `card.other_person` when this card was registered by somebody of another name or birth date."""
        with self._context.database.reading() as session:
            query = select(PaymentServiceRow).where(PaymentServiceRow.card_hash == _card_hash(registration.card_number))
            row = session.scalar(query)
        if row is None:
            return
        if (row.name_kana, row.birth_date) != (registration.name_kana, registration.birth_date):
            raise BenchError("card.other_person")

    def log_in(self, phone: str, password: str) -> str:
        """A log-in at the management page (`AEON-10`); the secret for the cookie.

        Raises `bank.missing {field}`, `bank.wrong {attempts_left}`, `bank.locked`.
        """
        number = plain_msisdn(phone)
        if not number or not password:
            raise BenchError("bank.missing", field="phone" if not number else "password")
        hashing, most = self._context.hashing, self._context.settings.sign_in_attempts
        with self._context.database.writing() as session:
            query = select(PaymentServiceRow).where(PaymentServiceRow.phone == number)
            rows = session.scalars(query.order_by(PaymentServiceRow.issued_at.desc()).with_for_update()).all()
            if not rows:
                hashing.fits("", None, password)  # takes as long as a wrong password
                raise BenchError("bank.wrong")
            if all(row.failures >= most for row in rows):
                raise BenchError("bank.locked")
            right = next((r for r in rows if r.failures < most and hashing.fits("", r.password_hash, password)), None)
            if right is not None:
                right.failures = 0
                found = right.payment_service_id
            else:
                for row in rows:
                    row.failures += 1
                left = most - min(row.failures for row in rows)
        if right is None:
            self._context.emit("bank.refused", line=number[-4:])
            if left <= 0:
                raise BenchError("bank.locked")
            raise BenchError("bank.wrong", attempts_left=left)
        return self.begin_session(found)

    def begin_session(self, payment_service_id: str) -> str:
        """A new log-in for who has shown that it is theirs."""
        context = self._context
        secret, now = context.secret(), context.now()
        with context.database.writing() as session:
            session.execute(delete(PointsSessionRow).where(PointsSessionRow.expires_at <= now))
            session.add(
                PointsSessionRow(
                    id_hash=fingerprint(secret),
                    kind=SESSION,
                    subject=payment_service_id,
                    expires_at=now + context.settings.carrier_session_lifetime,
                )
            )
        return secret

    def of_session(self, secret: str | None) -> PaymentService | None:
        """What the logged-in person was issued; None without a living log-in."""
        if not secret:
            return None
        with self._context.database.reading() as session:
            row = session.get(PointsSessionRow, fingerprint(secret))
        if row is None or row.kind != SESSION or row.expires_at <= self._context.now():
            return None
        return self.get(row.subject)

    def end_session(self, secret: str | None) -> None:
        """Log out."""
        if secret:
            with self._context.database.writing() as session:
                session.execute(delete(PointsSessionRow).where(PointsSessionRow.id_hash == fingerprint(secret)))

    def get(self, payment_service_id: str) -> PaymentService | None:
        """One issued ID."""
        with self._context.database.reading() as session:
            row = session.get(PaymentServiceRow, payment_service_id)
            if row is None:
                return None
            query = select(ApplicationRow).where(ApplicationRow.payment_service_id == payment_service_id)
            ends = None if (found := session.scalar(query)) is None else found.completes_at
            state = "issued" if ends is None else "accepted" if ends > self._context.now() else "completed"
            return PaymentService(
                row.payment_service_id, row.security_code, row.service, row.card_last4, row.phone, state, ends
            )

    def others_of(self, service: PaymentService) -> list[PaymentService]:
        """What the same person was issued for other cards: the number, the name and the birth date are the same."""
        with self._context.database.reading() as session:
            own = session.get(PaymentServiceRow, service.payment_service_id)
            if own is None:
                return []
            query = select(PaymentServiceRow.payment_service_id).where(
                PaymentServiceRow.phone == own.phone,
                PaymentServiceRow.name_kana == own.name_kana,
                PaymentServiceRow.birth_date == own.birth_date,
                PaymentServiceRow.payment_service_id != own.payment_service_id,
            )
            ids = session.scalars(query.order_by(PaymentServiceRow.issued_at.desc())).all()
        return [found for one in ids if (found := self.get(one)) is not None]

    def of_card(self, card_number: str) -> PaymentService | None:
        """What was issued for a card, by its whole number."""
        with self._context.database.reading() as session:
            query = select(PaymentServiceRow.payment_service_id)
            found = session.scalar(query.where(PaymentServiceRow.card_hash == _card_hash(card_number)))
        return self.get(found) if found else None

    def check(self, service: str, payment_service_id: str, security_code: str, phone_last4: str) -> str:
        """What the platform asks the bank at an application (`MYNA-C03`): the clean ID if all three fit.

        Raises `application.not_matching` without saying which of them does not, so that nobody can guess one by one.
        """
        found = self.get(plain_digits(payment_service_id))
        code, last4 = plain_digits(security_code), plain_digits(phone_last4)
        fits = found is not None and found.service == service
        fits &= found is not None and hmac.compare_digest(found.security_code.encode(), code.encode())
        fits &= found is not None and found.phone[-4:] == last4
        if not fits or found is None:
            raise BenchError("application.not_matching")
        return found.payment_service_id


def _card_hash(number: str) -> str:
    return fingerprint(f"card:{number}")
