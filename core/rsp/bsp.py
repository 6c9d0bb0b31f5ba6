"""The secure channel of a bound profile package: session keys, encryption and MAC (SGP.22 §2.6.4, annex on BSP).

Key agreement ECKA on P-256, X9.63 KDF with SHA-256; AES-128-CBC with an IV from a block counter that starts at 1;
8 bytes of AES-CMAC chained over all segments, so that no segment can be left out, repeated or put elsewhere.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.cmac import CMAC
from cryptography.hazmat.primitives.kdf.x963kdf import X963KDF

from core.rsp import tlv

KEY_TYPE, KEY_LENGTH = 0x88, 16
"""AES and 16 bytes: the only choice of the control reference template (SGP.22 §5.5.1)."""
BLOCK = 16
MAC_BYTES = 8
SEGMENT_BYTES = 1020
"""Longest segment, tag and length included (SGP.22 §2.5.3)."""
MOST_ENCRYPTED = SEGMENT_BYTES - 4 - MAC_BYTES - 1
"""Plain bytes of the longest encrypted segment: 1008 with padding, a multiple of 16."""
MOST_AUTHENTICATED = SEGMENT_BYTES - 4 - MAC_BYTES
"""Bytes of the longest segment that is authenticated only."""


class BspError(ValueError):
    """A segment is refused; the channel is then of no use any more."""


@dataclass(frozen=True)
class SessionKeys:
    """16 bytes each: the first MAC chaining value, S-ENC and S-MAC (or the profile's own PPK-ENC and PPK-MAC)."""

    initial_mcv: bytes
    encryption: bytes
    mac: bytes


def derive_keys(
    own: ec.EllipticCurvePrivateKey, other: ec.EllipticCurvePublicKey, *, host_id: bytes, eid: str
) -> SessionKeys:
    """Both sides' session keys from one's own one-time key and the other's point. `eid` is 32 digits."""
    shared = own.exchange(ec.ECDH(), other)
    card = bytes.fromhex(eid)
    info = bytes((KEY_TYPE, KEY_LENGTH, len(host_id))) + host_id + bytes((len(card),)) + card
    data = X963KDF(algorithm=hashes.SHA256(), length=3 * KEY_LENGTH, sharedinfo=info).derive(shared)
    return SessionKeys(data[:16], data[16:32], data[32:])


class _Channel:
    """What both ends count alike."""

    def __init__(self, keys: SessionKeys) -> None:
        self._keys = keys
        self._mcv = keys.initial_mcv
        self._block = 1

    def _next_iv(self) -> bytes:
        """The IV of this segment; segments without encryption count too."""
        cipher = Cipher(algorithms.AES(self._keys.encryption), modes.ECB()).encryptor()  # noqa: S305 - one block, as the IV is defined
        iv = cipher.update(self._block.to_bytes(BLOCK, "big")) + cipher.finalize()
        self._block += 1
        return iv

    def _mac(self, tag: int, data: bytes) -> bytes:
        """The 16 bytes that chain on; the first 8 are the segment's MAC. Its length counts as sent, MAC included."""
        whole = tlv.encode(tag, data + bytes(MAC_BYTES))
        mac = CMAC(algorithms.AES(self._keys.mac))
        mac.update(self._mcv + whole[:-MAC_BYTES])
        return mac.finalize()


class BspWriter(_Channel):
    """The server's end."""

    def encrypt(self, tag: int, data: bytes) -> list[bytes]:
        """`data` encrypted and authenticated as TLVs under `tag` (0x87, 0x86), as many as it needs."""
        return [self._encrypt_one(tag, part) for part in _parts(data, MOST_ENCRYPTED)]

    def authenticate(self, tag: int, data: bytes) -> list[bytes]:
        """`data` readable but authenticated as TLVs under `tag` (0x88)."""
        segments = []
        for part in _parts(data, MOST_AUTHENTICATED):
            self._next_iv()
            segments.append(self._seal(tag, part))
        return segments

    def _encrypt_one(self, tag: int, part: bytes) -> bytes:
        padded = part + b"\x80" + bytes(-(len(part) + 1) % BLOCK)
        cipher = Cipher(algorithms.AES(self._keys.encryption), modes.CBC(self._next_iv())).encryptor()
        return self._seal(tag, cipher.update(padded) + cipher.finalize())

    def _seal(self, tag: int, data: bytes) -> bytes:
        self._mcv = self._mac(tag, data)
        return tlv.encode(tag, data + self._mcv[:MAC_BYTES])


class BspReader(_Channel):
    """The card's end. After a `BspError` each further segment is refused too."""

    def __init__(self, keys: SessionKeys) -> None:
        super().__init__(keys)
        self._broken = False

    def decrypt(self, tag: int, value: bytes) -> bytes:
        """The plain bytes of one encrypted segment. Raises `BspError`: bad MAC, or not padded as it must be."""
        data = self._unseal(tag, value)
        if not data or len(data) % BLOCK:
            raise self._refusal("not a whole number of blocks")
        cipher = Cipher(algorithms.AES(self._keys.encryption), modes.CBC(self._next_iv())).decryptor()
        padded = cipher.update(data) + cipher.finalize()
        plain, mark, rest = padded.rpartition(b"\x80")
        if not mark or any(rest) or len(rest) >= BLOCK:
            raise self._refusal("padding")
        return plain

    def check(self, tag: int, value: bytes) -> bytes:
        """The bytes of one segment that is authenticated only. Raises `BspError`."""
        data = self._unseal(tag, value)
        self._next_iv()
        return data

    def _unseal(self, tag: int, value: bytes) -> bytes:
        if self._broken or len(value) < MAC_BYTES:
            raise self._refusal("too short, or after a refused one")
        data, mac = value[:-MAC_BYTES], value[-MAC_BYTES:]
        chained = self._mac(tag, data)
        if not hmac.compare_digest(chained[:MAC_BYTES], mac):
            raise self._refusal("MAC")
        self._mcv = chained
        return data

    def _refusal(self, reason: str) -> BspError:
        self._broken = True
        return BspError(reason)


def _parts(data: bytes, most: int) -> list[bytes]:
    return [data[at : at + most] for at in range(0, len(data), most)] or [b""]
