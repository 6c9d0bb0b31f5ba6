"""The network's words in journeys: people outside, coverage, what the log and the car's modem told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fakes import FakeBench
from test_parse_and_lint import GOOD, messages
from test_runner import journey, walk

from onebench.guide.catalogue import load_catalogue
from onebench.guide.tracks import window_of
from onebench.journeys.line_tap import LineTap

STEP: dict[str, Any] = {"say": {"ja": "電話です。", "en": "A call."}, "actor": "car"}


def step(**more: Any) -> dict[str, Any]:
    return STEP | more


@pytest.fixture
def bench() -> FakeBench:
    bench = FakeBench()

    def ring(number: str, msisdn: str) -> None:
        for device in ("car", "phone"):
            bench.events.emit("network", "call.offered", device=device, waiting=False)
        bench.network.at_lines += ["RING", f'+CLIP: "{number}",129']

    bench.network.call_in = ring  # type: ignore[method-assign]
    return bench


def test_those_outside_act_on_the_line_of_whoever_has_the_phone(tmp_path: Path) -> None:
    bench = FakeBench()
    orders = [
        {"call_in": {"number": "09000002001"}},
        {"call_in": {"number": "", "to": "${ken.line.msisdn}"}},
        {"answer_in": "0300002000"},
        {"end_call": "0300002000"},
        {"sms_in": {"number": "docomo", "text": "Code"}},
        {"coverage": {"car": False, "phone": True}},
        {"release": "BMW"},
    ]
    result = walk(bench, journey(tmp_path, step(do=orders), persona="mio"))
    assert result.problems == []
    assert bench.desk == [
        ("call_in", "09000002001 09000004321"),
        ("call_in", " 09000005678"),
        ("answer_in", "0300002000"),
        ("end_call", "0300002000"),
        ("sms_in", "docomo Code 09000004321"),
        ("coverage", "car False"),
        ("coverage", "phone True"),
        ("release", "BMW 09000004321"),
    ]


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ({"event": "call.offered"}, True),
        ({"event": {"kind": "call.offered", "data": {"device": "car"}}}, True),
        ({"event": {"kind": "call.offered", "actor": "network", "count": 2}}, True),
        ({"event": {"kind": "call.offered", "count": 3}}, False),
        ({"event": {"kind": "call.offered", "actor": "phone"}}, False),
        ({"event": {"kind": "call.offered", "data": {"device": "watch"}}}, False),
        ({"event": {"kind": "call.offered", "data": {"device": {"matches": "^c"}, "waiting": False}}}, True),
        ({"no_event": {"kind": "call.offered", "data": {"device": "watch"}}}, True),
        ({"no_event": "call.offered"}, False),
        ({"at": "RING"}, True),
        ({"at": '+CLIP: "${mio.line.msisdn}"'}, True),
        ({"at": "CLIP"}, False),
        ({"no_at": "+CMT"}, True),
        ({"no_at": "RING"}, False),
    ],
)
def test_what_the_network_told(bench: FakeBench, tmp_path: Path, condition: dict[str, Any], holds: bool) -> None:
    call = {"call_in": {"number": "${mio.line.msisdn}"}}
    result = walk(bench, journey(tmp_path, step(do=[call], expect=[condition])))
    assert result.passed == holds
    assert holds or "there was" in result.problems[0] or "it sent" in result.problems[0]


def test_only_what_came_since_the_step_began_counts(bench: FakeBench, tmp_path: Path) -> None:
    told = [{"event": "call.offered"}, {"at": "RING"}]
    result = walk(bench, journey(tmp_path, step(do=[{"call_in": {"number": "1"}}], expect=told), step(expect=told)))
    assert len(result.problems) == 2
    assert all(problem.startswith("step 2") for problem in result.problems)


def test_an_accessory_is_an_actor_with_states_and_ids_of_its_own(bench: FakeBench, tmp_path: Path) -> None:
    bench.state["watch6"] = {"screen": "home"}
    one = step(
        actor="watch6",
        wait=[{"watch6.screen": "home"}, {"watch6.screen": "${watch6.screen}"}],
        expect=[{"see": "accessory.home.dial"}],
    )
    bench.accessory.elements = {"accessory.home.dial": True}
    assert walk(bench, journey(tmp_path, one)).problems == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("tap: car.home.bmwId", "call_in: {number: 110}", "is no number in quotation marks"),
        ("tap: car.home.bmwId", "call_in: {nmber: '090'}", "is not written {number: …}"),
        ("tap: car.home.bmwId", "call_in: {number: '090', form: x}", 'unknown key "form"'),
        ("tap: car.home.bmwId", "end_call: 110", "is no number in quotation marks"),
        ("tap: car.home.bmwId", "sms_in: {number: docomo}", "is not written {number: …, text: …}"),
        ("tap: car.home.bmwId", "coverage: {car: no idea}", "is not written {car: off}"),
        ("tap: car.home.bmwId", "coverage: {pc: off}", '"pc" has no radio'),
        ("tap: car.home.bmwId", "start: watch7", 'unknown part "watch7"'),
        ("- car.screen: bmwId", "- event: {knd: x}", "is not written {kind: …}"),
        ("- car.screen: bmwId", "- event: {kind: x, count: 0}", "count is a number from 1"),
        ("- car.screen: bmwId", "- at: 7", "7 is no text"),
        ("actor: car", "actor: watch9", 'unknown actor "watch9"'),
    ],
)
def test_slips_in_the_networks_words_are_found(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert message in messages(tmp_path, GOOD.replace(old, new))


def test_a_row_of_the_network_is_asked_of_the_network(tmp_path: Path) -> None:
    row = GOOD.replace("row: CAR-01", "row: ONE-VOICE-03")
    assert "ONE-VOICE-03 is kept by the network" in messages(tmp_path, row)
    assert messages(tmp_path, row.replace("- car.screen: bmwId", "- event: call.offered")) == ""


def test_rows_of_several_places_belong_to_each_of_them() -> None:
    rows = load_catalogue()
    assert [window_of(rows["X-07"], actor) for actor in ("phone", "car", "pc")] == ["phone", "car", "phone"]
    assert [window_of(rows["X-01"], actor) for actor in ("phone", "car", "pc")] == ["phone", "car", "pc"]
    assert [window_of(rows["ONE-VOICE-03"], actor) for actor in ("phone", "car", "on01")] == ["phone", "car", "on01"]
    assert window_of(rows["ONE-SMS-15"], "on01-2") == "on01-2", "the code is dialled on the accessory"
    assert window_of(rows["BMW-JP-CAR-01"], "watch6") == "car"


def test_a_line_is_whole_when_its_end_has_come() -> None:
    tap = LineTap()
    for octets in (b"\r\nRI", b"NG\r", b'\n\r\n+CLIP: "1",129\r\n'):
        tap.take(octets)
    assert tap.lines == ["RING", '+CLIP: "1",129']
