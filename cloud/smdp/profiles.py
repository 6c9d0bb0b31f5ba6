"""What a profile in stock is made of, its metadata for the LPA and its package for the card."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from core.errors import BenchError
from core.randomness import Randomness
from core.rsp.messages import NotificationConfiguration, Operation
from core.rsp.messages_bpp import OperatorId, StoreMetadata
from core.rsp.profile_package import Package, read_package, write_package
from core.rsp.tlv import TlvError

KEY_BYTES = 16


@dataclass(frozen=True)
class ProfileSpec:
    """A profile's facts; keys in hex. `file` is a ready package (DER) that replaces the one the bench builds.

    `own_keys` has the package protected with keys of its own (SGP.22 §2.5.3), not with the session's.
    `rules` are bits of PprIds (1 no disabling, 2 no deletion, SGP.22 §2.8.1); `plmn` is 3 bytes in hex (TS 24.008).
    """

    iccid: str
    imsi: str
    msisdn: str
    provider: str
    name: str
    key: str = field(repr=False)
    opc: str = field(repr=False)
    profile_class: int = 2
    rules: tuple[int, ...] = ()
    plmn: str = "00F110"
    icon: str = ""
    filler: int = 0
    file: str = ""
    own_keys: bool = False

    def metadata(self, smdp_address: str) -> StoreMetadata:
        """What the person sees before the download, and the card stores (SGP.22 §5.5.3). Icons are PNG."""
        return StoreMetadata(
            iccid=self.iccid,
            provider=self.provider,
            name=self.name,
            icon_type=1 if self.icon else None,
            icon=bytes.fromhex(self.icon) if self.icon else None,
            profile_class=self.profile_class,
            notifications=[NotificationConfiguration(frozenset(Operation), smdp_address)],
            owner=OperatorId(bytes.fromhex(self.plmn)),
            rules=frozenset(self.rules) or None,
        )

    def package(self) -> bytes:
        """The unprotected package. Raises `smdp.package_unusable` when the file is gone or is no package."""
        if self.file:
            return _given(Path(self.file))
        return write_package(
            Package(
                iccid=self.iccid,
                imsi=self.imsi,
                profile_type=self.name,
                provider=self.provider,
                msisdn=self.msisdn,
                key=bytes.fromhex(self.key),
                opc=bytes.fromhex(self.opc),
                pin="0000",
                puk="12345678",
                filler=self.filler,
            )
        )


def new_profile(
    randomness: Randomness, *, iccid: str, imsi: str, msisdn: str, provider: str, name: str, filler: int = 0
) -> ProfileSpec:
    """A profile of the bench with new random test keys."""
    key, opc = randomness.bytes(KEY_BYTES).hex(), randomness.bytes(KEY_BYTES).hex()
    return ProfileSpec(iccid, imsi, msisdn, provider, name, key, opc, filler=filler)


def profile_from_file(path: Path, *, provider: str = "", name: str = "") -> ProfileSpec:
    """A profile whose package was given as a file. Raises `smdp.package_unusable`."""
    found = read_package(_given(path))
    return ProfileSpec(
        iccid=found.iccid,
        imsi=found.imsi,
        msisdn=found.msisdn,
        provider=provider or found.provider,
        name=name or found.profile_type,
        key=found.key.hex(),
        opc=found.opc.hex(),
        file=str(path),
    )


def _given(path: Path) -> bytes:
    try:
        data = path.read_bytes()
        read_package(data)
    except (OSError, TlvError) as error:
        raise BenchError("smdp.package_unusable", path=str(path), reason=str(error)) from error
    return data
