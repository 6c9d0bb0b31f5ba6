"""Activations: a person begins one, the operator's site decides, the answer comes back by the browser."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass

from sqlalchemy import select

from cloud.association.carrier_client import CarrierClient
from cloud.association.links import Links, cars_of
from cloud.association.models import LinkRequestRow
from cloud.association.rules import OPERATORS, RequestState, clean_number, request_state, same_number
from cloud.association.vault import Vault
from cloud.context import Context, fingerprint
from cloud.identity.accounts import Accounts, Person
from cloud.identity.rules.pkce import s256
from cloud.odsa.messages import Operation, Request
from core.errors import BenchError


@dataclass(frozen=True)
class Begun:
    """A request that waits at the operator: `url` is where the browser goes."""

    id: str
    url: str
    expires_in: int


@dataclass(frozen=True)
class Ended:
    """How a request ended, and where its person came from (`app` or `portal` of a brand)."""

    state: RequestState
    reason: str
    return_to: str
    brand: str


class LinkRequests:
    """All activations."""

    def __init__(self, context: Context, vault: Vault, links: Links) -> None:
        self._context = context
        self._vault = vault
        self._links = links
        self._finishing = threading.Lock()

    def begin(
        self, person: Person, *, country: str, operator: str, number: str, return_to: str, brand: str = ""
    ) -> Begun:
        """Push a request to the operator. `number`: all digits or the last four; `brand`: from whose app or portal
        ("" for the cloud's own).

        Raises `request.invalid {field}`, `esim.number_invalid`, `esim.already_linked`, and the carrier's errors.
        """
        if operator not in OPERATORS.get(country, {}):
            raise BenchError("request.invalid", field="country" if country not in OPERATORS else "operator")
        if return_to not in ("app", "portal"):
            raise BenchError("request.invalid", field="return_to")
        digits = clean_number(number, last4=len(str(number).strip()) <= 4)
        if self._is_settled(person.id):
            raise BenchError("esim.already_linked")
        client = self._client()
        context = self._context
        state, verifier, request_id = context.secret(), context.secret(), context.secret()[:22]
        handle, lifetime = client.push(
            {
                "response_type": "code",
                "redirect_uri": self._redirect_uri,
                "scope": "one_number",
                "state": state,
                "code_challenge": s256(verifier),
                "code_challenge_method": "S256",
                "login_hint": digits,
                "brand": brand or context.brand.id,
            }
        )
        now = context.now()
        row = LinkRequestRow(
            id=request_id,
            account_id=person.id,
            state=RequestState.OPEN,
            reason="",
            number=digits,
            return_to=return_to,
            brand=brand or context.brand.id,
            state_hash=fingerprint(state),
            verifier=self._vault.seal(verifier),
            created_at=now,
            expires_at=now + lifetime,
        )
        with context.database.writing() as session:
            session.add(row)
        context.emit("esim.requested", account=person.gcid, request=request_id, number=digits[-4:])
        return Begun(request_id, client.authorize_url(handle), lifetime)

    def get(self, account_id: int, request_id: str) -> LinkRequestRow:
        """One of a person's activations. Raises `esim.request_unknown`, for another's too."""
        with self._context.database.reading() as session:
            row = session.get(LinkRequestRow, request_id)
        if row is None or row.account_id != account_id:
            raise BenchError("esim.request_unknown")
        return row

    def last_of(self, account_id: int) -> LinkRequestRow | None:
        """The latest activation of a person."""
        query = select(LinkRequestRow).where(LinkRequestRow.account_id == account_id)
        with self._context.database.reading() as session:
            return session.scalar(query.order_by(LinkRequestRow.created_at.desc(), LinkRequestRow.id).limit(1))

    def state_of(self, row: LinkRequestRow) -> RequestState:
        """Where it stands now."""
        return request_state(row.state, expires_at=row.expires_at, now=self._context.now())

    def finish(self, accounts: Accounts, *, state: str, code: str, error: str) -> Ended:
        """The browser is back from the operator. The same answer again (a reload) ends as it ended before.

        Raises `esim.request_unknown` for a `state` that is not ours.
        """
        with self._finishing:  # a code that is redeemed twice ends what came of it
            return self._finish(accounts, state, code, error)

    def _finish(self, accounts: Accounts, state: str, code: str, error: str) -> Ended:
        with self._context.database.reading() as session:
            row = session.scalar(select(LinkRequestRow).where(LinkRequestRow.state_hash == fingerprint(state)))
        person = accounts.find(row.account_id) if row is not None else None
        if row is None or person is None:
            raise BenchError("esim.request_unknown")
        now = self.state_of(row)
        if now is not RequestState.OPEN:
            reason = row.reason or ("esim.handle_expired" if now is RequestState.EXPIRED else "")
            return Ended(now, reason, row.return_to, self._brand_of(row))
        reason = ""
        if error:
            end = RequestState.DENIED if error == "access_denied" else RequestState.FAILED
            reason = "" if end is RequestState.DENIED else "carrier.refused"
        else:
            try:
                self._link(person, row, code)
                end = RequestState.LINKED
            except BenchError as failed:
                if not failed.code.startswith(("carrier.", "esim.")):
                    raise
                end, reason = RequestState.FAILED, failed.code
        with self._context.database.writing() as session:
            stored = session.get_one(LinkRequestRow, row.id)
            if stored.state == RequestState.OPEN:
                stored.state, stored.reason = end, reason
        self._context.emit("esim.request_ended", account=person.gcid, request=row.id, state=str(end), reason=reason)
        return Ended(end, reason, row.return_to, self._brand_of(row))

    def _link(self, person: Person, row: LinkRequestRow, code: str) -> None:
        client = self._client()
        tokens = client.tokens(
            grant_type="authorization_code",
            code=code,
            redirect_uri=self._redirect_uri,
            code_verifier=self._vault.open(row.verifier),
        )
        number = client.entitlement(tokens["access_token"], Request(Operation.GET_PHONE_NUMBER)).msisdn
        if not same_number(row.number, number):
            client.revoke(tokens["refresh_token"])
            raise BenchError("esim.number_mismatch")
        before = self._links.refresh_token(person.id)
        self._links.linked(person.id, person.gcid, number, tokens)
        if before:
            with contextlib.suppress(BenchError):  # nobody uses it any more
                client.revoke(before)

    def _is_settled(self, account_id: int) -> bool:
        """Linked, and no car waits for a new activation because the operator released its eSIM."""
        link = self._links.get(account_id)
        with self._context.database.reading() as session:
            released = any(car.state == "released" for car in cars_of(session, account_id))
        return link is not None and link.linked and not released

    def _brand_of(self, row: LinkRequestRow) -> str:
        return row.brand or self._context.brand.id  # "" in a database that is older than the column

    @property
    def _redirect_uri(self) -> str:
        return f"{self._context.issuer}/association/return"

    def _client(self) -> CarrierClient:
        if self._links.client is None:
            raise BenchError("carrier.unreachable", reason="no operator")
        return self._links.client
