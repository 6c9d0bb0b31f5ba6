"""The One Number settings, coverage, and what the paired watch sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from desk import Desk

from core.radio import SentElsewhere


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.send("home")
    return desk


def one_number(desk: Desk) -> Any:
    return desk.handset.state()["settings"]["oneNumber"]


def answer(desk: Desk, text: str) -> None:
    assert desk.cell.on_ussd is not None
    desk.cell.on_ussd(0, text)


def test_the_page_asks_and_sets_the_priority_and_shows_the_networks_words(desk: Desk) -> None:
    desk.send(("open", "settings"), ("open", "oneNumber"))
    assert desk.cell.told[-1] == ("ussd", "*#103#")
    assert one_number(desk) == {"state": "asking", "text": "", "number": "090-0000-1234"}
    answer(desk, "accessory device")
    assert (one_number(desk)["state"], one_number(desk)["text"]) == ("answered", "accessory device")
    assert desk.handset.state()["overlay"] == "", "the answer is the page's, not the dialer's"
    desk.send("preferPhone")
    assert desk.cell.told[-1] == ("ussd", "*103*0#")
    answer(desk, "smartphone")
    answer(desk, "Unasked")
    assert desk.handset.state()["overlay"] == "service", "what comes unasked is shown by the system"
    assert one_number(desk)["text"] == "smartphone"


def test_without_a_network_the_page_says_so(desk: Desk) -> None:
    desk.send(("quick", {"airplane": True}), ("open", "settings"), ("open", "oneNumber"))
    assert (one_number(desk)["state"], one_number(desk)["text"]) == ("failed", "radio.airplane")
    desk.send(("setAirplane", False), "askPriority")
    answer(desk, "smartphone")
    assert one_number(desk)["text"] == "smartphone"
    desk.send("back")
    assert desk.handset.state()["screen"]["name"] == "settings.list"


def test_a_question_that_the_network_took_along_is_told(desk: Desk) -> None:
    desk.send(("open", "settings"), ("open", "oneNumber"))
    assert desk.cell.on_registered is not None
    desk.cell.on_registered(False)
    assert (one_number(desk)["state"], one_number(desk)["text"]) == ("failed", "radio.no_coverage")


def test_airplane_mode_and_coverage_both_keep_the_phone_off_the_air(desk: Desk) -> None:
    mobile = desk.handset.mobile
    mobile.set_coverage(False)
    desk.send(("quick", {"airplane": True}), ("quick", {"airplane": False}))
    assert [order[0] for order in desk.cell.told if order[0] in ("attach", "detach")] == ["detach"] * 3
    mobile.set_coverage(True)
    mobile.set_coverage(True)
    assert desk.cell.told[-1] == ("attach",)
    assert mobile.covered
    desk.send(("quick", {"coverage": False}))
    assert not desk.handset.state()["settings"]["covered"]


def test_what_the_watch_sent_is_in_the_phones_conversation(desk: Desk) -> None:
    assert desk.cell.on_sent_elsewhere is not None
    desk.cell.on_sent_elsewhere(SentElsewhere("r1", "09000002001", "I am late."))
    (row,) = desk.handset.state()["messages"]["conversations"]
    assert (row["name"], row["preview"], row["unread"], row["failed"]) == ("Tsubasa Ito", "I am late.", 0, False)
    desk.restart()
    assert desk.handset.state()["messages"]["conversations"][0]["preview"] == "I am late."
    assert "late" not in "".join(event.to_json() for event in desk.events.recent())
