"""The bank's pages in a real browser: every page is inspected on the way, and what the scripts add works."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_checks.chromium import chromium, click, fill, wait_for
from page_checks.visit import Inspection
from points_bench import PHONE, Desk
from selenium import webdriver

from cloud.points.demo import demo_cards
from core.settings import Settings

pytestmark = pytest.mark.browser
PERSON = {"aeon_name_kana": "アオキ ハナ", "aeon_birth_year": "1990", "aeon_birth_month": "5", "aeon_birth_day": "14"}


@pytest.fixture(scope="module")
def inspection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Inspection]:
    pictures = os.environ.get("ONEBENCH_PICTURES")
    with chromium(tmp_path_factory.mktemp("browser")) as browser:
        yield Inspection(browser, Path(pictures) if pictures else None)


def tap(browser: webdriver.Chrome, element_id: str) -> None:
    """Touch what does not lead to another page."""
    element = wait_for(browser, element_id)
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def value(browser: webdriver.Chrome, element_id: str) -> str:
    return wait_for(browser, element_id).get_attribute("value") or ""


def test_every_page_from_the_guide_to_the_points(desk: Desk, inspection: Inspection) -> None:
    browser, look, base = inspection.browser, inspection.look, desk.url
    look("aeon guide", f"{base}/aeon/?lang=ja")
    click(browser, "aeon-register-card")
    look("aeon confirm")
    assert not browser.find_element("id", "aeon-confirm-next").is_enabled(), "the tick opens the way (AEON-03)"
    tap(browser, "aeon-agree")
    click(browser, "aeon-confirm-next")
    look("aeon management")
    click(browser, "aeon-first-registration")
    look("aeon form")
    click(browser, "aeon-next")
    look("aeon form refused")
    assert browser.switch_to.active_element.get_attribute("id") == "aeon-errors", "errors are read first"
    card = demo_cards()[0]
    tap(browser, f"aeon-demo-card-{card.number[-4:]}")
    assert value(browser, "aeon-card-number") == card.grouped
    assert browser.find_element("id", "aeon-kind-aeon-card-waon").is_selected()
    fill(browser, **PERSON, aeon_phone="090-0000-1234")
    click(browser, "aeon-next")
    look("aeon code")
    click(browser, "aeon-correct")
    assert value(browser, "aeon-name-kana") == "アオキ ハナ"
    assert value(browser, "aeon-card-number") == "", "a card's number is not shown again"
    look("aeon form again")
    fill(browser, aeon_card_number=card.number)
    click(browser, "aeon-next")
    fill(browser, aeon_code="000000" if desk.post.code != "000000" else "111111")
    click(browser, "aeon-authenticate")
    look("aeon code refused")
    fill(browser, aeon_code=desk.post.code)
    click(browser, "aeon-authenticate")
    look("aeon password")
    fill(browser, aeon_password="ｗａｏｎ")
    click(browser, "aeon-set")
    look("aeon password refused")
    fill(browser, aeon_password="Waon2026")
    rule = [item.get_attribute("class") for item in browser.find_elements("css selector", "#aeon-password-rule li")]
    assert rule == ["met"] * 4
    click(browser, "aeon-set")
    look("aeon issued")
    tap(browser, "aeon-copy-id")
    issued = desk.server.services.bank.of_card(card.number)
    assert issued is not None
    assert wait_for(browser, "aeon-payment-service-id").text.replace(" ", "") == issued.payment_service_id
    click(browser, "site-logout")
    look("aeon logged out")
    click(browser, "aeon-log-in")
    look("aeon log-in")
    fill(browser, aeon_phone=PHONE, aeon_password="Waon2027")
    click(browser, "aeon-login")
    look("aeon log-in refused")
    fill(browser, aeon_password="Waon2026")
    click(browser, "aeon-login")
    look("aeon issued, seen again")
    desk.apply(issued)
    look("aeon applied", f"{base}/aeon/management/issued")
    desk.clock.advance(Settings().mynapoint_completion)
    browser.get(f"{base}/aeon/management/issued")
    fill(browser, aeon_phone=PHONE, aeon_password="Waon2026")
    click(browser, "aeon-login")
    look("aeon points registered")
    look("aeon not found", f"{base}/aeon/nothing-here")
    desk.faults.set("points.server", "maintenance", count=1)
    look("aeon maintenance", f"{base}/aeon/")
    assert inspection.wrong == []


def test_the_english_pages(desk: Desk, inspection: Inspection) -> None:
    browser, look, base = inspection.browser, inspection.look, desk.url
    look("aeon guide en", f"{base}/aeon/?lang=en")
    click(browser, "aeon-register-card")
    tap(browser, "aeon-agree")
    click(browser, "aeon-confirm-next")
    click(browser, "aeon-first-registration")
    card = demo_cards()[1]
    tap(browser, f"aeon-demo-card-{card.number[-4:]}")
    fill(browser, **PERSON, aeon_phone=PHONE)
    look("aeon form en")
    for language in ("ja", "en"):
        click(browser, f"language-{language}")
    assert value(browser, "aeon-name-kana") == PERSON["aeon_name_kana"], "the other language loses nothing"
    assert browser.find_element("id", "aeon-kind-cash-debit").is_selected()
    assert value(browser, "aeon-card-number") == "", "but a card's number is not kept in the browser"
    tap(browser, f"aeon-demo-card-{card.number[-4:]}")
    browser.execute_script("const button = document.getElementById('aeon-next'); button.click(); button.click();")
    wait_for(browser, "aeon-code")
    assert len(desk.post.messages) == 1, "a double click sends one SMS"
    fill(browser, aeon_code=desk.post.code)
    click(browser, "aeon-authenticate")
    fill(browser, aeon_password="Waon2026")
    click(browser, "aeon-set")
    look("aeon issued en")
    assert inspection.wrong == []
