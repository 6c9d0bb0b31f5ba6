"""The guide's way with the real servers: app, operator's site over mobile data or Wi-Fi, and back to the app."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from cloud.association.place import CarrierPlace
from cloud.carrier.association.clients import AssociationClient
from cloud.carrier.server import CarrierServer
from cloud.network.server import RadioServer
from cloud.server import CloudServer
from core.brand import load_brand
from core.clock import Clock
from core.demo import demo_data
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from core.settings import Settings
from core.ui.screen import Screen
from phone_app.app import Phone

WAIT = 20.0
WHO = "sora.ito@example.com"
"""Has a contract with the operator, and the car maker does not know of it."""
SECRET = "secret-of-both"


class Town:
    """Car maker, operator, mobile network and Sora's phone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.events = EventLog(self.clock)
        parts: dict[str, Any] = {"clock": self.clock, "events": self.events, "faults": Faults()}
        parts |= {"randomness": SystemRandomness(), "settings": Settings()}
        self.parts = parts
        self.line = next(line for line in demo_data()["lines"] if line["owner"] == WHO)
        self.person = next(account for account in demo_data()["accounts"] if account["email"] == WHO)
        client = AssociationClient("oem", SECRET)
        self.carrier = CarrierServer(folder=self._part("carrier"), clients=[client], **parts)
        self.carrier.start()
        services = self.carrier.services
        self.radio = RadioServer(
            folder=self._part("network"), hlr=services.hlr, service_call=services.desk.service_call, **parts
        )
        self.air = self.radio.start()
        services.sms.connect(self.radio.sms)
        services.packet.connect(self.radio.packets)
        place = CarrierPlace(self.carrier.base_url, "oem", SECRET)
        self.cloud = CloudServer(folder=self._part("cloud"), brand=load_brand("bmw"), carrier=place, **parts)
        self.cloud.start()
        self.start_phone()

    def _part(self, name: str) -> Path:
        (self.folder / name).mkdir()
        return self.folder / name

    def start_phone(self) -> Screen:
        self.phone = Phone(
            folder=self.folder / "phone",
            brand=load_brand("bmw"),
            language="ja",
            cloud_url=self.cloud.base_url,
            air_address=None,
            radio_address=self.air,
            persona="sora",
            sites={"carrier": f"{self.carrier.base_url}/procedure"},
            scene_url=None,
            camera="scene",
            motion=False,
            **self.parts,
        )
        self.handset = self.phone.handset
        self.screen = Screen("phone", self.phone.window)
        self.until(lambda: self.handset.mobile.packet_session)
        return self.screen

    def until(self, condition: Callable[[], object]) -> None:
        state = self.handset.brand_app.state()
        if not self.screen.wait(condition, WAIT):
            print("\n".join(e.to_json() for e in self.events.recent()[-25:]), self.handset.state()["web"])
            raise AssertionError((self.handset.shell.screen, state["error"], self.screen.labels()))

    def tap(self, *names: str) -> None:
        for name in names:
            self.until(lambda name=name: self.screen.find(name))  # type: ignore[misc]
            self.screen.tap(name)

    def sign_in(self) -> None:
        self.tap("phone.home.mybmw", "phone.app.start.signIn", "phone.app.intro.continue", "phone.web.login-email")
        self.screen.type_text("phone.web.login-email", WHO)
        self.screen.type_text("phone.web.login-password", self.person["password"])
        self.tap("phone.web.login-submit")
        self.until(lambda: self.handset.shell.screen == "mybmw.pinSet")
        self.tap(*(f"phone.app.pin.{digit}" for digit in "13791379"))
        self.until(lambda: self.handset.shell.screen == "mybmw.terms")
        for term in self.handset.brand_app.state()["terms"]:
            self.tap(f"phone.app.terms.accept.{term['id']}")
        self.tap("phone.app.terms.agree", "phone.app.tab.profile")

    def to_the_operator(self, number: str) -> None:
        self.tap("phone.app.profile.esim", "phone.app.esim.activate", "phone.app.esim.number")
        self.screen.type_text("phone.app.esim.number", number)
        self.tap("phone.app.esim.connect")

    def associate(self) -> None:
        for name in ("procedure-use-in-car", "associate-agree", "associate-submit", "associated-back"):
            self.tap(f"phone.web.{name}")
        self.tap("phone.shell.openIn.open")

    def close(self) -> None:
        self.phone.close()
        self.cloud.stop()
        self.radio.stop()
        self.carrier.stop()
        self.clock.close()


@pytest.fixture
def town(tmp_path: Path, qtbot: QtBot) -> Iterator[Town]:
    town = Town(tmp_path)
    yield town
    town.close()


@pytest.mark.web_engine
def test_over_mobile_data_the_network_pin_is_enough(town: Town) -> None:
    screen, number = town.screen, str(town.line["msisdn"])
    town.handset.preferences.set(wifi=False)
    town.sign_in()
    town.to_the_operator(number[-4:])
    town.tap("phone.web.pin-code")
    assert "暗証番号確認" in screen.labels()  # SP-14a
    screen.type_text("phone.web.pin-code", town.line["network_pin"])
    town.tap("phone.web.pin-submit")
    town.associate()
    town.until(lambda: "リクエスト完了" in screen.labels())  # SP-40
    town.tap("phone.app.esim.completed.ok", "phone.app.profile.esim")  # SP-41
    town.until(lambda: {"有効", f"{number[:3]}-{number[3:7]}-{number[7:]}"} <= set(screen.labels()))  # SP-42
    spots = [screen.find("phone.app.esim.unlink"), screen.find("phone.web")]
    assert spots[0] is not None
    assert spots[1] is None


@pytest.mark.web_engine
def test_over_wifi_the_code_comes_by_sms_and_a_wrong_number_is_told(town: Town) -> None:
    screen = town.screen
    town.sign_in()
    town.to_the_operator("0000")
    town.tap("phone.web.daccount-id")
    screen.type_text("phone.web.daccount-id", town.line["d_account"])
    town.tap("phone.web.daccount-next")
    town.until(lambda: town.handset.messages.code)  # SP-14b: the operator's SMS over the radio network
    town.tap("phone.web.daccount-password")
    screen.type_text("phone.web.daccount-password", town.line["d_password"])
    town.tap("phone.browser.fillCode")
    town.until(lambda: len(str(screen.value("phone.web.daccount-code", "value"))) == 6)
    town.tap("phone.web.daccount-login")
    town.associate()
    town.until(lambda: town.handset.shell.screen == "mybmw.esimProblem")
    assert "電話番号が一致しません" in screen.labels()
    town.tap("phone.app.esim.problem.again")
    town.until(lambda: screen.find("phone.app.esim.number"))


def test_calls_and_service_codes_reach_the_real_network(town: Town) -> None:
    screen = town.screen
    town.tap("phone.home.dialer", *(f"phone.dialer.key.{digit}" for digit in "111"), "phone.dialer.call")
    town.until(lambda: town.handset.state()["dialer"]["call"].get("state") == "connected")  # the echo line
    town.tap("phone.dialer.call.hangUp", "phone.dialer.call.hangUp")
    town.until(lambda: town.handset.shell.screen == "dialer.keypad")
    keys = {"*": "star", "#": "hash"}
    town.tap(*(f"phone.dialer.key.{keys.get(sign, sign)}" for sign in "*#103#"), "phone.dialer.call")
    town.until(lambda: screen.find("phone.dialer.service.close"))
    assert town.handset.state()["dialer"]["service"]["state"] == "answer"
    town.tap("phone.dialer.service.close", "phone.shell.home", "phone.shell.status", "phone.shell.quick.airplane")
    town.until(lambda: not town.radio.packets.msisdn_of(town.handset.mobile.packet_session or ""))
    town.tap("phone.shell.quick.airplane")
    town.until(lambda: town.handset.mobile.packet_session)
