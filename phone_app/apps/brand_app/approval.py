"""A car that wants to sign in: from what the camera read to the person's answer (RFC 8628 §3.3, BMW-JP-CAR-03b2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from core.clock import Clock, Timer
from core.errors import BenchError
from core.sign_in_link import ALPHABET, CODE_LENGTH, PATH, parse_sign_in_link, show_user_code


@dataclass(frozen=True)
class ForeignCode:
    """A QR code that is not one of ours, described without repeating its content.

    `kind`: otherCloud, web, wifi, esim, contact, phone or text; `host` only for web addresses.
    """

    kind: str
    host: str = ""


def read_code(text: str, issuer: str) -> str | ForeignCode:
    """The user code in a scanned text, or what else it is."""
    code = parse_sign_in_link(text, issuer)
    if code is not None:
        return code
    stripped = text.strip()
    lowered = stripped[:40].lower()
    if lowered.startswith(("http://", "https://")):
        try:
            parts = urlsplit(stripped)
            host = (parts.hostname or "")[:60]
        except ValueError:
            return ForeignCode("web")
        ours = parts.path.rstrip("/").endswith(PATH) and "user_code=" in parts.query
        return ForeignCode("otherCloud" if ours else "web", host if host.isascii() and host.isprintable() else "")
    for start, kind in (
        ("wifi:", "wifi"),
        ("lpa:", "esim"),
        ("begin:vcard", "contact"),
        ("mecard:", "contact"),
        ("tel:", "phone"),
    ):
        if lowered.startswith(start):
            return ForeignCode(kind)
    return ForeignCode("text")


@dataclass
class CodeEntry:
    """The code typed by hand, letter by letter, when no camera helps. Only letters of user codes are taken."""

    typed: str = ""

    def letter(self, letter: str) -> bool:
        """One key; True when the code is complete."""
        capital = letter.upper()
        if len(capital) == 1 and capital in ALPHABET and len(self.typed) < CODE_LENGTH:
            self.typed += capital
        return len(self.typed) == CODE_LENGTH

    def erase(self) -> None:
        """Take the last letter back."""
        self.typed = self.typed[:-1]


@dataclass
class CarRequest:
    """The request on the confirm page."""

    user_code: str
    model: str = ""
    vin_last7: str = ""
    timer: Timer | None = field(default=None, repr=False)

    @classmethod
    def from_answer(cls, user_code: str, answer: dict[str, Any], brand: str) -> CarRequest:
        """The cloud's answer to the app of `brand`.

        Raises `code.used`, `code.denied`, `code.expired`, `code.other_brand` and `cloud.broken`.
        """
        status = answer.get("status")
        codes = {"approved": "code.used", "used": "code.used", "denied": "code.denied", "expired": "code.expired"}
        if status in codes:
            raise BenchError(codes[str(status)])
        car = answer.get("car")
        if status != "pending" or not isinstance(car, dict):
            raise BenchError("cloud.broken", missing="car")
        # Each brand's cars are in its own app; a car of no known brand is anybody's.
        if car.get("brand") not in (None, "", brand):
            raise BenchError("code.other_brand", brand=car["brand"])
        return cls(user_code, str(car.get("model") or ""), str(car.get("vin_last7") or ""))

    def state(self) -> dict[str, Any]:
        """For the view."""
        return {"code": show_user_code(self.user_code), "model": self.model, "vinLast7": self.vin_last7}

    def expire_after(self, seconds: float, clock: Clock, expired: Any) -> None:
        """Call `expired` when the request's time is over, `seconds` from now."""
        self.timer = clock.call_later(seconds, expired)

    def close(self) -> None:
        """The page has gone."""
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None
