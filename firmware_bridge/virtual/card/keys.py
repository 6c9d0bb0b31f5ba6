"""The eUICC's key and certificates, made when the card is first used; they sign its notifications."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.clock import Clock
from core.randomness import Randomness
from core.store import JsonStore

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

VALIDITY = timedelta(days=365 * 30)
"""Cards outlive cars."""


class CardKeys:
    """A chain test issuer, EUM, eUICC on P-256 (SGP.14). The file is readable by its owner only."""

    def __init__(self, folder: Path, eid: str, *, clock: Clock, randomness: Randomness) -> None:
        self._store = JsonStore(folder / "card-keys.json")
        self._eid = eid
        self._clock = clock
        self._randomness = randomness
        self._content: dict[str, str] = {}

    @property
    def issuer_key_id(self) -> bytes:
        """Subject key identifier of the trusted issuer, as EUICCInfo lists it."""
        return bytes.fromhex(self._load()["issuer_key_id"])

    @property
    def certificates(self) -> list[bytes]:
        """DER of the eUICC's certificate and the EUM's."""
        content = self._load()
        return [bytes.fromhex(content["euicc_certificate"]), bytes.fromhex(content["eum_certificate"])]

    def sign(self, data: bytes) -> bytes:
        """ECDSA with SHA-256 as r and s, 32 bytes each (TR-03111, as SGP.22 §2.6.7.2 wants it)."""
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric import ec, utils

        key = ec.derive_private_key(int(self._load()["private_key"], 16), ec.SECP256R1())
        r, s = utils.decode_dss_signature(key.sign(data, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")

    def _load(self) -> dict[str, str]:
        if not self._content:
            stored = self._store.load()
            wanted = {"private_key", "issuer_key_id", "euicc_certificate", "eum_certificate"}
            if stored.get("eid") != self._eid or not wanted <= set(stored):
                stored = self._make()
                self._store.save(stored)
            self._content = stored
        return self._content

    def _make(self) -> dict[str, Any]:
        from cryptography import x509
        from cryptography.hazmat.primitives import serialization

        issuer_key, eum_key, card_key = self._new_key(), self._new_key(), self._new_key()
        issuer_name = _name("Bench Test CI")
        eum_name = _name("Bench EUM")
        eum = self._certificate(eum_name, eum_key, issuer_name, issuer_key, authority=True)
        card = self._certificate(_name("Bench eUICC", self._eid), card_key, eum_name, eum_key, authority=False)
        return {
            "eid": self._eid,
            "private_key": f"{card_key.private_numbers().private_value:064x}",
            "issuer_key_id": x509.SubjectKeyIdentifier.from_public_key(issuer_key.public_key()).digest.hex(),
            "euicc_certificate": card.public_bytes(serialization.Encoding.DER).hex(),
            "eum_certificate": eum.public_bytes(serialization.Encoding.DER).hex(),
        }

    def _new_key(self) -> EllipticCurvePrivateKey:
        from cryptography.hazmat.primitives.asymmetric import ec

        while not 0 < (number := int.from_bytes(self._randomness.bytes(32), "big")) < _ORDER:
            pass
        return ec.derive_private_key(number, ec.SECP256R1())

    def _certificate(self, name: Any, key: Any, issuer_name: Any, issuer_key: Any, *, authority: bool) -> Any:
        from cryptography import x509
        from cryptography.hazmat.primitives import hashes

        issuer_public = issuer_key.public_key()
        usage = {
            "digital_signature": not authority,
            "key_cert_sign": authority,
            "crl_sign": authority,
            "content_commitment": False,
            "key_encipherment": False,
            "data_encipherment": False,
            "key_agreement": False,
            "encipher_only": False,
            "decipher_only": False,
        }
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(issuer_name)
            .public_key(key.public_key())
            .serial_number(int.from_bytes(self._randomness.bytes(16), "big") >> 1 or 1)
            .not_valid_before(self._clock.now() - timedelta(days=1))
            .not_valid_after(self._clock.now() + VALIDITY)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_public), critical=False)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.KeyUsage(**usage), critical=True)
        )
        if authority:
            builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        return builder.sign(issuer_key, hashes.SHA256())


_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of the group on P-256 (FIPS 186-5)."""


def _name(common_name: str, eid: str = "") -> Any:
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    parts = [
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "One Number Bench"),
        x509.NameAttribute(NameOID.COMMON_NAME, common_name),
    ]
    if eid:  # SGP.14: the eUICC's subject bears its EID
        parts.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, eid))
    return x509.Name(parts)
