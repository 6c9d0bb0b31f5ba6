"""The guide's track for a computer, in a real browser: landing page → portal → operator → portal, over real servers."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from carrier_bench import MIO_ID, MIO_PASSWORD, SmsRecorder
from chain_bench import MIO_LINE, SORA, SORA_LINE, Chain
from cloud_bench import MIO, csrf_of, sign_in
from page_checks.chromium import chromium, click, fill, wait_for
from page_checks.visit import Inspection
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait
from test_procedure_browser import fill_details

from core.clock import Clock

pytestmark = pytest.mark.browser
RIN, RIN_LINE = ("rin.kato@example.com", "Bench-Kato-2026"), "09000007890"


@pytest.fixture
def chain(tmp_path: Path, clock: Clock) -> Iterator[Chain]:
    made = Chain(tmp_path, clock)
    made.carrier_server.introduce(made.cloud_server.base_url, ["bmw"])
    yield made
    made.close()


@pytest.fixture
def sms(chain: Chain) -> SmsRecorder:
    made = SmsRecorder()
    chain.carrier.sms.connect(made)
    return made


@pytest.fixture(scope="module")
def inspection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Inspection]:
    pictures = os.environ.get("ONEBENCH_PICTURES")
    with chromium(tmp_path_factory.mktemp("browser")) as browser:
        yield Inspection(browser, Path(pictures) if pictures else None)


def shown(browser: webdriver.Chrome, element_id: str) -> str:
    return browser.find_element(By.ID, element_id).text.replace("\n", "")


def portal_with_number(chain: Chain, browser: webdriver.Chrome, who: tuple[str, str], number: str) -> None:
    """BMW-JP-PC-01 to 07: up to the button that leads to the operator."""
    browser.get(f"{chain.carrier_server.base_url}/connected-car/?lang=ja")
    click(browser, "landing-use-bmw")
    click(browser, "language-ja")
    fill(browser, login_email=who[0], login_password=who[1])
    assert shown(browser, "login-submit") == "ログインする"
    click(browser, "login-submit")
    click(browser, "portal-esim-activate")
    assert shown(browser, "portal-activation-enter-number") == "携帯電話番号を入力して下さい"
    click(browser, "portal-activation-enter-number")
    click(browser, "portal-data-add")
    fill(browser, portal_number_text=number)
    Select(wait_for(browser, "portal-number-kind")).select_by_value("mobile")
    click(browser, "portal-number-save")
    click(browser, "portal-data-esim")


def log_in_at_operator(browser: webdriver.Chrome, sms: SmsRecorder, line: str, d_id: str, password: str) -> None:
    """BMW-JP-PC-08 and 09."""
    fill(browser, daccount_id=d_id)
    click(browser, "daccount-next")
    fill(browser, daccount_password=password, daccount_code=sms.last_code(line))
    click(browser, "daccount-login")


def associate(browser: webdriver.Chrome) -> None:
    """BMW-JP-PC-15 to 18, without the way back."""
    click(browser, "procedure-use-in-car")
    tick = wait_for(browser, "associate-agree")
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", tick)
    tick.click()
    click(browser, "associate-submit")


def test_from_the_landing_page_to_the_number_in_the_portal(
    chain: Chain, sms: SmsRecorder, inspection: Inspection
) -> None:
    browser, look = inspection.browser, inspection.look
    look("landing", f"{chain.carrier_server.base_url}/connected-car/?lang=ja")
    assert shown(browser, "landing-use-bmw") == "BMWで利用する"
    portal_with_number(chain, browser, MIO, "090 0000 4321")
    assert shown(browser, "portal-activation-submit") == "パーソナルeSIMの有効化"
    click(browser, "portal-activation-submit")
    assert browser.current_url.startswith(chain.carrier_server.base_url), "the policy lets the form lead there"
    log_in_at_operator(browser, sms, MIO_LINE, MIO_ID, MIO_PASSWORD)
    click(browser, "procedure-order-base")
    fill_details(browser, "base")
    click(browser, "order-next")
    wait_for(browser, "payment-phone-bill").click()
    click(browser, "payment-next")
    click(browser, "summary-complete")
    assert "お手続きが完了いたしました" in shown(browser, "complete-title")
    chain.clock.advance(chain.settings.order_activation_delay + 1)
    click(browser, "complete-back")
    assert "ワンナンバーサービス契約中" in shown(browser, "procedure-status")
    associate(browser)
    assert "サービスの連携を開始しました" in shown(browser, "associated-title")
    click(browser, "associated-back")
    wait_for(browser, "portal-esim-unlink")
    assert browser.find_element(By.ID, "portal-esim-result").get_attribute("data-result") == "linked"
    assert shown(browser, "portal-esim-operator") == "NTT DOCOMO"
    assert shown(browser, "portal-esim-number") == "090-0000-4321"
    assert shown(browser, "portal-esim-state") == "有効"
    look("track done", browser.current_url)
    look("track unlink", f"{chain.cloud_server.base_url}/portal/bmw/esim/unlink")
    look("inspector of the cloud", f"{chain.cloud_server.base_url}/bench?events=40")
    assert "LINKED" in shown(browser, "bench-table-people")
    click(browser, "bench-to-1")
    look("inspector of the operator", f"{browser.current_url}?events=40")
    assert "ONE_NUMBER" in shown(browser, "bench-table-lines")
    assert "USED" in shown(browser, "bench-table-requests")
    assert inspection.wrong == []


def test_already_subscribed_and_refused_and_another_number(
    chain: Chain, sms: SmsRecorder, inspection: Inspection
) -> None:
    """BMW-JP-PC-10a; and the ways in which an association comes to nothing are told where it began."""
    browser = inspection.browser
    browser.delete_all_cookies()
    portal_with_number(chain, browser, SORA, "090 0000 9999")
    click(browser, "portal-activation-submit")
    log_in_at_operator(browser, sms, SORA_LINE, "sora-ito", SORA[1])
    click(browser, "procedure-use-in-car")
    click(browser, "associate-cancel")
    click(browser, "refused-back")
    result = wait_for(browser, "portal-esim-result")
    assert result.get_attribute("data-result") == "denied"
    click(browser, "portal-esim-activate")
    click(browser, "portal-activation-submit")
    associate(browser)
    click(browser, "associated-back")
    result = wait_for(browser, "portal-esim-result")
    assert (result.get_attribute("data-result"), result.get_attribute("data-reason")) == (
        "failed",
        "esim.number_mismatch",
    )
    click(browser, "portal-esim-activate")
    click(browser, "portal-activation-data")
    browser.find_element(By.CSS_SELECTOR, "[id^=portal-data-edit-]").click()
    fill(browser, portal_number_text="０９０－００００－３４５６")
    click(browser, "portal-number-save")
    click(browser, "portal-data-esim")
    click(browser, "portal-activation-submit")
    associate(browser)
    click(browser, "associated-back")
    assert wait_for(browser, "portal-esim-result").get_attribute("data-result") == "linked"
    click(browser, "portal-esim-unlink")
    click(browser, "portal-unlink-submit")
    assert wait_for(browser, "portal-esim-result").get_attribute("data-result") == "unlinked"


def test_the_inspector_refreshes_in_place(chain: Chain, inspection: Inspection) -> None:
    browser = inspection.browser
    browser.get(f"{chain.cloud_server.base_url}/bench?events=40")
    wait_for(browser, "bench-raw-accounts").find_element(By.TAG_NAME, "summary").click()
    browser.execute_script("window.scrollTo(0, 120); document.activeElement.blur()")
    chain.cloud_server.services.accounts.add("new@example.com", "新しい 人", "New Person")
    people = (By.ID, "bench-table-people")
    waiting = WebDriverWait(browser, 15, poll_frequency=0.1, ignored_exceptions=[StaleElementReferenceException])
    waiting.until(lambda here: "new@example.com" in here.find_element(*people).text, "by itself")
    assert browser.find_element(By.ID, "bench-raw-accounts").get_attribute("open"), "what was unfolded stays so"
    assert browser.execute_script("return window.scrollY") == 120
    fill(browser, bench_q="new@example")
    waiting.until(lambda here: len(here.find_elements(By.CSS_SELECTOR, "#bench-table-people tbody tr")) == 1)


def test_an_account_that_is_not_tied_to_the_line(chain: Chain, sms: SmsRecorder, inspection: Inspection) -> None:
    """BMW-JP-PC-11 and 12: the error page says what to do, and after that the order goes on."""
    browser = inspection.browser
    browser.delete_all_cookies()
    portal_with_number(chain, browser, RIN, "090-0000-7890")
    click(browser, "portal-activation-submit")
    log_in_at_operator(browser, sms, RIN_LINE, "rin-kato", RIN[1])
    click(browser, "procedure-order-base")
    assert browser.find_element(By.ID, "daccount-not-tied").is_displayed()
    click(browser, "daccount-setup")
    fill(browser, setup_msisdn="090-0000-7890", setup_pin="7135")
    click(browser, "setup-submit")
    if browser.find_elements(By.ID, "procedure-order-base"):
        click(browser, "procedure-order-base")
    wait_for(browser, "order-base").click()
    assert browser.find_element(By.ID, "order-base").is_selected()


@pytest.mark.parametrize(("kind", "told"), [("down", "cannot be reached"), ("maintenance", "under maintenance")])
def test_the_operator_is_away_when_the_driver_goes_there(chain: Chain, kind: str, told: str) -> None:
    driver = chain.cloud.client()
    sign_in(driver, MIO)
    page = driver.get("/portal/bmw/personal-data/numbers/new?lang=en")
    form = {"csrf_token": csrf_of(page), "number": "09000004321", "kind": "mobile"}
    assert driver.post("/portal/bmw/personal-data/numbers/new", data=form).status_code == 303
    page = driver.get("/portal/bmw/esim/activation")
    number = re.search(r'name="number" value="(\d+)"', page.text)
    assert number
    form = {"csrf_token": csrf_of(page), "country": "JP", "operator": "docomo", "number": number[1]}
    chain.faults.set("carrier.server", kind)
    page = driver.post("/portal/bmw/esim/activation", data=form)
    assert page.status_code == 503
    assert told in page.text
    chain.faults.clear("carrier.server")
    answers = [driver.post("/portal/bmw/esim/activation", data=form) for _ in range(2)]  # a double click
    assert all(answer.location.startswith(chain.carrier_server.base_url) for answer in answers)
    assert 'data-state="requested"' in driver.get("/portal/bmw/esim").text
