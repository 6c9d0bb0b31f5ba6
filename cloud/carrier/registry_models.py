"""The tables of the One Number registry: the stock of profiles, the accessories of lines, and what became of them."""

from __future__ import annotations

from sqlalchemy import Boolean, Float, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cloud.carrier.models import CarrierBase


class ProfileRow(CarrierBase):
    """A profile that lies at the SM-DP+ or on a card. `msisdn`: the line it was given to, once for all.

    `barred`: its accessory was released, the network does not let it in. `spent`: its card is gone; never again.
    """

    __tablename__ = "carrier_profiles"
    iccid: Mapped[str] = mapped_column(String(20), primary_key=True)
    imsi: Mapped[str] = mapped_column(String(15), unique=True)
    msisdn: Mapped[str | None] = mapped_column(String(15), index=True)
    barred: Mapped[bool] = mapped_column(Boolean, default=False)
    spent: Mapped[bool] = mapped_column(Boolean, default=False)


class RegistrationRow(CarrierBase):
    """An accessory of a line, one for each card (`eid`). `code`: the activation code ordered for that card."""

    __tablename__ = "carrier_registrations"
    __table_args__ = (UniqueConstraint("msisdn", "eid"),)
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    msisdn: Mapped[str] = mapped_column(ForeignKey("carrier_lines.msisdn"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(String(30))
    imei: Mapped[str] = mapped_column(String(16))
    eid: Mapped[str] = mapped_column(String(32))
    iccid: Mapped[str] = mapped_column(ForeignKey("carrier_profiles.iccid"))
    status: Mapped[int] = mapped_column(Integer)
    code: Mapped[str] = mapped_column(String(255), default="")
    installed: Mapped[bool] = mapped_column(Boolean, default=False)
    registered_at: Mapped[float | None] = mapped_column(Float)


class HistoryRow(CarrierBase):
    """One entry of 「登録履歴」; `kind` is `registered` or `released`."""

    __tablename__ = "carrier_registration_history"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    msisdn: Mapped[str] = mapped_column(String(15), index=True)
    at: Mapped[float] = mapped_column(Float)
    kind: Mapped[str] = mapped_column(String(12))
    device: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(String(30))
    imei: Mapped[str] = mapped_column(String(16))
