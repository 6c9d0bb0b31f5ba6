"""The Mynapoint app with a real platform, real cards and simulated time; work is done at once."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from cloud.identity.hashing import PasswordHashing
from cloud.points.rules.cards import demo_number
from cloud.points.rules.registration import check_registration
from cloud.points.server import PointsServer
from core.clock import Clock
from core.demo import demo_data
from core.events import EventLog
from core.faults import Faults
from core.http import HttpClient
from core.jpki.authority import load_or_make_authority
from core.randomness import SeededRandomness
from core.settings import Settings
from core.tasks import InlineTasks
from phone_app.apps.mynapoint.app import MynapointApp
from phone_app.apps.mynapoint.platform import MyKeyPlatform
from phone_app.nfc.reader import NfcReader
from phone_app.nfc.tray import cards_on_the_desk

OWNER = "hana.aoki@example.com"
PASSWORD = demo_data()["my_number_cards"][0]["password"]
OTHER_PASSWORD = demo_data()["my_number_cards"][1]["password"]
PHONE = "09000001234"
BETWEEN_TOWNS = 3600.0
"""Seconds: what one test asked of the bank is no haste of the next."""


class Post:
    """Takes the messages that the bank sends."""

    code = ""

    def send(self, msisdn: str, sender: str, text: str, kind: str) -> None:
        self.code = "".join(sign for sign in text.split("は")[1] if sign.isdigit())[:6]


class Bank:
    """Bank and platform, their clock and faults: started once, since every town brings people of its own."""

    def __init__(self, folder: Path, seed: int = 3) -> None:
        self.folder = folder
        self.clock = Clock(start=datetime(2026, 4, 1, tzinfo=UTC), rate=0)
        self.events = EventLog(self.clock)
        self.faults = Faults()
        self.randomness = SeededRandomness(seed)
        self.numbers = itertools.count(1)
        self.common: dict[str, Any] = {"clock": self.clock, "events": self.events, "faults": self.faults}
        self.server = PointsServer(
            folder=folder / "points",
            jpki=folder / "jpki",
            randomness=self.randomness,
            settings=Settings(),
            hashing=PasswordHashing(time_cost=1, memory_cost=8),
            **self.common,
        )
        url, self.post = self.server.start(), Post()
        self.server.services.sms.connect(self.post)
        self.http = HttpClient(url, actor="phone", wall_timeout=5.0, **self.common)

    def close(self) -> None:
        self.server.stop()
        self.http.close()
        self.events.close()
        self.clock.close()


class Town:
    """`app` with everything around it; `send` are a person's touches."""

    def __init__(self, bank: Bank, folder: Path, *, card_first: bool = False, language: str = "en") -> None:
        self.bank = bank
        self.card_first = card_first
        self.language = language
        self.online = self.nfc = True
        self.clock, self.events, self.faults = bank.clock, bank.events, bank.faults
        self.faults.clear()
        self.clock.advance(BETWEEN_TOWNS)
        people = [
            card | {"number": f"{card['number']}-{next(bank.numbers)}"} for card in demo_data()["my_number_cards"][:2]
        ]
        self.cards = cards_on_the_desk(
            demo_data() | {"my_number_cards": people},
            OWNER,
            folder=folder / "cards",
            authority=lambda: load_or_make_authority(
                bank.folder / "jpki", randomness=bank.randomness, clock=self.clock
            ),
        )
        self.reader = NfcReader(self.cards, is_on=lambda: self.nfc, tasks=InlineTasks(), **bank.common)
        self.app = self.new_app()

    def new_app(self, http: HttpClient | None = None) -> MynapointApp:
        """The app as after a start of the phone."""
        return MynapointApp(
            MyKeyPlatform(http or self.bank.http, online=lambda: self.online),
            self.reader,
            card_first=lambda: self.card_first,
            switch_nfc=lambda on: setattr(self, "nfc", on),
            language=lambda: self.language,
            clock=self.clock,
            events=self.events,
            tasks=InlineTasks(),
        )

    # -- a person

    def send(self, event: str, value: Any = None) -> None:
        if event == "back":
            self.app.back()
        else:
            self.app.send(event, value)

    def type_password(self, password: str = PASSWORD) -> None:
        for digit in password:
            self.send("digit", digit)

    def lay(self, key: str = "mynumber") -> None:
        """Lay a card and wait until it was read."""
        self.send("layCard", key)
        self.clock.advance(3)

    def prove(self, password: str = PASSWORD, card: str = "mynumber") -> None:
        """Password and card, or card and password."""
        if self.card_first:
            self.lay(card)
            self.type_password(password)
            self.clock.advance(3)
        else:
            self.type_password(password)
            if self.reader.laid:
                self.clock.advance(3)
            else:
                self.lay(card)

    def reserve(self) -> None:
        """From the top page to a MyKey ID."""
        self.send("reserve")
        self.prove()
        self.send("issue")
        assert self.screen == "reserved"

    def to_review(self, fields: dict[str, str]) -> None:
        """From the search to the review."""
        self.send("search", "イオン")
        self.send("chooseService", fields["service"])
        self.send("toTerms")
        self.send("agree", True)
        self.send("toForm")
        self.send("type", {name: text for name, text in fields.items() if name != "service"})
        self.send("check")

    def issue(self) -> dict[str, str]:
        """What the bank issues for one more card, as the fields that the app asks for."""
        services = self.bank.server.services
        typed = {
            "card_kind": "aeon_card_waon",
            "card_number": demo_number("aeon_card_waon", next(self.bank.numbers)),
            "name_kana": "アオキ　ハナ",
            "birth_date": "1990/05/14",
            "phone": PHONE,
        }
        registration, errors = check_registration(typed, date(2026, 4, 1))
        assert registration is not None, errors
        secret = services.one_time.begin(registration, "ja")
        services.one_time.check(secret, self.bank.post.code)
        issued, _ = services.bank.issue(secret, "Waon2026")
        return {
            "service": issued.service,
            "payment_service_id": issued.payment_service_id,
            "security_code": issued.security_code,
            "phone_last4": issued.phone[-4:],
        }

    # -- what is seen

    @property
    def screen(self) -> str:
        return self.app.screen

    @property
    def state(self) -> dict[str, Any]:
        return self.app.state()

    @property
    def error(self) -> str:
        return str(self.state["error"].get("code", ""))
