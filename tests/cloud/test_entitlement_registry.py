"""The One Number registry: limits, names, history, and what any order of steps leaves behind."""

from __future__ import annotations

import pytest
from carrier_bench import HANA, MIO, RIN, SORA, CarrierBench
from hypothesis import given
from hypothesis import strategies as st

from cloud.carrier.rules.contracts import Item
from cloud.carrier.rules.registry import Place, clean_name, free_name, free_slots, making_room
from cloud.odsa.messages import ServiceStatus
from core.errors import BenchError

EIDS = [f"890810000000000000000000000001{number:02d}" for number in range(8)]
ACTIVATED, ACTIVATING = ServiceStatus.ACTIVATED, ServiceStatus.ACTIVATING


def places_of(*statuses: ServiceStatus) -> list[Place]:
    return [Place(number, EIDS[number], status) for number, status in enumerate(statuses)]


def test_who_makes_room() -> None:
    assert making_room([], eid=EIDS[7], most=1) == []
    assert making_room(places_of(ACTIVATING), eid=EIDS[7], most=1) == [0]
    assert making_room(places_of(ACTIVATED), eid=EIDS[0], most=1) == [], "it is registered"
    assert making_room(places_of(ServiceStatus.DEACTIVATED), eid=EIDS[7], most=1) == []
    with pytest.raises(BenchError, match=r"registry\.no_free_slot"):
        making_room(places_of(ACTIVATED), eid=EIDS[7], most=1)
    with pytest.raises(BenchError, match=r"registry\.no_contract"):
        making_room([], eid=EIDS[7], most=0)


@given(st.lists(st.sampled_from(list(ServiceStatus)), max_size=7), st.integers(1, 5))
def test_there_are_never_more_than_the_contract_allows(statuses: list[ServiceStatus], most: int) -> None:
    places = places_of(*statuses)
    try:
        giving = making_room(places, eid="new", most=most)
    except BenchError:
        assert statuses.count(ACTIVATED) >= most
        return
    assert all(places[number].status is ACTIVATING for number in giving)
    left = [place for place in places if place.id not in giving and place.status in (ACTIVATED, ACTIVATING)]
    assert len(left) < most
    assert free_slots(places, most) == most - statuses.count(ACTIVATED)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("", "blank"),
        (" \u3000\t", "blank"),
        ("x" * 31, "too_long"),
        ("BMW<script>", "sign"),
        ("クルマ🚗", "sign"),
        ("bmw", "taken"),
        ("ＢＭＷ", "taken"),
    ],
)
def test_names_that_are_refused(name: str, problem: str) -> None:
    with pytest.raises(BenchError, match=rf"registry\.name_{problem}"):
        clean_name(name, ["BMW"])


@pytest.mark.parametrize("name", ["私のクルマー", "iX_50-a.b+c", "x" * 30, "  BMW  2 "])
def test_names_that_are_taken(name: str) -> None:
    assert clean_name(name, ["BMW"]) == " ".join(name.split())


@given(st.lists(st.text(max_size=6), max_size=5))
def test_a_free_name_is_free(taken: list[str]) -> None:
    assert free_name("BMW", [*taken, "BMW"]) not in {*taken, "BMW"}


def test_registered_renamed_released(carrier: CarrierBench) -> None:
    registry = carrier.services.registrations
    one = registry.begin(SORA, eid=EIDS[0], imei="bmw")
    assert (one.status, registry.history(SORA), registry.count(SORA)) == (ACTIVATING, [], 0)
    assert registry.begin(SORA, eid=EIDS[0], imei="bmw") == one, "asking again changes nothing"
    for _ in range(2):
        registry.activate(SORA, EIDS[0])
    assert registry.count(SORA) == 1
    assert registry.rename(SORA, one.id, "私のBMW").name == "私のBMW"
    carrier.clock.advance(60)
    for _ in range(2):
        registry.release(SORA, one.id)
    assert registry.of(SORA) == []
    assert [(entry.kind, entry.name) for entry in registry.history(SORA)] == [
        ("released", "私のBMW"),
        ("registered", "BMW"),
    ]
    again = registry.begin(SORA, eid=EIDS[0], imei="bmw")
    assert (again.iccid, again.status) == (one.iccid, ACTIVATING), "its profile is on that card still"
    for call in (lambda: registry.release(HANA, one.id), lambda: registry.rename(HANA, one.id, "x")):
        with pytest.raises(BenchError, match=r"registry\.unknown"):
            call()


def test_cancelling_needs_an_empty_registry_and_a_contract_is_needed_to_register(carrier: CarrierBench) -> None:
    services = carrier.services
    for line in (MIO, RIN):
        with pytest.raises(BenchError, match=r"registry\.no_contract"):
            services.registrations.begin(line, eid=EIDS[0])
    services.contracts.provide(MIO, (Item.BASE, Item.OPTION))
    for number in range(5):
        services.registrations.begin(MIO, eid=EIDS[number])
        services.registrations.activate(MIO, EIDS[number])
    assert services.contracts.view(MIO).accessories == 5
    with pytest.raises(BenchError, match=r"registry\.no_free_slot"):
        services.registrations.begin(MIO, eid=EIDS[5])
    with pytest.raises(BenchError, match=r"contract\.accessories_left"):
        services.contracts.cancel_option(MIO)
    iccids = {one.iccid for one in services.registrations.of(MIO)}
    assert len(iccids) == 5
    for one in services.registrations.of(MIO)[1:]:
        services.registrations.release(MIO, one.id)
    services.contracts.cancel_service(MIO)
    assert services.registrations.of(MIO) == []


def test_profiles_of_one_line_are_not_given_to_another(carrier: CarrierBench) -> None:
    services = carrier.services
    hana = services.registrations.reserved(HANA)
    sora = services.registrations.reserved(SORA)
    assert "" not in (hana, sora)
    assert hana != sora
    assert services.registrations.reserved(HANA) == hana
    with pytest.raises(BenchError, match=r"registry\.no_profile"):
        services.registrations.begin(SORA, eid=EIDS[0], iccid=hana)


def test_the_network_learns_what_kind_of_device_a_sim_is_in(carrier: CarrierBench) -> None:
    services = carrier.services
    services.contracts.provide(MIO, (Item.BASE, Item.OPTION))
    devices = (("car", "BMW"), ("watch6", "Apple Watch Series 6"), ("on01", "ON01"), ("toaster", "Toaster"))
    for number, (kind, name) in enumerate(devices):
        services.registrations.begin(MIO, eid=EIDS[number], kind=kind, name=name)
    group = {item.name: item for item in services.hlr.group(MIO)}
    assert [item.kind for item in group.values()] == ["phone", "car", "watch", "on01", "toaster"]
    assert {name: item.has_messages for name, item in group.items()} == {
        "": True,
        "BMW": False,
        "Apple Watch Series 6": True,
        "ON01": True,
        "Toaster": True,
    }
    watch = group["Apple Watch Series 6"]
    assert services.hlr.subscriber(watch.imsi) == watch
    registration = services.registrations.of(MIO)[1]
    services.registrations.rename(MIO, registration.id, "時計")
    assert getattr(services.hlr.subscriber(watch.imsi), "name", None) == "時計"
    services.registrations.release(MIO, registration.id)
    assert services.hlr.subscriber(watch.imsi) is None


def test_a_profile_that_went_to_another_device_is_that_devices(carrier: CarrierBench) -> None:
    registry = carrier.services.registrations
    first = registry.begin(SORA, eid=EIDS[0], kind="car", name="BMW")
    registry.release(SORA, first.id, bar=False)
    (car,) = carrier.services.hlr.group(SORA)[1:]
    assert (car.kind, car.name) == ("car", "BMW"), "the driver left the car: its profile may come in"
    second = registry.begin(SORA, eid=EIDS[1], kind="watch-se", name="Apple Watch SE", iccid=first.iccid)
    assert second.iccid == first.iccid
    (watch,) = carrier.services.hlr.group(SORA)[1:]
    assert (watch.kind, watch.name) == ("watch", "Apple Watch SE")
