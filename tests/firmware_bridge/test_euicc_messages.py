"""TLV, the declared messages, and APDUs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rsp import messages as m
from core.rsp import tlv
from core.rsp.codecs import BITS, INTEGER
from core.rsp.iccid import decode_iccid, encode_iccid, encode_imsi
from firmware_bridge.euicc.apdu import (
    CardError,
    channel_of,
    exchange,
    parse_response,
    store_data,
    with_channel,
)
from firmware_bridge.euicc.es10 import Es10

TAGS = st.sampled_from([0x5A, 0x80, 0x9F70, 0xBF2D, 0xE3, 0x5F37, 0x9F8101])


@given(tag=TAGS, value=st.binary(max_size=70_000))
def test_tlv_goes_there_and_back(tag: int, value: bytes) -> None:
    data = tlv.encode(tag, value)
    assert tlv.read(data) == (tag, value, len(data))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for kind in (m.ProfilesAnswer, m.EuiccInfo2, m.NotificationsAnswer, m.EnableProfile, m.GetProfilesInfo):
        for whole in (data, tlv.encode(kind.TAG, data)):
            try:
                kind.from_bytes(whole)
            except tlv.TlvError:
                continue


@given(data=st.binary(min_size=1, max_size=300), at=st.integers(0, 300), bit=st.integers(0, 7))
def test_flipped_bits_in_a_real_answer_are_read_or_refused(data: bytes, at: int, bit: int) -> None:
    answer = bytearray(m.ProfilesAnswer([m.ProfileInfo(iccid="8981000000000000011", icon=data)]).to_bytes())
    answer[at % len(answer)] ^= 1 << bit
    try:
        m.ProfilesAnswer.from_bytes(bytes(answer))
    except tlv.TlvError:
        return


@pytest.mark.parametrize("data", ["", "5A", "5A02AA", "5A8502", "BF", "9F818181010100", "5A83FFFFFF00"])
def test_truncated_and_overlong_tlvs_are_refused(data: str) -> None:
    with pytest.raises(tlv.TlvError):
        tlv.read(bytes.fromhex(data))


def test_unknown_tags_are_skipped_and_missing_ones_named() -> None:
    answer = m.EidAnswer.from_bytes(bytes.fromhex("BF3E1680020000 5A1089081000000000000000000000000112"))
    assert answer.eid == "89081000000000000000000000000112"
    with pytest.raises(tlv.TlvError, match="eid"):
        m.EidAnswer.from_bytes(bytes.fromhex("BF3E00"))


def test_requests_have_the_bytes_of_the_standard() -> None:
    by_iccid = m.ProfileIdentifier(iccid="8981000000000000011")
    assert m.EnableProfile(by_iccid, True).to_bytes().hex() == "bf3111a00c5a0a981800000000000010f18101ff"
    by_aid = m.ProfileIdentifier(aid=m.ISD_R)
    assert m.DisableProfile(by_aid, False).to_bytes().hex() == ("bf3217a0124f10a0000005591010ffffffff8900000100810100")
    assert m.GetProfilesInfo().to_bytes().hex() == "bf2d00"
    assert m.GetProfilesInfo(tags=[0x5A, 0x9F70]).to_bytes().hex() == "bf2d055c035a9f70"
    assert m.GetEid([0x5A]).to_bytes().hex() == "bf3e035c015a"
    assert m.RemoveNotification(0).to_bytes().hex() == "bf3003800100"


def test_an_iccid_always_takes_ten_bytes() -> None:
    for digits in ("898100000000000001", "8981000000000000011", "89810000000000000117"):
        assert len(encode_iccid(digits)) == 10
        assert decode_iccid(encode_iccid(digits)) == digits
    for wrong in ("12", "89x1", "8" * 21):
        with pytest.raises(tlv.TlvError):
            encode_iccid(wrong)
    assert encode_imsi("001010000000001").hex() == "080910100000000010"


def test_bit_strings_with_and_without_trailing_zero_bits() -> None:
    assert BITS.encode(frozenset({1})) == bytes.fromhex("0640")
    assert BITS.decode(bytes.fromhex("0040")) == BITS.decode(bytes.fromhex("0640")) == frozenset({1})
    assert BITS.decode(BITS.encode(frozenset({0, 9}))) == frozenset({0, 9})
    with pytest.raises(tlv.TlvError):
        BITS.decode(b"")


def test_integers_keep_their_sign_bit_clear() -> None:
    assert INTEGER.encode(128) == b"\x00\x80"
    assert INTEGER.decode(INTEGER.encode(300)) == 300


@given(command=st.binary(max_size=40_000), block=st.integers(6, 255))
def test_store_data_blocks_carry_the_whole_command(command: bytes, block: int) -> None:
    apdus = list(store_data(command, block))
    assert b"".join(apdu[5:] for apdu in apdus) == command
    assert [apdu[2] for apdu in apdus] == [0x11] * (len(apdus) - 1) + [0x91]
    assert [apdu[3] for apdu in apdus] == [number & 0xFF for number in range(len(apdus))]
    assert all(apdu[4] == len(apdu) - 5 <= block for apdu in apdus)


def test_long_answers_are_fetched_and_a_wrong_length_is_repeated() -> None:
    script = {
        "80e2910003bf2d00": "aabb6102",
        "80c0000002": "ccdd9100",
        "00b0000000": "6c04",
        "00b0000004": "010203049000",
    }
    sent: list[str] = []

    def transmit(apdu: bytes) -> bytes:
        sent.append(apdu.hex())
        return bytes.fromhex(script[apdu.hex()])

    answer = exchange(transmit, bytes.fromhex("80E2910003BF2D00"))
    assert (answer.data.hex(), answer.ok) == ("aabbccdd", True)
    assert exchange(transmit, bytes.fromhex("00B0000000")).data.hex() == "01020304"
    assert sent == list(script)


def test_a_card_that_never_ends_is_given_up() -> None:
    with pytest.raises(CardError):
        exchange(lambda apdu: b"\x00\x61\x10", bytes.fromhex("80E2910000"))
    with pytest.raises(CardError):
        parse_response(b"\x90")


def test_a_status_word_ends_a_chain_at_once() -> None:
    sent: list[bytes] = []

    def refuse(apdu: bytes) -> bytes:
        sent.append(apdu)
        return b"\x6a\x84"

    with pytest.raises(CardError) as caught:
        Es10(refuse, block=10).command(bytes(100))
    assert caught.value.status == 0x6A84
    assert len(sent) == 1


@pytest.mark.parametrize("channel", range(20))
@pytest.mark.parametrize("cla", [0x00, 0x80])
def test_class_bytes_name_their_channel(cla: int, channel: int) -> None:
    assert channel_of(with_channel(cla, channel)) == channel
    assert with_channel(with_channel(cla | 1, channel), channel) & 0x80 == cla
