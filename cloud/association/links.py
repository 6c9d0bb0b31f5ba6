"""Links of people to their lines: tokens, what the operator says, and asking it (AccountLink of domain.md §2.3)."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cloud.association.carrier_client import CarrierClient
from cloud.association.models import AccountLinkRow, CarEsimRow
from cloud.association.rules import OPERATORS
from cloud.association.vault import Vault
from cloud.context import Context, fingerprint
from cloud.odsa.messages import Answer, Request
from core.errors import BenchError

OPERATOR = OPERATORS["JP"]["docomo"]
EARLY = 30.0
"""Seconds before its end at which an access token is renewed."""


class Links:
    """All links. `client` is None in a cloud that knows no operator: then links are as they were stored."""

    def __init__(self, context: Context, vault: Vault, client: CarrierClient | None) -> None:
        self._context = context
        self._vault = vault
        self._lock = threading.Lock()
        self.client = client

    def get(self, account_id: int) -> AccountLinkRow | None:
        """The link of a person, in whatever state."""
        with self._context.database.reading() as session:
            return session.get(AccountLinkRow, account_id)

    def linked(self, account_id: int, gcid: str, number: str, tokens: dict[str, Any]) -> None:
        """The operator agreed: LINKED. What was released before may be set up again."""
        with self._context.database.writing() as session:
            row = self._new(account_id)
            row.number = number
            self._keep(row, tokens)
            session.merge(row)
            session.execute(
                delete(CarEsimRow).where(CarEsimRow.account_id == account_id, CarEsimRow.state == "released")
            )
        self._context.emit("esim.linked", account=gcid, number=number[-4:])

    def provide(self, account_id: int, *, refresh_token: str = "", number: str = "", reserved: str = "") -> None:
        """A link that is ready without a consent page: the demonstration's. `reserved` for a cloud without operator."""
        row = self._new(account_id)
        row.number = number
        row.refresh_token = self._vault.seal(refresh_token) if refresh_token else ""
        if reserved:
            row.reserved, row.slots, row.checked_at = reserved, 1, self._context.now()
        with self._context.database.writing() as session:
            session.merge(row)

    def end(self, account_id: int, reason: str = "") -> None:
        """UNLINKED. No car may use the line any more."""
        with self._context.database.writing() as session:
            row = session.get(AccountLinkRow, account_id)
            if row is None or not row.linked:
                return
            row.linked, row.reason = False, reason
            row.refresh_token = row.access_token = row.notify_token = row.notify_hash = ""
            session.execute(delete(CarEsimRow).where(CarEsimRow.account_id == account_id))
        self._context.emit("esim.unlinked", account_id=account_id, reason=reason)

    def forget_answer(self, notify_token: str) -> bool:
        """The operator says that something changed: ask again at the next occasion. False for a strange token."""
        with self._context.database.writing() as session:
            row = session.scalar(select(AccountLinkRow).where(AccountLinkRow.notify_hash == fingerprint(notify_token)))
            if row is None or not notify_token:
                return False
            # Not 0, which would say that nothing is known: what is known stays good if the operator is away then.
            row.checked_at = min(row.checked_at, 1.0)
            return True

    def ask(self, account_id: int, request: Request) -> Answer:
        """One ODSA operation for a person's line. Raises the errors of `CarrierClient`; a link that the operator has
        ended is ended here too.
        """
        client = self.client
        if client is None:
            raise BenchError("carrier.unreachable", reason="no operator")
        row = self.get(account_id)
        if row is None or not row.linked:
            raise BenchError("carrier.grant_ended")
        told = replace(
            request,
            notif_action=f"{self._context.issuer}/association/notify",
            notif_token=self._vault.open(row.notify_token),
        )
        try:
            try:
                return client.entitlement(self._access(client, account_id), told)
            except BenchError as error:
                if error.code != "carrier.grant_ended":
                    raise
                return client.entitlement(self._access(client, account_id, renew=True), told)
        except BenchError as error:
            if error.code == "carrier.grant_ended":
                self.end(account_id, "not_linked")
            raise

    def refresh_token(self, account_id: int) -> str:
        """The refresh token of a person's link, "" without one."""
        row = self.get(account_id)
        return self._vault.open(row.refresh_token) if row is not None else ""

    def revoke(self, account_id: int) -> None:
        """Tell the operator that the association is over. Raises the errors of `CarrierClient`."""
        if self.client is not None and (token := self.refresh_token(account_id)):
            self.client.revoke(token)

    def _access(self, client: CarrierClient, account_id: int, *, renew: bool = False) -> str:
        with self._lock:  # two requests that renew at once would use one refresh token twice
            row = self.get(account_id)
            assert row is not None
            access = self._vault.open(row.access_token)
            if access and not renew and self._context.now() < row.access_expires_at - EARLY:
                return access
            refresh = self._vault.open(row.refresh_token)
            if not refresh:
                raise BenchError("carrier.grant_ended")
            tokens = client.tokens(grant_type="refresh_token", refresh_token=refresh)
            with self._context.database.writing() as session:
                self._keep(session.get_one(AccountLinkRow, account_id), tokens)
            return str(tokens["access_token"])

    def _keep(self, row: AccountLinkRow, tokens: dict[str, Any]) -> None:
        row.access_token = self._vault.seal(tokens["access_token"])
        row.refresh_token = self._vault.seal(tokens["refresh_token"])
        row.access_expires_at = self._context.now() + float(tokens.get("expires_in") or 0)

    def _new(self, account_id: int) -> AccountLinkRow:
        notify = self._context.secret()
        return AccountLinkRow(
            account_id=account_id,
            linked=True,
            operator=OPERATOR,
            number="",
            refresh_token="",
            access_token="",
            access_expires_at=0.0,
            notify_token=self._vault.seal(notify),
            notify_hash=fingerprint(notify),
            eligible=True,
            slots=0,
            reserved="",
            checked_at=0.0,
            reason="",
        )


def cars_of(session: Session, account_id: int) -> list[CarEsimRow]:
    """A person's eSIMs by car."""
    query = select(CarEsimRow).where(CarEsimRow.account_id == account_id).order_by(CarEsimRow.vin)
    return list(session.scalars(query))
