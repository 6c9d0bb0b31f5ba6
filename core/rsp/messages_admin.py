"""What else a local profile assistant asks of the card: delete, reset, addresses, rules (SGP.22 §5.7)."""

# ruff: noqa: RUF009 - `tagged` makes a dataclass field, as `dataclasses.field` does

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar

from core.rsp.codecs import BITS, ICCID, OCTETS, TEXT
from core.rsp.messages import EnableAnswer
from core.rsp.messages_bpp import OperatorId
from core.rsp.schema import ListOf, Message, Nested, tagged


class ResetOption(IntEnum):
    """Bits of EuiccMemoryReset (§5.7.19)."""

    OPERATIONAL_PROFILES = 0
    FIELD_LOADED_TEST_PROFILES = 1
    DEFAULT_SMDP_ADDRESS = 2


class ResetResult(IntEnum):
    """§5.7.19."""

    OK = 0
    NOTHING_TO_DELETE = 1
    CAT_BUSY = 5
    UNDEFINED = 127


@dataclass(eq=False)
class DeleteProfile(Message):
    """DeleteProfileRequest (§5.7.18): one of both."""

    TAG: ClassVar[int] = 0xBF33
    aid: bytes | None = tagged(0x4F, OCTETS, default=None)
    iccid: str | None = tagged(0x5A, ICCID, default=None)


@dataclass(eq=False)
class DeleteAnswer(EnableAnswer):
    """DeleteProfileResponse."""

    TAG: ClassVar[int] = 0xBF33


@dataclass(eq=False)
class MemoryReset(Message):
    """EuiccMemoryResetRequest (§5.7.19)."""

    TAG: ClassVar[int] = 0xBF34
    options: frozenset[int] = tagged(0x82, BITS)


@dataclass(eq=False)
class MemoryResetAnswer(EnableAnswer):
    """EuiccMemoryResetResponse: a `ResetResult`."""

    TAG: ClassVar[int] = 0xBF34


@dataclass(eq=False)
class GetConfiguredAddresses(Message):
    """EuiccConfiguredAddressesRequest (§5.7.3)."""

    TAG: ClassVar[int] = 0xBF3C


@dataclass(eq=False, kw_only=True)
class ConfiguredAddresses(Message):
    """EuiccConfiguredAddressesResponse: names of servers, without ports."""

    TAG: ClassVar[int] = 0xBF3C
    default_smdp: str | None = tagged(0x80, TEXT, default=None)
    root_smds: str = tagged(0x81, TEXT)


@dataclass(eq=False)
class SetDefaultSmdpAddress(Message):
    """SetDefaultDpAddressRequest (§5.7.4); an empty name takes it away."""

    TAG: ClassVar[int] = 0xBF3F
    address: str = tagged(0x80, TEXT)


@dataclass(eq=False)
class SetDefaultSmdpAnswer(EnableAnswer):
    """SetDefaultDpAddressResponse: 0 ok, 127 undefined."""

    TAG: ClassVar[int] = 0xBF3F


@dataclass(eq=False)
class GetRat(Message):
    """GetRatRequest (§5.7.22)."""

    TAG: ClassVar[int] = 0xBF43


@dataclass(eq=False)
class AuthorisationRule(Message):
    """ProfilePolicyAuthorisationRule (§2.9.2.1): `rules` may be set by these operators; flag bit 0: with consent."""

    TAG: ClassVar[int] = 0x30
    rules: frozenset[int] = tagged(0x80, BITS)
    operators: list[OperatorId] = tagged(0xA1, ListOf(0x30, Nested(OperatorId)))
    flags: frozenset[int] = tagged(0x82, BITS)


@dataclass(eq=False)
class RatAnswer(Message):
    """GetRatResponse."""

    TAG: ClassVar[int] = 0xBF43
    rules: list[AuthorisationRule] = tagged(0xA0, ListOf(0x30, Nested(AuthorisationRule)))
