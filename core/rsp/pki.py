"""The bench's own test PKI: one CI in a folder, from which card and SM-DP+ get their certificates at their first run.

Fields as in SGP.26: P-256, policies that name the role, key identifiers everywhere, an EUM limited to its EIDs. The
folder (`<data>/pki`) is all that card and server share; `ci.pem` in it also holds the CI's key, as only a test CI may.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from core.clock import Clock
from core.randomness import Randomness
from core.rsp import certificates, signatures
from core.rsp.certificates import Role
from core.rsp.keys import new_key
from core.rsp.pki_files import read_credential, write_once
from core.store import set_aside

ORGANIZATION = "One Number Bench"
EUM_PREFIX = "89081000"
"""The EIDs that the bench's EUM may give (IIN of SGP.02 §2.2.2)."""
SMDP_OID = "2.999.10"
"""Of the bench's SM-DP+, under the arc for examples (X.660), as in SGP.26."""
CI_CERTIFICATE = "ci-certificate.pem"
"""The public half alone: the CA bundle for clients of the SM-DP+."""

_BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)  # before any instant that a bench's clock plays
_VALIDITY = timedelta(days=35 * 365)  # cards outlive cars


@dataclass(frozen=True)
class Credential:
    """A certificate and its private key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def der(self) -> bytes:
        """The certificate's bytes, as messages carry them."""
        return certificates.der(self.certificate)

    @property
    def key_id(self) -> bytes:
        """Its subject key identifier."""
        return certificates.key_id(self.certificate)

    def sign(self, data: bytes) -> bytes:
        """r ‖ s over `data`, 64 bytes."""
        return signatures.sign(self.key, data)


class TestIssuer:
    """The test CI: gives certificates to all roles. `credential` is its own, self-signed."""

    __test__ = False  # no test case, in spite of its name

    def __init__(self, credential: Credential, *, randomness: Randomness, clock: Clock) -> None:
        self.credential = credential
        self._randomness = randomness
        self._clock = clock

    @property
    def certificate(self) -> x509.Certificate:
        """The root that everybody trusts."""
        return self.credential.certificate

    @property
    def key_id(self) -> bytes:
        """What EUICCInfo1 lists in `A9` and `AA`, and `euiccCiPKIdToBeUsed` names."""
        return self.credential.key_id

    def issue_server(self, role: Role, address: str, oid: str = SMDP_OID) -> Credential:
        """A certificate of an SM-DP+ (DP_TLS, DP_AUTH or DP_PB) at `address`, a domain name without port."""
        names: list[x509.GeneralName] = [x509.DNSName(address)] if role is Role.DP_TLS else []
        names.append(x509.RegisteredID(x509.ObjectIdentifier(oid)))
        return self._issue(
            role, _name(address if role is Role.DP_TLS else f"Bench {role.name}"), self.credential, names
        )

    def issue_eum(self, prefixes: Iterable[str] = (EUM_PREFIX,)) -> Credential:
        """A card maker's certificate, limited to EIDs that begin with one of `prefixes`."""
        permitted = [x509.DirectoryName(_name(serial=prefix)) for prefix in prefixes]
        names = [x509.RegisteredID(x509.ObjectIdentifier("2.999.5"))]
        return self._issue(Role.EUM, _name("Bench EUM"), self.credential, names, permitted)

    def issue_euicc(self, eum: Credential, eid: str) -> Credential:
        """A card's certificate; its subject bears the EID (32 digits)."""
        return self._issue(Role.EUICC, _name("Bench eUICC", eid), eum, [])

    def _issue(
        self,
        role: Role,
        name: x509.Name,
        issuer: Credential,
        alternative: Iterable[x509.GeneralName],
        permitted: Iterable[x509.DirectoryName] = (),
    ) -> Credential:
        key = new_key(self._randomness)
        return Credential(
            _certificate(
                role, name, key, issuer.certificate.subject, issuer.key, alternative, permitted,
                serial=self._randomness.bytes(16), now=self._clock.now(),
            ),
            key,
        )  # fmt: skip


def load_or_make_ci(folder: Path, *, randomness: Randomness, clock: Clock) -> TestIssuer:
    """The CI in `folder`, made when there is none; two processes that start at once get the same one.

    Writes `ci.pem` (certificate and key, 0600) and `ci-certificate.pem` (for clients). A file that cannot be read
    is kept aside. Raises `storage.failed`.
    """

    def make() -> Credential:
        key, name = new_key(randomness), _name("Bench Test CI")
        own = [x509.RegisteredID(x509.ObjectIdentifier("2.999.1"))]
        serial, now = randomness.bytes(16), clock.now()
        return Credential(_certificate(Role.CI, name, key, name, key, own, (), serial=serial, now=now), key)

    credential = load_or_make(folder / "ci.pem", make, lambda _: True)
    public = folder / CI_CERTIFICATE
    text = credential.certificate.public_bytes(Encoding.PEM)
    if not public.exists() or public.read_bytes() != text:
        public.unlink(missing_ok=True)
        write_once(public, text)
    return TestIssuer(credential, randomness=randomness, clock=clock)


def load_or_issue(path: Path, issuer: x509.Certificate, make: Callable[[], Credential]) -> Credential:
    """The credential at `path` (PEM, 0600), or a new one when there is none or `issuer` did not sign it."""

    def is_ours(credential: Credential) -> bool:
        return certificates.issuer_key_id(credential.certificate) == certificates.key_id(issuer)

    return load_or_make(path, make, is_ours)


def load_or_make(path: Path, make: Callable[[], Credential], fits: Callable[[Credential], bool]) -> Credential:
    """The credential at `path` if it `fits`, else a new one; what stood there before is kept aside."""
    for attempt in range(2):
        found = read_credential(path)
        if found is not None:
            credential = Credential(*found)
            if fits(credential):
                return credential
        if path.exists():
            set_aside(path)
        if attempt == 0:
            credential = make()
            write_once(path, credential.certificate.public_bytes(Encoding.PEM), credential.key)
    return credential


def _name(common_name: str = "", serial: str = "") -> x509.Name:
    parts = [x509.NameAttribute(NameOID.ORGANIZATION_NAME, ORGANIZATION)]
    if common_name:
        parts.append(x509.NameAttribute(NameOID.COMMON_NAME, common_name))
    if serial:
        parts.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, serial))
    return x509.Name(parts)


def _certificate(
    role: Role,
    name: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer_name: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
    alternative: Iterable[x509.GeneralName],
    permitted: Iterable[x509.DirectoryName],
    *,
    serial: bytes,
    now: datetime,
) -> x509.Certificate:
    authority = role in (Role.CI, Role.EUM)
    policy = x509.PolicyInformation(x509.ObjectIdentifier(role.value), None)
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer_name)
        .public_key(key.public_key())
        .serial_number(int.from_bytes(serial, "big") >> 1 or 1)
        .not_valid_before(_BEGINNING)
        .not_valid_after(max(now, _BEGINNING) + _VALIDITY)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(_usage(authority), critical=True)
        .add_extension(x509.CertificatePolicies([policy]), critical=True)
    )
    if alternative := list(alternative):
        builder = builder.add_extension(x509.SubjectAlternativeName(alternative), critical=False)
    if authority:
        length = 0 if role is Role.EUM else None
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=length), critical=True)
    if permitted := list(permitted):
        builder = builder.add_extension(x509.NameConstraints(permitted, None), critical=True)
    if role is Role.DP_TLS:
        usages = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH])
        builder = builder.add_extension(usages, critical=True)
    return builder.sign(issuer_key, hashes.SHA256())


def _usage(authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        key_cert_sign=authority,
        crl_sign=authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
