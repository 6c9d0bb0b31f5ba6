"""Profile packages: what is written is read again, and what makes no sense is refused."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rsp.profile_package import Package, read_package, write_package
from core.rsp.tlv import TlvError

digits = st.text("0123456789", min_size=1)
PACKAGE = Package(
    "8981000000000000037", "001010000000003", "Test", "NTT DOCOMO", "09000001234",
    bytes(range(16)), bytes(range(16, 32)), "0000", "12345678", 20,
)  # fmt: skip


@given(
    st.builds(
        Package,
        iccid=st.text("0123456789", min_size=18, max_size=20),
        imsi=st.text("0123456789", min_size=6, max_size=15),
        profile_type=st.text(max_size=20),
        provider=st.text("ABC xyz", max_size=16),
        msisdn=st.one_of(
            st.just(""), st.text("0123456789", min_size=1, max_size=20), st.from_regex(r"\+[0-9]{1,20}", fullmatch=True)
        ),
        key=st.binary(min_size=16, max_size=16),
        opc=st.binary(min_size=16, max_size=16),
        pin=st.text("0123456789", max_size=8),
        puk=st.sampled_from(["", "12345678"]),
        filler=st.integers(0, 300),
    )
)
def test_what_is_written_is_read_again(package: Package) -> None:
    assert read_package(write_package(package)) == package


@given(st.integers(0), st.integers(0, 7))
def test_a_flipped_bit_never_does_worse_than_a_refusal(at: int, bit: int) -> None:
    data = bytearray(write_package(PACKAGE))
    data[at % len(data)] ^= 1 << bit
    with contextlib.suppress(TlvError):
        read_package(bytes(data))


@given(st.binary(max_size=200))
def test_garbage_is_refused(data: bytes) -> None:
    with pytest.raises(TlvError):
        read_package(data)


def test_every_truncation_is_refused() -> None:
    data = write_package(PACKAGE)
    for length in range(len(data)):
        with pytest.raises(TlvError):
            read_package(data[:length])
    with pytest.raises(TlvError):
        read_package(data + data)


def test_keys_do_not_show() -> None:
    assert bytes(range(16)).hex() not in repr(PACKAGE)
    assert "12345678" not in repr(PACKAGE)


def test_element_tags_are_those_of_the_format() -> None:
    from core.rsp import tlv

    assert [tag for tag, _ in tlv.items(write_package(PACKAGE))] == [
        0xA0, 0xB0, 0xA3, 0xA2, 0xB3, 0xB4, 0xA4, 0xA9, 0xAA,
    ]  # fmt: skip
