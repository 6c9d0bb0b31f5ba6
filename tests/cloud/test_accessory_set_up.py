"""Accessories register themselves: number and network PIN, limits of the contract, what the network sees."""

from __future__ import annotations

from typing import Any

import pytest
from carrier_bench import HANA, MIO, CarrierBench

from cloud.carrier.rules.contracts import Item
from cloud.network.rules.subscribers import WATCH

EIDS = [f"890810000000000000000000000077{number:02d}" for number in range(8)]
HANA_PIN = "2580"


def body(**more: Any) -> dict[str, Any]:
    return {
        "msisdn": "090-0000-1234",
        "network_pin": HANA_PIN,
        "companion_terminal_model": "watch6",
        "companion_terminal_friendly_name": "Apple Watch Series 6",
        "companion_terminal_eid": EIDS[0],
        "companion_terminal_id": "004999010640018",
    } | more


def register(bench: CarrierBench, **more: Any) -> tuple[int, dict[str, Any]]:
    response = bench.app.test_client().post("/entitlement/accessories", json=body(**more))
    told = response.get_json()
    assert isinstance(told, dict)
    return response.status_code, told


def test_a_watch_becomes_a_device_of_the_number(carrier: CarrierBench) -> None:
    status, sim = register(carrier)
    assert status == 200
    assert sim == {"iccid": sim["iccid"], "imsi": sim["imsi"], "msisdn": HANA, "name": "Apple Watch Series 6"}
    device = carrier.services.hlr.subscriber(sim["imsi"])
    assert device is not None
    assert (device.kind, device.msisdn) == (WATCH, HANA)
    assert [one.kind for one in carrier.services.registrations.of(HANA)] == ["watch6"]
    assert [entry.kind for entry in carrier.services.registrations.history(HANA)] == ["registered"]
    assert register(carrier) == (200, sim), "once more is the same"
    assert HANA_PIN not in "".join(event.to_json() for event in carrier.events.recent())


def test_only_the_lines_pin_registers_and_three_wrong_ones_lock_it(carrier: CarrierBench) -> None:
    assert register(carrier, network_pin="25")[1]["code"] == "network_pin.malformed"
    assert register(carrier, network_pin="0001")[1] | {"error": ""} == {
        "error": "",
        "code": "network_pin.wrong",
        "attempts_left": 2,
    }
    register(carrier, network_pin="0001")
    assert register(carrier, network_pin="0001")[1]["code"] == "network_pin.locked"
    assert register(carrier) == (403, {"error": "access_denied", "code": "network_pin.locked"})
    assert register(carrier, msisdn="09099999999")[1]["code"] == "line.unknown"
    assert carrier.services.registrations.of(HANA) == []


def test_the_contract_says_how_many(carrier: CarrierBench) -> None:
    assert register(carrier, msisdn=MIO, network_pin="8264")[1]["code"] == "registry.no_contract"
    assert register(carrier)[0] == 200
    status, told = register(carrier, companion_terminal_eid=EIDS[1])
    assert (status, told["code"], told["most"]) == (409, "registry.no_free_slot", 1)


def test_with_the_option_five_share_the_number(carrier: CarrierBench) -> None:
    carrier.services.contracts.provide(MIO, (Item.BASE, Item.OPTION))
    mios = {"msisdn": MIO, "network_pin": "8264"}
    for eid in EIDS[:5]:
        assert register(carrier, **mios, companion_terminal_eid=eid)[0] == 200
    assert register(carrier, **mios, companion_terminal_eid=EIDS[5])[1]["most"] == 5
    assert [one.name for one in carrier.services.registrations.of(MIO)][1] == "Apple Watch Series 6 2"


def test_a_released_one_stays_out_until_it_is_set_up_again(carrier: CarrierBench) -> None:
    sim = register(carrier)[1]
    (one,) = carrier.services.registrations.of(HANA)
    carrier.services.registrations.release(HANA, one.id)
    assert carrier.services.hlr.subscriber(sim["imsi"]) is None
    assert register(carrier)[1]["imsi"] == sim["imsi"]
    assert carrier.services.hlr.subscriber(sim["imsi"]) is not None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"msisdn": ""}, "msisdn"),
        ({"network_pin": 2580}, "network_pin"),
        ({"companion_terminal_model": "car"}, "companion_terminal_model"),
        ({"companion_terminal_model": "toaster"}, "companion_terminal_model"),
        ({"companion_terminal_eid": "8908"}, "companion_terminal_eid"),
        ({"companion_terminal_id": "x" * 15}, "companion_terminal_id"),
    ],
)
def test_what_makes_no_sense_is_refused(carrier: CarrierBench, change: dict[str, Any], reason: str) -> None:
    assert register(carrier, **change) == (
        400,
        {"error": "access_denied", "code": "request.invalid", "reason": reason},
    )


@pytest.mark.parametrize("junk", [b"", b"[]", b"null", b"{", b'"x"'])
def test_junk_is_no_request(carrier: CarrierBench, junk: bytes) -> None:
    response = carrier.app.test_client().post("/entitlement/accessories", data=junk, content_type="application/json")
    assert response.status_code == 400
