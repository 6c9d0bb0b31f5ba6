"""The whole phone with its window, driven by touches: the air, the log-in page, the car, switching off and on."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from on_screen_keys import keys, touch_key
from pytestqt.qtbot import QtBot

from cloud.server import CloudServer
from core.air import AirClient, AirHub, PairingRequest
from core.brand import load_brand
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.http import HttpClient
from core.randomness import SystemRandomness
from core.settings import Settings
from core.ui.screen import Screen
from phone_app.app import Phone
from phone_app.scanner.view import ScannerController

BRAND = load_brand("bmw")
WAIT = 15.0

FORGED_LINK = """(() => { const link = document.createElement("a"); link.id = "forged"; link.href = "%s";
  link.textContent = "forged"; link.style.display = "block"; document.body.prepend(link); })()"""


class Bench:
    """A cloud, the air and a phone on one clock."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language = folder, language
        self.clock = Clock()
        self.events = EventLog(self.clock)
        self.faults = Faults()
        self.settings = Settings()
        self.parts: dict[str, Any] = {"clock": self.clock, "events": self.events, "faults": self.faults}
        self.hub = AirHub(**self.parts)
        self.air = self.hub.start()
        self.cloud: CloudServer | None = None
        self.cloud_url = "http://127.0.0.1:9"
        self.phone: Phone | None = None

    def start_cloud(self) -> None:
        (self.folder / "cloud").mkdir()
        self.cloud = CloudServer(
            folder=self.folder / "cloud",
            randomness=SystemRandomness(),
            settings=self.settings,
            brand=BRAND,
            **self.parts,
        )
        self.cloud_url = self.cloud.start()

    def start_phone(self, camera: str = "scene") -> Screen:
        self.phone = Phone(
            folder=self.folder / "phone",
            brand=BRAND,
            language=self.language,
            cloud_url=self.cloud_url,
            air_address=self.air,
            scene_url=None,
            camera=camera,
            randomness=SystemRandomness(),
            settings=self.settings,
            motion=False,
            **self.parts,
        )
        self.screen = Screen("phone", self.phone.window)
        return self.screen

    def stop_phone(self) -> None:
        if self.phone is not None:
            self.phone.close()
            self.phone = None

    @property
    def handset(self) -> Any:
        assert self.phone is not None
        return self.phone.handset

    def reach(self, name: str) -> None:
        state = self.handset.brand_app.state
        assert self.screen.wait(lambda: self.handset.shell.screen == name, WAIT), (
            self.handset.shell.screen,
            state()["error"],
        )

    def until(self, condition: Callable[[], object]) -> None:
        assert self.screen.wait(condition, WAIT)

    def type_pin(self, pin: str) -> None:
        for digit in pin:
            self.screen.tap(f"phone.app.pin.{digit}")

    def close(self) -> None:
        self.stop_phone()
        self.hub.stop()
        if self.cloud is not None:
            self.cloud.stop()
        self.clock.close()


@pytest.fixture(params=["ja", "en"])
def bench(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(tmp_path, request.param)
    yield bench
    bench.close()


@pytest.fixture
def car(bench: Bench) -> Iterator[AirClient]:
    client = AirClient(bench.air, name="BMW iX", kind="car", device_address="02:CA", **bench.parts)
    client.connect()
    assert client.wait_up()
    yield client
    client.close()


def test_a_car_pairs_with_the_phone_and_reads_its_contacts(bench: Bench, car: AirClient) -> None:
    screen = bench.start_phone()
    numbers: queue.Queue[PairingRequest] = queue.Queue()
    results: queue.Queue[tuple[str, bool, str]] = queue.Queue()
    car.on_pairing = numbers.put
    car.on_paired = lambda *values: results.put(values)
    bench.until(lambda: car.inquire())
    (device,) = car.inquire()
    assert device.name == ("花のスマートフォン" if bench.language == "ja" else "Hana's phone")
    car.pair(device.address)
    number = numbers.get(timeout=WAIT).number
    bench.until(lambda: screen.find("phone.shell.pairing.confirm"))
    assert f"{number[:3]} {number[3:]}" in screen.labels()
    screen.tap("phone.shell.pairing.confirm")
    car.confirm(device.address)
    assert results.get(timeout=WAIT) == (device.address, True, "")
    car.connect_profile(device.address)
    assert ("伊藤 翼" if bench.language == "ja" else "Tsubasa Ito") in car.pull_phonebook(device.address)
    bench.until(lambda: bench.handset.bluetooth.state()["paired"])
    bench.stop_phone()
    bench.start_phone()
    bench.until(lambda: bench.handset.radio.is_up)
    car.connect_profile(device.address)  # the bond outlived the phone's restart
    bench.until(lambda: bench.handset.bluetooth.state()["paired"][0]["connected"])


def test_language_and_appearance_change_at_once(bench: Bench) -> None:
    screen = bench.start_phone()
    screen.tap("phone.home.settings")
    screen.tap("phone.settings.list.language")
    other = "en" if bench.language == "ja" else "ja"
    screen.tap(f"phone.settings.language.{other}")
    screen.tap("phone.settings.language.back")
    bench.until(lambda: ("Connections" if other == "en" else "接続") in screen.labels())
    before = screen.grab().pixelColor(20, 760).lightness()
    screen.tap("phone.settings.list.appearance.night")
    bench.until(lambda: screen.grab().pixelColor(20, 760).lightness() < before / 3)


def test_the_phone_gets_a_name(bench: Bench) -> None:
    screen = bench.start_phone()
    screen.tap("phone.home.settings")
    screen.tap("phone.settings.list.phoneName")
    screen.clear("phone.settings.phoneName.field")
    screen.type_text("phone.settings.phoneName.field", "Bench 1")
    screen.tap("phone.settings.phoneName.save")
    bench.until(lambda: bench.handset.name == "Bench 1" and bench.handset.radio.name == "Bench 1")
    assert "Bench 1" in screen.labels()


def test_the_window_keeps_its_shape_at_any_size(bench: Bench) -> None:
    screen = bench.start_phone()
    assert bench.phone is not None
    bench.phone.window.resize(700, 700)
    screen.tap("phone.home.contacts")
    bench.reach("contacts.list")
    bench.phone.window.resize(210, 440)
    bench.until(lambda: screen.spot("phone.shell.home"))
    screen.tap("phone.shell.home")
    bench.reach("home")


def test_a_cloud_that_is_away_is_told_with_a_way_on(bench: Bench) -> None:
    screen = bench.start_phone()
    screen.tap("phone.home.mybmw")
    screen.tap("phone.app.start.signIn")
    screen.tap("phone.app.intro.continue")
    bench.reach("mybmw.signInFailed")
    assert ("サービスに接続できません" if bench.language == "ja" else "No connection to the service") in screen.labels()
    screen.tap("phone.app.problem.back")
    bench.reach("mybmw.intro")


@pytest.mark.web_engine
def test_from_the_log_in_page_to_an_approved_car(bench: Bench) -> None:
    bench.start_cloud()
    screen = bench.start_phone(camera=str(bench.folder / "no-camera"))
    screen.tap("phone.home.mybmw")
    screen.tap("phone.app.start.signIn")
    screen.tap("phone.app.intro.continue")
    bench.until(lambda: "phone.web.login-email" in screen.ids())
    assert ("ログインする" if bench.language == "ja" else "Login") in screen.labels()
    screen.type_text("phone.web.login-email", "mio.tanaka@example.com")
    screen.type_text("phone.web.login-password", "wrong")
    screen.tap("phone.web.login-submit")
    bench.until(lambda: "phone.web.login-password" in screen.ids() and "sign_in.refused" in kinds(bench))
    bench.until(lambda: screen.value("phone.web.login-password", "value") == "")  # the page itself says what is wrong
    screen.type_text("phone.web.login-password", "Bench-Tanaka-2026")
    screen.tap("phone.web.login-submit")
    bench.reach("mybmw.pinSet")
    assert screen.find("phone.web") is None
    bench.type_pin("13791379")
    bench.reach("mybmw.terms")
    for term in bench.handset.brand_app.state()["terms"]:
        screen.tap(f"phone.app.terms.accept.{term['id']}")
    screen.tap("phone.app.terms.agree")
    bench.reach("mybmw.welcome")

    user_code = ask_for_a_code(bench)
    screen.tap("phone.app.tab.profile")
    screen.tap("phone.app.profile.settings")
    screen.tap("phone.app.settings.scan")
    bench.until(lambda: screen.find("phone.app.scan.retry"))  # there is no camera: the code is typed
    screen.tap("phone.app.scan.typeCode")
    for letter in user_code.replace("-", ""):
        screen.tap(f"phone.app.code.{letter}")
    bench.reach("mybmw.confirmCar")
    assert user_code in screen.labels()
    assert BRAND.demo_model in screen.labels()
    screen.tap("phone.app.confirm.approve")
    bench.reach("mybmw.approved")

    bench.stop_phone()
    screen = bench.start_phone()
    screen.tap("phone.home.mybmw")
    bench.type_pin("1379")
    bench.reach("mybmw.car")


def test_the_cameras_libraries_are_loaded_before_the_first_scan(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    if bench.language == "en":
        pytest.skip("the same in both languages")
    prepared: list[str] = []
    monkeypatch.setattr(ScannerController, "prepare", lambda self: prepared.append(bench.handset.shell.screen))
    bench.start_phone()
    assert bench.phone is not None
    bench.handset.take("open", "mybmw")
    bench.until(lambda: bench.handset.shell.screen == "mybmw.start")
    assert bench.phone.view_model.property("scanner") is None
    bench.handset.brand_app.go("profile")
    bench.until(lambda: prepared)
    bench.handset.brand_app.go("car")
    assert prepared == ["mybmw.profile"]


@pytest.mark.web_engine
def test_the_log_in_page_is_typed_by_touch_alone(bench: Bench) -> None:
    if bench.language == "en":
        pytest.skip("the same in both languages")
    bench.start_cloud()
    screen = bench.start_phone()
    for name in ("phone.home.mybmw", "phone.app.start.signIn", "phone.app.intro.continue"):
        screen.tap(name)
    bench.until(lambda: "phone.web.login-email" in screen.ids())
    screen.tap("phone.web.login-email")
    bench.until(lambda: {"h", "English"} <= keys(screen).keys() and above_the_keyboard(screen, "phone.web"))
    type_by_touch(screen, "phone.web.login-email", "ha")
    screen.tap("phone.web.login-password")
    type_by_touch(screen, "phone.web.login-password", "n")
    assert above_the_keyboard(screen, "phone.web.login-submit")


def type_by_touch(screen: Screen, element_id: str, text: str) -> None:
    """Touch the keys of `text` one by one. A page that still moves may lose the first touch; a person touches again."""
    for end in range(1, len(text) + 1):

        def is_there(typed: str = text[:end]) -> bool:
            return str(screen.value(element_id, "value")).lower() == typed

        for _ in range(3):
            touch_key(screen, text[end - 1])
            if screen.wait(is_there, WAIT / 5):
                break
        assert is_there(), (screen.value(element_id, "value"), text[:end])


def above_the_keyboard(screen: Screen, element_id: str) -> bool:
    """Whether the page has given way, so that all of the element is above the keys."""
    spot, keyboard = screen.spot(element_id), screen.spot("phone.keyboard")
    return spot is not None and keyboard is not None and spot[1] + spot[3] <= keyboard[1]


def kinds(bench: Bench) -> list[str]:
    return [event.kind for event in bench.events.recent()]


def ask_for_a_code(bench: Bench) -> str:
    """What the car does: RFC 8628 §3.1."""
    http = HttpClient(bench.cloud_url, actor="car", **bench.parts)
    form = {"client_id": BRAND.car_client_id, "scope": "openid", "vin": BRAND.demo_vin}
    answer = http.post_form("/oauth/device_authorization", form)
    http.close()
    return str(answer.body["user_code"])


@pytest.mark.web_engine
def test_the_browser_stays_with_the_issuer_and_forgets(bench: Bench) -> None:
    if bench.language == "en":
        pytest.skip("the same in both languages")
    bench.start_cloud()
    screen = bench.start_phone()
    screen.tap("phone.home.mybmw")
    screen.tap("phone.app.start.signIn")
    screen.tap("phone.app.intro.continue")
    bench.until(lambda: "phone.web.login-email" in screen.ids())
    element = screen.find("phone.web")
    assert element is not None
    page = element.item
    answers: queue.Queue[tuple[int, Any]] = queue.Queue()
    page.evaluated.connect(lambda ticket, result: answers.put((ticket, result)))
    page.evaluate(7, "location.href = 'https://www.example.com/'; 40 + 2")
    bench.until(lambda: not answers.empty())
    assert answers.get() == (7, 42)
    page.evaluate(8, "document.getElementById('login-email') !== null")
    bench.until(lambda: not answers.empty())
    assert answers.get() == (8, True)
    assert page.property("url").toString().startswith(bench.cloud_url)
    forged = "mybmw://oauth/callback?" + urlencode({"code": "x", "state": "forged"})
    page.evaluate(9, FORGED_LINK % forged)
    bench.until(lambda: not answers.empty())
    screen.tap("phone.web.forged")
    bench.reach("mybmw.signInFailed")
    assert bench.handset.brand_app.state()["error"]["code"] == "auth.mismatch"
    assert screen.find("phone.web") is None


def test_browser_camera_and_crypto_are_not_loaded_before_they_are_needed(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from core.ui.app import make_application, prepare_environment
prepare_environment(offscreen=True)
make_application()
from core.brand import load_brand
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from core.settings import Settings
from phone_app.app import Phone
from phone_app.scanner.view import ScannerController
clock = Clock()
phone = Phone(folder=Path(sys.argv[1]), brand=load_brand("bmw"), language="ja", cloud_url="http://127.0.0.1:9",
    air_address=None, scene_url=None, camera="scene", clock=clock, events=EventLog(clock), faults=Faults(),
    randomness=SystemRandomness(), settings=Settings())
phone.window.grabWindow()
assert "WebEngineCore" not in Path("/proc/self/maps").read_text()
assert not {"cv2", "numpy", "argon2", "vobject", "joserfc"} & set(sys.modules), sorted(sys.modules)
phone.close()
clock.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Warning" not in done.stderr
    assert "Error" not in done.stderr


@pytest.mark.parametrize("moment", ["opening", "open"])
def test_the_phone_can_be_put_away_at_any_moment(moment: str, tmp_path: Path) -> None:
    program = Path(__file__).with_name("put_away_program.py")
    done = subprocess.run(
        [sys.executable, str(program), moment, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=program.parents[2],
        env=os.environ | {"PYTHONPATH": f"{program.parents[2]}:{program.parent}"},
    )
    assert done.stdout == "put away\n", done.stderr
    assert done.returncode == 0, done.stderr
