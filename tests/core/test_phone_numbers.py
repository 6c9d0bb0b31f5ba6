"""Telephone numbers as people write, read and compare them."""

from __future__ import annotations

import pytest

from core.phone_numbers import grouped, national


@pytest.mark.parametrize(
    ("written", "plain", "shown"),
    [
        ("+81 90-0000-1234", "09000001234", "090-0000-1234"),
        ("090\u221200001234", "09000001234", "090-0000-1234"),
        ("0312345678", "0312345678", "03-1234-5678"),
        ("0120 000 000", "0120000000", "0120-000-000"),
        ("110", "110", "110"),
        ("*103*0#", "*103*0#", "*103*0#"),
        ("NTT DOCOMO", "NTT DOCOMO", "NTT DOCOMO"),
        ("AEON BANK", "AEON BANK", "AEON BANK"),
        ("", "", ""),
    ],
)
def test_numbers_and_senders(written: str, plain: str, shown: str) -> None:
    assert national(written) == plain
    assert grouped(written) == shown
