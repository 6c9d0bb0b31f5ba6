"""Debian's Chromium for tests, without anything that reaches out of the machine."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support import expected_conditions as seen
from selenium.webdriver.support.ui import WebDriverWait

PHONE = (420, 880)
DESKTOP = (1280, 900)
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=420,880",
)


@contextlib.contextmanager
def chromium(folder: Path) -> Iterator[webdriver.Chrome]:
    """A browser with a new profile in `folder`; skips the test where there is none."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("Chromium and its driver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for switch in (*SWITCHES, f"--user-data-dir={folder}"):
        options.add_argument(switch)
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    try:
        yield browser
    finally:
        browser.quit()


def wait_for(browser: webdriver.Chrome, element_id: str):
    """The element, when it can be clicked."""
    return WebDriverWait(browser, 10, poll_frequency=0.05).until(seen.element_to_be_clickable((By.ID, element_id)))


def click(browser: webdriver.Chrome, element_id: str) -> None:
    """Touch it and wait until its page has gone."""
    element = wait_for(browser, element_id)
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()
    WebDriverWait(browser, 10, poll_frequency=0.05).until(lambda _browser: _has_gone(element))


def _has_gone(element: WebElement) -> bool:
    """The element's page was left. Chromium's driver has two words for it, one of them while the page goes."""
    try:
        element.is_enabled()
    except StaleElementReferenceException:
        return True
    except WebDriverException as error:
        if "does not belong to the document" not in (error.msg or ""):
            raise
        return True
    return False


def fill(browser: webdriver.Chrome, **texts: str) -> None:
    """Type into fields; `_` in a name stands for `-` in the id."""
    for name, text in texts.items():
        field = wait_for(browser, name.replace("_", "-"))
        field.clear()
        field.send_keys(text)


def resize(browser: webdriver.Chrome, size: tuple[int, int]) -> None:
    """Exactly this inner size, in CSS pixels."""
    width, height = size
    given = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", given)


def night(browser: webdriver.Chrome, dark: bool) -> None:
    """What the device says it prefers."""
    scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})
