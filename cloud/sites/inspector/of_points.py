"""What the bank and the Mynapoint platform know: registrations, what was issued, reservations, applications."""

from __future__ import annotations

from sqlalchemy import select

from cloud.points.models import (
    ApplicationRow,
    OneTimeCodeRow,
    PaymentServiceRow,
    PointsBase,
    ReservationRow,
)
from cloud.points.services import PointsServices
from cloud.sites.inspector.tables import Table, raw_tables, table


def tables(services: PointsServices) -> list[Table]:
    """Who registered which card, and how the points stand, then all that is stored."""
    now = services.context.now()
    with services.context.database.reading() as session:
        registrations = [
            {"line": row.phone, "SMS sent": row.sent, "wrong": row.failures, "proven": row.proven}
            | {"state": "ACTIVE" if row.expires_at > now else "EXPIRED", "expires_at": row.expires_at}
            for row in session.scalars(select(OneTimeCodeRow).order_by(OneTimeCodeRow.expires_at.desc()).limit(50))
        ]
        issued = []
        for row in session.scalars(select(PaymentServiceRow).order_by(PaymentServiceRow.issued_at.desc()).limit(100)):
            service = services.bank.get(row.payment_service_id)
            issued.append(
                {
                    "payment service ID": row.payment_service_id,
                    "service": row.service,
                    "card": f"**** {row.card_last4}",
                    "line": row.phone,
                    "name": row.name_kana,
                    "state": service.state.upper() if service else "",
                    "log-in": "LOCKED" if row.failures >= services.context.settings.sign_in_attempts else "open",
                    "issued_at": row.issued_at,
                }
            )
        reservations = [
            {"card": row.card_number, "MyKey ID": row.my_key_id, "reserved_at": row.reserved_at}
            for row in session.scalars(select(ReservationRow).order_by(ReservationRow.reserved_at.desc()).limit(100))
        ]
        applications = [
            {"application": row.id, "card": row.card_number, "service": row.service}
            | {"payment service ID": row.payment_service_id, "applied_at": row.applied_at}
            | {"state": "COMPLETED" if row.completes_at <= now else "ACCEPTED", "completed_at": row.completes_at}
            for row in session.scalars(select(ApplicationRow).order_by(ApplicationRow.applied_at.desc()).limit(100))
        ]
        stored = raw_tables(session, PointsBase.metadata, lambda name: name.removeprefix("points_"))
    return [
        table("issued", "Payment services", issued),
        table("one-time", "Registrations on their way", registrations),
        table("reservations", "Reservations (MyKey ID)", reservations),
        table("applications", "Applications", applications),
        *stored,
    ]
