"""The MINI's order: one way to add an ID, then key, permissions and the own ID (MINI-APP-S1-06…15, domain.md §4.1)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from car_bench import HANA, ICCID_HANA, KEN, PASSWORD, CarBench


@pytest.fixture
def mini(tmp_path: Path) -> Iterator[CarBench]:
    bench = CarBench(tmp_path, "mini")
    yield bench
    bench.car.close()
    bench.car.release()
    bench.clock.close()


def scan(bench: CarBench, email: str = HANA) -> None:
    """Show the code and have the phone approve it."""
    bench.send("openBmwId", "addBmwId")
    bench.cloud.device = email
    bench.clock.advance(5)


def link(bench: CarBench, email: str = HANA) -> None:
    """The whole set-up as the guide has it, up to home."""
    scan(bench, email)
    bench.send(("setVehicleKey", True), "openMoreSettings", "openConsents", "enableAllConsents", "back")
    bench.send("openMyId", ("setIdSync", True), "back", "finish", "home")


def stored(bench: CarBench, email: str = HANA):
    return next(driver for driver in bench.car._desk.memory.drivers if driver.email == email)


def test_the_menu_leads_straight_to_the_code_and_back(mini: CarBench) -> None:
    mini.send("openBmwId", "addBmwId")
    assert mini.screen == "qr"
    mini.send("back")
    assert mini.screen == "bmwId"


def test_the_guides_order_from_the_code_to_the_linked_car(mini: CarBench) -> None:
    scan(mini)
    assert mini.screen == "vehicleKey"
    assert mini.state("activeDriver")["email"] == HANA
    assert mini.state("link") == {
        "vehicleKey": False,
        "sync": False,
        "consents": [{"key": key, "allowed": False} for key in ("profile", "services", "esim")],
        "allowed": 0,
    }
    mini.send(("setVehicleKey", True), "openMoreSettings")
    assert mini.screen == "moreSettings"
    mini.send("openConsents", "enableAllConsents")
    assert mini.state("link")["allowed"] == 3
    mini.send("back", "openMyId", ("setIdSync", True), "back", "finish")
    assert mini.screen == "profileReady"
    driver = stored(mini)
    assert (driver.vehicle_key, driver.sync, driver.set_up) == (True, "cloud", True)
    assert all(driver.may(name) for name in ("profile", "services", "esim"))


def test_a_known_id_is_not_asked_again_and_keeps_its_link(mini: CarBench) -> None:
    link(mini)
    mini.send("openBmwId", "activateGuest")
    assert mini.state("link")["vehicleKey"] is False
    mini.send("openBmwId", ("selectDriver", mini.key()))
    assert mini.screen == "profileReady"
    mini.restart()
    assert mini.state("link")["allowed"] == 3
    assert mini.state("link")["vehicleKey"]


def test_back_from_the_further_settings_leads_where_they_were_opened(mini: CarBench) -> None:
    scan(mini)
    mini.send("openMoreSettings", "back")
    assert mini.screen == "vehicleKey"
    mini.send("openMoreSettings", "finish", "dismiss", "home")
    mini.send("openBmwId", ("openDriver", mini.key()), ("setVehicleKey", True), "openMoreSettings")
    assert mini.screen == "moreSettings"
    assert mini.state("link")["vehicleKey"]
    mini.send("back")
    assert mini.screen == "driver"
    mini.send("openMoreSettings", "openConsents", ("setConsent", {"key": "profile", "allowed": True}), "back", "finish")
    assert mini.screen == "driver"
    assert stored(mini).consents == {"profile": True, "services": False, "esim": False}


@pytest.mark.parametrize("nonsense", [None, "esim", {}, {"key": "wallet", "allowed": True}, {"allowed": True}])
def test_nonsense_is_no_permission(mini: CarBench, nonsense: object) -> None:
    scan(mini)
    mini.send("openMoreSettings", "openConsents", ("setConsent", nonsense))
    assert mini.state("link")["allowed"] == 0
    assert mini.screen == "consents"


def test_other_drivers_further_settings_stay_closed(mini: CarBench) -> None:
    link(mini, HANA)
    link(mini, KEN)
    mini.send("openBmwId", ("openDriver", mini.key(HANA)), "openMoreSettings", ("setVehicleKey", False))
    assert mini.screen == "driver"
    assert stored(mini, HANA).vehicle_key


def test_without_the_permission_there_is_no_personal_esim_and_the_car_says_so(mini: CarBench) -> None:
    scan(mini)
    mini.send("openMoreSettings", "finish")
    assert mini.screen == "profileReady"
    assert mini.error == "consent.esim_missing"
    mini.send("dismiss", "openMobileDevices")
    assert (mini.state("esim")["state"], mini.state("esim")["detail"]) == ("notActivated", "not_allowed")
    assert not any("/esim" in request for request in mini.cloud.requests)
    mini.send("openBmwId", ("openDriver", mini.key()), "openMoreSettings", "openConsents", "enableAllConsents")
    mini.send("openMobileDevices")
    assert mini.state("esim")["state"] == "connected"
    assert mini.modem.enabled == ICCID_HANA


def test_a_permission_that_is_taken_back_ends_the_esim(mini: CarBench) -> None:
    link(mini)
    mini.set_up_esim()
    assert mini.modem.enabled == ICCID_HANA
    mini.send("openBmwId", ("openDriver", mini.key()), "openMoreSettings", "openConsents")
    mini.send(("setConsent", {"key": "esim", "allowed": False}))
    assert mini.modem.enabled == ""
    assert mini.state("esim")["detail"] == "not_allowed"


def test_telephone_and_data_are_connected_together_without_a_phone(mini: CarBench) -> None:
    """MINI-APP-S2-28: no question, no Bluetooth."""
    link(mini)
    mini.set_up_esim()
    assert mini.state("overlay") == ""
    esim = mini.state("esim")
    assert (esim["state"], esim["telephony"], esim["mobileData"]) == ("connected", True, True)
    mini.send("openPersonalEsim", ("setTelephony", False))
    assert mini.state("esim")["telephony"] is False
    mini.restart()
    assert mini.state("esim")["telephony"] is False, "a choice is kept"
    mini.send("openMobileDevices", "openPersonalEsim", ("setTelephony", True))
    assert mini.state("esim")["telephony"] is True


def test_a_pin_can_be_set_later_and_is_asked_at_the_next_start(mini: CarBench) -> None:
    link(mini)
    mini.send("openBmwId", ("openDriver", mini.key()), ("changePin", mini.key()))
    mini.type_pin("25802580")
    mini.send("continue")
    assert mini.screen == "driver"
    mini.restart()
    assert mini.screen == "pinAsk"
    mini.type_pin("2580")
    assert mini.state("activeDriver")["email"] == HANA


@pytest.mark.parametrize("brand", ["bmw", "mini"])
def test_nobody_signs_in_while_the_car_drives(tmp_path: Path, brand: str) -> None:
    bench = CarBench(tmp_path, brand)
    bench.car.set_driving(True)
    bench.send("openBmwId", "addBmwId")
    assert (bench.screen, bench.error) == ("bmwId", "sign_in.driving")
    assert bench.state("overlay") == "notice"
    assert bench.state("vehicle") == {"driving": True, "reception": True}
    bench.send("dismiss")
    bench.car.set_driving(False)
    bench.send("addBmwId")
    assert bench.screen in ("qr", "addMethod")


def test_driving_off_ends_the_code_and_says_why(mini: CarBench) -> None:
    mini.send("openBmwId", "addBmwId")
    mini.car.set_driving(True)
    assert (mini.screen, mini.error) == ("bmwId", "sign_in.driving")
    mini.cloud.device = HANA
    mini.clock.advance(60)
    assert mini.cloud.polls == []


def test_credentials_are_left_when_the_car_drives_off(bench: CarBench) -> None:
    bench.open_credentials()
    bench.car.set_driving(True)
    assert (bench.screen, bench.error) == ("bmwId", "sign_in.driving")


def test_drivers_are_not_changed_while_driving(mini: CarBench) -> None:
    link(mini, HANA)
    link(mini, KEN)
    mini.send("openBmwId")
    mini.car.set_driving(True)
    mini.send(("selectDriver", mini.key(HANA)))
    assert (mini.screen, mini.error) == ("bmwId", "sign_in.driving")
    mini.send("dismiss", ("selectDriver", mini.key(KEN)))
    assert mini.screen == "driver", "looking at one's own page is no change of drivers"


@pytest.mark.parametrize("brand", ["bmw", "mini"])
def test_without_reception_no_id_is_added_until_the_car_leaves_the_garage(tmp_path: Path, brand: str) -> None:
    bench = CarBench(tmp_path, brand)
    bench.car.set_reception(False)
    assert bench.state("status")["cloudOnline"] is False
    bench.send("openBmwId", "addBmwId")
    assert (bench.screen, bench.error) == ("bmwId", "sign_in.no_reception")
    bench.car.set_reception(True)
    assert bench.state("status")["cloudOnline"] is True
    bench.send("dismiss", "addBmwId")
    assert bench.screen in ("qr", "addMethod")


def test_reception_lost_on_the_way_is_refused_at_the_next_touch(bench: CarBench) -> None:
    bench.open_credentials()
    bench.car.set_reception(False)
    bench.send(("submitCredentials", {"email": HANA, "password": PASSWORD}))
    assert (bench.screen, bench.error) == ("credentials", "sign_in.no_reception")


def test_the_main_user_is_told_once_who_joined(mini: CarBench) -> None:
    link(mini, HANA)
    link(mini, KEN)
    assert mini.error == "", "the co-user is not told of themselves"
    mini.restart()
    mini.send("openBmwId", ("activateDriver", mini.key(HANA)))
    mini.send("home")
    assert mini.error == "users.joined"
    assert mini.state("error")["params"] == {"names": "Ken Sato"}
    mini.send("dismiss", "openSettings", "home")
    assert mini.error == ""
    mini.restart()
    assert mini.error == ""


def test_removing_the_main_user_resets_the_whole_car_after_a_question(mini: CarBench) -> None:
    link(mini, HANA)
    link(mini, KEN)
    mini.send("openSettings", ("setBrightness", 40), "openBmwId", ("openDriver", mini.key(HANA)))
    mini.send(("removeDriver", mini.key(HANA)))
    assert mini.state("overlay") == "confirmRemove"
    mini.send("dismiss")
    assert len(mini.state("drivers")) == 2
    mini.send(("removeDriver", mini.key(HANA)), "confirm")
    assert mini.screen == "home"
    assert mini.state("drivers") == []
    assert mini.state("activeDriver") == {"key": "guest"}
    assert mini.state("settings")["brightness"] == 100
    assert len(mini.cloud.revoked) == 2


def test_removing_a_co_user_leaves_the_rest(mini: CarBench) -> None:
    link(mini, HANA)
    link(mini, KEN)
    mini.send("openBmwId", ("openDriver", mini.key(KEN)), ("removeDriver", mini.key(KEN)), "confirm")
    assert [driver["email"] for driver in mini.state("drivers")] == [HANA]


def test_a_failed_log_in_leads_to_a_new_code(mini: CarBench) -> None:
    mini.cloud.too_many_users = True
    scan(mini)
    assert (mini.screen, mini.error) == ("loginFailed", "vehicle.too_many_users")
    mini.cloud.forget_tokens()
    mini.send("retry")
    assert mini.screen in ("qr", "loggingIn", "loginFailed")
    mini.send("openBmwId", "addBmwId")
    assert mini.screen == "qr"


def test_the_ring_turns_day_into_night(mini: CarBench) -> None:
    mini.send(("setAppearance", "day"))
    assert mini.state("settings")["night"] is False
    assert mini.screen == "home"
