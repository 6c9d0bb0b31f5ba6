"""The bank's pages over HTTP: the guide's labels, what is refused and how it goes on, and whose data they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from aeon_walk import PASSWORD, TYPED, Visitor
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page_checks.html_validity import findings
from points_bench import CARD, PHONE, Desk
from procedure_walk import Page

import cloud.sites
from cloud.points.demo import demo_cards
from cloud.points.rules.cards import RANGE, clean_card, demo_number
from core.demo import demo_data
from core.errors import BenchError
from core.settings import Settings
from onebench.guide.catalogue import load_catalogue
from onebench.guide.labels import is_seen, quoted_labels

ROWS = {
    "guide": "AEON-00 AEON-01 AEON-02",
    "confirm": "AEON-03 AEON-04",
    "form": "AEON-05 AEON-06 AEON-07",
    "code": "AEON-08",
    "password": "AEON-09 AEON-10",
    "issued": "AEON-11 AEON-12",
}


def walk(desk: Desk, language: str) -> Iterator[tuple[str, Page]]:
    """The whole way of the guide: each page with its name."""
    visitor = Visitor(desk, language)
    yield "guide", visitor.page
    yield "confirm", visitor.follow("aeon-register-card")
    yield "management", visitor.press("aeon-confirm-next", agree="yes")
    yield "form", visitor.follow("aeon-first-registration")
    yield "code", visitor.press("aeon-next", **TYPED)
    yield "password", visitor.press("aeon-authenticate", code=desk.post.code)
    yield "issued", visitor.press("aeon-set", password=PASSWORD)
    yield "logged out", visitor.press("site-logout")
    yield "log-in", visitor.follow("aeon-log-in")


def test_every_quoted_label_is_on_its_page(desk: Desk) -> None:
    rows = load_catalogue()
    pages = dict(walk(desk, "ja"))
    missing = [
        (name, row_id, label)
        for name, ids in ROWS.items()
        for row_id in ids.split()
        for label in quoted_labels(rows[row_id].text("ja"), "ja")
        if not is_seen(label, pages[name].texts())
    ]
    assert missing == []
    assert is_seen("マイナポイント事業に関するお手続きのご案内", pages["guide"].texts())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_page_is_valid(desk: Desk, language: str) -> None:
    pages = list(walk(desk, language))
    visitor = Visitor(desk, language)
    pages += [("not agreed", visitor.open("/aeon/management/registration"))]
    pages += [("no tick", visitor.press("aeon-confirm-next"))]
    visitor.press("aeon-confirm-next", agree="yes")
    visitor.follow("aeon-first-registration")
    pages += [("nothing typed", visitor.press("aeon-next"))]
    visitor.press("aeon-next", **TYPED)
    pages += [("no code", visitor.press("aeon-authenticate")), ("too soon", visitor.press("aeon-resend"))]
    visitor.press("aeon-authenticate", code=desk.post.code)
    pages += [("weak password", visitor.press("aeon-set", password="x"))]
    pages += [("no log-in", visitor.open("/aeon/management/login")), ("refused", visitor.press("aeon-login"))]
    desk.faults.set("points.server", "maintenance", count=1)
    pages += [("maintenance", visitor.open("/aeon/")), ("not there", visitor.open("/aeon/nothing"))]
    assert [(name, found) for name, page in pages if (found := findings(page.html))] == []


def test_the_english_pages_speak_english(desk: Desk) -> None:
    japanese = re.compile("[ぁ-んァ-ヶ一-龠]")
    for name, page in walk(desk, "en"):
        for element in page.elements:
            if element.tag in ("p", "h1", "h2", "li", "dt", "legend", "label", "button"):
                marked = "".join(e.text for e in page.elements if element in e.parents and "lang" in e.attributes)
                assert not japanese.search(element.text.replace(marked, "") if marked else element.text), (
                    name,
                    element,
                )


def test_every_sentence_has_its_japanese() -> None:
    sites = Path(cloud.sites.__file__).parent
    found = {entry[2] for entry in extract_from_dir(sites / "aeon", method_map=[("templates/**.html", "jinja2")])}
    with (sites / "aeon/translations/ja/LC_MESSAGES/messages.po").open("rb") as file:
        own = {message.id: message.string for message in read_po(file) if message.id}
    with (sites.parent / "translations/ja/LC_MESSAGES/messages.po").open("rb") as file:
        shared = {message.id for message in read_po(file) if message.id}
    assert found - own.keys() - shared == set()
    assert own.keys() - found == set(), "nothing is translated that is not said"
    for source, target in own.items():
        assert target, source
        assert set(re.findall(r"%\(\w+\)s", source)) == set(re.findall(r"%\(\w+\)s", target)), source


def test_the_tick_opens_the_way(desk: Desk) -> None:
    visitor = Visitor(desk)
    visitor.open("/aeon/management/registration")
    assert visitor.path == "/aeon/confirm"
    page = visitor.press("aeon-confirm-next")
    assert page.status == 422
    assert "aeon-agree-error" in page.ids()
    visitor.press("aeon-confirm-next", agree="yes")
    assert visitor.path == "/aeon/management"


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"card_kind": None}, "aeon-card-kind-error"),
        ({"card_number": "4111 1111 1111 1111"}, "aeon-card-number-error"),
        ({"card_number": demo_number("aeon_card", 1)}, "aeon-card-number-error"),
        ({"card_kind": "cash_debit"}, "aeon-card-number-error"),
        ({"name_kana": "Hana Aoki"}, "aeon-name-kana-error"),
        ({"birth_month": "13"}, "aeon-birth-date-error"),
        ({"birth_year": "", "birth_month": "", "birth_day": ""}, "aeon-birth-date-error"),
        ({"phone": "03-0000-1000"}, "aeon-phone-error"),
        ({"phone": "+44 7700 900000"}, "aeon-phone-error"),
    ],
)
def test_what_the_form_refuses(desk: Desk, typed: dict[str, str | None], wrong: str) -> None:
    visitor = Visitor(desk)
    page = visitor.to_code(**typed)
    assert page.status == 422
    assert visitor.errors() == [wrong]
    assert page.value("aeon-name-kana") == typed.get("name_kana", TYPED["name_kana"]), "nothing has to be typed again"
    assert desk.post.messages == []
    assert visitor.press("aeon-next", **TYPED).get("aeon-code")


@given(st.dictionaries(st.sampled_from(list(TYPED)), st.text(max_size=80)))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_nothing_typed_breaks_the_page(desk: Desk, typed: dict[str, str]) -> None:
    visitor = Visitor(desk)
    visitor.to_form()
    assert visitor.press("aeon-next", **{**TYPED, "card_number": "1", **typed}).status == 422


def test_a_one_time_password_that_is_wrong_too_often_ends_the_registration(desk: Desk) -> None:
    visitor = Visitor(desk)
    visitor.to_code()
    wrong = "000000" if desk.post.code != "000000" else "111111"
    for _ in range(Settings().security_code_attempts - 1):
        assert visitor.press("aeon-authenticate", code=wrong).get("aeon-code-error")
    visitor.press("aeon-authenticate", code=wrong)
    assert visitor.press("aeon-authenticate", code=desk.post.code).status == 422, "not even the right one"
    page = visitor.follow("aeon-begin-again")
    assert page.value("aeon-phone") == PHONE
    visitor.press("aeon-next", card_number=CARD)
    assert visitor.press("aeon-authenticate", code=desk.post.code).get("aeon-password")


def test_a_one_time_password_expires_and_can_be_sent_again(desk: Desk) -> None:
    visitor = Visitor(desk)
    visitor.to_code()
    first = desk.post.code
    desk.clock.advance(Settings().security_code_resend_pause + 1)
    assert visitor.press("aeon-resend").get("aeon-resent")
    assert len(desk.post.messages) == 2
    assert first == desk.post.code or visitor.press("aeon-authenticate", code=first).get("aeon-code-error")
    desk.clock.advance(Settings().security_code_lifetime + 1)
    page = visitor.press("aeon-authenticate", code=desk.post.code)
    assert page.get("aeon-notice").attributes["data-kind"] == "over"
    assert visitor.follow("aeon-first-registration").value("aeon-name-kana") == "", "what was typed is gone"


def test_no_step_can_be_left_out(desk: Desk) -> None:
    visitor = Visitor(desk)
    visitor.to_code()
    visitor.open("/aeon/management/password")
    assert visitor.path == "/aeon/management/one-time-password"
    visitor.open("/aeon/management/issued")
    assert visitor.path.startswith("/aeon/management/login")
    stranger = Visitor(desk)
    for path in ("one-time-password", "password"):
        assert stranger.open(f"/aeon/management/{path}").get("aeon-notice").attributes["data-kind"] == "over"


def test_pressed_twice_it_is_one_issue(desk: Desk) -> None:
    visitor = Visitor(desk)
    page = visitor.to_password()
    issued = visitor.press("aeon-set", password=PASSWORD)
    visitor.page = page
    again = visitor.press("aeon-set", password=PASSWORD)
    assert again.get("aeon-payment-service-id").text == issued.get("aeon-payment-service-id").text


def test_id_and_code_are_seen_until_the_application_is_completed(desk: Desk) -> None:
    visitor = Visitor(desk)
    page = visitor.to_issued()
    issued = desk.server.services.bank.of_card(CARD)
    assert issued is not None
    assert page.get("aeon-payment-service-id").attributes["data-plain"] == issued.payment_service_id
    assert page.get("aeon-security-code").text == issued.security_code
    assert CARD[:12] not in page.html.replace(" ", ""), "of the card the last four digits are shown"
    visitor.press("site-logout")
    assert visitor.open("/aeon/management/issued").get("aeon-login")
    page = visitor.press("aeon-login", phone="０９０－００００－１２３４", password=PASSWORD)
    assert page.get("aeon-security-code").text == issued.security_code
    desk.apply(issued)
    page = visitor.open("/aeon/management/issued")
    assert page.get("aeon-state").attributes["data-state"] == "accepted"
    assert page.get("aeon-security-code")
    desk.clock.advance(Settings().mynapoint_completion)
    page = visitor.open("/aeon/management/issued")
    assert page.get("aeon-notice").attributes["data-kind"] == "expired"
    page = visitor.press("aeon-login", phone=PHONE, password=PASSWORD)
    assert page.get("aeon-state").attributes["data-state"] == "completed"
    assert issued.payment_service_id not in page.html.replace(" ", "")
    assert "aeon-security-code" not in page.ids()


def test_who_registers_two_cards_sees_both(desk: Desk) -> None:
    first = Visitor(desk)
    first.to_issued()
    debit = demo_number("cash_debit", 7)
    second = Visitor(desk)
    second.to_code(card_kind="cash_debit", card_number=debit)
    second.press("aeon-authenticate", code=desk.post.code)
    page = second.press("aeon-set", password=PASSWORD)
    issued = desk.server.services.bank.of_card(CARD)
    assert issued is not None
    assert page.get(f"aeon-payment-service-id-{CARD[-4:]}").attributes["data-plain"] == issued.payment_service_id
    assert page.get("aeon-card").text.endswith(debit[-4:])
    assert findings(page.html) == []
    other = Visitor(desk)
    other.to_code(card_number=demo_number("aeon_card_waon", 8), name_kana="アオキ ソラ")
    other.press("aeon-authenticate", code=desk.post.code)
    page = other.press("aeon-set", password=PASSWORD)
    assert "another" not in page.html.lower(), "a family may share a number, not what was issued"


def test_a_number_is_not_flooded(desk: Desk) -> None:
    visitor = Visitor(desk)
    for _ in range(Settings().security_codes_most):
        visitor.to_code()
        visitor.open("/aeon/")
    page = visitor.to_code()
    assert page.status == 422
    assert visitor.errors() == ["aeon-phone-error"]
    assert len(desk.post.messages) == Settings().security_codes_most


def test_a_locked_log_in_is_cured_by_registering_again(desk: Desk) -> None:
    visitor = Visitor(desk)
    before = visitor.to_issued().get("aeon-payment-service-id").text
    visitor.press("site-logout")
    visitor.follow("aeon-log-in")
    for _ in range(Settings().sign_in_attempts):
        page = visitor.press("aeon-login", phone=PHONE, password="Waon2027")
    assert visitor.press("aeon-login", phone=PHONE, password=PASSWORD).status == 422
    assert "locked" in page.get("aeon-errors").text
    visitor.open("/aeon/")
    assert visitor.to_issued().get("aeon-payment-service-id").text == before
    thief = Visitor(desk)
    page = thief.to_code(name_kana="サトウ ケン", phone="09000005678")
    assert page.status == 422
    assert "another name" in page.get("aeon-errors").text


def test_a_maintenance_in_the_middle_loses_nothing(desk: Desk) -> None:
    visitor = Visitor(desk, "ja")
    visitor.to_form()
    desk.faults.set("points.server", "maintenance", count=1, delay=600)
    page = visitor.press("aeon-next", **TYPED)
    assert page.status == 503
    assert page.get("problem-title").attributes["data-kind"] == "maintenance"
    assert visitor.press("problem-again").get("aeon-code")
    desk.faults.set("points.server", "down", count=1)
    visitor.press("aeon-authenticate", code=desk.post.code)
    assert visitor.page.html.count(desk.post.code) == 0
    assert visitor.follow("problem-again").get("aeon-code")


def test_a_form_of_another_site_is_not_taken(desk: Desk) -> None:
    visitor = Visitor(desk)
    visitor.to_form()
    page = visitor.post("/aeon/management/registration", dict(TYPED))
    assert page.get("problem-title").attributes["data-kind"] == "stale"
    assert desk.post.messages == []


def test_nothing_secret_is_in_the_events_or_addresses(desk: Desk) -> None:
    visitor = Visitor(desk)
    visitor.to_issued()
    issued = desk.server.services.bank.of_card(CARD)
    assert issued is not None
    log = repr([event.data for event in desk.events.recent()])
    for secret in (CARD, issued.payment_service_id, PASSWORD, desk.post.code):
        assert secret not in log
        assert secret not in visitor.path


def test_the_inspector_shows_states_and_no_secret(desk: Desk) -> None:
    visitor = Visitor(desk)
    visitor.to_issued()
    issued = desk.server.services.bank.of_card(CARD)
    assert issued is not None
    other = Visitor(desk)
    other.to_code(card_number=demo_number("aeon_card_waon", 2))
    desk.apply(issued)
    page = requests.get(f"{desk.url}/bench.json", timeout=5)
    assert page.status_code == 200
    found = page.json()["tables"]
    assert found["issued"][0]["state"] == "ACCEPTED"
    assert found["issued"][0]["card"] == f"**** {CARD[-4:]}"
    assert found["one-time"][0]["state"] == "ACTIVE"
    assert found["applications"][0]["payment service ID"] == issued.payment_service_id
    for secret in (CARD, PASSWORD, desk.post.code):
        assert secret not in page.text
    assert all(row["security_code"] == "•••" for row in found["raw-points_payment_services"])


def test_the_cards_of_the_demonstration() -> None:
    cards = demo_cards()
    people = {account["email"] for account in demo_data()["accounts"]}
    assert {card.owner for card in cards} <= people
    assert len({card.number for card in cards}) == len(cards)
    for card in cards:
        assert card.number.startswith(RANGE)
        if card.eligible:
            assert clean_card(card.grouped, card.kind) == card.number
        else:
            with pytest.raises(BenchError, match=r"card\.not_eligible"):
                clean_card(card.number, "aeon_card_waon")
    assert any(not card.eligible for card in cards)
