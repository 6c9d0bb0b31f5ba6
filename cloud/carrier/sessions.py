"""Browsers' visits to the operator's site, kept on the server so that they end there and survive a restart."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete

from cloud.carrier.context import CarrierContext
from cloud.carrier.models import SessionRow
from cloud.context import fingerprint

METHODS = ("network_pin", "d_account")


@dataclass(frozen=True)
class Visitor:
    """Who is logged in. `msisdn` is None for a d ACCOUNT without a line; `method` how they showed who they are."""

    msisdn: str | None
    d_id: str | None
    method: str
    begun_at: float


class CarrierSessions:
    """Log-ins by the secret in the browser's cookie."""

    def __init__(self, context: CarrierContext) -> None:
        self._context = context

    def begin(self, *, msisdn: str | None, d_id: str | None = None, method: str) -> str:
        """A new log-in; the secret for the cookie. Always a new one, so that nobody can fix it beforehand."""
        assert method in METHODS
        secret, now = self._context.secret(), self._context.now()
        with self._context.database.writing() as session:
            session.execute(delete(SessionRow).where(SessionRow.expires_at <= now))
            session.add(
                SessionRow(
                    id_hash=fingerprint(secret),
                    msisdn=msisdn,
                    d_id=d_id,
                    method=method,
                    begun_at=now,
                    expires_at=now + self._context.settings.carrier_session_lifetime,
                )
            )
        self._context.emit("visit.begun", method=method, line=msisdn[-4:] if msisdn else None)
        return secret

    def find(self, secret: str | None) -> Visitor | None:
        """The living log-in with this secret; each use lets it live on for its whole time."""
        if not secret:
            return None
        now, lifetime = self._context.now(), self._context.settings.carrier_session_lifetime
        with self._context.database.reading() as session:
            row = session.get(SessionRow, fingerprint(secret))
        if row is None or row.expires_at <= now:
            return None
        if row.expires_at - now < lifetime * 0.9:  # not at each request: a write costs more than a read
            with self._context.database.writing() as session:
                if living := session.get(SessionRow, row.id_hash):
                    living.expires_at = now + lifetime
        return Visitor(row.msisdn, row.d_id, row.method, row.begun_at)

    def tie(self, secret: str, msisdn: str) -> None:
        """The d ACCOUNT of this log-in has just been tied to `msisdn`."""
        with self._context.database.writing() as session:
            if row := session.get(SessionRow, fingerprint(secret)):
                row.msisdn = msisdn

    def end(self, secret: str | None) -> None:
        """Log out; without effect for an unknown secret."""
        if secret:
            with self._context.database.writing() as session:
                session.execute(delete(SessionRow).where(SessionRow.id_hash == fingerprint(secret)))
