"""Transcripts in words: whatever is on the wire is told, and nothing of it stops the client."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firmware_bridge.euicc.describe import command_in_words, response_in_words, status_in_words
from firmware_bridge.ladder import Ladder


@pytest.mark.parametrize(
    ("apdu", "words"),
    [
        ("81E2910003BF2D00", "STORE DATA block 0 (last), 3 bytes: BF2D ProfileInfoList"),
        ("81E2110103010203", "STORE DATA block 1, 3 bytes"),
        ("81C0000000", "GET RESPONSE 00 00"),
        ("00A4040004A0000000", "SELECT A0000000"),
        ("80AA00000AA9088100820101830107", "TERMINAL CAPABILITY 00 00, 10 bytes"),
        ("00", "no APDU"),
    ],
)
def test_commands(apdu: str, words: str) -> None:
    assert command_in_words(bytes.fromhex(apdu)) == words


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("9000", "9000 ok"),
        ("BF3E125A10890810000000000000000000000001129000", "BF3E EuiccData {5A ICCID/EID} · 9000 ok"),
        ("6A88", "6A88 no such function or data"),
        ("9110", "9110 ok, and the card wants something (REFRESH)"),
        ("6100", "6100 256 more bytes"),
        ("", "no status word"),
    ],
)
def test_answers(raw: str, words: str) -> None:
    assert response_in_words(bytes.fromhex(raw)) == words


@settings(deadline=None)
@given(st.integers(0, 0xFFFF))
def test_every_status_word_has_words(status: int) -> None:
    assert status_in_words(status).startswith(f"{status:04X} ")


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_can_be_told(data: bytes) -> None:
    assert command_in_words(data)
    assert response_in_words(data)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("<>"), st.text(max_size=60) | st.just('AT+CGLA=1,4,"zz"') | st.just("+CGLA:")))
)
def test_any_line_can_be_traced(lines: list[tuple[str, str]]) -> None:
    told: list[str] = []
    ladder = Ladder(told.append)
    for direction, text in lines:
        ladder.trace(direction, text)
    assert [line for line in told if line[:2] in ("> ", "< ")] == [f"{direction} {text}" for direction, text in lines]


def test_the_meaning_stands_below_the_line() -> None:
    told: list[str] = []
    ladder = Ladder(told.append)
    ladder.trace(">", 'AT+CGLA=1,16,"80E2910003BF2D00"')
    ladder.trace("<", '+CGLA: 14,"BF2D02A0009000"')
    ladder.trace("<", "OK")
    assert told[1] == "    STORE DATA block 0 (last), 3 bytes: BF2D ProfileInfoList"
    assert told[3] == "    BF2D ProfileInfoList {A0} · 9000 ok"
    assert len(told) == 5
    ladder.trace(">", 'AT+CGLA=1,10,"80C0000005"')
    ladder.trace("<", '+CGLA: 14,"BF2D02A0009000"')
    assert told[-1] == "    5 bytes more · 9000 ok"
