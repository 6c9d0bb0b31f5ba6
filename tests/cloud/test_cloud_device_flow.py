"""The device grant over HTTP: what the car, the phone and a person each get (RFC 8628)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from cloud_bench import CALLBACK, HANA, KEN, MIO, VERIFIER, Bench

from cloud.identity.rules.pkce import s256
from core.sign_in_link import parse_sign_in_link


def decide(bench: Bench, token: str, code: str, decision: str = "approve"):
    return bench.api("POST", f"/api/device-requests/{code}", token, {"decision": decision})


def test_the_whole_way(bench: Bench) -> None:
    asked = bench.ask_device(code_challenge=s256(VERIFIER), code_challenge_method="S256")
    assert (asked["expires_in"], asked["interval"]) == (600, 5)
    assert parse_sign_in_link(asked["verification_uri_complete"], "http://127.0.0.1:8444")
    waiting = bench.poll(asked["device_code"], code_verifier=VERIFIER)
    assert (waiting.status_code, waiting.get_json()["error"]) == (400, "authorization_pending")
    assert waiting.headers["Cache-Control"] == "no-store"

    phone = bench.app_tokens()["access_token"]
    seen = bench.api("GET", f"/api/device-requests/{asked['user_code']}", phone).get_json()
    assert seen == {
        "user_code": asked["user_code"],
        "car": {"model": "BMW iX xDrive50", "vin_last7": "0000000", "brand": "bmw"},
        "expires_in": 600,
        "status": "pending",
    }
    assert decide(bench, phone, asked["user_code"]).get_json()["status"] == "approved"
    bench.clock.advance(5)
    tokens = bench.poll(asked["device_code"], code_verifier=VERIFIER)
    assert tokens.status_code == 200
    assert tokens.headers["Cache-Control"] == "no-store"
    body = tokens.get_json()
    assert body["token_type"] == "Bearer"
    assert {"access_token", "refresh_token", "id_token", "expires_in", "scope"} <= set(body)
    user = bench.api("GET", "/oauth/userinfo", body["access_token"]).get_json()
    assert user["email"] == HANA[0]
    assert user["sub"] == user["gcid"]


# -- the holes of the engine, closed (one test each)


def test_a_device_code_works_once(bench: Bench) -> None:
    asked, phone = bench.ask_device(), bench.app_tokens()["access_token"]
    decide(bench, phone, asked["user_code"])
    assert bench.poll(asked["device_code"]).status_code == 200
    bench.clock.advance(60)
    again = bench.poll(asked["device_code"])
    assert (again.status_code, again.get_json()["error"]) == (400, "invalid_grant")


def test_a_device_code_works_once_even_when_polls_race(bench: Bench) -> None:
    asked, phone = bench.ask_device(), bench.app_tokens()["access_token"]
    decide(bench, phone, asked["user_code"])
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: bench.poll(asked["device_code"]).status_code, range(4)))
    assert answers.count(200) == 1, answers


def test_an_unknown_code_is_invalid_grant(bench: Bench) -> None:
    answer = bench.poll("no-such-code")
    assert (answer.status_code, answer.get_json()["error"]) == (400, "invalid_grant")


def test_slow_down_is_kept_across_a_restart_of_the_application(bench: Bench) -> None:
    asked = bench.ask_device()
    bench.poll(asked["device_code"])
    assert bench.poll(asked["device_code"]).get_json()["error"] == "slow_down"
    bench.clock.advance(6)
    assert bench.poll(asked["device_code"]).get_json()["error"] == "slow_down", "+5 s from now on"
    bench.clock.advance(4)
    assert bench.poll(asked["device_code"]).get_json()["error"] == "authorization_pending"
    bench.clock.advance(6)
    assert bench.poll(asked["device_code"]).get_json()["error"] == "slow_down"


def test_pkce_is_enforced_if_a_challenge_was_given(bench: Bench) -> None:
    asked, phone = bench.ask_device(code_challenge=s256(VERIFIER)), bench.app_tokens()["access_token"]
    decide(bench, phone, asked["user_code"])
    assert bench.poll(asked["device_code"]).get_json()["error"] == "invalid_grant"
    assert bench.poll(asked["device_code"], code_verifier="y" * 50).get_json()["error"] == "invalid_grant"
    assert bench.poll(asked["device_code"], code_verifier=VERIFIER).status_code == 200


def test_a_plain_challenge_is_refused(bench: Bench) -> None:
    form = {"client_id": "bmw-car", "code_challenge": "x" * 43, "code_challenge_method": "plain"}
    answer = bench.client().post("/oauth/device_authorization", data=form)
    assert (answer.status_code, answer.get_json()["error"]) == (400, "invalid_request")


def test_wrong_codes_are_limited_by_account(bench: Bench) -> None:
    asked, phone = bench.ask_device(), bench.app_tokens()["access_token"]
    for _ in range(bench.settings.user_code_attempts):
        answer = bench.api("GET", "/api/device-requests/BCDF-GHJK", phone)
        assert (answer.status_code, answer.get_json()["code"]) == (404, "unknown_code")
    answer = bench.api("GET", f"/api/device-requests/{asked['user_code']}", phone)
    assert (answer.status_code, answer.get_json()["code"]) == (429, "too_many_attempts")
    assert 0 < answer.get_json()["retry_after"] <= bench.settings.user_code_window
    assert int(answer.headers["Retry-After"]) == answer.get_json()["retry_after"]
    bench.clock.advance(bench.settings.user_code_window)
    assert bench.api("GET", f"/api/device-requests/{bench.ask_device()['user_code']}", phone).status_code == 200


def test_wrong_codes_are_limited_by_address_too(bench: Bench) -> None:
    asked = bench.ask_device()
    for number in range(4):
        email = f"guesser{number}@example.com"
        bench.services.accounts.register(email=email, password="Guess-12345", name="G")
        token = bench.app_tokens((email, "Guess-12345"))["access_token"]
        for _ in range(bench.settings.user_code_attempts):
            bench.api("GET", "/api/device-requests/BCDF-GHJK", token)
    fresh = bench.app_tokens(KEN)["access_token"]
    assert bench.api("GET", f"/api/device-requests/{asked['user_code']}", fresh).status_code == 429


def test_a_code_that_many_accounts_open_is_closed(bench: Bench) -> None:
    asked = bench.ask_device()
    path = f"/api/device-requests/{asked['user_code']}"
    tokens = [bench.app_tokens(who)["access_token"] for who in (HANA, KEN)]
    for number in range(bench.settings.user_code_attempts):
        assert bench.api("GET", path, tokens[number % 2]).status_code == 200
    assert bench.api("GET", path, tokens[bench.settings.user_code_attempts % 2]).status_code == 429


def test_too_early_a_poll_of_an_approved_code_is_slow_down(bench: Bench) -> None:
    asked, phone = bench.ask_device(), bench.app_tokens()["access_token"]
    bench.poll(asked["device_code"])
    decide(bench, phone, asked["user_code"])
    assert bench.poll(asked["device_code"]).get_json()["error"] == "slow_down"
    bench.clock.advance(10)
    assert bench.poll(asked["device_code"]).status_code == 200


def test_secrets_in_the_address_are_not_taken(bench: Bench) -> None:
    asked, phone = bench.ask_device(), bench.app_tokens()["access_token"]
    decide(bench, phone, asked["user_code"])
    query = {"grant_type": "urn:ietf:params:oauth:grant-type:device_code", "client_id": "bmw-car"}
    answer = bench.client().post("/oauth/token", query_string={**query, "device_code": asked["device_code"]})
    assert answer.status_code == 400


def test_the_engine_logs_no_tokens(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    import logging

    with caplog.at_level(logging.DEBUG):
        body = bench.car_tokens()
    everything = caplog.text + str([event.data for event in bench.events.recent()])
    for secret in (body["access_token"], body["refresh_token"], HANA[1], VERIFIER):
        assert secret not in everything


# -- the rest of the protocol


@pytest.mark.parametrize("shape", ["{0}{1}", "{0} {1}", "{0}-{1}", "{0}.{1}"])
def test_codes_in_any_shape(bench: Bench, shape: str) -> None:
    asked, phone = bench.ask_device(), bench.app_tokens()["access_token"]
    code = shape.format(*asked["user_code"].lower().split("-"))
    assert bench.api("GET", f"/api/device-requests/{code}", phone).status_code == 200


def test_denial(bench: Bench) -> None:
    asked, phone = bench.ask_device(), bench.app_tokens()["access_token"]
    assert decide(bench, phone, asked["user_code"], "deny").get_json()["status"] == "denied"
    assert bench.poll(asked["device_code"]).get_json()["error"] == "access_denied"
    answer = decide(bench, phone, asked["user_code"])
    assert (answer.status_code, answer.get_json()["code"]) == (409, "already_used")
    assert "device.denied" in bench.kinds()


def test_expiry(bench: Bench) -> None:
    asked, phone = bench.ask_device(), bench.app_tokens()["access_token"]
    bench.clock.advance(600)
    assert bench.poll(asked["device_code"]).get_json()["error"] == "expired_token"
    answer = decide(bench, phone, asked["user_code"])
    assert (answer.status_code, answer.get_json()["code"]) == (410, "expired")
    seen = bench.api("GET", f"/api/device-requests/{asked['user_code']}", phone).get_json()
    assert (seen["status"], seen["expires_in"]) == ("expired", 0)


def test_a_decision_whose_answer_was_lost_can_be_sent_again(bench: Bench) -> None:
    asked, phone = bench.ask_device(), bench.app_tokens()["access_token"]
    for _ in range(2):
        assert decide(bench, phone, asked["user_code"]).get_json()["status"] == "approved"
    assert decide(bench, phone, asked["user_code"], "deny").status_code == 409
    assert bench.poll(asked["device_code"]).get_json()["access_token"]
    assert decide(bench, phone, asked["user_code"]).status_code == 200
    assert bench.poll(asked["device_code"]).get_json()["error"] == "invalid_grant"


def test_another_account_cannot_take_over_an_approved_car(bench: Bench) -> None:
    asked = bench.ask_device()
    decide(bench, bench.app_tokens()["access_token"], asked["user_code"])
    answer = decide(bench, bench.app_tokens(KEN)["access_token"], asked["user_code"])
    assert (answer.status_code, answer.get_json()["code"]) == (409, "already_used")
    tokens = bench.poll(asked["device_code"]).get_json()
    assert bench.api("GET", "/oauth/userinfo", tokens["access_token"]).get_json()["email"] == HANA[0]


def test_another_client_cannot_fetch_the_tokens(bench: Bench) -> None:
    asked, phone = bench.ask_device(), bench.app_tokens()["access_token"]
    decide(bench, phone, asked["user_code"])
    assert bench.poll(asked["device_code"], client_id="my-bmw-app").get_json()["error"] == "unauthorized_client"
    assert bench.poll(asked["device_code"], client_id="nobody").get_json()["error"] == "invalid_client"


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"client_id": "nobody"}, "invalid_client"),
        ({}, "invalid_client"),
        ({"client_id": "my-bmw-app"}, "unauthorized_client"),
        ({"client_id": "bmw-car", "scope": "root"}, "invalid_scope"),
        ({"client_id": "bmw-car", "vin": "WBAUNKNOWN0000000"}, "not_found"),
    ],
)
def test_bad_device_requests(bench: Bench, form: dict[str, str], error: str) -> None:
    assert bench.client().post("/oauth/device_authorization", data=form).get_json()["error"] == error


def test_the_car_may_not_approve_itself(bench: Bench) -> None:
    asked, car = bench.ask_device(), bench.car_tokens()["access_token"]
    answer = decide(bench, car, asked["user_code"])
    assert (answer.status_code, answer.get_json()["error"]) == (403, "insufficient_scope")


def test_a_decision_must_be_one(bench: Bench) -> None:
    asked, phone = bench.ask_device(), bench.app_tokens(MIO)["access_token"]
    assert decide(bench, phone, asked["user_code"], "perhaps").status_code == 400


def test_a_stock_redirect_is_kept(bench: Bench) -> None:
    assert bench.app_tokens(redirect_uri=CALLBACK)["scope"] == "openid profile email vehicles terms device"
