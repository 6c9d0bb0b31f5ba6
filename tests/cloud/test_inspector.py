"""The inspector: what it shows, to whom, and what it never shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from carrier_bench import CARRIER, MIO_ID, MIO_PASSWORD, CarrierBench, make_carrier
from carrier_bench import MIO as MIO_LINE
from cloud_bench import HANA, Bench, sign_in
from hypothesis import given
from hypothesis import strategies as st
from page_checks.html_validity import findings

from cloud.sites.inspector import place_of
from cloud.sites.inspector.event_tree import tree
from cloud.sites.inspector.tables import HIDDEN, is_secret, table, text
from cloud.sites.landing import portals_of
from core.clock import Clock
from core.events import Event

NOON = "2026-04-01T03:00:00.000+00:00"


@pytest.fixture
def operator(tmp_path: Path) -> Iterator[CarrierBench]:
    made = make_carrier(tmp_path / "carrier", Clock(datetime(2026, 4, 1, 9, 0, tzinfo=UTC), rate=0))
    yield made
    made.close()


def event(number: int, cause: int | None = None, **data: object) -> Event:
    return Event(f"e{number}", NOON, "cloud", f"kind.{number}", f"e{cause}" if cause else None, data)


# -- who may look


@pytest.mark.parametrize(
    ("address", "host", "headers", "expected"),
    [
        ("127.0.0.1", "127.0.0.1:8444", {}, 200),
        ("127.0.0.1", "localhost:8444", {}, 200),
        ("::1", "127.0.0.1:8444", {}, 200),
        ("192.0.2.7", "127.0.0.1:8444", {}, 404),
        ("", "127.0.0.1:8444", {}, 404),
        ("127.0.0.1", "127.0.0.1:8444", {"X-Forwarded-For": "127.0.0.1"}, 404),
    ],
)
def test_only_this_machine_may_look(bench: Bench, address: str, host: str, headers: dict, expected: int) -> None:
    for path in ("/bench", "/bench.json"):
        answer = bench.client().get(
            path, environ_overrides={"REMOTE_ADDR": address, "HTTP_HOST": host}, headers=headers
        )
        assert answer.status_code == expected, path


def test_a_foreign_name_for_this_machine_is_refused(bench: Bench) -> None:
    answer = bench.client().get("/bench", environ_overrides={"HTTP_HOST": "evil.example:8444"})
    assert answer.status_code in (400, 404)
    assert HANA[0] not in answer.text


# -- what it shows


def test_people_cars_and_events_of_the_cloud(bench: Bench) -> None:
    bench.car_tokens()
    found = bench.client().get("/bench.json").get_json()
    people = {row["BMW ID"]: row for row in found["tables"]["people"]}
    assert people[HANA[0]]["name"] == "青木 花"
    assert people["mio.tanaka@example.com"]["account link"] == "NONE"
    assert found["tables"]["cars"][0]["VIN"] == "WBYBENCHX00000000"
    kinds = [one["kind"] for one in found["events"]]
    assert "sign_in.accepted" in kinds
    caused = next(one for one in found["events"] if one["kind"] == "sign_in.accepted")
    assert caused["depth"] == 1
    assert caused["cause"] in {one["id"] for one in found["events"]}


def test_lines_contracts_and_locks_of_the_operator(operator: CarrierBench) -> None:
    client = operator.client()
    found = client.get("/bench.json").get_json()
    lines = {row["line"]: row for row in found["tables"]["lines"]}
    assert lines[MIO_LINE]["contract"] == "NONE"
    assert lines[MIO_LINE]["d ACCOUNT"] == MIO_ID
    assert lines["09000001234"]["contract"] in ("ONE_NUMBER", "ONE_NUMBER_MULTI")
    assert {"registrations", "requests", "profiles"} <= set(found["tables"])


def test_a_filter_keeps_what_holds_the_text(bench: Bench) -> None:
    bench.car_tokens()
    found = bench.client().get("/bench.json?q=mio.tanaka").get_json()
    assert [row["name"] for row in found["tables"]["people"]] == ["田中 澪"]
    assert found["tables"]["cars"] == []
    assert found["events"] == []
    assert "sign_in.accepted" in str(bench.client().get("/bench.json?q=sign_in").get_json()["events"])


def test_looking_leaves_no_trace_and_works_when_the_service_is_down(bench: Bench) -> None:
    before = len(bench.events.recent())
    bench.faults.set("cloud.server", "down")
    assert bench.client().get("/bench").status_code == 200
    assert bench.client().get("/login").status_code == 503
    assert len([one for one in bench.events.recent() if "bench" in str(one.data)]) == 0
    assert len(bench.events.recent()) > before, "the log itself works"


def test_neighbours_and_parts_behind_the_server_can_be_added(bench: Bench) -> None:
    place = place_of(bench.app)
    place.neighbours["Operator"] = f"{CARRIER}/bench"
    place.more.append(lambda: [table("smdp", "SM-DP+ orders", [{"ICCID": "89", "state": "RELEASED"}])])
    page = bench.client().get("/bench")
    assert f'href="{CARRIER}/bench"' in page.text
    assert "RELEASED" in page.text


def test_the_pages_are_valid(bench: Bench, operator: CarrierBench) -> None:
    bench.car_tokens()
    assert findings(bench.client().get("/bench").text) == []
    assert findings(operator.client().get("/bench").text) == []
    part = bench.client().get("/bench?part=tables").text
    assert "<html" not in part
    assert 'id="bench-events"' in part


# -- what it never shows


def test_no_secret_is_shown(bench: Bench, operator: CarrierBench) -> None:
    browser = bench.client()
    sign_in(browser, HANA)
    tokens, asked, app = bench.car_tokens(), bench.ask_device(), bench.app_tokens()
    challenge = operator.services.d_accounts.begin(MIO_ID)
    code = operator.sms.last_code(MIO_LINE)
    shown = bench.client().get("/bench").text + operator.client().get("/bench").text
    shown += bench.client().get("/bench.json").text + operator.client().get("/bench.json").text
    for secret in (
        tokens["access_token"],
        tokens["refresh_token"],
        app["id_token"],
        asked["device_code"],
        HANA[1],
        MIO_PASSWORD,
        challenge,
        "argon2",
    ):
        assert secret not in shown
    assert not re.search(rf">{code}<|={code}\b", shown)
    assert not re.search(r"\b[0-9a-f]{64}\b", shown), "hashes of secrets are no use to anybody"
    assert HIDDEN in shown


@pytest.mark.parametrize(
    "name",
    ["password_hash", "refresh_token", "access_token", "pin", "network_pin", "code", "code_challenge", "nonce", "form",
     "secret", "handle", "request_uri", "matching_id", "confirmation", "verifier", "text", "key"],
)  # fmt: skip
def test_names_of_secrets(name: str) -> None:
    assert is_secret(name, "whatever")


@pytest.mark.parametrize("name", ["iccid", "state", "status", "user_code", "msisdn", "kind", "email", "reason", "eid"])
def test_names_of_what_may_be_shown(name: str) -> None:
    assert not is_secret(name, "whatever")


def test_error_codes_are_no_secrets() -> None:
    assert text("code", "esim.number_mismatch") == "esim.number_mismatch"
    assert text("code", "LPA:1$smdp.bench.example$BENCH-1") == HIDDEN
    assert text("activation", "LPA:1$smdp.bench.example$BENCH-1") == "LPA:1…"


# -- the tree of events


def test_events_hang_under_their_cause() -> None:
    twigs = tree([event(1), event(2, 1), event(3), event(4, 2), event(5, 1), event(6, 99)])
    assert [(twig.id, twig.depth) for twig in twigs] == [
        ("e6", 0), ("e3", 0), ("e1", 0), ("e2", 1), ("e4", 2), ("e5", 1),
    ]  # fmt: skip
    assert twigs[0].outside
    assert not twigs[1].outside


@given(st.lists(st.integers(min_value=0, max_value=30), max_size=30))
def test_every_event_is_shown_once_whatever_causes_it_names(causes: list[int]) -> None:
    events = [event(number + 1, cause or None) for number, cause in enumerate(causes) if cause <= number]
    assert sorted(twig.id for twig in tree(events)) == sorted(one.id for one in events)


# -- the operator's page for drivers


@pytest.mark.parametrize(("language", "label"), [("ja", "BMWで利用する"), ("en", "Use with BMW")])
def test_the_page_for_drivers_leads_to_the_portal(operator: CarrierBench, language: str, label: str) -> None:
    """BMW-JP-PC-01."""
    portals_of(operator.app)["bmw"] = "http://127.0.0.1:8444/portal"
    page = operator.client().get(f"/connected-car/?lang={language}")
    assert re.search(rf'id="landing-use-bmw" href="http://127.0.0.1:8444/portal">{label}<', page.text)
    assert "landing-absent-mini" in page.text, "a portal that does not run is no dead link"
    assert findings(page.text) == []
