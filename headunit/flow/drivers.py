"""The drivers a car remembers and the rules about them: who they are, their PIN, what they chose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from core.person_names import initial_of, name_in

GUEST = "guest"
"""Key of the profile that belongs to nobody."""


@dataclass
class Driver:
    """One stored BMW ID. Everything here is kept on disk (mode 0600), tokens and the PIN's hash too."""

    key: str
    sub: str
    email: str
    names: dict[str, Any] = field(default_factory=dict)
    """By language tag, "" for the one without a language (`core.person_names`)."""
    role: str = "main"
    tokens: dict[str, Any] = field(default_factory=dict, repr=False)
    pin_hash: str = field(default="", repr=False)
    pin_attempts_left: int = 0
    sync: str = "cloud"
    set_up: bool = False
    telephony_answered: bool = False
    telephony: bool = False
    mobile_data: bool = True
    roaming: bool = False
    parent_phone: str = ""
    vehicle_key: bool = False
    consents: dict[str, Any] = field(default_factory=dict)
    """What this driver allows the car, by name; who was never asked allows it all (`may`)."""
    announced: bool = True
    """Whether the main user was told of this co-user."""
    iccid: str = field(default="", repr=False)
    operator: str = ""
    number_last4: str = ""
    settings: dict[str, Any] = field(default_factory=dict)

    def name(self, language: str) -> str:
        """The name as written in `language`; the e-mail for somebody without a name."""
        return name_in(self.names, language) or self.email

    def may(self, consent: str) -> bool:
        """Whether the driver allows this use of the ID in this car."""
        return bool(self.consents.get(consent, True))

    @property
    def has_pin(self) -> bool:
        """Whether a PIN protects the profile."""
        return bool(self.pin_hash)

    @property
    def pin_is_locked(self) -> bool:
        """Whether only the account's e-mail and password open the profile (no attempts left)."""
        return self.has_pin and self.pin_attempts_left <= 0

    def to_dict(self) -> dict[str, Any]:
        """For the store."""
        return asdict(self)

    @classmethod
    def from_dict(cls, value: dict[str, Any]) -> Driver:
        """From the store; raises ValueError when it makes no sense. Unknown fields of a newer bench are dropped."""
        types = {"str": str, "bool": bool, "int": int, "dict[str, Any]": dict}
        if isinstance(value.get("name"), str) and "names" not in value:
            # A car of version 0.1.0 kept one name, in the language of the day.
            value = value | {"names": {"": value["name"]}}
        known: dict[str, Any] = {}
        for item in fields(cls):
            if item.name in value:
                if not isinstance(value[item.name], types[str(item.type)]):
                    raise ValueError(f"driver.{item.name}")
                known[item.name] = value[item.name]
        if not known.get("key") or not known.get("sub") or known["key"] == GUEST:
            raise ValueError("driver.key")
        if not all(isinstance(name, str) for name in known.get("names", {}).values()):
            raise ValueError("driver.names")
        return cls(**known)

    def for_screens(self, active: bool, language: str) -> dict[str, Any]:
        """The contract's map of a driver, the name as written in `language`: no secrets."""
        name = self.name(language)
        return {
            "key": self.key,
            "name": name,
            "email": self.email,
            "initial": initial_of(name or "?"),
            "role": self.role,
            "hasPin": self.has_pin,
            "active": active,
        }


def key_for(email: str, taken: Iterable[str]) -> str:
    """A stable, language-free key from the e-mail's local part: `hana.aoki@…` is `hana-aoki`, then `hana-aoki-2`."""
    base = re.sub(r"[^a-z0-9]+", "-", email.partition("@")[0].lower()).strip("-") or "driver"
    used = {*taken, GUEST}
    key, number = base, 1
    while key in used:
        number += 1
        key = f"{base}-{number}"
    return key
