"""An unprotected profile package (UPP): written out of its facts, and read again as far as the bench uses it."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.rsp import tlv
from core.rsp.iccid import encode_iccid, encode_imsi, swap_digits, unswap_digits
from core.rsp.messages import USIM
from core.rsp.profile_elements import (
    MILENAGE,
    PIN_1,
    PUK_1,
    TEMPLATE_MF,
    TEMPLATE_OPTIONAL_USIM,
    TEMPLATE_USIM,
    AkaParameter,
    Algorithm,
    ElementHeader,
    End,
    FileContent,
    MasterFile,
    NonStandard,
    OptionalUsim,
    PinCode,
    PinCodes,
    ProfileHeader,
    PukCode,
    PukCodes,
    Usim,
)
from core.rsp.schema import Message
from core.rsp.tlv import TlvError

MAJOR, MINOR = 2, 3
"""Version of the interoperable format that is written; readers accept each 2.x (and 3.x, which added elements)."""
ISSUER = bytes.fromhex("883703")
"""2.999.3, under the arc for examples (X.660)."""


@dataclass(frozen=True)
class Package:
    """What is in a profile. Keys are 16 bytes, `pin` and `puk` digits; `filler` is how many bytes of no meaning."""

    iccid: str
    imsi: str
    profile_type: str = ""
    provider: str = ""
    msisdn: str = ""
    key: bytes = field(default=b"", repr=False)
    opc: bytes = field(default=b"", repr=False)
    pin: str = field(default="", repr=False)
    puk: str = field(default="", repr=False)
    filler: int = 0


def write_package(package: Package) -> bytes:
    """The profile elements one after the other: header, MF, PUK, PIN, USIM and its options, keys, filler, end."""
    elements: list[Message] = [
        ProfileHeader(
            major=MAJOR,
            minor=MINOR,
            profile_type=package.profile_type,
            iccid=package.iccid,
            services=tlv.encode(0x81, b"") + tlv.encode(0x84, b""),  # usim, milenage
            templates=[TEMPLATE_MF, TEMPLATE_USIM],
        )
    ]

    def header() -> ElementHeader:
        return ElementHeader(len(elements), b"")

    elements.append(
        MasterFile(
            header=header(),
            template=TEMPLATE_MF,
            mf=FileContent(),
            ef_iccid=_file(encode_iccid(package.iccid)),
            ef_dir=_file(tlv.encode(0x61, tlv.encode(0x4F, USIM) + tlv.encode(0x50, b"USIM"))),
        )
    )
    if package.puk:
        elements.append(PukCodes(header(), [PukCode(reference=PUK_1, value=package.puk.encode())]))
    if package.pin:
        pin = PinCode(reference=PIN_1, value=package.pin.encode().ljust(8, b"\xff"), unblocking=PUK_1)
        elements.append(PinCodes(header(), tlv.encode(0xA0, pin.to_bytes())))
    elements.append(
        Usim(
            header=header(),
            template=TEMPLATE_USIM,
            adf=FileContent(tlv.encode(0x84, USIM)),
            ef_imsi=_file(encode_imsi(package.imsi)),
            ef_ust=_file(bytes.fromhex("0200040000")),
            ef_spn=_file(b"\x01" + package.provider.encode("ascii", "replace")[:16].ljust(16, b"\xff")),
            ef_acc=_file((1 << int(package.imsi[-1])).to_bytes(2, "big")),
            ef_ad=_file(bytes((0, 0, 0, 2))),
            ef_ecc=_file(bytes.fromhex("11F2FF00")),
        )
    )
    if package.msisdn:
        options = OptionalUsim(
            header=header(), template=TEMPLATE_OPTIONAL_USIM, ef_msisdn=_file(_dialling_number(package.msisdn))
        )
        elements.append(options)
    algorithm = Algorithm(algorithm=MILENAGE, options=b"\x01", key=package.key, opc=package.opc)
    elements.append(AkaParameter(header(), [algorithm]))
    if package.filler:
        elements.append(NonStandard(ElementHeader(len(elements)), ISSUER, bytes(package.filler)))
    elements.append(End(header()))
    return b"".join(element.to_bytes() for element in elements)


def read_package(data: bytes) -> Package:
    """What is in the elements; those of no interest here are skipped.

    Raises `TlvError`: malformed, no header first, no end last, ICCIDs that differ, no USIM or no key.
    """
    elements = list(tlv.items(data))
    if not elements or elements[0][0] != ProfileHeader.TAG or elements[-1][0] != End.TAG:
        raise TlvError("a profile package begins with its header and ends with its end")
    header = ProfileHeader.from_value(elements[0][1])
    if sum(tag in (ProfileHeader.TAG, End.TAG) for tag, _ in elements) != 2:
        raise TlvError("more than one profile")
    first: dict[int, bytes] = {}
    for tag, value in elements[1:]:
        first.setdefault(tag, value)
    if header.major not in (2, 3) or not {MasterFile.TAG, Usim.TAG, AkaParameter.TAG} <= set(first):
        raise TlvError("not a profile with a USIM")
    files = MasterFile.from_value(first[MasterFile.TAG])
    usim = Usim.from_value(first[Usim.TAG])
    algorithms = AkaParameter.from_value(first[AkaParameter.TAG]).configuration
    if unswap_digits(files.ef_iccid.data) != header.iccid:
        raise TlvError("the ICCIDs of header and file differ")
    if not algorithms or len(algorithms[0].key) != 16 or len(algorithms[0].opc) != 16:
        raise TlvError("no key for the USIM")
    options = OptionalUsim.from_value(first.get(OptionalUsim.TAG, _NO_OPTIONS)).ef_msisdn
    pins = PinCodes.from_value(first[PinCodes.TAG]).codes if PinCodes.TAG in first else []
    puks = PukCodes.from_value(first[PukCodes.TAG]).codes if PukCodes.TAG in first else []
    filler = first.get(NonStandard.TAG)
    return Package(
        iccid=header.iccid,
        imsi=_read_imsi(usim.ef_imsi.data),
        profile_type=header.profile_type,
        provider=_text(usim.ef_spn.data[1:]) if usim.ef_spn else "",
        msisdn=_read_dialling_number(options.data) if options else "",
        key=algorithms[0].key,
        opc=algorithms[0].opc,
        pin=next((_text(pin.value) for pin in pins if pin.reference == PIN_1), ""),
        puk=next((_text(puk.value) for puk in puks if puk.reference == PUK_1), ""),
        filler=len(NonStandard.from_value(filler).content) if filler is not None else 0,
    )


_NO_OPTIONS = OptionalUsim(header=ElementHeader(0), template=TEMPLATE_OPTIONAL_USIM).value_bytes()


def _file(content: bytes) -> FileContent:
    return FileContent(content=[content])


def _read_imsi(data: bytes) -> str:
    digits = unswap_digits(data[1 : 1 + data[0]])[1:] if data else ""
    if not (6 <= len(digits) <= 15 and digits.isdigit()):
        raise TlvError("EF.IMSI holds no IMSI")
    return digits


def _dialling_number(number: str) -> bytes:
    """One record of EF.MSISDN without a name (TS 31.102 §4.2.26): unknown type, digits in swapped halves."""
    digits = number.lstrip("+")
    coded = swap_digits(digits + "F" * (len(digits) % 2))
    kind = 0x91 if number.startswith("+") else 0x81
    return bytes((len(coded) + 1, kind)) + coded.ljust(10, b"\xff") + b"\xff\xff"


def _read_dialling_number(data: bytes) -> str:
    record = data[-14:]
    if len(record) < 14 or not 1 < record[0] <= 11:
        return ""
    return ("+" if record[1] & 0x70 == 0x10 else "") + unswap_digits(record[2 : 1 + record[0]])


def _text(data: bytes) -> str:
    return data.rstrip(b"\xff").decode("ascii", "replace")
