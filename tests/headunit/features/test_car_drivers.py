"""Stored drivers: pages, switching, removing, the reset, and the settings that follow them."""

from __future__ import annotations

import json

import pytest
from car_bench import HANA, KEN, CarBench


def test_an_empty_car_belongs_to_the_guest(bench: CarBench) -> None:
    assert bench.state("activeDriver") == {"key": "guest"}
    assert bench.state("drivers") == []
    assert bench.screen == "home"


def test_unknown_keys_open_nothing(bench: CarBench) -> None:
    bench.send("openBmwId", ("openDriver", "nobody"), ("selectDriver", "nobody"), ("removeDriver", "nobody"))
    assert (bench.screen, bench.state("overlay")) == ("bmwId", "")


def test_drivers_have_their_names_in_the_language_of_the_display(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.sign_in(KEN)
    bench.send("openBmwId", ("openDriver", bench.key(KEN)))
    assert (bench.state("activeDriver")["name"], bench.state("activeDriver")["initial"]) == ("Ken Sato", "K")
    bench.send("back", "home", "openSettings", ("setLanguage", "ja"))
    assert [(driver["name"], driver["initial"]) for driver in bench.state("drivers")] == [
        ("青木 花", "青"),
        ("佐藤 健", "佐"),
    ]
    assert (bench.state("activeDriver")["name"], bench.state("activeDriver")["initial"]) == ("佐藤 健", "佐")
    assert (bench.state("status")["driverName"], bench.state("status")["initial"]) == ("佐藤 健", "佐")
    bench.restart()
    assert bench.state("status")["driverName"] == "佐藤 健"  # kept in both languages
    bench.send("openBmwId", ("openDriver", bench.key(HANA)))
    assert bench.state("selectedDriver")["name"] == "青木 花"
    bench.send("back", "home", "openSettings", ("setLanguage", "en"))
    assert bench.state("status")["driverName"] == "Ken Sato"


def test_a_driver_stored_with_one_name_keeps_it_until_the_next_sign_in(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.car.close()
    bench.car.release()
    path = bench.folder / "car.json"
    stored = json.loads(path.read_text(encoding="utf-8"))
    del stored["drivers"][0]["names"]
    stored["drivers"][0]["name"] = "Hana Aoki"
    path.write_text(json.dumps(stored), encoding="utf-8")
    bench.switch_on()
    assert bench.car._desk.memory.damaged is None
    bench.send("openSettings", ("setLanguage", "ja"))
    assert bench.state("status")["driverName"] == "Hana Aoki"
    bench.send("home", "openBmwId", "addBmwId", "chooseId", ("selectDriver", bench.key(HANA)))
    assert bench.state("status")["driverName"] == "青木 花"


def test_a_co_user_is_removed_here_and_in_the_cloud(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.sign_in(KEN)
    key = bench.key(KEN)
    bench.send("openBmwId", ("openDriver", key), ("removeDriver", key))
    assert bench.state("overlay") == "confirmRemove"
    bench.send("dismiss")
    assert len(bench.state("drivers")) == 2
    bench.send(("removeDriver", key), "confirm")
    assert (bench.screen, bench.state("overlay")) == ("bmwId", "")
    assert [driver["email"] for driver in bench.state("drivers")] == [HANA]
    assert bench.state("activeDriver") == {"key": "guest"}
    assert bench.cloud.accounts[KEN].role == ""
    assert len(bench.cloud.revoked) == 1
    bench.restart()
    assert [driver["email"] for driver in bench.state("drivers")] == [HANA]


def test_with_the_main_user_all_leave(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.sign_in(KEN)
    key = bench.key(HANA)
    bench.send("openBmwId", ("openDriver", key), ("removeDriver", key), "confirm")
    assert bench.state("drivers") == []
    assert [bench.cloud.accounts[email].role for email in (HANA, KEN)] == ["", ""]


def test_the_cloud_is_told_later_about_drivers_removed_without_it(bench: CarBench) -> None:
    bench.sign_in(HANA)
    key = bench.key()
    bench.faults.set("car.http", "unreachable")
    bench.send("openBmwId", ("openDriver", key), ("removeDriver", key), "confirm")
    assert bench.state("drivers") == []
    bench.restart()
    assert bench.cloud.accounts[HANA].role == "main"
    bench.faults.clear()
    bench.clock.advance(bench.settings.cloud_retry_pause)
    assert bench.cloud.accounts[HANA].role == ""
    assert bench.car._desk.memory.farewells == []


def test_the_reset_leaves_a_car_as_from_the_factory(bench: CarBench) -> None:
    bench.sign_in(HANA, pin="2580")
    bench.set_up_esim()
    bench.send("declineTelephony", "openSettings", ("setLanguage", "ja"), ("setBrightness", 40), "reset")
    assert bench.state("overlay") == "confirmReset"
    bench.send("confirm")
    assert (bench.screen, bench.state("drivers"), bench.modem.enabled) == ("home", [], "")
    assert bench.state("settings")["language"] == "en"
    assert bench.cloud.accounts[HANA].role == ""
    bench.restart()
    assert (bench.screen, bench.state("drivers")) == ("home", [])


def test_the_reset_is_asked_for_on_the_settings_page_only(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.send("reset", "confirm")
    assert len(bench.state("drivers")) == 1


@pytest.mark.parametrize(("choice", "language"), [("cloud", "ja"), ("car", "en")])
def test_the_sync_choice_decides_whose_settings_hold(bench: CarBench, choice: str, language: str) -> None:
    bench.cloud.accounts[HANA].profile = {"language": "ja", "appearance": "day", "brightness": 400, "sounds": "no"}
    bench.open_credentials()
    bench.send(("submitCredentials", {"email": HANA, "password": bench.cloud.accounts[HANA].password}))
    bench.send(("chooseSync", choice), ("chooseSync", "nonsense"), "continue")
    assert bench.state("settings")["language"] == language
    assert bench.state("settings")["night"] == (choice == "car")
    assert bench.state("settings")["brightness"] == 100  # what makes no sense is not taken over
    bench.restart()
    assert bench.state("settings")["language"] == language


def test_settings_are_checked_stored_and_follow_a_driver_who_wants_it(bench: CarBench) -> None:
    bench.open_credentials()
    bench.send(("submitCredentials", {"email": HANA, "password": bench.cloud.accounts[HANA].password}))
    bench.send(("chooseSync", "cloud"), "continue", "skipPin", "continue", "openSettings")
    bench.send(("setLanguage", "xx"), ("setAppearance", "dusk"), ("setBrightness", "bright"))
    bench.send(("setLanguage", "ja"), ("setAppearance", "day"), ("setBrightness", 3), ("setSounds", False))
    shown = bench.state("settings")
    assert (shown["language"], shown["appearance"], shown["night"]) == ("ja", "day", False)
    assert (shown["brightness"], shown["sounds"]) == (10, False)
    assert bench.cloud.accounts[HANA].profile == {
        "language": "ja",
        "appearance": "day",
        "brightness": 10,
        "sounds": False,
    }
    bench.restart()
    assert bench.state("settings") == shown | {"version": ""}


def test_night_falls_by_the_clock(bench: CarBench) -> None:
    bench.send("openSettings", ("setAppearance", "auto"))
    hours = {bench.state("settings")["night"]}
    for _ in range(24):
        bench.clock.advance(3600)
        hours.add(bench.state("settings")["night"])
    assert hours == {True, False}
    bench.send(("setAppearance", "day"))
    bench.clock.advance(86400)
    assert not bench.state("settings")["night"]


def test_the_time_goes_on(bench: CarBench) -> None:
    before = bench.state("status")["time"]
    bench.clock.advance(60)
    after = bench.state("status")["time"]
    assert before.endswith(":41")
    assert after.endswith(":42")
