"""Link requests: pushed by the car maker's cloud, decided by the driver on the procedure site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from cloud.carrier.association.clients import SCOPE, AssociationClient, AssociationClients
from cloud.carrier.association.models import CodeRow, GrantRow, LinkRequestRow
from cloud.carrier.context import CarrierContext
from cloud.carrier.rules.link_requests import HandleState, check_open, handle_state
from cloud.context import fingerprint
from cloud.identity.rules.pkce import is_challenge
from core.brand import brand_ids, load_brand
from core.errors import BenchError

PREFIX = "urn:ietf:params:oauth:request_uri:"
"""RFC 9126 §2.2."""
_DAY = 86_400


@dataclass(frozen=True)
class PendingRequest:
    """What the consent page shows of a request: the car maker's `name` and what its account is called."""

    client_id: str
    brand: str
    name: str
    id_name: str
    expires_at: float
    state: HandleState


class Associations:
    """Link requests and what drivers decided. A handle is the whole `request_uri`."""

    def __init__(self, context: CarrierContext) -> None:
        self._context = context
        self.clients = AssociationClients(context.clients)
        self.on_approved: list[Callable[[str], None]] = []
        """Told the line after each yes."""

    def push(self, client: AssociationClient, form: dict[str, str]) -> tuple[str, int]:
        """Store a request (RFC 9126 §2.1); its handle and for how many seconds it lives.

        Raises `association.request_invalid {field}`.
        """
        redirect_uri = form.get("redirect_uri", "")
        wrong = {
            "redirect_uri": not (_is_web(redirect_uri) and client.check_redirect_uri(redirect_uri)),
            "response_type": form.get("response_type") != "code",
            "scope": client.get_allowed_scope(form.get("scope")) != SCOPE,
            "state": not 16 <= len(form.get("state", "")) <= 255,
            "code_challenge": form.get("code_challenge_method") != "S256"
            or not is_challenge(form.get("code_challenge", "")),
            "brand": form.get("brand") not in brand_ids(),
            "request_uri": "request_uri" in form,
        }
        if field := next((name for name, is_wrong in wrong.items() if is_wrong), None):
            raise BenchError("association.request_invalid", field=field)
        context, handle = self._context, PREFIX + self._context.secret()
        now, lifetime = context.now(), context.settings.link_request_lifetime
        with context.database.writing() as session:
            session.execute(delete(LinkRequestRow).where(LinkRequestRow.expires_at < now - _DAY))
            session.add(
                LinkRequestRow(
                    handle_hash=fingerprint(handle),
                    client_id=client.client_id,
                    redirect_uri=redirect_uri,
                    state=form["state"],
                    code_challenge=form["code_challenge"],
                    brand=form["brand"],
                    expires_at=now + lifetime,
                    used=False,
                )
            )
        context.emit("association.requested", client=client.client_id, brand=form["brand"])
        return handle, int(lifetime)

    def open_request(self, request_uri: str, client_id: str) -> PendingRequest:
        """The hand-over. Raises `association.unknown`, `association.used`, `association.expired`."""
        found = self.pending(request_uri)
        if found.client_id != client_id:
            raise BenchError("association.unknown")
        return found

    def pending(self, handle: str) -> PendingRequest:
        """The request that waits for a decision. Raises as `open_request` does."""
        with self._context.database.reading() as session:
            return self._open(session, handle)[1]

    def approve(self, handle: str, msisdn: str) -> str:
        """The line may be used: where the browser goes back to, with a code. Raises as `open_request` does."""
        context = self._context
        code, now = context.secret(), context.now()
        with context.database.writing() as session:
            row, _ = self._open(session, handle)
            _use_up(session, row)
            grant = GrantRow(client_id=row.client_id, msisdn=msisdn, brand=row.brand, since=now)
            session.add(grant)
            session.flush()
            session.execute(delete(CodeRow).where(CodeRow.expires_at < now - _DAY))
            session.add(
                CodeRow(
                    code_hash=fingerprint(code),
                    grant_id=grant.id,
                    client_id=row.client_id,
                    redirect_uri=row.redirect_uri,
                    code_challenge=row.code_challenge,
                    expires_at=now + context.settings.association_code_lifetime,
                    used=False,
                )
            )
            address = self._address(row, code=code)
        context.emit("association.approved", client=row.client_id, line=msisdn[-4:], brand=row.brand)
        for tell in self.on_approved:
            tell(msisdn)
        return address

    def refuse(self, handle: str) -> str:
        """The driver said no: where the browser goes back to. Raises as `open_request` does."""
        with self._context.database.writing() as session:
            row, _ = self._open(session, handle)
            _use_up(session, row)
            address = self._address(row, error="access_denied")
        self._context.emit("association.refused", client=row.client_id)
        return address

    def _open(self, session: Session, handle: str) -> tuple[LinkRequestRow, PendingRequest]:
        row = session.get(LinkRequestRow, fingerprint(handle)) if handle.startswith(PREFIX) else None
        if row is None or self.clients.find(row.client_id) is None:
            raise BenchError("association.unknown")
        state = handle_state(used=row.used, expires_at=row.expires_at, now=self._context.now())
        check_open(state)
        brand = load_brand(row.brand)
        return row, PendingRequest(row.client_id, row.brand, brand.name, brand.id_name, row.expires_at, state)

    def _address(self, row: LinkRequestRow, **answer: str) -> str:
        """With `iss` (RFC 9207), so that the client knows who answers."""
        query = urlencode({**answer, "state": row.state, "iss": self._context.issuer})
        return f"{row.redirect_uri}{'&' if '?' in row.redirect_uri else '?'}{query}"


def _use_up(session: Session, row: LinkRequestRow) -> None:
    """Two decisions at the same moment: one of them finds it used."""
    query = update(LinkRequestRow).where(LinkRequestRow.handle_hash == row.handle_hash, LinkRequestRow.used.is_(False))
    if not session.execute(query.values(used=True)).rowcount:  # type: ignore[attr-defined]
        raise BenchError("association.used")


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.fragment and len(address) <= 500
