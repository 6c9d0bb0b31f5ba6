"""「ワンナンバー登録履歴」: registrations and releases, the newest first (MGMT-HIST)."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, make_response, render_template

from cloud.carrier.registry import HistoryEntry
from cloud.carrier.rules.device_types import DeviceType, device_type, shown_imei
from cloud.carrier.services import carrier_services
from cloud.sites.management.blueprint import blueprint
from cloud.sites.management.dates import machine_time, printed_date, printed_time
from cloud.sites.management.desk import open_desk


@dataclass(frozen=True)
class Entry:
    """One entry as the page shows it: kind, date and time, picture (by `type`), name, IMEI (MGMT-HIST-06)."""

    kind: str
    date: str
    time: str
    machine_time: str
    type: DeviceType
    name: str
    imei: str


@blueprint.get("/management/history")
def history() -> Response:
    """All entries of the line."""
    desk = open_desk()
    if isinstance(desk, Response):
        return desk
    entries = [_shown(entry) for entry in carrier_services().registrations.history(desk.msisdn)]
    return make_response(render_template("management/history.html", desk=desk, entries=entries))


def _shown(entry: HistoryEntry) -> Entry:
    return Entry(
        entry.kind,
        printed_date(entry.at),
        printed_time(entry.at),
        machine_time(entry.at),
        device_type(entry.device, entry.imei),
        entry.name,
        shown_imei(entry.imei),
    )
