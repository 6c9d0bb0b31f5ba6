"""The tables. Instants are seconds since 1970 UTC; secrets are stored as hashes only."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Float, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """All tables."""


class MetaColumns:
    """Facts about a database itself, such as its schema version."""

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str] = mapped_column(String(255))


class Meta(MetaColumns, Base):
    """The facts about the cloud's database."""

    __tablename__ = "meta"


class Account(Base):
    """A BMW ID. `email_key` is the e-mail without regard to capitals; `gcid` the customer id clients see as `sub`."""

    __tablename__ = "accounts"
    id: Mapped[int] = mapped_column(primary_key=True)
    gcid: Mapped[str] = mapped_column(String(36), unique=True)
    email: Mapped[str] = mapped_column(String(254))
    email_key: Mapped[str] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str] = mapped_column(String(255))
    name_ja: Mapped[str] = mapped_column(String(120))
    name_en: Mapped[str] = mapped_column(String(120))
    created_at: Mapped[float] = mapped_column(Float)


class PhoneNumber(Base):
    """A telephone number in a person's data, in national digits. Not secret, but shown to its owner only."""

    __tablename__ = "phone_numbers"
    __table_args__ = (UniqueConstraint("account_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    number: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(8))
    created_at: Mapped[float] = mapped_column(Float)


class FailedAttempts(Base):
    """Wrong tries of one subject: `sign-in:<e-mail key>` or `user-code:<account or address>`."""

    __tablename__ = "failed_attempts"
    subject: Mapped[str] = mapped_column(String(300), primary_key=True)
    failures: Mapped[int] = mapped_column(Integer)
    until: Mapped[float] = mapped_column(Float)


class WebSession(Base):
    """A browser's sign-in. The cookie holds the secret, this row its hash."""

    __tablename__ = "web_sessions"
    id_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    signed_in_at: Mapped[float] = mapped_column(Float)
    expires_at: Mapped[float] = mapped_column(Float)


class AuthorizationCode(Base):
    """A code on its way to its one use (RFC 6749 §4.1.2). `family` names the tokens that came from it."""

    __tablename__ = "authorization_codes"
    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    client_id: Mapped[str] = mapped_column(String(100))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    redirect_uri: Mapped[str | None] = mapped_column(String(500))
    scope: Mapped[str] = mapped_column(String(500))
    nonce: Mapped[str | None] = mapped_column(String(255))
    vin: Mapped[str | None] = mapped_column(String(17))
    code_challenge: Mapped[str | None] = mapped_column(String(43))
    auth_time: Mapped[float] = mapped_column(Float)
    expires_at: Mapped[float] = mapped_column(Float)
    family: Mapped[str] = mapped_column(String(64))
    used: Mapped[bool] = mapped_column(Boolean, default=False)


class DeviceGrantRow(Base):
    """A stored `cloud.identity.rules.device_grant.DeviceGrant` with what a person needs to see of it."""

    __tablename__ = "device_grants"
    id: Mapped[int] = mapped_column(primary_key=True)
    device_code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    user_code: Mapped[str] = mapped_column(String(8), unique=True)
    client_id: Mapped[str] = mapped_column(String(100))
    scope: Mapped[str] = mapped_column(String(500))
    vin: Mapped[str | None] = mapped_column(String(17))
    status: Mapped[str] = mapped_column(String(16))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    auth_time: Mapped[float | None] = mapped_column(Float)
    expires_at: Mapped[float] = mapped_column(Float, index=True)
    interval: Mapped[float] = mapped_column(Float)
    last_answered: Mapped[float | None] = mapped_column(Float)
    slowed: Mapped[bool] = mapped_column(Boolean, default=False)
    code_challenge: Mapped[str | None] = mapped_column(String(43))
    opened_by: Mapped[int | None] = mapped_column(Integer)
    openings: Mapped[int] = mapped_column(Integer, default=0)


class Token(Base):
    """An access token and its refresh token, as hashes. All that came from one sign-in share a `family`."""

    __tablename__ = "tokens"
    id: Mapped[int] = mapped_column(primary_key=True)
    access_hash: Mapped[str] = mapped_column(String(64), unique=True)
    refresh_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    family: Mapped[str] = mapped_column(String(64), index=True)
    client_id: Mapped[str] = mapped_column(String(100))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    scope: Mapped[str] = mapped_column(String(500))
    vin: Mapped[str | None] = mapped_column(String(17))
    auth_time: Mapped[float] = mapped_column(Float)
    access_expires_at: Mapped[float] = mapped_column(Float)
    refresh_expires_at: Mapped[float] = mapped_column(Float)
    refresh_used_at: Mapped[float | None] = mapped_column(Float)
    revoked: Mapped[bool] = mapped_column(Boolean, default=False)


class Consent(Base):
    """One person's acceptance of one version of the terms."""

    __tablename__ = "consents"
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    terms_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    version: Mapped[str] = mapped_column(String(32), primary_key=True)
    accepted_at: Mapped[float] = mapped_column(Float)


class Vehicle(Base):
    """A car that the cloud knows."""

    __tablename__ = "vehicles"
    vin: Mapped[str] = mapped_column(String(17), primary_key=True)
    model: Mapped[str] = mapped_column(String(120))
    brand: Mapped[str] = mapped_column(String(32))


class VehicleUser(Base):
    """Who is mapped to which car; `id` keeps the order of joining."""

    __tablename__ = "vehicle_users"
    __table_args__ = (UniqueConstraint("vin", "account_id"), Index("vehicle_users_account", "account_id"))
    id: Mapped[int] = mapped_column(primary_key=True)
    vin: Mapped[str] = mapped_column(ForeignKey("vehicles.vin", ondelete="CASCADE"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(String(8))
    joined_at: Mapped[float] = mapped_column(Float)


class DriverProfile(Base):
    """The settings a car can load for its driver."""

    __tablename__ = "driver_profiles"
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    content: Mapped[dict[str, object]] = mapped_column(JSON)
    updated_at: Mapped[float] = mapped_column(Float)
