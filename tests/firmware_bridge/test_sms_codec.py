"""Short messages as octets: vectors of the standard and of the field, round trips, and garbage."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sms.alphabet import DEFAULT, EXTENSION, from_septets, pack, to_septets, unpack
from core.sms.fields import (
    Address,
    Octets,
    PduError,
    alphabet_of,
    at_time,
    decode_time,
    encode_time,
)
from core.sms.parts import join_text, place_of, split_text
from core.sms.pdu import (
    UCS2,
    Deliver,
    StatusReport,
    Submit,
    UserData,
    decode_delivery,
    decode_submit,
    split_centre,
    with_centre,
)
from firmware_bridge.virtual.charsets import CHARACTER_SETS, from_wire, to_wire

GSM_LETTERS = DEFAULT.replace("\x1b", "") + "".join(EXTENSION.values())
gsm_text = st.text(GSM_LETTERS, max_size=400)
octet = st.integers(0, 255)
numbers = st.builds(Address, st.text("0123456789*#", min_size=1, max_size=20), st.sampled_from((0x81, 0x91)))
names = st.builds(
    Address, st.text(DEFAULT.replace("\x1b", "").replace("@", ""), min_size=1, max_size=11), st.just(0xD0)
)
zones = st.integers(-56, 56).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
times = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31), timezones=zones).map(
    lambda when: when.replace(microsecond=0)
)
headers = st.binary(max_size=20)
codings = st.sampled_from((0x00, 0x04, 0x08, 0x10, 0x18, 0xF0, 0xF5, 0xE0, 0xC0))


@st.composite
def messages(draw: st.DrawFn) -> tuple[int, UserData]:
    coding, header = draw(codings), draw(headers)
    used = len(header) + 1 if header else 0
    if alphabet_of(coding) == "gsm":
        return coding, UserData(bytes(draw(st.lists(st.integers(0, 127), max_size=160 - (8 * used + 6) // 7))), header)
    return coding, UserData(draw(st.binary(max_size=140 - used)), header)


def test_packing_as_everybody_prints_it() -> None:
    assert pack(to_septets("hellohello")).hex() == "e8329bfd4697d9ec37"
    assert from_septets(unpack(bytes.fromhex("e8329bfd4697d9ec37"), 10)) == "hellohello"


def test_a_deliver_of_the_field() -> None:
    pdu = bytes.fromhex("07911326040000F0040B911346610089F60000208062917314800CC8F71D14969741F977FD07")
    centre, tpdu = split_centre(pdu)
    message = decode_delivery(tpdu)
    assert isinstance(message, Deliver)
    assert (centre, str(message.originator)) == ("+31624000000", "+31641600986")
    assert message.data.text(message.coding) == "How are you?"
    assert at_time(message.time) == "02/08/26,19:37:41+08"
    assert with_centre(centre, message.encode()) == pdu


def test_a_submit_of_the_field() -> None:
    tpdu = bytes.fromhex("11000B916407281553F80000AA0AE8329BFD4697D9EC37")
    message = decode_submit(tpdu)
    assert (str(message.destination), message.validity) == ("+46708251358", b"\xaa")
    assert message.data.text(message.coding) == "hellohello"
    assert message.encode() == tpdu


def test_zones_west_of_greenwich() -> None:
    stamp = encode_time(datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=-8))))
    assert stamp.hex() == "6210203040502b"
    assert at_time(decode_time(stamp)) == "26/01/02,03:04:05-32"


@given(gsm_text)
def test_the_alphabet_there_and_back(text: str) -> None:
    assert from_septets(to_septets(text)) == text


@given(st.lists(st.integers(0, 127), max_size=200).map(bytes), st.integers(0, 6))
def test_packing_there_and_back(septets: bytes, fill: int) -> None:
    assert unpack(pack(septets, fill), len(septets), fill) == septets


@given(times)
def test_times_there_and_back(when: datetime) -> None:
    assert decode_time(encode_time(when)) == when
    assert decode_time(encode_time(when)).utcoffset() == when.utcoffset()


@given(st.one_of(numbers, names))
def test_addresses_there_and_back(address: Address) -> None:
    assert Address.decode(Octets(address.encode())) == address


@given(
    numbers,
    messages(),
    octet,
    octet,
    st.sampled_from((0, 1, 7)),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.data(),
)
def test_submits_there_and_back(
    destination: Address,
    message: tuple[int, UserData],
    reference: int,
    protocol: int,
    validity: int,
    enhanced: bool,
    report: bool,
    reply: bool,
    data: st.DataObject,
) -> None:
    coding, user_data = message
    period = data.draw(st.binary(min_size=validity, max_size=validity))
    submit = Submit(
        destination, user_data, coding, reference, protocol, period, enhanced and validity == 7, reply, report, reply
    )
    assert decode_submit(submit.encode()) == submit


@given(st.one_of(numbers, names), times, messages(), octet, st.booleans(), st.booleans())
def test_deliveries_there_and_back(
    originator: Address, when: datetime, message: tuple[int, UserData], protocol: int, more: bool, report: bool
) -> None:
    coding, user_data = message
    deliver = Deliver(originator, when, user_data, coding, protocol, more, report, more)
    assert decode_delivery(deliver.encode()) == deliver


@given(octet, numbers, times, times, octet)
def test_reports_there_and_back(
    reference: int, recipient: Address, when: datetime, discharged: datetime, status: int
) -> None:
    report = StatusReport(reference, recipient, when, discharged, status)
    assert decode_delivery(report.encode()) == report


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=900), octet)
def test_long_texts_are_cut_and_joined(text: str, reference: int) -> None:
    coding, parts = split_text(text, reference)
    assert join_text(coding, reversed(parts)) == text
    for number, part in enumerate(parts, 1):
        part.encode(coding)
        part.text(coding).encode("utf-8")  # no half characters
        place = place_of(part.header)
        assert (place is None) == (len(parts) == 1)
        if place is not None:
            assert (place.reference, place.total, place.number) == (reference, len(parts), number)


def test_the_lengths_at_which_a_text_is_cut() -> None:
    for text, count in (("a" * 160, 1), ("a" * 161, 2), ("€" * 80, 1), ("€" * 81, 2), ("あ" * 70, 1), ("あ" * 71, 2)):
        assert len(split_text(text, 1)[1]) == count
    assert len(split_text("a" * 306, 1)[1]) == 2
    with pytest.raises(ValueError, match="255"):
        split_text("a" * 153 * 256, 1)


@given(st.binary(max_size=200))
def test_garbage_is_refused_or_read(data: bytes) -> None:
    for read in (decode_submit, decode_delivery, split_centre):
        try:
            found = read(data)
        except PduError:
            continue
        if isinstance(found, (Submit, Deliver)):
            found.data.text(found.coding)
            place_of(found.data.header)


@given(st.sampled_from(CHARACTER_SETS), st.text(GSM_LETTERS.replace("\r", ""), max_size=50))
def test_the_lines_character_sets(charset: str, text: str) -> None:
    if charset == "IRA":
        text = text.encode("ascii", "ignore").decode()
    wire = to_wire(text, charset)
    assert from_wire(wire, charset) == text
    wire.encode("latin-1")


def test_ucs2_and_utc() -> None:
    message = Deliver(
        Address.of("Carrier"), datetime(2026, 5, 6, tzinfo=UTC), UserData("着信".encode("utf-16-be")), UCS2
    )
    again = decode_delivery(message.encode())
    assert isinstance(again, Deliver)
    assert (str(again.originator), again.data.text(again.coding)) == ("Carrier", "着信")
