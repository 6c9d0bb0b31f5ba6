"""Whatever a server answers: a value or one of the four errors, never another exception."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lpa_desk import ADDRESS, TID

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from firmware_bridge.lpa.es9 import Es9
from firmware_bridge.lpa.transport import HttpAnswer

CLOCK = Clock(rate=0)
OK = {"functionExecutionStatus": {"status": "Executed-Success"}}
KEYS = (
    "header", "transactionId", "serverSigned1", "serverSignature1", "euiccCiPKIdToBeUsed", "serverCertificate",
    "profileMetadata", "smdpSigned2", "smdpSignature2", "smdpCertificate", "boundProfilePackage",
)  # fmt: skip


class Says:
    """A transport that always gives the same answer."""

    def __init__(self, status: int, body: bytes) -> None:
        self.answer = HttpAnswer(status, body)

    def post(self, address: str, path: str, body: bytes) -> HttpAnswer:
        json.loads(body)
        return self.answer

    def rest(self) -> None:
        """Nothing is kept."""


def es9(status: int, body: bytes) -> Es9:
    return Es9(ADDRESS, Says(status, body), clock=CLOCK, events=EventLog(CLOCK), actor="test")


CALLS: tuple[Callable[[Es9], Any], ...] = (
    lambda server: server.initiate_authentication(bytes(16), b"\xbf\x20\x00"),
    lambda server: server.authenticate_client(TID.hex(), b"\xbf\x38\x00"),
    lambda server: server.get_bound_profile_package(TID.hex(), b"\xbf\x21\x00"),
    lambda server: server.cancel_session(TID.hex(), b"\xbf\x41\x00"),
)
texts = st.text(max_size=20) | st.binary(max_size=20).map(lambda data: base64.b64encode(data).decode())
values = st.none() | st.booleans() | st.integers() | texts | st.lists(texts, max_size=2) | st.just({"status": "Failed"})


@settings(deadline=None)
@given(
    st.sampled_from(CALLS),
    st.dictionaries(st.sampled_from(KEYS), values | st.just(OK)),
    st.sampled_from([200, 204, 404, 500]),
)
def test_any_json(call: Callable[[Es9], Any], body: dict[str, Any], status: int) -> None:
    code = ""
    try:
        call(es9(status, json.dumps(body).encode()))
    except BenchError as error:
        code = error.code
    assert code in ("", "smdp.http", "smdp.refused", "smdp.incomplete", "smdp.mismatch")


@settings(deadline=None)
@given(st.sampled_from(CALLS), st.binary(max_size=60))
def test_any_bytes(call: Callable[[Es9], Any], body: bytes) -> None:
    with pytest.raises(BenchError) as told:
        call(es9(200, body))
    assert told.value.code in ("smdp.not_json", "smdp.incomplete")


def test_base64_may_be_folded() -> None:
    data = base64.encodebytes(bytes(200)).decode()
    answer = {"header": OK, "transactionId": TID.hex().upper(), "boundProfilePackage": f" {data}\r\n"}
    got = es9(200, json.dumps(answer).encode()).get_bound_profile_package(TID.hex(), b"")
    assert got == bytes(200)


@pytest.mark.parametrize("status", [200, 202, 204])
def test_a_report_is_taken_with_any_2xx(status: int) -> None:
    es9(status, b"").handle_notification(b"\x30\x00")


@pytest.mark.parametrize("status", [301, 400, 500, 503])
def test_and_with_nothing_else(status: int) -> None:
    with pytest.raises(BenchError) as told:
        es9(status, b"").handle_notification(b"\x30\x00")
    assert (told.value.code, told.value.params["status"]) == ("smdp.http", status)
