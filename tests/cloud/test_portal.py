"""The portal through Flask's test client: numbers, activation, what came of it, and whose data they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from cloud_bench import KEN, MIO, Bench, csrf_of, sign_in
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from page_checks.html_validity import findings
from werkzeug.test import TestResponse

import cloud.sites
from cloud.association.requests import Begun
from cloud.association.service import LinkView
from cloud.identity.rules.phone_numbers import is_mobile, national_number, shown_number
from cloud.server import CloudServer
from cloud.sites.brand_pages import brand_pages
from core.brand import load_brand
from core.errors import BenchError

OPERATOR = "http://127.0.0.1:8445/oauth/authorize?client_id=bmw&request_uri=urn:x"


NONE = LinkView("none", None, None, None, None, "not_linked")
LINKED = LinkView("linked", "NTT DOCOMO", "09000004321", "4321", None, None)


@dataclass
class Room:
    """An association client whose operator is the test."""

    found: LinkView = NONE
    begun: list = field(default_factory=list)
    failure: BenchError | None = None

    def state(self, person) -> LinkView:
        return self.found

    def begin(self, person, **given) -> Begun:
        if self.failure:
            raise self.failure
        self.begun.append(given)
        return Begun("r1", OPERATOR, 1800)

    def unlink(self, person) -> None:
        if self.failure:
            raise self.failure
        self.found = NONE


@pytest.fixture
def room(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Room:
    made = Room()
    for name in ("state", "begin", "unlink"):
        monkeypatch.setattr(bench.services.association, name, getattr(made, name))
    return made


@pytest.fixture
def mio(bench: Bench, room: Room) -> FlaskClient:
    browser = bench.client()
    sign_in(browser, MIO)
    return browser


def words(page: TestResponse) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def send(browser: FlaskClient, path: str, **form: str) -> TestResponse:
    page = browser.get(path)
    assert page.status_code == 200, page.status_code
    return browser.post(path, data={"csrf_token": csrf_of(page), **form})


def add(browser: FlaskClient, number: str = "090 0000 4321", kind: str = "mobile") -> TestResponse:
    return send(browser, "/portal/bmw/personal-data/numbers/new", number=number, kind=kind)


def label(page: TestResponse, element: str) -> str:
    found = re.search(rf'id="{element}"[^>]*>([^<]+)<', page.text)
    assert found, element
    return unescape(found[1]).strip()


# -- the way through


def test_the_pc_track_without_a_stored_number(bench: Bench, room: Room) -> None:
    """BMW-JP-PC-02 to 07, with every label of the guide."""
    browser = bench.client()
    answer = browser.get("/portal?lang=ja", follow_redirects=True)
    assert "/login" in answer.request.path
    answer = sign_in(browser, MIO, "/portal/bmw/esim")
    page = browser.get(answer.location)
    assert label(page, "portal-esim-activate") == "パーソナルeSIMの有効化"
    page = browser.get("/portal/bmw/esim/activation")
    assert label(page, "portal-activation-enter-number") == "携帯電話番号を入力して下さい"
    assert "portal-activation-submit" not in page.text
    page = browser.get("/portal/bmw/personal-data")
    assert label(page, "portal-data-add") == "+電話番号の追加"
    form = browser.get("/portal/bmw/personal-data/numbers/new")
    assert label(form, "portal-number-save") == "新規電話番号の追加"
    assert "種類" in words(form)
    answer = add(browser, "０９０－００００－４３２１")
    assert answer.status_code == 303
    page = browser.get(answer.location)
    assert "090-0000-4321" in words(page)
    assert label(page, "portal-data-esim") == "パーソナルeSIM"
    onward = re.search(r'id="portal-data-esim" href="([^"]+)"', page.text)
    assert onward
    page = browser.get(onward[1])
    assert label(page, "portal-activation-submit") == "パーソナルeSIMの有効化"
    for expected in ("国", "日本", "通信事業者", "NTT DOCOMO", "携帯番号", "090-0000-4321"):
        assert expected in words(page)
    number = bench.services.phone_numbers.of(3)[0]
    answer = send(browser, "/portal/bmw/esim/activation", country="JP", operator="docomo", number=str(number.id))
    assert answer.status_code == 303
    assert answer.location == OPERATOR
    assert room.begun == [
        {"country": "JP", "operator": "docomo", "number": "09000004321", "return_to": "portal", "brand": "bmw"}
    ]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_after_the_return_number_and_operator_are_listed(mio: FlaskClient, room: Room, language: str) -> None:
    """BMW-JP-PC-19."""
    room.found = LINKED
    page = mio.get(f"/portal/bmw/esim?result=linked&lang={language}")
    assert 'data-result="linked"' in page.text
    assert label(page, "portal-esim-operator") == "NTT DOCOMO"
    assert label(page, "portal-esim-number") == "090-0000-4321"
    assert ("有効" if language == "ja" else "Active") in words(page)
    assert "portal-esim-activate" not in page.text
    assert mio.get("/portal/bmw/esim/activation").location == "/portal/bmw/esim"


@pytest.mark.parametrize("result", ["denied", "failed", "expired"])
def test_what_went_wrong_is_told_with_a_way_on(mio: FlaskClient, result: str) -> None:
    page = mio.get(f"/portal/bmw/esim?result={result}&reason=esim.number_mismatch")
    assert f'data-result="{result}"' in page.text
    assert "portal-esim-activate" in page.text
    assert ("not the number of the line" in words(page)) == (result == "failed")


def test_an_address_cannot_claim_what_is_not_so(mio: FlaskClient) -> None:
    page = mio.get('/portal/bmw/esim?result=linked&reason="><script>')
    assert "portal-esim-result" not in page.text
    assert "<script>" not in mio.get('/portal/bmw/esim?result=failed&reason="><script>').text


def test_an_open_request_is_told(mio: FlaskClient, room: Room) -> None:
    room.found = replace(NONE, state="requested", request={"id": "r1", "state": "open", "expires_in": 61})
    page = mio.get("/portal/bmw/esim")
    assert 'data-state="requested"' in page.text
    assert "2 more minutes" in words(page)
    assert "portal-esim-activate" in page.text


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("carrier.unreachable", "cannot be reached"),
        ("carrier.maintenance", "under maintenance"),
        ("esim.number_invalid", "does not take this number"),
    ],
)
def test_the_operator_is_away(mio: FlaskClient, bench: Bench, room: Room, code: str, told: str) -> None:
    add(mio)
    number = bench.services.phone_numbers.of(3)[0]
    room.failure = BenchError(code)
    page = send(mio, "/portal/bmw/esim/activation", country="JP", operator="docomo", number=str(number.id))
    assert page.status_code in (422, 503)
    assert told in words(page)
    assert "checked" in page.text, "the choice is kept"


def test_a_cloud_without_an_operator_says_so(bench: Bench) -> None:
    browser = bench.client()
    sign_in(browser, MIO)
    add(browser)
    number = bench.services.phone_numbers.of(3)[0]
    form = {"country": "JP", "operator": "docomo", "number": str(number.id)}
    page = send(browser, "/portal/bmw/esim/activation", **form)
    assert "cannot be reached" in words(page)


@pytest.mark.parametrize("wrong", [{"country": "DE"}, {"operator": "other"}, {"number": "999"}, {"number": ""}])
def test_what_is_not_on_offer_is_refused(mio: FlaskClient, bench: Bench, room: Room, wrong: dict[str, str]) -> None:
    add(mio)
    number = str(bench.services.phone_numbers.of(3)[0].id)
    form = {"country": "JP", "operator": "docomo", "number": number, **wrong}
    page = send(mio, "/portal/bmw/esim/activation", **form)
    assert page.status_code == 422
    assert room.begun == []


def test_fixed_numbers_are_not_offered(mio: FlaskClient) -> None:
    add(mio, "03-0000-1000", "home")
    assert "portal-activation-enter-number" in mio.get("/portal/bmw/esim/activation").text


def test_ending_the_association_asks_first(mio: FlaskClient, room: Room) -> None:
    room.found = LINKED
    room.failure = BenchError("carrier.unreachable")
    page = send(mio, "/portal/bmw/esim/unlink")
    assert page.status_code == 503
    assert "cannot be reached" in words(page)
    room.failure = None
    answer = send(mio, "/portal/bmw/esim/unlink")
    assert answer.location == "/portal/bmw/esim?result=unlinked"
    assert 'data-result="unlinked"' in mio.get(answer.location).text
    assert mio.get("/portal/bmw/esim/unlink").location == "/portal/bmw/esim"


# -- numbers


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("", "mobile", "enter a phone number"),
        ("090-0000-432x", "mobile", "digits only"),
        ("+49 171 5550000", "mobile", "numbers of Japan"),
        ("090 0000 432", "mobile", "Digits are missing"),
        ("090 0000 43210", "mobile", "too many digits"),
        ("1234567890", "mobile", "begins like this"),
        ("03-0000-1000", "mobile", "not a mobile phone number"),
        ("090 0000 4321", "", "choose the type"),
        ("090 0000 4321", "fax", "choose the type"),
        ("📱" * 5000, "mobile", "digits only"),
        ("'; DROP TABLE phone_numbers; --", "mobile", "digits only"),
    ],
)
def test_wrong_numbers(mio: FlaskClient, bench: Bench, text: str, kind: str, told: str) -> None:
    page = add(mio, text, kind)
    assert page.status_code == 422
    assert words(page).count(told) >= 2, "on top and under the field"
    assert 'aria-invalid="true"' in page.text
    assert bench.services.phone_numbers.of(3) == []


@pytest.mark.parametrize(
    "text",
    [
        "09000004321",
        "090-0000-4321",
        "090 0000 4321",
        "+81 90-0000-4321",
        "+81 (0)90 0000 4321",
        "０９０ー００００ー４３２１",
    ],
)
def test_numbers_as_people_write_them(text: str) -> None:
    assert national_number(text) == "09000004321"
    assert shown_number(national_number(text)) == "090-0000-4321"


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_an_error_with_words(text: str) -> None:
    try:
        number = national_number(text)
    except BenchError as error:
        number, code = "", error.code
    else:
        code = ""
    assert (code.startswith("phone.") and not number) or re.fullmatch(r"0[0-9]{9,10}", number)
    assert not number or national_number(shown_number(number)) == number
    assert not is_mobile(number) or len(number) == 11


def test_a_number_is_stored_once_and_can_be_corrected_and_removed(mio: FlaskClient, bench: Bench) -> None:
    add(mio)
    assert "stored this number already" in words(add(mio, "+81 90 0000 4321"))
    number = bench.services.phone_numbers.of(3)[0]
    path = f"/portal/bmw/personal-data/numbers/{number.id}"
    assert 'value="090-0000-4321"' in mio.get(path).text
    assert send(mio, path, number="080-0000-1111", kind="work").status_code == 303
    assert [(one.number, str(one.kind)) for one in bench.services.phone_numbers.of(3)] == [("08000001111", "work")]
    assert send(mio, path, action="remove").location.endswith("notice=removed")
    assert bench.services.phone_numbers.of(3) == []
    assert mio.get(path).status_code == 404


def test_five_numbers_are_enough(mio: FlaskClient) -> None:
    for last in range(5):
        assert add(mio, f"0900000000{last}").status_code == 303
    assert "portal-data-add" not in mio.get("/portal/bmw/personal-data").text
    assert "remove one first" in words(add(mio, "09000000009"))


def test_nobody_sees_or_changes_anothers_number(mio: FlaskClient, bench: Bench) -> None:
    add(mio)
    number = bench.services.phone_numbers.of(3)[0]
    ken = bench.client()
    sign_in(ken, KEN)
    path = f"/portal/bmw/personal-data/numbers/{number.id}"
    assert ken.get(path).status_code == 404
    form = {"csrf_token": csrf_of(ken.get("/portal/bmw/personal-data/numbers/new")), "number": "09000000001"}
    assert ken.post(path, data={**form, "kind": "work"}).status_code == 404
    ken.post(path, data={**form, "action": "remove"})
    assert [one.number for one in bench.services.phone_numbers.of(3)] == ["09000004321"]
    page = ken.get("/portal/bmw/esim/activation")
    assert "4321" not in page.text


def test_a_form_needs_its_token_and_a_sign_in(mio: FlaskClient, bench: Bench) -> None:
    answer = mio.post("/portal/bmw/personal-data/numbers/new", data={"number": "09000004321", "kind": "mobile"})
    assert answer.status_code == 400
    stranger = bench.client()
    for path in (
        "/portal/bmw/esim",
        "/portal/bmw/esim/activation",
        "/portal/bmw/personal-data",
        "/portal/bmw/esim/unlink",
    ):
        answer = stranger.get(path)
        assert answer.status_code == 302
        assert urlsplit(answer.location).path == "/login"


def test_the_log_holds_no_whole_number(mio: FlaskClient, bench: Bench) -> None:
    add(mio)
    assert not any("09000004321" in event.to_json() for event in bench.events.recent())


# -- words


def test_what_differs_between_the_brands_is_data() -> None:
    """MINI-WEB-S1-04 and 06."""
    mini = brand_pages(load_brand("mini")).portal
    assert (mini.enter_number["ja"], mini.save_number["ja"], mini.asks_kind) == ("携帯電話番号入力", "適用", False)
    assert brand_pages(load_brand("bmw")).portal.use_with["ja"] == "BMWで利用する"


@pytest.mark.parametrize("site", ["portal", "landing"])
def test_every_sentence_of_the_site_is_translated(site: str) -> None:
    sites = Path(cloud.sites.__file__).parent
    found = {entry[2] for entry in extract_from_dir(sites / site, method_map=[("templates/**.html", "jinja2")])}
    translated = {}
    for folder in (sites.parent / "translations", sites / site / "translations"):
        with (folder / "ja/LC_MESSAGES/messages.po").open("rb") as file:
            translated |= {message.id: message.string for message in read_po(file) if message.id}
    assert len(found) > 5
    for source in found:
        target = translated.get(source)
        assert target, source
        assert sorted(re.findall(r"%\(\w+\)s", source)) == sorted(re.findall(r"%\(\w+\)s", target)), source


def test_minis_portal_begins_with_a_menu(make_server: Callable[..., CloudServer]) -> None:
    """MINI-WEB-S1-01 to 06: other labels, no kinds of numbers, and a page before the log-in."""
    server = make_server()
    server.start()
    assert server.app is not None
    browser = server.app.test_client()
    page = browser.get("/portal/mini?lang=ja")
    assert label(page, "portal-login-menu") == "MyMini login"
    assert label(page, "portal-sign-in") == "サインイン"
    assert findings(page.text) == []
    assert sign_in(browser, MIO, "/portal/mini/esim").location == "/portal/mini/esim"
    assert browser.get("/portal/mini").location == "/portal/mini/esim"
    assert label(browser.get("/portal/mini/esim/activation"), "portal-activation-enter-number") == "携帯電話番号入力"
    form = browser.get("/portal/mini/personal-data/numbers/new")
    assert label(form, "portal-number-save") == "適用"
    assert "portal-number-kind" not in form.text
    assert send(browser, "/portal/mini/personal-data/numbers/new", number="090-0000-4321").status_code == 303
    page = browser.get("/portal/mini/esim/activation")
    for expected in ("国", "日本", "NTT DOCOMO", "携帯番号", "090-0000-4321"):
        assert expected in words(page)
