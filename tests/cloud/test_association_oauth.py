"""The operator's authorization server: who may push a request, what a code and a token are good for, and how often."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from carrier_bench import SORA, CarrierBench, make_carrier
from werkzeug.test import TestResponse

from cloud.carrier.association.clients import AssociationClient
from cloud.identity.rules.pkce import s256
from core.clock import Clock
from core.errors import BenchError

MAKER = AssociationClient("oem-cloud", "a-secret-of-both-sides")
OTHER = AssociationClient("other-cloud", "another-secret", ("http://127.0.0.1:8446/association/return",))
RETURN = "http://127.0.0.1:8444/association/return"
VERIFIER = "a-verifier-that-is-long-enough-for-rfc-7636-rules"
STATE = "a-state-of-16-letters"


@pytest.fixture
def carrier(tmp_path: Path, clock: Clock, first_carrier_run: Path) -> Iterator[CarrierBench]:
    made = make_carrier(shutil.copytree(first_carrier_run, tmp_path / "carrier"), clock, clients=[MAKER, OTHER])
    yield made
    made.close()


def post(carrier: CarrierBench, path: str, form: dict[str, str], client: AssociationClient = MAKER) -> TestResponse:
    secret = base64.b64encode(f"{client.client_id}:{client.secret}".encode()).decode()
    return carrier.client().post(path, data=form, headers={"Authorization": f"Basic {secret}"})


def form_of(**more: str) -> dict[str, str]:
    return {
        "response_type": "code",
        "redirect_uri": RETURN,
        "scope": "one_number",
        "state": STATE,
        "code_challenge": s256(VERIFIER),
        "code_challenge_method": "S256",
        "brand": "bmw",
        **more,
    }


def handle_of(carrier: CarrierBench) -> str:
    answer = post(carrier, "/oauth/par", form_of())
    assert (answer.status_code, answer.get_json()["expires_in"]) == (201, 1800)
    return str(answer.get_json()["request_uri"])


def code_of(carrier: CarrierBench) -> str:
    back = urlsplit(carrier.services.associations.approve(handle_of(carrier), SORA))
    answer = parse_qs(back.query)
    assert back._replace(query="").geturl() == RETURN
    assert (answer["state"], answer["iss"]) == ([STATE], ["http://127.0.0.1:8445"])
    return answer["code"][0]


def redeem(carrier: CarrierBench, code: str, client: AssociationClient = MAKER, **more: str) -> TestResponse:
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": RETURN, "code_verifier": VERIFIER, **more}
    return post(carrier, "/oauth/token", form, client)


def refresh(carrier: CarrierBench, token: str, client: AssociationClient = MAKER) -> TestResponse:
    return post(carrier, "/oauth/token", {"grant_type": "refresh_token", "refresh_token": token}, client)


def works(carrier: CarrierBench, tokens: dict[str, Any]) -> bool:
    query = {"app": "ap2006", "operation": "GetPhoneNumber"}
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    answer = carrier.client().get("/entitlement", query_string=query, headers=headers)
    assert answer.status_code in (200, 401)
    return answer.status_code == 200 and SORA in answer.text


@pytest.mark.parametrize(
    "more",
    [
        {"response_type": "token"},
        {"redirect_uri": ""},
        {"redirect_uri": "javascript:alert(1)"},
        {"redirect_uri": f"{RETURN}#fragment"},
        {"scope": "openid"},
        {"state": "short"},
        {"code_challenge": "x"},
        {"code_challenge_method": "plain"},
        {"brand": "../bmw"},
        {"request_uri": "urn:ietf:params:oauth:request_uri:x"},
    ],
)
def test_bad_requests_are_not_taken(carrier: CarrierBench, more: dict[str, str]) -> None:
    answer = post(carrier, "/oauth/par", form_of(**more))
    assert (answer.status_code, answer.get_json()["error"]) == (400, "invalid_request")


def test_only_known_clients_and_their_own_addresses(carrier: CarrierBench) -> None:
    for stranger in (AssociationClient("nobody", "x"), AssociationClient(MAKER.client_id, "wrong")):
        for path in ("/oauth/par", "/oauth/token", "/oauth/revoke"):
            assert post(carrier, path, form_of(), stranger).status_code == 401
    assert carrier.client().post("/oauth/par", data=form_of()).status_code == 401
    assert post(carrier, "/oauth/par", form_of(), OTHER).status_code == 400, "it has a list, and this is not on it"
    assert post(carrier, "/oauth/par", form_of(redirect_uri=OTHER.redirect_uris[0]), OTHER).status_code == 201


def test_a_handle_is_decided_once(carrier: CarrierBench, clock: Clock) -> None:
    associations, handle = carrier.services.associations, handle_of(carrier)
    assert associations.pending(handle).id_name == "BMW ID"
    associations.approve(handle, SORA)
    for again in (associations.pending, associations.refuse):
        with pytest.raises(BenchError, match=r"association\.used"):
            again(handle)
    expired = handle_of(carrier)
    clock.advance(1800)
    with pytest.raises(BenchError, match=r"association\.expired"):
        associations.approve(expired, SORA)
    with pytest.raises(BenchError, match=r"association\.unknown"):
        associations.open_request("urn:ietf:params:oauth:request_uri:x", MAKER.client_id)
    with pytest.raises(BenchError, match=r"association\.unknown"):
        associations.open_request(handle_of(carrier), OTHER.client_id)


def test_a_code_is_good_for_one_use_by_its_client(carrier: CarrierBench, clock: Clock) -> None:
    code = code_of(carrier)
    wrong: list[dict[str, str]] = [
        {"code_verifier": "another-verifier-that-is-long-enough-for-rfc-7636"},
        {"code_verifier": ""},
        {"redirect_uri": f"{RETURN}/"},
    ]
    for more in wrong:
        assert redeem(carrier, code, **more).get_json() == {"error": "invalid_grant"}, more
    assert redeem(carrier, "x").get_json() == {"error": "invalid_grant"}
    assert redeem(carrier, code, OTHER).get_json() == {"error": "invalid_grant"}
    tokens = redeem(carrier, code).get_json()
    assert works(carrier, tokens)
    assert redeem(carrier, code).get_json() == {"error": "invalid_grant"}
    assert not works(carrier, tokens), "a code that comes again ends what came of it"
    late = code_of(carrier)
    clock.advance(601)
    assert redeem(carrier, late).get_json() == {"error": "invalid_grant"}


def test_refresh_tokens_rotate(carrier: CarrierBench, clock: Clock) -> None:
    first = redeem(carrier, code_of(carrier)).get_json()
    clock.advance(3601)
    assert not works(carrier, first)
    assert refresh(carrier, first["refresh_token"], OTHER).status_code == 400
    second = refresh(carrier, first["refresh_token"]).get_json()
    assert works(carrier, second)
    third = refresh(carrier, first["refresh_token"]).get_json()
    assert works(carrier, third), "whoever lost the answer may ask again for a moment"
    clock.advance(61)
    assert refresh(carrier, first["refresh_token"]).status_code == 400
    assert not works(carrier, second)
    assert not works(carrier, third), "a copy was used: all ends"
    assert carrier.services.grants.of(SORA) == []


def test_revoked(carrier: CarrierBench) -> None:
    tokens = redeem(carrier, code_of(carrier)).get_json()
    assert post(carrier, "/oauth/revoke", {"token": tokens["refresh_token"]}, OTHER).status_code == 200
    assert works(carrier, tokens), "not by another client"
    for token in ("unknown", tokens["refresh_token"], tokens["refresh_token"]):
        assert post(carrier, "/oauth/revoke", {"token": token}).status_code == 200
    assert not works(carrier, tokens)
    assert refresh(carrier, tokens["refresh_token"]).status_code == 400


def test_what_is_no_grant(carrier: CarrierBench) -> None:
    assert post(carrier, "/oauth/token", {"grant_type": "password"}).get_json()["error"] == "unsupported_grant_type"
    twice = base64.b64encode(f"{MAKER.client_id}:{MAKER.secret}".encode()).decode()
    answer = carrier.client().post(
        "/oauth/token", data={"code": ["a", "b"]}, headers={"Authorization": f"Basic {twice}"}
    )
    assert answer.get_json() == {"error": "invalid_request"}
    told = carrier.client().get("/.well-known/oauth-authorization-server").get_json()
    assert told["require_pushed_authorization_requests"] is True


def test_the_entitlement_server_believes_its_tokens_only(carrier: CarrierBench) -> None:
    for headers in ({}, {"Authorization": "Bearer x"}, {"Authorization": "Basic eDp4"}):
        assert carrier.client().get("/entitlement?app=ap2006", headers=headers).status_code == 401
    tokens = redeem(carrier, code_of(carrier)).get_json()
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    for query, result in (
        ("app=ap2004&operation=CheckEligibility", "102"),
        ("app=ap2006&operation=ManageSubscription", "101"),
        ("app=ap2006&operation=ManageSubscription&operation_type=0&companion_terminal_eid=12", "102"),
        ("app=ap2006&operation=ManageSubscription&operation_type=0", "100"),
        ("app=ap2006&operation=CheckEligibility", "1"),
    ):
        answer = carrier.client().get(f"/entitlement?{query}", headers=headers)
        assert f'name="OperationResult" value="{result}"' in answer.text, query
