"""Activation codes: what people type, scan and paste is understood, and what is none is told why."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.rsp.activation_code import LONGEST, ActivationCode, ActivationCodeError

labels = st.from_regex(r"[A-Za-z0-9]([A-Za-z0-9-]{0,10}[A-Za-z0-9])?", fullmatch=True)
addresses = st.lists(labels, min_size=1, max_size=4).map(".".join)
matching_ids = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-", max_size=40)
oids = st.one_of(
    st.just(""), st.lists(st.integers(0, 9999), min_size=1, max_size=6).map(lambda n: ".".join(map(str, [2, *n])))
)
codes = st.builds(ActivationCode, addresses, matching_ids, oids, st.booleans())


@settings(deadline=None)
@given(codes)
def test_what_is_written_is_read(code: ActivationCode) -> None:
    assert ActivationCode.parse(str(code)) == code


@settings(deadline=None)
@given(codes, st.sampled_from(["lpa:", "LPA:", " Lpa : ", "", "ＬＰＡ："]), st.sampled_from(["", " ", "\n", "\u3000"]))
def test_spelling_of_people_and_keyboards(code: ActivationCode, prefix: str, space: str) -> None:
    text = space + prefix + space.join(str(code).removeprefix("LPA:")) + space
    assert ActivationCode.parse(text) == code


@settings(deadline=None)
@given(st.text(max_size=600))
def test_any_text_is_a_code_or_a_reason(text: str) -> None:
    with contextlib.suppress(ActivationCodeError):
        code = ActivationCode.parse(text)
        assert ActivationCode.parse(str(code)) == code


@pytest.mark.parametrize(
    ("text", "address", "matching_id", "oid", "flag"),
    [
        ("LPA:1$smdp.example.com$ABC-1", "smdp.example.com", "ABC-1", "", False),
        ("1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815", "SMDP.GSMA.COM", "04386-AGYFT-A74Y8-3F815", "", False),
        ("LPA:1$SMDP.GSMA.COM$04386$$1", "SMDP.GSMA.COM", "04386", "", True),
        ("LPA:1$SMDP.GSMA.COM$04386$1.3.6.1.4.1.31746$1", "SMDP.GSMA.COM", "04386", "1.3.6.1.4.1.31746", True),
        ("LPA:1$SMDP.GSMA.COM$04386$1.3.6.1.4.1.31746", "SMDP.GSMA.COM", "04386", "1.3.6.1.4.1.31746", False),
        ("LPA:1$SMDP.GSMA.COM$", "SMDP.GSMA.COM", "", "", False),
        ("LPA:1$a.b$c$2.999$0$later$fields", "a.b", "c", "2.999", False),
    ],
)
def test_the_five_fields(text: str, address: str, matching_id: str, oid: str, flag: bool) -> None:
    assert ActivationCode.parse(text) == ActivationCode(address, matching_id, oid, flag)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" LPA: ", "empty"),
        ("https://example.com", "format"),
        ("LPA:2$a.b$c", "format"),
        ("LPA:1$a.b", "fields"),
        ("LPA:1$$c", "address"),
        ("LPA:1$a.b:8443$c", "address"),
        ("LPA:1$https://a.b/$c", "address"),
        ("LPA:1$a..b$c", "address"),
        ("LPA:1$a.b$日本", "matching_id"),
        ("LPA:1$a.b$c$1234", "oid"),
        ("LPA:1$a.b$c$$yes", "flag"),
        ("LPA:1$a.b$" + "C" * LONGEST, "long"),
    ],
)
def test_what_is_wrong_is_told(text: str, reason: str) -> None:
    with pytest.raises(ActivationCodeError) as told:
        ActivationCode.parse(text)
    assert told.value.reason == reason
