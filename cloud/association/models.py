"""The car maker's tables of associations. Tokens and verifiers are stored sealed (`vault`), handles as hashes."""

from __future__ import annotations

from sqlalchemy import Boolean, Float, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from cloud.storage.models import Base


class AccountLinkRow(Base):
    """The link of a person to a line, and what the operator said of it last.

    `slots`: accessories that may still be added; `reserved`: the ICCID the next one gets; `checked_at` 0: never heard.
    """

    __tablename__ = "account_links"
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    linked: Mapped[bool] = mapped_column(Boolean, default=True)
    operator: Mapped[str] = mapped_column(String(64))
    number: Mapped[str] = mapped_column(String(20), default="")
    refresh_token: Mapped[str] = mapped_column(String(500), default="")
    access_token: Mapped[str] = mapped_column(String(500), default="")
    access_expires_at: Mapped[float] = mapped_column(Float, default=0.0)
    notify_token: Mapped[str] = mapped_column(String(500), default="")
    notify_hash: Mapped[str] = mapped_column(String(64), default="", index=True)
    eligible: Mapped[bool] = mapped_column(Boolean, default=True)
    slots: Mapped[int] = mapped_column(Integer, default=0)
    reserved: Mapped[str] = mapped_column(String(20), default="")
    checked_at: Mapped[float] = mapped_column(Float, default=0.0)
    reason: Mapped[str] = mapped_column(String(64), default="")


class LinkRequestRow(Base):
    """One activation that a person began (domain.md §2.3): where it stands and what proves its answer."""

    __tablename__ = "link_requests"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(8))
    reason: Mapped[str] = mapped_column(String(64), default="")
    number: Mapped[str] = mapped_column(String(20))
    return_to: Mapped[str] = mapped_column(String(8))
    brand: Mapped[str] = mapped_column(String(32), default="", server_default="")
    state_hash: Mapped[str] = mapped_column(String(64), unique=True)
    verifier: Mapped[str] = mapped_column(String(500))
    created_at: Mapped[float] = mapped_column(Float)
    expires_at: Mapped[float] = mapped_column(Float)


class CarEsimRow(Base):
    """A person's eSIM in one car. `state`: `ready`, `active`, `released` by the operator, or `leaving`.

    `pending`: the operator has not heard of the last change yet.
    """

    __tablename__ = "car_esims"
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    vin: Mapped[str] = mapped_column(String(17), primary_key=True)
    iccid: Mapped[str] = mapped_column(String(20))
    eid: Mapped[str] = mapped_column(String(32), default="")
    code: Mapped[str] = mapped_column(String(255), default="")
    state: Mapped[str] = mapped_column(String(8))
    pending: Mapped[bool] = mapped_column(Boolean, default=False)
    updated_at: Mapped[float] = mapped_column(Float)
