"""Log-in by card, reservation and application, with everything stored before it is told.

Whoever asks twice gets the same reservation and the same application: an app that lost the answer asks again.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cloud.context import fingerprint
from cloud.points.aeon.payment_services import PaymentServices
from cloud.points.context import PointsContext
from cloud.points.models import ApplicationRow, NonceRow, PointsSessionRow, ReservationRow
from cloud.points.mykey.catalogue import services
from core.errors import BenchError
from core.jpki.authority import is_signed
from core.randomness import choose

NONCE_LIFETIME = 300.0
"""Seconds: a card is laid on the phone within this time."""
SESSION = "app"
MY_KEY_ID_LENGTH = 8
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True)
class Application:
    """An application. `state` is `accepted` until the points are registered, about a day later (`MYNA-C08`)."""

    id: str
    service: str
    state: str
    applied_at: float
    completes_at: float


class Platform:
    """What the app may ask."""

    def __init__(self, context: PointsContext, bank: PaymentServices) -> None:
        self._context = context
        self._bank = bank

    def nonce(self) -> str:
        """A number used once, to be signed by the card."""
        secret, now = self._context.secret(), self._context.now()
        with self._context.database.writing() as session:
            session.execute(delete(NonceRow).where(NonceRow.expires_at <= now))
            session.add(NonceRow(id_hash=fingerprint(secret), expires_at=now + NONCE_LIFETIME))
        return secret

    def log_in(self, nonce: str, certificate: str, signature: str) -> str:
        """Log in with what the card gave (both base64); the session's token.

        Raises `card.nonce_expired` and `card.refused {reason}`.
        """
        number = self._signer(nonce, certificate, signature, "log-in", "")
        secret, now = self._context.secret(), self._context.now()
        lifetime = self._context.settings.carrier_session_lifetime
        with self._context.database.writing() as session:
            session.execute(delete(PointsSessionRow).where(PointsSessionRow.expires_at <= now))
            session.add(
                PointsSessionRow(id_hash=fingerprint(secret), kind=SESSION, subject=number, expires_at=now + lifetime)
            )
        self._context.emit("mykey.logged_in", card=number[-4:])
        return secret

    def card_of(self, token: str) -> str:
        """The card whose session this is; raises `session.ended`."""
        with self._context.database.reading() as session:
            row = session.get(PointsSessionRow, fingerprint(token))
        if row is None or row.kind != SESSION or row.expires_at <= self._context.now():
            raise BenchError("session.ended")
        return row.subject

    def log_out(self, token: str) -> None:
        """End a session (`MYNA-C07`)."""
        with self._context.database.writing() as session:
            session.execute(delete(PointsSessionRow).where(PointsSessionRow.id_hash == fingerprint(token)))

    def my_key_id(self, card: str) -> str | None:
        """The MyKey ID of a person who has reserved."""
        with self._context.database.reading() as session:
            row = session.get(ReservationRow, card)
            return row.my_key_id if row else None

    def reserve(self, card: str) -> str:
        """Issue the MyKey ID (`MYNA-B05`), or give the one that was issued."""
        with self._context.database.writing() as session:
            row = session.get(ReservationRow, card, with_for_update=True)
            if row is None:
                letters = choose(self._context.randomness, LETTERS, MY_KEY_ID_LENGTH)
                row = ReservationRow(card_number=card, my_key_id=letters, reserved_at=self._context.now())
                session.add(row)
                self._context.emit("mykey.reserved", card=card[-4:])
            return row.my_key_id

    def check(self, card: str, service: str, payment_service_id: str, security_code: str, phone_last4: str) -> str:
        """Whether this could be applied for (`MYNA-C03`); the clean payment service ID.

        Raises `application.not_reserved`, `application.service_unknown`, `application.not_matching`,
        `application.already_applied` and `application.id_used` (by somebody else's application).
        """
        if self.my_key_id(card) is None:
            raise BenchError("application.not_reserved")
        known = services().get(service)
        if known is None or not known.bank:
            raise BenchError("application.service_unknown")
        clean = self._bank.check(service, payment_service_id, security_code, phone_last4)
        with self._context.database.reading() as session:
            self._refuse_second(session, card, clean)
        return clean

    def apply(
        self, card: str, service: str, payment_service_id: str, security_code: str, phone_last4: str,
        *, nonce: str, certificate: str, signature: str,
    ) -> Application:  # fmt: skip
        """Apply (`MYNA-C05`…`C07`), signed by the same card over the payment service ID.

        Raises what `check` raises, `card.nonce_expired`, `card.refused {reason}` and `card.other` for another card.
        """
        done = self.application(card)
        if done is not None and self._same(card, payment_service_id):
            return done  # the answer was lost
        clean = self.check(card, service, payment_service_id, security_code, phone_last4)
        if self._signer(nonce, certificate, signature, "application", clean) != card:
            raise BenchError("card.other")
        now = self._context.now()
        with self._context.database.writing() as session:
            self._refuse_second(session, card, clean)
            session.add(
                ApplicationRow(
                    card_number=card,
                    id=choose(self._context.randomness, LETTERS, 10),
                    service=service,
                    payment_service_id=clean,
                    applied_at=now,
                    completes_at=now + self._context.settings.mynapoint_completion,
                )
            )
        self._context.emit("mykey.applied", card=card[-4:], service=service)
        applied = self.application(card)
        assert applied is not None
        return applied

    def application(self, card: str) -> Application | None:
        """How a person's application stands."""
        with self._context.database.reading() as session:
            row = session.get(ApplicationRow, card)
            if row is None:
                return None
            state = "completed" if row.completes_at <= self._context.now() else "accepted"
            return Application(row.id, row.service, state, row.applied_at, row.completes_at)

    def _same(self, card: str, payment_service_id: str) -> bool:
        with self._context.database.reading() as session:
            row = session.get(ApplicationRow, card)
            return row is not None and row.payment_service_id == payment_service_id

    def _refuse_second(self, session: Session, card: str, payment_service_id: str) -> None:
        if session.get(ApplicationRow, card) is not None:
            raise BenchError("application.already_applied")
        query = select(ApplicationRow).where(ApplicationRow.payment_service_id == payment_service_id)
        if session.scalar(query) is not None:
            raise BenchError("application.id_used")

    def _signer(self, nonce: str, certificate: str, signature: str, purpose: str, content: str) -> str:
        """The card that signed; a nonce is used up by the first try."""
        now = self._context.now()
        with self._context.database.writing() as session:
            row = session.get(NonceRow, fingerprint(nonce), with_for_update=True)
            if row is not None:
                session.delete(row)
        if row is None or row.expires_at <= now:
            raise BenchError("card.nonce_expired")
        try:
            number, key = self._context.authority.holder(base64.b64decode(certificate, validate=True))
            signed = is_signed(key, base64.b64decode(signature, validate=True), purpose, nonce, content)
        except (ValueError, binascii.Error) as error:
            raise BenchError("card.refused", reason=str(error)) from error
        if not signed:
            raise BenchError("card.refused", reason="signature")
        return number
