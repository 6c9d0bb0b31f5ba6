"""The tables of associations. Secrets are stored as hashes, but for the token of the client's own notification."""

from __future__ import annotations

from sqlalchemy import Boolean, Float, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from cloud.carrier.models import CarrierBase


class LinkRequestRow(CarrierBase):
    """A pushed authorization request (RFC 9126): the opaque handle of the hand-over, by the hash of its address."""

    __tablename__ = "carrier_link_requests"
    handle_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    client_id: Mapped[str] = mapped_column(String(100))
    redirect_uri: Mapped[str] = mapped_column(String(500))
    state: Mapped[str] = mapped_column(String(255))
    code_challenge: Mapped[str] = mapped_column(String(43))
    brand: Mapped[str] = mapped_column(String(32))
    expires_at: Mapped[float] = mapped_column(Float, index=True)
    used: Mapped[bool] = mapped_column(Boolean, default=False)


class GrantRow(CarrierBase):
    """An association: this client may use this line until `ended_at`. `notify_*`: where it wants to hear of changes."""

    __tablename__ = "carrier_grants"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    client_id: Mapped[str] = mapped_column(String(100))
    msisdn: Mapped[str] = mapped_column(ForeignKey("carrier_lines.msisdn"), index=True)
    brand: Mapped[str] = mapped_column(String(32))
    since: Mapped[float] = mapped_column(Float)
    ended_at: Mapped[float | None] = mapped_column(Float)
    notify_url: Mapped[str] = mapped_column(String(500), default="")
    notify_token: Mapped[str] = mapped_column(String(255), default="")


class CodeRow(CarrierBase):
    """An authorization code on its way to its one use (RFC 6749 §4.1.2)."""

    __tablename__ = "carrier_association_codes"
    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    grant_id: Mapped[int] = mapped_column(ForeignKey("carrier_grants.id"))
    client_id: Mapped[str] = mapped_column(String(100))
    redirect_uri: Mapped[str] = mapped_column(String(500))
    code_challenge: Mapped[str] = mapped_column(String(43))
    expires_at: Mapped[float] = mapped_column(Float)
    used: Mapped[bool] = mapped_column(Boolean, default=False)


class AssociationTokenRow(CarrierBase):
    """An access token and its refresh token."""

    __tablename__ = "carrier_association_tokens"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    access_hash: Mapped[str] = mapped_column(String(64), unique=True)
    refresh_hash: Mapped[str] = mapped_column(String(64), unique=True)
    grant_id: Mapped[int] = mapped_column(ForeignKey("carrier_grants.id"), index=True)
    access_expires_at: Mapped[float] = mapped_column(Float)
    refresh_expires_at: Mapped[float] = mapped_column(Float)
    refresh_used_at: Mapped[float | None] = mapped_column(Float)
