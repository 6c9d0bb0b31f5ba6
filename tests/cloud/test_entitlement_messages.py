"""ODSA documents: what is written is read again, AOSP-shaped answers are understood, hostile ones are refused."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cloud.odsa.document import Characteristic, DocumentError, read_document, write_document
from cloud.odsa.messages import (
    Answer,
    Configuration,
    Eligibility,
    Operation,
    OperationResult,
    OperationType,
    Request,
    ServiceStatus,
    SubscriptionResult,
)

EID = "89081000000000000000000000000112"
ICCID = "8981000000000000011"
TEXT = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF), max_size=30)


def test_an_answer_shaped_like_those_of_other_servers_is_read() -> None:
    data = f"""<?xml version="1.0"?>
<wap-provisioningdoc version="1.1">
  <characteristic type="VERS"><parm name="version" value="1"/><parm name="validity" value="172800"/></characteristic>
  <characteristic type="TOKEN"><parm name="token" value="ASH127AHHA88SF"/></characteristic>
  <characteristic type="APPLICATION">
    <parm name="AppID" value="ap2006"/>
    <parm name="OperationResult" value="1"/>
    <parm name="SubscriptionResult" value="2"/>
    <characteristic type="DownloadInfo">
      <parm name="ProfileIccid" value="{ICCID}"/>
      <parm name="ProfileActivationCode" value="LPA:1$smdp.example$ABC"/>
    </characteristic>
    <characteristic type="CompanionConfigurations">
      <characteristic type="CompanionConfiguration">
        <parm name="ICCID" value="{ICCID}"/><parm name="ServiceStatus" value="2"/>
        <parm name="PollingInterval" value="1"/>
      </characteristic>
      <characteristic type="CompanionConfiguration">
        <parm name="ICCID" value="8981000000000000029"/><parm name="ServiceStatus" value="1"/>
      </characteristic>
    </characteristic>
  </characteristic>
</wap-provisioningdoc>"""
    answer = Answer.from_bytes(data.encode())
    assert (answer.result, answer.subscription, answer.validity) == (1, SubscriptionResult.DOWNLOAD_PROFILE, 172800)
    assert (answer.activation_code, answer.iccid) == ("LPA:1$smdp.example$ABC", ICCID)
    assert [one.status for one in answer.configurations] == [ServiceStatus.ACTIVATING, ServiceStatus.ACTIVATED]


def test_answers_are_read_as_they_were_written() -> None:
    answer = Answer(
        OperationResult.SUCCESS,
        validity=30,
        eligibility=Eligibility.ENABLED,
        subscription=SubscriptionResult.DOWNLOAD_PROFILE,
        activation_code="LPA:1$smdp.example$A&B<C>",
        iccid=ICCID,
        configurations=(Configuration(ICCID, ServiceStatus.ACTIVATED, EID, "LPA:1$x$y"),),
        msisdn="09000001234",
        slots=4,
        error="contract.none",
    )
    assert Answer.from_bytes(answer.to_bytes()) == answer


def test_requests_are_read_as_they_were_written() -> None:
    request = Request(
        Operation.MANAGE_SUBSCRIPTION, OperationType.SUBSCRIBE, companion_terminal_eid=EID, notif_token="secret"
    )
    assert Request.from_query(request.to_query()) == request
    assert "secret" not in repr(request)
    plain = Request(Operation.CHECK_ELIGIBILITY)
    assert "operation_type" not in plain.to_query()
    assert Request.from_query(plain.to_query()) == plain


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"app": "ap2004", "operation": "CheckEligibility"},
        {"app": "ap2006"},
        {"app": "ap2006", "operation": "AcquirePlan"},
        {"app": "ap2006", "operation": "ManageSubscription", "operation_type": "7"},
        {"app": "ap2006", "operation": "ManageSubscription", "operation_type": "x"},
    ],
)
def test_foreign_requests_are_refused(query: dict[str, str]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any kind will do
        Request.from_query(query)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html/>",
        b"{}",
        b"<wap-provisioningdoc>",
        b"<wap-provisioningdoc/>",
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><wap-provisioningdoc>&a;</wap-provisioningdoc>',
        b'<wap-provisioningdoc><characteristic type="APPLICATION"/></wap-provisioningdoc>',
        b"x" * 100_000,
        b"<wap-provisioningdoc>" + b'<characteristic type="a">' * 50 + b"</characteristic>" * 50
        + b"</wap-provisioningdoc>",
    ],
)  # fmt: skip
def test_foreign_documents_are_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        Answer.from_bytes(data)


@given(st.dictionaries(TEXT, TEXT, max_size=4), st.lists(TEXT, max_size=3))
def test_any_characteristic_survives(values: dict[str, str], names: list[str]) -> None:
    part = Characteristic("APPLICATION", values, tuple(Characteristic(name) for name in names))
    assert read_document(write_document([part])) == [part]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(DocumentError):
        Answer.from_bytes(data)
