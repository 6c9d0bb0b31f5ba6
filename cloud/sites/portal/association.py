"""What the portal asks of the association between account and line, whoever does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from cloud.identity.accounts import Person
from cloud.services import Services, services
from core.errors import BenchError

OPERATORS = {"JP": {"docomo": "NTT DOCOMO"}}
"""Operators by country (ISO 3166-1): the guides know one of each."""


@dataclass(frozen=True)
class LinkState:
    """How a person's link stands: `state` is `none`, `requested`, `linked` or `active`."""

    state: str = "none"
    operator: str | None = None
    number: str | None = None
    number_last4: str | None = None
    expires_in: int | None = None
    """Seconds for which an open request can still be used."""
    reason: str | None = None

    @property
    def is_linked(self) -> bool:
        """The line is associated, whether a car uses it already or not."""
        return self.state in ("linked", "active")


class Association(Protocol):
    """The part of the car maker's association client that pages use."""

    def begin(self, person: Person, *, country: str, operator: str, number: str, return_to: str) -> Any:
        """A link request: its `url` leads to the operator."""

    def state(self, person: Person) -> Any:
        """How the link stands."""

    def unlink(self, person: Person) -> Any:
        """End the link."""


def link_of(person: Person) -> LinkState:
    """How the person's link stands; `none` where no operator is."""
    return _told(_room(), person)


def link_state(of: Services, person: Person | None) -> LinkState:
    """The same outside of a person's own page."""
    return _told(getattr(of, "association", None), person)


def _told(room: Association | None, person: Person | None) -> LinkState:
    if room is None or person is None:
        return LinkState()
    found = as_mapping(room.state(person))
    request = as_mapping(found.get("request") or {})
    return LinkState(
        state=str(found.get("state") or "none"),
        operator=found.get("operator"),
        number=found.get("number"),
        number_last4=found.get("number_last4"),
        expires_in=request.get("expires_in"),
        reason=found.get("reason"),
    )


def can_begin(person: Person) -> bool:
    """True unless the line is linked already."""
    return not link_of(person).is_linked


def begin(person: Person, *, country: str, operator: str, number: str) -> str:
    """Open a link request; the operator's address to go to. Raises `carrier.unreachable`, `carrier.maintenance`,
    `esim.number_invalid`, `esim.already_linked`.
    """
    room = _room()
    if room is None:
        raise BenchError("carrier.unreachable")
    opened = room.begin(person, country=country, operator=operator, number=number, return_to="portal")
    return str(as_mapping(opened)["url"])


def unlink(person: Person) -> None:
    """End the link. Raises `carrier.unreachable`."""
    room = _room()
    if room is None:
        raise BenchError("carrier.unreachable")
    room.unlink(person)


def _room() -> Association | None:
    found: Association | None = getattr(services(), "association", None)
    return found


def as_mapping(value: Any) -> dict[str, Any]:
    """A JSON view of what the association answers."""
    if isinstance(value, dict):
        return value
    if hasattr(value, "to_json"):
        return dict(value.to_json())
    return {name: getattr(value, name) for name in vars(value)}
