"""The phone's browser with real pages: who is told of the subscriber, codes filled in, the way into the app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
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
from phone_app.landing import Landed
from phone_app.packet_header import is_on_the_bench, origin_of, session_for

WAIT = 15.0
TOKEN = "packet-session-of-hana"
FORM = """<form action="/next"><input id="code" autocomplete="one-time-code"></form>
<p><a id="away" href="/away">away</a> <a id="deep" href="mybmw://esim/association?result=linked">app</a>
<a id="real" href="http://192.0.2.1/">real</a> <a id="new" href="/other" target="_blank">new</a></p>"""


class Desk:
    """An operator, a stranger, and a phone with both in its browser."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.stranger = Site({"/": "<p id='stranger'>stranger <a id='home' href='/home'>home</a></p>"})
        self.carrier = Site({"/": FORM, "/other": "<p id='other'>other</p>"})
        self.carrier.pages["/away"] = f"{self.stranger.url}/"
        self.stranger.pages["/home"] = f"{self.carrier.url}/other"
        self.start()

    def start(self) -> Screen:
        self.phone = Phone(
            folder=self.folder / "phone",
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
            sites={"carrier": f"{self.carrier.url}/", "portal": f"{self.stranger.url}/"},
            motion=False,
        )
        self.screen = Screen("phone", self.phone.window)
        self.handset = self.phone.handset
        self.handset.mobile.packet_session = TOKEN
        return self.screen

    def until(self, condition: Any) -> None:
        assert self.screen.wait(condition, WAIT)

    def open_carrier(self) -> None:
        self.screen.tap("phone.home.browser")
        self.screen.tap("phone.browser.site.carrier")
        self.until(lambda: "phone.web.code" in self.screen.ids())

    def close(self) -> None:
        self.phone.close()
        self.carrier.close()
        self.stranger.close()
        self.clock.close()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.close()


def session(headers: dict[str, str]) -> str:
    return headers.get("x-packet-session", "")


@pytest.mark.web_engine
def test_only_the_operator_hears_who_is_on_mobile_data(desk: Desk) -> None:
    screen = desk.screen
    desk.handset.preferences.set(wifi=False)
    desk.open_carrier()
    assert session(desk.carrier.headers("/")[-1]) == TOKEN
    screen.tap("phone.web.away")  # the operator's own site leads on to another one
    desk.until(lambda: "phone.web.stranger" in screen.ids())
    assert session(desk.carrier.headers("/away")[-1]) == TOKEN
    assert [session(headers) for headers in desk.stranger.headers("/")] == [""]
    screen.tap("phone.web.home")  # and that one back to the operator
    desk.until(lambda: "phone.web.other" in screen.ids())
    assert session(desk.stranger.headers("/home")[-1]) == ""
    assert session(desk.carrier.headers("/other")[-1]) == TOKEN
    screen.tap("phone.shell.back")
    desk.until(lambda: "phone.web.stranger" in screen.ids())
    screen.tap("phone.shell.back")
    desk.until(lambda: "phone.web.code" in screen.ids())
    screen.tap("phone.shell.status")
    screen.tap("phone.shell.quick.wifi")
    desk.handset.take("quick", False)
    asked = len(desk.carrier.headers("/"))
    screen.tap("phone.browser.reload")
    desk.until(lambda: len(desk.carrier.headers("/")) > asked)
    assert session(desk.carrier.headers("/")[-1]) == ""


@pytest.mark.web_engine
def test_a_code_is_read_in_messages_and_filled_in(desk: Desk) -> None:
    screen = desk.screen
    desk.open_carrier()
    screen.type_text("phone.web.code", "half")
    desk.handset.mobile.sms_arrived(Landed("1", "NTT DOCOMO", "Your security code is 482913."))
    desk.until(lambda: screen.find("phone.browser.fillCode"))
    screen.tap("phone.shell.banner")
    assert "Your security code is 482913." in screen.labels()
    screen.tap("phone.shell.home")
    screen.tap("phone.home.browser")
    assert screen.value("phone.web.code", "value") == "half"  # the page waited
    screen.tap("phone.browser.fillCode")
    desk.until(lambda: screen.value("phone.web.code", "value") == "482913")
    desk.until(lambda: screen.find("phone.browser.fillCode") is None)


@pytest.mark.web_engine
def test_a_deep_link_asks_and_strangers_of_the_bench_are_not_asked(desk: Desk) -> None:
    screen = desk.screen
    desk.open_carrier()
    screen.tap("phone.web.new")  # a new window is the same one here
    desk.until(lambda: "phone.web.other" in screen.ids())
    screen.tap("phone.browser.back")
    desk.until(lambda: "phone.web.deep" in screen.ids())
    screen.tap("phone.web.deep")
    desk.until(lambda: screen.find("phone.shell.openIn.open"))
    assert 'Open in "My BMW"?' in screen.labels()
    screen.tap("phone.shell.openIn.cancel")
    screen.tap("phone.web.real")
    desk.until(lambda: "This page is not on the bench" in screen.labels())
    screen.tap("phone.shell.back")
    desk.until(lambda: "phone.web.deep" in screen.ids())
    screen.tap("phone.web.deep")
    desk.until(lambda: screen.find("phone.shell.openIn.open"))
    screen.tap("phone.shell.openIn.open")
    desk.until(lambda: desk.handset.shell.screen == "mybmw.start")


@pytest.mark.web_engine
def test_cookies_outlive_the_phone_and_trouble_has_a_way_on(desk: Desk) -> None:
    screen = desk.screen
    desk.open_carrier()
    desk.phone.close()
    screen = desk.start()
    desk.open_carrier()
    assert desk.carrier.headers("/")[-1].get("cookie") == "seen=1"
    desk.handset.preferences.set(wifi=False, cellular=False)
    screen.tap("phone.browser.reload")
    desk.until(lambda: "The phone is offline" in screen.labels())
    desk.handset.preferences.set(wifi=True)
    screen.tap("phone.browser.retry")
    desk.until(lambda: "phone.web.code" in screen.ids())
    screen.tap("phone.browser.close")
    desk.until(lambda: screen.find("phone.web") is None)
    assert desk.handset.shell.screen == "browser.start"


ADDRESSES = st.one_of(
    st.text(max_size=40),
    st.builds(
        "{}://{}{}/{}".format, st.sampled_from(["http", "https", "ftp", "HTTP"]), st.text(), st.text(), st.text()
    ),
)


@given(ADDRESSES)
def test_whatever_the_address_only_the_operators_origin_gets_the_session(address: str) -> None:
    origins = {"http://127.0.0.1:8"}
    for bearer in ("wifi", "cellular", "none"):
        value = session_for(address, origins=origins, bearer=bearer, session=TOKEN)
        assert value == (TOKEN if bearer == "cellular" and origin_of(address) in origins else "")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://127.0.0.1:8/x?y", True),
        ("http://user@127.0.0.1:8/", True),
        ("http://127.0.0.1:8@evil.example/", False),
        ("http://127.0.0.1:88/", False),
        ("https://127.0.0.1:8/", False),
        ("http://127.0.0.1/", False),
    ],
)
def test_an_origin_is_scheme_host_and_port(address: str, told: bool) -> None:
    assert bool(session_for(address, origins={"http://127.0.0.1:8"}, bearer="cellular", session="x")) == told
    assert session_for(address, origins={"http://127.0.0.1:8"}, bearer="cellular", session=None) == ""


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("http://127.0.0.1:1/", True),
        ("http://localhost/", True),
        ("http://[::1]:80/", True),
        ("https://bench.example:8443/page", True),
        ("https://bench.example/", False),
        ("https://www.docomo.ne.jp/", False),
        ("file:///etc/passwd", False),
        ("about:blank", True),
        ("http://127.0.0.1.example/", False),
    ],
)
def test_the_bench_does_not_leave_the_desk(address: str, there: bool) -> None:
    assert is_on_the_bench(address, known=("https://bench.example:8443/",)) == there
