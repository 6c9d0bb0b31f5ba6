"""Whatever is sent to the SM-DP+, it answers by its rules: no crash, no half state. Its codes are the standard's."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from smdp_bench import ADDRESS, Desk, b64, raw

from cloud.smdp.authentication import authenticate
from cloud.smdp.delivery import get_package
from cloud.smdp.rules.orders import State
from cloud.smdp.rules.refusals import Refusal
from cloud.smdp.wsgi import ES2, ES9, SmdpApp
from core.faults import Faults

NAMES = [*(f"es9plus/{name}" for name in ES9), *(f"es2plus/{name}" for name in ES2), "es9plus/handleNotification"]
KEYS = [
    "smdpAddress", "euiccChallenge", "euiccInfo1", "transactionId", "authenticateServerResponse",
    "prepareDownloadResponse", "cancelSessionResponse", "pendingNotification", "iccid", "eid", "profileType",
    "matchingId", "confirmationCode", "releaseFlag", "finalProfileStatusIndicator", "header",
]  # fmt: skip
values = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=30), st.binary(max_size=60).map(b64),
    st.lists(st.text(max_size=3), max_size=2), st.sampled_from([ADDRESS, "Available", "onebench"]),
)  # fmt: skip


class Door:
    """The WSGI application without a socket."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(folder)
        self.app = SmdpApp(self.desk.context, Faults(), lambda _: True)

    def post(self, name: str, body: bytes, **more: str) -> tuple[int, Any]:
        told: list[str] = []
        environ: dict[str, Any] = {
            "PATH_INFO": f"/gsma/rsp2/{name}", "REQUEST_METHOD": "POST", "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body), **more,
        }  # fmt: skip
        data = b"".join(self.app(environ, lambda status, _headers: told.append(status)))
        return int(told[0].split()[0]), json.loads(data) if data else None


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Door:
    return Door(tmp_path_factory.mktemp("door"))


@settings(deadline=None)
@given(st.sampled_from(NAMES), st.dictionaries(st.sampled_from(KEYS), values, max_size=8))
def test_any_json_is_answered(door: Door, name: str, body: dict[str, Any]) -> None:
    status, answer = door.post(name, json.dumps(body).encode())
    assert (status, answer) == (204, None) or (status == 200 and answer["header"]["functionExecutionStatus"])


@settings(deadline=None)
@given(st.sampled_from(NAMES), st.binary(max_size=300), st.sampled_from(["", "-1", "x", "9" * 12, "5"]))
@example(NAMES[0], b"[" * 300, "300")
def test_any_bytes_are_answered(door: Door, name: str, body: bytes, length: str) -> None:
    status, answer = door.post(name, body, CONTENT_LENGTH=length)
    assert status == 200
    assert answer["header"]["functionExecutionStatus"]["status"] == "Failed"


def flipped(text: str, at: int, bit: int) -> str:
    data = bytearray(raw(text))
    data[at % len(data)] ^= 1 << bit
    return b64(bytes(data))


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Door:
    door = Door(tmp_path_factory.mktemp("begun"))
    door.desk.provide()
    return door


@settings(deadline=None, max_examples=60)
@given(st.integers(0), st.integers(0, 7))
def test_no_bit_of_the_cards_consent_can_be_changed(begun: Door, at: int, bit: int) -> None:
    desk = begun.desk
    desk.set(download_tries=0)
    body = desk.card.prepare(desk.authenticate())
    body["prepareDownloadResponse"] = flipped(body["prepareDownloadResponse"], at, bit)
    status, answer = begun.post("es9plus/getBoundProfilePackage", json.dumps(body).encode())
    assert status == 200
    assert answer["header"]["functionExecutionStatus"]["status"] == "Failed"
    assert desk.order.state is State.RELEASED


@settings(deadline=None, max_examples=60)
@given(st.integers(0), st.integers(0, 7))
def test_no_bit_of_a_cancellation_can_be_changed(begun: Door, at: int, bit: int) -> None:
    desk = begun.desk
    desk.set(download_tries=0)
    body = desk.card.cancel(desk.authenticate()["transactionId"], 1)
    body["cancelSessionResponse"] = flipped(body["cancelSessionResponse"], at, bit)
    status, _ = begun.post("es9plus/cancelSession", json.dumps(body).encode())
    assert status == 200
    assert desk.order.state is State.RELEASED  # a reason that spends the order needs the card's signature


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> tuple[Door, str]:
    door = Door(tmp_path_factory.mktemp("out"))
    door.desk.provide()
    answer = authenticate(door.desk.context, door.desk.card.authenticate(door.desk.initiate(), "MID-1"))
    get_package(door.desk.context, door.desk.card.prepare(answer))
    return door, answer["transactionId"]


@settings(deadline=None, max_examples=60)
@given(st.integers(0), st.integers(0, 7))
def test_no_bit_of_a_result_can_be_changed(handed_out: tuple[Door, str], at: int, bit: int) -> None:
    door, transaction = handed_out
    body = door.desk.card.result(transaction)
    body["pendingNotification"] = flipped(body["pendingNotification"], at, bit)
    assert door.post("es9plus/handleNotification", json.dumps(body).encode()) == (204, None)
    assert door.desk.order.state is State.DOWNLOADED


@pytest.mark.parametrize(
    ("refusal", "code"),
    [
        (Refusal.ADDRESS_REFUSED, "8.8.1/3.8"), (Refusal.CI_FOR_SIGNING, "8.8.2/3.1"),
        (Refusal.NO_CERTIFICATE, "8.8.4/3.7"), (Refusal.TRANSACTION_UNKNOWN, "8.10.1/3.9"),
        (Refusal.CI_UNKNOWN, "8.11.1/3.9"), (Refusal.EUICC_REFUSED, "8.1.3/6.1"), (Refusal.EID_RANGE, "8.1.4/6.1"),
        (Refusal.CARD_REFUSED, "8.1/6.1"), (Refusal.MATCHING_ID_REFUSED, "8.2.6/3.8"),
        (Refusal.EID_REFUSED, "8.1.1/3.8"), (Refusal.NOT_RELEASED, "8.2/1.2"), (Refusal.CARD_FULL, "8.1/4.8"),
        (Refusal.NO_ELIGIBLE_PROFILE, "8.2.5/4.3"), (Refusal.ORDER_EXPIRED, "8.8.5/4.10"),
        (Refusal.RETRIES_EXCEEDED, "8.8.5/6.4"), (Refusal.CODE_MISSING, "8.2.7/2.2"),
        (Refusal.CODE_REFUSED, "8.2.7/3.8"), (Refusal.CODE_RETRIES_EXCEEDED, "8.2.7/6.4"),
        (Refusal.OID_REFUSED, "8.8/3.10"), (Refusal.EUM_EXPIRED, "8.1.2/6.3"), (Refusal.EUM_REFUSED, "8.1.2/6.1"),
        (Refusal.EUICC_EXPIRED, "8.1.3/6.3"), (Refusal.VERSION_UNSUPPORTED, "8.8.3/3.1"),
    ],
)  # fmt: skip
def test_codes_are_the_standards(door: Door, refusal: Refusal, code: str) -> None:
    door.app._faults.set("smdp.server", refusal.fault_kind, count=1)
    _, answer = door.post("es9plus/authenticateClient", b"{}")
    data = answer["header"]["functionExecutionStatus"]["statusCodeData"]
    assert f"{data['subjectCode']}/{data['reasonCode']}" == code


def test_a_foreign_method_or_path_is_no_function(door: Door) -> None:
    assert door.post("es9plus/initiateAuthentication", b"{}", REQUEST_METHOD="GET")[0] == 405
    assert door.post("es11/authenticateClient", b"{}")[0] == 404
