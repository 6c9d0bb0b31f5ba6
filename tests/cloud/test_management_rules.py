"""Rules of the management site: names of accessories, types of devices, and the demonstration's registrations."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from carrier_bench import CarrierBench, make_carrier
from hypothesis import given
from hypothesis import strategies as st

from cloud.carrier.rules.device_types import device_type, shown_imei
from cloud.carrier.rules.registry import NAME_LONGEST, clean_name, name_key
from core.clock import Clock
from core.demo import demo_data
from core.errors import BenchError

REN, YUI, KAITO = "09000002109", "09000006543", "09000008765"


@pytest.mark.parametrize("name", ["a", "x" * 30, "あ" * 30, "ＢＭＷ", "ﾏｲｶｰ", "マイ・カー（青）", "A-b_c.d+e", "2台目"])
def test_a_name_is_kept_as_it_was_typed(name: str) -> None:
    assert clean_name(f" {name}\u3000", ["MINI"]) == name


@pytest.mark.parametrize("sign", [*"!\"#$%&'()*,/:;<=>?@[\\]^`{|}~", "🚗", "\x00", "\u200b", "€"])
def test_other_half_width_signs_are_refused(sign: str) -> None:
    with pytest.raises(BenchError) as refused:
        clean_name(f"BMW{sign}2", [])
    assert (refused.value.code, refused.value.params) == ("registry.name_sign", {"sign": sign})


@pytest.mark.parametrize(
    ("typed", "there"), [("BMW", "BMW"), ("ｂｍｗ", "BMW"), ("マイカー", "ﾏｲｶｰ"), ("B  MW", "B MW")]
)
def test_what_reads_the_same_is_the_same_name(typed: str, there: str) -> None:
    with pytest.raises(BenchError, match=r"registry\.name_taken"):
        clean_name(typed, [there])


@given(st.text(max_size=40), st.lists(st.text(max_size=5), max_size=4))
def test_a_stored_name_keeps_every_rule(text: str, taken: list[str]) -> None:
    try:
        name = clean_name(text, taken)
    except BenchError as error:
        if not error.code.startswith("registry.name_"):
            raise
        return
    assert 1 <= len(name) <= NAME_LONGEST
    assert name == clean_name(name, [])
    assert name_key(name) not in {name_key(one) for one in taken}


def test_the_type_is_what_a_device_is_not_what_it_is_called() -> None:
    assert device_type("car", "bmw").name == "BMW"
    assert device_type("car", "MINI").id == "mini"
    assert device_type("watch6", "004999010640018").name == "Apple Watch Series 6"
    assert (device_type("tractor", "").id, device_type("car", "?").id) == ("other", "other")
    assert (shown_imei("BMW"), shown_imei(""), shown_imei("004999010640018")) == ("bmw", "", "004999010640018")


def test_the_demonstration_has_the_guides_accessories(carrier: CarrierBench) -> None:
    registry = carrier.services.registrations
    assert [one.name for one in registry.of(REN)] == ["BMW"]
    assert [one.name for one in registry.of(YUI)] == ["BMW", "Apple Watch Series 6", "Apple Watch SE"]
    assert [carrier.services.contracts.view(line).accessories for line in (REN, YUI, KAITO)] == [1, 3, 5]
    newest = [(entry.kind, entry.name) for entry in registry.history(KAITO)[:3]]
    assert newest == [("registered", "BMW"), ("registered", "AW7"), ("released", "ON01")], "MGMT-HIST-02…04"
    for one in demo_data()["accessories"]:
        assert int(one["eid"]) % 97 == 1, "GSMA SGP.02 §2.2.2"
        assert device_type(one["kind"], one["imei"]).name
    assert carrier.services.registrations.free_slots(KAITO) == 0


def test_a_second_start_adds_nothing_and_a_released_accessory_stays_released(
    tmp_path: Path, clock: Clock, first_carrier_run: Path
) -> None:
    folder = shutil.copytree(first_carrier_run, tmp_path / "again")
    first = make_carrier(folder, clock)
    first.services.registrations.release(YUI, first.services.registrations.of(YUI)[1].id)
    first.close()
    second = make_carrier(folder, clock)
    assert [one.name for one in second.services.registrations.of(YUI)] == ["BMW", "Apple Watch SE"]
    second.close()
