"""Gives lines of the demonstration the accessories they have had for long (`[[accessories]]` of `demo.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from cloud.carrier.registry_models import HistoryRow, RegistrationRow
from cloud.carrier.services import CarrierServices
from cloud.odsa.messages import ServiceStatus
from core.demo import demo_data


def fill_with_accessories(services: CarrierServices) -> None:
    """Whatever is not there yet; a first start may have been killed in its middle."""
    for data in demo_data()["accessories"]:
        services.stock.add(data["iccid"], data["imsi"], data["msisdn"])
        _register(services, data)


def _register(services: CarrierServices, data: Mapping[str, Any]) -> None:
    registered, released = data["registered"].timestamp(), data.get("released")
    device = {name: data[name] for name in ("msisdn", "kind", "name", "imei", "eid", "iccid")}
    entry = {"msisdn": data["msisdn"], "device": data["kind"], "name": data["name"], "imei": data["imei"]}
    with services.context.database.writing() as session:
        if session.scalar(select(RegistrationRow).where(RegistrationRow.eid == data["eid"])) is not None:
            return
        status = ServiceStatus.ACTIVATED if released is None else ServiceStatus.DEACTIVATED
        session.add(RegistrationRow(**device, status=status, code="", installed=True, registered_at=registered))
        session.add(HistoryRow(**entry, at=registered, kind="registered"))
        if released is not None:
            session.add(HistoryRow(**entry, at=released.timestamp(), kind="released"))
