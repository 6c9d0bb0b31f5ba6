"""Mutual authentication and the preparation of a download (SGP.22 §5.7.5, §5.7.7, §5.7.13, §5.7.14).

What is signed is kept as its whole bytes (`…_signed1: bytes`, tag and length included) and read with `from_bytes` of
the message it is: a signature is checked over what was received, never over what was understood of it.
Signatures are raw r and s, 64 bytes (§2.6.7.2). Certificates are DER.
"""

# ruff: noqa: RUF009 - `tagged` makes a dataclass field, as `dataclasses.field` does

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar

from core.rsp.codecs import BOOLEAN, INTEGER, OCTETS, OID, SEQUENCE, TEXT, VERSION, Whole
from core.rsp.messages import EuiccInfo2
from core.rsp.schema import Message, Nested, tagged


class AuthenticateError(IntEnum):
    """Why the card does not trust the server (§5.7.13)."""

    INVALID_CERTIFICATE = 1
    INVALID_SIGNATURE = 2
    UNSUPPORTED_CURVE = 3
    NO_SESSION_CONTEXT = 4
    INVALID_OID = 5
    EUICC_CHALLENGE_MISMATCH = 6
    CI_PK_UNKNOWN = 7
    UNDEFINED = 127


class DownloadError(IntEnum):
    """Why the card does not prepare a download (§5.7.5)."""

    INVALID_CERTIFICATE = 1
    INVALID_SIGNATURE = 2
    UNSUPPORTED_CURVE = 3
    NO_SESSION_CONTEXT = 4
    INVALID_TRANSACTION_ID = 5
    UNDEFINED = 127


class CancelReason(IntEnum):
    """Why a session is given up (§5.7.14)."""

    END_USER_REJECTION = 0
    POSTPONED = 1
    TIMEOUT = 2
    PPR_NOT_ALLOWED = 3
    METADATA_MISMATCH = 4
    LOAD_BPP_EXECUTION_ERROR = 5
    UNDEFINED = 127


class CancelError(IntEnum):
    """Why a session cannot be given up (§5.7.14)."""

    INVALID_TRANSACTION_ID = 5
    UNDEFINED = 127


@dataclass(eq=False)
class GetEuiccChallenge(Message):
    """GetEuiccChallengeRequest (§5.7.7)."""

    TAG: ClassVar[int] = 0xBF2E


@dataclass(eq=False)
class EuiccChallenge(Message):
    """GetEuiccChallengeResponse: 16 bytes."""

    TAG: ClassVar[int] = 0xBF2E
    challenge: bytes = tagged(0x80, OCTETS)


@dataclass(eq=False)
class ServerSigned1(Message):
    """What the server signs to prove itself (§5.7.13)."""

    TAG: ClassVar[int] = 0x30
    transaction_id: bytes = tagged(0x80, OCTETS)
    euicc_challenge: bytes = tagged(0x81, OCTETS)
    server_address: str = tagged(0x83, TEXT)
    server_challenge: bytes = tagged(0x84, OCTETS)


@dataclass(eq=False)
class DeviceCapabilities(Message):
    """Highest release of each radio that the device supports (§4.2)."""

    TAG: ClassVar[int] = 0xA1
    gsm: str | None = tagged(0x80, VERSION, default=None)
    utran: str | None = tagged(0x81, VERSION, default=None)
    eutran: str | None = tagged(0x85, VERSION, default=None)


@dataclass(eq=False)
class DeviceInfo(Message):
    """The device around the card (§4.2): `tac` 4 bytes, `imei` 8, digits in swapped halves."""

    TAG: ClassVar[int] = 0xA1
    tac: bytes = tagged(0x80, OCTETS)
    capabilities: DeviceCapabilities = tagged(0xA1, Nested(DeviceCapabilities))
    imei: bytes | None = tagged(0x82, OCTETS, default=None)


@dataclass(eq=False, kw_only=True)
class ContextParameters(Message):
    """ctxParams1 for the common mutual authentication (§5.7.13)."""

    TAG: ClassVar[int] = 0xA0
    matching_id: str | None = tagged(0x80, TEXT, default=None)
    device: DeviceInfo = tagged(0xA1, Nested(DeviceInfo))


@dataclass(eq=False)
class AuthenticateServer(Message):
    """AuthenticateServerRequest (§5.7.13). `signed` is a whole `ServerSigned1`, `context` whole `ContextParameters`."""

    TAG: ClassVar[int] = 0xBF38
    signed: bytes = tagged(0x30, SEQUENCE)
    signature: bytes = tagged(0x5F37, OCTETS)
    ci_key_id: bytes = tagged(0x04, OCTETS)
    certificate: bytes = tagged(0x30, SEQUENCE)
    context: bytes = tagged(0xA0, Whole(0xA0))


@dataclass(eq=False)
class EuiccSigned1(Message):
    """What the card signs to prove itself (§5.7.13). `context` is the request's, byte for byte."""

    TAG: ClassVar[int] = 0x30
    transaction_id: bytes = tagged(0x80, OCTETS)
    server_address: str = tagged(0x83, TEXT)
    server_challenge: bytes = tagged(0x84, OCTETS)
    info2: EuiccInfo2 = tagged(0xBF22, Nested(EuiccInfo2))
    context: bytes = tagged(0xA0, Whole(0xA0))


@dataclass(eq=False)
class AuthenticateOk(Message):
    """AuthenticateResponseOk: `signed` is a whole `EuiccSigned1`, the signature is over it."""

    TAG: ClassVar[int] = 0xA0
    signed: bytes = tagged(0x30, SEQUENCE)
    signature: bytes = tagged(0x5F37, OCTETS)
    euicc_certificate: bytes = tagged(0x30, SEQUENCE)
    eum_certificate: bytes = tagged(0x30, SEQUENCE)


@dataclass(eq=False)
class SessionError(Message):
    """The error answer of AuthenticateServer and PrepareDownload: `code` by their own lists."""

    TAG: ClassVar[int] = 0xA1
    transaction_id: bytes = tagged(0x80, OCTETS)
    code: int = tagged(0x02, INTEGER)


@dataclass(eq=False)
class AuthenticateServerAnswer(Message):
    """AuthenticateServerResponse: one of both."""

    TAG: ClassVar[int] = 0xBF38
    ok: AuthenticateOk | None = tagged(0xA0, Nested(AuthenticateOk), default=None)
    error: SessionError | None = tagged(0xA1, Nested(SessionError), default=None)


@dataclass(eq=False)
class SmdpSigned2(Message):
    """What the SM-DP+ signs to start a download (§5.7.5). `euicc_otpk`: the card's key of an earlier try."""

    TAG: ClassVar[int] = 0x30
    transaction_id: bytes = tagged(0x80, OCTETS)
    confirmation_required: bool = tagged(0x01, BOOLEAN)
    euicc_otpk: bytes | None = tagged(0x5F49, OCTETS, default=None)


@dataclass(eq=False, kw_only=True)
class PrepareDownload(Message):
    """PrepareDownloadRequest (§5.7.5). `signed` is a whole `SmdpSigned2`.

    The signature is over `signed` and the TLV 5F37 of the card's signature in AuthenticateServerResponse.
    """

    TAG: ClassVar[int] = 0xBF21
    signed: bytes = tagged(0x30, SEQUENCE)
    signature: bytes = tagged(0x5F37, OCTETS)
    hash_cc: bytes | None = tagged(0x04, OCTETS, default=None)
    certificate: bytes = tagged(0x30, SEQUENCE)


@dataclass(eq=False)
class EuiccSigned2(Message):
    """What the card signs to accept the download: its one-time public key (65 bytes, uncompressed point)."""

    TAG: ClassVar[int] = 0x30
    transaction_id: bytes = tagged(0x80, OCTETS)
    euicc_otpk: bytes = tagged(0x5F49, OCTETS)
    hash_cc: bytes | None = tagged(0x04, OCTETS, default=None)


@dataclass(eq=False)
class PrepareDownloadOk(Message):
    """PrepareDownloadResponseOk: signature over `signed` and the TLV 5F37 of smdpSignature2."""

    TAG: ClassVar[int] = 0xA0
    signed: bytes = tagged(0x30, SEQUENCE)
    signature: bytes = tagged(0x5F37, OCTETS)


@dataclass(eq=False)
class PrepareDownloadAnswer(Message):
    """PrepareDownloadResponse: one of both."""

    TAG: ClassVar[int] = 0xBF21
    ok: PrepareDownloadOk | None = tagged(0xA0, Nested(PrepareDownloadOk), default=None)
    error: SessionError | None = tagged(0xA1, Nested(SessionError), default=None)


@dataclass(eq=False)
class CancelSession(Message):
    """CancelSessionRequest (§5.7.14)."""

    TAG: ClassVar[int] = 0xBF41
    transaction_id: bytes = tagged(0x80, OCTETS)
    reason: int = tagged(0x81, INTEGER)


@dataclass(eq=False)
class CancelSessionSigned(Message):
    """EuiccCancelSessionSigned."""

    TAG: ClassVar[int] = 0x30
    transaction_id: bytes = tagged(0x80, OCTETS)
    smdp_oid: str = tagged(0x81, OID)
    reason: int = tagged(0x82, INTEGER)


@dataclass(eq=False)
class CancelSessionOk(Message):
    """CancelSessionResponseOk: `signed` is a whole `CancelSessionSigned`, the signature is over it."""

    TAG: ClassVar[int] = 0xA0
    signed: bytes = tagged(0x30, SEQUENCE)
    signature: bytes = tagged(0x5F37, OCTETS)


@dataclass(eq=False)
class CancelSessionAnswer(Message):
    """CancelSessionResponse: one of both; `error` is a `CancelError`."""

    TAG: ClassVar[int] = 0xBF41
    ok: CancelSessionOk | None = tagged(0xA0, Nested(CancelSessionOk), default=None)
    error: int | None = tagged(0x81, INTEGER, default=None)
