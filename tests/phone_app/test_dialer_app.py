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


def test_a_service_code_that_the_network_took_along_is_told(desk: Desk) -> None:
    type_number(desk, "*#103#")
    desk.send("call")
    assert desk.cell.on_registered is not None
    desk.cell.on_registered(False)
    assert dialer(desk)["service"] == {"state": "failed", "code": "*#103#", "text": "radio.no_coverage"}


def talking(desk: Desk) -> None:
    desk.cell.hear_call(2, "offered", "09000002001")
    desk.send(("callAnswer", True))
    desk.cell.hear_call(2, "connected", "09000002001")


def test_hold_and_take_back_and_mute(desk: Desk) -> None:
    talking(desk)
    desk.send(("hold", True))
    assert desk.cell.told[-1] == ("hold", 2)
    desk.cell.hear_call(2, "held", "09000002001")
    assert dialer(desk)["call"]["state"] == "held"
    desk.send(("hold", True))
    assert desk.cell.told[-1] == ("hold", 2), "it is held already"
    desk.send(("hold", False), ("mute", True))
    assert desk.cell.told[-1] == ("retrieve", 2)
    desk.cell.hear_call(2, "connected", "09000002001")
    assert dialer(desk)["muted"]
    desk.send("hangUp")
    assert not dialer(desk)["muted"], "the next call begins with the microphone on"


def test_keys_in_a_call_send_tones(desk: Desk) -> None:
    talking(desk)
    desk.send(("pad", True), ("tone", "1"), ("tone", "#"), ("tone", "12"), ("tone", "A"))
    assert desk.cell.told[-2:] == [("tone", 2, "1"), ("tone", 2, "#")]
    assert (dialer(desk)["pad"], dialer(desk)["tones"]) == (True, "1#")
    desk.cell.hear_call(2, "held", "09000002001")
    assert not dialer(desk)["pad"], "nobody hears a tone in a held call"
    desk.send(("tone", "5"))
    assert desk.cell.told[-1] == ("tone", 2, "#")


def test_a_second_call_waits_and_the_person_chooses(desk: Desk) -> None:
    talking(desk)
    desk.cell.hear_call(4, "waiting", "0300001000")
    assert overlay(desk) == "incoming"
    desk.send(("callAnswer", "accept"))
    assert desk.cell.told[-1] == ("answer", 4)
    desk.cell.hear_call(2, "held", "09000002001")
    desk.cell.hear_call(4, "connected", "0300001000")
    state = dialer(desk)
    assert (state["call"]["name"], state["behind"]["name"]) == ("BMW Tokyo Bay", "Tsubasa Ito")
    assert not state["mayDial"]
    desk.send("swap")
    assert desk.cell.told[-1] == ("swap",)
    desk.cell.hear_call(4, "held", "0300001000")
    desk.cell.hear_call(2, "connected", "09000002001")
    assert dialer(desk)["call"]["name"] == "Tsubasa Ito"
    desk.send("hangUp")
    assert desk.cell.told[-1] == ("hang_up", 2)
    assert dialer(desk)["call"]["state"] == "held", "the other one is still there"
    assert len(dialer(desk)["recents"]) == 1


def test_a_waiting_call_can_take_the_place_of_the_first(desk: Desk) -> None:
    talking(desk)
    desk.cell.hear_call(4, "waiting", "0300001000")
    desk.send(("callAnswer", "replace"))
    assert desk.cell.told[-2:] == [("hang_up", 2), ("answer", 4)]
    desk.cell.hear_call(2, "ended", "09000002001", "normal")
    desk.cell.hear_call(4, "offered", "0300001000")
    desk.cell.hear_call(4, "connected", "0300001000")
    assert (dialer(desk)["call"]["name"], dialer(desk)["behind"]) == ("BMW Tokyo Bay", {})
    assert len(dialer(desk)["recents"]) == 1


def test_a_second_call_is_begun_from_the_call_screen(desk: Desk) -> None:
    talking(desk)
    desk.send("addCall")
    assert screen(desk) == "dialer.keypad"
    assert desk.handset.state()["status"]["inCall"]
    desk.send(("digit", "1"), ("digit", "5"), ("digit", "1"), "call")
    assert desk.cell.told[-1] == ("dial", "151")
    desk.cell.hear_call(2, "held", "09000002001")
    desk.cell.hear_call(1, "connected", "151")
    assert (dialer(desk)["call"]["number"], dialer(desk)["behind"]["number"]) == ("151", "09000002001")


def test_a_call_does_not_outlive_the_network(desk: Desk) -> None:
    talking(desk)
    assert desk.cell.on_registered is not None
    desk.cell.on_registered(False)
    assert (dialer(desk)["call"]["state"], dialer(desk)["call"]["cause"]) == ("ended", "coverage")
    desk.cell.hear_call(4, "offered", "09000002001")
    desk.cell.on_registered(False)
    assert overlay(desk) == ""
    assert dialer(desk)["missed"] == 1


def test_a_missed_call_is_told_and_leads_to_the_list(desk: Desk) -> None:
    desk.cell.hear_call(2, "offered", "09000002001")
    desk.cell.hear_call(2, "ended", "09000002001", "no_answer")
    banner = desk.handset.state()["banner"]
    assert (banner["kind"], banner["params"]) == ("missed", {"name": "Tsubasa Ito"})
    desk.send("openMissed")
    assert (screen(desk), dialer(desk)["missed"], desk.handset.state()["banner"]) == ("dialer.recents", 0, {})


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
