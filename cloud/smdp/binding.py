"""Binds a profile package to one card: session keys from one-time keys, then all of it sealed (SGP.22 §2.5.4)."""

from __future__ import annotations

from dataclasses import dataclass

from core.randomness import Randomness
from core.rsp import tlv
from core.rsp.bsp import KEY_LENGTH, BspWriter, SessionKeys, derive_keys
from core.rsp.keys import new_key, point, read_point
from core.rsp.messages_bpp import (
    INSTALL_BOUND_PROFILE_PACKAGE,
    ConfigureIsdp,
    ControlReference,
    InitialiseSecureChannel,
    ReplaceSessionKeys,
    StoreMetadata,
)
from core.rsp.messages_bpp import KEY_LENGTH as KEY_LENGTH_BYTE
from core.rsp.messages_bpp import KEY_TYPE_AES as KEY_TYPE_BYTE
from core.rsp.pki import Credential

HOST_ID = b"onebench-smdp"
"""Who the SM-DP+ is in the key derivation; at most 16 bytes (SGP.22 §5.5.1)."""


@dataclass(frozen=True)
class Binding:
    """To whom a package is bound: the card's EID and its one-time point, in this transaction."""

    transaction_id: bytes
    eid: str
    euicc_otpk: bytes


def bind(
    package: bytes,
    metadata: StoreMetadata,
    binding: Binding,
    *,
    signer: Credential,
    randomness: Randomness,
    own_keys: bool = False,
) -> bytes:
    """The BoundProfilePackage `BF36`, signed by DPpb. `own_keys`: the elements under random keys of their own.

    Raises `ValueError` when the card's one-time key is no point of the curve.
    """
    one_time = new_key(randomness)
    keys = derive_keys(one_time, read_point(binding.euicc_otpk), host_id=HOST_ID, eid=binding.eid)
    opening = InitialiseSecureChannel(
        INSTALL_BOUND_PROFILE_PACKAGE,
        binding.transaction_id,
        ControlReference(KEY_TYPE_BYTE, KEY_LENGTH_BYTE, HOST_ID),
        point(one_time.public_key()),
    )
    opening.signature = signer.sign(opening.signed_part(binding.euicc_otpk))
    writer = BspWriter(keys)
    parts = [
        opening.to_bytes(),
        tlv.encode(0xA0, b"".join(writer.encrypt(0x87, ConfigureIsdp().to_bytes()))),
        tlv.encode(0xA1, b"".join(writer.authenticate(0x88, metadata.to_bytes()))),
    ]
    if own_keys:
        own = SessionKeys(*(randomness.bytes(KEY_LENGTH) for _ in range(3)))
        replacement = ReplaceSessionKeys(own.initial_mcv, own.encryption, own.mac)
        parts.append(tlv.encode(0xA2, b"".join(writer.encrypt(0x87, replacement.to_bytes()))))
        writer = BspWriter(own)
    parts.append(tlv.encode(0xA3, b"".join(writer.encrypt(0x86, package))))
    return tlv.encode(0xBF36, b"".join(parts))
