"""The My BMW app's screens and rules (BMW-JP-SP-01…10, BMW-JP-CAR-03b1/03b2)."""

from __future__ import annotations

import base64
import hashlib
import json
import stat
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from desk import Desk
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BenchError
from core.http import Answer
from core.sign_in_link import build_sign_in_link
from phone_app.apps.brand_app.approval import ForeignCode, read_code
from phone_app.apps.brand_app.pin_entry import PinEntry

LINK = build_sign_in_link("http://127.0.0.1:9", "BCDFGHJK")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_guide_from_start_to_profile(desk: Desk) -> None:
    assert desk.screen == "start"
    desk.send("signIn")
    assert desk.screen == "intro"
    desk.send("continue")
    assert desk.screen == "web"
    desk.send(("callback", desk.callback(code="abc")))
    assert desk.screen == "pinSet"
    desk.type_pin("2580")
    assert desk.state["pin"]["stage"] == "confirm"
    desk.type_pin("2580")
    assert desk.screen == "terms"
    assert not desk.state["mayAgree"]
    desk.send(("toggleTerm", "terms_of_use"))
    desk.send("agree")
    assert desk.screen == "terms"  # one box is still empty
    desk.send(("toggleTerm", "privacy"), "agree")
    assert desk.screen == "welcome"
    assert all(item["accepted"] for item in desk.cloud.terms)
    desk.send(("openTab", "profile"))
    assert (desk.screen, desk.state["user"]["name"]) == ("profile", "Hana Aoki")
    desk.send("openEsim")
    assert desk.screen == "esim"


def test_the_name_follows_the_phones_language(desk: Desk) -> None:
    desk.sign_in()
    assert (desk.state["user"]["name"], desk.state["user"]["initial"]) == ("Hana Aoki", "H")
    desk.handset.preferences.set(language="ja")
    assert (desk.state["user"]["name"], desk.state["user"]["initial"]) == ("青木 花", "青")
    desk.restart()
    desk.handset.preferences.set(language="ja")
    assert desk.state["user"]["name"] == "青木 花"


def test_the_log_in_page_gets_pkce_and_the_token_request_its_proof(desk: Desk) -> None:
    desk.send("signIn", "continue")
    query = {key: values[0] for key, values in parse_qs(urlsplit(desk.state["web"]["url"]).query).items()}
    assert query["client_id"] == "my-bmw-app"
    assert query["redirect_uri"] == "mybmw://oauth/callback"
    assert query["code_challenge_method"] == "S256"
    assert query["ui_locales"] == "en"
    desk.send(("callback", desk.callback(code="abc")))
    digest = hashlib.sha256(desk.cloud.verifier.encode()).digest()
    assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == query["code_challenge"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"error": "access_denied"}, "auth.denied"),
        ({"error": "server_error"}, "auth.refused"),
        ({"code": "abc", "state": "other"}, "auth.mismatch"),
        ({}, "auth.refused"),
    ],
)
def test_a_log_in_page_that_refuses_leads_to_a_way_on(desk: Desk, answer: dict[str, str], code: str) -> None:
    desk.send("signIn", "continue", ("callback", desk.callback(**answer)))
    assert desk.screen == "signInFailed"
    assert desk.state["error"]["code"] == code
    desk.send("continue")
    assert desk.screen == "web"


@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/oauth/token", "/oauth/userinfo"])
def test_the_cloud_may_be_down_at_any_step_of_signing_in(desk: Desk, path: str) -> None:
    desk.cloud.fail[path] = BenchError("cloud.unreachable")
    desk.send("signIn", "continue")
    if desk.screen == "web":
        desk.send(("callback", desk.callback(code="abc")))
    assert desk.screen == "signInFailed"
    assert not desk.app.account.signed_in
    desk.cloud.fail.clear()
    desk.send("continue", ("callback", desk.callback(code="abc")))
    assert desk.screen == "pinSet"


def test_without_any_network_the_phone_says_so(desk: Desk) -> None:
    desk.handset.preferences.set(wifi=False, cellular=False)
    desk.send("signIn", "continue")
    assert desk.state["error"]["code"] == "phone.offline"
    desk.handset.preferences.set(cellular=True)
    desk.send("continue")
    assert desk.screen == "web"


def test_two_different_pins_are_asked_again(desk: Desk) -> None:
    desk.send("signIn", "continue", ("callback", desk.callback(code="abc")))
    desk.type_pin("25802581")
    pin = desk.state["pin"]
    assert (desk.screen, pin["stage"], pin["mistake"], pin["mistakes"]) == ("pinSet", "enter", "mismatch", 1)
    assert desk.app.account.pin is None
    desk.type_pin("1")
    assert desk.state["pin"]["mistake"] == ""


def test_the_pin_is_asked_at_the_next_start_and_five_mistakes_sign_out(desk: Desk) -> None:
    desk.sign_in()
    desk.restart()
    assert desk.screen == "pinAsk"
    for left in (4, 3, 2, 1):
        desk.type_pin("0000")
        assert desk.state["pin"]["attemptsLeft"] == left
        if left == 3:
            desk.restart()  # pulling the plug gives no new tries
    desk.type_pin("0000")
    assert (desk.screen, desk.state["error"]["code"]) == ("start", "pin.locked")
    assert any(path == "/oauth/revocation" for _, path, _ in desk.cloud.calls)
    desk.restart()
    assert desk.screen == "start"


def test_the_right_pin_opens_the_app_and_forgives_earlier_mistakes(desk: Desk) -> None:
    desk.sign_in()
    desk.restart()
    desk.type_pin("0000")
    desk.type_pin("2580")
    assert desk.screen == "car"
    desk.restart()
    desk.type_pin("0000")
    assert desk.state["pin"]["attemptsLeft"] == 4


def test_a_forgotten_pin_leads_to_the_credentials(desk: Desk) -> None:
    desk.sign_in()
    desk.restart()
    desk.send("forgotPin")
    assert (desk.screen, desk.state["error"]["code"]) == ("start", "pin.forgotten")


def test_changing_the_pin_needs_the_old_one(desk: Desk) -> None:
    desk.sign_in()
    desk.send(("openTab", "profile"), "openSettings", "changePin")
    desk.type_pin("1111")
    assert desk.state["pin"]["mistake"] == "wrong"
    desk.type_pin("2580")
    assert desk.state["pin"]["purpose"] == "set"
    desk.type_pin("77777777")
    assert desk.screen == "pinChanged"
    desk.send("done")
    desk.restart()
    desk.type_pin("7777")
    assert desk.screen == "car"


def test_a_phone_switched_off_between_log_in_and_pin_goes_on_there(desk: Desk) -> None:
    desk.send("signIn", "continue", ("callback", desk.callback(code="abc")))
    desk.restart()
    assert desk.screen == "pinSet"
    desk.type_pin("25802580")
    desk.restart()
    desk.type_pin("2580")
    assert desk.screen == "terms"


def test_nothing_secret_is_stored_in_the_clear_or_readable_by_others(desk: Desk) -> None:
    desk.sign_in()
    path = desk.folder / "mybmw.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    stored = json.loads(path.read_text())
    assert stored["pin"]["hash"].startswith("$argon2id$")
    everything = " ".join(event.to_json() for event in desk.events.recent())
    for secret in ("2580", "access-1", 'refresh"', desk.cloud.verifier):
        assert secret not in everything
    assert "2580" not in json.dumps(desk.handset.state())


@pytest.mark.parametrize("content", ["{", "[]", '{"tokens": {"access": 1}}', '{"tokens": {"a": 1}, "user": {}}'])
def test_a_damaged_account_file_is_kept_aside_and_told(desk: Desk, content: str) -> None:
    desk.sign_in()
    (desk.folder / "mybmw.json").write_text(content)
    desk.restart()
    assert desk.screen == "start"
    assert desk.handset.state()["banner"]["kind"] == "damaged"
    assert (desk.folder / "mybmw.json.damaged-1").read_text() == content


def test_terms_accepted_before_are_not_asked_again(desk: Desk) -> None:
    desk.cloud.terms = [{**item, "accepted": True} for item in desk.cloud.terms]
    desk.send("signIn", "continue", ("callback", desk.callback(code="abc")))
    desk.type_pin("25802580")
    assert desk.screen == "welcome"


def test_terms_that_cannot_be_loaded_or_sent_can_be_tried_again(desk: Desk) -> None:
    desk.cloud.fail["/api/terms"] = BenchError("cloud.timeout")
    desk.send("signIn", "continue", ("callback", desk.callback(code="abc")))
    desk.type_pin("25802580")
    assert (desk.screen, desk.state["error"]["code"]) == ("loadingTerms", "cloud.timeout")
    desk.cloud.fail.clear()
    desk.send("retry")
    assert desk.screen == "terms"
    desk.send(("toggleTerm", "terms_of_use"), ("toggleTerm", "privacy"))
    desk.cloud.fail["/api/terms"] = BenchError("cloud.unreachable")
    desk.send("agree")
    assert desk.state["error"]["code"] == "cloud.unreachable"
    desk.cloud.fail.clear()
    desk.send("retry")
    assert desk.screen == "welcome"


def test_an_old_access_token_is_renewed_without_a_word(desk: Desk) -> None:
    desk.sign_in()
    desk.clock.advance(3600)
    desk.send("refresh")
    assert desk.state["garage"]["state"] == "ready"
    assert desk.cloud.access == "access-1+"


def test_a_refused_token_is_renewed_once(desk: Desk) -> None:
    desk.sign_in()
    desk.cloud.access = "changed"
    desk.send("refresh")
    assert desk.state["garage"]["error"] == {}
    assert desk.cloud.access == "changed+"


def test_a_sign_in_that_the_cloud_forgot_ends_with_an_explanation(desk: Desk) -> None:
    desk.sign_in()
    desk.cloud.access, desk.cloud.refresh_ok = "changed", False
    desk.send("refresh")
    assert (desk.screen, desk.state["error"]["code"]) == ("start", "auth.ended")


def test_the_contract_is_shown_before_there_is_a_car(desk: Desk) -> None:
    desk.sign_in()
    desk.send(("openTab", "profile"), "openEsim")
    assert desk.state["garage"]["contract"] == {"esim": "none", "operator": "", "numberLast4": ""}
    desk.cloud.contract = {"state": "ready", "operator": "NTT DOCOMO", "number_last4": "1234", "reason": None}
    desk.clock.advance(5)
    assert desk.state["garage"]["cars"] == []
    assert desk.state["garage"]["contract"] == {"esim": "ready", "operator": "NTT DOCOMO", "numberLast4": "1234"}
    desk.send("back", "openSettings", "askLogOut", "logOut")
    assert desk.state["garage"]["contract"]["numberLast4"] == ""  # the next person does not see it


def test_the_cars_are_looked_at_again_while_somebody_looks(desk: Desk) -> None:
    desk.sign_in()
    assert desk.state["garage"]["cars"] == []
    esim = {"state": "active", "operator": "NTT DOCOMO", "number_last4": "1234"}
    desk.cloud.vehicles = [{"vin": "WBYBENCHX00000000", "model": "BMW iX", "role": "main", "esim": esim}]
    desk.clock.advance(5)
    (car,) = desk.state["garage"]["cars"]
    assert (car["vinLast7"], car["esim"], car["numberLast4"]) == ("0000000", "active", "1234")
    desk.cloud.fail["/api/vehicles"] = BenchError("cloud.unreachable")
    desk.clock.advance(5)
    assert desk.state["garage"]["state"] == "ready"  # what was known stays
    assert desk.state["garage"]["error"]["code"] == "cloud.unreachable"
    desk.send("home")
    count = len(desk.cloud.calls)
    desk.clock.advance(60)
    assert len(desk.cloud.calls) == count  # nobody looks


def test_scan_compare_approve(desk: Desk) -> None:
    desk.sign_in()
    desk.open_scanner()
    desk.send(("scanned", LINK))
    assert desk.screen == "confirmCar"
    assert desk.state["request"] == {"code": "BCDF-GHJK", "model": "BMW iX xDrive50", "vinLast7": "0000000"}
    desk.send("approve")
    assert desk.screen == "approved"
    method, path, details = desk.cloud.calls[-1]
    assert (method, path, details["json"]) == ("POST", "/api/device-requests/BCDFGHJK", {"decision": "approve"})
    desk.send("done")
    assert desk.screen == "car"


def test_not_my_car(desk: Desk) -> None:
    desk.sign_in()
    desk.open_scanner()
    desk.send(("scanned", LINK), "deny")
    assert desk.screen == "denied"
    assert desk.cloud.calls[-1][2]["json"] == {"decision": "deny"}


def test_a_foreign_code_is_named_and_scanning_goes_on(desk: Desk) -> None:
    desk.sign_in()
    desk.open_scanner()
    count = len(desk.cloud.calls)
    desk.send(("scanned", "https://www.example.com/menu?secret=1"))
    assert desk.screen == "scan"
    assert desk.state["foreign"] == {"kind": "web", "host": "www.example.com"}
    assert len(desk.cloud.calls) == count
    desk.send(("scanned", LINK))
    assert desk.screen == "confirmCar"
    assert desk.state["foreign"] == {}


@pytest.mark.parametrize(
    ("status", "code"),
    [(404, "code.unknown"), (410, "code.expired"), (409, "code.used"), (429, "code.too_many_attempts")],
)
def test_codes_the_cloud_refuses(desk: Desk, status: int, code: str) -> None:
    desk.sign_in()
    desk.open_scanner()
    desk.cloud.fail["/api/device-requests/BCDFGHJK"] = Answer(status, {"error": "x"})
    desk.send(("scanned", LINK))
    assert (desk.screen, desk.state["error"]["code"]) == ("codeProblem", code)
    desk.send("approve")
    assert desk.screen == "codeProblem"
    desk.send("scan")
    assert desk.screen == "scan"


@pytest.mark.parametrize(
    ("status", "code"),
    [("approved", "code.used"), ("used", "code.used"), ("denied", "code.denied"), ("expired", "code.expired")],
)
def test_requests_that_are_over(desk: Desk, status: str, code: str) -> None:
    desk.sign_in()
    desk.open_scanner()
    desk.cloud.request_status = status
    desk.send(("scanned", LINK))
    assert desk.state["error"]["code"] == code


def test_a_request_runs_out_while_the_person_compares(desk: Desk) -> None:
    desk.sign_in()
    desk.open_scanner()
    desk.send(("scanned", LINK))
    desk.clock.advance(299)
    assert desk.screen == "confirmCar"
    desk.clock.advance(2)
    assert (desk.screen, desk.state["error"]["code"]) == ("codeProblem", "code.expired")


def test_an_approval_that_does_not_arrive_can_be_repeated(desk: Desk) -> None:
    desk.sign_in()
    desk.open_scanner()
    desk.send(("scanned", LINK))
    desk.cloud.fail["/api/device-requests/BCDFGHJK"] = BenchError("cloud.unreachable")
    desk.send("approve")
    assert (desk.screen, desk.state["error"]["code"]) == ("codeProblem", "cloud.unreachable")
    desk.cloud.fail.clear()
    desk.send("retry")
    assert desk.screen == "approved"
    assert desk.state["request"]["code"] == "BCDF-GHJK"


def test_the_code_can_be_typed_with_letters_of_codes_only(desk: Desk) -> None:
    desk.sign_in()
    desk.open_scanner()
    desk.send("typeCode")
    for letter in "aeiBcDx1":
        desk.send(("letter", letter))
    assert desk.state["code"]["typed"] == "BCDX"
    desk.send("letterErase")
    for letter in "FGHJK":
        desk.send(("letter", letter))
    assert desk.screen == "confirmCar"
    assert desk.state["request"]["code"] == "BCDF-GHJK"


def test_logging_out_forgets_everything_even_when_the_cloud_is_away(desk: Desk) -> None:
    desk.sign_in()
    desk.cloud.fail["/oauth/revocation"] = BenchError("cloud.unreachable")
    desk.send(("openTab", "profile"), "openSettings", "askLogOut", "logOut")
    assert (desk.screen, desk.state["error"]) == ("start", {})
    assert not (desk.folder / "mybmw.json").exists()
    assert desk.state["user"]["email"] == ""


def test_a_full_disk_while_signing_in_signs_nobody_in(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.send("signIn", "continue")

    def full(value: dict[str, Any]) -> None:
        raise BenchError("storage.full")

    monkeypatch.setattr(desk.app.account._store, "save", full)
    desk.send(("callback", desk.callback(code="abc")))
    assert (desk.screen, desk.state["error"]["code"]) == ("signInFailed", "storage.full")
    assert not desk.app.account.signed_in


def test_an_answer_that_comes_after_the_person_left_is_dropped(desk: Desk) -> None:
    waiting: list[tuple[Any, Any]] = []

    class Later:
        def submit(self, work: Any, done: Any = None, failed: Any = None) -> None:
            waiting.append((work, done))

        def post(self, callback: Any) -> None:
            callback()

    desk.send("signIn")
    desk.app._tasks = Later()
    desk.send("continue", "cancelSignIn")
    assert desk.screen == "intro"
    work, done = waiting[0]
    done(work())
    assert desk.screen == "intro"
    assert desk.state["web"]["url"] == ""


EVENTS: list[Any] = [
    "signIn",
    "continue",
    "cancelSignIn",
    "pinErase",
    "forgotPin",
    "changePin",
    "agree",
    "openEsim",
    "openSettings",
    "refresh",
    "askLogOut",
    "logOut",
    "scan",
    "dismissForeign",
    "typeCode",
    "letterErase",
    "approve",
    "deny",
    "done",
    "retry",
    "dismiss",
    "back",
    "home",
    "nonsense",
    ("open", "mybmw"),
    ("pinDigit", "1"),
    ("pinDigit", "x"),
    ("toggleTerm", "privacy"),
    ("toggleTerm", "terms_of_use"),
    ("openTab", "car"),
    ("openTab", "profile"),
    ("openTab", "moon"),
    ("scanned", LINK),
    ("scanned", "WIFI:S:x;;"),
    ("letter", "B"),
    ("callback", "mybmw://oauth/callback?code=1&state=2"),
    ("callback", None),
    ("pageFailed", "x"),
    ("answerPairing", True),
]


@given(st.lists(st.sampled_from(EVENTS), max_size=60))
def test_no_order_of_touches_breaks_the_app_or_traps_the_person(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Any]
) -> None:
    desk = Desk(tmp_path_factory.mktemp("walk"))
    for step in steps:
        desk.send(step)
        json.dumps(desk.handset.state())
    for _ in range(12):
        desk.send("back")
    assert desk.handset.shell.screen == "home"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("http://127.0.0.1:10/device?user_code=BCDF-GHJK", "otherCloud"),
        ("https://example.com", "web"),
        ("http://[broken", "web"),
        ("WIFI:T:WPA;S:x;;", "wifi"),
        ("LPA:1$smdp.example.com$X", "esim"),
        ("BEGIN:VCARD\nEND:VCARD", "contact"),
        ("tel:0300001000", "phone"),
        ("", "text"),
        (LINK + "&user_code=BCDFGHJL", "otherCloud"),
    ],
)
def test_foreign_codes_by_kind(text: str, kind: str) -> None:
    found = read_code(text, "http://127.0.0.1:9")
    assert isinstance(found, ForeignCode)
    assert found.kind == kind


@given(st.text())
def test_no_scanned_text_breaks_the_reader(text: str) -> None:
    read_code(text, "http://127.0.0.1:9")
    read_code("http://" + text, "http://127.0.0.1:9")


@given(st.lists(st.sampled_from([*"0123456789", "x", "", "12"])))
def test_a_pin_entry_never_holds_more_than_four_digits(keys: list[str]) -> None:
    entry = PinEntry("set")
    for key in keys:
        pin = entry.digit(key)
        assert pin is None or len(pin) == 4
        assert entry.state()["digits"] <= 4
