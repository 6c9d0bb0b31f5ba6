"""The authority that certifies the bench's My Number cards, as JPKI does for real ones; a folder is all it lives in.

A card has a key pair and a certificate for user authentication; it signs only after its password was right.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from core.clock import Clock
from core.randomness import Randomness
from core.rsp import certificates, signatures
from core.rsp.certificates import CertificateError
from core.rsp.keys import new_key
from core.rsp.pki import Credential, load_or_make

AUTHORITY_FILE = "authority.pem"
PURPOSES = ("log-in", "application")
"""What a card can be asked to sign for; a signature for one is worth nothing for the other."""
_BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)  # before any instant that a bench's clock plays
_VALIDITY = timedelta(days=35 * 365)
_ORGANIZATION = "One Number Bench: simulated My Number cards"


class CardAuthority:
    """Issues and checks certificates of simulated cards."""

    def __init__(self, credential: Credential, randomness: Randomness, clock: Clock) -> None:
        self._credential = credential
        self._randomness = randomness
        self._clock = clock

    def issue(self, card_number: str) -> Credential:
        """Key and certificate of one card; the subject bears its number."""
        return _make(self._credential, card_number, self._randomness, self._clock)

    def holder(self, certificate_der: bytes) -> tuple[str, ec.EllipticCurvePublicKey]:
        """Number and key of the card whose certificate this is.

        Raises `CertificateError` (a `ValueError`) with the reason: malformed, curve, issuer, signature, expired.
        """
        certificate = certificates.read_certificate(certificate_der)
        root = self._credential.certificate
        if certificate.issuer != root.subject:
            raise CertificateError("issuer")
        try:
            certificate.verify_directly_issued_by(root)
        except Exception as error:
            raise CertificateError("signature") from error
        if not certificate.not_valid_before_utc <= self._clock.now() <= certificate.not_valid_after_utc:
            raise CertificateError("expired")
        numbers = certificate.subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)
        if len(numbers) != 1:
            raise CertificateError("malformed")
        return str(numbers[0].value), certificates.public_key(certificate)


def load_or_make_authority(folder: Path, *, randomness: Randomness, clock: Clock) -> CardAuthority:
    """The authority in `folder` (one PEM file, 0600), made when there is none. Raises `storage.failed`."""
    credential = load_or_make(folder / AUTHORITY_FILE, lambda: _make(None, "", randomness, clock), lambda _: True)
    return CardAuthority(credential, randomness, clock)


def signed_text(purpose: str, nonce: str, content: str = "") -> bytes:
    """The bytes that a card signs: what for, the platform's nonce, and what is applied for."""
    if purpose not in PURPOSES:
        raise ValueError(purpose)
    return "\n".join(("onebench-mykey", purpose, nonce, content)).encode()


def is_signed(key: ec.EllipticCurvePublicKey, signature: bytes, purpose: str, nonce: str, content: str = "") -> bool:
    """Whether the card with `key` signed this (r ‖ s, 64 bytes)."""
    return signatures.verify(key, signature, signed_text(purpose, nonce, content))


def _make(issuer: Credential | None, card_number: str, randomness: Randomness, clock: Clock) -> Credential:
    key = new_key(randomness)
    parts = [x509.NameAttribute(NameOID.ORGANIZATION_NAME, _ORGANIZATION)]
    if card_number:
        parts.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, card_number))
    name = x509.Name(parts)
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer.certificate.subject if issuer else name)
        .public_key(key.public_key())
        .serial_number(int.from_bytes(randomness.bytes(16), "big") >> 1 or 1)
        .not_valid_before(_BEGINNING)
        .not_valid_after(max(clock.now(), _BEGINNING) + _VALIDITY)
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=0 if issuer is None else None), True)
    )
    return Credential(builder.sign(issuer.key if issuer else key, hashes.SHA256()), key)


def certificate_der(credential: Credential) -> bytes:
    """The certificate as the card gives it out."""
    return credential.certificate.public_bytes(Encoding.DER)
