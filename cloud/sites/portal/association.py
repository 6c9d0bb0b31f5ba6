"""What the portal asks of the association between account and line (`cloud.association`)."""

from __future__ import annotations

from dataclasses import dataclass

from cloud.association.service import LinkView
from cloud.identity.accounts import Person
from cloud.services import services
from cloud.sites.brand import present_brand


@dataclass(frozen=True)
class Link:
    """How a person's link stands, as pages show it."""

    view: LinkView

    @property
    def state(self) -> str:
        """`none`, `requested`, `linked` or `active`."""
        return self.view.state

    @property
    def is_linked(self) -> bool:
        """The line is associated, whether a car uses it already or not."""
        return self.view.state in ("linked", "active")

    @property
    def expires_in(self) -> int:
        """Seconds for which an open request can still be used."""
        return int((self.view.request or {}).get("expires_in") or 0)


def link_of(person: Person) -> Link:
    """How the person's link stands."""
    return Link(services().association.state(person))


def begin(person: Person, *, country: str, operator: str, number: str) -> str:
    """Open a link request; the operator's address to go to. Raises `carrier.unreachable`, `carrier.maintenance`,
    `carrier.refused`, `esim.number_invalid`, `esim.already_linked`.
    """
    room, brand = services().association, present_brand().id
    return room.begin(person, country=country, operator=operator, number=number, return_to="portal", brand=brand).url


def unlink(person: Person) -> None:
    """End the link. Raises `carrier.unreachable`, `carrier.maintenance`."""
    services().association.unlink(person)
