"""Every request of the Mynapoint app disturbed in every way: a person who does what the screens offer gets there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mynapoint_town import Bank, Town

import phone_app.nfc.card as card_module

REQUESTS = {
    "POST /mykey/api/challenge",
    "POST /mykey/api/log-in",
    "POST /mykey/api/reservation",
    "GET /mykey/api/services",
    "POST /mykey/api/applications/check",
    "POST /mykey/api/applications",
    "GET /mykey/api/applications",
}
FAULTS = [("phone.http", kind) for kind in ("unreachable", "timeout", "broken", "unauthorized", "lost")]
FAULTS += [("points.server", kind) for kind in ("down", "maintenance")]
STEPS = 60
QML = Path(__file__).parents[2] / "phone_app" / "qml"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    from argon2 import PasswordHasher

    monkeypatch.setattr(card_module, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bank]:
    bank = Bank(tmp_path_factory.mktemp("bank"))
    yield bank
    bank.close()


def next_touch(town: Town, fields: dict[str, str]) -> None:
    """What the screen offers next to somebody who wants the points."""
    match town.screen:
        case "top":
            town.send("reserve")
        case "password" | "card":
            if town.screen == "card" and town.state["entry"]["digits"] == 0:
                town.lay()
            else:
                town.prove()
        case "reserve":
            town.send("issue")
        case "reserved":
            town.send("applyNow")
        case "services" | "terms":
            town.send("search", "イオン")
            town.send("chooseService", fields["service"])
            town.send("toTerms")
            town.send("agree", True)
            town.send("toForm")
        case "form":
            town.send("type", {name: text for name, text in fields.items() if name != "service"})
            town.send("check")
        case "review":
            town.send("apply")
        case "problem":
            town.send({"application.already_applied": "showApplication"}.get(town.error, "again"))


def has_words(code: str) -> bool:
    return any(
        re.search(rf'case "{re.escape(code)}":', (QML / name).read_text(encoding="utf-8"))
        for name in ("MynapointErrorText.qml", "PhoneErrorText.qml")
    )


@pytest.mark.parametrize(("port", "kind"), FAULTS)
def test_a_disturbed_request_is_told_and_got_over(bank: Bank, tmp_path: Path, port: str, kind: str) -> None:
    asked: set[str] = set()
    for number, request in enumerate(sorted(REQUESTS)):
        town = Town(bank, tmp_path / str(number))
        fields = town.issue()
        town.faults.set(port, kind, count=1, match=request)
        told = set()
        for _ in range(STEPS):
            if town.screen == "applied":
                break
            next_touch(town, fields)
            told |= {town.error} - {""}
        assert (town.screen, town.state["application"]["state"]) == ("applied", "accepted"), request
        assert all(has_words(code) for code in told), told
        card = town.cards["mynumber"].card
        assert card is not None
        assert card.tries_left == 3
        if told:
            asked.add(request)
    assert len(asked) >= len(REQUESTS) - 1, "the faults have hit"
