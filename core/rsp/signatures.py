"""Signatures as SGP.22 §2.6.7.2 wants them: ECDSA with SHA-256, r and s side by side (BSI TR-03111 §5.2.2)."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils

SIGNATURE_BYTES = 64
"""On P-256; the value of the `5F37` that carries it."""


def sign(key: ec.EllipticCurvePrivateKey, data: bytes) -> bytes:
    """The 64 bytes r ‖ s over `data`."""
    r, s = utils.decode_dss_signature(key.sign(data, ec.ECDSA(hashes.SHA256())))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def verify(key: ec.EllipticCurvePublicKey, signature: bytes, data: bytes) -> bool:
    """Whether `signature` (r ‖ s) over `data` was made with the private half of `key`."""
    if len(signature) != SIGNATURE_BYTES:
        return False
    der = utils.encode_dss_signature(int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big"))
    try:
        key.verify(der, data, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True
