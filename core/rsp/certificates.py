"""What remote provisioning asks of a certificate: its role, its issuer, its time, and an EUM's range of EIDs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import Enum

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from core.rsp.keys import CURVE


class Role(Enum):
    """Certificate policies of SGP.14 §2.4.1: what a certificate may be used for."""

    CI = "2.23.146.1.2.1.0"
    EUICC = "2.23.146.1.2.1.1"
    EUM = "2.23.146.1.2.1.2"
    DP_TLS = "2.23.146.1.2.1.3"
    DP_AUTH = "2.23.146.1.2.1.4"
    DP_PB = "2.23.146.1.2.1.5"


class CertificateError(ValueError):
    """A certificate is refused. `reason`: malformed, issuer, signature, curve, expired, role, authority or range."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_certificate(der: bytes) -> x509.Certificate:
    """The certificate in `der`; raises `CertificateError("malformed")`, "curve" for a key that is not on P-256."""
    try:
        certificate = x509.load_der_x509_certificate(der)
        key = certificate.public_key()
        _ = (
            certificate.extensions,
            certificate.subject,
            certificate.issuer,
        )  # parsed late by the library, so asked for here
    except Exception as error:
        raise CertificateError("malformed") from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, type(CURVE)):
        raise CertificateError("curve")
    return certificate


def public_key(certificate: x509.Certificate) -> ec.EllipticCurvePublicKey:
    """The certified key; raises `CertificateError("curve")` when it is not on P-256."""
    key = certificate.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, type(CURVE)):
        raise CertificateError("curve")
    return key


def key_id(certificate: x509.Certificate) -> bytes:
    """Its subject key identifier; raises `CertificateError("malformed")` without one."""
    try:
        return certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    except (x509.ExtensionNotFound, ValueError) as error:
        raise CertificateError("malformed") from error


def issuer_key_id(certificate: x509.Certificate) -> bytes | None:
    """The key identifier of the one who signed it, where it says so."""
    try:
        found = certificate.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier)
    except (x509.ExtensionNotFound, ValueError):
        return None
    return found.value.key_identifier


def roles(certificate: x509.Certificate) -> set[str]:
    """The policies it names, as dotted OIDs."""
    try:
        found = certificate.extensions.get_extension_for_class(x509.CertificatePolicies)
    except (x509.ExtensionNotFound, ValueError):
        return set()
    return {policy.policy_identifier.dotted_string for policy in found.value}


def registered_id(certificate: x509.Certificate) -> str:
    """The owner's OID from the subject alternative names, "" without one. An SM-DP+'s certificates share it."""
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, ValueError):
        return ""
    return next((oid.dotted_string for oid in names.get_values_for_type(x509.RegisteredID)), "")


def verify_chain(
    certificate: x509.Certificate, *, issuers: Iterable[x509.Certificate], role: Role, now: datetime
) -> x509.Certificate:
    """Check one step: `certificate` has `role`, is in time and was signed by one of `issuers`; that issuer.

    An issuer other than the CI must be checked itself, by another call. Raises `CertificateError` (SGP.22 §4.5.2.1).
    """
    wanted = issuer_key_id(certificate)
    issuer = next((one for one in issuers if key_id(one) == wanted), None)
    if issuer is None or certificate.issuer != issuer.subject:
        raise CertificateError("issuer")
    if not _may_issue(issuer):
        raise CertificateError("authority")
    try:
        certificate.verify_directly_issued_by(issuer)
    except (InvalidSignature, ValueError, TypeError) as error:
        raise CertificateError("signature") from error
    if role.value not in roles(certificate):
        raise CertificateError("role")
    for one in (certificate, issuer):
        if not one.not_valid_before_utc <= now <= one.not_valid_after_utc:
            raise CertificateError("expired")
    return issuer


def verify_euicc(
    euicc: x509.Certificate, eum: x509.Certificate, *, issuers: Iterable[x509.Certificate], now: datetime
) -> str:
    """Check CI → EUM → eUICC; the EID. Raises `CertificateError`; "range" when the EUM may not give that EID."""
    verify_chain(eum, issuers=issuers, role=Role.EUM, now=now)
    verify_chain(euicc, issuers=[eum], role=Role.EUICC, now=now)
    eid = _subject(euicc.subject, NameOID.SERIAL_NUMBER)
    if len(eid) != 32 or not eid.isdigit():
        raise CertificateError("malformed")
    if not any(_permits(name, euicc.subject, eid) for name in _permitted(eum)):
        raise CertificateError("range")
    return eid


def der(certificate: x509.Certificate) -> bytes:
    """Its bytes."""
    return certificate.public_bytes(Encoding.DER)


def _may_issue(certificate: x509.Certificate) -> bool:
    try:
        constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except (x509.ExtensionNotFound, ValueError):
        return False
    return constraints.ca and usage.key_cert_sign


def _permitted(eum: x509.Certificate) -> list[x509.Name]:
    try:
        constraints = eum.extensions.get_extension_for_class(x509.NameConstraints).value
    except (x509.ExtensionNotFound, ValueError):
        return []
    return [name.value for name in constraints.permitted_subtrees or [] if isinstance(name, x509.DirectoryName)]


def _permits(allowed: x509.Name, subject: x509.Name, eid: str) -> bool:
    """The EUM's own organisation, and an EID that begins with its number (SGP.22 §4.5.2.1.0.2)."""
    same = _subject(allowed, NameOID.ORGANIZATION_NAME) == _subject(subject, NameOID.ORGANIZATION_NAME)
    prefix = _subject(allowed, NameOID.SERIAL_NUMBER)
    return same and bool(prefix) and eid.startswith(prefix)


def _subject(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    values = [str(attribute.value) for attribute in name.get_attributes_for_oid(oid)]
    return values[0] if len(values) == 1 else ""
