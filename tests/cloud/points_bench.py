"""Mynapoint for tests: a running server whose SMS end here, and cards to be laid on a phone."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import requests

from cloud.identity.hashing import PasswordHashing
from cloud.points.aeon.payment_services import PaymentService
from cloud.points.rules.cards import demo_number
from cloud.points.rules.registration import check_registration
from cloud.points.server import PointsServer
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.jpki.authority import certificate_der, load_or_make_authority, signed_text
from core.randomness import SeededRandomness
from core.rsp.pki import Credential
from core.settings import Settings

PHONE = "09000001234"
CARD = demo_number("aeon_card_waon", 1)
FORM = {
    "card_kind": "aeon_card_waon",
    "card_number": CARD,
    "name_kana": "アオキ　ハナ",
    "birth_date": "1990/05/14",
    "phone": "+81 90-0000-1234",
}
TODAY = date(2026, 4, 1)


@dataclass
class Post:
    """Takes the messages that the bank sends."""

    messages: list[tuple[str, str, str, str]] = field(default_factory=list)

    def send(self, msisdn: str, sender: str, text: str, kind: str) -> None:
        self.messages.append((msisdn, sender, text, kind))

    @property
    def code(self) -> str:
        found = re.search(r"\d{6}", self.messages[-1][2])
        assert found, self.messages[-1]
        return found[0]


class Desk:
    """A running server, its clock, its post, and cards to be laid on a phone."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock(datetime(2026, 4, 1, 9, 0, tzinfo=UTC), rate=0)
        self.events = EventLog(self.clock)
        self.faults = Faults()
        self.randomness = SeededRandomness(7)
        self.server = PointsServer(
            folder=folder / "points",
            jpki=folder / "jpki",
            clock=self.clock,
            events=self.events,
            faults=self.faults,
            randomness=self.randomness,
            settings=Settings(),
            hashing=PasswordHashing(time_cost=1, memory_cost=8),
        )
        self.post = Post()
        self.start()
        self.cards = load_or_make_authority(folder / "jpki", randomness=self.randomness, clock=self.clock)

    def start(self) -> None:
        self.url = self.server.start()
        self.server.services.sms.connect(self.post)

    def call(self, method: str, path: str, body: Any = None, token: str = "") -> tuple[int, dict[str, Any]]:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        answer = requests.request(method, f"{self.url}/mykey/api/{path}", json=body, headers=headers, timeout=5)
        return answer.status_code, answer.json()

    def proof(self, card: Credential, purpose: str, content: str = "") -> dict[str, str]:
        nonce = self.call("POST", "challenge")[1]["nonce"]
        return {
            "nonce": nonce,
            "certificate": base64.b64encode(certificate_der(card)).decode(),
            "signature": base64.b64encode(card.sign(signed_text(purpose, nonce, content))).decode(),
        }

    def log_in(self, card: Credential) -> str:
        status, body = self.call("POST", "log-in", self.proof(card, "log-in"))
        assert status == 200, body
        return str(body["token"])

    def issue(self, card_number: str = CARD) -> dict[str, str]:
        """What the bank issues, as the fields that the app asks for."""
        services = self.server.services
        registration, errors = check_registration(FORM | {"card_number": card_number}, TODAY)
        assert registration is not None, errors
        secret = services.one_time.begin(registration, "ja")
        services.one_time.check(secret, self.post.code)
        issued, _ = services.bank.issue(secret, "Waon2026")
        return {
            "service": issued.service,
            "payment_service_id": issued.payment_service_id,
            "security_code": issued.security_code,
            "phone_last4": issued.phone[-4:],
        }

    def apply(self, issued: PaymentService) -> None:
        """Somebody reserves and applies with what was issued, by the app's way."""
        card = self.cards.issue("BENCH-CARD-1")
        token = self.log_in(card)
        self.call("POST", "reservation", token=token)
        fields = {
            "service": issued.service,
            "payment_service_id": issued.payment_service_id,
            "security_code": issued.security_code,
            "phone_last4": issued.phone[-4:],
        }
        proof = self.proof(card, "application", issued.payment_service_id)
        status, body = self.call("POST", "applications", fields | proof, token)
        assert status == 200, body

    def close(self) -> None:
        self.server.stop()
        self.events.close()
        self.clock.close()
