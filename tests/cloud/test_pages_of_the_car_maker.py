"""Every page of the car maker's sites in a real browser: accessible by day and by night, valid, no script errors."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests
from cloud_bench import MIO
from page_checks.chromium import chromium, click, fill, wait_for
from page_checks.visit import Inspection
from selenium.webdriver.common.by import By

from cloud.server import CloudServer

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def inspection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Inspection]:
    pictures = os.environ.get("ONEBENCH_PICTURES")
    with chromium(tmp_path_factory.mktemp("browser")) as browser:
        yield Inspection(browser, Path(pictures) if pictures else None)


def test_every_page(make_server: Callable[..., CloudServer], inspection: Inspection) -> None:
    base = make_server().start()
    browser, look = inspection.browser, inspection.look
    form = {"client_id": "bmw-car", "vin": "WBYBENCHX00000000"}
    codes = [requests.post(f"{base}/oauth/device_authorization", data=form, timeout=10).json() for _ in range(2)]

    look("log in", f"{base}/login?lang=ja")
    fill(browser, login_email="nobody", login_password="wrong")
    click(browser, "login-submit")
    look("log in refused")
    look("register", f"{base}/register")
    click(browser, "register-submit")
    look("register refused")
    look("nothing here", f"{base}/nothing-here")

    browser.get(f"{base}/portal")
    fill(browser, login_email=MIO[0], login_password=MIO[1])
    click(browser, "login-submit")
    look("account", f"{base}/account")
    look("log out", f"{base}/logout")

    look("code", f"{base}/device")
    fill(browser, device_user_code="nonsense")
    click(browser, "device-continue")
    look("code refused")
    look("car", codes[0]["verification_uri_complete"])
    click(browser, "device-approve")
    look("car approved")
    browser.get(codes[1]["verification_uri_complete"])
    click(browser, "device-deny")
    look("car refused")
    look("code used", codes[0]["verification_uri_complete"])

    look("portal esim", f"{base}/portal/bmw/esim")
    look("portal activation without number", f"{base}/portal/bmw/esim/activation")
    look("portal data empty", f"{base}/portal/bmw/personal-data")
    look("portal number", f"{base}/portal/bmw/personal-data/numbers/new")
    click(browser, "portal-number-save")
    look("portal number refused")
    fill(browser, portal_number_text="０９０ ００００ １２３４")
    wait_for(browser, "portal-number-kind").find_elements(By.TAG_NAME, "option")[1].click()
    click(browser, "portal-number-save")
    look("portal data")
    look("portal data again", f"{base}/portal/bmw/personal-data")
    browser.find_element(By.CSS_SELECTOR, "[id^=portal-data-edit-]").click()
    look("portal number edit", browser.current_url)
    look("portal activation", f"{base}/portal/bmw/esim/activation")
    click(browser, "portal-activation-submit")
    look("portal activation refused")
    for result in ("denied", "failed", "expired"):
        look(f"portal {result}", f"{base}/portal/bmw/esim?result={result}")

    assert inspection.wrong == []
    assert len(inspection.visited) > 25


def test_the_pages_that_only_mini_has(make_server: Callable[..., CloudServer], inspection: Inspection) -> None:
    base = make_server().start()
    inspection.look("MINI front", f"{base}/portal/mini?lang=ja")
    wait_for(inspection.browser, "portal-login-menu").click()
    inspection.look("MINI menu")
    click(inspection.browser, "portal-sign-in")
    inspection.look("MINI log in")
    click(inspection.browser, "login-continue")
    inspection.look("MINI log in refused")
    inspection.look("MINI captcha", f"{base}/captcha?lang=en")
    inspection.look("MINI log in en", f"{base}/login?next=/portal/mini/esim&lang=en")
    fill(inspection.browser, login_email=MIO[0])
    click(inspection.browser, "login-continue")
    inspection.look("MINI password")
    fill(inspection.browser, login_password="wrong")
    click(inspection.browser, "login-submit")
    inspection.look("MINI password refused")
    fill(inspection.browser, login_password=MIO[1])
    click(inspection.browser, "login-submit")
    inspection.look("MINI portal")
    inspection.look("MINI portal number", f"{base}/portal/mini/personal-data/numbers/new?lang=ja")
    fill(inspection.browser, portal_number_text="090-0000-4321")
    click(inspection.browser, "portal-number-save")
    inspection.look("MINI portal data")
    inspection.look("MINI portal activation", f"{base}/portal/mini/esim/activation")
    inspection.look("MINI account", f"{base}/account")
    assert inspection.wrong == []


def test_the_check_finds_what_is_wrong(tmp_path: Path, inspection: Inspection) -> None:
    """What a test cannot make fail is not a test."""
    page = tmp_path / "bad.html"
    head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body><main>'
    page.write_text(f'{head}<h1>x</h1><img src="x"><p style="color:#bbb">pale</p><input></main></body></html>')
    check = Inspection(inspection.browser)
    check.browser.get(page.as_uri())
    check.look("bad")
    found = " ".join(check.wrong)
    for rule in ("image-alt", "color-contrast", "label"):
        assert f"bad: {rule}" in found
