"""The secure channel of a profile package: what the server seals only the card opens, whole, once and in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.randomness import SeededRandomness
from core.rsp import keys, tlv
from core.rsp.bsp import MOST_AUTHENTICATED, MOST_ENCRYPTED, BspError, BspReader, BspWriter, SessionKeys, derive_keys

EID = "89081000000000000000000000000112"
KEYS = SessionKeys(bytes(range(16)), bytes(range(16, 32)), bytes(range(32, 48)))


def test_both_sides_derive_the_same_keys_and_only_for_the_same_card_and_host() -> None:
    server, card = (keys.new_key(SeededRandomness(seed)) for seed in (1, 2))
    ours = derive_keys(server, card.public_key(), host_id=b"host", eid=EID)
    assert ours == derive_keys(card, server.public_key(), host_id=b"host", eid=EID)
    assert ours != derive_keys(card, server.public_key(), host_id=b"host", eid=EID[:-1] + "3")
    assert ours != derive_keys(card, server.public_key(), host_id=b"hosT", eid=EID)


@given(st.lists(st.tuples(st.booleans(), st.binary(max_size=3000)), max_size=4))
def test_what_is_sealed_opens_again(parts: list[tuple[bool, bytes]]) -> None:
    writer, reader = BspWriter(KEYS), BspReader(KEYS)
    for encrypted, data in parts:
        segments = writer.encrypt(0x86, data) if encrypted else writer.authenticate(0x88, data)
        opened = b""
        for segment in segments:
            assert len(segment) <= 1020
            tag, value, end = tlv.read(segment)
            assert end == len(segment)
            opened += reader.decrypt(tag, value) if encrypted else reader.check(tag, value)
        assert opened == data


@given(st.binary(min_size=1, max_size=200), st.booleans(), st.data())
def test_one_flipped_bit_is_refused_and_ends_the_channel(data: bytes, encrypted: bool, draw: st.DataObject) -> None:
    writer, reader = BspWriter(KEYS), BspReader(KEYS)
    (segment,) = writer.encrypt(0x86, data) if encrypted else writer.authenticate(0x88, data)
    tag, value, _ = tlv.read(segment)
    bit = draw.draw(st.integers(0, len(value) * 8 - 1))
    wrong = bytearray(value)
    wrong[bit // 8] ^= 1 << bit % 8
    open_one = reader.decrypt if encrypted else reader.check
    with pytest.raises(BspError):
        open_one(tag, bytes(wrong))
    with pytest.raises(BspError):  # the right one comes too late
        open_one(tag, value)


@pytest.mark.parametrize("order", [(1,), (0, 0), (0, 2), (0, 1, 1), (0, 1, 0), (2,)])
def test_no_segment_can_be_left_out_repeated_or_swapped(order: tuple[int, ...]) -> None:
    segments = BspWriter(KEYS).encrypt(0x86, bytes(3 * MOST_ENCRYPTED))
    reader = BspReader(KEYS)
    *right, wrong = (tlv.read(segments[number])[:2] for number in order)
    for segment in right:
        reader.decrypt(*segment)
    with pytest.raises(BspError):
        reader.decrypt(*wrong)


def test_a_segment_counts_only_under_its_own_tag() -> None:
    (segment,) = BspWriter(KEYS).encrypt(0x87, b"configure")
    with pytest.raises(BspError):
        BspReader(KEYS).decrypt(0x86, tlv.read(segment)[1])


def test_the_longest_segments_have_the_length_of_the_standard() -> None:
    assert [len(part) for part in BspWriter(KEYS).encrypt(0x86, bytes(MOST_ENCRYPTED + 1))] == [1020, 26]
    assert [len(part) for part in BspWriter(KEYS).authenticate(0x88, bytes(MOST_AUTHENTICATED + 1))] == [1020, 11]


@given(st.binary(max_size=64))
def test_garbage_is_refused(value: bytes) -> None:
    with pytest.raises(BspError):
        BspReader(KEYS).decrypt(0x86, value)


@given(st.binary(max_size=80))
def test_points_from_outside_are_checked(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        keys.read_point(data)
