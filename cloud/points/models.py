"""The tables of Mynapoint. Instants are seconds since 1970 UTC.

Of a payment card the last four digits and a hash are stored. The security code of a registration is stored as it is,
since the page must show it again until the application is completed (`AEON-12`); the file is its owner's only, and the
code never goes into a log.
"""

from __future__ import annotations

from sqlalchemy import JSON, Float, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from cloud.storage.database import Schema
from cloud.storage.models import MetaColumns


class PointsBase(DeclarativeBase):
    """All tables of Mynapoint."""


class PointsMeta(MetaColumns, PointsBase):
    """The facts about this database."""

    __tablename__ = "points_meta"


class OneTimeCodeRow(PointsBase):
    """A first registration on its way: the one-time password was sent to its number. `content` is what was typed."""

    __tablename__ = "points_one_time_codes"
    id_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    phone: Mapped[str] = mapped_column(String(15), index=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    failures: Mapped[int] = mapped_column(Integer, default=0)
    sent: Mapped[int] = mapped_column(Integer, default=1)
    sent_at: Mapped[float] = mapped_column(Float)
    expires_at: Mapped[float] = mapped_column(Float, index=True)
    proven: Mapped[bool] = mapped_column(default=False)
    content: Mapped[dict[str, str]] = mapped_column(JSON)


class PaymentServiceRow(PointsBase):
    """A payment service ID with its security code, issued for one card of the bank's."""

    __tablename__ = "points_payment_services"
    payment_service_id: Mapped[str] = mapped_column(String(20), primary_key=True)
    security_code: Mapped[str] = mapped_column(String(8))
    service: Mapped[str] = mapped_column(String(32))
    card_hash: Mapped[str] = mapped_column(String(64), unique=True)
    card_last4: Mapped[str] = mapped_column(String(4))
    phone: Mapped[str] = mapped_column(String(15), index=True)
    name_kana: Mapped[str] = mapped_column(String(80))
    birth_date: Mapped[str] = mapped_column(String(10))
    password_hash: Mapped[str] = mapped_column(String(255))
    failures: Mapped[int] = mapped_column(Integer, default=0)
    issued_at: Mapped[float] = mapped_column(Float)


class PointsSessionRow(PointsBase):
    """A log-in, of a browser at the bank (`subject` is the payment service ID) or of the app (the card's number)."""

    __tablename__ = "points_sessions"
    id_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(8))
    subject: Mapped[str] = mapped_column(String(64))
    expires_at: Mapped[float] = mapped_column(Float, index=True)


class NonceRow(PointsBase):
    """A number used once: what a card is asked to sign."""

    __tablename__ = "points_nonces"
    id_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    expires_at: Mapped[float] = mapped_column(Float, index=True)


class ReservationRow(PointsBase):
    """A person's reservation: the MyKey ID that was issued for their card (`MYNA-B05`)."""

    __tablename__ = "points_reservations"
    card_number: Mapped[str] = mapped_column(String(64), primary_key=True)
    my_key_id: Mapped[str] = mapped_column(String(16), unique=True)
    reserved_at: Mapped[float] = mapped_column(Float)


class ApplicationRow(PointsBase):
    """An application for points with one payment service; one a person, and one a payment service ID."""

    __tablename__ = "points_applications"
    card_number: Mapped[str] = mapped_column(String(64), primary_key=True)
    id: Mapped[str] = mapped_column(String(16), unique=True)
    service: Mapped[str] = mapped_column(String(32))
    payment_service_id: Mapped[str] = mapped_column(String(20), unique=True)
    applied_at: Mapped[float] = mapped_column(Float)
    completes_at: Mapped[float] = mapped_column(Float)


POINTS_SCHEMA = Schema(PointsBase.metadata, PointsMeta, "points.sqlite3")
