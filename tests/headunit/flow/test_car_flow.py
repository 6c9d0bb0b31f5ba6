"""The charts themselves: the drawing in the docs, the contract's names, and that no way ends in a dead end."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from car_bench import HANA, KEN, MIO, PASSWORD, CarBench
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from core.errors import BenchError
from core.paths import ASSETS
from headunit.flow.call_view import CallChart
from headunit.flow.chart import ScreenChart, direction_of
from headunit.flow.diagram import document, transitions_of
from headunit.flow.esim import FACES, EsimChart
from headunit.flow.overlays import OverlayChart
from headunit.flow.pin_entry import PinEntry

DOCS = ASSETS.parent / "docs"


def contract(start: str, end: str) -> set[str]:
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    part = text[text.index("## Head unit: the contract") :]
    part = part[part.index(start) :]
    return set(re.findall(r"`([a-z]\w*)[^`]*`", part[: part.index(end)]))


def test_the_drawing_is_the_code() -> None:
    assert (DOCS / "head-unit-flow.md").read_text(encoding="utf-8") == document(), "python -m headunit.flow.diagram"


def test_every_screen_of_the_contract_is_a_state() -> None:
    assert {str(state.value) for state in ScreenChart.states} == contract("Screens (states):", "Events (`send`)")


def test_every_touch_of_the_contract_is_an_event_of_a_chart() -> None:
    known = {event for chart in (ScreenChart, OverlayChart, CallChart) for _, event, *_ in transitions_of(chart)}
    touches = contract("Events (`send`)", "`esim.detail`") - {"send"}
    assert len(touches) > 40
    assert touches <= known


def test_every_state_of_the_esim_has_a_face() -> None:
    assert {str(state.value) for state in EsimChart.states} == set(FACES)


@pytest.mark.parametrize("chart", [ScreenChart, OverlayChart, EsimChart])
def test_from_every_state_all_ways_lead_back_to_the_first(chart: type) -> None:
    first = chart.initial_state.value
    ways = [(source, target) for source, _, target, _ in transitions_of(chart) if target is not None]
    reached, before = {first}, set()
    while reached != before:
        before = set(reached)
        reached |= {source for source, target in ways if target in before}
    assert reached == {state.value for state in chart.states}


@pytest.mark.parametrize(
    ("event", "source", "target", "direction"),
    [
        ("openBmwId", "home", "bmwId", "forward"),
        ("back", "bmwId", "home", "back"),
        ("home", "pinDone", "home", "back"),
        ("openSettings", "mobileDevices", "settings", "none"),
        ("loginDone", "loggingIn", "sync", "forward"),
    ],
)
def test_the_direction_of_a_change(event: str, source: str, target: str, direction: str) -> None:
    assert direction_of(event, source, target) == direction


def test_a_pin_entry_that_is_being_judged_takes_nothing_more() -> None:
    entry = PinEntry("ask")
    assert [entry.type(digit) for digit in "1234"] == [False, False, False, True]
    entry.busy = True
    assert not entry.type("5")
    entry.erase()
    assert entry.typed == "1234"


TOUCHES = sorted(
    {event for chart in (ScreenChart, OverlayChart, CallChart) for _, event, *_ in transitions_of(chart)}
    & contract("Events (`send`)", "`esim.detail`")
)
VALUES = st.sampled_from(
    [
        *(None, "", "x", True, False, 40, "ja", "cloud", "night", "1", "2", "hana-aoki", "ken-sato"),
        *({"email": email, "password": PASSWORD} for email in (HANA, KEN, MIO)),
        {"email": HANA, "password": "wrong"},
    ]
)


SIGN_IN = {"addMethod", "qr", "emailChoice"}
"""Screens that a car that drives leaves."""


class Walk(RuleBasedStateMachine):
    """Anybody may touch anything at any time, parts may fail at any time: the car stays usable and consistent."""

    brand = "bmw"

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.bench = CarBench(Path(self.folder.name), self.brand)

    @rule(event=st.sampled_from(TOUCHES), value=VALUES)
    def touch(self, event: str, value: object) -> None:
        self.bench.car.send(event, value)

    @rule(email=st.sampled_from([HANA, KEN, MIO]))
    def sign_in(self, email: str) -> None:
        self.bench.send("home", "home")
        self.bench.open_credentials()
        self.bench.send(("submitCredentials", {"email": email, "password": PASSWORD}))

    @rule(digits=st.sampled_from(["1111", "2580", "25802580"]))
    def pin(self, digits: str) -> None:
        self.bench.type_pin(digits)

    @rule(seconds=st.sampled_from([1, 5, 30, 700]))
    def wait(self, seconds: int) -> None:
        self.bench.clock.advance(seconds)

    @rule(answer=st.sampled_from([HANA, KEN, "slow_down", "access_denied", "authorization_pending"]))
    def phone(self, answer: str) -> None:
        self.bench.cloud.device = answer

    @rule(kind=st.sampled_from(["unreachable", "broken", "unauthorized"]))
    def cloud_fails(self, kind: str) -> None:
        self.bench.faults.set("car.http", kind)

    @rule(code=st.sampled_from(["modem.gone", "modem.silent"]))
    def modem_fails(self, code: str) -> None:
        self.bench.modem.trouble = BenchError(code)

    @rule(driving=st.booleans(), reception=st.booleans())
    def drive(self, driving: bool, reception: bool) -> None:
        self.bench.car.set_driving(driving)
        self.bench.car.set_reception(reception)

    @rule()
    def all_is_well(self) -> None:
        self.bench.faults.clear()
        self.bench.car.set_driving(False)
        self.bench.car.set_reception(True)
        self.bench.modem.trouble = None

    @rule()
    def restart(self) -> None:
        self.bench.restart()

    @invariant()
    def screens_show_what_is(self) -> None:
        car = self.bench.car
        assert car.state.get("screen") == car.screens.current_state_value
        assert car.state.get("overlay") == car.overlays.current_state_value
        active = car.state.get("activeDriver")["key"]
        assert active == "guest" or active in {driver["key"] for driver in car.state.get("drivers")}
        assert (car.state.get("esim")["state"] == "signedOut") == (active == "guest")
        assert car.state.get("pin")["digits"] <= 4
        if car.state.get("esim")["state"] == "connected" and self.bench.modem.trouble is None:
            assert self.bench.modem.enabled
        assert car.state.get("vehicle")["driving"] is False or car.state.get("screen") not in SIGN_IN

    def teardown(self) -> None:
        # Whatever happened: two touches lead home.
        self.bench.send("rejectPairing", "declineTelephony", "dismiss", "home")
        assert self.bench.screen == "home"
        self.bench.car.close()
        self.bench.car.release()
        self.folder.cleanup()


class RoundWalk(Walk):
    """The same in the other brand's order."""

    brand = "mini"

    @rule(email=st.sampled_from([HANA, KEN, MIO]))
    def scan(self, email: str) -> None:
        self.bench.cloud.device = email
        self.bench.send("home", "home", "openBmwId", "addBmwId")
        self.bench.clock.advance(6)

    @invariant()
    def no_esim_without_permission(self) -> None:
        active = self.bench.car._desk.active
        if active is not None and not active.may("esim") and self.bench.modem.trouble is None:
            assert self.bench.state("esim")["state"] not in ("settingUp",)
        assert self.bench.screen not in ("addMethod", "emailChoice", "sync", "pinOffer")


for _walk in (Walk, RoundWalk):
    _walk.TestCase.settings = settings(
        max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
    )
TestWalk = Walk.TestCase
TestRoundWalk = RoundWalk.TestCase
