"""An accessory: its set-up, calls, messages, service codes, and what a release means."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelf import PARENT, SIM, Shelf

from accessories.identity import Identity, IdentityStore, luhn_digit, new_identity, of_the_demonstration
from accessories.kinds import KINDS, kind_of
from core.demo import demo_data
from core.errors import BenchError
from core.http import Answer
from core.radio import SentElsewhere
from core.randomness import SeededRandomness


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shelf = Shelf(tmp_path)
    shelf.set_up()
    return shelf


def test_a_new_one_takes_over_the_phones_number(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    assert (shelf.state["screen"], shelf.state["setUp"]["number"]) == ("setUp", "090-0000-6543")
    assert shelf.cells == [], "without a SIM there is no radio"
    shelf.send("setUp", ("pinDigit", "6"), ("pinDigit", "0"), ("pinDigit", "x"), "pinErase")
    assert shelf.state["setUp"]["digits"] == 1
    shelf.send(*(("pinDigit", digit) for digit in "039"))
    (asked,) = shelf.operator.asked
    assert asked["network_pin"] == "6039"
    assert (asked["msisdn"], asked["companion_terminal_model"]) == (PARENT, "on01")
    assert shelf.state["screen"] == "home"
    assert shelf.state["status"]["number"] == "090-0000-6543"
    assert (shelf.state["status"]["name"], shelf.state["status"]["inNetwork"]) == ("ON01 2", True)
    assert shelf.cell.imsi == SIM["imsi"]
    assert "6039" not in "".join(event.to_json() for event in shelf.events.recent())
    assert "6039" not in "".join(path.read_text() for path in tmp_path.iterdir())


def test_it_is_registered_after_a_restart_and_its_files_are_its_own(shelf: Shelf) -> None:
    shelf.cell.hear_sms("hello")
    shelf.restart()
    assert (shelf.state["screen"], shelf.cell.imsi) == ("home", SIM["imsi"])
    assert shelf.state["messages"][0]["text"] == "hello"
    assert [stat.S_IMODE(path.stat().st_mode) for path in shelf.folder.iterdir()] == [0o600, 0o600]


@pytest.mark.parametrize(
    ("code", "more"),
    [("network_pin.wrong", {"attempts_left": 2}), ("registry.no_free_slot", {"most": 5}), ("line.unknown", {})],
)
def test_a_refusal_is_told_and_can_be_tried_again(tmp_path: Path, code: str, more: dict[str, Any]) -> None:
    shelf = Shelf(tmp_path)
    shelf.operator.refuse(code, **more)
    shelf.set_up("0001")
    assert shelf.state["setUp"]["stage"] == "problem"
    assert shelf.state["setUp"]["problem"] == {"code": code, **more}
    shelf.operator.answer = Answer(200, SIM)
    shelf.set_up()
    assert shelf.state["screen"] == "home"


@pytest.mark.parametrize("answer", [BenchError("cloud.unreachable"), Answer(200, {}), Answer(404, {"error": "x"})])
def test_without_a_sensible_answer_nothing_is_registered(tmp_path: Path, answer: Any) -> None:
    shelf = Shelf(tmp_path)
    shelf.operator.answer = answer
    shelf.set_up()
    assert (shelf.state["screen"], shelf.state["setUp"]["stage"]) == ("setUp", "problem")
    shelf.send("home")
    assert shelf.state["setUp"]["stage"] == "intro"


def test_a_released_one_says_so_and_comes_back_by_its_set_up(shelf: Shelf) -> None:
    shelf.cell.hear_registered(False, "not_allowed")
    assert (shelf.state["screen"], shelf.state["status"]["inNetwork"]) == ("released", False)
    shelf.set_up()
    assert (shelf.state["screen"], len(shelf.cells)) == ("home", 2)
    assert shelf.cells[0].told[-1] == ("close",)
    shelf.cell.hear_registered(False)
    assert shelf.state["screen"] == "home", "out of reach is no release"


def test_it_rings_talks_and_ends(shelf: Shelf) -> None:
    shelf.cell.hear_call(2, "offered")
    assert (shelf.state["overlay"], shelf.state["telephone"]["incoming"]["number"]) == ("incoming", "090-0000-2001")
    shelf.send("answer")
    assert shelf.cell.told[-1] == ("answer", 2)
    shelf.cell.hear_call(2, "connected")
    shelf.clock.advance(5)
    assert (shelf.state["overlay"], shelf.state["telephone"]["call"]["seconds"]) == ("call", 5)
    shelf.send("mute", "hold")
    assert shelf.cell.told[-1] == ("hold", 2)
    shelf.cell.hear_call(2, "held")
    shelf.send("hold")
    assert shelf.cell.told[-1] == ("retrieve", 2)
    shelf.cell.hear_call(2, "connected")
    shelf.cell.hear_call(4, "waiting", "0300001000")
    shelf.send("answer")
    shelf.cell.hear_call(2, "held")
    shelf.cell.hear_call(4, "connected", "0300001000")
    assert shelf.state["telephone"]["behind"]["number"] == "090-0000-2001"
    shelf.send("hold")
    assert shelf.cell.told[-1] == ("swap",)
    shelf.send("hangUp")
    assert shelf.cell.told[-1] == ("hang_up", 4)
    shelf.cell.hear_call(2, "ended", cause="normal")
    shelf.clock.advance(5)
    assert (shelf.state["overlay"], shelf.state["telephone"]["muted"]) == ("", False)


def test_it_rejects_and_stops_ringing_when_another_answers(shelf: Shelf) -> None:
    shelf.cell.hear_call(2, "offered")
    shelf.send("reject")
    assert (shelf.cell.told[-1], shelf.state["overlay"]) == (("hang_up", 2), "")
    shelf.cell.hear_call(4, "offered")
    shelf.cell.hear_call(4, "ended", cause="answered_elsewhere")
    assert shelf.state["overlay"] == ""
    shelf.cell.hear_call(6, "offered")
    shelf.cell.hear_registered(False)
    assert shelf.state["overlay"] == "", "no leg rings without a network"


def test_it_calls_and_says_why_not(shelf: Shelf) -> None:
    shelf.send(("open", "dial"), *(("digit", key) for key in "111"), "call")
    assert shelf.cell.told[-1] == ("dial", "111")
    shelf.cell.hear_call(1, "ended", "111", "group_busy")
    assert shelf.state["telephone"]["call"]["cause"] == "group_busy"
    shelf.send("hangUp")
    assert shelf.state["overlay"] == ""
    shelf.cell.error = BenchError("radio.no_coverage")
    shelf.send(("open", "dial"), ("digit", "1"), "call")
    assert shelf.state["telephone"]["call"]["cause"] == "no_network"


def test_service_codes_and_the_menu(shelf: Shelf) -> None:
    shelf.send(("open", "dial"), *(("digit", key) for key in "*#103#"), "call")
    assert shelf.cell.told[-1] == ("ussd", "*#103#")
    assert shelf.state["overlay"] == "service"
    assert shelf.cell.on_ussd is not None
    shelf.cell.on_ussd(0, "smartphone")
    assert shelf.state["service"]["text"] == "smartphone"
    shelf.send("serviceRead", ("open", "menu"))
    assert shelf.cell.told[-1] == ("ussd", "*#103#")
    shelf.cell.on_ussd(0, "smartphone")
    shelf.send("preferThis")
    assert shelf.cell.told[-1] == ("ussd", "*103*1#")
    shelf.cell.on_ussd(0, "this device")
    assert (shelf.state["priority"]["text"], shelf.state["overlay"]) == ("this device", "")
    shelf.cell.error = BenchError("radio.no_coverage")
    shelf.send("preferThis")
    assert shelf.state["priority"]["state"] == "failed"


def test_a_question_that_the_network_took_along_is_told(shelf: Shelf) -> None:
    shelf.send(("open", "dial"), *(("digit", key) for key in "*#103#"), "call")
    shelf.cell.hear_registered(False)
    assert shelf.state["service"]["state"] == "failed"


def test_a_watch_has_no_such_menu(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "watch6")
    shelf.set_up()
    shelf.send(("open", "menu"), "preferThis")
    assert shelf.state["screen"] == "home"
    assert ("ussd", "*103*1#") not in shelf.cell.told


def test_a_message_is_kept_answered_and_told_what_became_of_it(shelf: Shelf) -> None:
    shelf.cell.hear_sms("Where are you?")
    shelf.cell.hear_sms("Where are you?")
    assert len(shelf.state["messages"]) == 1, "a message that comes twice is one"
    assert shelf.state["newest"] == {"number": "090-0000-2001", "text": "Where are you?", "unread": 1}
    shelf.send(("open", "messages"))
    assert shelf.state["newest"] == {}
    shelf.send(("write", "m1"))
    assert (shelf.state["screen"], shelf.state["write"]["number"]) == ("write", "090-0000-2001")
    shelf.send(("sendText", "Late."))
    assert shelf.cell.told[-1] == ("sms", "09000002001", "Late.")
    assert shelf.state["messages"][0]["state"] == "sending"
    assert shelf.cell.on_sms_status is not None
    shelf.cell.on_sms_status(f"ref{len(shelf.cell.told)}", "sent")
    shelf.cell.on_sms_status(f"ref{len(shelf.cell.told)}", "delivered")
    assert shelf.state["messages"][0]["state"] == "delivered"
    shelf.cell.error = BenchError("radio.no_coverage")
    shelf.send(("write", "m1"), ("sendText", "Again."))
    assert shelf.state["messages"][0]["state"] == "failed"
    assert "Where" not in "".join(event.to_json() for event in shelf.events.recent())


def test_what_the_phone_sent_is_there_too(shelf: Shelf) -> None:
    assert shelf.cell.on_sent_elsewhere is not None
    shelf.cell.on_sent_elsewhere(SentElsewhere("r", "09000002001", "From the phone"))
    assert shelf.state["messages"][0] | {"id": ""} == {
        "id": "",
        "number": "090-0000-2001",
        "mine": True,
        "text": "From the phone",
        "state": "sent",
        "mayReply": True,
    }


def test_a_sender_with_a_name_cannot_be_answered(shelf: Shelf) -> None:
    shelf.cell.hear_sms("Code 123456", "NTT DOCOMO", "m7")
    assert not shelf.state["messages"][0]["mayReply"]
    shelf.send(("write", "m7"))
    assert shelf.state["screen"] == "home"


def test_coverage_is_kept_for_the_next_sim(shelf: Shelf) -> None:
    shelf.device.set_coverage(False)
    assert shelf.cell.told[-1] == ("coverage", False)
    shelf.cell.hear_registered(False, "unknown_subscriber")
    shelf.set_up()
    assert ("coverage", False) in shelf.cell.told


def test_a_damaged_identity_is_kept_aside_and_the_accessory_is_new(shelf: Shelf) -> None:
    (shelf.folder / "accessory.json").write_text(json.dumps({"eid": "1", "colour": "red"}))
    shelf.restart()
    assert shelf.state["screen"] == "setUp"
    assert list(shelf.folder.glob("*.damaged-*"))
    assert shelf.device.store.trouble is not None


def test_a_full_disk_leaves_the_message_on_the_screen(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise BenchError("storage.full")

    monkeypatch.setattr("core.store.JsonStore.save", full)
    shelf.cell.hear_sms("Still here")
    assert shelf.state["messages"][0]["text"] == "Still here"
    assert shelf.events.recent(kind="accessory.not_stored")
    shelf.cell.hear_registered(False, "not_allowed")
    shelf.set_up()
    assert shelf.state["setUp"]["problem"]["code"] == "storage.full"


@given(st.integers(0, 10**6))
def test_numbers_from_the_factory_have_their_check_digits(seed: int) -> None:
    identity = new_identity(SeededRandomness(seed))
    assert len(identity.eid) == 32
    assert int(identity.eid) % 97 == 1
    assert len(identity.imei) == 15
    assert luhn_digit(identity.imei[:14]) == identity.imei[14]


def test_luhn_of_a_number_that_is_known() -> None:
    assert luhn_digit("49015420323751") == "8"  # the example of 3GPP TS 23.003 annex B


def test_the_demonstrations_accessories_are_registered_from_their_first_start(tmp_path: Path) -> None:
    known = of_the_demonstration(demo_data(), PARENT, "watch6")
    assert isinstance(known, Identity)
    assert known.msisdn == PARENT
    assert of_the_demonstration(demo_data(), PARENT, "watch6", 2) is None
    assert of_the_demonstration(demo_data(), "09000001234", "watch6") is None
    store = IdentityStore(tmp_path / "a.json", randomness=SeededRandomness(1), given=known)
    assert store.identity.registered


def test_kinds_by_name() -> None:
    assert {kind_of(name).id for name in (*KINDS, "on01-2", "watch-se-3")} == set(KINDS)
    for name in ("", "watch", "on01-", "on01-1", "car"):
        with pytest.raises(BenchError, match=r"accessory\.unknown"):
            kind_of(name)
