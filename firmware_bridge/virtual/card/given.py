"""Somebody else's eUICC identity, for use with their SM-DP+: certificates and key from files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import BenchError

if TYPE_CHECKING:
    from cryptography import x509

    from core.rsp.pki import Credential


@dataclass(frozen=True)
class Given:
    """The eUICC with its key, its maker's certificate, and the root of both."""

    euicc: Credential
    eum: x509.Certificate
    issuer: x509.Certificate
    eid: str


def read_given(folder: Path) -> Given | None:
    """`euicc.pem` (certificate and key), `eum.pem` and `ci.pem` in `folder`; None when the folder is not there.

    Raises `storage.failed` with a reason when one is missing or they are no chain (SGP.22 §4.5.2.1).
    """
    if not folder.is_dir():
        return None
    from cryptography.x509.oid import NameOID

    from core.rsp import certificates
    from core.rsp.pki import Credential
    from core.rsp.pki_files import read_credential

    found = read_credential(folder / "euicc.pem")
    if found is None:
        raise _problem(folder / "euicc.pem", "no certificate with its key")
    euicc = Credential(*found)
    eum, issuer = _certificate(folder / "eum.pem"), _certificate(folder / "ci.pem")
    for certificate, signer, name in ((eum, issuer, "eum.pem"), (euicc.certificate, eum, "euicc.pem")):
        if certificates.issuer_key_id(certificate) != certificates.key_id(signer):
            raise _problem(folder / name, "not issued by the other certificate")
    eid = "".join(str(item.value) for item in euicc.certificate.subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER))
    if len(eid) != 32 or not eid.isdigit():
        raise _problem(folder / "euicc.pem", "no EID in the subject")
    return Given(euicc, eum, issuer, eid)


def _certificate(path: Path) -> x509.Certificate:
    from cryptography import x509

    try:
        return x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError) as error:
        raise _problem(path, "no certificate") from error


def _problem(path: Path, reason: str) -> BenchError:
    return BenchError("storage.failed", path=str(path), reason=reason)
