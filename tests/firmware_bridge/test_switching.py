"""Cards that refuse to enable a profile in odd ways, and the other ways that are tried then."""

from __future__ import annotations

from typing import Any, cast

import pytest

from core.rsp import messages as m
from firmware_bridge.euicc.apdu import CardError
from firmware_bridge.euicc.es10 import Es10
from firmware_bridge.switching import BUSY_TRIES, switch

ICCID = "8981000000000000011"
AID = bytes.fromhex("A0000005591010FFFFFFFF8900001000")


class OddCard:
    """Enables only when asked as it likes: `by` iccid or aid, with `flag`; else `answer`, a result or a status word."""

    def __init__(self, by: str, flag: bool | None, answer: int) -> None:
        self.by, self.flag, self.answer = by, flag, answer
        self.asked: list[tuple[str, bool]] = []
        self.state = 0

    def profiles(self) -> list[m.ProfileInfo]:
        return [m.ProfileInfo(iccid=ICCID, aid=AID, state=self.state)]

    def enable(self, profile: m.ProfileIdentifier, refresh: bool) -> int:
        by = "iccid" if profile.iccid else "aid"
        self.asked.append((by, refresh))
        if by == self.by and self.flag in (None, refresh):
            self.state = 1
            return m.Result.OK
        if self.answer > 255:
            raise CardError(self.answer)
        return self.answer


def enable(card: Any, pauses: list[float] | None = None, iccid: str = ICCID) -> int:
    waited = pauses if pauses is not None else []
    return switch(cast(Es10, card), iccid, enable=True, refresh=True, pause=waited.append)


@pytest.mark.parametrize("answer", [m.Result.NOT_FOUND, m.Result.UNDEFINED, 0x6A80, 0x6F00])
@pytest.mark.parametrize(("by", "flag"), [("iccid", None), ("aid", None), ("iccid", False), ("aid", False)])
def test_each_way_is_tried(by: str, flag: bool | None, answer: int) -> None:
    card = OddCard(by, flag, answer)
    assert enable(card) == m.Result.OK
    assert card.asked[0] == ("iccid", True)
    assert len(card.asked) == len(set(card.asked)) <= 4


@pytest.mark.parametrize("answer", [m.Result.WRONG_STATE, m.Result.POLICY, m.Result.WRONG_REENABLING])
def test_a_clear_no_is_not_argued_with(answer: int) -> None:
    card = OddCard("never", None, answer)
    assert enable(card) == answer
    assert card.asked == [("iccid", True)]


def test_a_card_that_refuses_all_ways_is_believed() -> None:
    assert enable(OddCard("never", None, m.Result.UNDEFINED)) == m.Result.UNDEFINED
    with pytest.raises(CardError) as caught:
        enable(OddCard("never", None, 0x6A80))
    assert caught.value.status == 0x6A80


def test_what_is_not_on_the_card_is_asked_for_once() -> None:
    card = OddCard("never", None, m.Result.NOT_FOUND)
    assert enable(card, iccid="8981000000000000999") == m.Result.NOT_FOUND
    assert len(card.asked) == 1


def test_what_was_done_in_spite_of_the_answer_counts() -> None:
    card = OddCard("never", None, 0x6F00)
    card.state = 1
    assert enable(card) == m.Result.OK


def test_a_busy_card_is_given_a_moment() -> None:
    card, pauses = OddCard("never", None, m.Result.CAT_BUSY), list[float]()
    assert enable(card, pauses) == m.Result.CAT_BUSY
    assert len(card.asked) == BUSY_TRIES == len(pauses) + 1
