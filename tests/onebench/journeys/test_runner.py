"""The engine: what makes a step hold, what makes it fail, and which rows count."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from fakes import FakeBench

from core.clock import Clock
from onebench.guide.catalogue import load_catalogue
from onebench.journeys.model import Journey
from onebench.journeys.parse import read_journey
from onebench.journeys.result import JourneyResult
from onebench.journeys.runner import Runner


@pytest.fixture
def bench() -> FakeBench:
    bench = FakeBench()
    bench.car.elements = {"car.home.bmwId": True}
    bench.car.texts = ["BMW ID", "携帯機器"]

    def open_bmw_id() -> None:
        bench.state["car"]["screen"] = "bmwId"
        bench.car.texts = ["BMW IDの追加"]
        bench.car.elements = {"car.bmwId.add": True, "car.bmwId.off": False}

    bench.car.on_tap["car.home.bmwId"] = open_bmw_id
    return bench


FIRST: dict[str, Any] = {
    "say": {"ja": "「BMW ID」を押します。", "en": 'Press "BMW ID".'},
    "actor": "car",
    "row": "CAR-01",
    "do": [{"tap": "car.home.bmwId"}],
    "wait": [{"car.screen": "bmwId"}],
}


def journey(folder: Path, *steps: dict[str, Any], name: str = "test", **more: Any) -> Journey:
    raw = {"brand": "bmw", "title": {"ja": "試験", "en": "Test"}, "steps": list(steps), **more}
    path = folder / f"{name}.yaml"
    path.write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    found, findings = read_journey(path)
    assert found is not None
    assert findings == []
    return found


def walk(
    bench: FakeBench,
    one: Journey,
    *,
    language: str = "ja",
    pictures: Path | None = None,
    others: tuple[Journey, ...] = (),
) -> JourneyResult:
    known = {other.name: other for other in others}
    runner = Runner(bench, language, rows=load_catalogue(), journey_of=known.__getitem__, wall=Clock())
    return runner.run(one, pictures)


def counted(result: JourneyResult) -> list[str]:
    return [row.id for step in result.steps for row in step.rows if row.counted]


def step(**changes: Any) -> dict[str, Any]:
    return {**FIRST, **changes}


def test_a_step_that_holds_covers_its_row_in_the_language_of_the_run(bench: FakeBench, tmp_path: Path) -> None:
    result = walk(bench, journey(tmp_path, FIRST))
    assert result.passed, result.problems
    assert counted(result) == ["BMW-JP-CAR-01"]
    assert bench.car.log == [("tap", "car.home.bmwId")]
    assert result.steps[0].say == "「BMW ID」を押します。"
    assert [label.label for label in result.steps[0].rows[0].labels] == ["BMW ID"]


def test_the_english_run_covers_the_english_row(bench: FakeBench, tmp_path: Path) -> None:
    assert counted(walk(bench, journey(tmp_path, FIRST), language="en")) == ["BMW-EN-CAR-01"]


def test_a_label_that_is_not_on_the_screen_fails_the_step(bench: FakeBench, tmp_path: Path) -> None:
    bench.car.texts = ["BMW IDs", "Press BMW ID to go on"]
    result = walk(bench, journey(tmp_path, FIRST))
    assert not result.passed
    assert counted(result) == []
    assert 'BMW-JP-CAR-01: "BMW ID" is not on the screen' in result.problems[0]
    assert "Press BMW ID to go on" in result.problems[0]


def test_a_label_that_is_cut_short_is_not_seen_and_named(bench: FakeBench, tmp_path: Path) -> None:
    bench.car.texts, bench.car.cut = [], ["BMW ID"]
    result = walk(bench, journey(tmp_path, FIRST))
    assert "BMW ID (cut short)" in result.problems[0]


def test_labels_of_what_is_pressed_are_checked_before_the_press(bench: FakeBench, tmp_path: Path) -> None:
    assert walk(bench, journey(tmp_path, step(labels="before"))).passed


def test_labels_asked_for_after_the_press_are_those_of_the_next_screen(bench: FakeBench, tmp_path: Path) -> None:
    assert not walk(bench, journey(tmp_path, step(labels="after"))).passed


def test_a_label_of_a_display_row_may_come_while_waiting(bench: FakeBench, tmp_path: Path) -> None:
    bench.car.ticks = [lambda: bench.car.texts.append("パーソナルeSIMをセットアップ中… 12 %")]
    shown = step(row="CAR-11", do=[], wait=[{"car.screen": "home"}])
    assert counted(walk(bench, journey(tmp_path, shown))) == ["BMW-JP-CAR-11"]


def test_an_exception_is_looked_for_and_reported(bench: FakeBench, tmp_path: Path) -> None:
    bench.car.texts = ["My BMW ID"]
    why = {"ja": "理由", "en": "reason"}
    excused = step(look_for={"CAR-01": {"text": "My BMW ID", "reason": why}})
    result = walk(bench, journey(tmp_path, excused))
    assert result.passed, result.problems
    label = result.steps[0].rows[0].labels[0]
    assert (label.label, label.looked_for, label.reason, label.seen) == ("BMW ID", "My BMW ID", "理由", True)
    bench_2 = FakeBench()
    bench_2.car.texts, bench_2.car.elements = ["BMW ID"], {"car.home.bmwId": True}
    assert not walk(bench_2, journey(tmp_path, excused)).passed  # the exception replaces the label


def test_an_exception_for_one_language_leaves_the_other_alone(bench: FakeBench, tmp_path: Path) -> None:
    why = {"ja": "理由", "en": "reason"}
    excused = journey(tmp_path, step(look_for={"CAR-01": {"text": {"en": "My ID"}, "reason": why}}))
    assert walk(bench, excused).steps[0].rows[0].labels[0].looked_for is None


def test_a_row_without_label_counts_only_through_a_check(bench: FakeBench, tmp_path: Path) -> None:
    bare = step(row="CAR-07", wait=[], do=[])
    result = walk(bench, journey(tmp_path, bare))
    assert result.passed
    assert counted(result) == []
    checked = step(row="CAR-07", do=[], wait=[], expect=[{"car.screen": "home"}])
    assert counted(walk(bench, journey(tmp_path, checked))) == ["BMW-JP-CAR-07"]


def test_a_row_whose_check_fails_does_not_count(bench: FakeBench, tmp_path: Path) -> None:
    result = walk(bench, journey(tmp_path, step(expect=[{"car.screen": "qr"}])))
    assert counted(result) == []
    assert result.problems == ["step 1: car.screen = 'qr': it is 'bmwId' (waited 2 s)"]


def test_a_wait_that_fails_ends_the_walk(bench: FakeBench, tmp_path: Path) -> None:
    result = walk(bench, journey(tmp_path, step(wait=[{"car.screen": "qr"}]), step(row=[], do=[])))
    assert len(result.steps) == 1
    assert "it is 'bmwId'" in result.problems[0]


def test_an_expectation_that_fails_lets_the_walk_go_on(bench: FakeBench, tmp_path: Path) -> None:
    second = {"say": FIRST["say"], "actor": "car", "expect": [{"see": "car.bmwId.add"}]}
    result = walk(bench, journey(tmp_path, step(expect=[{"text": "nowhere"}]), second))
    assert [done.passed for done in result.steps] == [False, True]
    assert not result.passed


def test_an_element_that_is_not_there_fails_with_the_nearest(bench: FakeBench, tmp_path: Path) -> None:
    result = walk(bench, journey(tmp_path, step(do=[{"tap": "car.home.nothing"}])))
    assert "element.not_found" in result.problems[0]
    assert "car.home.bmwId" in result.problems[0]
    assert len(result.steps[0].checks) == 0


def test_a_disabled_element_fails(bench: FakeBench, tmp_path: Path) -> None:
    result = walk(bench, journey(tmp_path, FIRST, step(row=[], do=[{"tap": "car.bmwId.off"}], wait=[])))
    assert "element.disabled" in result.problems[0]


def test_an_element_may_come_while_waiting(bench: FakeBench, tmp_path: Path) -> None:
    bench.car.elements = {}
    bench.car.ticks = [lambda: None, lambda: bench.car.elements.update({"car.home.bmwId": True})]
    assert walk(bench, journey(tmp_path, FIRST)).passed


def test_a_crash_in_a_window_is_a_failed_step(
    bench: FakeBench, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def crash() -> None:
        raise ZeroDivisionError("window")

    bench.car.on_tap["car.home.bmwId"] = crash
    result = walk(bench, journey(tmp_path, FIRST))
    assert result.problems == ["step 1: ZeroDivisionError: window"]
    assert "step 1 of test failed" in caplog.text


def test_actions_reach_windows_and_desk(bench: FakeBench, tmp_path: Path) -> None:
    bench.car.elements = {f"car.pinEntry.key{digit}": True for digit in "1234"} | {"car.credentials.email": True}
    began = bench.clock.monotonic()
    actions: list[dict[str, Any]] = [
        {"pin": {"car.pinEntry.key": "1231"}},
        {"type": {"car.credentials.email": "${hana.email}"}},
        {"clear": "car.credentials.email"},
        {"long_press": "car.credentials.email"},
        {"show": "car.credentials.email"},
        {"key": "Return"},
        {"keys": ["Left", "Right"]},
        {"clock": "+10m"},
        {"fault": {"port": "car.http", "kind": "unreachable", "count": 2}},
        {"unplug": "modem"},
        {"plug": "modem"},
        {"stop": "cloud"},
        {"start": "cloud"},
        {"restart": "phone"},
        {"camera": "car"},
    ]
    result = walk(bench, journey(tmp_path, step(row=[], do=actions, wait=[])))
    assert result.passed, result.problems
    assert [entry[1][-1] for entry in bench.car.log if entry[1].startswith("car.pinEntry")] == ["1", "2", "3", "1"]
    assert bench.car.values["car.credentials.email", "text"] == "hana.aoki@example.com"
    assert bench.clock.monotonic() - began == pytest.approx(600)
    fault = bench.faults.take("car.http", "GET /")
    assert fault is not None
    assert fault.kind == "unreachable"
    assert ("restart", "phone") in bench.desk
    assert ("stop", "cloud") in bench.desk
    assert ("camera", "car") in bench.desk
    told = " ".join(result.steps[0].actions)
    assert "1231" not in told
    clear = walk(bench, journey(tmp_path, step(row=[], wait=[], do=[{"clear_fault": "all"}])))
    assert clear.passed
    assert bench.faults.take("car.http") is None


def test_a_password_is_not_told(bench: FakeBench, tmp_path: Path) -> None:
    bench.car.elements = {"car.credentials.password": True}
    typed = step(row=[], wait=[], do=[{"type": {"car.credentials.password": "${hana.password}"}}])
    result = walk(bench, journey(tmp_path, typed))
    assert bench.car.values["car.credentials.password", "text"] == "Bench-Aoki-2026"
    assert "Bench-Aoki" not in repr(result)


def test_a_variable_may_come_from_a_window(bench: FakeBench, tmp_path: Path) -> None:
    bench.state["car"]["qr"] = {"userCode": "BCDF-GHJK"}
    bench.phone.elements = {"phone.app.code.field": True}
    typed = {"actor": "phone", "say": FIRST["say"], "do": [{"type": {"phone.app.code.field": "${car.qr.userCode}"}}]}
    assert walk(bench, journey(tmp_path, typed)).passed
    assert bench.phone.values["phone.app.code.field", "text"] == "BCDF-GHJK"
    bad = {**typed, "do": [{"type": {"phone.app.code.field": "${nobody.email}"}}]}
    assert "journey.variable_unknown" in walk(bench, journey(tmp_path, bad)).problems[0]


def test_what_a_screen_shows_can_be_noted_and_typed_elsewhere(bench: FakeBench, tmp_path: Path) -> None:
    bench.phone.elements = {"phone.web.aeon-id": True, "phone.app.id": True}
    bench.phone.values["phone.web.aeon-id", "innerText"] = " 1234\u00a05678 "
    noted = {"say": FIRST["say"], "actor": "phone", "do": [{"memo": {"service_id": "phone.web.aeon-id"}}]}
    typed = {**noted, "do": [{"type": {"phone.app.id": "${memo.service_id}"}}]}
    assert walk(bench, journey(tmp_path, noted, typed)).problems == []
    assert bench.phone.values["phone.app.id", "text"] == "1234 5678"
    assert "journey.variable_unknown" in walk(bench, journey(tmp_path, typed)).problems[0]


def test_a_variable_may_be_of_whoever_has_the_phone(bench: FakeBench, tmp_path: Path) -> None:
    bench.phone.elements = {"phone.web.order-city": True, "phone.web.pin-code": True}
    typed = {
        "actor": "phone",
        "say": FIRST["say"],
        "do": [
            {"type": {"phone.web.order-city": "${persona.line.city} ${hana.line.grouped}"}},
            {"type": {"phone.web.pin-code": "${persona.line.network_pin}"}},
        ],
    }
    result = walk(bench, journey(tmp_path, typed, persona="sora"))
    assert result.passed, result.problems
    assert bench.phone.values["phone.web.order-city", "text"] == "大阪市北区 090-0000-1234"
    assert bench.phone.values["phone.web.pin-code", "text"] == "4096"
    assert "4096" not in repr(result)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ({"see": "car.home.bmwId"}, True),
        ({"see": "car.nowhere.x"}, False),
        ({"gone": "car.nowhere.x"}, True),
        ({"gone": "car.home.bmwId"}, False),
        ({"enabled": "car.home.bmwId"}, True),
        ({"disabled": "car.home.bmwId"}, False),
        ({"text": {"ja": "携帯機器", "en": "Mobile devices"}}, True),
        ({"text": "携帯"}, False),
        ({"contains": "携帯"}, True),
        ({"no_text": "携帯"}, False),
        ({"no_text": "携帯", "actor": "phone"}, True),
        ({"value": {"car.home.bmwId": {"checked": True}}}, True),
        ({"value": {"car.home.bmwId": {"checked": False}}}, False),
        ({"car.screen": "home"}, True),
        ({"car.screen": {"in": ["qr", "home"]}}, True),
        ({"car.screen": {"not": "home"}}, False),
        ({"car.screen": {"matches": "^ho"}}, True),
        ({"car.drivers": {"count": 2}}, True),
        ({"car.drivers.1.email": "b"}, True),
        ({"car.drivers.7.email": "b"}, False),
        ({"car.esim.station": {"at_least": 2, "at_most": 4}}, True),
        ({"car.esim.station": {"at_least": 4}}, False),
        ({"phone.screen.name": "start"}, True),
    ],
)
def test_conditions(bench: FakeBench, tmp_path: Path, condition: dict[str, Any], holds: bool) -> None:
    bench.car.values["car.home.bmwId", "checked"] = True
    bench.state["car"].update({"drivers": [{"email": "a"}, {"email": "b"}], "esim": {"station": 3}})
    result = walk(bench, journey(tmp_path, step(row=[], do=[], wait=[condition])))
    assert result.passed is holds, result.problems
    assert all(check.text for check in result.steps[0].checks)


def test_a_state_that_does_not_exist_fails(bench: FakeBench, tmp_path: Path) -> None:
    result = walk(bench, journey(tmp_path, step(row=[], do=[], wait=[{"car.nonsense": "x"}])))
    assert "state.unknown" in result.problems[0]


def test_start_walks_other_journeys_first_without_rows(bench: FakeBench, tmp_path: Path) -> None:
    first = journey(tmp_path, FIRST, name="first")
    second = journey(
        tmp_path,
        {"say": FIRST["say"], "actor": "car", "row": "CAR-02a", "expect": [{"see": "car.bmwId.add"}]},
        name="second",
        start=[{"use": "first"}, {"actor": "phone", "do": [{"clock": "+1s"}]}],
    )
    result = walk(bench, second, others=(first,))
    assert result.passed, result.problems
    assert [done.setup for done in result.steps] == [True, True, False]
    assert [done.number for done in result.steps] == [1, 2, 1]
    assert counted(result) == ["BMW-JP-CAR-02a"]


def test_a_chapter_among_the_steps_is_walked_as_if_written_there(bench: FakeBench, tmp_path: Path) -> None:
    chapter = journey(tmp_path, FIRST, name="chapter")
    last = {"say": FIRST["say"], "actor": "car", "row": "CAR-02a", "expect": [{"see": "car.bmwId.add"}]}
    whole = journey(tmp_path, {"use": "chapter"}, last, name="whole")
    result = walk(bench, whole, others=(chapter,))
    assert [done.number for done in result.steps] == [1, 2]
    assert counted(result) == ["BMW-JP-CAR-01", "BMW-JP-CAR-02a"]


def test_a_chapter_for_the_phones_browser_can_be_walked_in_the_pcs(bench: FakeBench, tmp_path: Path) -> None:
    bench.state["pc"] = {"page": {"state": "shown"}}
    bench.pc.elements = {"pc.web.order-base": True, "pc.web.order-prefecture": True}
    bench.pc.values["pc.web.order-base", "checked"] = True
    bench.pc.texts = ["ワンナンバーサービスを申し込む"]
    tick = {
        "say": FIRST["say"],
        "actor": "phone",
        "row": "SP-16",
        "do": [{"choose": {"phone.web.order-prefecture": "東京都"}}, {"tap": "phone.web.order-base"}],
        "wait": [{"value": {"phone.web.order-base": {"checked": True}}}],
    }
    chapter = journey(tmp_path, tick, FIRST, name="chapter")
    between = journey(tmp_path, {"use": "chapter"}, name="between")
    whole = journey(tmp_path, {"use": "between", "as": "pc"}, name="whole")
    result = walk(bench, whole, others=(chapter, between))
    assert result.passed, result.problems
    assert bench.pc.log == [("choose", "pc.web.order-prefecture"), ("tap", "pc.web.order-base")]
    assert bench.phone.log == []
    assert counted(result) == ["BMW-JP-SP-16", "BMW-JP-CAR-01"]


def test_a_start_that_fails_fails_the_journey(bench: FakeBench, tmp_path: Path) -> None:
    broken = journey(tmp_path, FIRST, start=[{"actor": "car", "do": [{"tap": "car.nowhere.x"}]}])
    result = walk(bench, broken)
    assert not result.passed
    assert [done.setup for done in result.steps] == [True]


def test_pictures_show_the_touched_place_and_are_taken_once(bench: FakeBench, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    result = walk(bench, journey(tmp_path, FIRST), pictures=pictures)
    shots = result.steps[0].pictures
    assert [(shot.actor, shot.spot) for shot in shots] == [("car", (0.1, 0.2, 0.3, 0.4)), ("phone", None)]
    assert (pictures / shots[0].file).read_text(encoding="utf-8") == "BMW ID\n携帯機器"
    assert [shot.file for shot in result.ending] == ["03-car.png", shots[1].file]
    assert len(list(pictures.iterdir())) == 3


def test_pictures_that_cannot_be_taken_do_not_hide_the_failure(bench: FakeBench, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    one = journey(tmp_path, step(row=[], do=[{"tap": "car.nowhere.x"}]))
    bench.car.broken_camera = True
    problems = walk(bench, one, pictures=pictures).problems
    assert "picture.not_saved" in problems[0]
    bench.car.broken_camera = False
    bench.car.unsaved = True
    problems = walk(bench, one, pictures=pictures).problems
    assert "element.not_found" in problems[0]
    assert "picture.not_saved" in problems[-1]


def test_events_of_a_step_are_kept_with_it(bench: FakeBench, tmp_path: Path) -> None:
    opened = bench.car.on_tap["car.home.bmwId"]

    def tell() -> None:
        bench.events.emit("car", "screen.changed", screen="bmwId")
        opened()

    bench.car.on_tap["car.home.bmwId"] = tell
    result = walk(bench, journey(tmp_path, FIRST))
    assert [event["kind"] for event in result.steps[0].events] == ["step", "screen.changed"]
