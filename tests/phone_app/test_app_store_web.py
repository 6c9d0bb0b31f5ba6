"""The store on the real window: an icon that is held, an app that a page misses, cookies that go with the app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from web_sites import Site

from core.brand import load_brand
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from core.settings import Settings
from core.ui.screen import Screen
from phone_app.app import Phone

WAIT = 15.0


class Bench:
    """A phone without a service: the store needs none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock(rate=20)
        self.site = Site({"/": "<p id='here'>here</p>"})
        self.phone = Phone(
            folder=folder,
            brand=load_brand("bmw"),
            language="en",
            cloud_url="http://127.0.0.1:9",
            air_address=None,
            scene_url=None,
            camera="scene",
            clock=self.clock,
            events=EventLog(self.clock),
            faults=Faults(),
            randomness=SystemRandomness(),
            settings=Settings(),
            sites={"carrier": f"{self.site.url}/"},
            motion=False,
        )
        self.screen = Screen("phone", self.phone.window)

    def until(self, condition: Any) -> None:
        assert self.screen.wait(condition, WAIT)

    def see(self, name: str) -> None:
        self.until(lambda: name in self.screen.ids())

    def remove(self) -> None:
        self.screen.long_press("phone.home.mybmw")
        self.see("phone.shell.remove.confirm")
        self.screen.tap("phone.shell.remove.confirm")
        self.until(lambda: "phone.home.mybmw" not in self.screen.ids())

    def close(self) -> None:
        self.phone.close()
        self.site.close()
        self.clock.close()


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    bench.close()


def test_an_icon_that_is_held_does_not_open_its_app(bench: Bench) -> None:
    screen = bench.screen
    screen.long_press("phone.home.mybmw")
    bench.see("phone.shell.remove.cancel")
    screen.tap("phone.shell.remove.cancel")
    bench.until(lambda: "phone.shell.remove.cancel" not in screen.ids())
    assert bench.phone.handset.shell.front == "home"
    screen.tap("phone.home.mybmw")
    bench.see("phone.app.start.signIn")


def test_the_menu_key_holds_an_icon_too(bench: Bench) -> None:
    bench.phone.window.requestActivate()
    icon = bench.screen.find("phone.home.mybmw")
    assert icon is not None
    icon.item.forceActiveFocus()
    bench.screen.key("Menu")
    bench.see("phone.shell.remove.confirm")


def test_an_app_comes_by_touch_and_its_icon_with_it(bench: Bench) -> None:
    bench.remove()
    screen = bench.screen
    screen.tap("phone.home.store")
    bench.see("phone.store.list.get.mybmw")
    screen.tap("phone.store.list.get.mybmw")
    bench.see("phone.store.list.open.mybmw")
    screen.tap("phone.shell.home")
    bench.see("phone.home.mybmw")


def test_a_page_that_misses_the_app_leads_to_the_store(bench: Bench) -> None:
    bench.remove()
    bench.phone.handset.take("deepLink", "mybmw://esim/association")
    bench.see("phone.shell.openIn.open")
    assert "To the App store" in bench.screen.labels()
    bench.screen.tap("phone.shell.openIn.open")
    bench.see("phone.store.page.get")


def test_pages_that_chromium_did_not_read_yet_are_removed_without_it(bench: Bench) -> None:
    kept = bench.folder / "web" / "mybmw" / "Cookies"
    kept.parent.mkdir(parents=True)
    kept.write_text("kept")
    bench.remove()
    bench.until(lambda: not kept.parent.exists())


@pytest.mark.web_engine
def test_the_cookies_of_an_apps_pages_go_with_the_app(bench: Bench) -> None:
    app, screen = bench.phone.handset.brand_app, bench.screen

    def look() -> str:
        """The cookie that the app's page sends; its site gives one with each answer."""
        asked = len(bench.site.headers("/"))
        app.web.open(f"{bench.site.url}/")
        app.go("provider")
        bench.phone.handset.shell.open("mybmw")
        bench.until(lambda: len(bench.site.headers("/")) > asked)
        bench.see("phone.web.here")
        return bench.site.headers("/")[-1].get("cookie", "")

    assert look() == ""
    assert look() == "seen=1"
    screen.tap("phone.shell.home")
    bench.remove()
    bench.phone.handset.keeping.installed.put_on("mybmw")
    assert look() == ""
