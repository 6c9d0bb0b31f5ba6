"""PIN 1 and PUK 1 of the enabled profile, by APDUs."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.clock import Clock
from core.faults import Faults
from core.randomness import SeededRandomness
from firmware_bridge.virtual.card.card import Card
from firmware_bridge.virtual.card.memory import CardMemory

VERIFY, CHANGE, DISABLE, ENABLE, UNBLOCK = 0x20, 0x24, 0x26, 0x28, 0x2C
READ_IMSI = bytes.fromhex("00B0000009")


def make_card(folder: Path) -> Card:
    folder.mkdir(exist_ok=True)
    return Card(folder, clock=Clock(rate=0), faults=Faults(), randomness=SeededRandomness(3))


@pytest.fixture
def card(tmp_path: Path) -> Card:
    card = make_card(tmp_path)
    card.memory.profiles[0].enabled = True
    card.memory.save()
    return card


def give(card: Card, instruction: int, *codes: str) -> str:
    data = b"".join(code.encode().ljust(8, b"\xff") for code in codes)
    return card.transmit(bytes((0, instruction, 0, 1, len(data))) + data).hex()


def select_imsi(card: Card) -> None:
    assert card.transmit(bytes.fromhex("00A4080C047FFF6F07")).hex() == "9000"


def test_the_pin_is_asked_for_once_it_is_switched_on(card: Card, tmp_path: Path) -> None:
    assert give(card, VERIFY, "0000") == "6984"  # switched off
    assert give(card, ENABLE, "1111") == "63c2"
    assert give(card, ENABLE, "0000") == "9000"
    assert give(card, ENABLE, "0000") == "6984"
    assert give(card, VERIFY) == "9000"
    card = make_card(tmp_path)
    assert give(card, VERIFY) == "63c3"
    select_imsi(card)
    assert card.transmit(READ_IMSI).hex() == "6982"
    assert card.transmit(bytes.fromhex("00A4080C022FE2")).hex() == "9000"
    assert card.transmit(bytes.fromhex("00B000000A"))[-2:].hex() == "9000"  # the ICCID always
    assert b"\x90\x01\xc0" in card.transmit(bytes.fromhex("00A40004023F0000"))
    assert give(card, VERIFY, "0000") == "9000"
    select_imsi(card)
    assert card.transmit(READ_IMSI)[-2:].hex() == "9000"
    assert give(card, CHANGE, "0000", "4321") == "9000"
    card.reset()
    assert give(card, DISABLE, "0000") == "63c2"
    assert give(card, DISABLE, "4321") == "9000"
    select_imsi(card)
    assert card.transmit(READ_IMSI)[-2:].hex() == "9000"


def test_wrong_codes_are_counted_over_power_losses(card: Card, tmp_path: Path) -> None:
    give(card, ENABLE, "0000")
    for left in (2, 1, 0):
        assert give(make_card(tmp_path), VERIFY, "9999") == f"63c{left}"
    card = make_card(tmp_path)
    assert give(card, VERIFY, "0000") == "6983"
    assert give(card, VERIFY) == "6983"
    assert give(card, UNBLOCK) == "63ca"
    assert give(card, UNBLOCK, "87654321", "1234") == "63c9"
    assert give(card, UNBLOCK, "12345678", "1234") == "9000"
    assert give(card, UNBLOCK) == "63ca"
    card.reset()
    assert give(card, VERIFY, "1234") == "9000"
    memory = CardMemory(tmp_path)
    assert memory.enabled is not None
    memory.enabled.puk_tries = 0
    memory.save()
    assert give(make_card(tmp_path), UNBLOCK, "12345678", "1234") == "6983"


def test_what_makes_no_sense(card: Card) -> None:
    assert give(card, VERIFY, "0000", "0000") == "6700"
    assert card.transmit(bytes.fromhex("0020000200")).hex() == "6a88"
    card.memory.profiles[0].enabled = False
    assert give(card, VERIFY) == "6a88"
