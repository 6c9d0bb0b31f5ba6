"""Downloads at the SM-DP+ by the book, and the standard's code for every wrong thing (SGP.22 §5.6)."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from smdp_bench import ADDRESS, EID, ICCID, NOW, OTHER_EID, Card, Desk, b64, raw, value_of

from cloud.smdp.authentication import authenticate, initiate
from cloud.smdp.binding import Binding, bind
from cloud.smdp.delivery import get_package
from cloud.smdp.rules.orders import CODE_TRIES, DOWNLOAD_TRIES, LIFETIME, State
from cloud.smdp.rules.refusals import Refusal, Refused
from cloud.smdp.rules.sessions import LIFETIME as SESSION_LIFETIME
from core.clock import Clock
from core.randomness import SeededRandomness
from core.rsp import signatures, tlv
from core.rsp.certificates import Role, public_key, read_certificate, verify_chain
from core.rsp.messages_auth import (
    AuthenticateServerAnswer,
    PrepareDownloadAnswer,
    ServerSigned1,
    SessionError,
    SmdpSigned2,
)
from core.rsp.messages_bpp import BoundProfilePackage, InitialiseSecureChannel, StoreMetadata
from core.rsp.pki import load_or_make_ci
from core.rsp.profile_package import read_package


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@contextmanager
def refused(refusal: Refusal) -> Iterator[None]:
    with pytest.raises(Refused) as caught:
        yield
    assert caught.value.refusal is refusal


def test_a_whole_download_opens_on_the_card_and_ends_installed(desk: Desk) -> None:
    desk.provide()
    assert desk.order.state is State.RELEASED
    first = desk.initiate()
    signed1 = ServerSigned1.from_bytes(raw(first["serverSigned1"]))
    auth = read_certificate(raw(first["serverCertificate"]))
    verify_chain(auth, issuers=[desk.issuer.certificate], role=Role.DP_AUTH, now=NOW)
    assert signatures.verify(public_key(auth), value_of(raw(first["serverSignature1"])), raw(first["serverSigned1"]))
    assert (signed1.euicc_challenge, signed1.server_address) == (bytes(16), ADDRESS)
    assert signed1.transaction_id.hex().upper() == first["transactionId"]
    assert raw(first["euiccCiPKIdToBeUsed"]) == tlv.encode(0x04, desk.issuer.key_id)

    second = authenticate(desk.context, desk.card.authenticate(first, "MID-1"))
    binding = read_certificate(raw(second["smdpCertificate"]))
    verify_chain(binding, issuers=[desk.issuer.certificate], role=Role.DP_PB, now=NOW)
    whole = raw(second["smdpSigned2"]) + tlv.encode(0x5F37, desk.card.signature1)
    assert signatures.verify(public_key(binding), value_of(raw(second["smdpSignature2"])), whole)
    assert not SmdpSigned2.from_bytes(raw(second["smdpSigned2"])).confirmation_required
    assert StoreMetadata.from_bytes(raw(second["profileMetadata"])).iccid == ICCID

    third = get_package(desk.context, desk.card.prepare(second))
    package = raw(third["boundProfilePackage"])
    opening = InitialiseSecureChannel.from_bytes(BoundProfilePackage.from_bytes(package).secure_channel)
    from core.rsp.keys import point

    part = opening.signed_part(point(desk.card.one_time.public_key()))
    assert signatures.verify(public_key(binding), opening.signature, part)
    metadata, elements = desk.card.open_package(package)
    profile = read_package(elements)
    spec = desk.context.book.spec(ICCID)
    assert (metadata.iccid, metadata.provider, metadata.name) == (ICCID, "NTT DOCOMO", "One Number")
    assert (profile.iccid, profile.imsi, profile.msisdn) == (ICCID, spec.imsi, spec.msisdn)
    assert (profile.key.hex(), profile.opc.hex()) == (spec.key, spec.opc)
    assert (desk.order.state, desk.order.eid) == (State.DOWNLOADED, EID)

    desk.notify(desk.card.result(first["transactionId"]))
    assert desk.order.state is State.INSTALLED
    assert [report["notificationPointId"] for report in desk.reports] == [1, 3, 4]
    assert all(report["notificationPointStatus"]["status"] == "Executed-Success" for report in desk.reports)
    with refused(Refusal.MATCHING_ID_REFUSED):  # once only
        desk.authenticate()


def test_segments_have_at_most_1020_bytes_and_the_elements_can_have_their_own_keys(desk: Desk) -> None:
    spec = desk.context.book.spec(ICCID)
    from core.rsp.keys import new_key, point

    desk.card.one_time = new_key(SeededRandomness(9))
    package = bind(
        bytes(12_000), spec.metadata(ADDRESS), Binding(bytes(16), EID, point(desk.card.one_time.public_key())),
        signer=desk.context.certificates.binding, randomness=SeededRandomness(4), own_keys=True,
    )  # fmt: skip
    assert desk.card.open_package(package)[1] == bytes(12_000)
    elements = dict(tlv.items(value_of(package)))[0xA3]
    assert max(len(tlv.encode(tag, value)) for tag, value in tlv.items(elements)) == 1020


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"smdpAddress": "SMDP.bench.example"}, Refusal.ADDRESS_REFUSED),
        ({"smdpAddress": None}, Refusal.FUNCTION_INVALID),
        ({"euiccChallenge": b64(bytes(15))}, Refusal.FUNCTION_INVALID),
        ({"euiccChallenge": "not base 64!"}, Refusal.FUNCTION_INVALID),
        ({"euiccInfo1": b64(b"\xbf\x20\x01\x00")}, Refusal.FUNCTION_INVALID),
    ],
)
def test_initiation_is_refused(desk: Desk, change: dict[str, Any], refusal: Refusal) -> None:
    with refused(refusal):
        desk.initiate(**change)


@pytest.mark.parametrize("missing", ["smdpAddress", "euiccChallenge", "euiccInfo1"])
def test_a_missing_key_is_named(desk: Desk, missing: str) -> None:
    body = {"smdpAddress": ADDRESS, "euiccChallenge": b64(bytes(16)), "euiccInfo1": b64(desk.card.info1())}
    del body[missing]
    with pytest.raises(Refused) as caught:
        initiate(desk.context, body)
    assert (caught.value.refusal, caught.value.identifier) == (Refusal.ELEMENT_MISSING, missing)


@pytest.mark.parametrize(
    ("info", "refusal"),
    [
        ({"ci_for_signing": [bytes(20)]}, Refusal.CI_FOR_SIGNING),
        ({"ci_for_verification": []}, Refusal.NO_CERTIFICATE),
        ({"svn": "1.9.0"}, Refusal.VERSION_UNSUPPORTED),
    ],
)
def test_cards_without_a_common_issuer_or_version_are_refused(
    desk: Desk, info: dict[str, Any], refusal: Refusal
) -> None:
    with refused(refusal):
        desk.initiate(euiccInfo1=b64(desk.card.info1(**info)))


def foreign_ci(desk: Desk) -> None:
    issuer = load_or_make_ci(desk.folder / "foreign", randomness=SeededRandomness(77), clock=Clock(NOW, rate=0))
    desk.card.eum = issuer.issue_eum()
    desk.card.euicc = issuer.issue_euicc(desk.card.eum, EID)


def server_as_eum(desk: Desk) -> None:
    desk.card.eum = desk.issuer.issue_server(Role.DP_AUTH, ADDRESS)


def other_eum(desk: Desk) -> None:
    desk.card.eum = desk.issuer.issue_eum()


def eid_out_of_range(desk: Desk) -> None:
    desk.card.euicc = desk.issuer.issue_euicc(desk.card.eum, "89" + "9" * 30)


def signed_by_another(desk: Desk) -> None:
    real = desk.card.euicc
    desk.card.euicc = type(real)(real.certificate, desk.issuer.issue_eum().key)


def full_card(desk: Desk) -> None:
    desk.card = Card.make(desk.issuer, free_nvm=100)


def old_card(desk: Desk) -> None:
    desk.card.info2.profile_version = "1.0.0"


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        (foreign_ci, Refusal.CI_UNKNOWN),
        (server_as_eum, Refusal.EUM_REFUSED),
        (other_eum, Refusal.EUICC_REFUSED),
        (eid_out_of_range, Refusal.EID_RANGE),
        (signed_by_another, Refusal.CARD_REFUSED),
        (full_card, Refusal.CARD_FULL),
        (old_card, Refusal.NO_ELIGIBLE_PROFILE),
    ],
)
def test_cards_that_do_not_hold_are_refused(desk: Desk, spoil: Callable[[Desk], None], refusal: Refusal) -> None:
    desk.provide()
    spoil(desk)
    with refused(refusal):
        desk.authenticate()
    assert desk.order.state is State.RELEASED


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"server_challenge": bytes(16)}, Refusal.CARD_REFUSED),
        ({"server_address": "other.example"}, Refusal.CARD_REFUSED),
        ({"transaction_id": bytes(16)}, Refusal.TRANSACTION_UNKNOWN),
    ],
)
def test_what_the_card_signed_must_be_this_session(desk: Desk, change: dict[str, Any], refusal: Refusal) -> None:
    desk.provide()
    with refused(refusal):
        desk.authenticate(**change)


def test_expired_certificates_have_their_own_codes(desk: Desk) -> None:
    desk.provide()
    desk.clock.advance(36 * 366 * 86400)
    with refused(Refusal.EUM_EXPIRED):
        desk.authenticate()


def test_orders_that_do_not_fit_are_refused(desk: Desk) -> None:
    with refused(Refusal.MATCHING_ID_REFUSED):
        desk.authenticate("NOBODY")
    with refused(Refusal.EID_REFUSED):
        desk.authenticate(None)
    desk.provide(eid=OTHER_EID)
    with refused(Refusal.EID_REFUSED):
        desk.authenticate()
    assert desk.reports[-1]["notificationPointStatus"]["statusCodeData"]["subjectCode"] == "8.1.1"


def test_without_a_matching_id_the_eid_finds_the_order(desk: Desk) -> None:
    desk.provide(eid=EID)
    assert desk.authenticate(None)["transactionId"]


def test_a_profile_that_is_not_released_is_refused(desk: Desk) -> None:
    desk.provide(release=False)
    with refused(Refusal.NOT_RELEASED):
        desk.authenticate()


def test_an_order_expires(desk: Desk) -> None:
    desk.provide()
    desk.clock.advance(LIFETIME - 1)
    assert desk.authenticate()["transactionId"]
    desk.clock.advance(1)
    with refused(Refusal.ORDER_EXPIRED):
        desk.authenticate()


def test_too_many_tries_spend_the_order(desk: Desk) -> None:
    desk.provide()
    for _ in range(DOWNLOAD_TRIES):
        desk.authenticate()
    for _ in range(2):
        with refused(Refusal.RETRIES_EXCEEDED):
            desk.authenticate()
    assert desk.order.state is State.ERROR


def test_replayed_and_foreign_sessions_are_refused(desk: Desk) -> None:
    desk.provide()
    body = desk.card.authenticate(desk.initiate(), "MID-1")
    answer = authenticate(desk.context, body)
    with refused(Refusal.TRANSACTION_UNKNOWN):
        authenticate(desk.context, body)
    prepared = desk.card.prepare(answer)
    get_package(desk.context, prepared)
    with refused(Refusal.TRANSACTION_UNKNOWN):
        get_package(desk.context, prepared)
    with refused(Refusal.TRANSACTION_UNKNOWN):
        authenticate(desk.context, {**body, "transactionId": "00"})


def test_steps_cannot_be_left_out(desk: Desk) -> None:
    desk.provide()
    first = desk.initiate()
    answer = desk.authenticate()
    with refused(Refusal.TRANSACTION_UNKNOWN):
        get_package(desk.context, {**desk.card.prepare(answer), "transactionId": first["transactionId"]})


def test_a_session_expires(desk: Desk) -> None:
    desk.provide()
    first = desk.initiate()
    desk.clock.advance(SESSION_LIFETIME)
    with refused(Refusal.TRANSACTION_UNKNOWN):
        authenticate(desk.context, desk.card.authenticate(first, "MID-1"))


def test_a_second_session_for_the_same_profile_ends_the_first(desk: Desk) -> None:
    desk.provide()
    first = desk.card.prepare(desk.authenticate())
    desk.get_package()
    with refused(Refusal.TRANSACTION_UNKNOWN):
        get_package(desk.context, first)


def test_error_answers_of_the_card_end_the_session(desk: Desk) -> None:
    desk.provide()
    first = desk.initiate()
    error = SessionError(bytes.fromhex(first["transactionId"]), 6)
    body = {
        "transactionId": first["transactionId"],
        "authenticateServerResponse": b64(AuthenticateServerAnswer(error=error).to_bytes()),
    }
    with refused(Refusal.CARD_REFUSED):
        authenticate(desk.context, body)
    with refused(Refusal.TRANSACTION_UNKNOWN):
        authenticate(desk.context, body)
    answer = desk.authenticate()
    body = {
        "transactionId": answer["transactionId"],
        "prepareDownloadResponse": b64(PrepareDownloadAnswer(error=error).to_bytes()),
    }
    with refused(Refusal.CARD_REFUSED):
        get_package(desk.context, body)
    assert desk.order.state is State.RELEASED


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"transaction_id": bytes(16)}, Refusal.TRANSACTION_UNKNOWN),
        ({"euicc_otpk": b"\x04" + bytes(64)}, Refusal.CARD_REFUSED),
        ({"euicc_otpk": b""}, Refusal.CARD_REFUSED),
    ],
)
def test_preparations_that_do_not_hold_are_refused(desk: Desk, change: dict[str, Any], refusal: Refusal) -> None:
    desk.provide()
    with refused(refusal):
        desk.get_package(**change)
    assert desk.order.state is State.RELEASED


def test_a_preparation_signed_for_another_server_signature_is_refused(desk: Desk) -> None:
    desk.provide()
    answer = desk.authenticate()
    wrong = {**answer, "smdpSignature2": b64(tlv.encode(0x5F37, bytes(64)))}
    with refused(Refusal.CARD_REFUSED):
        get_package(desk.context, desk.card.prepare(wrong))


def test_the_confirmation_code_is_asked_for_and_has_few_tries(desk: Desk) -> None:
    desk.provide(code="4711")
    assert b"4711" not in (desk.folder / "orders.json").read_bytes()
    answer = desk.authenticate()
    assert SmdpSigned2.from_bytes(raw(answer["smdpSigned2"])).confirmation_required
    with refused(Refusal.CODE_MISSING):
        get_package(desk.context, desk.card.prepare(answer))
    for _ in range(CODE_TRIES - 1):
        with refused(Refusal.CODE_REFUSED):
            desk.get_package("0815")
    desk.restart()  # the count is no matter of memory
    with refused(Refusal.CODE_RETRIES_EXCEEDED):
        desk.get_package("0815")
    assert desk.order.state is State.ERROR
    with refused(Refusal.CODE_RETRIES_EXCEEDED):
        desk.get_package("4711")


def test_the_right_code_gets_the_package(desk: Desk) -> None:
    desk.provide(code="4711")
    with refused(Refusal.CODE_REFUSED):
        desk.get_package("0815")
    assert desk.get_package("4711")["boundProfilePackage"]
    assert [report["notificationPointId"] for report in desk.reports] == [1, 2, 1, 2, 3]


def test_after_a_kill_the_same_card_and_no_other_can_begin_again(desk: Desk) -> None:
    desk.provide()
    first = desk.card.prepare(desk.authenticate())
    desk.restart()
    assert desk.order.state is State.RELEASED
    with refused(Refusal.TRANSACTION_UNKNOWN):
        get_package(desk.context, first)
    desk.get_package()
    desk.restart()
    assert desk.order.state is State.DOWNLOADED
    mine, desk.card = desk.card, Card.make(desk.issuer, OTHER_EID)
    with refused(Refusal.EID_REFUSED):
        desk.authenticate()
    desk.card = mine
    answer = desk.get_package()
    desk.restart()
    desk.notify(desk.card.result(answer["transactionId"]))
    assert desk.order.state is State.INSTALLED


@pytest.mark.parametrize(
    ("error", "state"), [(9, State.ERROR), (2, State.ERROR), (10, State.RELEASED), (11, State.RELEASED)]
)
def test_a_failed_installation_can_be_tried_again_when_it_may_pass(desk: Desk, error: int, state: State) -> None:
    desk.provide()
    answer = desk.get_package()
    desk.notify(desk.card.result(answer["transactionId"], error))
    assert desk.order.state is state
    assert desk.reports[-1]["notificationPointStatus"]["status"] == "Failed"


def test_notifications_are_believed_only_when_signed_by_that_card(desk: Desk) -> None:
    desk.provide()
    answer = desk.get_package()
    desk.notify(desk.card.result(answer["transactionId"], signer=desk.issuer.issue_euicc(desk.card.eum, EID)))
    desk.notify({"pendingNotification": b64(b"\xbf\x37\x01")})
    desk.notify({"pendingNotification": ""})
    assert desk.order.state is State.DOWNLOADED
    assert len(desk.events.recent("smdp", "notification.refused")) == 3
    desk.notify(desk.card.result(answer["transactionId"]))
    desk.notify(desk.card.operation(1, signer=desk.issuer.issue_eum()))
    assert desk.order.on_card == "disabled"
    desk.notify(desk.card.operation(1))
    assert desk.order.on_card == "enabled"
    desk.notify(Card.make(desk.issuer, OTHER_EID).operation(3))
    assert desk.order.state is State.INSTALLED
    desk.notify(desk.card.operation(3))
    assert (desk.order.state, desk.order.on_card, desk.order.eid) == (State.AVAILABLE, "deleted", "")
    with refused(Refusal.ELEMENT_MISSING):
        desk.notify({})


@pytest.mark.parametrize(
    ("reason", "state"),
    [(0, State.ERROR), (1, State.RELEASED), (2, State.RELEASED), (3, State.ERROR), (5, State.RELEASED)],
)
def test_cancelled_sessions(desk: Desk, reason: int, state: State) -> None:
    desk.provide()
    answer = desk.authenticate()
    desk.cancel(desk.card.cancel(answer["transactionId"], reason))
    assert desk.order.state is state
    with refused(Refusal.TRANSACTION_UNKNOWN):
        get_package(desk.context, desk.card.prepare(answer))


def test_wrong_cancellations_are_refused(desk: Desk) -> None:
    desk.provide()
    tid = desk.authenticate()["transactionId"]
    with refused(Refusal.CARD_REFUSED):
        desk.cancel(desk.card.cancel(tid, 0, signer=desk.issuer.issue_eum()))
    with refused(Refusal.OID_REFUSED):
        desk.cancel(desk.card.cancel(tid, 0, oid="2.999.11"))
    with refused(Refusal.TRANSACTION_UNKNOWN):
        desk.cancel({**desk.card.cancel(tid, 0), "transactionId": "FF"})
    assert desk.order.state is State.RELEASED
    first = desk.initiate()["transactionId"]
    assert desk.cancel(desk.card.cancel(first, 0)) == {}
    assert desk.order.state is State.RELEASED


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("fuzz"))
    desk.provide()
    desk.set(download_tries=-(10**6))
    return desk


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0), bit=st.integers(0, 7))
@pytest.mark.filterwarnings("ignore:Parsed a serial number")
def test_no_bit_of_the_cards_proof_can_be_changed(fuzzed: Desk, at: int, bit: int) -> None:
    body = fuzzed.card.authenticate(fuzzed.initiate(), "MID-1")
    data = bytearray(raw(body["authenticateServerResponse"]))
    data[at % len(data)] ^= 1 << bit
    body["authenticateServerResponse"] = base64.b64encode(data).decode()
    try:
        authenticate(fuzzed.context, body)
    except Refused:
        return
    # Let pass only where nothing of what was proved has changed: unused bits of a certificate's signature.
    before = read_certificate(fuzzed.card.euicc.der), read_certificate(fuzzed.card.eum.der)
    answer = AuthenticateServerAnswer.from_bytes(bytes(data)).ok
    assert answer is not None
    after = read_certificate(answer.euicc_certificate), read_certificate(answer.eum_certificate)
    assert [one.tbs_certificate_bytes for one in before] == [one.tbs_certificate_bytes for one in after]
    assert answer.signature == fuzzed.card.signature1
