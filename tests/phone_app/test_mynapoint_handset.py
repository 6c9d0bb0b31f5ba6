"""The Mynapoint app in its phone: got from the store, its settings, what happens around it while a card is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from desk import Desk

import phone_app.nfc.card as card_module


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    from argon2 import PasswordHasher

    monkeypatch.setattr(card_module, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.send("home")
    return desk


def get_it(desk: Desk) -> None:
    """Install and open it."""
    desk.send("home", ("open", "store"), ("get", "mynapoint"))
    for _ in range(60):
        desk.clock.advance(0.5)
    desk.send(("openApp", "mynapoint"))
    assert screen(desk) == "mynapoint.top"


def to_the_card(desk: Desk) -> None:
    """To the page that waits for a card. The platform is not there, but the app does not ask it before."""
    desk.handset.mynapoint._platform._http = desk.cloud  # type: ignore[assignment]
    desk.send("reserve")
    for digit in "3141":
        desk.send(("digit", digit))
    assert screen(desk) == "mynapoint.card"


def screen(desk: Desk) -> str:
    return str(desk.handset.state()["screen"]["name"])


def mynapoint(desk: Desk) -> dict[str, Any]:
    state: dict[str, Any] = desk.handset.state()["mynapoint"]
    return state


def test_a_new_phone_gets_it_from_the_store(desk: Desk) -> None:
    assert "mynapoint" not in desk.handset.state()["store"]["installed"]
    desk.send(("open", "mynapoint"))
    assert screen(desk) == "home"
    get_it(desk)
    desk.handset.close()
    desk.restart()
    desk.send("home", ("open", "mynapoint"))
    assert screen(desk) == "mynapoint.top"


def test_a_phone_of_before_the_app_was_there_has_it_by_itself(tmp_path: Path) -> None:
    (tmp_path / "apps.json").write_text('{"removed": ["mini"], "coming": []}', encoding="utf-8")
    desk = Desk(tmp_path)
    assert "mynapoint" in desk.handset.state()["store"]["installed"]


def test_taken_off_in_the_middle_it_forgets_the_card(desk: Desk) -> None:
    get_it(desk)
    to_the_card(desk)
    desk.send(("layCard", "mynumber"), "home", ("askRemove", "mynapoint"), ("removeApp", True))
    assert "mynapoint" not in desk.handset.state()["store"]["installed"]
    desk.clock.advance(60)
    assert (mynapoint(desk)["screen"], mynapoint(desk)["nfc"]["laid"]) == ("top", "")


def test_nfc_and_the_order_are_settings_that_stay(desk: Desk) -> None:
    desk.send(("open", "settings"), ("setNfc", False), ("setCardFirst", "card"))
    desk.handset.close()
    desk.restart()
    assert {"nfc": False, "cardFirst": True}.items() <= desk.handset.state()["settings"].items()
    get_it(desk)
    desk.handset.mynapoint._platform._http = desk.cloud  # type: ignore[assignment]
    desk.send("reserve")
    assert (screen(desk), mynapoint(desk)["error"]["code"]) == ("mynapoint.card", "nfc.off")
    desk.send("switchNfcOn")
    assert desk.handset.state()["settings"]["nfc"] is True
    assert mynapoint(desk)["error"] == {}


def test_nfc_that_is_switched_on_elsewhere_is_noticed(desk: Desk) -> None:
    get_it(desk)
    desk.handset.preferences.set(nfc=False)
    to_the_card(desk)
    assert (mynapoint(desk)["stage"], mynapoint(desk)["error"]["code"]) == ("off", "nfc.off")
    desk.handset.preferences.set(nfc=True)
    assert (mynapoint(desk)["stage"], mynapoint(desk)["error"]) == ("waiting", {})


def test_a_bench_without_points_says_so(desk: Desk) -> None:
    get_it(desk)
    desk.send("applyFor")
    assert (screen(desk), mynapoint(desk)["error"]["code"]) == ("mynapoint.problem", "points.none")
    desk.send("back")
    assert screen(desk) == "mynapoint.top"


def test_home_ends_the_reading_and_the_password_is_asked_again(desk: Desk) -> None:
    get_it(desk)
    to_the_card(desk)
    desk.send("home")
    desk.clock.advance(30)
    desk.send(("open", "mynapoint"))
    assert (screen(desk), mynapoint(desk)["entry"]["digits"]) == ("mynapoint.password", 0)


def test_the_office_is_a_dialog_below_the_systems_own(desk: Desk) -> None:
    get_it(desk)
    to_the_card(desk)
    desk.send("askOffice")
    assert desk.handset.state()["overlay"] == "cardOffice"
    desk.send(("quick", True))
    assert desk.handset.state()["overlay"] == "quick"
    desk.send(("quick", False), "closeOffice")
    assert desk.handset.state()["overlay"] == ""


def test_a_disk_that_is_full_is_told_and_costs_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.errors import BenchError
    from core.http import Answer

    get_it(desk)
    to_the_card(desk)
    desk.cloud.fail["/mykey/api/challenge"] = Answer(200, {"nonce": "n"})

    def full(self: object, memory: object) -> None:
        raise BenchError("storage.full")

    with monkeypatch.context() as patch:
        patch.setattr(card_module.MyNumberCard, "_keep", full)
        desk.send(("layCard", "mynumber"))
        desk.clock.advance(5)
        assert (screen(desk), mynapoint(desk)["error"]["code"]) == ("mynapoint.problem", "storage.full")
        desk.send("again", "askOffice", "restoreCard")
        assert mynapoint(desk)["nfc"]["office"] == "failed"
    desk.send("closeOffice", ("layCard", "mynumber"))
    desk.clock.advance(5)
    card = desk.handset.mynapoint._reader.cards["mynumber"].card
    assert card is not None
    assert card.tries_left == 3
