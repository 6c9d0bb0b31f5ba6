"""What is typed for an application: a service, and the three things that the bank's page gave (`MYNA-C01`, `C03`)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

FIELDS = ("payment_service_id", "security_code", "phone_last4")
LONGEST = 40
"""Signs of one field: more than any form of an ID needs."""
LAST_DIGITS = 4


@dataclass
class ApplicationForm:
    """Typed values by field, and which of them are not complete yet."""

    values: dict[str, str] = field(default_factory=lambda: dict.fromkeys(FIELDS, ""))
    mistakes: list[str] = field(default_factory=list)

    def type(self, name: str, text: str) -> None:
        """Somebody typed into a field; unknown names do nothing."""
        if name in FIELDS:
            self.values[name] = text[:LONGEST]
            if name in self.mistakes:
                self.mistakes.remove(name)

    def check(self) -> bool:
        """Whether all is there; `mistakes` then names what is not."""
        digits = clean(self.values["phone_last4"])
        self.mistakes = [name for name in FIELDS if not clean(self.values[name])]
        if digits and not (len(digits) == LAST_DIGITS and digits.isascii() and digits.isdecimal()):
            self.mistakes.append("phone_last4")
        return not self.mistakes

    def fields(self, service: str) -> dict[str, str]:
        """As the platform takes it."""
        return {"service": service} | {name: clean(text) for name, text in self.values.items()}


def clean(text: str) -> str:
    """Without spaces and hyphens between groups, full-width signs made half-width."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if not sign.isspace() and sign not in "-‐–−ー")
