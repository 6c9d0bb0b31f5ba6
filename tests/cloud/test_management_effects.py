"""What is pressed at the management site reaches the car: operator, SM-DP+ and car maker on real sockets."""

from __future__ import annotations

import re

import requests
from chain_bench import EID, HANA_LINE, Chain
from management_walk import KAITO, PINS, REN, YUI
from procedure_walk import Page, form_of

HANA = ("hana.aoki@example.com", "Bench-Aoki-2026")
OWNERS = {
    REN: ("ren.nakamura@example.com", "Bench-Nakamura-2026"),
    YUI: ("yui.yamamoto@example.com", "Bench-Yamamoto-2026"),
    KAITO: ("kaito.mori@example.com", "Bench-Mori-2026"),
}


class Browser:
    """A phone's browser over HTTP, on the mobile data of one line."""

    def __init__(self, chain: Chain, line: str) -> None:
        self.base = chain.carrier_server.base_url
        chain.carrier.packet.connect(self)
        self.session = requests.Session()
        self.session.headers["X-Packet-Session"] = line
        self.page = self.open("/management/?lang=ja")
        self.press("pin-submit", pin=PINS[line])

    def msisdn_of(self, session_token: str) -> str | None:
        return session_token

    def open(self, path: str) -> Page:
        answer = self.session.get(f"{self.base}{path}", timeout=10)
        self.page = Page.of(answer)
        return self.page

    def follow(self, link_id: str) -> Page:
        return self.open(self.page.get(link_id).attributes["href"])

    def press(self, button_id: str, **typed: str) -> Page:
        path, sent = form_of(self.page, button_id, **typed)
        self.page = Page.of(self.session.post(f"{self.base}{path}", data=sent, timeout=10))
        return self.page

    def release(self, *way: str) -> None:
        self.open("/management")
        for link in way:
            self.follow(link)
        self.press("release-submit")
        assert self.page.get("management-notice").attributes["data-kind"] == "released"


def test_a_released_car_hears_why_and_is_not_let_in(chain: Chain) -> None:
    car = chain.car(HANA)
    iccid = car.set_up()
    hana = Browser(chain, HANA_LINE)
    assert re.sub(r"\s", "", hana.page.get("management-accessory-1").text).startswith("アクセサリ端末名BMW登録日"), (
        "X-01"
    )
    imsi = chain.carrier.hlr.group(HANA_LINE)[1].imsi
    before = chain.carrier.contracts.view(HANA_LINE).state
    hana.release("management-device-1", "device-release")
    # The operator's notice needs no waiting time to go by: the car maker asks anew at the next look.
    chain.until(lambda: bool(car.look()["reason"] == "released"))
    assert car.look()["state"] == "none", "X-02"
    assert chain.carrier.hlr.subscriber(imsi) is None, "neither calls nor data"
    assert chain.order(iccid).iccid == iccid, "the profile is nobody's business here: it may stay on the card"
    assert chain.carrier.contracts.view(HANA_LINE).state == before, "X-03"
    assert hana.open("/management/history").get("history-entry-1").attributes["data-kind"] == "released"


def test_the_service_alone_has_room_for_one_car(chain: Chain) -> None:
    car = chain.car(OWNERS[REN])
    assert (car.look(EID)["state"], car.look(EID)["reason"]) == ("none", "no_free_slot"), "X-04"
    ren = Browser(chain, REN)
    ren.release("management-device-1", "device-release")
    chain.until(lambda: bool(car.look(EID)["state"] == "ready"))
    car.set_up()
    assert ren.open("/management").get("management-name-1").text == "BMW"


def test_the_option_takes_five_and_no_sixth(chain: Chain) -> None:
    chain.car(OWNERS[YUI]).set_up()
    assert chain.carrier.contracts.view(YUI).accessories == 4
    assert [one.name for one in chain.carrier.registrations.of(YUI)][-1] == "BMW 2", "two cars, two names"
    sixth = chain.car(OWNERS[KAITO])
    assert (sixth.look(EID)["state"], sixth.look(EID)["reason"]) == ("none", "no_free_slot"), "X-04"
    kaito = Browser(chain, KAITO)
    kaito.release("management-release-2")
    chain.until(lambda: bool(sixth.look(EID)["state"] == "ready"))


def test_the_end_of_the_service_ends_it_in_the_car(chain: Chain) -> None:
    car = chain.car(HANA)
    car.set_up()
    hana = Browser(chain, HANA_LINE)
    hana.follow("management-cancel-service")
    hana.press("cancel-submit", understood="yes")
    chain.until(lambda: bool(car.look()["state"] == "none"))
    assert car.look()["reason"] in ("released", "no_contract")


def test_a_notice_that_an_operator_still_owed_when_it_was_killed_is_made_up_for(chain: Chain, monkeypatch) -> None:
    car = chain.car(HANA)
    car.set_up()
    with monkeypatch.context() as killed:
        tellers = chain.carrier.registrations.on_change
        tell = chain.carrier.notifications.line_changed
        killed.setattr(chain.carrier.registrations, "on_change", [one for one in tellers if one != tell])
        Browser(chain, HANA_LINE).release("management-device-1", "device-release")
    assert car.look()["state"] != "none", "the car maker believes what it heard last"
    chain.carrier_server.stop()
    chain.carrier_server.start()
    chain.until(lambda: bool(car.look()["reason"] == "released"))
