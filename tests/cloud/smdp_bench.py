"""A SM-DP+ for tests, and a card with an LPA made of nothing but the shared messages and keys."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cloud.smdp.authentication import authenticate, initiate
from cloud.smdp.context import SmdpContext, own_certificates
from cloud.smdp.delivery import cancel_session, get_package
from cloud.smdp.es2 import confirm_order, download_order
from cloud.smdp.notifications import handle
from cloud.smdp.order_book import OrderBook
from cloud.smdp.profiles import new_profile
from cloud.smdp.rules.orders import Order
from core.clock import Clock
from core.events import EventLog
from core.randomness import SeededRandomness
from core.rsp import tlv
from core.rsp.bsp import BspReader, SessionKeys, derive_keys
from core.rsp.keys import new_key, point, read_point
from core.rsp.messages import CardResource, EuiccInfo1, EuiccInfo2, NotificationMetadata
from core.rsp.messages_auth import (
    AuthenticateOk,
    AuthenticateServerAnswer,
    CancelSessionAnswer,
    CancelSessionOk,
    CancelSessionSigned,
    ContextParameters,
    DeviceCapabilities,
    DeviceInfo,
    EuiccSigned1,
    EuiccSigned2,
    PrepareDownloadAnswer,
    PrepareDownloadOk,
    ServerSigned1,
    SmdpSigned2,
)
from core.rsp.messages_bpp import (
    BoundProfilePackage,
    ConfigureIsdp,
    FinalResult,
    InitialiseSecureChannel,
    InstallFailure,
    InstallResultData,
    InstallSuccess,
    ProfileInstallationResult,
    ReplaceSessionKeys,
    StoreMetadata,
)
from core.rsp.pki import SMDP_OID, Credential, TestIssuer, load_or_make_ci

ADDRESS = "smdp.bench.example"
EID = "89081000000000000000000000000112"
OTHER_EID = "89081000000000000000000000000209"
ICCID = "8981000000000000037"
NOW = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
TYPE = "test"


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def raw(text: str) -> bytes:
    return base64.b64decode(text)


def value_of(data: bytes) -> bytes:
    return tlv.read(data)[1]


@dataclass
class Card:
    """Signs like an eUICC. `change` lets a test spoil one value before it is signed."""

    issuer: TestIssuer
    eum: Credential
    euicc: Credential
    info2: EuiccInfo2
    randomness: SeededRandomness = field(default_factory=lambda: SeededRandomness(5))
    signature1: bytes = b""
    one_time: Any = None

    @classmethod
    def make(cls, issuer: TestIssuer, eid: str = EID, **resource: int) -> Card:
        eum = issuer.issue_eum()
        info2 = EuiccInfo2(
            profile_version="2.3.0",
            svn="2.2.2",
            firmware="1.0.0",
            resource=CardResource(0, resource.get("free_nvm", 200_000), 10_000),
            ci_for_verification=[issuer.key_id],
            ci_for_signing=[issuer.key_id],
        )
        return cls(issuer, eum, issuer.issue_euicc(eum, eid), info2)

    def info1(self, **more: Any) -> bytes:
        return EuiccInfo1(
            **{
                "svn": "2.2.2",
                "ci_for_verification": [self.issuer.key_id],
                "ci_for_signing": [self.issuer.key_id],
                **more,
            }
        ).to_bytes()

    def authenticate(self, answer: dict[str, Any], matching_id: str | None, **change: Any) -> dict[str, Any]:
        told = ServerSigned1.from_bytes(raw(answer["serverSigned1"]))
        device = DeviceInfo(bytes.fromhex("35290611"), DeviceCapabilities())
        signed = EuiccSigned1(
            **{
                "transaction_id": told.transaction_id,
                "server_address": told.server_address,
                "server_challenge": told.server_challenge,
                "info2": self.info2,
                "context": ContextParameters(matching_id=matching_id, device=device).to_bytes(),
                **change,
            }
        ).to_bytes()
        self.signature1 = self.euicc.sign(signed)
        ok = AuthenticateOk(signed, self.signature1, self.euicc.der, self.eum.der)
        return {
            "transactionId": answer["transactionId"],
            "authenticateServerResponse": b64(AuthenticateServerAnswer(ok).to_bytes()),
        }

    def prepare(self, answer: dict[str, Any], code: str | None = None, **change: Any) -> dict[str, Any]:
        told = SmdpSigned2.from_bytes(raw(answer["smdpSigned2"]))
        self.one_time = new_key(self.randomness)
        hash_cc = None
        if code is not None:
            hash_cc = hashlib.sha256(hashlib.sha256(code.encode()).digest() + told.transaction_id).digest()
        signed = EuiccSigned2(
            **{
                "transaction_id": told.transaction_id,
                "euicc_otpk": point(self.one_time.public_key()),
                "hash_cc": hash_cc,
                **change,
            }
        ).to_bytes()
        ok = PrepareDownloadOk(signed, self.euicc.sign(signed + raw(answer["smdpSignature2"])))
        return {
            "transactionId": answer["transactionId"],
            "prepareDownloadResponse": b64(PrepareDownloadAnswer(ok).to_bytes()),
        }

    def open_package(self, data: bytes, eid: str = EID) -> tuple[StoreMetadata, bytes]:
        """Decrypt and check all of it, as a card must."""
        package = BoundProfilePackage.from_bytes(data)
        opening = InitialiseSecureChannel.from_bytes(package.secure_channel)
        keys = derive_keys(
            self.one_time, read_point(opening.smdp_otpk), host_id=opening.control_reference.host_id, eid=eid
        )
        reader = BspReader(keys)
        ConfigureIsdp.from_bytes(b"".join(reader.decrypt(0x87, part) for part in package.configure))
        metadata = StoreMetadata.from_bytes(b"".join(reader.check(0x88, part) for part in package.metadata))
        if package.replace_keys:
            own = ReplaceSessionKeys.from_bytes(b"".join(reader.decrypt(0x87, part) for part in package.replace_keys))
            reader = BspReader(SessionKeys(own.chaining_value, own.encryption_key, own.mac_key))
        return metadata, b"".join(reader.decrypt(0x86, part) for part in package.elements)

    def result(self, transaction_id: str, error: int | None = None, signer: Credential | None = None) -> dict[str, Any]:
        failure = None if error is None else InstallFailure(5, error)
        success = InstallSuccess(bytes(16), bytes.fromhex("3000")) if error is None else None
        data = InstallResultData(
            transaction_id=bytes.fromhex(transaction_id),
            notification=NotificationMetadata(0, frozenset({0}), ADDRESS, ICCID),
            smdp_oid=SMDP_OID,
            result=FinalResult(success, failure),
        ).to_bytes()
        whole = ProfileInstallationResult(data, (signer or self.euicc).sign(data)).to_bytes()
        return {"pendingNotification": b64(whole)}

    def operation(self, bit: int, iccid: str = ICCID, signer: Credential | None = None) -> dict[str, Any]:
        metadata = NotificationMetadata(1, frozenset({bit}), ADDRESS, iccid).to_bytes()
        signature = tlv.encode(0x5F37, (signer or self.euicc).sign(metadata))
        return {"pendingNotification": b64(tlv.encode(0x30, metadata + signature + self.euicc.der + self.eum.der))}

    def cancel(self, transaction_id: str, reason: int, oid: str = SMDP_OID, signer: Any = None) -> dict[str, Any]:
        signed = CancelSessionSigned(bytes.fromhex(transaction_id), oid, reason).to_bytes()
        answer = CancelSessionAnswer(CancelSessionOk(signed, (signer or self.euicc).sign(signed)))
        return {"transactionId": transaction_id, "cancelSessionResponse": b64(answer.to_bytes())}


class Desk:
    """A server's functions and a card, called in turn."""

    def __init__(self, folder: Path, issuer: TestIssuer | None = None) -> None:
        self.folder = folder
        self.clock = Clock(NOW, rate=0)
        self.events = EventLog(self.clock)
        self.reports: list[dict[str, Any]] = []
        self.issuer = issuer or load_or_make_ci(folder / "pki", randomness=SeededRandomness(1), clock=self.clock)
        self.restart()
        spec = new_profile(
            SeededRandomness(3),
            iccid=ICCID,
            imsi="001010000000003",
            msisdn="09000001234",
            provider="NTT DOCOMO",
            name="One Number",
        )
        self.context.book.add(spec, TYPE)
        self.card = Card.make(self.issuer)

    def restart(self) -> None:
        """As after a kill: nothing but the files is left."""
        self.context = SmdpContext(
            address=ADDRESS,
            certificates=own_certificates(self.folder, self.issuer, ADDRESS),
            book=OrderBook(self.folder),
            clock=self.clock,
            events=self.events,
            randomness=SeededRandomness(11),
            on_progress=self.reports.append,
        )

    @property
    def order(self) -> Order:
        found = self.context.book.get(ICCID)
        assert found is not None
        return found

    def provide(self, *, eid: str = "", code: str = "", matching_id: str = "MID-1", release: bool = True) -> None:
        download_order(self.context, {"iccid": ICCID, **({"eid": eid} if eid else {})})
        body = {"iccid": ICCID, "matchingId": matching_id, "releaseFlag": release}
        confirm_order(self.context, {**body, **({"confirmationCode": code} if code else {})})

    def set(self, **change: Any) -> None:
        self.context.book.put(replace(self.order, **change))

    def initiate(self, **change: Any) -> dict[str, Any]:
        body = {"smdpAddress": ADDRESS, "euiccChallenge": b64(bytes(16)), "euiccInfo1": b64(self.card.info1())}
        return initiate(self.context, {**body, **change})

    def authenticate(self, matching_id: str | None = "MID-1", **change: Any) -> dict[str, Any]:
        return authenticate(self.context, self.card.authenticate(self.initiate(), matching_id, **change))

    def get_package(self, code: str | None = None, **change: Any) -> dict[str, Any]:
        return get_package(self.context, self.card.prepare(self.authenticate(), code, **change))

    def notify(self, body: dict[str, Any]) -> None:
        handle(self.context, body)

    def cancel(self, body: dict[str, Any]) -> dict[str, Any]:
        return cancel_session(self.context, body)
