"""A card and a server without keys: they speak the real messages, so that the LPA between them can be disturbed."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from contextlib import contextmanager
from typing import Any

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.rsp import messages as m
from core.rsp import messages_admin as admin
from core.rsp import messages_auth as auth
from core.rsp import messages_bpp as bpp
from core.rsp import tlv
from firmware_bridge.euicc.apdu import CardError
from firmware_bridge.euicc.block_size import BlockSize
from firmware_bridge.euicc.es10 import Es10
from firmware_bridge.lpa.es9 import Es9
from firmware_bridge.lpa.transport import HttpAnswer

ADDRESS, ICCID, EID = "smdp.example.com", "8981000000000000037", "89081000000000000000000000000112"
AID = bytes.fromhex("A0000005591010FFFFFFFF8900001200")
TID = bytes.fromhex("0A1B2C3D4E5F60718293A4B5C6D7E8F9")
CERTIFICATE = tlv.encode(0x30, b"\x02\x01\x05" * 100)
SIGNATURE = bytes(range(64))
MNO = bpp.OperatorId(bytes.fromhex("00F110"))


def package(transaction_id: bytes = TID, size: int = 3000, segment: int = 1016) -> bytes:
    """A bound profile package of the right shape; its content is nonsense."""
    channel = bpp.InitialiseSecureChannel(
        1, transaction_id, bpp.ControlReference(b"\x88", b"\x10", b"host"), b"\x04" + bytes(64), SIGNATURE
    )
    content = bytes(index * 7 & 0xFF for index in range(size))
    parts = [
        channel.to_bytes(),
        tlv.encode(0xA0, tlv.encode(0x87, bytes(24))),
        tlv.encode(0xA1, tlv.encode(0x88, bytes(300)) + tlv.encode(0x88, bytes(50))),
        tlv.encode(0xA2, tlv.encode(0x87, bytes(72))),
        tlv.encode(
            0xA3, b"".join(tlv.encode(0x86, content[at : at + segment]) for at in range(0, len(content), segment))
        ),
    ]
    return tlv.encode(0xBF36, b"".join(parts))


class DeskCard:
    """An ISD-R that believes everything. `before(n, apdu)` may raise at the n-th APDU."""

    def __init__(self) -> None:
        self.profiles: list[m.ProfileInfo] = []
        self.pending: dict[int, bytes] = {}
        self.next_sequence = 0
        self.failure: int | None = None
        self.longest = 255
        self.rat: list[admin.AuthorisationRule] = []
        self.cancelled: list[int] = []
        self.apdus = 0
        self.sessions = 0
        self.before: Callable[[int, bytes], None] = lambda number, apdu: None
        self.after: Callable[[int, bytes], None] = lambda number, apdu: None
        self.in_session = False
        self.has_key = False
        self.hash_cc: bytes | None = None
        self.device: auth.DeviceInfo | None = None
        self._command = bytearray()
        self._package = bytearray()
        self._answer = b""

    def open(self) -> None:
        self.sessions += 1
        self.in_session = False
        self._command.clear()
        self._package.clear()

    def transmit(self, apdu: bytes) -> bytes:
        self.apdus += 1
        self.before(self.apdus, apdu)
        answer = self._transmit(apdu)
        self.after(self.apdus, apdu)
        return answer

    def _transmit(self, apdu: bytes) -> bytes:
        if apdu[1] == 0xC0:
            return self._give(self._answer)
        assert apdu[:2] == b"\x80\xe2"
        assert len(apdu) == 5 + apdu[4]
        if apdu[4] > self.longest:
            return b"\x67\x00"
        if apdu[3] == 0:
            self._command.clear()
        self._command += apdu[5:]
        if not apdu[2] & 0x80:
            return b"\x90\x00"
        return self._give(self._carry_out(bytes(self._command)))

    def _give(self, answer: bytes) -> bytes:
        now, self._answer = answer[:256], answer[256:]
        return now + (bytes((0x61, min(len(self._answer), 255))) if self._answer else b"\x90\x00")

    def _carry_out(self, data: bytes) -> bytes:
        if self._package or data.startswith(b"\xbf\x36"):
            return self._load(data)
        tag = tlv.read(data)[0]
        return {
            0xBF3E: lambda: m.EidAnswer(EID).to_bytes(),
            0xBF2E: lambda: auth.EuiccChallenge(bytes(16)).to_bytes(),
            0xBF20: lambda: m.EuiccInfo1("2.2.2", [bytes(20)], [bytes(20)]).to_bytes(),
            0xBF38: lambda: self._authenticate(data),
            0xBF21: lambda: self._prepare(data),
            0xBF41: lambda: self._cancel(data),
            0xBF43: lambda: admin.RatAnswer(self.rat).to_bytes(),
            0xBF2D: lambda: self._list(data),
            0xBF28: self._notifications,
            0xBF2B: lambda: self._retrieve(data),
            0xBF30: lambda: self._remove(data),
        }[tag]()

    def _authenticate(self, data: bytes) -> bytes:
        request = auth.AuthenticateServer.from_bytes(data)
        self.in_session = True
        context = auth.ContextParameters.from_bytes(request.context)
        self.device = context.device
        signed = tlv.encode(0x30, tlv.encode(0x80, TID))
        return auth.AuthenticateServerAnswer(
            auth.AuthenticateOk(signed, SIGNATURE, CERTIFICATE, CERTIFICATE)
        ).to_bytes()

    def _prepare(self, data: bytes) -> bytes:
        request = auth.PrepareDownload.from_bytes(data)
        self.hash_cc, self.has_key = request.hash_cc, True
        return auth.PrepareDownloadAnswer(auth.PrepareDownloadOk(request.signed, SIGNATURE)).to_bytes()

    def _cancel(self, data: bytes) -> bytes:
        request = auth.CancelSession.from_bytes(data)
        if not self.in_session:
            return auth.CancelSessionAnswer(error=5).to_bytes()
        self.in_session, self.has_key = False, False
        self.cancelled.append(request.reason)
        signed = auth.CancelSessionSigned(request.transaction_id, "2.999.10", request.reason).to_bytes()
        return auth.CancelSessionAnswer(auth.CancelSessionOk(signed, SIGNATURE)).to_bytes()

    def _load(self, data: bytes) -> bytes:
        if not self.has_key:
            raise_status = b"\x69\x85"
            raise _Status(raise_status)
        self._package += data
        _, length, start = tlv.read_head(bytes(self._package))
        if len(self._package) < start + length:
            return b""
        whole = bpp.BoundProfilePackage.from_bytes(bytes(self._package))
        tid = bpp.InitialiseSecureChannel.from_bytes(whole.secure_channel).transaction_id
        self._package.clear()
        metadata = m.NotificationMetadata(self.next_sequence, frozenset({m.Operation.INSTALL}), ADDRESS, ICCID)
        if self.failure is None:
            self.profiles.append(m.ProfileInfo(ICCID, AID, 0, None, "Bench", "Test"))
            final = bpp.FinalResult(success=bpp.InstallSuccess(AID, b"\x30\x00"))
        else:
            final = bpp.FinalResult(failure=bpp.InstallFailure(5, self.failure))
        if self.failure not in (10, 11):
            self.has_key = False
        body = bpp.InstallResultData(transaction_id=tid, notification=metadata, smdp_oid="2.999.10", result=final)
        result = bpp.ProfileInstallationResult(body.to_bytes(), SIGNATURE).to_bytes()
        self.pending[self.next_sequence] = result
        self.next_sequence += 1
        return result

    def add_notification(self, address: str, operation: m.Operation = m.Operation.ENABLE) -> int:
        """A report of something else; its number."""
        number, self.next_sequence = self.next_sequence, self.next_sequence + 1
        metadata = m.NotificationMetadata(number, frozenset({operation}), address, ICCID)
        self.pending[number] = m.OtherSignedNotification(metadata, SIGNATURE, [b"\x02\x01\x05"]).to_bytes()
        return number

    def _list(self, data: bytes) -> bytes:
        search = m.GetProfilesInfo.from_bytes(data).search
        found = [
            item for item in self.profiles if search is None or search.aid == item.aid or search.iccid == item.iccid
        ]
        return m.ProfilesAnswer(found).to_bytes()

    def _notifications(self) -> bytes:
        return m.NotificationsAnswer([_metadata(raw) for raw in reversed(self.pending.values())]).to_bytes()

    def _retrieve(self, data: bytes) -> bytes:
        search = m.RetrieveNotifications.from_bytes(data).search
        assert search is not None
        assert search.sequence is not None
        raw = self.pending.get(search.sequence)
        return m.RetrievedNotifications(raw, None if raw else 1).to_bytes()

    def _remove(self, data: bytes) -> bytes:
        found = self.pending.pop(m.RemoveNotification.from_bytes(data).sequence, None)
        return m.RemoveAnswer(0 if found else 1).to_bytes()


class _Status(Exception):
    def __init__(self, status: bytes) -> None:
        self.status = status


def _metadata(raw: bytes) -> m.NotificationMetadata:
    if raw.startswith(b"\xbf\x37"):
        return bpp.InstallResultData.from_bytes(bpp.ProfileInstallationResult.from_bytes(raw).data).notification
    return m.OtherSignedNotification.from_bytes(raw).metadata


class DeskServer:
    """The SM-DP+ behind a transport. `spoil[function]` changes its answer or raises, `calls` are functions asked."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.reported: list[bytes] = []
        self.metadata = bpp.StoreMetadata(ICCID, "Bench", "Test")
        self.confirmation_required = False
        self.package = package()
        self.spoil: dict[str, Callable[[dict[str, Any]], dict[str, Any] | HttpAnswer]] = {}
        self.offline: set[str] = set()

    def post(self, address: str, path: str, body: bytes) -> HttpAnswer:
        function = path.rpartition("/")[2]
        self.calls.append(function)
        request = json.loads(body)
        if address in self.offline:
            raise BenchError("smdp.unreachable", address=address, reason="offline")
        if function == "handleNotification":
            answer: dict[str, Any] = {}
        else:
            answer = {"header": {"functionExecutionStatus": {"status": "Executed-Success"}}} | getattr(self, function)(
                request
            )
        if function in self.spoil:
            spoilt = self.spoil[function](answer)
            if isinstance(spoilt, HttpAnswer):
                return spoilt
            answer = spoilt
        if function == "handleNotification":
            self.reported.append(base64.b64decode(request["pendingNotification"]))
            return HttpAnswer(204, b"")
        return HttpAnswer(200, json.dumps(answer).encode())

    def rest(self) -> None:
        """Nothing is kept."""

    def initiateAuthentication(self, request: dict[str, Any]) -> dict[str, Any]:
        signed = auth.ServerSigned1(TID, base64.b64decode(request["euiccChallenge"]), request["smdpAddress"], bytes(16))
        return {
            "transactionId": TID.hex().upper(),
            "serverSigned1": _b64(signed.to_bytes()),
            "serverSignature1": _b64(tlv.encode(0x5F37, SIGNATURE)),
            "euiccCiPKIdToBeUsed": _b64(tlv.encode(0x04, bytes(20))),
            "serverCertificate": _b64(CERTIFICATE),
        }

    def authenticateClient(self, request: dict[str, Any]) -> dict[str, Any]:
        auth.AuthenticateServerAnswer.from_bytes(base64.b64decode(request["authenticateServerResponse"]))
        return {
            "transactionId": request["transactionId"],
            "profileMetadata": _b64(self.metadata.to_bytes()),
            "smdpSigned2": _b64(auth.SmdpSigned2(TID, self.confirmation_required).to_bytes()),
            "smdpSignature2": _b64(tlv.encode(0x5F37, SIGNATURE)) + "\r\n",
            "smdpCertificate": _b64(CERTIFICATE),
        }

    def getBoundProfilePackage(self, request: dict[str, Any]) -> dict[str, Any]:
        auth.PrepareDownloadAnswer.from_bytes(base64.b64decode(request["prepareDownloadResponse"]))
        return {"transactionId": request["transactionId"].lower(), "boundProfilePackage": _b64(self.package)}

    def cancelSession(self, request: dict[str, Any]) -> dict[str, Any]:
        auth.CancelSessionAnswer.from_bytes(base64.b64decode(request["cancelSessionResponse"]))
        return {}


class Desk:
    """Card, server, and the conversations between: a broken line ends one, and `recover` opens the next."""

    def __init__(self, clock: Clock, longest_block: int = 255) -> None:
        self.card, self.server = DeskCard(), DeskServer()
        self.sizes = BlockSize(longest_block)
        self.recoveries = 0
        self._clock = clock
        self._events = EventLog(clock)

    @contextmanager
    def conversation(self) -> Any:
        self.card.open()

        def transmit(apdu: bytes) -> bytes:
            try:
                return self.card.transmit(apdu)
            except _Status as status:
                return status.status

        try:
            yield Es10(transmit, self.sizes)
        except CardError as error:
            raise BenchError("esim.card_error", status=f"{error.status:04X}") from error
        except tlv.TlvError as error:
            raise BenchError("esim.card_error", reason=str(error)) from error

    def recover(self) -> None:
        self.recoveries += 1

    def es9(self, address: str) -> Es9:
        return Es9(address, self.server, clock=self._clock, events=self._events, actor="test")


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()
