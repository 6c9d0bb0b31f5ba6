"""Key pairs on P-256 from handed-in randomness, and the points that travel in messages (SGP.22 §2.6.7.1)."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from core.randomness import Randomness

CURVE = ec.SECP256R1()
POINT_BYTES = 65
"""An uncompressed point: 04 ‖ x ‖ y."""
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of the group on P-256 (FIPS 186-5)."""


def new_key(randomness: Randomness) -> ec.EllipticCurvePrivateKey:
    """A key pair; each private number is equally likely."""
    while not 0 < (number := int.from_bytes(randomness.bytes(32), "big")) < ORDER:
        pass
    return ec.derive_private_key(number, CURVE)


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    """The public half as 65 bytes, as `5F49` carries it."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def read_point(data: bytes) -> ec.EllipticCurvePublicKey:
    """The public key in `data`; raises `ValueError` when that is no uncompressed point of the curve."""
    if len(data) != POINT_BYTES or data[0] != 4:
        raise ValueError("not an uncompressed point")
    return ec.EllipticCurvePublicKey.from_encoded_point(CURVE, data)
