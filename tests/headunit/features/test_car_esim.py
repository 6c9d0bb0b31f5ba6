"""The personal eSIM's set-up: stations, retries after every failure, drivers who change, what the line says."""

from __future__ import annotations

import pytest
from car_bench import HANA, ICCID_HANA, ICCID_KEN, KEN, MIO, CarBench

from core.errors import BenchError
from firmware_bridge import Registration


def stations(bench: CarBench) -> list[str]:
    return [
        event.kind.removeprefix("esim.")
        for event in bench.events.recent("car")
        if event.kind.startswith("esim.") and event.kind != "esim.error"
    ]


def esim(bench: CarBench) -> str:
    return str(bench.state("esim")["state"])


def test_the_first_set_up_waits_for_mobile_devices_and_passes_all_stations(bench: CarBench) -> None:
    bench.sign_in(HANA)
    assert bench.state("esim")["state"] == "settingUp"
    assert bench.state("esim")["station"] == 0
    assert bench.modem.enabled == ""
    bench.set_up_esim()
    assert stations(bench) == [
        *("checking", "preparing", "prepared", "downloading", "installing", "activating", "connecting", "connected")
    ]
    assert bench.modem.enabled == ICCID_HANA
    assert bench.cloud.reports == [{"state": "active", "iccid": ICCID_HANA, "eid": bench.modem.euicc().eid}]
    shown = bench.state("esim")
    assert (shown["state"], shown["operator"], shown["numberLast4"]) == ("connected", "NTT DOCOMO", "1234")


def test_the_bars_are_there_as_soon_as_the_car_is_connected(bench: CarBench) -> None:
    bench.sign_in(HANA)
    readings = bench.modem.calls.count("signal")
    bench.set_up_esim()
    assert (bench.state("status")["bars"], bench.state("status")["operator"]) == (3, "NTT DOCOMO")
    assert bench.modem.calls.count("signal") == readings + 1
    bench.clock.advance(bench.settings.modem_poll_interval)
    assert bench.modem.calls.count("signal") == readings + 2


def test_the_iccid_is_shown_on_demand_only(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.set_up_esim()
    bench.send("declineTelephony", "openPersonalEsim")
    assert bench.state("esim")["iccid"] == ""
    bench.send("showIccid")
    assert bench.state("esim")["iccid"] == ICCID_HANA
    bench.send("back", "openPersonalEsim")
    assert bench.state("esim")["iccid"] == ""


def test_without_a_contract_the_car_says_so_and_goes_on_by_itself_later(bench: CarBench) -> None:
    bench.sign_in(MIO)
    assert (esim(bench), bench.state("esim")["detail"]) == ("notActivated", "no_contract")
    bench.set_up_esim()
    assert esim(bench) == "notActivated"
    mio = bench.cloud.accounts[MIO]
    mio.iccid, mio.esim = ICCID_KEN, "ready"
    bench.clock.advance(bench.settings.modem_poll_interval * 6)
    assert esim(bench) == "connected"


@pytest.mark.parametrize(
    "step", ["identity", "sim", "euicc", "profiles", "enable", "wait_registered"], ids=lambda name: str(name)
)
@pytest.mark.parametrize("code", ["modem.gone", "modem.silent", "modem.refused", "esim.card_error"])
def test_every_step_at_the_modem_may_fail_and_retry_reads_back_and_goes_on(
    bench: CarBench, step: str, code: str
) -> None:
    bench.modem.refuse[step] = BenchError(code)
    bench.sign_in(HANA)
    bench.set_up_esim()
    assert (esim(bench), bench.state("esim")["detail"], bench.error) == ("failed", code, code)
    bench.send("retryEsim")
    assert esim(bench) == "failed"
    bench.modem.refuse.clear()
    bench.send("retryEsim")
    assert esim(bench) == "connected"
    assert bench.modem.calls.count("enable") <= 3


def test_a_profile_that_was_enabled_before_the_failure_is_not_enabled_again(bench: CarBench) -> None:
    bench.modem.refuse["wait_registered"] = BenchError("modem.gone")
    bench.sign_in(HANA)
    bench.set_up_esim()
    assert bench.modem.calls.count("enable") == 1
    bench.modem.refuse.clear()
    bench.send("retryEsim")
    assert esim(bench) == "connected"
    assert bench.modem.calls.count("enable") == 1


@pytest.mark.parametrize("match", ["GET /api/vehicles", "PUT /api/vehicles"])
def test_a_cloud_that_goes_away_is_told_and_its_coming_back_goes_on(bench: CarBench, match: str) -> None:
    bench.open_credentials()
    bench.sign_in(HANA)
    bench.faults.set("car.http", "unreachable", match="/esim")
    if match.startswith("GET"):
        bench.restart()
    bench.set_up_esim()
    assert (esim(bench), bench.state("esim")["detail"]) == ("failed", "cloud.unreachable")
    bench.faults.clear()
    bench.clock.advance(bench.settings.cloud_retry_pause)
    assert esim(bench) == "connected"


def test_a_card_without_the_profile(bench: CarBench) -> None:
    del bench.modem.cards[ICCID_HANA]
    bench.sign_in(HANA)
    bench.set_up_esim()
    assert (esim(bench), bench.error) == ("failed", "esim.profile_not_found")


@pytest.mark.parametrize(("state", "code"), [("denied", "esim.denied"), ("searching", "esim.not_registered")])
def test_a_network_that_does_not_take_the_profile(bench: CarBench, state: str, code: str) -> None:
    bench.modem.network = Registration(state)  # type: ignore[arg-type]
    bench.sign_in(HANA)
    bench.set_up_esim()
    assert (esim(bench), bench.error) == ("failed", code)


def test_after_a_restart_an_enabled_profile_is_connected_at_once(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.set_up_esim()
    bench.restart()
    assert esim(bench) == "connected"
    assert bench.modem.calls.count("enable") == 1


def test_after_a_restart_without_the_cloud_the_car_reads_the_card(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.set_up_esim()
    bench.faults.set("car.http", "timeout")
    bench.restart()
    assert esim(bench) == "connected"
    assert bench.state("esim")["operator"] == "NTT DOCOMO"
    assert not bench.state("status")["cloudOnline"]


def test_changing_drivers_changes_the_profile_and_guests_have_none(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.set_up_esim()
    bench.send("declineTelephony")
    bench.sign_in(KEN)
    assert bench.modem.enabled == ""
    bench.set_up_esim()
    assert bench.modem.enabled == ICCID_KEN
    bench.send("declineTelephony", "openBmwId", ("openDriver", bench.key(HANA)), ("activateDriver", bench.key(HANA)))
    assert (bench.modem.enabled, esim(bench)) == (ICCID_HANA, "connected")
    bench.send("home", "openBmwId", "activateGuest")
    assert (bench.modem.enabled, esim(bench)) == ("", "signedOut")
    assert [report["state"] for report in bench.cloud.reports] == [
        *("active", "inactive", "active", "inactive", "active", "inactive")
    ]


def test_the_status_bar_shows_what_the_line_says(bench: CarBench) -> None:
    assert bench.state("status")["modemPresent"]
    assert bench.state("status")["operator"] == ""
    bench.sign_in(HANA)
    bench.set_up_esim()
    bench.clock.advance(bench.settings.modem_poll_interval)
    status = bench.state("status")
    assert (status["bars"], status["operator"], status["technology"]) == (3, "NTT DOCOMO", "LTE")


def test_a_pulled_cable_is_seen_and_so_is_its_return(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.set_up_esim()
    bench.modem.trouble = BenchError("modem.gone")
    bench.clock.advance(bench.settings.modem_poll_interval)
    assert (esim(bench), bench.state("esim")["detail"]) == ("notConnected", "modem.gone")
    assert (bench.state("status")["modemPresent"], bench.state("status")["bars"]) == (False, -1)
    bench.modem.trouble = None
    bench.clock.advance(bench.settings.modem_poll_interval)
    assert esim(bench) == "connected"
    assert bench.state("status")["bars"] == 3


def test_no_modem_at_all(bench: CarBench) -> None:
    bench.modem.trouble = BenchError("modem.not_found")
    bench.restart()
    bench.sign_in(HANA)
    bench.set_up_esim()
    assert (esim(bench), bench.error) == ("failed", "modem.not_found")
    bench.send("home")
    assert bench.error == ""
    bench.send("openMobileDevices")
    assert bench.error == "modem.not_found"


def test_losing_the_network_and_finding_it(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.set_up_esim()
    bench.modem.network = Registration("searching")
    bench.clock.advance(bench.settings.modem_poll_interval)
    assert esim(bench) == "notConnected"
    bench.modem.network = Registration("home", "LTE")
    bench.clock.advance(bench.settings.modem_poll_interval)
    assert esim(bench) == "connected"


def test_the_telephone_is_offered_once_and_only_on_a_calm_screen(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.set_up_esim()
    assert bench.state("overlay") == "telephony"
    bench.restart()
    assert bench.state("overlay") == "telephony"  # not answered yet
    bench.send("declineTelephony")
    assert bench.state("overlay") == ""
    bench.restart()
    assert (esim(bench), bench.state("overlay")) == ("connected", "")
    assert not bench.state("esim")["telephony"]
    assert bench.state("esim")["mobileData"]


def test_the_offer_waits_while_somebody_is_busy(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.set_up_esim()
    bench.send("openBmwId", "activateGuest")
    assert bench.state("overlay") == ""
    bench.send("openBmwId", ("selectDriver", bench.key()))
    assert (bench.screen, esim(bench), bench.state("overlay")) == ("profileReady", "connected", "")
    bench.send("continue")
    assert (bench.screen, bench.state("overlay")) == ("home", "telephony")


def test_check_boxes(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.set_up_esim()
    bench.send("declineTelephony", "openPersonalEsim", ("setTelephony", True))
    assert (bench.state("overlay"), bench.error) == ("notice", "telephony.needs_phone")
    assert not bench.state("esim")["telephony"]
    bench.send("dismiss", ("setRoaming", True))
    assert (bench.state("overlay"), bench.error) == ("notice", "roaming.no_effect")
    bench.send("dismiss", ("setMobileData", False))
    bench.restart()
    shown = bench.state("esim")
    assert (shown["roaming"], shown["mobileData"], shown["telephony"]) == (True, False, False)


@pytest.mark.parametrize("reason", ["no_contract", "not_linked", "no_free_slot", "carrier_unreachable"])
def test_the_car_says_what_is_missing_and_goes_on_when_the_phones_part_is_done(bench: CarBench, reason: str) -> None:
    mio = bench.cloud.accounts[MIO]
    mio.reason = reason
    bench.sign_in(MIO)
    bench.set_up_esim()
    assert (esim(bench), bench.state("esim")["detail"]) == ("notActivated", reason)
    mio.reason = "not_linked" if reason == "no_contract" else "no_contract"
    bench.clock.advance(bench.settings.esim_contract_interval)
    assert (esim(bench), bench.state("esim")["detail"]) == ("notActivated", mio.reason)
    mio.iccid, mio.esim = ICCID_KEN, "ready"
    bench.clock.advance(bench.settings.esim_contract_interval)
    assert esim(bench) == "connected"


def test_a_link_that_ended_before_the_download_is_not_a_failed_set_up(bench: CarBench) -> None:
    bench.modem.cards.pop(ICCID_HANA)
    bench.sign_in(HANA)
    assert esim(bench) == "settingUp"
    hana = bench.cloud.accounts[HANA]
    hana.esim, hana.reason = "none", "not_linked"
    bench.set_up_esim()
    assert (esim(bench), bench.state("esim")["detail"], bench.error) == ("notActivated", "not_linked", "")


def test_a_released_registration_ends_within_seconds_and_frees_the_card(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.set_up_esim()
    bench.send("declineTelephony")
    hana = bench.cloud.accounts[HANA]
    hana.esim, hana.reason = "none", "released"
    bench.clock.advance(bench.settings.esim_contract_interval)
    assert (esim(bench), bench.state("esim")["detail"]) == ("notActivated", "released")
    assert ICCID_HANA not in bench.modem.cards
    assert (bench.state("overlay"), bench.error) == ("notice", "esim.ended")
    assert bench.state("error")["params"] == {"reason": "released"}
    bench.clock.advance(bench.settings.modem_poll_interval)
    assert bench.state("status")["operator"] == ""
    hana.esim, hana.code = "ready", f"LPA:1$fake${ICCID_HANA}"
    bench.clock.advance(bench.settings.esim_contract_interval)
    assert (esim(bench), bench.modem.enabled) == ("connected", ICCID_HANA)


def test_a_number_that_went_to_another_vehicle_keeps_its_profile_disabled(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.set_up_esim()
    hana = bench.cloud.accounts[HANA]
    hana.esim, hana.reason = "none", "used_in_other_vehicle"
    bench.clock.advance(bench.settings.esim_contract_interval)
    assert (esim(bench), bench.modem.enabled) == ("notActivated", "")
    assert ICCID_HANA in bench.modem.cards
    hana.esim = "ready"
    bench.clock.advance(bench.settings.esim_contract_interval)
    assert (esim(bench), bench.modem.enabled) == ("connected", ICCID_HANA)


@pytest.mark.parametrize("reason", ["carrier_unreachable", "no_free_slot"])
def test_an_operator_that_cannot_be_asked_takes_nothing_away(bench: CarBench, reason: str) -> None:
    bench.sign_in(HANA)
    bench.set_up_esim()
    hana = bench.cloud.accounts[HANA]
    hana.esim, hana.reason = "none", reason
    bench.clock.advance(bench.settings.esim_contract_interval)
    assert esim(bench) == "connected"
    bench.restart()
    assert (esim(bench), bench.modem.enabled) == ("connected", ICCID_HANA)


def test_a_card_that_keeps_a_released_profile_has_it_disabled(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.set_up_esim()
    bench.modem.refuse["delete"] = BenchError("esim.policy")
    hana = bench.cloud.accounts[HANA]
    hana.esim, hana.reason = "none", "released"
    bench.clock.advance(bench.settings.esim_contract_interval)
    assert (esim(bench), bench.modem.enabled) == ("notActivated", "")
    assert ICCID_HANA in bench.modem.cards


def test_after_a_day_offline_the_car_asks_at_once_what_became_of_the_contract(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.set_up_esim()
    bench.faults.set("car.http", "unreachable")
    bench.clock.advance(86400)
    assert (esim(bench), bench.state("status")["cloudOnline"]) == ("connected", False)
    hana = bench.cloud.accounts[HANA]
    hana.esim, hana.reason = "none", "released"
    bench.faults.clear()
    bench.clock.advance(bench.settings.cloud_retry_pause)
    assert (esim(bench), bench.state("status")["cloudOnline"]) == ("notActivated", True)
    assert bench.modem.enabled == ""


def test_another_profile_for_the_same_driver_takes_the_old_ones_place(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.set_up_esim()
    hana = bench.cloud.accounts[HANA]
    hana.esim, hana.iccid = "ready", ICCID_KEN
    bench.clock.advance(bench.settings.esim_contract_interval)
    assert (esim(bench), bench.modem.enabled) == ("connected", ICCID_KEN)


def test_a_profile_that_was_used_up_elsewhere_is_replaced_by_the_one_that_came(bench: CarBench) -> None:
    del bench.modem.cards[ICCID_HANA]
    fresh = "8981000000000000078"
    hana = bench.cloud.accounts[HANA]
    hana.code, hana.replaced = f"LPA:1$fake${fresh}", fresh
    bench.sign_in(HANA)
    bench.set_up_esim()
    assert (esim(bench), bench.modem.enabled) == ("connected", fresh)
    bench.restart()
    assert (esim(bench), bench.modem.enabled) == ("connected", fresh)
