"""PINs: set twice, asked at the start, counted over a pulled plug, and the way round when they are gone."""

from __future__ import annotations

import pytest
from car_bench import HANA, KEN, PASSWORD, CarBench

from core.errors import BenchError


def to_pin_entry(bench: CarBench) -> None:
    bench.open_credentials()
    bench.send(("submitCredentials", {"email": HANA, "password": PASSWORD}), "continue", "setUpPin")
    assert bench.screen == "pinEntry"


def test_a_new_pin_is_typed_twice(bench: CarBench) -> None:
    to_pin_entry(bench)
    bench.type_pin("258")
    assert bench.state("pin")["digits"] == 3
    bench.send("pinErase")
    assert bench.state("pin")["digits"] == 2
    bench.type_pin("80")
    assert bench.state("pin")["stage"] == "confirm"
    bench.type_pin("2580")
    assert bench.screen == "pinDone"
    assert bench.state("activeDriver")["hasPin"]
    bench.send("continue")
    assert bench.screen == "profileReady"


def test_two_different_pins_are_told_and_begin_anew(bench: CarBench) -> None:
    to_pin_entry(bench)
    bench.type_pin("25802581")
    pin = bench.state("pin")
    assert (pin["stage"], pin["mistake"], pin["mistakes"], pin["digits"]) == ("enter", "mismatch", 1, 0)
    bench.type_pin("1")
    assert bench.state("pin")["mistake"] == ""
    bench.type_pin("2341234")
    assert bench.screen == "pinDone"


def test_what_is_no_digit_is_ignored(bench: CarBench) -> None:
    to_pin_entry(bench)
    bench.send(("pinDigit", "a"), ("pinDigit", ""), ("pinDigit", None), ("pinDigit", "12"), ("pinDigit", "٣"))
    assert bench.state("pin")["digits"] == 0


def test_back_leads_from_the_second_entry_to_the_first(bench: CarBench) -> None:
    to_pin_entry(bench)
    bench.type_pin("2580")
    bench.send("back")
    assert (bench.screen, bench.state("pin")["stage"]) == ("pinEntry", "enter")
    bench.send("back")
    assert bench.screen == "pinOffer"


def test_a_full_disk_is_told_and_the_pin_is_stored_afterwards(bench: CarBench, monkeypatch: pytest.MonkeyPatch) -> None:
    to_pin_entry(bench)
    store = bench.car._desk.memory._store
    with monkeypatch.context() as patch:
        patch.setattr(store, "save", _full)
        bench.type_pin("25802580")
        assert (bench.screen, bench.error) == ("pinEntry", "storage.full")
        assert not bench.state("activeDriver")["hasPin"]
    bench.send("retry")
    assert (bench.screen, bench.error) == ("pinDone", "")


def _full(value: object) -> None:
    raise BenchError("storage.full", path="car.json")


def test_the_next_start_asks_for_the_pin_and_lets_nobody_in_before(bench: CarBench) -> None:
    bench.sign_in(HANA, pin="2580")
    bench.restart()
    assert bench.screen == "pinAsk"
    assert bench.state("activeDriver") == {"key": "guest"}
    assert bench.state("selectedDriver")["email"] == HANA
    assert bench.state("esim")["state"] == "signedOut"
    bench.type_pin("2580")
    assert bench.screen == "home"
    assert bench.state("activeDriver")["email"] == HANA


def test_a_driver_without_a_pin_is_in_at_once(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.restart()
    assert bench.screen == "home"
    assert bench.state("activeDriver")["email"] == HANA


@pytest.mark.parametrize("way_out", ["back", "activateGuest", "home", "openMobileDevices", "openSettings", "openBmwId"])
def test_whoever_walks_round_the_pin_is_the_guest(bench: CarBench, way_out: str) -> None:
    bench.sign_in(HANA, pin="2580")
    bench.set_up_esim()
    assert bench.modem.enabled
    bench.restart()
    bench.send(way_out)
    assert bench.screen != "pinAsk"
    assert bench.state("activeDriver") == {"key": "guest"}
    assert bench.modem.enabled == ""
    bench.restart()
    assert bench.screen == "home"


def test_each_wrong_pin_costs_an_attempt_also_over_a_restart(bench: CarBench) -> None:
    bench.sign_in(HANA, pin="2580")
    bench.restart()
    bench.type_pin("1111")
    assert bench.state("pin")["mistake"] == "wrong"
    assert bench.state("pin")["attemptsLeft"] == 4
    bench.type_pin("2222")
    bench.restart()
    assert bench.state("pin")["attemptsLeft"] == 3
    bench.type_pin("2580")
    assert bench.screen == "home"
    bench.restart()
    assert bench.state("pin")["attemptsLeft"] == 5


def test_a_plug_pulled_while_the_pin_is_judged_gives_no_attempt_back(
    bench: CarBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.sign_in(HANA, pin="2580")
    bench.restart()
    seen: list[int] = []

    def look(stored: str, pin: str) -> bool:
        on_disk = bench.car._desk.memory._store.load()["drivers"][0]["pin_attempts_left"]
        seen.append(on_disk)
        return False

    monkeypatch.setattr("headunit.features.pins.pin_matches", look)
    bench.type_pin("2580")
    assert seen == [4]


def test_five_wrong_pins_leave_only_the_account_and_a_new_pin(bench: CarBench) -> None:
    bench.sign_in(HANA, pin="2580")
    bench.restart()
    for _ in range(5):
        assert bench.screen == "pinAsk"
        bench.type_pin("1111")
    assert bench.screen == "credentials"
    assert bench.state("credentials")["reason"] == "pinLocked"
    assert bench.state("credentials")["email"] == HANA
    bench.restart()
    assert bench.screen == "home"  # the PIN can no longer be typed
    bench.send("openBmwId", ("selectDriver", bench.key()))
    assert bench.screen == "credentials"
    bench.send(("submitCredentials", {"email": HANA, "password": PASSWORD}))
    assert bench.screen == "sync"
    bench.send("continue")
    assert bench.screen == "pinOffer"
    bench.send("setUpPin")
    bench.type_pin("36903690")
    assert bench.screen == "pinDone"
    bench.restart()
    bench.type_pin("3690")
    assert bench.screen == "home"


def test_another_account_does_not_open_a_locked_profile(bench: CarBench) -> None:
    bench.sign_in(HANA, pin="2580")
    bench.restart()
    bench.send("forgotPin")
    bench.send(("submitCredentials", {"email": KEN, "password": PASSWORD}))
    assert bench.state("activeDriver")["email"] == KEN
    hana = next(driver for driver in bench.state("drivers") if driver["email"] == HANA)
    assert hana["hasPin"]


def test_a_forgotten_pin_is_set_anew_with_the_account(bench: CarBench) -> None:
    bench.sign_in(HANA, pin="2580")
    bench.restart()
    bench.send("forgotPin")
    assert bench.state("credentials") == {"email": HANA, "busy": False, "reason": "stored"}
    bench.send("back")
    assert bench.screen == "bmwId"
    bench.send(("selectDriver", bench.key()), "forgotPin")
    bench.send(("submitCredentials", {"email": HANA, "password": PASSWORD}), "continue")
    assert bench.screen == "pinOffer"


def test_the_pin_is_changed_from_the_drivers_page(bench: CarBench) -> None:
    bench.sign_in(HANA, pin="2580")
    key = bench.key()
    bench.send("openBmwId", ("openDriver", key), ("changePin", key))
    bench.type_pin("11111111")
    assert bench.screen == "pinDone"
    bench.send("continue")
    assert bench.screen == "driver"
    bench.restart()
    bench.type_pin("1111")
    assert bench.screen == "home"


def test_nobody_changes_another_drivers_pin(bench: CarBench) -> None:
    bench.sign_in(HANA, pin="2580")
    bench.sign_in(KEN)
    key = bench.key(HANA)
    bench.send("openBmwId", ("openDriver", key), ("changePin", key))
    assert bench.screen == "driver"
    assert (bench.state("overlay"), bench.error) == ("notice", "profile.not_active")
    bench.send("dismiss")
    assert (bench.state("overlay"), bench.error) == ("", "")
