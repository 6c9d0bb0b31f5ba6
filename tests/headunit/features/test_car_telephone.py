"""Calls in the car with a modem in memory: who may telephone, what is over the screen, what is remembered."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from car_bench import HANA, KEN, CarBench

from core.errors import BenchError
from core.tasks import InlineTasks
from firmware_bridge import ModemEvent, Registration
from headunit.services.call_log import CallLog

TSUBASA, MISAKI, UNKNOWN = "09000002001", "+819000002002", "0311112222"
CONTACTS = [
    {"name": "伊藤 翼", "numbers": ["090-0000-2001"]},
    {"name": "小林 美咲", "numbers": ["09000002002", "0311110000"]},
]
PHONE = {"address": "AA:BB", "name": "Hana's phone", "key": "k"}


def telephones(bench: CarBench, email: str = HANA) -> CarBench:
    """A driver whose eSIM telephones: connected, with a parent phone that gave its contacts."""
    bench.sign_in(email)
    bench.set_up_esim()
    memory, driver = bench.car._desk.memory, bench.car._desk.active
    assert driver is not None
    with memory.changing():
        memory.bonds = [dict(PHONE)]
        driver.parent_phone, driver.telephony, driver.telephony_answered = PHONE["address"], True, True
    bench.car.phones._show()
    bench.car._desk.state.put("contacts", CONTACTS)
    bench.car.telephone_page.contacts_read(driver, CONTACTS)
    bench.send("declineTelephony") if bench.state("overlay") == "telephony" else None
    with memory.changing():
        driver.telephony = True
    bench.car.phones._show()
    bench.send("home")
    assert (bench.state("esim")["state"], bench.state("esim")["telephony"], bench.state("overlay")) == (
        "connected",
        True,
        "",
    )
    return bench


@pytest.fixture
def bench(tmp_path: Path) -> CarBench:
    return telephones(CarBench(tmp_path))


def view(bench: CarBench) -> str:
    return str(bench.state("calls")["view"])


def kinds(bench: CarBench) -> list[tuple[str, str, int]]:
    bench.send("openTelephone")
    return [(row["shown"], row["kind"], row["seconds"]) for row in bench.state("recentCalls")]


def test_a_call_over_any_screen_is_answered_held_muted_and_ended(bench: CarBench) -> None:
    bench.send("openSettings", "reset")
    assert bench.state("overlay") == "confirmReset"
    voice = bench.modem.telephone
    voice.ring(TSUBASA)
    assert view(bench) == "incoming"
    front = bench.state("calls")["front"]
    assert (front["name"], front["shown"], front["initial"], front["state"]) == (
        "伊藤 翼",
        "090-0000-2001",
        "伊",
        "incoming",
    )
    assert bench.state("overlay") == "confirmReset", "it is still there below"
    bench.send("answerCall")
    assert (view(bench), voice.list[0].state) == ("talking", "active")
    bench.send("holdCall")
    assert bench.state("calls")["front"]["state"] == "held"
    bench.send("holdCall", "muteCall", "callKeypad", ("callTone", "1"), ("callTone", "#"), ("callTone", "x"))
    calls = bench.state("calls")
    assert (calls["front"]["state"], calls["muted"], calls["keypad"], calls["tones"]) == ("active", True, True, "1#")
    bench.send("minimiseCall")
    assert view(bench) == "minimised"
    bench.send("showCall")
    bench.clock.advance(75)
    assert bench.state("calls")["front"]["seconds"] == 75
    bench.send("endCall")
    assert (view(bench), bench.state("calls")["end"]["seconds"]) == ("ended", 75)
    assert bench.state("calls")["end"]["reason"] == "normal"
    assert voice.orders == [
        "announce",
        "answer",
        "hold_and_go_on",
        "hold_and_go_on",
        "mute 1",
        "tone 1",
        "tone #",
        "hang_up",
        "mute 0",
    ]
    bench.clock.advance(bench.settings.call_end_shown)
    assert view(bench) == ""
    bench.send("dismiss")
    assert kinds(bench) == [("090-0000-2001", "incoming", 75)]


def test_rejected_missed_and_taken_on_another_device(bench: CarBench) -> None:
    voice = bench.modem.telephone
    voice.ring(UNKNOWN)
    assert bench.state("calls")["front"]["name"] == ""
    bench.send("rejectCall")
    assert (view(bench), voice.list) == ("", [])
    bench.clock.advance(60)
    voice.ring("")
    assert (bench.state("calls")["front"]["shown"], view(bench)) == ("", "incoming")
    voice.hang_up_outside()
    assert (view(bench), bench.state("telephone")["unseen"]) == ("", 1)
    voice.ring(MISAKI)
    assert bench.state("calls")["front"]["name"] == "小林 美咲", "+81 is the same number"
    voice.hang_up_outside(end="elsewhere")
    voice.ring(TSUBASA)
    voice.hang_up_outside(end="rejected")
    assert bench.state("telephone")["unseen"] == 1
    bench.send("openTelephone")
    assert bench.state("telephone")["tab"] == "recents", "missed calls are what one looks for"
    assert bench.state("telephone")["unseen"] == 0
    assert [(row["name"], row["kind"]) for row in bench.state("recentCalls")] == [
        ("伊藤 翼", "declined"),
        ("小林 美咲", "elsewhere"),
        ("", "missed"),
        ("", "declined"),
    ]


def test_a_second_call_waits_is_taken_swapped_and_the_first_goes_on(bench: CarBench) -> None:
    voice = bench.modem.telephone
    voice.ring(TSUBASA)
    bench.send("answerCall", "home")
    assert view(bench) == "minimised"
    voice.ring(MISAKI)
    calls = bench.state("calls")
    assert (view(bench), calls["front"]["name"], calls["waiting"]["name"]) == ("talking", "伊藤 翼", "小林 美咲")
    bench.send("holdCall", "swapCalls")
    assert bench.state("calls")["waiting"]["state"] == "waiting", "only an answer takes it"
    bench.send("answerCall")
    calls = bench.state("calls")
    assert (calls["front"]["name"], calls["second"]["name"], calls["waiting"]) == ("小林 美咲", "伊藤 翼", {})
    bench.send("swapCalls")
    assert bench.state("calls")["front"]["name"] == "伊藤 翼"
    bench.send("endCall")
    calls = bench.state("calls")
    assert (view(bench), calls["front"]["name"], calls["front"]["state"], calls["second"]) == (
        "talking",
        "小林 美咲",
        "active",
        {},
    )
    voice.hang_up_outside(2)
    assert view(bench) == "ended"
    bench.send("closeCall")
    assert [row[1] for row in kinds(bench)] == ["incoming", "incoming"]


def test_a_waiting_call_is_refused_or_rings_when_the_first_is_over(bench: CarBench) -> None:
    voice = bench.modem.telephone
    voice.ring(TSUBASA)
    bench.send("answerCall")
    voice.ring(UNKNOWN)
    bench.send("rejectCall")
    assert (bench.state("calls")["waiting"], view(bench)) == ({}, "talking")
    voice.ring(MISAKI)
    bench.send("endCall")
    assert "end_and_go_on" not in voice.orders, "who ends a call has not taken the other"
    voice.list = [voice.list[0].__class__(2, False, "incoming", MISAKI)]
    bench.clock.advance(bench.settings.call_look_interval)
    assert (view(bench), bench.state("calls")["front"]["name"]) == ("incoming", "小林 美咲")


def test_calling_by_contact_key_pad_and_list(bench: CarBench) -> None:
    voice = bench.modem.telephone
    bench.send("openTelephone")
    assert [(row["key"], row["name"]) for row in bench.state("phoneBook")] == [
        ("n09000002001", "伊藤 翼"),
        ("n09000002002", "小林 美咲"),
        ("n0311110000", "小林 美咲"),
    ]
    bench.send(("call", "090-0000-2001"))
    assert (view(bench), bench.state("calls")["front"]["state"]) == ("talking", "alerting")
    voice.taken()
    bench.clock.advance(bench.settings.call_set_up_interval)
    assert bench.state("calls")["front"]["state"] == "active"
    bench.send("endCall", "closeCall")
    bench.send(("openTab", "keypad"), *(("telephoneKey", key) for key in "117+9"), "telephoneErase")
    assert bench.state("telephone")["typedShown"] == "117"
    bench.send("call")
    bench.send("endCall")
    assert view(bench) == "", "nobody had answered"
    bench.send("call")
    assert bench.state("telephone")["typed"] == "117", "an empty pad offers the last number"
    bench.send(*(("telephoneErase", None),) * 3, *(("telephoneKey", key) for key in "*103*1#"), "call")
    assert (bench.error, view(bench)) == ("telephone.service_code", "")
    bench.send("dismiss")
    assert voice.orders == ["announce", "dial 09000002001", "hang_up", "dial 117", "hang_up"]
    assert [row[1] for row in kinds(bench)] == ["outgoing", "outgoing"]


@pytest.mark.parametrize("end", ["busy", "no_answer", "unknown_number", "line_in_use", "rejected", "not_allowed"])
def test_why_a_call_out_came_to_nothing_stays_until_it_was_read(bench: CarBench, end: Any) -> None:
    bench.send("openTelephone", ("call", UNKNOWN))
    bench.modem.telephone.hang_up_outside(end=end)
    bench.clock.advance(600)
    assert (view(bench), bench.state("calls")["end"]["reason"], bench.state("calls")["end"]["again"]) == (
        "ended",
        end,
        True,
    )
    bench.send("callAgain")
    assert (view(bench), bench.state("calls")["front"]["shown"]) == ("talking", "03-1111-2222")
    bench.send("endCall")
    assert view(bench) == ""


def test_a_modem_without_network_refuses_to_dial(bench: CarBench) -> None:
    bench.send("openTelephone")
    bench.modem.telephone.trouble = BenchError("modem.refused", command="ATD", result="+CME ERROR: 30")
    bench.send(("call", UNKNOWN))
    assert (view(bench), bench.state("calls")["end"]["reason"]) == ("ended", "no_service")


def test_a_call_ends_with_the_modem_and_the_car_says_so(bench: CarBench) -> None:
    bench.modem.telephone.ring(TSUBASA)
    bench.send("answerCall")
    bench.modem.trouble = BenchError("modem.gone", port="x")
    bench.modem.tell(ModemEvent("gone", {"unplugged": True}))
    end = bench.state("calls")["end"]
    assert (view(bench), end["reason"], end["talked"]) == ("ended", "modem_gone", True)
    bench.clock.advance(60)
    assert view(bench) == "ended", "a fault is not told in passing"
    bench.send("closeCall")
    assert view(bench) == ""
    bench.modem.trouble, bench.modem.telephone.list = None, []
    bench.clock.advance(5)
    bench.modem.telephone.ring(TSUBASA)
    assert (view(bench), bench.modem.telephone.orders.count("announce")) == ("incoming", 2)


def test_a_silent_modem_loses_no_call(bench: CarBench) -> None:
    bench.modem.telephone.ring(TSUBASA)
    bench.send("answerCall")
    bench.modem.refuse["calls"] = BenchError("modem.silent", command="AT+CLCC")
    bench.clock.advance(10)
    assert view(bench) == "talking"
    bench.modem.refuse.clear()
    bench.clock.advance(2)
    assert (view(bench), bench.state("calls")["front"]["seconds"]) == ("talking", 12)


def test_released_in_the_middle_of_a_call(bench: CarBench) -> None:
    bench.modem.telephone.ring(TSUBASA)
    bench.send("answerCall")
    account = bench.cloud.accounts[HANA]
    account.esim, account.reason = "none", "released"
    bench.modem.network = Registration("denied")
    bench.modem.telephone.hang_up_outside(end="no_service")
    assert (bench.state("esim")["state"], bench.state("esim")["detail"]) == ("notActivated", "released")
    assert (view(bench), bench.state("calls")["end"]["reason"]) == ("ended", "released")
    bench.modem.telephone.ring(MISAKI)
    assert view(bench) == "ended", "no car rings without an eSIM"
    bench.send("closeCall")
    assert (bench.state("overlay"), bench.error) == ("notice", "esim.ended")
    bench.send("dismiss", "openTelephone")
    assert bench.state("telephone")["missing"] == "notActivated"


def test_data_only(bench: CarBench) -> None:
    """X-08: without telephone functions, or without a parent phone, the car does not ring, and its page says why."""
    voice = bench.modem.telephone
    bench.send("openMobileDevices", "openPersonalEsim", ("setTelephony", False), "openTelephone")
    assert bench.state("telephone")["missing"] == "switchedOff"
    voice.ring(TSUBASA)
    bench.send(("call", UNKNOWN))
    assert (view(bench), [order for order in voice.orders if order != "announce"]) == ("", [])
    assert (len(voice.list), bench.state("status")["technology"]) == (1, "LTE"), "it goes on ringing elsewhere"
    with bench.car._desk.memory.changing() as memory:
        memory.bonds = []
    bench.car.phones._show()
    assert bench.state("telephone")["missing"] == "noPhone"
    bench.send("openPersonalEsim")
    assert bench.screen == "personalEsim"
    bench.send("openBmwId", "activateGuest", "openTelephone")
    assert bench.state("telephone")["missing"] == "guest"


def test_telephone_functions_switched_off_in_a_call_end_it(bench: CarBench) -> None:
    bench.modem.telephone.ring(TSUBASA)
    bench.send("answerCall", "openMobileDevices", "openPersonalEsim", ("setTelephony", False))
    assert (bench.modem.telephone.list, view(bench)) == ([], "ended")


def test_a_number_that_nobody_can_dial(bench: CarBench) -> None:
    bench.send("openTelephone", ("call", "0120-FLOWER"))
    assert (bench.error, view(bench)) == ("telephone.bad_number", "")


def test_who_leaves_the_car_while_it_rings_refuses_nothing(bench: CarBench) -> None:
    voice = bench.modem.telephone
    voice.ring(TSUBASA)
    bench.car._desk.take_car(None)
    assert (view(bench), len(voice.list)) == ("", 1)
    assert "hang_up" not in voice.orders


def test_the_bars_follow_the_modem_at_once(bench: CarBench) -> None:
    bench.modem.network = Registration("searching")
    bench.modem.tell(ModemEvent("registration", {"state": "searching"}))
    assert (bench.state("esim")["state"], bench.state("status")["operator"]) == ("notConnected", "")
    bench.send("openTelephone")
    assert bench.state("telephone")["missing"] == "noNetwork"
    bench.modem.network = Registration("home", "LTE")
    bench.modem.tell(ModemEvent("registration", {"state": "home"}))
    assert (bench.state("status")["operator"], bench.state("telephone")["missing"]) == ("NTT DOCOMO", "")


def test_driving_is_no_reason_not_to_telephone(bench: CarBench) -> None:
    bench.car.set_driving(True)
    bench.modem.telephone.ring(TSUBASA)
    bench.send("answerCall")
    assert view(bench) == "talking"
    bench.send("endCall", "openTelephone", ("call", UNKNOWN))
    assert view(bench) == "talking"


def test_a_head_unit_that_starts_in_a_call_finds_it(bench: CarBench) -> None:
    bench.modem.telephone.ring(TSUBASA)
    bench.send("answerCall")
    bench.restart()
    assert (view(bench), bench.state("calls")["front"]["name"]) == ("talking", "伊藤 翼"), "the contacts are kept"
    bench.send("endCall", "closeCall")
    assert len(kinds(bench)) == 1


def test_every_driver_has_calls_and_contacts_of_their_own(bench: CarBench) -> None:
    voice = bench.modem.telephone
    voice.ring(TSUBASA)
    voice.hang_up_outside()
    telephones(bench, KEN)
    assert kinds(bench) == []
    voice.ring(UNKNOWN)
    bench.send("rejectCall")
    hana = bench.key(HANA)
    bench.send("openBmwId", ("openDriver", hana), ("activateDriver", hana), "continue")
    assert (bench.state("telephone")["unseen"], bench.state("contacts")) == (1, CONTACTS)
    # Killed now: a new car finds what the old one wrote at once.
    bench.switch_on()
    assert kinds(bench) == [("090-0000-2001", "missed", 0)]
    bench.send("openBmwId", ("openDriver", hana), ("removeDriver", hana), "confirm")
    bench.car.close()
    assert CallLog(bench.folder, InlineTasks()).page(hana).calls == []


def test_a_missed_call_survives_a_kill(tmp_path: Path) -> None:
    program = """
import os, signal, sys
from pathlib import Path
sys.path[:0] = sys.argv[2:]
from car_bench import CarBench
from test_car_telephone import TSUBASA, telephones
bench = telephones(CarBench(Path(sys.argv[1])))
bench.modem.telephone.ring(TSUBASA)
bench.modem.telephone.hang_up_outside()
os.kill(os.getpid(), signal.SIGKILL)
"""
    here = Path(__file__).parent
    paths = [str(tmp_path), str(here.parents[2]), str(here.parent), str(here)]
    assert subprocess.run([sys.executable, "-c", program, *paths], timeout=60).returncode == -signal.SIGKILL
    bench = CarBench(tmp_path)
    (past,) = bench.car._call_log.page("hana-aoki").calls
    assert (past.number, past.kind, bench.car._call_log.page("hana-aoki").unseen) == (TSUBASA, "missed", 1)


def test_contacts_leave_with_their_phone_and_all_with_a_reset(bench: CarBench) -> None:
    bench.modem.telephone.ring(TSUBASA)
    bench.modem.telephone.hang_up_outside()
    log, hana = bench.car._call_log, bench.key()
    assert (len(log.page(hana).calls), log.page(hana).contacts) == (1, CONTACTS)
    bench.car.phones._keep([])
    assert (log.page(hana).contacts, bench.state("contacts"), len(log.page(hana).calls)) == ([], [], 1)
    bench.send("openSettings", "reset", "confirm")
    assert CallLog(bench.folder, InlineTasks()).page(hana).calls == []


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"drivers": []}',
        '{"drivers": {"hana": {}}}',
        '{"drivers": {"hana": {"calls": [{"key": "r1"}]}}}',
        '{"drivers": {"hana": {"calls": [], "next": "1"}}}',
        '{"drivers": {"hana": {"calls": [], "contacts": [{"name": 1, "numbers": []}]}}}',
    ],
)
def test_a_damaged_list_is_kept_aside_and_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "telephone.json").write_text(text)
    bench = CarBench(tmp_path)
    assert bench.error == "storage.damaged"
    assert (tmp_path / "telephone.json.damaged-1").read_text() == text
    bench.send("dismiss")
    telephones(bench).modem.telephone.ring(TSUBASA)
    assert view(bench) == "incoming"
