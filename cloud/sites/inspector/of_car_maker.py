"""What the car maker's cloud knows: people, cars, links, eSIMs."""

from __future__ import annotations

from sqlalchemy import select

from cloud.association.models import CarEsimRow, LinkRequestRow
from cloud.association.rules import RequestState
from cloud.services import Services
from cloud.sites.inspector.tables import Table, raw_tables, table
from cloud.storage.models import Account, Base, PhoneNumber, Vehicle, VehicleUser


def tables(services: Services) -> list[Table]:
    """People with the states of domain.md §2.3, cars with their users, and all that is stored."""
    with services.context.database.reading() as session:
        accounts = list(session.scalars(select(Account).order_by(Account.id)))
        emails = {account.id: account.email for account in accounts}
        numbers = list(session.scalars(select(PhoneNumber).order_by(PhoneNumber.id)))
        users = list(session.scalars(select(VehicleUser).order_by(VehicleUser.id)))
        vehicles = list(session.scalars(select(Vehicle)))
        now = services.context.now()
        requests = [
            {
                services.context.brand.id_name: emails.get(row.account_id, ""),
                "request": _request_state(row.state, row.expires_at, now),
                "ended": row.state if row.state != RequestState.OPEN else "",
                "reason": row.reason,
                "number": row.number,
                "from": row.return_to,
                "created_at": row.created_at,
                "expires_at": row.expires_at,
            }
            for row in session.scalars(select(LinkRequestRow).order_by(LinkRequestRow.created_at.desc()).limit(50))
        ]
        esims = [
            {"VIN": row.vin, "user": emails.get(row.account_id, ""), "state": row.state.upper(), "ICCID": row.iccid}
            | {"EID": row.eid, "report pending": row.pending, "updated_at": row.updated_at}
            for row in session.scalars(select(CarEsimRow))
        ]
        stored = raw_tables(session, Base.metadata, lambda name: name)
    people = []
    for account in accounts:
        person = services.accounts.find(account.id)
        link = services.association.state(person) if person is not None else None
        people.append(
            {
                services.context.brand.id_name: account.email,
                "name": account.name_ja,
                "gcid": account.gcid,
                "numbers": ", ".join(one.number for one in numbers if one.account_id == account.id),
                "account link": link.state.upper() if link else "",
                "operator": (link.operator or "") if link else "",
                "line": (link.number or link.number_last4 or "") if link else "",
                "reason": (link.reason or "") if link else "",
            }
        )
    models = {vehicle.vin: vehicle for vehicle in vehicles}
    cars = [
        {"VIN": user.vin, "model": models[user.vin].model, "brand": models[user.vin].brand}
        | {"user": emails.get(user.account_id, ""), "role": user.role, "joined_at": user.joined_at}
        for user in users
    ]
    cars += [
        {"VIN": vehicle.vin, "model": vehicle.model, "brand": vehicle.brand, "user": "", "role": "", "joined_at": None}
        for vehicle in vehicles
        if vehicle.vin not in {user.vin for user in users}
    ]
    mine = [
        table("requests", "Link requests", requests),
        table("esims", "eSIMs of cars", esims),
    ]
    return [table("people", "People", people), table("cars", "Cars and their users", cars), *mine, *stored]


def _request_state(state: str, expires_at: float, now: float) -> str:
    """domain.md §2.3: OPEN → USED | EXPIRED."""
    if state == RequestState.OPEN:
        return "EXPIRED" if now >= expires_at else "OPEN"
    return "EXPIRED" if state == RequestState.EXPIRED else "USED"
