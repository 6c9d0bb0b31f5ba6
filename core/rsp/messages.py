"""The ES10 messages of SGP.22 v2.x §5.7 that the bench uses, and its identifiers."""

# ruff: noqa: RUF009 - `tagged` makes a dataclass field, as `dataclasses.field` does

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar

from core.rsp.codecs import BITS, BOOLEAN, HEX_DIGITS, ICCID, INTEGER, OCTETS, TAG_LIST, TEXT, VERSION
from core.rsp.schema import ListOf, Message, Nested, tagged

ISD_R = bytes.fromhex("A0000005591010FFFFFFFF8900000100")
ECASD = bytes.fromhex("A0000005591010FFFFFFFF8900000200")
ISD_P_PREFIX = bytes.fromhex("A0000005591010FFFFFFFF89")
USIM = bytes.fromhex("A0000000871002")
ISD_R_AIDS: tuple[bytes, ...] = (
    ISD_R,
    bytes.fromhex("A0000005591010FFFFFFFF8900050500"),
    bytes.fromhex("A0000005591010000000008900000300"),
)
"""The standard's ISD-R (SGP.02 §2.2.3) and two that removable cards in the field use instead."""


class Operation(IntEnum):
    """Bits of NotificationEvent (SGP.22 §4.1.1.11)."""

    INSTALL = 0
    ENABLE = 1
    DISABLE = 2
    DELETE = 3


class ProfileClass(IntEnum):
    """SGP.22 §5.7.15."""

    TEST = 0
    PROVISIONING = 1
    OPERATIONAL = 2


class Result(IntEnum):
    """Results of enable, disable, delete and nickname (SGP.22 §5.7.16 to §5.7.21)."""

    OK = 0
    NOT_FOUND = 1
    WRONG_STATE = 2
    POLICY = 3
    WRONG_REENABLING = 4
    CAT_BUSY = 5
    UNDEFINED = 127


@dataclass(eq=False)
class GetEid(Message):
    """GetEuiccDataRequest (§5.7.20)."""

    TAG: ClassVar[int] = 0xBF3E
    tags: list[int] | None = tagged(0x5C, TAG_LIST, default=None)


@dataclass(eq=False)
class EidAnswer(Message):
    """GetEuiccDataResponse."""

    TAG: ClassVar[int] = 0xBF3E
    eid: str = tagged(0x5A, HEX_DIGITS)


@dataclass(eq=False)
class EuiccInfo1(Message):
    """§5.7.8. The lists hold subject key identifiers of the certificate issuers that the card trusts."""

    TAG: ClassVar[int] = 0xBF20
    svn: str = tagged(0x82, VERSION)
    ci_for_verification: list[bytes] = tagged(0xA9, ListOf(0x04, OCTETS))
    ci_for_signing: list[bytes] = tagged(0xAA, ListOf(0x04, OCTETS))


@dataclass(eq=False)
class CardResource(Message):
    """Extended card resources (TS 102 226 §8.2.1.7.2): sizes in bytes."""

    TAG: ClassVar[int] = 0x84
    applications: int | None = tagged(0x81, INTEGER, default=None)
    free_nvm: int | None = tagged(0x82, INTEGER, default=None)
    free_ram: int | None = tagged(0x83, INTEGER, default=None)


@dataclass(eq=False, kw_only=True)
class EuiccInfo2(Message):
    """§5.7.8."""

    TAG: ClassVar[int] = 0xBF22
    profile_version: str = tagged(0x81, VERSION)
    svn: str = tagged(0x82, VERSION)
    firmware: str = tagged(0x83, VERSION)
    resource: CardResource = tagged(0x84, Nested(CardResource))
    uicc_capability: frozenset[int] = tagged(0x85, BITS, default=frozenset())
    javacard_version: str | None = tagged(0x86, VERSION, default=None)
    globalplatform_version: str | None = tagged(0x87, VERSION, default=None)
    rsp_capability: frozenset[int] = tagged(0x88, BITS, default=frozenset())
    ci_for_verification: list[bytes] = tagged(0xA9, ListOf(0x04, OCTETS))
    ci_for_signing: list[bytes] = tagged(0xAA, ListOf(0x04, OCTETS))
    category: int | None = tagged(0x8B, INTEGER, default=None)
    forbidden_rules: frozenset[int] | None = tagged(0x99, BITS, default=None)
    protection_profile: str = tagged(0x04, VERSION, default="0.0.0")
    accreditation: str = tagged(0x0C, TEXT, default="")


@dataclass(eq=False)
class NotificationConfiguration(Message):
    """Which operations of a profile are reported, and to whom (§5.7.15)."""

    TAG: ClassVar[int] = 0x30
    operations: frozenset[int] = tagged(0x80, BITS)
    address: str = tagged(0x81, TEXT)


@dataclass(eq=False)
class ProfileInfo(Message):
    """§5.7.15. Everything may be missing: the asker names the tags it wants."""

    TAG: ClassVar[int] = 0xE3
    iccid: str | None = tagged(0x5A, ICCID, default=None)
    aid: bytes | None = tagged(0x4F, OCTETS, default=None)
    state: int | None = tagged(0x9F70, INTEGER, default=None)
    nickname: str | None = tagged(0x90, TEXT, default=None)
    provider: str | None = tagged(0x91, TEXT, default=None)
    name: str | None = tagged(0x92, TEXT, default=None)
    icon_type: int | None = tagged(0x93, INTEGER, default=None)
    icon: bytes | None = tagged(0x94, OCTETS, default=None)
    profile_class: int | None = tagged(0x95, INTEGER, default=None)
    notifications: list[NotificationConfiguration] | None = tagged(
        0xB6, ListOf(0x30, Nested(NotificationConfiguration)), default=None
    )
    owner: bytes | None = tagged(0xB7, OCTETS, default=None)
    rules: frozenset[int] | None = tagged(0x99, BITS, default=None)


@dataclass(eq=False)
class ProfileSearch(Message):
    """Search criterion of GetProfilesInfo: one of the three."""

    TAG: ClassVar[int] = 0xA0
    aid: bytes | None = tagged(0x4F, OCTETS, default=None)
    iccid: str | None = tagged(0x5A, ICCID, default=None)
    profile_class: int | None = tagged(0x95, INTEGER, default=None)


@dataclass(eq=False)
class GetProfilesInfo(Message):
    """ProfileInfoListRequest (§5.7.15)."""

    TAG: ClassVar[int] = 0xBF2D
    search: ProfileSearch | None = tagged(0xA0, Nested(ProfileSearch), default=None)
    tags: list[int] | None = tagged(0x5C, TAG_LIST, default=None)


@dataclass(eq=False)
class ProfilesAnswer(Message):
    """ProfileInfoListResponse; `error` instead of `profiles`."""

    TAG: ClassVar[int] = 0xBF2D
    profiles: list[ProfileInfo] | None = tagged(0xA0, ListOf(0xE3, Nested(ProfileInfo)), default=None)
    error: int | None = tagged(0x81, INTEGER, default=None)


@dataclass(eq=False)
class ProfileIdentifier(Message):
    """A profile by ICCID or by the AID of its ISD-P."""

    TAG: ClassVar[int] = 0xA0
    aid: bytes | None = tagged(0x4F, OCTETS, default=None)
    iccid: str | None = tagged(0x5A, ICCID, default=None)


@dataclass(eq=False)
class EnableProfile(Message):
    """EnableProfileRequest (§5.7.16). `refresh_as_universal` is how some clients code the flag."""

    TAG: ClassVar[int] = 0xBF31
    profile: ProfileIdentifier = tagged(0xA0, Nested(ProfileIdentifier))
    refresh: bool | None = tagged(0x81, BOOLEAN, default=None)
    refresh_as_universal: bool | None = tagged(0x01, BOOLEAN, default=None)


@dataclass(eq=False)
class DisableProfile(EnableProfile):
    """DisableProfileRequest (§5.7.17)."""

    TAG: ClassVar[int] = 0xBF32


@dataclass(eq=False)
class SetNickname(Message):
    """SetNicknameRequest (§5.7.21); at most 64 bytes of UTF-8."""

    TAG: ClassVar[int] = 0xBF29
    iccid: str = tagged(0x5A, ICCID)
    nickname: str = tagged(0x90, TEXT)


@dataclass(eq=False)
class EnableAnswer(Message):
    """EnableProfileResponse."""

    TAG: ClassVar[int] = 0xBF31
    result: int = tagged(0x80, INTEGER)


@dataclass(eq=False)
class DisableAnswer(EnableAnswer):
    """DisableProfileResponse."""

    TAG: ClassVar[int] = 0xBF32


@dataclass(eq=False)
class NicknameAnswer(EnableAnswer):
    """SetNicknameResponse."""

    TAG: ClassVar[int] = 0xBF29


@dataclass(eq=False)
class NotificationMetadata(Message):
    """§5.7.9: one operation on one profile, and the server that wants to know."""

    TAG: ClassVar[int] = 0xBF2F
    sequence: int = tagged(0x80, INTEGER)
    operation: frozenset[int] = tagged(0x81, BITS)
    address: str = tagged(0x0C, TEXT)
    iccid: str | None = tagged(0x5A, ICCID, default=None)


@dataclass(eq=False)
class ListNotifications(Message):
    """ListNotificationRequest (§5.7.9); without `operations` all."""

    TAG: ClassVar[int] = 0xBF28
    operations: frozenset[int] | None = tagged(0x81, BITS, default=None)


@dataclass(eq=False)
class NotificationsAnswer(Message):
    """ListNotificationResponse."""

    TAG: ClassVar[int] = 0xBF28
    notifications: list[NotificationMetadata] | None = tagged(
        0xA0, ListOf(0xBF2F, Nested(NotificationMetadata)), default=None
    )
    error: int | None = tagged(0x81, INTEGER, default=None)


@dataclass(eq=False)
class NotificationSearch(Message):
    """By number or by operations (§5.7.10)."""

    TAG: ClassVar[int] = 0xA0
    sequence: int | None = tagged(0x80, INTEGER, default=None)
    operations: frozenset[int] | None = tagged(0x81, BITS, default=None)


@dataclass(eq=False)
class RetrieveNotifications(Message):
    """RetrieveNotificationsListRequest (§5.7.10)."""

    TAG: ClassVar[int] = 0xBF2B
    search: NotificationSearch | None = tagged(0xA0, Nested(NotificationSearch), default=None)


@dataclass(eq=False)
class RetrievedNotifications(Message):
    """RetrieveNotificationsListResponse; `pending` is a run of `BF37` and `30` TLVs, kept as signed bytes."""

    TAG: ClassVar[int] = 0xBF2B
    pending: bytes | None = tagged(0xA0, OCTETS, default=None)
    error: int | None = tagged(0x81, INTEGER, default=None)


@dataclass(eq=False)
class OtherSignedNotification(Message):
    """§5.7.10: the signature is over the whole `BF2F`."""

    TAG: ClassVar[int] = 0x30
    metadata: NotificationMetadata = tagged(0xBF2F, Nested(NotificationMetadata))
    signature: bytes = tagged(0x5F37, OCTETS)
    certificates: list[bytes] = tagged(0x30, OCTETS, many=True)


@dataclass(eq=False)
class RemoveNotification(Message):
    """NotificationSentRequest (§5.7.11)."""

    TAG: ClassVar[int] = 0xBF30
    sequence: int = tagged(0x80, INTEGER)


@dataclass(eq=False)
class RemoveAnswer(EnableAnswer):
    """NotificationSentResponse: 0 ok, 1 nothing to delete."""

    TAG: ClassVar[int] = 0xBF30
