"""An operator for tests: chance repeats, secrets are cheap to check, messages are kept where a test can read them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from cloud.carrier.app import create_app
from cloud.carrier.demo import demo_secrets
from cloud.carrier.rules.order_form import OrderForm
from cloud.carrier.services import EXTENSION, CarrierServices
from cloud.identity.hashing import PasswordHashing
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from core.settings import Settings

CARRIER = "http://127.0.0.1:8445"
HANA, KEN, MIO, SORA, RIN = "09000001234", "09000005678", "09000004321", "09000003456", "09000007890"
MIO_PIN, MIO_ID, MIO_PASSWORD = "8264", "mio-tanaka", "Bench-Tanaka-2026"

MIO_FORM = OrderForm(
    base=True,
    terms_base=True,
    family_kana="タナカ",
    given_kana="ミオ",
    family_kanji="田中",
    given_kanji="澪",
    birth_year="1993",
    birth_month="2",
    birth_day="18",
    postcode="135-0063",
    prefecture="東京都",
    city="江東区",
    street="有明3-7-18",
    building="有明ベイハイツ405",
    user_age="18_or_over",
    delivery="web",
    payment="phone_bill",
)
BOTH_FORM = replace(MIO_FORM, option=True, terms_option=True)
OPTION_FORM = replace(BOTH_FORM, base=False, terms_base=False)


def cheap_carrier_hashing() -> PasswordHashing:
    return PasswordHashing(demo_secrets(), time_cost=1, memory_cost=8, parallelism=1)


@dataclass
class SmsRecorder:
    """An SMS centre that only keeps what it is given."""

    sent: list[tuple[str, str, str, str]] = field(default_factory=list)

    def send(self, msisdn: str, sender: str, text: str, kind: str) -> None:
        self.sent.append((msisdn, sender, text, kind))

    def last_code(self, msisdn: str) -> str:
        texts = [text for to, _, text, kind in self.sent if to == msisdn and kind == "security_code"]
        found = re.search(r"\d{6}", texts[-1])
        assert found, texts
        return found[0]


@dataclass
class CarrierBench:
    """One operator and what its network was told."""

    app: Flask
    clock: Clock
    events: EventLog
    faults: Faults
    sms: SmsRecorder
    folder: Path

    @property
    def services(self) -> CarrierServices:
        found: CarrierServices = self.app.extensions[EXTENSION]
        return found

    def client(self) -> FlaskClient:
        client = self.app.test_client()
        client.environ_base["HTTP_HOST"] = "127.0.0.1:8445"
        return client

    def kinds(self) -> list[str]:
        return [event.kind for event in self.events.recent("carrier")]

    def close(self) -> None:
        self.services.context.database.close()


def make_carrier(
    folder: Path, clock: Clock, *, seed: int = 7, settings: Settings | None = None, **more: Any
) -> CarrierBench:
    """An operator in `folder`; the same folder again is the same operator after a restart."""
    events, faults = EventLog(clock), Faults()
    app = create_app(
        folder=folder,
        clock=clock,
        events=events,
        faults=faults,
        randomness=SeededRandomness(seed),
        settings=settings or Settings(),
        issuer=CARRIER,
        hashing=cheap_carrier_hashing(),
        **more,
    )
    bench = CarrierBench(app, clock, events, faults, SmsRecorder(), folder)
    bench.services.sms.connect(bench.sms)
    return bench
