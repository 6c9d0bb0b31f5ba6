"""Cars, profiles, terms and eSIM over HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from cloud_bench import HANA, KEN, MIO, Bench

VIN = "WBYBENCHX00000000"
ME = f"/api/vehicles/{VIN}/users/me"
ESIM = f"/api/vehicles/{VIN}/esim"
ICCID = "8981000000000000011"
EID = "89081000000000000000000000000112"


@pytest.fixture
def hana(bench: Bench) -> str:
    return bench.car_tokens()["access_token"]


def cars(bench: Bench, token: str) -> list[dict[str, Any]]:
    return bench.api("GET", "/api/vehicles", token).get_json()["vehicles"]


def test_main_user_and_co_user(bench: Bench, hana: str) -> None:
    ken = bench.car_tokens(KEN)["access_token"]
    assert cars(bench, hana) == []
    first = bench.api("PUT", ME, hana, {"role": "co"}).get_json()
    assert (first["vin"], first["model"], first["role"]) == (VIN, "BMW iX xDrive50", "main")
    assert first["esim"]["state"] == "ready"
    assert bench.api("PUT", ME, ken, {"role": "main"}).get_json()["role"] == "co"
    assert bench.api("PUT", ME, ken).get_json()["role"] == "co", "no body, no wish"
    assert bench.kinds().count("vehicle.user_mapped") == 2, "saying it again changes nothing"
    assert bench.api("DELETE", ME, hana).status_code == 200
    assert [car["role"] for car in cars(bench, ken)] == ["main"]
    assert cars(bench, hana) == []


def test_a_car_has_seven_users(bench: Bench) -> None:
    for number in range(bench.settings.co_users_max + 1):
        email = f"driver{number}@example.com"
        bench.services.accounts.register(email=email, password="Drive-12345", name="D")
        assert bench.api("PUT", ME, bench.car_tokens((email, "Drive-12345"))["access_token"]).status_code == 200
    answer = bench.api("PUT", ME, bench.car_tokens()["access_token"])
    assert (answer.status_code, answer.get_json()["code"]) == (409, "too_many_users")


def test_a_token_of_one_car_is_no_use_in_another(bench: Bench, hana: str) -> None:
    bench.services.vehicles.add("WBYBENCH500000001", "Other")
    answer = bench.api("PUT", "/api/vehicles/WBYBENCH500000001/users/me", hana)
    assert (answer.status_code, answer.get_json()["code"]) == (403, "wrong_vehicle")


def test_unknown_and_foreign_cars_look_alike(bench: Bench, hana: str) -> None:
    app = bench.app_tokens(KEN, scope="openid vehicles esim")["access_token"]
    bench.api("PUT", ME, hana)
    for path in (ESIM, "/api/vehicles/WBYNOSUCH00000000/esim"):
        answer = bench.api("GET", path, app)
        assert (answer.status_code, answer.get_json()["code"]) == (404, "unknown_vehicle")


def test_esim_from_ready_to_active_and_back(bench: Bench, hana: str) -> None:
    bench.api("PUT", ME, hana)
    assert bench.api("GET", ESIM, hana).get_json() == {
        "state": "ready",
        "operator": "NTT DOCOMO",
        "number_last4": "1234",
        "iccid": ICCID,
        "reason": None,
    }
    report = {"state": "active", "iccid": ICCID, "eid": EID}
    assert bench.api("PUT", ESIM, hana, report).get_json()["state"] == "active"
    assert bench.api("GET", ESIM, hana).get_json()["state"] == "active"
    assert bench.api("PUT", ESIM, hana, {**report, "state": "inactive"}).get_json()["state"] == "ready"
    bench.api("PUT", ESIM, hana, report)
    bench.api("DELETE", ME, hana)
    bench.api("PUT", ME, hana)
    assert bench.api("GET", ESIM, hana).get_json()["state"] == "ready", "a removed driver's eSIM is free again"


def test_the_contract_is_told_without_regard_to_a_car(bench: Bench, hana: str) -> None:
    def contract(token: str) -> dict[str, Any]:
        return bench.api("GET", "/api/vehicles", token).get_json()["esim"]

    ready = {"state": "ready", "operator": "NTT DOCOMO", "number_last4": "1234", "iccid": ICCID, "reason": None}
    assert contract(bench.app_tokens()["access_token"]) == ready
    assert cars(bench, hana) == []
    bench.services.vehicles.add("WBYBENCH500000001", "Other")
    bench.api("PUT", ME, hana)
    bench.api("PUT", ESIM, hana, {"state": "active", "iccid": ICCID, "eid": EID})
    assert contract(hana) == ready | {"state": "active"}
    other = bench.car_tokens(HANA, vin="WBYBENCH500000001")["access_token"]
    bench.api("PUT", "/api/vehicles/WBYBENCH500000001/users/me", other)
    assert [car["esim"]["reason"] for car in cars(bench, other)] == [None, "used_in_other_vehicle"]
    assert contract(other)["state"] == "active"
    mio = bench.app_tokens(MIO)["access_token"]
    assert (contract(mio)["state"], contract(mio)["reason"]) == ("none", "not_linked")


@pytest.mark.parametrize(
    ("report", "status", "code"),
    [
        ({"state": "active", "iccid": "8981000000000000029", "eid": EID}, 409, "esim.other_profile"),
        ({"state": "on", "iccid": ICCID, "eid": EID}, 400, "request.invalid"),
        ({"state": "active", "iccid": "12", "eid": EID}, 400, "request.invalid"),
        ({"state": "active", "iccid": ICCID, "eid": "12"}, 400, "request.invalid"),
        (["active"], 400, "request.invalid"),
        (None, 400, "request.invalid"),
    ],
)
def test_bad_reports(bench: Bench, hana: str, report: object, status: int, code: str) -> None:
    bench.api("PUT", ME, hana)
    answer = bench.api("PUT", ESIM, hana, report)
    assert (answer.status_code, answer.get_json()["code"]) == (status, code)
    assert bench.api("GET", ESIM, hana).get_json()["state"] == "ready"


def test_no_link_no_esim(bench: Bench) -> None:
    mio = bench.car_tokens(MIO)["access_token"]
    bench.api("PUT", ME, mio)
    seen = bench.api("GET", ESIM, mio).get_json()
    assert (seen["state"], seen["reason"], seen["iccid"]) == ("none", "not_linked", None)
    answer = bench.api("PUT", ESIM, mio, {"state": "active", "iccid": ICCID, "eid": EID})
    assert (answer.status_code, answer.get_json()["code"]) == (409, "esim.not_ready")


def test_one_car_at_a_time(bench: Bench, hana: str) -> None:
    bench.api("PUT", ME, hana)
    bench.api("PUT", ESIM, hana, {"state": "active", "iccid": ICCID, "eid": EID})
    other = "WBYBENCH500000001"
    bench.services.vehicles.add(other, "Other")
    token = bench.car_tokens(vin=other)["access_token"]
    bench.api("PUT", f"/api/vehicles/{other}/users/me", token)
    seen = bench.api("GET", f"/api/vehicles/{other}/esim", token).get_json()
    assert (seen["state"], seen["reason"]) == ("none", "used_in_other_vehicle")


def test_driver_profile(bench: Bench, hana: str) -> None:
    assert bench.api("GET", "/api/profile", hana).get_json() == {"updated": None}
    stored = bench.api("PUT", "/api/profile", hana, {"language": "ja", "sounds": True, "updated": "1999"}).get_json()
    assert stored == {"language": "ja", "sounds": True, "updated": "2026-04-01T09:00:00.000+00:00"}
    assert bench.api("GET", "/api/profile", hana).get_json() == stored
    assert bench.api("PUT", "/api/profile", hana, ["no"]).status_code == 400
    assert bench.api("PUT", "/api/profile", hana, {"x": "y" * 20_000}).status_code == 400
    assert bench.api("GET", "/api/profile", hana).get_json() == stored


def test_terms(bench: Bench) -> None:
    assert all(
        item["accepted"]
        for item in bench.api("GET", "/api/terms", bench.app_tokens()["access_token"]).get_json()["terms"]
    )
    mio = bench.app_tokens(MIO)["access_token"]
    terms = bench.api("GET", "/api/terms", mio).get_json()["terms"]
    assert len(terms) == 3
    assert not any(item["accepted"] for item in terms)
    accepted = [{**item, "accepted": True} for item in terms]
    assert bench.api("PUT", "/api/terms", mio, {"terms": accepted}).get_json()["terms"] == accepted
    assert bench.api("GET", "/api/terms", mio).get_json()["terms"] == accepted
    old = bench.api("PUT", "/api/terms", mio, {"terms": [{**accepted[0], "version": "1999-01"}]})
    assert (old.status_code, old.get_json()["code"]) == (409, "terms.outdated")
    for bad in (None, {"terms": 3}, {"terms": [{"id": "x", "version": "1", "accepted": True}]}, {"terms": [3]}):
        assert bench.api("PUT", "/api/terms", mio, bad).status_code == 400


# -- bearer tokens (RFC 6750)


def test_no_token_no_answer(bench: Bench) -> None:
    answer = bench.client().get("/api/vehicles")
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="onebench"'
    answer = bench.api("GET", "/api/vehicles", "made-up")
    assert (answer.status_code, answer.get_json()["error"]) == (401, "invalid_token")
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]
    token = bench.car_tokens()["access_token"]
    assert bench.client().get("/api/vehicles", query_string={"access_token": token}).status_code == 401


def test_scopes(bench: Bench, hana: str) -> None:
    answer = bench.api("GET", "/api/terms", hana)
    assert (answer.status_code, answer.get_json()["error"]) == (403, "insufficient_scope")
    assert 'scope="terms"' in answer.headers["WWW-Authenticate"]


def test_programs_get_json_errors(bench: Bench, hana: str) -> None:
    assert bench.api("GET", "/api/nothing", hana).get_json() == {"error": "not_found"}
    assert bench.api("PATCH", "/api/profile", hana).status_code == 405
    huge = bench.client().put(
        "/api/profile",
        data=b"{" + b" " * 70_000,
        content_type="application/json",
        headers={"Authorization": f"Bearer {hana}"},
    )
    assert huge.status_code in (400, 413)


def test_demo_people_are_there(bench: Bench) -> None:
    for who in (HANA, KEN, MIO):
        assert bench.services.accounts.sign_in(*who).email == who[0]
