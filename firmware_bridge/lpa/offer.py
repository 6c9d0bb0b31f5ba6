"""What a server offers for a card, as people are asked about it, and the values that requests are made of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from core.rsp.iccid import swap_digits
from core.rsp.messages import ProfileClass
from core.rsp.messages_auth import ContextParameters, DeviceCapabilities, DeviceInfo
from core.rsp.messages_bpp import StoreMetadata
from firmware_bridge.lpa.policy import PPR_1, PPR_2, rules_of

RULE_NAMES = {PPR_1: "ppr1", PPR_2: "ppr2"}
RELEASE = "15.0.0"
"""The highest release of 3GPP that the device is said to support."""


class Station(StrEnum):
    """Where a download is, in this order."""

    CHECKING = "checking"
    AUTHENTICATING = "authenticating"
    ASKING = "asking"
    PREPARING = "preparing"
    DOWNLOADING = "downloading"
    INSTALLING = "installing"
    REPORTING = "reporting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Step:
    """News of a download: `done` of `total` blocks at the station `installing`, else 0 of 0."""

    station: Station
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class ProfileOffer:
    """A profile before it is downloaded. `rules` are `ppr1` (cannot be disabled) and `ppr2` (cannot be deleted).

    `icon` is a JPEG or PNG of 64 by 64, or empty.
    """

    iccid: str
    provider: str
    name: str
    profile_class: str
    rules: tuple[str, ...] = ()
    icon: bytes = b""
    address: str = ""


Consent = Callable[[ProfileOffer], bool | None]
"""True: install it. False: no, and the server withdraws the order. None: not now, it stays ready (SGP.22 §3.1.3)."""
AskCode = Callable[[ProfileOffer], str | None]
"""Gives the confirmation code, or None when the person has none or gives up."""
Report = Callable[[Step], None]


def offer_of(metadata: StoreMetadata, address: str) -> ProfileOffer:
    """`metadata` as people are asked about it."""
    number = ProfileClass.OPERATIONAL if metadata.profile_class is None else metadata.profile_class
    return ProfileOffer(
        iccid=metadata.iccid,
        provider=metadata.provider,
        name=metadata.name,
        profile_class=ProfileClass(number).name.lower() if number in set(ProfileClass) else "operational",
        rules=tuple(RULE_NAMES[rule] for rule in sorted(rules_of(metadata))),
        icon=metadata.icon or b"",
        address=address,
    )


def context_of(matching_id: str, imei: str) -> bytes:
    """ctxParams1: the wish and the device, of whose IMEI only the type (TAC) is told (SGP.22 §4.2, §5.7.13)."""
    tac = imei[:8] if len(imei) >= 8 and imei.isdigit() else "00000000"
    capabilities = DeviceCapabilities(gsm=RELEASE, utran=RELEASE, eutran=RELEASE)
    device = DeviceInfo(swap_digits(tac), capabilities)
    return ContextParameters(matching_id=matching_id or None, device=device).to_bytes()


def hash_of_code(code: str, transaction_id: bytes) -> bytes:
    """hashCc: SHA-256 over the code's SHA-256 and the transaction (SGP.22 §5.7.5)."""
    return hashlib.sha256(hashlib.sha256(code.encode()).digest() + transaction_id).digest()
