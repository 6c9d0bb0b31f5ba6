"""A tester's own profile by its activation code: SM-DP+, line and card are the real ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_car_download import Downloading
from test_car_whole import HANA, PROFILES

from core.demo import demo_data

PLAIN, _, CODED = demo_data()["downloads"]
CODE_OF_PLAIN = f"LPA:1$smdp.bench.example${PLAIN['matching_id']}"


class Driving(Downloading):
    """Hana has set her eSIM up and opens the page."""

    def open_page(self) -> None:
        self.sign_in(HANA)
        self.car.send("openMobileDevices")
        self.until(esim={"state": "connected"}, overlay="telephony")
        self.car.send("declineTelephony")
        self.car.send("openSettings")
        self.car.send("openActivationCode")
        assert self.step["step"] == "entering"

    @property
    def step(self) -> dict[str, Any]:
        found: dict[str, Any] = self.state("activation")
        return found

    def reaches(self, step: str) -> None:
        self.tasks.until(
            lambda: self.step["step"] == step, told=lambda: f"{self.step} {self.state('error')} waiting for {step}"
        )

    def code_of(self, download: dict[str, Any]) -> str:
        offer = next(item for item in self.smdp.offers if item.iccid == download["iccid"])
        return str(offer.code)

    def states(self) -> dict[str, str]:
        return {item.iccid: item.state for item in self.on_card()}


@pytest.fixture
def tester(tmp_path: Path) -> Iterator[Driving]:
    tester = Driving(tmp_path)
    tester.open_page()
    yield tester
    tester.close()


def test_a_code_is_typed_offered_downloaded_and_enabled_and_the_drivers_own_comes_back(tester: Driving) -> None:
    tester.car.send("submitActivationCode", f"  lpa:1${CODE_OF_PLAIN.partition('$')[2]} ")
    tester.reaches("offered")
    offer = tester.step["offer"]
    assert (offer["iccid"], offer["provider"], offer["name"]) == (PLAIN["iccid"], "NTT DOCOMO", "One Number")
    assert offer["address"] == "smdp.bench.example"
    tester.car.send("answerOffer", "install")
    tester.reaches("installed")
    assert tester.step["done"] == tester.step["total"] > 4
    tester.car.send("enableProfile")
    assert tester.state("esim")["detail"] == "esim.other_profile"
    tester.reaches("done")
    assert tester.step["registration"] == "home"
    assert {item["iccid"]: item["state"] for item in tester.step["profiles"]} == {
        PROFILES[0]["iccid"]: "disabled",
        PLAIN["iccid"]: "enabled",
    }
    assert tester.state("esim")["state"] == "notConnected"
    assert tester.car._desk.door.use(lambda modem: modem.send_notifications()).sent == ()
    touches = [event.data for event in tester.events.recent("car") if event.kind == "touch"]
    assert not any("BENCH-" in str(data) for data in touches), "codes are secrets"

    tester.car.send("openMobileDevices")
    tester.car.send("retryEsim")
    tester.until(esim={"state": "connected"})
    assert tester.states() == {PROFILES[0]["iccid"]: "enabled", PLAIN["iccid"]: "disabled"}


def test_a_confirmation_code_is_asked_for_and_a_wrong_one_can_be_typed_again(tester: Driving) -> None:
    tester.car.send("submitActivationCode", tester.code_of(CODED))
    tester.reaches("offered")
    tester.car.send("answerOffer", "install")
    tester.reaches("confirming")
    tester.car.send("submitConfirmationCode", "1999")
    tester.reaches("failed")
    assert tester.state("error")["code"] == "smdp.confirmation_wrong"
    tester.car.send("retry")
    tester.reaches("confirming")
    tester.car.send("submitConfirmationCode", CODED["confirmation_code"])
    tester.reaches("installed")
    tester.car.send("keepDisabled")
    tester.reaches("done")
    assert tester.states() == {PROFILES[0]["iccid"]: "enabled", CODED["iccid"]: "disabled"}
    assert tester.state("esim")["state"] == "connected"


def test_later_keeps_the_order_and_leaving_the_page_is_later(tester: Driving) -> None:
    tester.car.send("submitActivationCode", CODE_OF_PLAIN)
    tester.reaches("offered")
    tester.car.send("answerOffer", "later")
    tester.reaches("failed")
    assert tester.state("error")["code"] == "esim.postponed"
    tester.car.send("retry")
    tester.reaches("offered")
    tester.car.send("back")
    tester.reaches("failed")
    assert (tester.state("screen"), tester.state("error")) == ("settings", {})
    tester.car.send("openActivationCode")
    assert tester.step["step"] == "entering"
    tester.car.send("submitActivationCode", CODE_OF_PLAIN)
    tester.reaches("offered")
    tester.car.send("answerOffer", "decline")
    tester.reaches("failed")
    assert tester.state("error")["code"] == "esim.declined"
    tester.car.send("retry")
    tester.reaches("failed")
    tester.tasks.until(lambda: str(tester.state("error").get("code")).startswith("smdp."))


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "empty"), ("hello", "format"), ("LPA:1$smdp.bench.example", "fields"), ("LPA:1$a b/c$X", "address"),
     ("LPA:1$smdp.bench.example$X$1.x$1", "oid"), ("LPA:1$smdp.bench.example$X$$9", "flag"),
     ("LPA:1$" + "a" * 600, "long")],
)  # fmt: skip
def test_what_is_no_code_is_told_at_once(tester: Driving, text: str, reason: str) -> None:
    tester.car.send("submitActivationCode", text)
    assert (tester.state("error")["code"], tester.state("error")["params"]) == (
        "esim.activation_code",
        {"reason": reason},
    )
    assert tester.step["step"] == "entering"


def test_a_refusal_and_a_broken_line_have_a_way_on(tester: Driving) -> None:
    tester.car.send("submitActivationCode", "LPA:1$smdp.bench.example$NO-SUCH-ORDER")
    tester.reaches("failed")
    assert tester.state("error")["code"] == "smdp.code_unknown"
    tester.car.send("editCode")
    assert (tester.step["step"], tester.state("error")) == ("entering", {})
    tester.faults.set("modem.card", "interrupted", match="load")
    tester.car.send("submitActivationCode", CODE_OF_PLAIN)
    tester.reaches("offered")
    tester.car.send("answerOffer", "install")
    tester.reaches("failed")
    assert tester.state("error")["code"] == "esim.interrupted"
    tester.faults.clear()
    tester.car.send("retry")
    tester.reaches("installed")
