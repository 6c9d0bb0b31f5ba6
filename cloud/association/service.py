"""What app and portal ask about a person's link to their line."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cloud.association.links import Links
from cloud.association.requests import Begun, Ended, LinkRequests
from cloud.association.rules import OPERATORS, RequestState
from cloud.context import Context
from cloud.identity.accounts import Accounts, Person
from cloud.storage.models import Meta
from core.store import JsonStore

if TYPE_CHECKING:
    from cloud.vehicles.esim import PersonalEsims

_DEMO_GRANTS = "demo_grants"


@dataclass(frozen=True)
class LinkView:
    """How a person's link stands: `state` is `none`, `requested`, `linked` or `active` (a car uses it).

    `request` is the last activation, `{id, state, expires_in}`, while it is open or when it ended without a link.
    """

    state: str
    operator: str | None
    number: str | None
    number_last4: str | None
    request: dict[str, Any] | None
    reason: str | None

    def to_json(self) -> dict[str, Any]:
        """The body of the API's answer."""
        return asdict(self)


class AssociationService:
    """The operations of `/api/esim`, for the portal too."""

    def __init__(
        self, context: Context, accounts: Accounts, links: Links, requests: LinkRequests, esims: PersonalEsims
    ) -> None:
        self._context = context
        self._accounts = accounts
        self._links = links
        self._requests = requests
        self._esims = esims

    @staticmethod
    def operators() -> dict[str, Any]:
        """Who can be chosen, by country."""
        countries = [
            {"code": code, "operators": [{"id": one, "name": name} for one, name in operators.items()]}
            for code, operators in OPERATORS.items()
        ]
        return {"countries": countries}

    def begin(
        self, person: Person, *, country: str, operator: str, number: str, return_to: str, brand: str = ""
    ) -> Begun:
        """Open a link request; its `url` leads to the operator. `number`: all digits or the last four; `brand`: whose
        app or portal it begins in and comes back to ("" for the cloud's own).

        Raises `request.invalid {field}`, `esim.number_invalid`, `esim.already_linked`, `carrier.unreachable`,
        `carrier.maintenance`, `carrier.refused`.
        """
        return self._requests.begin(
            person, country=country, operator=operator, number=number, return_to=return_to, brand=brand
        )

    def state(self, person: Person) -> LinkView:
        """How the link stands, and why there is none if there was one."""
        seen = self._esims.view(person.id)
        link, last = self._links.get(person.id), self._requests.last_of(person.id)
        standing = self._requests.state_of(last) if last is not None else RequestState.LINKED
        request = None
        if last is not None and standing is not RequestState.LINKED:
            left = max(0, int(last.expires_at - self._context.now())) if standing is RequestState.OPEN else 0
            request = {"id": last.id, "state": str(standing), "expires_in": left}
        if link is not None and link.linked and seen.reason != "released":
            state = "active" if seen.state == "active" else "linked"
            return LinkView(state, link.operator, link.number or None, link.number[-4:] or None, request, seen.reason)
        if last is not None and standing is RequestState.OPEN:
            return LinkView("requested", None, None, None, request, None)
        failed = last.reason or None if last is not None and standing is not RequestState.LINKED else None
        return LinkView("none", None, None, None, request, failed or seen.reason)

    def request(self, person: Person, request_id: str) -> dict[str, Any]:
        """`{state: open|linked|denied|failed|expired, reason}`. Raises `esim.request_unknown`."""
        row = self._requests.get(person.id, request_id)
        return {"state": str(self._requests.state_of(row)), "reason": row.reason or None}

    def unlink(self, person: Person) -> None:
        """End the link; no effect without one. Raises `carrier.unreachable`, `carrier.maintenance`."""
        self._esims.unlink(person.id)

    def finish(self, *, state: str, code: str, error: str) -> Ended:
        """The browser is back. Raises `esim.request_unknown`."""
        return self._requests.finish(self._accounts, state=state, code=code, error=error)

    def changed(self, notify_token: str) -> bool:
        """The operator says that something of a line changed. False for a strange token."""
        return self._links.forget_answer(notify_token)

    def take_demo_grants(self, path: Path) -> None:
        """Link the demonstration's people whose associations the operator left in `path`, which is then removed.

        Once for a database: who ended a link later stays without.
        """
        with self._context.database.reading() as session:
            is_done = session.get(Meta, _DEMO_GRANTS) is not None
        if is_done:
            path.unlink(missing_ok=True)
        if is_done or not path.exists():
            return
        store = JsonStore(path)
        for email, refresh_token in store.load().items():
            person = self._accounts.find_by_email(email)
            link = self._links.get(person.id) if person is not None else None
            if person is not None and (link is None or not link.refresh_token):
                self._links.provide(person.id, refresh_token=refresh_token)
        with self._context.database.writing() as session:
            session.merge(Meta(key=_DEMO_GRANTS, value="taken"))
        path.unlink(missing_ok=True)
