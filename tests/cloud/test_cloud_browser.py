"""A real browser walks from the car's QR address to the approval, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests
from cloud_bench import DEVICE_GRANT, HANA
from page_checks.chromium import chromium, wait_for
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from cloud.server import CloudServer

pytestmark = pytest.mark.browser


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[webdriver.Chrome]:
    with chromium(tmp_path / "browser") as chrome:
        yield chrome


@pytest.mark.parametrize(
    ("language", "login", "question", "result"),
    [
        ("ja", "ログインする", "このクルマをログインしますか？", "クルマをログインしています"),
        ("en", "Login", "Sign in this car?", "Your car is being signed in"),
    ],
)
def test_from_the_qr_code_to_the_approval(
    make_server: Callable[..., CloudServer],
    browser: webdriver.Chrome,
    language: str,
    login: str,
    question: str,
    result: str,
) -> None:
    base = make_server().start()
    form = {"client_id": "bmw-car", "vin": "WBYBENCHX00000000"}
    asked = requests.post(f"{base}/oauth/device_authorization", data=form, timeout=10).json()
    browser.get(asked["verification_uri_complete"])
    wait_for(browser, f"language-{language}").click()
    assert wait_for(browser, "login-submit").text == login
    show = wait_for(browser, "login-password-show")
    browser.find_element(By.ID, "login-email").send_keys(HANA[0])
    browser.find_element(By.ID, "login-password").send_keys(HANA[1])
    show.click()
    assert browser.find_element(By.ID, "login-password").get_attribute("type") == "text", "the page's script runs"
    wait_for(browser, "login-submit").click()
    approve = wait_for(browser, "device-approve")
    assert browser.find_element(By.TAG_NAME, "h1").text.replace("\n", "") == question
    assert browser.find_element(By.ID, "device-code").text == asked["user_code"]
    assert "BMW iX xDrive50" in browser.find_element(By.ID, "device-car").text
    width = browser.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
    assert width <= 0, "nothing sticks out on a phone"
    approve.click()
    wait_for(browser, "device-account-link")
    assert browser.find_element(By.ID, "device-result").text.replace("\n", "") == result
    form = {"grant_type": DEVICE_GRANT, "client_id": "bmw-car", "device_code": asked["device_code"]}
    assert requests.post(f"{base}/oauth/token", data=form, timeout=10).status_code == 200
    assert browser.get_log("browser") == [], "no script error, nothing stopped by the security policy"


def test_what_was_typed_goes_along_to_the_other_language_and_the_form_beside(
    make_server: Callable[..., CloudServer], browser: webdriver.Chrome
) -> None:
    base = make_server().start()
    browser.get(f"{base}/login?lang=en")
    wait_for(browser, "login-email").send_keys("taro+1@example.com")
    browser.find_element(By.ID, "login-password").send_keys("Yamada-2026")
    browser.find_element(By.ID, "login-register").click()
    name = wait_for(browser, "register-name")
    assert browser.find_element(By.ID, "register-email").get_attribute("value") == "taro+1@example.com"
    name.send_keys("山田 太郎 & 花")
    browser.find_element(By.ID, "register-password").send_keys("Yamada-2026")
    browser.find_element(By.ID, "language-ja").click()
    WebDriverWait(browser, 10).until(lambda page: page.find_element(By.TAG_NAME, "html").get_attribute("lang") == "ja")
    assert wait_for(browser, "register-name").get_attribute("value") == "山田 太郎 & 花"
    assert browser.find_element(By.ID, "register-email").get_attribute("value") == "taro+1@example.com"
    assert browser.find_element(By.ID, "register-password").get_attribute("value") == ""
    assert "#" not in browser.current_url


def test_the_password_rule_is_shown_while_typing(
    make_server: Callable[..., CloudServer], browser: webdriver.Chrome
) -> None:
    base = make_server().start()
    browser.get(f"{base}/register?lang=en")
    password = wait_for(browser, "register-password")

    def met() -> list[str]:
        items = browser.find_elements(By.CSS_SELECTOR, "#register-rule li.met")
        return [item.get_attribute("data-point") for item in items]

    assert met() == []
    password.send_keys("taro")
    assert met() == ["letter", "not_email"]
    browser.find_element(By.ID, "register-email").send_keys("Taro@example.com")
    assert met() == ["letter"]
    password.clear()
    password.send_keys("Yamada-2026")
    assert met() == ["length", "letter", "digit", "not_email"]
