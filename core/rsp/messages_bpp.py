"""The bound profile package and what comes of loading it (SGP.22 §2.5, §5.5, §5.7.6)."""

# ruff: noqa: RUF009 - `tagged` makes a dataclass field, as `dataclasses.field` does

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import ClassVar

from core.rsp import tlv
from core.rsp.codecs import BITS, ICCID, INTEGER, OCTETS, OID, TEXT, Whole
from core.rsp.messages import NotificationConfiguration, NotificationMetadata
from core.rsp.schema import ListOf, Message, Nested, tagged

INSTALL_BOUND_PROFILE_PACKAGE = 1
"""The one RemoteOpId there is (§5.5.1)."""
KEY_TYPE_AES, KEY_LENGTH = b"\x88", b"\x10"


class BppCommand(IntEnum):
    """The step of the package that failed (§2.5.6)."""

    INITIALISE_SECURE_CHANNEL = 0
    CONFIGURE_ISDP = 1
    STORE_METADATA = 2
    STORE_METADATA_2 = 3
    REPLACE_SESSION_KEYS = 4
    LOAD_PROFILE_ELEMENTS = 5


class InstallError(IntEnum):
    """ErrorReason (§2.5.6)."""

    INCORRECT_INPUT = 1
    INVALID_SIGNATURE = 2
    INVALID_TRANSACTION_ID = 3
    UNSUPPORTED_CRT = 4
    UNSUPPORTED_REMOTE_OPERATION = 5
    UNSUPPORTED_PROFILE_CLASS = 6
    SCP03T_STRUCTURE = 7
    SCP03T_SECURITY = 8
    ICCID_ALREADY_EXISTS = 9
    INSUFFICIENT_MEMORY = 10
    INTERRUPTION = 11
    PROFILE_ELEMENT_PROCESSING = 12
    DATA_MISMATCH = 13
    TEST_PROFILE_INVALID_NAA_KEY = 14
    PPR_NOT_ALLOWED = 15
    UNKNOWN = 127


@dataclass(eq=False)
class ControlReference(Message):
    """ControlRefTemplate: AES with 16 bytes, and who the host is (§5.5.1)."""

    TAG: ClassVar[int] = 0xA6
    key_type: bytes = tagged(0x80, OCTETS)
    key_length: bytes = tagged(0x81, OCTETS)
    host_id: bytes = tagged(0x84, OCTETS)


@dataclass(eq=False)
class InitialiseSecureChannel(Message):
    """InitialiseSecureChannelRequest (§5.5.1). The signature is over `signed_part`."""

    TAG: ClassVar[int] = 0xBF23
    remote_operation: int = tagged(0x82, INTEGER)
    transaction_id: bytes = tagged(0x80, OCTETS)
    control_reference: ControlReference = tagged(0xA6, Nested(ControlReference))
    smdp_otpk: bytes = tagged(0x5F49, OCTETS)
    signature: bytes = tagged(0x5F37, OCTETS, default=b"")

    def signed_part(self, euicc_otpk: bytes) -> bytes:
        """The four first fields as TLVs, and the card's one-time key (65 bytes) as the TLV 5F49."""
        unsigned = replace(self, signature=b"").value_bytes().removesuffix(tlv.encode(0x5F37, b""))
        return unsigned + tlv.encode(0x5F49, euicc_otpk)


@dataclass(eq=False)
class ConfigureIsdp(Message):
    """ConfigureISDPRequest (§5.5.2)."""

    TAG: ClassVar[int] = 0xBF24
    proprietary: bytes | None = tagged(0xB8, OCTETS, default=None)


@dataclass(eq=False)
class OperatorId(Message):
    """Who owns a profile: MCC and MNC in 3 bytes, group identifiers if any (§4.1)."""

    TAG: ClassVar[int] = 0x30
    plmn: bytes = tagged(0x80, OCTETS)
    gid1: bytes | None = tagged(0x81, OCTETS, default=None)
    gid2: bytes | None = tagged(0x82, OCTETS, default=None)


@dataclass(eq=False)
class StoreMetadata(Message):
    """StoreMetadataRequest (§5.5.3); also the profileMetadata of ES9+ AuthenticateClient. No class is operational."""

    TAG: ClassVar[int] = 0xBF25
    iccid: str = tagged(0x5A, ICCID)
    provider: str = tagged(0x91, TEXT)
    name: str = tagged(0x92, TEXT)
    icon_type: int | None = tagged(0x93, INTEGER, default=None)
    icon: bytes | None = tagged(0x94, OCTETS, default=None)
    profile_class: int | None = tagged(0x95, INTEGER, default=None)
    notifications: list[NotificationConfiguration] | None = tagged(
        0xB6, ListOf(0x30, Nested(NotificationConfiguration)), default=None
    )
    owner: OperatorId | None = tagged(0xB7, Nested(OperatorId), default=None)
    rules: frozenset[int] | None = tagged(0x99, BITS, default=None)


@dataclass(eq=False)
class ReplaceSessionKeys(Message):
    """ReplaceSessionKeysRequest (§5.5.4): the protected package's own keys, 16 bytes each."""

    TAG: ClassVar[int] = 0xBF26
    chaining_value: bytes = tagged(0x80, OCTETS)
    encryption_key: bytes = tagged(0x81, OCTETS)
    mac_key: bytes = tagged(0x82, OCTETS)


@dataclass(eq=False, kw_only=True)
class BoundProfilePackage(Message):
    """§2.5.4: the secure channel's beginning, then runs of protected segments (the values of 87, 88, 87, 86)."""

    TAG: ClassVar[int] = 0xBF36
    secure_channel: bytes = tagged(0xBF23, Whole(0xBF23))
    configure: list[bytes] = tagged(0xA0, ListOf(0x87, OCTETS))
    metadata: list[bytes] = tagged(0xA1, ListOf(0x88, OCTETS))
    replace_keys: list[bytes] | None = tagged(0xA2, ListOf(0x87, OCTETS), default=None)
    elements: list[bytes] = tagged(0xA3, ListOf(0x86, OCTETS))


@dataclass(eq=False)
class InstallSuccess(Message):
    """SuccessResult: the AID of the new ISD-P and the EUICCResponse of the package's interpreter."""

    TAG: ClassVar[int] = 0xA0
    aid: bytes = tagged(0x4F, OCTETS)
    sima_response: bytes = tagged(0x04, OCTETS)


@dataclass(eq=False)
class InstallFailure(Message):
    """ErrorResult: `command` is a `BppCommand`, `reason` an `InstallError`."""

    TAG: ClassVar[int] = 0xA1
    command: int = tagged(0x80, INTEGER)
    reason: int = tagged(0x81, INTEGER)
    sima_response: bytes | None = tagged(0x82, OCTETS, default=None)


@dataclass(eq=False)
class FinalResult(Message):
    """One of both."""

    TAG: ClassVar[int] = 0xA2
    success: InstallSuccess | None = tagged(0xA0, Nested(InstallSuccess), default=None)
    failure: InstallFailure | None = tagged(0xA1, Nested(InstallFailure), default=None)


@dataclass(eq=False, kw_only=True)
class InstallResultData(Message):
    """ProfileInstallationResultData (§2.5.6)."""

    TAG: ClassVar[int] = 0xBF27
    transaction_id: bytes = tagged(0x80, OCTETS)
    notification: NotificationMetadata = tagged(0xBF2F, Nested(NotificationMetadata))
    smdp_oid: str | None = tagged(0x06, OID, default=None)
    result: FinalResult = tagged(0xA2, Nested(FinalResult))


@dataclass(eq=False)
class ProfileInstallationResult(Message):
    """§2.5.6. `data` is a whole `InstallResultData`, the signature is over it."""

    TAG: ClassVar[int] = 0xBF37
    data: bytes = tagged(0xBF27, Whole(0xBF27))
    signature: bytes = tagged(0x5F37, OCTETS)
