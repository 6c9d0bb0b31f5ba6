"""Grants and their tokens: what an association is once the driver agreed. Refresh tokens rotate (RFC 9700 §4.14.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from cloud.carrier.association.clients import SCOPE
from cloud.carrier.association.models import AssociationTokenRow, CodeRow, GrantRow
from cloud.carrier.context import CarrierContext
from cloud.context import fingerprint
from cloud.identity.rules.pkce import verifier_fits
from core.errors import BenchError


@dataclass(frozen=True)
class Grant:
    """An association that stands: `client_id` may use the line `msisdn` for its customers' cars."""

    id: int
    client_id: str
    msisdn: str
    brand: str
    since: float


class Grants:
    """All associations. Everything that is refused is `invalid_grant`, as OAuth has it."""

    def __init__(self, context: CarrierContext) -> None:
        self._context = context

    def redeem(self, client_id: str, *, code: str, redirect_uri: str, code_verifier: str) -> dict[str, Any]:
        """Tokens for a code. A code that comes again ends what came of it (RFC 6749 §4.1.2)."""
        context = self._context
        replayed = None
        with context.database.writing() as session:
            row = session.get(CodeRow, fingerprint(code), with_for_update=True)
            if row is None or row.client_id != client_id:
                raise BenchError("invalid_grant")
            if row.used:
                replayed = row.grant_id
            elif (
                context.now() >= row.expires_at
                or row.redirect_uri != redirect_uri
                or not verifier_fits(row.code_challenge, code_verifier)
            ):
                raise BenchError("invalid_grant")
            else:
                row.used = True
                return self._issue(session, row.grant_id)
        self.end(replayed)
        context.emit("association.code_replayed", client=client_id)
        raise BenchError("invalid_grant")

    def refresh(self, client_id: str, refresh_token: str) -> dict[str, Any]:
        """New tokens for an old refresh token. The same one works again for a moment, for a client that lost the
        answer; later its use means that somebody has a copy, and the grant ends.
        """
        context, stolen = self._context, None
        now = context.now()
        with context.database.writing() as session:
            row = session.scalar(
                select(AssociationTokenRow).where(AssociationTokenRow.refresh_hash == fingerprint(refresh_token))
            )
            grant = session.get(GrantRow, row.grant_id) if row else None
            if row is None or grant is None or grant.client_id != client_id or grant.ended_at is not None:
                raise BenchError("invalid_grant")
            if now >= row.refresh_expires_at:
                raise BenchError("invalid_grant")
            if row.refresh_used_at is None or now < row.refresh_used_at + context.settings.refresh_reuse_leeway:
                row.refresh_used_at = row.refresh_used_at or now
                return self._issue(session, row.grant_id)
            stolen = row.grant_id
        self.end(stolen)
        context.emit("association.refresh_refused", client=client_id)
        raise BenchError("invalid_grant")

    def by_access(self, secret: str) -> Grant | None:
        """The grant whose living access token this is."""
        with self._context.database.reading() as session:
            query = select(AssociationTokenRow).where(AssociationTokenRow.access_hash == fingerprint(secret))
            row = session.scalar(query)
            grant = session.get(GrantRow, row.grant_id) if row else None
            if row is None or grant is None or grant.ended_at is not None:
                return None
            return _grant(grant) if self._context.now() < row.access_expires_at else None

    def revoke(self, client_id: str, token: str) -> None:
        """RFC 7009: ends the association that the token belongs to; unknown tokens are fine."""
        mark = fingerprint(token)
        with self._context.database.reading() as session:
            row = session.scalar(
                select(AssociationTokenRow).where(
                    or_(AssociationTokenRow.access_hash == mark, AssociationTokenRow.refresh_hash == mark)
                )
            )
            grant = session.get(GrantRow, row.grant_id) if row else None
        if grant is not None and grant.client_id == client_id:
            self.end(grant.id)

    def of(self, msisdn: str) -> list[Grant]:
        """The associations of a line that stand."""
        with self._context.database.reading() as session:
            query = select(GrantRow).where(GrantRow.msisdn == msisdn, GrantRow.ended_at.is_(None)).order_by(GrantRow.id)
            return [_grant(row) for row in session.scalars(query)]

    def end(self, grant_id: int) -> None:
        """End an association; its tokens work no more."""
        with self._context.database.writing() as session:
            query = update(GrantRow).where(GrantRow.id == grant_id, GrantRow.ended_at.is_(None))
            ended = session.execute(query.values(ended_at=self._context.now())).rowcount  # type: ignore[attr-defined]
            session.execute(delete(AssociationTokenRow).where(AssociationTokenRow.grant_id == grant_id))
        if ended:
            self._context.emit("association.ended", grant=grant_id)

    def set_notification(self, grant: Grant, url: str, token: str) -> None:
        """Where the client wants to hear of changes (TS.43 `notif_action`, `notif_token`)."""
        with self._context.database.writing() as session:
            row = session.get_one(GrantRow, grant.id)
            if (row.notify_url, row.notify_token) != (url, token):
                row.notify_url, row.notify_token = url, token

    def notifications(self, msisdn: str) -> list[tuple[str, str]]:
        """Address and token of everybody who wants to hear of this line."""
        with self._context.database.reading() as session:
            query = select(GrantRow).where(GrantRow.msisdn == msisdn, GrantRow.ended_at.is_(None))
            found = {(row.notify_url, row.notify_token) for row in session.scalars(query) if row.notify_url}
        return sorted(found)

    def lines_to_tell_of(self) -> list[str]:
        """The lines of which somebody wants to hear."""
        with self._context.database.reading() as session:
            query = select(GrantRow.msisdn).where(GrantRow.ended_at.is_(None), GrantRow.notify_url != "").distinct()
            return sorted(session.scalars(query))

    def provide(self, client_id: str, msisdn: str, brand: str) -> str:
        """An association without a consent page, for the demonstration; its refresh token."""
        now = self._context.now()
        with self._context.database.writing() as session:
            grant = GrantRow(client_id=client_id, msisdn=msisdn, brand=brand, since=now)
            session.add(grant)
            session.flush()
            return str(self._issue(session, grant.id)["refresh_token"])

    def another(self, client_id: str, msisdn: str) -> str | None:
        """One more refresh token of an association that stands, for the demonstration; None without one."""
        with self._context.database.writing() as session:
            query = select(GrantRow.id).where(
                GrantRow.client_id == client_id, GrantRow.msisdn == msisdn, GrantRow.ended_at.is_(None)
            )
            grant_id = session.scalar(query.order_by(GrantRow.id))
            return None if grant_id is None else str(self._issue(session, grant_id)["refresh_token"])

    def _issue(self, session: Session, grant_id: int) -> dict[str, Any]:
        context, settings = self._context, self._context.settings
        now, access, refresh = context.now(), context.secret(), context.secret()
        session.execute(delete(AssociationTokenRow).where(AssociationTokenRow.refresh_expires_at <= now))
        session.add(
            AssociationTokenRow(
                access_hash=fingerprint(access),
                refresh_hash=fingerprint(refresh),
                grant_id=grant_id,
                access_expires_at=now + settings.access_token_lifetime,
                refresh_expires_at=now + settings.association_lifetime,
            )
        )
        return {
            "token_type": "Bearer",
            "access_token": access,
            "refresh_token": refresh,
            "expires_in": settings.access_token_lifetime,
            "scope": SCOPE,
        }


def _grant(row: GrantRow) -> Grant:
    return Grant(row.id, row.client_id, row.msisdn, row.brand, row.since)
