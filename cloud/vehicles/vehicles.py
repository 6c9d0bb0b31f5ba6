"""Cars and who uses them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cloud.context import Context
from cloud.storage.models import Vehicle, VehicleUser
from cloud.vehicles.rules import Role, heir_after, role_for
from core.errors import BenchError


@dataclass(frozen=True)
class MappedVehicle:
    """A car as one of its users sees it."""

    vin: str
    model: str
    brand: str
    role: Role


class Vehicles:
    """All cars of this cloud."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def add(self, vin: str, model: str, brand: str = "") -> None:
        """Make a car known, or correct its model; `brand` is a pack's id, "" for the cloud's own."""
        with self._context.database.writing() as session:
            session.merge(Vehicle(vin=vin, model=model, brand=brand or self._context.brand.id))

    def model(self, vin: str) -> str | None:
        """The model of a known car."""
        with self._context.database.reading() as session:
            vehicle = session.get(Vehicle, vin)
        return vehicle.model if vehicle else None

    def of(self, account_id: int) -> list[MappedVehicle]:
        """The cars that a person is mapped to, in order of joining."""
        with self._context.database.reading() as session:
            rows = session.execute(
                select(Vehicle, VehicleUser.role)
                .join(VehicleUser, VehicleUser.vin == Vehicle.vin)
                .where(VehicleUser.account_id == account_id)
                .order_by(VehicleUser.id)
            ).all()
        return [MappedVehicle(vehicle.vin, vehicle.model, vehicle.brand, Role(role)) for vehicle, role in rows]

    def get(self, account_id: int, vin: str) -> MappedVehicle:
        """One of the person's cars. Raises `unknown_vehicle`, also for another's car, so that nobody looks around."""
        for vehicle in self.of(account_id):
            if vehicle.vin == vin:
                return vehicle
        raise BenchError("unknown_vehicle", vin=vin)

    def co_users(self, vin: str) -> list[int]:
        """The accounts of a car's co-users, in order of joining."""
        with self._context.database.reading() as session:
            return [account for account, role in _users(session, vin).items() if role is Role.CO]

    def map_user(self, account_id: int, gcid: str, vin: str, wish: Role | None) -> MappedVehicle:
        """Map a person to a car; the role says what became of the wish. Raises `unknown_vehicle`, `too_many_users`."""
        context = self._context
        with context.database.writing() as session:
            vehicle = session.get(Vehicle, vin)
            if vehicle is None:
                raise BenchError("unknown_vehicle", vin=vin)
            users = _users(session, vin)
            role = role_for(users, account_id, wish, context.settings.co_users_max)
            changed = users.get(account_id) is not role
            if account_id not in users:
                session.add(VehicleUser(vin=vin, account_id=account_id, role=role, joined_at=context.now()))
            elif changed:
                _row(session, vin, account_id).role = role
        if changed:
            context.emit("vehicle.user_mapped", account=gcid, vin=vin, role=str(role))
        return MappedVehicle(vin, vehicle.model, vehicle.brand, role)

    def unmap_user(self, account_id: int, gcid: str, vin: str) -> None:
        """Take a person off a car; without effect if not mapped. A leaving main user hands on to the next co-user."""
        with self._context.database.writing() as session:
            users = _users(session, vin)
            if account_id not in users:
                return
            heir = heir_after(users, account_id)
            if heir is not None:
                _row(session, vin, heir).role = Role.MAIN
            session.execute(delete(VehicleUser).where(VehicleUser.vin == vin, VehicleUser.account_id == account_id))
        self._context.emit("vehicle.user_unmapped", account=gcid, vin=vin)


def _users(session: Session, vin: str) -> dict[int, Role]:
    rows = session.scalars(select(VehicleUser).where(VehicleUser.vin == vin).order_by(VehicleUser.id))
    return {row.account_id: Role(row.role) for row in rows}


def _row(session: Session, vin: str, account_id: int) -> VehicleUser:
    return session.scalars(
        select(VehicleUser).where(VehicleUser.vin == vin, VehicleUser.account_id == account_id)
    ).one()
