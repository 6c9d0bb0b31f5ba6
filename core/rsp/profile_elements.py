"""Profile elements of an unprotected profile package, as the TCA (SIMalliance) interoperable format tags them.

Only what the bench writes and reads is declared; ASN.1 with automatic tags, PEs told apart by their own context tag.
A file is its FCP where the template's is not enough, and its content. OIDs are their value bytes.
"""

# ruff: noqa: RUF009 - `tagged` makes a dataclass field, as `dataclasses.field` does

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from core.rsp.codecs import ICCID, INTEGER, OCTETS, TEXT
from core.rsp.schema import ListOf, Message, Nested, tagged

TEMPLATE_MF = bytes.fromhex("67810F010201")
TEMPLATE_USIM = bytes.fromhex("67810F010204")
TEMPLATE_OPTIONAL_USIM = bytes.fromhex("67810F010205")
"""Templates 2.23.143.1.2.x: default files of MF, USIM and the USIM's optional files."""
MILENAGE = 1
"""Algorithm of AKAParameter (TS 35.206)."""
PIN_1, PUK_1, ADM_1 = 0x01, 0x01, 0x0A
"""Key references (TS 102 221 §9.5.1)."""


@dataclass(eq=False)
class ElementHeader(Message):
    """PEHeader; `mandated` is there (empty) when the card must not skip the element."""

    TAG: ClassVar[int] = 0xA0
    identification: int = tagged(0x81, INTEGER)
    mandated: bytes | None = tagged(0x80, OCTETS, default=None)


@dataclass(eq=False)
class FileContent(Message):
    """File: parameters and content. Content in several pieces follows on."""

    TAG: ClassVar[int] = 0x30
    parameters: bytes | None = tagged(0xA1, OCTETS, default=None)
    content: list[bytes] = tagged(0x83, OCTETS, many=True)

    @property
    def data(self) -> bytes:
        """The whole content."""
        return b"".join(self.content)


@dataclass(eq=False, kw_only=True)
class ProfileHeader(Message):
    """Always the first element: format version, type, ICCID, services the card must have."""

    TAG: ClassVar[int] = 0xA0
    major: int = tagged(0x80, INTEGER)
    minor: int = tagged(0x81, INTEGER)
    profile_type: str = tagged(0x82, TEXT, default="")
    iccid: str = tagged(0x83, ICCID)
    services: bytes = tagged(0xA5, OCTETS, default=b"")
    templates: list[bytes] = tagged(0xA6, ListOf(0x06, OCTETS))


@dataclass(eq=False, kw_only=True)
class MasterFile(Message):
    """PE-MF."""

    TAG: ClassVar[int] = 0xB0
    header: ElementHeader = tagged(0xA0, Nested(ElementHeader))
    template: bytes = tagged(0x81, OCTETS)
    mf: FileContent = tagged(0xA2, Nested(FileContent))
    ef_iccid: FileContent = tagged(0xA4, Nested(FileContent))
    ef_dir: FileContent = tagged(0xA5, Nested(FileContent))


@dataclass(eq=False, kw_only=True)
class PinCode(Message):
    """PINConfiguration: 8 bytes padded with FF, the PUK that frees it, tries in both halves of a byte."""

    TAG: ClassVar[int] = 0x30
    reference: int = tagged(0x80, INTEGER)
    value: bytes = tagged(0x81, OCTETS)
    unblocking: int | None = tagged(0x82, INTEGER, default=None)
    attributes: int = tagged(0x83, INTEGER, default=7)
    tries: int = tagged(0x84, INTEGER, default=0x33)


@dataclass(eq=False)
class PinCodes(Message):
    """PE-PINCodes; the codes are in a CHOICE, hence one tag more."""

    TAG: ClassVar[int] = 0xA2
    header: ElementHeader = tagged(0xA0, Nested(ElementHeader))
    configuration: bytes = tagged(0xA1, OCTETS)

    @property
    def codes(self) -> list[PinCode]:
        """The codes given here; none when they are those of another directory."""
        return list(_PIN_LIST.decode(self.configuration)[0]) if self.configuration[:1] == b"\xa0" else []


@dataclass(eq=False, kw_only=True)
class PukCode(Message):
    """PUKConfiguration: 8 digits, tries in both halves of a byte."""

    TAG: ClassVar[int] = 0x30
    reference: int = tagged(0x80, INTEGER)
    value: bytes = tagged(0x81, OCTETS)
    tries: int = tagged(0x82, INTEGER, default=0xAA)


@dataclass(eq=False)
class PukCodes(Message):
    """PE-PUKCodes."""

    TAG: ClassVar[int] = 0xA3
    header: ElementHeader = tagged(0xA0, Nested(ElementHeader))
    codes: list[PukCode] = tagged(0xA1, ListOf(0x30, Nested(PukCode)))


@dataclass(eq=False, kw_only=True)
class Algorithm(Message):
    """AlgoParameter: 16 bytes each for K and OPc."""

    TAG: ClassVar[int] = 0xA1
    algorithm: int = tagged(0x80, INTEGER)
    options: bytes = tagged(0x81, OCTETS)
    key: bytes = tagged(0x82, OCTETS)
    opc: bytes = tagged(0x83, OCTETS)


@dataclass(eq=False)
class AkaParameter(Message):
    """PE-AKAParameter with the algorithm given, not taken from another NAA."""

    TAG: ClassVar[int] = 0xA4
    header: ElementHeader = tagged(0xA0, Nested(ElementHeader))
    configuration: list[Algorithm] = tagged(0xA1, ListOf(0xA1, Nested(Algorithm)))


@dataclass(eq=False, kw_only=True)
class Usim(Message):
    """PE-USIM."""

    TAG: ClassVar[int] = 0xB3
    header: ElementHeader = tagged(0xA0, Nested(ElementHeader))
    template: bytes = tagged(0x81, OCTETS)
    adf: FileContent = tagged(0xA2, Nested(FileContent))
    ef_imsi: FileContent = tagged(0xA3, Nested(FileContent))
    ef_ust: FileContent | None = tagged(0xA8, Nested(FileContent), default=None)
    ef_spn: FileContent | None = tagged(0xAD, Nested(FileContent), default=None)
    ef_acc: FileContent | None = tagged(0xB2, Nested(FileContent), default=None)
    ef_ad: FileContent | None = tagged(0xB5, Nested(FileContent), default=None)
    ef_ecc: FileContent | None = tagged(0xB6, Nested(FileContent), default=None)


@dataclass(eq=False, kw_only=True)
class OptionalUsim(Message):
    """PE-OPT-USIM."""

    TAG: ClassVar[int] = 0xB4
    header: ElementHeader = tagged(0xA0, Nested(ElementHeader))
    template: bytes = tagged(0x81, OCTETS)
    ef_msisdn: FileContent | None = tagged(0xA7, Nested(FileContent), default=None)


@dataclass(eq=False)
class NonStandard(Message):
    """PE-NonStandard: whatever an issuer likes; cards of others skip it."""

    TAG: ClassVar[int] = 0xA9
    header: ElementHeader = tagged(0xA0, Nested(ElementHeader))
    issuer: bytes = tagged(0x81, OCTETS)
    content: bytes = tagged(0x82, OCTETS)


@dataclass(eq=False)
class End(Message):
    """PE-End: always the last element."""

    TAG: ClassVar[int] = 0xAA
    header: ElementHeader = tagged(0xA0, Nested(ElementHeader))


_PIN_LIST = ListOf(0xA0, ListOf(0x30, Nested(PinCode)))
