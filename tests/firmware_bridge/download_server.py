"""A server of profiles for tests of the card: right in everything, unless a test spoils it on purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.clock import Clock
from core.randomness import SeededRandomness
from core.rsp import messages as m
from core.rsp import messages_auth as auth
from core.rsp import messages_bpp as bpp
from core.rsp import tlv
from core.rsp.bsp import BspWriter, SessionKeys, derive_keys
from core.rsp.certificates import Role
from core.rsp.keys import new_key, point, read_point
from core.rsp.pki import Credential, TestIssuer, load_or_make_ci
from core.rsp.profile_package import Package, write_package
from firmware_bridge.euicc.apdu import Response, exchange, select_aid, store_data
from firmware_bridge.virtual.card.card import Card

ADDRESS = "rsp.example.com"
ICCID, IMSI = "8981100000000000019", "440101234567890"
HOST_ID = b"bench-host"
CONTEXT = auth.ContextParameters(
    matching_id="M-1",
    device=auth.DeviceInfo(bytes.fromhex("35290611"), auth.DeviceCapabilities(eutran="9.0.0")),
).to_bytes()


def metadata(**changes: Any) -> bpp.StoreMetadata:
    values: dict[str, Any] = {
        "iccid": ICCID,
        "provider": "Bench Mobile",
        "name": "Travel",
        "icon_type": 1,
        "icon": b"\x89PNG",
        "notifications": [
            m.NotificationConfiguration(frozenset({0, 1, 2, 3}), "notify.example.com"),
            m.NotificationConfiguration(frozenset({3}), "gone.example.com"),
        ],
        "owner": bpp.OperatorId(bytes.fromhex("44F001")),
    }
    return bpp.StoreMetadata(**(values | changes))


def package(**changes: Any) -> bytes:
    values: dict[str, Any] = {
        "iccid": ICCID,
        "imsi": IMSI,
        "profile_type": "Bench",
        "provider": "Bench Mobile",
        "msisdn": "08011112222",
        "key": bytes(range(16)),
        "opc": bytes(range(16, 32)),
        "pin": "0000",
        "puk": "12345678",
    }
    return write_package(Package(**(values | changes)))


@dataclass
class Server:
    """The SM-DP+'s side of one download. Fields may be changed before the step that uses them."""

    issuer: TestIssuer
    transaction_id: bytes = b"\x01\x02\x03\x04"
    metadata: bpp.StoreMetadata = field(default_factory=metadata)
    elements: bytes = field(default_factory=package)
    own_keys: SessionKeys | None = None
    confirmation: bool = False
    segment: int = 0

    def __post_init__(self) -> None:
        self.auth = self.issuer.issue_server(Role.DP_AUTH, ADDRESS)
        self.binding = self.issuer.issue_server(Role.DP_PB, ADDRESS)
        self.challenge = bytes(range(16))
        self.key = new_key(SeededRandomness(5))

    def authenticate(
        self, challenge: bytes, signer: Credential | None = None, **changes: Any
    ) -> auth.AuthenticateServer:
        signer = signer or self.auth
        signed = auth.ServerSigned1(self.transaction_id, challenge, ADDRESS, self.challenge).to_bytes()
        request = auth.AuthenticateServer(signed, signer.sign(signed), self.issuer.key_id, signer.der, CONTEXT)
        for name, value in changes.items():
            setattr(request, name, value)
        return request

    def prepare(
        self, signature1: bytes, signer: Credential | None = None, otpk: bytes | None = None, **changes: Any
    ) -> auth.PrepareDownload:
        signer = signer or self.binding
        signed = auth.SmdpSigned2(self.transaction_id, self.confirmation, otpk).to_bytes()
        signature = signer.sign(signed + tlv.encode(0x5F37, signature1))
        request = auth.PrepareDownload(signed=signed, signature=signature, certificate=signer.der)
        for name, value in changes.items():
            setattr(request, name, value)
        return request

    def bind(self, otpk: bytes, eid: str, **changes: Any) -> bpp.BoundProfilePackage:
        control = bpp.ControlReference(bpp.KEY_TYPE_AES, bpp.KEY_LENGTH, HOST_ID)
        channel = bpp.InitialiseSecureChannel(1, self.transaction_id, control, point(self.key.public_key()))
        for name, value in changes.items():
            setattr(channel, name, value)
        if "signature" not in changes:
            channel.signature = self.binding.sign(channel.signed_part(otpk))
        keys = derive_keys(self.key, read_point(otpk), host_id=HOST_ID, eid=eid)
        writer = BspWriter(keys)
        configure = _values(writer.encrypt(0x87, bpp.ConfigureIsdp().to_bytes()))
        described = _values(writer.authenticate(0x88, self.metadata.to_bytes()))
        replaced = None
        if self.own_keys is not None:
            own = self.own_keys
            request = bpp.ReplaceSessionKeys(own.initial_mcv, own.encryption, own.mac)
            replaced = _values(writer.encrypt(0x87, request.to_bytes()))
            writer = BspWriter(own)
        return bpp.BoundProfilePackage(
            secure_channel=channel.to_bytes(),
            configure=configure,
            metadata=described,
            replace_keys=replaced,
            elements=_values(self._elements(writer)),
        )

    def _elements(self, writer: BspWriter) -> list[bytes]:
        if not self.segment:
            return writer.encrypt(0x86, self.elements)
        size = self.segment
        pieces = [self.elements[at : at + size] for at in range(0, len(self.elements), size)]
        return [writer._encrypt_one(0x86, piece) for piece in pieces]


def pieces(package: bpp.BoundProfilePackage) -> Iterator[bytes]:
    """The package cut as a stock client does it (esim.md §2.5)."""
    whole = package.to_bytes()
    _, _, start = tlv.read_head(whole)
    _, _, end = tlv.read(whole, start)
    yield whole[:end]
    while end < len(whole):
        tag, length, content = tlv.read_head(whole, end)
        if tag in (0xA0, 0xA2):
            yield whole[end : content + length]
        else:
            yield whole[end:content]
            at = content
            while at < content + length:
                _, _, after = tlv.read(whole, at)
                yield whole[at:after]
                at = after
        end = content + length


class Client:
    """Sends ES10 commands as a stock client does: STORE DATA without Le, GET RESPONSE as long as there is more."""

    def __init__(self, card: Card, block: int = 120, after_each: Callable[[], None] | None = None) -> None:
        self.card = card
        self.block = block
        self.apdus = 0
        self._after_each = after_each
        channel = card.open_channel()
        assert channel is not None
        self.channel = channel
        assert self.transmit(select_aid(m.ISD_R, channel))[-2:] == b"\x90\x00"

    def transmit(self, apdu: bytes) -> bytes:
        self.apdus += 1
        answer = self.card.transmit(apdu)
        if self._after_each is not None:
            self._after_each()
        return answer

    def send(self, command: bytes, block: int | None = None) -> Response:
        response = Response(b"", 0)
        data = b""
        for apdu in store_data(command, block or self.block, 0x80 | self.channel):
            response = exchange(self.transmit, apdu)
            data += response.data
            if not response.ok:
                break
        return Response(data, response.status)

    def ask(self, command: bytes) -> bytes:
        response = self.send(command)
        assert response.ok, f"{response.status:04X}"
        return response.data

    def challenge(self) -> bytes:
        return auth.EuiccChallenge.from_bytes(self.ask(auth.GetEuiccChallenge().to_bytes())).challenge

    def authenticate(self, server: Server, **changes: Any) -> auth.AuthenticateServerAnswer:
        request = server.authenticate(self.challenge(), **changes)
        return auth.AuthenticateServerAnswer.from_bytes(self.ask(request.to_bytes()))

    def signature1(self, server: Server) -> bytes:
        answer = self.authenticate(server)
        assert answer.ok is not None
        return answer.ok.signature

    def prepare(self, server: Server, signature1: bytes, **changes: Any) -> auth.PrepareDownloadAnswer:
        request = server.prepare(signature1, **changes)
        return auth.PrepareDownloadAnswer.from_bytes(self.ask(request.to_bytes()))

    def one_time_key(self, server: Server, **changes: Any) -> bytes:
        answer = self.prepare(server, self.signature1(server), **changes)
        assert answer.ok is not None
        return auth.EuiccSigned2.from_bytes(answer.ok.signed).euicc_otpk

    def load(self, package: bpp.BoundProfilePackage) -> bpp.InstallResultData:
        """Send the pieces until the card gives its result."""
        for piece in pieces(package):
            data = self.ask(piece)
            if data:
                return result_of(data)
        raise AssertionError("the card gave no result")

    def download(self, server: Server, **changes: Any) -> bpp.InstallResultData:
        return self.load(server.bind(self.one_time_key(server), self.card.memory.eid, **changes))


def result_of(data: bytes) -> bpp.InstallResultData:
    return bpp.InstallResultData.from_bytes(bpp.ProfileInstallationResult.from_bytes(data).data)


def make_issuer(folder: Path, clock: Clock, seed: int = 11) -> TestIssuer:
    return load_or_make_ci(folder, randomness=SeededRandomness(seed), clock=clock)


def _values(segments: list[bytes]) -> list[bytes]:
    return [tlv.read(segment)[1] for segment in segments]
