"""Messages: kept, shown once, their security codes offered; what the network refuses can be sent again."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
from desk import Desk
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BenchError
from phone_app.apps.messages.app import plain_number
from phone_app.apps.messages.codes import find_code
from phone_app.apps.messages.conversations import key_of

CODE_SMS = "【NTTドコモ】セキュリティコードは482913です。有効期限は10分です。"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path, language="ja")
    desk.send("home")
    return desk


def state(desk: Desk) -> Any:
    return desk.handset.state()["messages"]


def banner(desk: Desk) -> Any:
    return desk.handset.state()["banner"]


def test_a_message_comes_up_over_any_app(desk: Desk) -> None:
    desk.send(("open", "settings"))
    desk.cell.hear_sms(CODE_SMS)
    assert banner(desk)["params"] == {
        "key": key_of("NTT DOCOMO"),
        "name": "NTT DOCOMO",
        "text": CODE_SMS,
        "code": "482913",
    }
    assert state(desk)["unread"] == 1
    desk.send(("copy", "482913"))
    assert desk.copied == ["482913"]
    assert banner(desk) == {}
    desk.send("home", ("open", "messages"))
    assert state(desk)["unread"] == 1  # the list tells of it, but nobody has read it
    desk.send(("openConversation", key_of("NTT DOCOMO")))
    assert state(desk)["unread"] == 0
    (bubble,) = state(desk)["conversation"]["messages"]
    assert (bubble["code"], bubble["mine"], bubble["time"]) == ("482913", False, "09:00")
    assert not state(desk)["conversation"]["mayReply"]


def test_the_banner_leads_to_the_conversation(desk: Desk) -> None:
    desk.cell.hear_sms("お元気ですか", sender="09000002001")
    assert banner(desk)["params"]["name"] == "伊藤 翼"  # a contact
    desk.send(("openMessage", banner(desk)["params"]["key"]))
    assert desk.handset.state()["screen"]["name"] == "messages.conversation"
    assert banner(desk) == {}


def test_no_banner_over_the_conversation_itself(desk: Desk) -> None:
    desk.cell.hear_sms("1", sender="09000002001")
    desk.send(("openMessage", "n09000002001"))
    desk.cell.hear_sms("2", sender="09000002001", identity="2")
    assert banner(desk) == {}
    assert state(desk)["unread"] == 0
    desk.send("home")
    desk.cell.hear_sms("3", sender="09000002001", identity="3")
    assert banner(desk)["params"]["text"] == "3"


def test_the_same_message_twice_is_one(desk: Desk) -> None:
    desk.cell.hear_sms("a")
    desk.cell.hear_sms("a")
    desk.restart()
    desk.cell.hear_sms("a")
    assert state(desk)["unread"] == 1
    desk.send("home", ("open", "messages"), ("openConversation", key_of("NTT DOCOMO")), "remove")
    desk.restart()
    assert state(desk)["conversations"] == []


def test_messages_outlive_the_phone_and_are_nobody_elses(desk: Desk) -> None:
    desk.cell.hear_sms(CODE_SMS)
    for name in ("messages.json", "landing.json"):
        assert stat.S_IMODE((desk.folder / name).stat().st_mode) == 0o600
    desk.restart()
    assert state(desk)["conversations"][0]["preview"] == CODE_SMS
    assert "482913" not in "".join(event.to_json() for event in desk.events.recent())


def test_what_was_acknowledged_but_not_taken_in_is_there_after_a_kill(desk: Desk) -> None:
    desk.cell.hear_sms(CODE_SMS)
    (desk.folder / "messages.json").unlink()  # the phone died between the two
    desk.restart()
    assert state(desk)["unread"] == 1


def test_a_damaged_file_is_kept_aside_and_told(desk: Desk) -> None:
    (desk.folder / "messages.json").write_text('{"conversations": [{"number": 1}]}')
    (desk.folder / "landing.json").write_text('{"messages": [1]}')
    desk.restart()
    assert state(desk)["conversations"] == []
    assert banner(desk)["kind"] == "damaged"
    assert list(desk.folder.glob("messages.json.damaged-*"))


def test_the_code_is_offered_until_used_or_old(desk: Desk) -> None:
    desk.cell.hear_sms(CODE_SMS)
    assert state(desk)["code"] == "482913"
    assert banner(desk)["kind"] == "sms"
    desk.send("codeUsed")
    assert state(desk)["code"] == ""
    assert banner(desk) == {}
    desk.cell.hear_sms("code 1111", identity="2")
    assert state(desk)["code"] == "1111"
    desk.clock.advance(602)
    assert state(desk)["code"] == ""


def test_a_text_is_sent_and_its_fate_told(desk: Desk) -> None:
    desk.send(("open", "messages"), "compose", ("write", {"number": "090-0000-2001", "text": " やあ "}))
    assert desk.cell.told[-1] == ("sms", "09000002001", "やあ")
    (bubble,) = state(desk)["conversation"]["messages"]
    assert (bubble["mine"], bubble["state"]) == (True, "sent")
    assert desk.cell.on_sms_status is not None
    desk.cell.on_sms_status(f"ref{len(desk.cell.told)}", "delivered")
    assert state(desk)["conversation"]["messages"][0]["state"] == "delivered"
    desk.send(("reply", "また"), ("reply", "  "))
    assert [one["text"] for one in state(desk)["conversation"]["messages"]] == ["やあ", "また"]


def test_a_number_that_is_none_is_told(desk: Desk) -> None:
    desk.send(("open", "messages"), "compose", ("write", {"number": "abc", "text": "x"}))
    assert (desk.handset.messages.screen, state(desk)["problem"]) == ("compose", "number")


def test_what_could_not_be_sent_can_be_sent_again(desk: Desk) -> None:
    desk.cell.error = BenchError("radio.no_coverage")
    desk.send(("open", "messages"), "compose", ("write", {"number": "09000002001", "text": "x"}))
    (bubble,) = state(desk)["conversation"]["messages"]
    assert bubble["state"] == "failed"
    assert state(desk)["conversations"][0]["failed"]
    desk.cell.error = None
    desk.send(("sendAgain", bubble["id"]))
    assert [one["state"] for one in state(desk)["conversation"]["messages"]] == ["sent"]


def test_in_airplane_mode_nothing_leaves_the_phone(desk: Desk) -> None:
    desk.send(("quick", {"airplane": True}))
    assert desk.cell.told[-1] == ("detach",)
    assert desk.handset.state()["status"]["bearer"] == "none"
    desk.send(("open", "messages"), "compose", ("write", {"number": "09000002001", "text": "x"}))
    assert state(desk)["conversation"]["messages"][0]["state"] == "failed"
    desk.restart()
    assert desk.cell.told[0] == ("detach",)  # it stays in airplane mode, and does not attach for a moment
    desk.send("home", ("quick", {"airplane": False}))
    assert desk.cell.told[-1] == ("attach",)
    assert desk.handset.state()["status"]["bearer"] == "wifi"  # Wi-Fi comes back as it was


def test_a_phone_that_died_while_sending_does_not_claim_to_send(desk: Desk) -> None:
    desk.send(("open", "messages"), "compose", ("write", {"number": "09000002001", "text": "x"}))
    path = desk.folder / "messages.json"
    path.write_text(path.read_text().replace('"sent"', '"sending"'))
    desk.restart()
    assert state(desk)["conversations"][0]["failed"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (CODE_SMS, "482913"),
        ("Your security code is 482913.", "482913"),
        ("セキュリティコード：４８２９１３", "482913"),
        ("認証コード[0042]", "0042"),
        ("G-482913 is your code", "482913"),
        ("Meet me at 1200", ""),
        ("ご利用料金は5500円です", ""),
        ("コードの有効期限は2026/04/01です", ""),
        ("code 123456789012", ""),
        ("暗証番号がロックされました。151", ""),
    ],
)
def test_codes_are_told_from_other_numbers(text: str, code: str) -> None:
    assert find_code(text) == code


@given(st.text(max_size=80))
def test_whatever_is_written_a_code_is_4_to_8_digits_or_nothing(text: str) -> None:
    code = find_code("コード " + text)
    assert code == "" or (4 <= len(code) <= 8 and code.isdigit())


@given(st.text(max_size=30))
def test_a_plain_number_can_be_dialled(text: str) -> None:
    number = plain_number(text)
    assert number == "" or number.removeprefix("+").isdigit()
