"""The way to the operator and back in My BMW (BMW-JP-SP-10…13, 38…42), and all that can go wrong on it."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
from desk import Desk
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BenchError
from core.http import Answer
from phone_app.apps.brand_app.esim_form import EsimForm

RETURN = "mybmw://esim/association?result=linked"
COUNTRIES = [
    {"code": "JP", "operators": [{"id": "docomo", "name": "NTT DOCOMO"}]},
    {"code": "DE", "operators": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]},
]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.sign_in()
    desk.send(("openTab", "profile"))
    return desk


def esim(desk: Desk) -> dict[str, Any]:
    state: dict[str, Any] = desk.state["esim"]
    return state


def to_the_provider(desk: Desk, number: str = "1234") -> None:
    desk.send("openEsim", "activateEsim", ("setNumber", number), "connectProvider")


def come_back(desk: Desk, address: str = RETURN) -> None:
    desk.send(("deepLink", address))
    assert desk.handset.state()["overlay"] == "openIn"
    desk.send(("openIn", True))


def test_from_the_profile_to_an_active_number(desk: Desk) -> None:
    desk.send("openEsim")
    assert (desk.screen, esim(desk)["state"]) == ("esim", "none")
    desk.send("activateEsim")
    assert desk.screen == "esimForm"
    form = esim(desk)["form"]
    assert (form["country"], form["operator"], form["entry"]) == ("JP", "docomo", "last4")  # SP-12: set beforehand
    desk.send(("setNumber", "1234"), "connectProvider")
    assert desk.screen == "provider"
    web = desk.handset.state()["web"]
    assert web["front"] == "mybmw"
    assert web["slots"]["mybmw"]["address"] == "http://127.0.0.1:8/oauth/authorize?r=1"
    (sent,) = [details["json"] for method, path, details in desk.cloud.calls if path == "/api/esim/activation"]
    assert sent == {"country": "JP", "operator": "docomo", "number_last4": "1234", "return_to": "app"}
    desk.cloud.associate()
    come_back(desk)
    assert desk.screen == "profile"  # SP-40: the dialog, then SP-41 presses the row again
    assert desk.handset.state()["overlay"] == "esimCompleted"
    desk.send("openEsim")
    assert desk.screen == "profile"  # not before it was read
    desk.send("readCompleted", "openEsim")
    assert desk.screen == "esim"
    assert (esim(desk)["state"], esim(desk)["number"]) == ("linked", "090-0000-1234")
    assert desk.handset.state()["web"]["front"] == ""


def test_the_page_stays_open_while_the_security_code_is_read(desk: Desk) -> None:
    to_the_provider(desk)
    number = desk.handset.state()["web"]["slots"]["mybmw"]["number"]
    desk.cell.hear_sms("セキュリティコード 482913")
    desk.send(("openMessage", desk.handset.state()["banner"]["params"]["key"]))
    assert desk.handset.state()["web"]["front"] == ""
    assert desk.handset.state()["web"]["slots"]["mybmw"]["address"]
    desk.send("home", ("open", "mybmw"))
    web = desk.handset.state()["web"]
    assert (web["front"], web["slots"]["mybmw"]["number"]) == ("mybmw", number)


def test_a_return_that_is_not_true_is_not_believed(desk: Desk) -> None:
    to_the_provider(desk)
    come_back(desk)  # a page forged the address: the cloud says that the request is open
    assert desk.screen == "esimChecking"
    assert not esim(desk)["completed"]
    desk.send("back")
    assert (desk.screen, esim(desk)["state"], esim(desk)["mayContinue"]) == ("esim", "requested", True)


def test_the_question_can_be_refused_and_nothing_is_lost(desk: Desk) -> None:
    to_the_provider(desk)
    desk.cloud.associate()
    desk.send(("deepLink", RETURN), ("openIn", False))
    assert desk.screen == "provider"
    desk.send(("closeWeb", "mybmw"))  # the deep link is missed: the page asks by itself
    assert desk.screen == "esim"
    assert desk.handset.state()["overlay"] == "esimCompleted"
    desk.send("readCompleted")
    assert esim(desk)["state"] == "linked"


def test_a_link_to_no_app_opens_nothing(desk: Desk) -> None:
    desk.send(("deepLink", "tel:151"), ("openIn", True))
    assert desk.handset.state()["overlay"] == ""
    come_back(desk, "mybmw://somewhere/else")
    assert desk.screen == "profile"


@pytest.mark.parametrize(
    ("state", "reason", "code"),
    [
        ("denied", "access_denied", "esim.denied"),
        ("failed", "esim.number_mismatch", "esim.number_mismatch"),
        ("failed", "server_error", "esim.failed"),
        ("expired", "", "esim.expired"),
        ("failed", "carrier.unreachable", "carrier.unreachable"),
    ],
)
def test_an_activation_that_came_to_nothing_says_why(desk: Desk, state: str, reason: str, code: str) -> None:
    to_the_provider(desk)
    desk.cloud.link["state"] = "none"
    desk.cloud.outcome = {"state": state, "reason": reason}
    come_back(desk, f"mybmw://esim/association?result={state}&reason={reason}")
    assert (desk.screen, desk.state["error"]["code"]) == ("esimProblem", code)
    desk.cloud.outcome = {"state": "open", "reason": ""}
    desk.send("esimRetry")
    assert desk.screen == ("esimForm" if code.startswith("esim.") else "esimChecking")


def test_the_same_without_the_way_back_is_told_on_the_page(desk: Desk) -> None:
    to_the_provider(desk)
    desk.cloud.link["state"] = "none"
    desk.cloud.outcome = {"state": "denied", "reason": ""}
    desk.send(("closeWeb", "mybmw"))
    assert (desk.screen, esim(desk)["state"], esim(desk)["outcome"]["state"]) == ("esim", "none", "denied")


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer(424, {}), "carrier.unreachable"),
        (Answer(409, {"code": "esim.already_linked"}), "esim.already_linked"),
        (BenchError("cloud.broken", status=503, reason="carrier.maintenance"), "carrier.maintenance"),
        (BenchError("cloud.broken", status=500, reason=""), "cloud.broken"),
        (BenchError("cloud.timeout"), "cloud.timeout"),
        (Answer(200, {"id": "r1"}), "cloud.broken"),
    ],
)
def test_the_cloud_may_refuse_to_begin(desk: Desk, answer: Any, code: str) -> None:
    desk.cloud.fail["/api/esim/activation"] = answer
    to_the_provider(desk)
    assert (desk.screen, desk.state["error"]["code"]) == ("esimProblem", code)
    desk.cloud.fail.clear()
    desk.send("esimRetry")
    assert desk.screen == ("esimForm" if code.startswith("esim.") else "provider")


def test_a_wrong_number_is_mended_in_the_form(desk: Desk) -> None:
    desk.send("openEsim", "activateEsim", ("setNumber", "12"), "connectProvider")
    assert (desk.screen, esim(desk)["form"]["mistake"]) == ("esimForm", "number")
    desk.send(("setNumber", "1234"))
    assert esim(desk)["form"]["mistake"] == ""
    desk.cloud.fail["/api/esim/activation"] = Answer(422, {"code": "esim.number_invalid"})
    desk.send("connectProvider")
    assert (desk.screen, esim(desk)["form"]["mistake"]) == ("esimForm", "number")


def test_a_phone_that_is_killed_goes_on_where_it_was(desk: Desk) -> None:
    to_the_provider(desk)
    file = desk.folder / "mybmw-esim.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    desk.restart()
    desk.type_pin("2580")
    desk.send(("openTab", "profile"), "openEsim")
    assert (esim(desk)["state"], esim(desk)["mayContinue"]) == ("requested", True)
    desk.send("continueEsim")
    assert desk.screen == "provider"
    desk.restart()  # and once more, while the operator's pages are open
    desk.cloud.associate()
    desk.type_pin("2580")
    desk.send(("openTab", "profile"), "openEsim")
    assert desk.handset.state()["overlay"] == "esimCompleted"
    desk.restart()
    desk.type_pin("2580")
    desk.send(("openTab", "profile"), "openEsim")
    assert desk.handset.state()["overlay"] == ""  # told once


def test_a_way_back_to_a_locked_app_waits_for_the_pin(desk: Desk) -> None:
    to_the_provider(desk)
    desk.restart()
    desk.cloud.associate()
    desk.send("home", ("deepLink", RETURN), ("openIn", True))
    assert (desk.screen, desk.handset.state()["overlay"]) == ("pinAsk", "")
    desk.type_pin("2580")
    desk.send(("openTab", "profile"), "openEsim")
    assert desk.handset.state()["overlay"] == "esimCompleted"


def test_a_request_that_is_too_old_begins_anew(desk: Desk) -> None:
    to_the_provider(desk)
    desk.send(("closeWeb", "mybmw"))
    desk.clock.advance(1801)
    desk.send("continueEsim")
    assert desk.screen == "esimForm"


def test_another_person_does_not_go_on_with_it(desk: Desk) -> None:
    to_the_provider(desk)
    desk.send("back", "back", "openSettings", "askLogOut", "logOut")
    assert desk.handset.state()["web"]["slots"]["mybmw"]["address"] == ""
    desk.sign_in()
    desk.cloud.link["state"] = "none"
    desk.send(("openTab", "profile"), "openEsim")
    assert (esim(desk)["state"], esim(desk)["mayContinue"]) == ("none", False)


def test_an_activation_of_another_device_can_be_begun_anew(desk: Desk) -> None:
    desk.cloud.link["state"] = "requested"
    desk.send("openEsim")
    assert (esim(desk)["state"], esim(desk)["mayContinue"]) == ("requested", False)
    desk.send("activateEsim")
    assert desk.screen == "esimForm"


def test_what_the_portal_did_shows_in_the_app(desk: Desk) -> None:
    desk.send("openEsim")
    desk.cloud.associate()
    desk.clock.advance(4)
    assert esim(desk)["state"] == "linked"


def test_the_link_ends_after_a_question(desk: Desk) -> None:
    desk.cloud.associate()
    desk.send("openEsim", "askUnlink")
    assert desk.screen == "esimUnlink"
    desk.send("back", "askUnlink")
    desk.cloud.fail["/api/esim/link"] = BenchError("cloud.unreachable")
    desk.send("unlink")
    assert desk.screen == "esimProblem"
    desk.cloud.fail.clear()
    desk.send("esimRetry")
    assert (desk.screen, esim(desk)["state"]) == ("esim", "none")


def test_no_news_leaves_what_was_known(desk: Desk) -> None:
    desk.cloud.associate()
    desk.send("openEsim")
    desk.cloud.fail["/api/esim"] = BenchError("cloud.unreachable")
    desk.clock.advance(4)
    assert (esim(desk)["state"], esim(desk)["problem"]["code"]) == ("linked", "cloud.unreachable")


@given(st.text(max_size=30))
def test_any_text_in_the_number_field_is_digits_or_a_mistake(text: str) -> None:
    for entry in ("last4", "full"):
        form = EsimForm(COUNTRIES, entry)
        form.type_number(text)
        assert form.number == "" or (form.number.isascii() and form.number.isdigit())
        assert len(form.number) <= form.state()["length"]
        if form.check():
            assert len(form.number) == 4 if entry == "last4" else form.number.startswith("0")
        else:
            assert form.mistake == "number"


def test_full_width_digits_and_dashes_are_as_good_as_others() -> None:
    form = EsimForm(COUNTRIES, "full")
    form.type_number("０９０-0000-1234")
    assert form.check()
    assert form.values() == {"country": "JP", "operator": "docomo", "number": "09000001234"}


def test_another_country_brings_its_operators() -> None:
    form = EsimForm(COUNTRIES, "last4")
    form.choose_operator("b")
    assert form.operator == "docomo"  # not one of Japan's
    form.choose_country("DE")
    assert form.operator == "a"
    form.choose_operator("b")
    form.choose_country("XX")
    assert form.values() == {"country": "DE", "operator": "b", "number_last4": ""}
