"""What the car maker's cloud knows: people, cars, links, eSIMs."""

from __future__ import annotations

from sqlalchemy import select

from cloud.services import Services
from cloud.sites.inspector.tables import Table, raw_tables, table
from cloud.sites.portal.association import link_state
from cloud.storage.models import Account, Base, PhoneNumber, Vehicle, VehicleUser


def tables(services: Services) -> list[Table]:
    """People with the states of domain.md §2.3, cars with their users, and all that is stored."""
    with services.context.database.reading() as session:
        accounts = list(session.scalars(select(Account).order_by(Account.id)))
        emails = {account.id: account.email for account in accounts}
        numbers = list(session.scalars(select(PhoneNumber).order_by(PhoneNumber.id)))
        users = list(session.scalars(select(VehicleUser).order_by(VehicleUser.id)))
        vehicles = list(session.scalars(select(Vehicle)))
        stored = raw_tables(session, Base.metadata, lambda name: name)
    people = []
    for account in accounts:
        link = link_state(services, services.accounts.find(account.id))
        people.append(
            {
                services.context.brand.id_name: account.email,
                "name": account.name_ja,
                "gcid": account.gcid,
                "numbers": ", ".join(one.number for one in numbers if one.account_id == account.id),
                "account link": link.state.upper(),
                "operator": link.operator or "",
                "line": link.number or link.number_last4 or "",
                "reason": link.reason or "",
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
    return [table("people", "People", people), table("cars", "Cars and their users", cars), *stored]
