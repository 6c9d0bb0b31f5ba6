"""The operator's tables. Instants are seconds since 1970 UTC; secrets are stored as hashes only.

Names begin with `carrier_`, so that the operator and the car maker may also share one PostgreSQL database.
"""

from __future__ import annotations

from sqlalchemy import JSON, Float, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from cloud.storage.database import Schema
from cloud.storage.models import MetaColumns


class CarrierBase(DeclarativeBase):
    """All tables of the operator."""


class CarrierMeta(MetaColumns, CarrierBase):
    """The facts about the operator's database."""

    __tablename__ = "carrier_meta"


class LineRow(CarrierBase):
    """A stored `cloud.carrier.lines.Line`. `language` is the one its messages are written in."""

    __tablename__ = "carrier_lines"
    msisdn: Mapped[str] = mapped_column(String(15), primary_key=True)
    imsi: Mapped[str] = mapped_column(String(15), unique=True)
    family_kana: Mapped[str] = mapped_column(String(40))
    given_kana: Mapped[str] = mapped_column(String(40))
    family_kanji: Mapped[str] = mapped_column(String(40))
    given_kanji: Mapped[str] = mapped_column(String(40))
    birth_date: Mapped[str] = mapped_column(String(10))
    postcode: Mapped[str] = mapped_column(String(7))
    address: Mapped[str] = mapped_column(String(200))
    plan: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(2), default="ja")


class NetworkPinRow(CarrierBase):
    """The network PIN of a line and its wrong tries in a row. Only a conversation with the desk takes them back."""

    __tablename__ = "carrier_network_pins"
    msisdn: Mapped[str] = mapped_column(ForeignKey("carrier_lines.msisdn", ondelete="CASCADE"), primary_key=True)
    pin_hash: Mapped[str] = mapped_column(String(255))
    failures: Mapped[int] = mapped_column(Integer, default=0)


class DAccountRow(CarrierBase):
    """A d ACCOUNT. `msisdn` is the line it is tied to; `code_to` the number that gets its security codes."""

    __tablename__ = "carrier_d_accounts"
    d_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    password_hash: Mapped[str] = mapped_column(String(255))
    msisdn: Mapped[str | None] = mapped_column(ForeignKey("carrier_lines.msisdn"), unique=True)
    code_to: Mapped[str] = mapped_column(String(15))
    failures: Mapped[int] = mapped_column(Integer, default=0)


class ChallengeRow(CarrierBase):
    """A log-in on its way: the id was typed, the security code is to come. An unknown id has a row too."""

    __tablename__ = "carrier_challenges"
    id_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    d_id: Mapped[str] = mapped_column(String(64), index=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    failures: Mapped[int] = mapped_column(Integer, default=0)
    sent: Mapped[int] = mapped_column(Integer, default=1)
    sent_at: Mapped[float] = mapped_column(Float)
    expires_at: Mapped[float] = mapped_column(Float, index=True)
    language: Mapped[str] = mapped_column(String(2))


class SessionRow(CarrierBase):
    """A browser's visit to the operator's site. The cookie holds the secret, this row its hash."""

    __tablename__ = "carrier_sessions"
    id_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    d_id: Mapped[str | None] = mapped_column(String(64))
    msisdn: Mapped[str | None] = mapped_column(String(15))
    method: Mapped[str] = mapped_column(String(16))
    begun_at: Mapped[float] = mapped_column(Float)
    expires_at: Mapped[float] = mapped_column(Float, index=True)


class DraftRow(CarrierBase):
    """What somebody typed and has not sent yet. `owner` is a hash of what the browser holds, or a line."""

    __tablename__ = "carrier_drafts"
    owner: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(64), primary_key=True)
    key: Mapped[str] = mapped_column(String(64))
    version: Mapped[int] = mapped_column(Integer)
    content: Mapped[dict[str, object]] = mapped_column(JSON)
    saved_at: Mapped[float] = mapped_column(Float, index=True)


class OrderRow(CarrierBase):
    """An order that was placed, with what was typed for it. One key of one line is one order, for ever."""

    __tablename__ = "carrier_orders"
    __table_args__ = (UniqueConstraint("msisdn", "key"),)
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    msisdn: Mapped[str] = mapped_column(ForeignKey("carrier_lines.msisdn"))
    key: Mapped[str] = mapped_column(String(64))
    items: Mapped[list[str]] = mapped_column(JSON)
    placed_at: Mapped[float] = mapped_column(Float)
    applies_from: Mapped[str] = mapped_column(String(10))
    monthly_yen: Mapped[int] = mapped_column(Integer)
    fee_yen: Mapped[int] = mapped_column(Integer)
    form: Mapped[dict[str, object]] = mapped_column(JSON)


class ContractItemRow(CarrierBase):
    """One item (`base`, `option`) that a line has ordered or has. The key alone forbids to have one twice."""

    __tablename__ = "carrier_contract_items"
    msisdn: Mapped[str] = mapped_column(ForeignKey("carrier_lines.msisdn"), primary_key=True)
    item: Mapped[str] = mapped_column(String(8), primary_key=True)
    order_id: Mapped[str] = mapped_column(ForeignKey("carrier_orders.id"))
    due_at: Mapped[float] = mapped_column(Float)
    active: Mapped[bool] = mapped_column(default=False)


CARRIER_SCHEMA = Schema(CarrierBase.metadata, CarrierMeta, "carrier.sqlite3")
