"""The file system that an enabled profile brings: MF, EF.ICCID, EF.DIR and a USIM (TS 102 221 §13, TS 31.102 §4)."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.rsp import tlv
from core.rsp.iccid import encode_iccid, encode_imsi, swap_digits
from core.rsp.messages import USIM
from firmware_bridge.virtual.card.memory import StoredProfile

MF, ADF_USIM, EF_ICCID, EF_DIR = 0x3F00, 0x7FFF, 0x2FE2, 0x2F00
ALWAYS_READABLE = (EF_ICCID, EF_DIR, 0x2F05, 0x6F05, 0x6F46, 0x6FB7)
"""What a phone shows and needs before the PIN: languages, operator's name, emergency numbers (TS 31.102 §4.2)."""
KEY_REFERENCES = bytes.fromhex("83010183010A")
"""PIN 1 and ADM 1; the bits of the PIN status template say in this order whether they are on."""
MNC_DIGITS = 2
EMERGENCY_NUMBERS = ("110", "118", "119")
"""Japan: police, coast guard, fire."""
LONGEST_AID = 16
USIM_AID = USIM + bytes.fromhex("FF81FF89") + bytes(5)


@dataclass(frozen=True)
class File:
    """An elementary file (`data`, or `records` of equal size) or a directory (`children`)."""

    identifier: int
    data: bytes | None = None
    records: tuple[bytes, ...] = ()
    children: dict[int, File] = field(default_factory=dict)
    aid: bytes = b""
    pin_on: bool = False
    """For a directory: PIN 1 is asked for (shown in the PIN status template)."""

    @property
    def needs_pin(self) -> bool:
        """Whether reading it wants PIN 1 where that is switched on."""
        return not self.is_directory and self.identifier not in ALWAYS_READABLE

    @property
    def is_directory(self) -> bool:
        """True for MF, DF and ADF."""
        return self.data is None and not self.records

    def control_parameters(self) -> bytes:
        """The FCP template that SELECT answers (TS 102 221 §11.1.1.3)."""
        parts: list[bytes] = []
        if self.is_directory:
            parts.append(tlv.encode(0x82, bytes.fromhex("7821")))
        elif self.data is not None:
            parts.append(tlv.encode(0x82, bytes.fromhex("4121")))
        else:
            size = len(self.records[0])
            parts.append(
                tlv.encode(0x82, bytes.fromhex("4221") + size.to_bytes(2, "big") + bytes((len(self.records),)))
            )
        parts.append(tlv.encode(0x83, self.identifier.to_bytes(2, "big")))
        if self.aid:
            parts.append(tlv.encode(0x84, self.aid))
        if self.is_directory:
            parts.append(tlv.encode(0xA5, tlv.encode(0x80, b"\x71")))
        parts.append(tlv.encode(0x8A, b"\x05"))
        if self.is_directory:
            parts.append(tlv.encode(0xC6, bytes((0x90, 1, 0xC0 if self.pin_on else 0x40)) + KEY_REFERENCES))
        else:
            total = len(self.data) if self.data is not None else sum(map(len, self.records))
            parts.append(tlv.encode(0x8B, bytes.fromhex("2F0602")))
            parts.append(tlv.encode(0x80, total.to_bytes(2, "big")))
            parts.append(tlv.encode(0x88, b""))
        return tlv.encode(0x62, b"".join(parts))


class FileSystem:
    """The files of one profile: what its elements filled, and the usual contents where they said nothing."""

    def __init__(self, profile: StoredProfile) -> None:
        self.iccid = profile.iccid
        self.imsi = profile.imsi
        self.msisdn = profile.msisdn
        self.provider = profile.provider
        aid = _usim_aid(profile)
        self.usim = File(
            ADF_USIM, children=_by_identifier(_filled(profile, _usim_files(profile))), aid=aid, pin_on=profile.pin_on
        )
        entry = tlv.encode(0x61, tlv.encode(0x4F, aid) + tlv.encode(0x50, b"USIM"))
        root = [
            File(EF_ICCID, encode_iccid(profile.iccid)),
            File(EF_DIR, records=(entry.ljust(38, b"\xff"),)),
            File(0x2F05, b"jaen"),
        ]
        root = [*_filled(profile, root), self.usim]
        self.root = File(MF, children=_by_identifier(root), pin_on=profile.pin_on)

    def select(self, identifier: int, current: File) -> File | None:
        """By identifier, as seen from `current`: itself, its children, the MF and the MF's children."""
        if identifier == MF:
            return self.root
        if identifier == current.identifier:
            return current
        return current.children.get(identifier) or self.root.children.get(identifier)

    def by_path(self, path: bytes, start: File) -> File | None:
        """By a path of identifiers below `start`."""
        found: File | None = start
        for at in range(0, len(path), 2):
            identifier = int.from_bytes(path[at : at + 2], "big")
            if found is None or (at == 0 and identifier == MF):
                continue
            found = found.children.get(identifier)
        return found

    def anywhere(self, identifier: int) -> File | None:
        """By identifier alone, as +CRSM asks: the USIM first, then the MF (TS 27.007 §8.18)."""
        return self.usim.children.get(identifier) or self.select(identifier, self.root)


def _by_identifier(files: list[File]) -> dict[int, File]:
    return {file.identifier: file for file in files}


def _filled(profile: StoredProfile, usual: list[File]) -> list[File]:
    """The files with the profile's own contents. Records of one file are equally long, the last of them may be cut."""
    return [_own(file, profile.files.get(f"{file.identifier:04X}")) for file in usual]


def _own(usual: File, content: str | list[str] | None) -> File:
    if isinstance(content, str) and usual.data is not None:
        return File(usual.identifier, bytes.fromhex(content))
    if isinstance(content, list) and content and usual.records:
        size = max(len(item) // 2 for item in content)
        return File(usual.identifier, records=tuple(bytes.fromhex(item).ljust(size, b"\xff") for item in content))
    return usual


def _usim_aid(profile: StoredProfile) -> bytes:
    """The USIM's name as the profile's EF.DIR has it (TS 102 221 §13.1)."""
    for record in profile.files.get(f"{EF_DIR:04X}", ()):
        try:
            entry = tlv.read(bytes.fromhex(record))[1]
            aid = dict(tlv.items(entry)).get(0x4F, b"")
        except tlv.TlvError:
            continue
        if aid.startswith(USIM) and len(aid) <= LONGEST_AID:
            return aid
    return USIM_AID


def _usim_files(profile: StoredProfile) -> list[File]:
    name = profile.provider.encode("ascii", "replace")[:16]
    number = profile.msisdn
    dialled = swap_digits(number + "F" * (len(number) % 2))
    msisdn = bytes(14 * (0xFF,)) + bytes((len(dialled) + 1, 0x81)) + dialled.ljust(10, b"\xff") + b"\xff\xff"
    emergency = tuple(swap_digits(text.ljust(6, "F")) + b"\xff\x00" for text in EMERGENCY_NUMBERS)
    return [
        File(0x6F07, encode_imsi(profile.imsi)),
        File(0x6F05, b"jaen"),
        File(0x6F38, bytes.fromhex("9E6B1DFC67F61E0000")),
        File(0x6F40, records=(msisdn,)),
        File(0x6F46, (b"\x01" + name).ljust(17, b"\xff")),
        File(0x6F78, bytes.fromhex("0001")),
        File(0x6FAD, bytes((0, 0, 0, MNC_DIGITS))),
        File(0x6FB7, records=emergency),
        File(0x6FE3, bytes.fromhex("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF01")),
    ]
