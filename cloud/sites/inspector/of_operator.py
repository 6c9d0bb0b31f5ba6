"""What the operator knows: lines, contracts, link requests, registrations, profiles."""

from __future__ import annotations

from sqlalchemy import select

from cloud.carrier.association.models import GrantRow, LinkRequestRow
from cloud.carrier.models import CarrierBase, OrderRow
from cloud.carrier.registry_models import ProfileRow
from cloud.carrier.rules.link_requests import handle_state
from cloud.carrier.services import CarrierServices
from cloud.sites.inspector.tables import Table, raw_tables, table


def tables(services: CarrierServices) -> list[Table]:
    """Lines with the states of domain.md §2.3, registrations as TS.43 names them, and all that is stored."""
    now = services.context.now()
    lines, registrations = [], []
    for line in services.lines.all():
        view = services.contracts.view(line.msisdn)
        account = services.d_accounts.of_line(line.msisdn)
        lines.append(
            {
                "line": line.msisdn,
                "IMSI": line.imsi,
                "name": f"{line.family_kanji} {line.given_kanji}",
                "contract": str(view.state).upper(),
                "ordered": ", ".join(sorted(str(item) for item in view.ordered)),
                "accessories": f"{view.accessories} of {view.most}",
                "d ACCOUNT": account.d_id if account else "not tied",
                "network lock": "LOCKED" if services.network_pins.is_locked(line.msisdn) else "open",
            }
        )
        for one in services.registrations.all_of(line.msisdn):
            registrations.append(
                {
                    "line": one.msisdn,
                    "id": one.id,
                    "name": one.name,
                    "kind": one.kind,
                    "IMEI": one.imei,
                    "status": f"{int(one.status)} {one.status.name}",
                    "ICCID": one.iccid,
                    "EID": one.eid,
                    "installed": one.installed,
                    "registered_at": one.registered_at,
                }
            )
    with services.context.database.reading() as session:
        requests = [
            {
                "client": row.client_id,
                "brand": row.brand,
                "request": handle_state(used=row.used, expires_at=row.expires_at, now=now).upper(),
                "expires_at": row.expires_at,
            }
            for row in session.scalars(select(LinkRequestRow).order_by(LinkRequestRow.expires_at.desc()).limit(50))
        ]
        profiles = [
            {"ICCID": row.iccid, "IMSI": row.imsi, "line": row.msisdn, "barred": row.barred, "spent": row.spent}
            for row in session.scalars(select(ProfileRow).order_by(ProfileRow.iccid))
        ]
        orders = [
            {"order": row.id, "line": row.msisdn, "items": ", ".join(row.items), "placed_at": row.placed_at}
            | {"applies from": row.applies_from, "yen a month": row.monthly_yen}
            for row in session.scalars(select(OrderRow).order_by(OrderRow.placed_at.desc()).limit(100))
        ]
        associations = [
            {"client": row.client_id, "brand": row.brand, "line": row.msisdn, "since": row.since}
            | {"state": "LINKED" if row.ended_at is None else "UNLINKED", "ended_at": row.ended_at}
            for row in session.scalars(select(GrantRow).order_by(GrantRow.id.desc()).limit(100))
        ]
        stored = raw_tables(session, CarrierBase.metadata, lambda name: name.removeprefix("carrier_"))
    return [
        table("lines", "Lines and contracts", lines),
        table("orders", "Orders", orders),
        table("associations", "Associations", associations),
        table("registrations", "Registrations", registrations),
        table("requests", "Link requests", requests),
        table("profiles", "Profiles in stock", profiles),
        *stored,
    ]
