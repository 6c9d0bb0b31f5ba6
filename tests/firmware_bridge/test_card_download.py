"""Whole downloads into the virtual card, and everything it must refuse on the way (SGP.22 §3.1.3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509

from core.clock import Clock
from core.errors import BenchError
from core.faults import Faults
from core.randomness import SeededRandomness
from core.rsp import certificates, signatures, tlv
from core.rsp import messages as m
from core.rsp import messages_admin as admin
from core.rsp import messages_auth as auth
from core.rsp import messages_bpp as bpp
from core.rsp.bsp import SessionKeys
from core.rsp.certificates import Role
from core.rsp.messages_bpp import BppCommand, InstallError
from core.rsp.pki import TestIssuer
from core.rsp.pki_files import write_once
from firmware_bridge.virtual.card.card import Card
from tests.firmware_bridge.download_server import (
    ADDRESS,
    CONTEXT,
    ICCID,
    IMSI,
    Client,
    Server,
    make_issuer,
    metadata,
    package,
    pieces,
    result_of,
)

OK = b"\x90\x00"


@pytest.fixture
def clock() -> Clock:
    return Clock(start=datetime(2026, 4, 1, tzinfo=UTC), rate=0)


@pytest.fixture
def make_card(tmp_path: Path, clock: Clock, faults: Faults) -> Callable[..., Card]:
    def make(**options: bool) -> Card:
        folder = tmp_path / "modem"
        folder.mkdir(exist_ok=True)
        return Card(folder, clock=clock, faults=faults, randomness=SeededRandomness(3), pki=tmp_path / "pki", **options)

    return make


@pytest.fixture
def card(make_card: Callable[..., Card]) -> Card:
    return make_card()


@pytest.fixture
def issuer(tmp_path: Path, clock: Clock) -> TestIssuer:
    return make_issuer(tmp_path / "pki", clock)


@pytest.fixture
def server(issuer: TestIssuer) -> Server:
    return Server(issuer)


@pytest.fixture
def client(card: Card) -> Client:
    return Client(card)


def failure(result: bpp.InstallResultData) -> tuple[int, int]:
    assert result.result.failure is not None
    return result.result.failure.command, result.result.failure.reason


def installed(card: Card) -> bool:
    return card.memory.find(ICCID, None) is not None


@pytest.mark.parametrize("block", [6, 120, 255])
def test_a_profile_is_downloaded_and_used(
    card: Card, server: Server, make_card: Callable[..., Card], block: int
) -> None:
    client = Client(card, block)
    result = client.download(server)
    assert result.result.success is not None
    assert result.result.success.aid.hex().upper() == "A0000005591010FFFFFFFF8900001200"
    assert result.result.success.sima_response.hex() == "3007a0053003800100"
    assert result.transaction_id == server.transaction_id
    assert result.smdp_oid == "2.999.10"
    assert (result.notification.iccid, result.notification.address) == (ICCID, ADDRESS)
    again = make_card()
    client = Client(again)
    enable = m.EnableProfile(m.ProfileIdentifier(iccid=ICCID), refresh=True)
    assert m.EnableAnswer.from_bytes(client.ask(enable.to_bytes())).result == m.Result.OK
    assert again.refresh_wanted
    files = again.files()
    assert files is not None
    assert (files.imsi, files.iccid, files.msisdn) == (IMSI, ICCID, "08011112222")
    stored = again.memory.enabled
    assert stored is not None
    assert stored.keys["k"] == bytes(range(16)).hex()


def test_the_metadata_is_what_the_server_sent(client: Client, server: Server) -> None:
    client.download(server)
    tags = [0x5A, 0x9F70, 0x91, 0x92, 0x93, 0x94, 0x95, 0xB6, 0xB7]
    request = m.GetProfilesInfo(m.ProfileSearch(iccid=ICCID), tags)
    [profile] = m.ProfilesAnswer.from_bytes(client.ask(request.to_bytes())).profiles or []
    assert (profile.state, profile.provider, profile.name, profile.icon) == (0, "Bench Mobile", "Travel", b"\x89PNG")
    assert profile.profile_class == m.ProfileClass.OPERATIONAL
    assert profile.owner == bytes.fromhex("800344F001")
    assert [item.address for item in profile.notifications or []] == ["notify.example.com", "gone.example.com"]


@pytest.mark.parametrize(("block", "most"), [(120, 142), (255, 81)])
def test_a_download_of_twelve_kilobytes_takes_no_more_commands_than_a_stock_client_needs(
    card: Card, server: Server, block: int, most: int
) -> None:
    server.elements = package(filler=12_166 - len(package()) - 16)
    client = Client(card, block)
    assert client.download(server).result.success is not None
    assert client.apdus <= most


def test_the_card_proves_itself(client: Client, server: Server, issuer: TestIssuer, clock: Clock) -> None:
    answer = client.authenticate(server)
    assert answer.ok is not None
    euicc = certificates.read_certificate(answer.ok.euicc_certificate)
    eum = certificates.read_certificate(answer.ok.eum_certificate)
    eid = certificates.verify_euicc(euicc, eum, issuers=[issuer.certificate], now=clock.now())
    assert eid == client.card.memory.eid
    key = certificates.public_key(euicc)
    assert signatures.verify(key, answer.ok.signature, answer.ok.signed)
    signed = auth.EuiccSigned1.from_bytes(answer.ok.signed)
    assert (signed.transaction_id, signed.server_challenge) == (server.transaction_id, server.challenge)
    assert signed.context == CONTEXT
    assert signed.info2.ci_for_signing == [issuer.key_id]
    request = server.prepare(answer.ok.signature, hash_cc=bytes(32))
    accepted = auth.PrepareDownloadAnswer.from_bytes(client.ask(request.to_bytes())).ok
    assert accepted is not None
    assert signatures.verify(key, accepted.signature, accepted.signed + tlv.encode(0x5F37, request.signature))
    assert auth.EuiccSigned2.from_bytes(accepted.signed).hash_cc == bytes(32)
    otpk = auth.EuiccSigned2.from_bytes(accepted.signed).euicc_otpk
    [*_, last] = [client.ask(piece) for piece in pieces(server.bind(otpk, eid))]
    result = bpp.ProfileInstallationResult.from_bytes(last)
    assert signatures.verify(key, result.signature, result.data)


def test_the_package_may_bring_its_own_keys(client: Client, server: Server) -> None:
    server.own_keys = SessionKeys(b"1" * 16, b"2" * 16, b"3" * 16)
    assert client.download(server).result.success is not None


def test_reports_are_kept_until_they_are_removed(
    client: Client, card: Card, server: Server, make_card: Callable[..., Card]
) -> None:
    client.download(server)
    [first, second] = card.memory.notifications
    assert (first.sequence, first.address) == (0, ADDRESS)
    assert (second.sequence, second.address) == (1, "notify.example.com")
    client = Client(make_card())
    ask = m.RetrieveNotifications(m.NotificationSearch(sequence=0))
    pending = m.RetrievedNotifications.from_bytes(client.ask(ask.to_bytes())).pending
    assert pending is not None
    assert result_of(pending).result.success is not None
    ask = m.RetrieveNotifications(m.NotificationSearch(sequence=1))
    other = m.RetrievedNotifications.from_bytes(client.ask(ask.to_bytes())).pending
    assert m.OtherSignedNotification.from_bytes(other or b"").metadata.operation == {m.Operation.INSTALL}
    assert m.RemoveAnswer.from_bytes(client.ask(m.RemoveNotification(0).to_bytes())).result == 0
    assert [item.sequence for item in client.card.memory.notifications] == [1]


def test_a_deleted_profile_is_gone_and_told_to_all(client: Client, card: Card, server: Server) -> None:
    client.download(server)
    card.memory.notifications.clear()
    free = card.memory.free_nvm
    assert delete(client, iccid=ICCID) == m.Result.OK
    assert [(item.operation, item.address) for item in card.memory.notifications] == [
        (m.Operation.DELETE, "notify.example.com"),
        (m.Operation.DELETE, "gone.example.com"),
    ]
    assert card.memory.free_nvm > free
    assert delete(client, iccid=ICCID) == m.Result.NOT_FOUND
    assert client.download(server).result.success is not None  # and may come again, in the place that is free


def delete(client: Client, iccid: str) -> int:
    return admin.DeleteAnswer.from_bytes(client.ask(admin.DeleteProfile(iccid=iccid).to_bytes())).result


def test_what_may_not_be_deleted(client: Client, card: Card, server: Server, faults: Faults) -> None:
    server.metadata = metadata(rules=frozenset({2}))
    client.download(server)
    assert delete(client, ICCID) == m.Result.POLICY
    first = card.memory.profiles[0]
    first.enabled = True
    assert delete(client, first.iccid) == m.Result.WRONG_STATE
    first.enabled = False
    faults.set("modem.card", "busy", count=1)
    assert delete(client, first.iccid) == m.Result.CAT_BUSY
    assert delete(client, first.iccid) == m.Result.OK


def test_a_memory_reset_takes_all_and_says_when_there_is_nothing(client: Client, card: Card, server: Server) -> None:
    client.download(server)
    client.ask(admin.SetDefaultSmdpAddress(ADDRESS).to_bytes())
    addresses = admin.ConfiguredAddresses.from_bytes(client.ask(bytes.fromhex("BF3C00")))
    assert addresses.default_smdp == ADDRESS
    card.memory.profiles[2].enabled = True
    reset = bytes.fromhex("BF3404820205E0")
    assert admin.MemoryResetAnswer.from_bytes(client.ask(reset)).result == admin.ResetResult.OK
    assert card.memory.profiles == []
    assert card.refresh_wanted
    assert admin.ConfiguredAddresses.from_bytes(client.ask(bytes.fromhex("BF3C00"))).default_smdp is None
    assert admin.MemoryResetAnswer.from_bytes(client.ask(reset)).result == admin.ResetResult.NOTHING_TO_DELETE


def test_the_rules_that_operators_may_set(client: Client) -> None:
    [rule] = admin.RatAnswer.from_bytes(client.ask(bytes.fromhex("BF4300"))).rules
    assert rule.rules == {1, 2}
    assert rule.operators[0].plmn.hex() == "eeeeee"


def stranger(tmp_path: Path, clock: Clock) -> TestIssuer:
    return make_issuer(tmp_path / "another", clock, seed=12)


def test_servers_that_the_card_does_not_believe(
    client: Client, server: Server, issuer: TestIssuer, tmp_path: Path, clock: Clock
) -> None:
    code = auth.AuthenticateError

    def refused(**changes: object) -> int:
        answer = client.authenticate(server, **changes)
        assert answer.error is not None
        assert answer.error.transaction_id == server.transaction_id
        return answer.error.code

    other = stranger(tmp_path, clock).issue_server(Role.DP_AUTH, ADDRESS)
    spoiled = bytearray(server.auth.der)
    spoiled[-1] ^= 1
    assert refused(signer=other) == code.CI_PK_UNKNOWN
    assert refused(ci_key_id=bytes(20)) == code.CI_PK_UNKNOWN
    assert refused(signer=server.binding) == code.INVALID_OID
    assert refused(certificate=bytes(spoiled)) == code.INVALID_CERTIFICATE
    assert refused(certificate=bytes.fromhex("3003020101")) == code.INVALID_CERTIFICATE
    assert refused(signature=bytes(64)) == code.INVALID_SIGNATURE
    assert refused(signature=b"") == code.INVALID_SIGNATURE
    assert refused(signed=server.authenticate(bytes(16)).signed) == code.INVALID_SIGNATURE
    stale = server.authenticate(bytes(16))
    assert refused(signed=stale.signed, signature=stale.signature) == code.EUICC_CHALLENGE_MISMATCH
    clock.advance(60 * 365 * 86400)
    assert refused() == code.INVALID_CERTIFICATE


def test_a_challenge_serves_once(client: Client, server: Server) -> None:
    request = server.authenticate(client.challenge()).to_bytes()
    assert auth.AuthenticateServerAnswer.from_bytes(client.ask(request)).ok is not None
    again = auth.AuthenticateServerAnswer.from_bytes(client.ask(request)).error
    assert again is not None
    assert again.code == auth.AuthenticateError.NO_SESSION_CONTEXT


def test_downloads_that_the_card_does_not_prepare(
    client: Client, server: Server, issuer: TestIssuer, tmp_path: Path, clock: Clock
) -> None:
    code = auth.DownloadError

    def refused(**changes: object) -> int:
        answer = client.prepare(server, client.signature1(server), **changes)
        assert answer.error is not None
        return answer.error.code

    assert refused(signer=stranger(tmp_path, clock).issue_server(Role.DP_PB, ADDRESS)) == code.INVALID_CERTIFICATE
    assert refused(signer=server.auth) == code.INVALID_CERTIFICATE
    assert refused(signer=issuer.issue_server(Role.DP_PB, ADDRESS, "2.999.77")) == code.INVALID_CERTIFICATE
    assert refused(signature=bytes(64)) == code.INVALID_SIGNATURE
    answer = client.prepare(server, bytes(64))  # signed over another card's signature
    assert answer.error is not None
    assert answer.error.code == code.INVALID_SIGNATURE
    server.confirmation = True
    assert refused() == code.UNDEFINED
    server.confirmation = False
    signature1 = client.signature1(server)
    server.transaction_id = b"\x09"
    answer = client.prepare(server, signature1)
    assert answer.error is not None
    assert answer.error.code == code.INVALID_TRANSACTION_ID
    client.challenge()  # a new session begins
    answer = client.prepare(server, signature1)
    assert answer.error is not None
    assert answer.error.code == code.NO_SESSION_CONTEXT


def test_a_server_that_names_the_earlier_key_gets_it_again(client: Client, server: Server) -> None:
    first = client.one_time_key(server)
    assert client.one_time_key(server, otpk=first) == first
    assert client.one_time_key(server) != first


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"signature": bytes(64)}, InstallError.INVALID_SIGNATURE),
        ({"transaction_id": b"\x07"}, InstallError.INVALID_TRANSACTION_ID),
        ({"remote_operation": 2}, InstallError.UNSUPPORTED_REMOTE_OPERATION),
        ({"control_reference": bpp.ControlReference(b"\x80", b"\x10", b"x")}, InstallError.UNSUPPORTED_CRT),
        ({"smdp_otpk": b"\x04" + bytes(64)}, InstallError.INCORRECT_INPUT),
    ],
)
def test_secure_channels_that_are_refused(
    client: Client, card: Card, server: Server, changes: dict[str, object], reason: InstallError
) -> None:
    assert failure(client.download(server, **changes)) == (BppCommand.INITIALISE_SECURE_CHANNEL, reason)
    assert not installed(card)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"iccid": "8981000000000000011"}, InstallError.ICCID_ALREADY_EXISTS),
        ({"profile_class": 5}, InstallError.UNSUPPORTED_PROFILE_CLASS),
        ({"rules": frozenset({1, 5})}, InstallError.PPR_NOT_ALLOWED),
        ({"name": "x" * 65}, InstallError.INCORRECT_INPUT),
        ({"icon": bytes(1025)}, InstallError.INCORRECT_INPUT),
    ],
)
def test_metadata_that_is_refused(
    client: Client, card: Card, server: Server, changes: dict[str, object], reason: InstallError
) -> None:
    server.metadata = metadata(**changes)
    assert failure(client.download(server)) == (BppCommand.STORE_METADATA, reason)
    assert len(card.memory.profiles) == 2


@pytest.mark.parametrize(
    ("elements", "reason", "status"),
    [
        (package(iccid="8981100000000000027"), InstallError.DATA_MISMATCH, None),
        (package()[:-4], InstallError.PROFILE_ELEMENT_PROCESSING, 5),
        (package() + b"\xaa\x00", InstallError.PROFILE_ELEMENT_PROCESSING, 5),
        (package()[2:], InstallError.PROFILE_ELEMENT_PROCESSING, 5),
        (b"\xa0\x03\x80\x01\x09", InstallError.PROFILE_ELEMENT_PROCESSING, 3),
        (b"\xaa\x00", InstallError.PROFILE_ELEMENT_PROCESSING, 5),
        (package(filler=600_000), InstallError.INSUFFICIENT_MEMORY, 4),
    ],
    ids=["iccid", "no end", "after the end", "no header", "bad header", "only an end", "too large"],
)
def test_profile_elements_that_are_refused(
    client: Client, card: Card, server: Server, elements: bytes, reason: InstallError, status: int | None
) -> None:
    server.elements = elements
    result = client.download(server)
    assert failure(result) == (BppCommand.LOAD_PROFILE_ELEMENTS, reason)
    assert result.result.failure is not None
    response = result.result.failure.sima_response
    assert (response is None) == (status is None)
    assert response is None or response[8] == status
    assert not installed(card)
    assert [item.signed for item in card.memory.notifications] != [""]
    server.elements = package()
    assert client.download(server).result.success is not None


def test_faults_on_demand(client: Client, card: Card, server: Server, faults: Faults) -> None:
    for kind, reason in (("memory_full", InstallError.INSUFFICIENT_MEMORY), ("interrupted", InstallError.INTERRUPTION)):
        faults.set("modem.card", kind, count=1)
        assert failure(client.download(server)) == (BppCommand.LOAD_PROFILE_ELEMENTS, reason)
    faults.set("modem.card", "certificate", count=1)
    answer = client.authenticate(server)
    assert answer.error is not None
    assert answer.error.code == auth.AuthenticateError.INVALID_CERTIFICATE

    def download_and_reset() -> None:
        client.download(server)
        client.ask(bytes.fromhex("BF340482020780"))

    for operation in ("authenticate", "load", "reset"):
        faults.set("modem.card", "error", count=1, match=operation)
        with pytest.raises(AssertionError, match="6F00"):
            download_and_reset()
    assert installed(card)  # the reset was the last that failed


def test_long_segments_are_taken_unless_the_card_is_strict(server: Server, make_card: Callable[..., Card]) -> None:
    server.segment = 1023  # 1036 bytes with padding, MAC and head
    server.elements = package(filler=4000)
    card = make_card(strict=True)
    assert failure(Client(card).download(server)) == (BppCommand.LOAD_PROFILE_ELEMENTS, InstallError.SCP03T_STRUCTURE)
    assert Client(make_card()).download(server).result.success is not None


def spoiled_packages(package: bpp.BoundProfilePackage) -> dict[str, tuple[list[bytes], tuple[int, int]]]:
    """Pieces in wrong ways, and what the card must say."""
    good = list(pieces(package))
    flipped = bytearray(good[-1])
    flipped[-1] ^= 1
    security = (BppCommand.LOAD_PROFILE_ELEMENTS, InstallError.SCP03T_SECURITY)
    structure = InstallError.SCP03T_STRUCTURE
    no_input = (BppCommand.INITIALISE_SECURE_CHANNEL, InstallError.INCORRECT_INPUT)
    return {
        "flipped MAC": ([*good[:-1], bytes(flipped)], security),
        "segment twice": ([*good[:6], good[5], *good[6:]], security),
        "segments exchanged": ([*good[:5], good[6], good[5], *good[7:]], security),
        "segment left out": ([*good[:5], *good[6:]], security),
        "86 among 88": ([*good[:3], b"\x86" + good[3][1:]], (BppCommand.STORE_METADATA, structure)),
        "no metadata": ([*good[:2], *good[4:]], (BppCommand.CONFIGURE_ISDP, structure)),
        "longer than it says": ([*good[:5], b"\x86\x82\x7f\xff"], (BppCommand.LOAD_PROFILE_ELEMENTS, structure)),
        "no secure channel": ([b"\xbf\x36\x10\xa0\x00"], no_input),
        "no TLV": ([*good[:2], b"\xff" * 8], (BppCommand.CONFIGURE_ISDP, structure)),
    }  # fmt: skip


def test_packages_that_are_spoiled(client: Client, card: Card, server: Server) -> None:
    server.elements = package(filler=2500)
    for name in spoiled_packages(server.bind(client.one_time_key(server), card.memory.eid)):
        good = server.bind(client.one_time_key(server), card.memory.eid)
        card.memory.notifications.clear()
        sent, wanted = spoiled_packages(good)[name]
        answers = [client.send(piece) for piece in sent]
        [told] = [answer.data for answer in answers if answer.data]
        assert failure(result_of(told)) == wanted, name
        assert not installed(card)
        assert len(card.memory.notifications) == 1
    assert client.download(server).result.success is not None


def test_nothing_is_loaded_without_a_session(client: Client, server: Server, card: Card) -> None:
    good = server.bind(client.one_time_key(server), card.memory.eid)
    client.challenge()
    assert client.send(next(pieces(good))).status == 0x6985
    assert client.send(b"\xa0\x02\x87\x00").status == 0x6A88
    assert card.memory.notifications == []


def test_a_package_serves_once(client: Client, server: Server, card: Card) -> None:
    good = server.bind(client.one_time_key(server), card.memory.eid)
    assert client.load(good).result.success is not None
    assert client.send(next(pieces(good))).status == 0x6985


def half_way(client: Client, server: Server, card: Card) -> list[bytes]:
    good = list(pieces(server.bind(client.one_time_key(server), card.memory.eid)))
    for piece in good[:-1]:
        assert client.ask(piece) == b""
    return good[-1:]


@pytest.mark.parametrize("way", ["cancel", "close", "select", "reset", "challenge"])
def test_a_download_that_is_given_up_half_way(client: Client, server: Server, card: Card, way: str) -> None:
    rest = half_way(client, server, card)
    reports = 1
    if way == "cancel":
        reports = 0
        answer = client.ask(auth.CancelSession(server.transaction_id, auth.CancelReason.TIMEOUT).to_bytes())
        cancelled = auth.CancelSessionAnswer.from_bytes(answer).ok
        assert cancelled is not None
        signed = auth.CancelSessionSigned.from_bytes(cancelled.signed)
        assert (signed.transaction_id, signed.smdp_oid, signed.reason) == (server.transaction_id, "2.999.10", 2)
    elif way == "close":
        card.close_channel(client.channel)
        client = Client(card)
    elif way == "select":
        client.transmit(bytes((client.channel, 0xA4, 4, 0, 16)) + m.ISD_R)
    elif way == "reset":
        reports = 0
        card.reset()
        client = Client(card)
    else:
        client.challenge()
    assert client.send(rest[0]).status == 0x6A88
    assert not installed(card)
    assert len(card.memory.notifications) == reports
    if reports:
        told = result_of(bytes.fromhex(card.memory.notifications[0].signed))
        assert failure(told) == (BppCommand.LOAD_PROFILE_ELEMENTS, InstallError.INTERRUPTION)
    assert client.download(server).result.success is not None


def test_only_the_session_that_is_there_can_be_cancelled(client: Client, server: Server) -> None:
    def cancel(transaction_id: bytes) -> auth.CancelSessionAnswer:
        return auth.CancelSessionAnswer.from_bytes(client.ask(auth.CancelSession(transaction_id, 0).to_bytes()))

    assert cancel(server.transaction_id).error == auth.CancelError.INVALID_TRANSACTION_ID
    client.authenticate(server)
    assert cancel(b"\x55").error == auth.CancelError.INVALID_TRANSACTION_ID
    assert cancel(server.transaction_id).ok is not None
    assert cancel(server.transaction_id).error == auth.CancelError.INVALID_TRANSACTION_ID


def test_two_clients_at_once(client: Client, server: Server, card: Card) -> None:
    """The second one's package is refused, the first one's goes on; questions do not disturb it."""
    rest = half_way(client, server, card)
    second = Client(card)
    assert second.send(next(pieces(server.bind(b"\x04" + server_point(server), card.memory.eid)))).status == 0x6985
    assert m.ProfilesAnswer.from_bytes(second.ask(bytes.fromhex("BF2D00"))).profiles is not None
    assert m.ProfilesAnswer.from_bytes(client.ask(bytes.fromhex("BF2D00"))).profiles is not None
    assert result_of(client.ask(rest[0])).result.success is not None


def server_point(server: Server) -> bytes:
    numbers = server.key.public_key().public_numbers()
    return numbers.x.to_bytes(32, "big") + numbers.y.to_bytes(32, "big")


def test_another_issuer_can_be_trusted(
    make_card: Callable[..., Card], server: Server, tmp_path: Path, clock: Clock
) -> None:
    from cryptography.hazmat.primitives.serialization import Encoding

    other: x509.Certificate = stranger(tmp_path, clock).certificate
    trusted = tmp_path / "modem" / "trusted"
    trusted.mkdir(parents=True)
    (trusted / "other.pem").write_bytes(other.public_bytes(Encoding.PEM))
    (trusted / "junk.pem").write_text("nothing")
    client = Client(make_card())
    server.auth = stranger(tmp_path, clock).issue_server(Role.DP_AUTH, ADDRESS)
    assert client.authenticate(server).ok is not None
    assert len(m.EuiccInfo1.from_bytes(client.ask(bytes.fromhex("BF2000"))).ci_for_verification) == 2


def test_the_files_are_those_that_the_profile_brought(client: Client, card: Card, server: Server) -> None:
    client.download(server)
    client.ask(m.EnableProfile(m.ProfileIdentifier(iccid=ICCID), refresh=True).to_bytes())
    card.reset()

    def read(path: str, command: str) -> str:
        assert card.transmit(bytes.fromhex("00A4080C") + bytes((len(path) // 2,)) + bytes.fromhex(path)) == OK
        answer = card.transmit(bytes.fromhex(command))
        assert answer[-2:] == OK
        return answer[:-2].hex()

    assert read("2FE2", "00B000000A") == "981801000000000010f9"
    assert read("7FFF6F07", "00B0000009") == "084904012143658709"
    assert read("7FFF6FAD", "00B0000004") == "00000002"
    assert bytes.fromhex(read("7FFF6F46", "00B0000011"))[1:].rstrip(b"\xff") == b"Bench Mobile"
    assert read("7FFF6FB7", "00B2010404") == "11f2ff00"
    entry = bytes.fromhex(read("2F00", "00B2010400"))
    assert m.USIM in entry
    parameters = card.transmit(bytes.fromhex("00A40004022FE200"))
    assert parameters[-2:] == OK
    [(tag, content)] = tlv.items(parameters[:-2])
    assert tag == 0x62
    assert {0x82, 0x83, 0x8A, 0x8B, 0x80, 0x88} <= {tag for tag, _ in tlv.items(content)}


def test_an_iccid_that_a_client_does_not_pad_is_understood(client: Client, card: Card, server: Server) -> None:
    """A stock client sends 18 digits as 5A09 (esim.md §2.4)."""
    short = "898110000000000001"
    server.metadata, server.elements = metadata(iccid=short), package(iccid=short)
    assert client.download(server).result.success is not None
    answer = client.ask(bytes.fromhex("BF330B5A09981801000000000010"))
    assert admin.DeleteAnswer.from_bytes(answer).result == m.Result.OK


def test_the_answers_that_a_stock_client_reads(client: Client, card: Card) -> None:
    """In the order of esim.md §2.4; unknown functions answer 6A88."""
    assert client.ask(bytes.fromhex("BF3E035C015A")).hex().startswith("bf3e125a10")
    assert client.ask(bytes.fromhex("BF3C00")).hex().startswith("bf3c1281")
    assert client.ask(bytes.fromhex("BF4300")).hex().startswith("bf43")
    assert client.ask(bytes.fromhex("BF2200")).hex().startswith("bf22")
    assert client.ask(bytes.fromhex("BF3F0F800D") + b"a.example.com") == bytes.fromhex("BF3F03800100")
    assert client.ask(bytes.fromhex("BF3404820205E0")) == bytes.fromhex("BF3403800100")
    assert client.ask(bytes.fromhex("BF2D00")) == bytes.fromhex("BF2D02A000")
    assert client.ask(bytes.fromhex("BF2E00")).hex().startswith("bf2e128010")
    assert client.ask(bytes.fromhex("BF2000")).hex().startswith("bf20")
    assert client.ask(bytes.fromhex("BF3003800100"))[:4] == bytes.fromhex("BF300380")
    for tag in ("BF5600", "BF5500"):
        assert client.send(bytes.fromhex(tag)).status == 0x6A88
    assert card.transmit(bytes.fromhex("80AA00000AA9088100820101830107")) == OK


def test_a_card_with_a_given_identity(make_card: Callable[..., Card], tmp_path: Path, clock: Clock) -> None:
    from cryptography.hazmat.primitives.serialization import Encoding

    other, eid = stranger(tmp_path, clock), "89049032" + "1" * 24
    folder = tmp_path / "modem" / "given"
    folder.mkdir(parents=True)
    with pytest.raises(BenchError, match=r"euicc\.pem"):
        make_card()
    eum = other.issue_eum([eid[:8]])
    euicc = other.issue_euicc(eum, eid)
    write_once(folder / "euicc.pem", euicc.certificate.public_bytes(Encoding.PEM), euicc.key)
    (folder / "eum.pem").write_bytes(other.certificate.public_bytes(Encoding.PEM))
    (folder / "ci.pem").write_bytes(other.certificate.public_bytes(Encoding.PEM))
    with pytest.raises(BenchError, match="not issued"):
        make_card()
    (folder / "eum.pem").write_bytes(eum.certificate.public_bytes(Encoding.PEM))
    client = Client(make_card())
    assert m.EidAnswer.from_bytes(client.ask(bytes.fromhex("BF3E035C015A"))).eid == eid
    assert client.download(Server(other)).result.success is not None


def test_a_key_on_another_curve_is_told_apart(client: Client, server: Server, clock: Clock) -> None:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding

    key = ec.derive_private_key(7, ec.SECP384R1())
    name = x509.Name([])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(clock.now()).not_valid_after(clock.now())
    other = builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)
    answer = client.authenticate(server, certificate=other)
    assert answer.error is not None
    assert answer.error.code == auth.AuthenticateError.UNSUPPORTED_CURVE
    refused = client.prepare(server, client.signature1(server), certificate=other).error
    assert refused is not None
    assert refused.code == auth.DownloadError.UNSUPPORTED_CURVE
