"""Codes that come twice, late, or for somebody else: on the composed bench, each with its words and a way on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from bench_driver import RATE, Driver, driver_at, without

from core.clock import Clock
from onebench.journeys.printed_code import print_code
from onebench.journeys.world_bench import START
from onebench.sweep.rules import APP, CAR_LOG_IN, CONNECTED, EMAIL, Rule
from onebench.world import World
from onebench.world_options import WorldOptions

pytestmark = pytest.mark.web_engine

UNDECIDED = without(APP.rules, "phone.app.confirm.approve")
SCAN = "phone.app.settings.scan"
TO_SCANNER = (
    Rule("phone.app.done.close", {"phone.app.screen": "approved"}),
    Rule("phone.app.tab.profile", {"phone.app.screen": ("welcome", "car")}),
    Rule("phone.app.profile.settings", {"phone.app.screen": "profile"}),
    Rule("phone.app.settings.scan", {"phone.app.screen": "settings"}),
)


@pytest.fixture
def driver(tmp_path: Path, qapp):
    with driver_at(tmp_path / "data") as found:
        yield found


def hold(driver: Driver, link: str, folder: Path) -> None:
    """Somebody kept a photograph of the car's code."""
    print_code(link, folder / "photo.png")
    driver.world.phone.look_at(str(folder / "photo.png"))


def test_a_code_works_once(driver: Driver, tmp_path: Path) -> None:
    driver.go({"phone.app.screen": "confirmCar"}, UNDECIDED)
    link = driver.read("car.qr.link")
    driver.tap("phone.app.confirm.approve")
    driver.wait("car.screen", "sync")
    hold(driver, link, tmp_path)
    driver.go({"phone.app.screen": "codeProblem"}, TO_SCANNER)
    driver.assert_said("phone", "phone.app.error", "code.used")
    assert driver.read("car.activeDriver.email") == "hana.aoki@example.com"
    driver.tap("phone.app.problem.again")
    driver.wait("phone.app.screen", "codeProblem")


def test_another_account_was_quicker(driver: Driver) -> None:
    driver.go({"phone.app.screen": "confirmCar"}, UNDECIDED)
    services = driver.world.servers.cloud.services
    ken = services.accounts.sign_in("ken.sato@example.com", "Bench-Sato-2026")
    request = services.device_requests.look_up(driver.read("car.qr.userCode"), ken, "127.0.0.2")
    services.device_requests.decide(request, ken, approve=True, auth_time=driver.world.clock.timestamp())
    driver.tap("phone.app.confirm.approve")
    driver.wait("phone.app.screen", "codeProblem")
    driver.assert_said("phone", "phone.app.error", "code.used")
    driver.wait("car.screen", "sync")
    assert driver.read("car.activeDriver.email") == "ken.sato@example.com"


def test_a_photograph_of_an_expired_code(driver: Driver, tmp_path: Path) -> None:
    driver.go({"phone.app.screen": "scan"}, without(UNDECIDED, "phone.app.settings.scan") + TO_SCANNER)
    driver.wait("phone.app.screen", "confirmCar")
    link = driver.read("car.qr.link")
    driver.world.clock.advance(601)
    driver.wait("phone.app.screen", "codeProblem")
    driver.assert_said("phone", "phone.app.error", "code.expired")
    driver.wait("car.qr.state", "expired")
    hold(driver, link, tmp_path)
    driver.tap("phone.app.problem.again")
    driver.wait("phone.app.screen", "codeProblem")
    driver.assert_said("phone", "phone.app.error", "code.expired")
    driver.world.phone.look_at("scene")
    driver.go({"car.screen": "sync"})


def test_a_car_that_the_cloud_does_not_know(tmp_path: Path, qapp) -> None:
    options = WorldOptions(data=tmp_path / "data", motion=False, parts=frozenset({"cloud"}))
    with World(options, clock=Clock(start=START, rate=RATE)) as world:
        world.brand = replace(world.brand, demo_vin="WBYBENCH599999999")
        world.start("car")
        driver = Driver(world)
        driver.go(
            {"car.qr.state": "failed"},
            (*without(CAR_LOG_IN, "car.qr.renew"), Rule("car.addMethod.app", {"car.screen": "addMethod"})),
        )
        driver.assert_said("car", "car.error", "vehicle.refused")
        driver.tap("car.qr.renew")
        driver.wait("car.qr.state", "failed")


def test_a_login_that_the_cloud_ended_is_renewed_from_where_it_is_missed(tmp_path: Path, qapp) -> None:
    """The sign-in was ended elsewhere, say by a new password: the eSIM's page leads to the log-in and back."""
    with driver_at(tmp_path / "data", parts=frozenset({"cloud", "carrier", "car"})) as driver:
        driver.go(CONNECTED, EMAIL.rules)
    memory = tmp_path / "data" / "car" / "car.json"
    stored = json.loads(memory.read_text(encoding="utf-8"))
    stored["drivers"][0]["tokens"] |= {"refresh_token": "ended", "expires_at": 0}
    memory.write_text(json.dumps(stored), encoding="utf-8")
    with driver_at(tmp_path / "data", parts=frozenset({"cloud", "carrier", "car"})) as driver:
        driver.go({"car.esim.state": "failed"}, without(EMAIL.rules, "car.mobileDevices.retry"))
        driver.go({"car.screen": "mobileDevices"}, without(EMAIL.rules, "car.mobileDevices.retry"))
        assert driver.read("car.esim.detail") == "auth.expired"
        walk = driver.go(CONNECTED, EMAIL.rules)
        assert walk.said == ["car: auth.expired"]
        assert driver.read("car.activeDriver.email") == "hana.aoki@example.com"
        assert driver.read("car.drivers.0.hasPin")


def test_without_a_camera_the_code_is_typed(driver: Driver) -> None:
    driver.world.faults.set("phone.camera", "missing")
    driver.go({"phone.app.screen": "scan"}, UNDECIDED)
    driver.wait("phone.scanner.state", "noCamera")
    said = driver.world.actors["phone"].screen
    assert said.wait(lambda: "No camera found" in said.labels(), 5), said.labels()
    driver.tap("phone.app.scan.typeCode")
    for letter in str(driver.read("car.qr.userCode")).replace("-", ""):
        driver.tap(f"phone.app.code.{letter}")
    driver.wait("phone.app.screen", "confirmCar")
    driver.tap("phone.app.confirm.approve")
    driver.wait("car.screen", "sync")


def test_a_camera_that_is_lost_while_scanning_comes_back(driver: Driver, tmp_path: Path) -> None:
    driver.go({"car.qr.state": "showing", "phone.app.screen": "settings"}, without(UNDECIDED, SCAN))
    hold(driver, "https://www.example.com/menu", tmp_path)
    driver.tap(SCAN)
    driver.wait("phone.app.foreign.kind", "web")
    driver.world.faults.set("phone.camera", "lost")
    driver.wait("phone.scanner.state", "lost")
    said = driver.world.actors["phone"].screen
    assert said.wait(lambda: "The camera has gone" in said.labels(), 5), said.labels()
    driver.world.faults.clear()
    driver.world.phone.look_at("scene")
    driver.go({"phone.app.screen": "confirmCar"}, UNDECIDED)
