"""Signing in by QR, by e-mail and with a stored ID, and everything that can go wrong there."""

from __future__ import annotations

import pytest
from car_bench import HANA, KEN, PASSWORD, CarBench

from core.sign_in_link import parse_sign_in_link


def open_qr(bench: CarBench) -> None:
    bench.send("openBmwId", "addBmwId", "chooseApp")


def test_the_qr_holds_the_address_and_the_code_to_compare(bench: CarBench) -> None:
    open_qr(bench)
    qr = bench.state("qr")
    assert qr["state"] == "showing"
    assert parse_sign_in_link(qr["link"], bench.cloud.base_url) == qr["userCode"].replace("-", "")
    assert qr["secondsLeft"] == qr["lifetime"] == bench.settings.device_code_lifetime


def test_polling_follows_the_interval_and_slow_down_stays(bench: CarBench) -> None:
    open_qr(bench)
    begun = bench.clock.monotonic()
    bench.clock.advance(5)
    bench.cloud.device = "slow_down"
    bench.clock.advance(5)
    bench.cloud.device = "authorization_pending"
    bench.clock.advance(20)
    assert [round(at - begun) for at in bench.cloud.polls] == [5, 10, 20, 30]


def test_a_cloud_that_does_not_answer_is_asked_less_often(bench: CarBench) -> None:
    open_qr(bench)
    begun = bench.clock.monotonic()
    bench.faults.set("car.http", "unreachable", match="/oauth/token")
    bench.clock.advance(5)  # fails: 10 s pause, fails: 20 s pause
    bench.clock.advance(10)
    bench.faults.clear()
    bench.clock.advance(20)
    assert [round(at - begun) for at in bench.cloud.polls] == [35]
    assert bench.state("qr")["state"] == "showing"


def test_the_time_left_runs_down_and_the_code_expires_and_is_renewed(bench: CarBench) -> None:
    open_qr(bench)
    bench.clock.advance(100)
    assert bench.state("qr")["secondsLeft"] == bench.settings.device_code_lifetime - 100
    bench.clock.advance(bench.settings.device_code_lifetime)
    assert bench.state("qr")["state"] == "expired"
    polls = len(bench.cloud.polls)
    bench.clock.advance(60)
    assert len(bench.cloud.polls) == polls
    bench.send("renewQr")
    assert bench.state("qr")["state"] == "showing"


@pytest.mark.parametrize(("answer", "state"), [("access_denied", "denied"), ("expired_token", "expired")])
def test_refused_and_dead_codes_are_shown_and_can_be_renewed(bench: CarBench, answer: str, state: str) -> None:
    open_qr(bench)
    bench.cloud.device = answer
    bench.clock.advance(5)
    assert bench.state("qr")["state"] == state
    bench.cloud.device = HANA
    bench.send("renewQr")
    bench.clock.advance(5)
    assert bench.screen == "sync"


def test_leaving_the_qr_ends_the_polling(bench: CarBench) -> None:
    open_qr(bench)
    bench.send("back")
    bench.clock.advance(60)
    assert bench.screen == "addMethod"
    assert bench.cloud.polls == []


def test_no_cloud_for_the_qr_is_said_and_can_be_tried_again(bench: CarBench) -> None:
    bench.faults.set("car.http", "unreachable")
    open_qr(bench)
    assert (bench.state("qr")["state"], bench.error) == ("failed", "cloud.unreachable")
    assert not bench.state("status")["cloudOnline"]
    bench.faults.clear()
    bench.send("retry")
    assert (bench.state("qr")["state"], bench.error) == ("showing", "")


def test_an_approved_code_leads_through_the_log_in_to_the_settings_question(bench: CarBench) -> None:
    open_qr(bench)
    bench.cloud.device = HANA
    bench.clock.advance(5)
    assert bench.screen == "sync"
    assert bench.state("activeDriver")["email"] == HANA
    assert bench.state("activeDriver")["role"] == "main"
    assert bench.cloud.accounts[HANA].role == "main"
    assert bench.state("login") == {"step": "done", "progress": 1.0, "name": "Hana Aoki"}


def test_the_second_driver_becomes_a_co_user(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.sign_in(KEN)
    assert [(item["key"], item["role"], item["active"]) for item in bench.state("drivers")] == [
        ("hana-aoki", "main", False),
        ("ken-sato", "co", True),
    ]


@pytest.mark.parametrize(
    ("entered", "code"),
    [
        ({"email": "", "password": "x"}, "auth.incomplete"),
        ({"email": HANA, "password": ""}, "auth.incomplete"),
        ({"email": "hana", "password": "x"}, "auth.invalid_email"),
        ({"email": HANA, "password": "wrong"}, "auth.invalid_credentials"),
    ],
)
def test_wrong_credentials_are_explained_and_typed_again(bench: CarBench, entered: dict[str, str], code: str) -> None:
    bench.open_credentials()
    bench.send(("submitCredentials", entered))
    assert (bench.screen, bench.error) == ("credentials", code)
    assert not bench.state("credentials")["busy"]
    bench.send(("submitCredentials", {"email": HANA, "password": PASSWORD}))
    assert (bench.screen, bench.error) == ("sync", "")


def test_a_locked_account_says_for_how_long(bench: CarBench) -> None:
    bench.cloud.locked = True
    bench.open_credentials()
    bench.send(("submitCredentials", {"email": HANA, "password": PASSWORD}))
    assert bench.state("error") == {"code": "auth.locked", "params": {"retry_after": 900}}


def test_passwords_and_pins_are_in_no_event_and_no_state(bench: CarBench) -> None:
    bench.sign_in(HANA, pin="2580")
    text = "".join(event.to_json() for event in bench.events.recent()) + str(
        [bench.state(name) for name in ("drivers", "activeDriver", "credentials", "pin", "settings")]
    )
    assert PASSWORD not in text
    assert "2580" not in text
    tokens = bench.car._desk.memory.drivers[0].tokens
    assert tokens["refresh_token"] not in text
    assert "argon2" not in text


@pytest.mark.parametrize("match", ["/oauth/userinfo", "/users/me", "/api/profile"])
@pytest.mark.parametrize("kind", ["unreachable", "timeout", "broken"])
def test_each_request_of_the_log_in_may_fail_and_retry_goes_on(bench: CarBench, match: str, kind: str) -> None:
    bench.faults.set("car.http", kind, match=match)
    bench.open_credentials()
    bench.send(("submitCredentials", {"email": HANA, "password": PASSWORD}))
    assert (bench.screen, bench.error) == ("loginFailed", f"cloud.{kind}")
    assert bench.state("drivers") == []
    bench.faults.clear()
    bench.send("retry")
    assert (bench.screen, bench.error) == ("sync", "")


def test_a_car_with_too_many_users_says_so(bench: CarBench) -> None:
    bench.cloud.too_many_users = True
    bench.open_credentials()
    bench.send(("submitCredentials", {"email": HANA, "password": PASSWORD}))
    assert (bench.screen, bench.error) == ("loginFailed", "vehicle.too_many_users")
    bench.send("back")
    assert (bench.screen, bench.error) == ("bmwId", "")


def test_a_stored_driver_signs_in_and_is_asked_nothing_twice(bench: CarBench) -> None:
    bench.sign_in(HANA, pin="2580")
    bench.send("openBmwId", "activateGuest", "openBmwId", ("selectDriver", bench.key()))
    assert bench.screen == "pinAsk"
    assert bench.state("selectedDriver")["email"] == HANA
    bench.type_pin("2580")
    assert bench.screen == "profileReady"
    assert bench.state("activeDriver")["email"] == HANA


def test_a_stored_driver_whose_set_up_was_cut_short_is_asked_the_rest(bench: CarBench) -> None:
    bench.open_credentials()
    bench.send(("submitCredentials", {"email": HANA, "password": PASSWORD}), "home")
    bench.send("openBmwId", "activateGuest", "openBmwId", ("selectDriver", bench.key()))
    assert bench.screen == "sync"


def test_a_stored_driver_drives_without_the_cloud(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.send("openBmwId", "activateGuest", "openBmwId")
    bench.faults.set("car.http", "unreachable")
    bench.send(("selectDriver", bench.key()))
    assert bench.screen == "profileReady"
    assert bench.state("activeDriver")["email"] == HANA
    assert not bench.state("status")["cloudOnline"]


def test_the_cloud_coming_back_is_noticed(bench: CarBench) -> None:
    bench.faults.set("car.http", "unreachable")
    open_qr(bench)
    assert not bench.state("status")["cloudOnline"]
    bench.faults.clear()
    bench.clock.advance(bench.settings.cloud_retry_pause)
    assert bench.state("status")["cloudOnline"]


def test_dead_tokens_ask_for_e_mail_and_password_again(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.send("openBmwId", "activateGuest", "openBmwId")
    bench.cloud.forget_tokens()
    bench.send(("selectDriver", bench.key()))
    assert (bench.screen, bench.error) == ("loginFailed", "auth.expired")
    bench.send("retry")
    assert bench.screen == "credentials"
    assert bench.state("credentials")["reason"] == "stored"
    assert bench.state("credentials")["email"] == HANA
    bench.send(("submitCredentials", {"email": HANA, "password": PASSWORD}))
    assert bench.screen == "profileReady"
    assert len(bench.state("drivers")) == 1


def test_tokens_are_renewed_and_kept(bench: CarBench) -> None:
    bench.sign_in(HANA)
    before = dict(bench.car._desk.memory.drivers[0].tokens)
    bench.cloud.end_access_tokens()
    bench.send("openBmwId", "activateGuest", "openBmwId", ("selectDriver", bench.key()))
    after = bench.car._desk.memory.drivers[0].tokens
    assert bench.screen == "profileReady"
    assert after["refresh_token"] != before["refresh_token"]
    bench.restart()
    assert bench.car._desk.memory.drivers[0].tokens == after


def test_cancelling_the_log_in_leaves_nobody_behind(bench: CarBench) -> None:
    bench.open_credentials()
    bench.faults.set("car.http", "unreachable", match="/oauth/userinfo")
    bench.send(("submitCredentials", {"email": HANA, "password": PASSWORD}), "cancelLogin")
    assert bench.screen == "bmwId"
    assert bench.state("drivers") == []
    assert bench.state("activeDriver") == {"key": "guest"}
