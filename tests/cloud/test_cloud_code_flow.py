"""Authorization code with PKCE, refresh, revocation, ID tokens, discovery, and e-mail and password typed in the car."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs, urlsplit

import pytest
from cloud_bench import CALLBACK, HANA, ISSUER, VERIFIER, Bench, sign_in
from joserfc import jwt
from joserfc.jwk import KeySet

from cloud.identity.rules.pkce import s256


def refresh(bench: Bench, token: str, client: str = "my-bmw-app"):
    form = {"grant_type": "refresh_token", "refresh_token": token, "client_id": client}
    return bench.client().post("/oauth/token", data=form)


def test_sign_in_on_the_way(bench: Bench) -> None:
    """Not signed in: log-in page, then straight back to the app with code and state."""
    browser = bench.client()
    answer = browser.get("/oauth/authorize", query_string=bench.authorize_address(ui_locales="ja"))
    assert answer.status_code == 302
    target = parse_qs(urlsplit(answer.location).query)["next"][0]
    answer = sign_in(browser, HANA, target)
    assert answer.status_code == 303
    answer = browser.get(answer.location)
    assert answer.status_code == 302
    assert answer.location.startswith(CALLBACK + "?")
    assert parse_qs(urlsplit(answer.location).query)["state"] == ["state-1"]


def test_id_token(bench: Bench) -> None:
    tokens = bench.app_tokens()
    keys = KeySet.import_key_set(bench.client().get("/.well-known/jwks.json").get_json())
    token = jwt.decode(tokens["id_token"], keys, ["ES256"])
    now = int(bench.clock.timestamp())
    assert token.header["alg"] == "ES256"
    assert token.claims["iss"] == ISSUER
    assert token.claims["aud"] == "my-bmw-app"
    assert token.claims["nonce"] == "nonce-1"
    assert token.claims["email"] == HANA[0]
    assert (token.claims["iat"], token.claims["exp"], token.claims["auth_time"]) == (now, now + 3600, now)
    assert "d" not in bench.client().get("/.well-known/jwks.json").get_json()["keys"][0], "the private part stays"


def test_discovery(bench: Bench) -> None:
    found = bench.client().get("/.well-known/openid-configuration").get_json()
    assert found["issuer"] == ISSUER
    assert found["code_challenge_methods_supported"] == ["S256"]
    for name in ("device_authorization", "authorization_challenge", "token", "userinfo", "revocation"):
        address = urlsplit(found[f"{name}_endpoint"])
        assert bench.client().post(address.path).status_code != 404, name


# -- the holes of the engine, closed


@pytest.mark.parametrize("left_out", ["code_challenge", "code_challenge_method"])
def test_no_code_without_pkce(bench: Bench, left_out: str) -> None:
    browser = bench.client()
    sign_in(browser)
    address = bench.authorize_address()
    del address[left_out]
    answer = browser.get("/oauth/authorize", query_string=address)
    assert "error=invalid_request" in answer.location
    assert "code=" not in answer.location.replace("code_challenge", "")


def test_no_plain_pkce(bench: Bench) -> None:
    browser = bench.client()
    sign_in(browser)
    address = bench.authorize_address(code_challenge_method="plain", code_challenge="x" * 43)
    assert "error=invalid_request" in browser.get("/oauth/authorize", query_string=address).location


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/callback",
        "mybmw://oauth/callback/../x",
        "mybmw://oauth/callback?x=1",
        "mybmw://evil",
        "\u3042://x",
    ],
)
def test_codes_go_to_registered_addresses_only(bench: Bench, address: str) -> None:
    browser = bench.client()
    sign_in(browser)
    answer = browser.get("/oauth/authorize", query_string=bench.authorize_address(redirect_uri=address))
    assert answer.status_code == 400
    assert "Location" not in answer.headers


def test_an_unknown_client_gets_a_page_not_a_redirect(bench: Bench) -> None:
    answer = bench.client().get("/oauth/authorize", query_string=bench.authorize_address(client_id="nobody"))
    assert answer.status_code == 400
    assert 'data-kind="bad_request"' in answer.text


def test_a_code_works_once_and_its_replay_ends_the_sign_in(bench: Bench) -> None:
    code = bench.app_code()
    form = {"client_id": "my-bmw-app", "redirect_uri": CALLBACK}
    tokens = bench.exchange(code, **form).get_json()
    assert bench.api("GET", "/oauth/userinfo", tokens["access_token"]).status_code == 200
    assert bench.exchange(code, **form).get_json()["error"] == "invalid_grant"
    assert bench.api("GET", "/oauth/userinfo", tokens["access_token"]).status_code == 401


def test_a_code_works_once_even_when_requests_race(bench: Bench) -> None:
    code = bench.app_code()
    with ThreadPoolExecutor(4) as pool:
        answers = list(
            pool.map(
                lambda _: bench.exchange(code, client_id="my-bmw-app", redirect_uri=CALLBACK).status_code, range(4)
            )
        )
    assert answers.count(200) <= 1, answers


@pytest.mark.parametrize(
    "wrong",
    [{"code_verifier": "z" * 50}, {"code_verifier": ""}, {"redirect_uri": "mybmw://other"}, {"client_id": "bmw-car"}],
)
def test_a_code_needs_all_its_proofs(bench: Bench, wrong: dict[str, str]) -> None:
    form = {"client_id": "my-bmw-app", "redirect_uri": CALLBACK, **wrong}
    assert bench.exchange(bench.app_code(), **form).get_json()["error"] == "invalid_grant"


def test_a_code_lives_two_minutes(bench: Bench) -> None:
    code = bench.app_code()
    bench.clock.advance(120)
    answer = bench.exchange(code, client_id="my-bmw-app", redirect_uri=CALLBACK)
    assert answer.get_json()["error"] == "invalid_grant"


def test_parameters_come_once(bench: Bench) -> None:
    body = f"grant_type=authorization_code&code={bench.app_code()}&code=x&client_id=my-bmw-app"
    answer = bench.client().post("/oauth/token", data=body, content_type="application/x-www-form-urlencoded")
    assert answer.get_json()["error"] == "invalid_request"


def test_unknown_grants(bench: Bench) -> None:
    answer = bench.client().post("/oauth/token", data={"grant_type": "password", "client_id": "my-bmw-app"})
    assert answer.get_json()["error"] == "unsupported_grant_type"


# -- prompts


def test_prompts(bench: Bench) -> None:
    browser = bench.client()
    answer = browser.get("/oauth/authorize", query_string=bench.authorize_address(prompt="none"))
    assert "error=login_required" in answer.location
    assert "state=state-1" in answer.location
    answer = browser.get("/oauth/authorize", query_string=bench.authorize_address(prompt="create"))
    assert answer.location.startswith("/register?next=")
    sign_in(browser)
    answer = browser.get("/oauth/authorize", query_string=bench.authorize_address(prompt="login", login_hint="x@y.jp"))
    assert answer.location.startswith("/login?next=")
    assert "login_hint=x@y.jp" in answer.location
    assert "prompt" not in answer.location, "or the person would be asked for ever"
    answer = browser.get("/oauth/authorize", query_string=bench.authorize_address(prompt="none"))
    assert answer.location.startswith(f"{CALLBACK}?code=")


# -- refresh and revocation


def test_refresh_rotates(bench: Bench) -> None:
    first = bench.app_tokens()
    second = refresh(bench, first["refresh_token"]).get_json()
    assert second["refresh_token"] != first["refresh_token"]
    assert second["access_token"] != first["access_token"]
    assert "id_token" in second


def test_a_car_that_lost_the_answer_may_ask_again_for_a_minute(bench: Bench) -> None:
    first = bench.app_tokens()
    refresh(bench, first["refresh_token"])
    bench.clock.advance(59)
    assert refresh(bench, first["refresh_token"]).status_code == 200


def test_a_stolen_refresh_token_ends_the_sign_in(bench: Bench) -> None:
    first = bench.app_tokens()
    second = refresh(bench, first["refresh_token"]).get_json()
    bench.clock.advance(60)
    assert refresh(bench, first["refresh_token"]).get_json()["error"] == "invalid_grant"
    assert refresh(bench, second["refresh_token"]).get_json()["error"] == "invalid_grant"
    assert bench.api("GET", "/oauth/userinfo", second["access_token"]).status_code == 401


def test_refresh_cannot_widen_the_scope_or_change_the_client(bench: Bench) -> None:
    first = bench.app_tokens(scope="openid email")
    form = {"grant_type": "refresh_token", "refresh_token": first["refresh_token"], "client_id": "my-bmw-app"}
    answer = bench.client().post("/oauth/token", data={**form, "scope": "openid device"})
    assert answer.get_json()["error"] == "invalid_scope"
    assert refresh(bench, first["refresh_token"], "bmw-car").get_json()["error"] == "invalid_grant"
    assert bench.client().post("/oauth/token", data={**form, "scope": "openid"}).get_json()["scope"] == "openid"


def test_tokens_age(bench: Bench) -> None:
    tokens = bench.app_tokens()
    bench.clock.advance(3600)
    assert bench.api("GET", "/oauth/userinfo", tokens["access_token"]).status_code == 401
    assert refresh(bench, tokens["refresh_token"]).status_code == 200
    bench.clock.advance(bench.settings.refresh_token_lifetime)
    assert refresh(bench, tokens["refresh_token"]).status_code == 400


@pytest.mark.parametrize("which", ["access_token", "refresh_token"])
def test_revocation(bench: Bench, which: str) -> None:
    tokens = bench.app_tokens()
    form = {"token": tokens[which], "client_id": "bmw-car"}
    assert bench.client().post("/oauth/revoke", data=form).status_code == 200
    assert bench.api("GET", "/oauth/userinfo", tokens["access_token"]).status_code == 200, "another client's"
    bench.client().post("/oauth/revoke", data={**form, "client_id": "my-bmw-app"})
    assert bench.api("GET", "/oauth/userinfo", tokens["access_token"]).status_code == 401
    assert refresh(bench, tokens["refresh_token"]).status_code == 400


def test_secrets_are_stored_as_hashes(bench: Bench, tmp_path) -> None:
    tokens = bench.app_tokens()
    asked = bench.ask_device()
    stored = b"".join(path.read_bytes() for path in (tmp_path / "cloud").glob("cloud.sqlite3*"))
    assert b"device_grants" in stored
    for secret in (tokens["access_token"], tokens["refresh_token"], asked["device_code"], HANA[1]):
        assert secret.encode() not in stored


# -- e-mail and password typed in the car


def challenge(bench: Bench, password: str = HANA[1], **more: str):
    form = {"client_id": "bmw-car", "username": HANA[0], "password": password, "code_challenge": s256(VERIFIER), **more}
    return bench.client().post("/oauth/authorize-challenge", data=form)


def test_sign_in_in_the_car(bench: Bench) -> None:
    tokens = bench.car_tokens()
    assert tokens["scope"] == "openid profile email vehicles esim settings"
    user = bench.api("GET", "/oauth/userinfo", tokens["access_token"])
    assert user.get_json()["name"] == "Hana Aoki"
    assert user.get_json()["name#ja"] == "青木 花"


def test_names_follow_the_language(bench: Bench) -> None:
    token = bench.car_tokens()["access_token"]
    headers = {"Authorization": f"Bearer {token}", "Accept-Language": "ja"}
    body = bench.client().get("/oauth/userinfo", headers=headers).get_json()
    assert (body["name"], body["given_name"]) == ("青木 花", "花")


def test_wrong_passwords_lock_the_account_for_a_while(bench: Bench) -> None:
    for left in range(bench.settings.sign_in_attempts - 1, 0, -1):
        answer = challenge(bench, "wrong")
        assert (answer.status_code, answer.get_json()["code"]) == (401, "invalid_credentials")
        assert answer.get_json()["attempts_left"] == left
    assert challenge(bench, "wrong").status_code == 403
    answer = challenge(bench)
    assert (answer.status_code, answer.get_json()["code"]) == (403, "locked")
    assert answer.get_json()["retry_after"] == bench.settings.sign_in_lock_time
    bench.clock.advance(bench.settings.sign_in_lock_time)
    assert challenge(bench).status_code == 200


def test_unknown_accounts_are_answered_alike(bench: Bench) -> None:
    for _ in range(bench.settings.sign_in_attempts - 1):
        assert challenge(bench, "wrong", username="nobody@example.com").get_json()["code"] == "invalid_credentials"
    assert challenge(bench, "wrong", username="NOBODY@example.com").get_json()["code"] == "locked"
    assert challenge(bench).status_code == 200, "others are not touched"


def test_success_forgives(bench: Bench) -> None:
    for _ in range(3):
        for _ in range(bench.settings.sign_in_attempts - 1):
            challenge(bench, "wrong")
        assert challenge(bench, username="HANA.Aoki@Example.com").status_code == 200


def test_the_app_may_not_take_passwords(bench: Bench) -> None:
    assert challenge(bench, client_id="my-bmw-app").get_json()["error"] == "unauthorized_client"
    assert challenge(bench, client_id="nobody").get_json()["error"] == "invalid_client"


def test_codes_for_the_car_need_pkce(bench: Bench) -> None:
    assert challenge(bench, code_challenge="").get_json()["error"] == "invalid_request"
    code = challenge(bench).get_json()["authorization_code"]
    assert bench.exchange(code, client_id="bmw-car", code_verifier="q" * 50).get_json()["error"] == "invalid_grant"
