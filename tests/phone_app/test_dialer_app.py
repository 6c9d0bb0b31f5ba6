"""The telephone: dialling, ringing, talking, ending with a cause; service codes; calls before."""

from __future__ import annotations

import stat
import tempfile
from pathlib import Path
from typing import Any

import pytest
from desk import Desk
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import BenchError


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.send("home")
    return desk


def dialer(desk: Desk) -> Any:
    return desk.handset.state()["dialer"]


def screen(desk: Desk) -> Any:
    return desk.handset.state()["screen"]["name"]


def overlay(desk: Desk) -> Any:
    return desk.handset.state()["overlay"]


def type_number(desk: Desk, number: str) -> None:
    desk.send(("open", "dialer"), *(("digit", key) for key in number))


def test_a_call_from_the_key_pad_to_its_end(desk: Desk) -> None:
    type_number(desk, "09000002001")
    assert (dialer(desk)["typedShown"], dialer(desk)["name"]) == ("090-0000-2001", "Tsubasa Ito")
    desk.send("call")
    assert desk.cell.told[-1] == ("dial", "09000002001")
    assert (screen(desk), dialer(desk)["call"]["state"]) == ("dialer.call", "connecting")
    desk.cell.hear_call(1, "alerting", "09000002001")
    assert dialer(desk)["call"]["state"] == "alerting"
    desk.cell.hear_call(1, "connected", "09000002001")
    desk.clock.advance(83)
    assert (dialer(desk)["call"]["state"], dialer(desk)["call"]["seconds"]) == ("connected", 83)
    desk.send("hangUp")
    assert desk.cell.told[-1] == ("hang_up", 1)
    assert dialer(desk)["call"]["state"] == "ended"
    desk.clock.advance(5)
    assert screen(desk) == "dialer.keypad"
    (row,) = dialer(desk)["recents"]
    assert (row["name"], row["incoming"], row["seconds"]) == ("Tsubasa Ito", False, 83)


@pytest.mark.parametrize("cause", ["busy", "no_answer", "declined", "unreachable", "unknown_number"])
def test_a_call_that_fails_says_why(desk: Desk, cause: Any) -> None:
    type_number(desk, "151")
    desk.send("call")
    desk.cell.hear_call(1, "ended", "151", cause)
    assert (screen(desk), dialer(desk)["call"]["cause"]) == ("dialer.call", cause)
    desk.send("hangUp")  # reads it and puts it away
    assert (screen(desk), dialer(desk)["call"]) == ("dialer.keypad", {})


def test_without_a_network_the_call_fails_in_words(desk: Desk) -> None:
    desk.cell.error = BenchError("radio.no_coverage")
    type_number(desk, "151")
    desk.send("call")
    assert dialer(desk)["call"]["cause"] == "no_network"
    desk.send("hangUp", ("quick", {"airplane": True}), ("digit", "1"), "call")
    assert dialer(desk)["call"]["cause"] == "airplane"


def test_somebody_calls_over_any_app(desk: Desk) -> None:
    desk.send(("open", "settings"))
    desk.cell.hear_call(2, "offered", "09000002001")
    assert overlay(desk) == "incoming"
    assert dialer(desk)["incoming"]["name"] == "Tsubasa Ito"
    desk.send(("callAnswer", True))
    assert desk.cell.told[-1] == ("answer", 2)
    desk.cell.hear_call(2, "connected", "09000002001")
    assert (screen(desk), overlay(desk)) == ("dialer.call", "")
    desk.send("home")
    assert desk.handset.state()["status"]["inCall"]
    desk.send("showCall")
    assert screen(desk) == "dialer.call"
    assert not desk.handset.state()["status"]["inCall"]
    desk.cell.hear_call(2, "ended", "09000002001", "normal")
    desk.clock.advance(5)
    assert screen(desk) == "dialer.keypad"


def test_a_call_that_was_not_taken_is_missed_until_somebody_looks(desk: Desk) -> None:
    desk.cell.hear_call(2, "offered", "09000002001")
    desk.cell.hear_call(2, "ended", "09000002001", "no_answer")
    assert (overlay(desk), dialer(desk)["missed"]) == ("", 1)
    desk.send(("open", "dialer"), ("openTab", "recents"))
    assert dialer(desk)["missed"] == 0
    assert dialer(desk)["recents"][0]["missed"]


@pytest.mark.parametrize("cause", ["declined", "answered_elsewhere"])
def test_a_call_that_another_device_took_is_not_missed(desk: Desk, cause: Any) -> None:
    desk.cell.hear_call(2, "offered", "09000002001")
    desk.cell.hear_call(2, "ended", "09000002001", cause)
    assert dialer(desk)["missed"] == 0


def test_a_rejected_call_is_not_missed(desk: Desk) -> None:
    desk.cell.hear_call(2, "offered", "")
    desk.send(("callAnswer", False))
    assert desk.cell.told[-1] == ("hang_up", 2)
    assert (overlay(desk), dialer(desk)["missed"]) == ("", 0)
    desk.cell.hear_call(2, "ended", "", "declined")
    assert len(dialer(desk)["recents"]) == 1


def test_a_second_call_waits_and_the_first_is_held(desk: Desk) -> None:
    desk.cell.hear_call(2, "offered", "09000002001")
    desk.send(("callAnswer", True))
    desk.cell.hear_call(2, "connected", "09000002001")
    desk.cell.hear_call(4, "waiting", "09000002002")
    assert overlay(desk) == "incoming"
    desk.send(("callAnswer", True))
    desk.cell.hear_call(2, "held", "09000002001")
    desk.cell.hear_call(4, "connected", "09000002002")
    assert dialer(desk)["call"]["name"] == "Misaki Kobayashi"
    desk.cell.hear_call(4, "ended", "09000002002", "normal")
    assert dialer(desk)["call"]["state"] == "held"


def test_the_network_may_speak_before_it_gave_the_line(desk: Desk) -> None:
    desk.send(("open", "dialer"))
    done: list[Any] = []
    desk.tasks.submit = lambda work, ok=None, failed=None: done.append((work, ok))
    desk.send(("digit", "1"), ("digit", "5"), ("digit", "1"), "call")
    desk.cell.hear_call(7, "alerting", "151")
    assert dialer(desk)["call"]["state"] == "alerting"
    done[-1][1](7)
    assert dialer(desk)["call"]["state"] == "alerting"


def test_a_call_given_up_before_it_had_a_line_is_ended_there_too(desk: Desk) -> None:
    done: list[Any] = []
    desk.tasks.submit = lambda work, ok=None, failed=None: done.append((work, ok))
    type_number(desk, "151")
    desk.send("call", "hangUp")
    dialled = done[0]
    dialled[1](1)
    done[-1][0]()
    assert desk.cell.told[-1] == ("hang_up", 1)


def test_a_service_code_is_answered_in_a_dialog(desk: Desk) -> None:
    type_number(desk, "*#103#")
    desk.send("call")
    assert desk.cell.told[-1] == ("ussd", "*#103#")
    assert (overlay(desk), dialer(desk)["service"]["state"]) == ("service", "waiting")
    assert desk.cell.on_ussd is not None
    desk.cell.on_ussd(0, "SMARTPHONE")
    assert dialer(desk)["service"] == {"state": "answer", "code": "*#103#", "text": "SMARTPHONE"}
    desk.send("serviceRead")
    assert overlay(desk) == ""
    desk.cell.error = BenchError("radio.no_coverage")
    type_number(desk, "*103*0#")
    desk.send("call")
    assert dialer(desk)["service"]["state"] == "failed"
    desk.send("serviceRead")
    desk.cell.on_ussd(4, "?")
    assert dialer(desk)["service"]["state"] == "failed"


def test_calls_before_are_kept_and_called_again(desk: Desk) -> None:
    desk.cell.hear_call(2, "offered", "09000002001")
    desk.cell.hear_call(2, "ended", "09000002001", "no_answer")
    assert stat.S_IMODE((desk.folder / "calls.json").stat().st_mode) == 0o600
    desk.restart()
    desk.send("home", ("open", "dialer"), ("openTab", "recents"))
    (row,) = dialer(desk)["recents"]
    desk.send(("redial", row["key"]))
    assert desk.cell.told[-1] == ("dial", "09000002001")
    desk.send("hangUp", "hangUp", "clearRecents")
    assert dialer(desk)["recents"] == []


def test_a_contact_is_called_by_a_touch(desk: Desk) -> None:
    desk.send(("open", "contacts"), ("openContact", "c1"), ("dial", "09000002001"))
    assert (screen(desk), desk.cell.told[-1]) == ("dialer.call", ("dial", "09000002001"))


def test_a_damaged_list_is_kept_aside(desk: Desk) -> None:
    (desk.folder / "calls.json").write_text('{"calls": [{"key": "c1"}]}')
    desk.restart()
    assert dialer(desk)["recents"] == []
    assert list(desk.folder.glob("calls.json.damaged-*"))


NEWS = st.tuples(
    st.sampled_from([1, 2, 4]),
    st.sampled_from(["offered", "alerting", "connected", "waiting", "held", "ended"]),
    st.sampled_from(["", "busy", "normal"]),
)
TOUCHES = st.sampled_from(["call", "hangUp", "home", "back", ("callAnswer", True), ("callAnswer", False), "showCall"])


@settings(deadline=None)
@given(st.lists(st.one_of(NEWS, TOUCHES), max_size=25))
def test_whatever_network_and_person_do_the_screen_makes_sense(steps: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        desk.send("home")
        type_number(desk, "151")
        for step in steps:
            if isinstance(step, tuple) and len(step) == 3:
                desk.cell.hear_call(step[0], step[1], "09000002001", step[2])
            else:
                desk.send(step)
            state = dialer(desk)
            assert (overlay(desk) == "incoming") == bool(state["incoming"])
            # The call screen without any call would be a dead end.
            assert screen(desk) != "dialer.call" or state["call"] or state["incoming"]
        for line in (1, 2, 4):
            desk.cell.hear_call(line, "ended", "", "normal")
        desk.clock.advance(10)
        assert dialer(desk)["incoming"] == {}
