"""The management site in a real browser: every page is inspected, all pictures load, a double click releases once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from management_walk import KAITO, PINS, REN, YUI
from page_checks.chromium import chromium, click, fill, resize, wait_for
from page_checks.visit import Inspection
from test_procedure_browser import MIO, Operator, by_mobile_data_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def operator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Operator]:
    made = Operator(tmp_path_factory.mktemp("operator") / "carrier")
    yield made
    made.server.stop()


@pytest.fixture(scope="module")
def inspection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Inspection]:
    pictures = os.environ.get("ONEBENCH_PICTURES")
    with chromium(tmp_path_factory.mktemp("browser")) as browser:
        yield Inspection(browser, Path(pictures) if pictures else None)


def come(inspection: Inspection, operator: Operator, line: str, language: str) -> None:
    """A phone on its mobile network opens the site and logs in."""
    browser = inspection.browser
    by_mobile_data_of(browser, line)
    browser.get(f"{operator.base}/procedure")
    browser.delete_all_cookies()
    browser.get(f"{operator.base}/management?lang={language}")
    fill(browser, pin_code=PINS[line])
    click(browser, "pin-submit")


def broken_pictures(inspection: Inspection) -> list[str]:
    script = "return [...document.images].filter((one) => !one.naturalWidth).map((one) => one.src)"
    found: list[str] = inspection.browser.execute_script(script)
    return found


def sticks_out(inspection: Inspection, width: int = 320) -> int:
    """By how many pixels the present page is wider than the narrowest phone."""
    resize(inspection.browser, (width, 700))
    found: int = inspection.browser.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
    return found


def test_the_pages_of_the_service_alone(operator: Operator, inspection: Inspection) -> None:
    browser, look = inspection.browser, inspection.look
    come(inspection, operator, MIO, "en")
    look("management, no contract")
    come(inspection, operator, REN, "en")
    look("management, service alone")
    assert sticks_out(inspection) <= 0
    click(browser, "management-device-1")
    look("management, device")
    browser.get(f"{operator.base}/management")
    click(browser, "management-cancel-service")
    look("cancel the service")
    assert not browser.find_element("id", "cancel-submit").is_enabled(), "disabled until ticked"
    assert inspection.wrong == []


def test_the_pages_with_the_option(operator: Operator, inspection: Inspection) -> None:
    browser, look = inspection.browser, inspection.look
    come(inspection, operator, KAITO, "ja")
    assert broken_pictures(inspection) == []
    click(browser, "management-history")
    look("management, history")
    assert broken_pictures(inspection) == []
    come(inspection, operator, YUI, "ja")
    look("management, with the option")
    assert sticks_out(inspection) <= 0
    click(browser, "management-edit-2")
    look("management, edit")
    fill(browser, edit_name="BMW")
    click(browser, "edit-confirm")
    look("management, name refused")
    browser.refresh()
    wait_for(browser, "edit-name")
    assert browser.switch_to.active_element.get_attribute("id") == "edit-errors", "errors are read first"
    fill(browser, edit_name="私のランニング用のウォッチ_その2-青.大+30字までの長名")
    click(browser, "edit-confirm")
    look("management, confirm the name")
    click(browser, "confirm-save")
    wait_for(browser, "management-edit-2")
    assert sticks_out(inspection) <= 0, "with a name of 30 letters"
    browser.get(f"{operator.base}/management")
    click(browser, "management-cancel-option")
    look("cancel refused")
    assert sticks_out(inspection) <= 0
    browser.get(f"{operator.base}/management")
    click(browser, "management-release-3")
    look("management, release")
    browser.execute_script("const one = document.getElementById('release-submit'); one.click(); one.click();")
    wait_for(browser, "management-release-2")
    assert browser.find_element("id", "management-notice").get_attribute("data-kind") == "released"
    assert len(operator.services.registrations.of(YUI)) == 2
    assert inspection.wrong == []
