"""Each brand's app is heard in its own voice, and only when it says something."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import ISSUER, Desk

from core.ui.loudspeaker import sound_files
from phone_app.sound_cues import CONFIRM, DONE, FAILED, REFUSE, cue_for
from phone_app.sounds import AppSounds

LINK = f"{ISSUER}/device?user_code=BCDF-GHJK"


@pytest.fixture
def heard(tmp_path: Path) -> tuple[Desk, list[tuple[str, str]]]:
    desk = Desk(tmp_path, brand="mini")
    played: list[tuple[str, str]] = []
    sounds = AppSounds(desk.handset, lambda brand, name: played.append((brand, name)))
    desk.handset.changed = sounds.follow
    return desk, played


def test_what_an_app_says_is_heard(heard: tuple[Desk, list[tuple[str, str]]]) -> None:
    desk, played = heard
    desk.send("signIn", ("callback", desk.callback(code="abc")), ("openTab", "profile"), "scan", "startScan")
    assert played == []
    desk.cloud.car_brand = "bmw"
    desk.send(("scanned", LINK))
    desk.cloud.car_brand = "mini"
    desk.send("scan", ("scanned", LINK))
    assert played == [("mini", REFUSE), ("mini", CONFIRM)]


def test_the_link_is_heard_and_who_wants_no_sounds_hears_none(heard: tuple[Desk, list[tuple[str, str]]]) -> None:
    desk, played = heard
    desk.send("signIn", ("callback", desk.callback(code="abc")), ("openTab", "profile"), "openEsim", "activateEsim")
    desk.send(("setNumber", "09000001234"), "connectProvider")
    desk.cloud.associate()
    desk.send(("deepLink", "mini://esim/association?result=linked"), ("openIn", True))
    assert played == [("mini", CONFIRM)]
    desk.handset.preferences.set(sounds=False)
    desk.send("back", "scan", "startScan", ("scanned", LINK))
    assert desk.screen == "approved"
    assert played == [("mini", CONFIRM)]


def test_going_from_app_to_app_is_silent(heard: tuple[Desk, list[tuple[str, str]]]) -> None:
    desk, played = heard
    for app in ("mybmw", "mini", "mybmw"):
        desk.send("home", ("open", app))
    assert played == []


def test_every_brand_has_the_sounds_of_its_app() -> None:
    assert all({CONFIRM, REFUSE} <= set(sound_files(brand)) for brand in ("bmw", "mini"))
    assert not DONE & FAILED
    assert cue_for("esimChecking", "esim", "none") == ""
