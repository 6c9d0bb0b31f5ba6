"""The eUICC's key, its certificates and the issuers it trusts; all made when they are first needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.clock import Clock
from core.randomness import Randomness

if TYPE_CHECKING:
    from cryptography import x509

    from core.rsp.pki import Credential
    from firmware_bridge.virtual.card.given import Given

EUM_DIGITS = 8
"""Digits of an EID that name its maker (SGP.02 §2.2.2)."""


class CardKeys:
    """A chain test issuer, EUM, eUICC in `folder`; the issuer in `pki`, which the SM-DP+ of the bench shares.

    Certificates (PEM) in `folder/trusted` name further issuers whose servers the card believes. `given` is somebody
    else's identity, which then takes the place of the card's own chain.
    """

    def __init__(
        self,
        folder: Path,
        eid: str,
        *,
        clock: Clock,
        randomness: Randomness,
        pki: Path | None = None,
        given: Given | None = None,
    ) -> None:
        self._given = given
        self._folder = folder
        self._pki = pki or folder / "pki"
        self._eid = eid
        self._randomness = randomness
        self._clock = clock
        self._made: tuple[x509.Certificate, bytes, Credential] | None = None
        self._others: list[x509.Certificate] | None = None

    @property
    def issuers(self) -> Sequence[x509.Certificate]:
        """The trusted roots; the card's own comes first."""
        if self._others is None:
            self._others = _read_certificates(self._folder / "trusted")
        return [self._chain()[0], *self._others]

    @property
    def issuer_key_ids(self) -> list[bytes]:
        """Subject key identifiers of the trusted roots, as EUICCInfo lists them for verification."""
        from core.rsp import certificates

        return [certificates.key_id(issuer) for issuer in self.issuers]

    @property
    def signing_key_ids(self) -> list[bytes]:
        """Those under which the card can sign: its own chain's."""
        from core.rsp import certificates

        return [certificates.key_id(self._chain()[0])]

    @property
    def certificates(self) -> list[bytes]:
        """DER of the eUICC's certificate and the EUM's."""
        _, eum, euicc = self._chain()
        return [euicc.der, eum]

    def sign(self, data: bytes) -> bytes:
        """ECDSA with SHA-256 as r and s, 32 bytes each (TR-03111, as SGP.22 §2.6.7.2 wants it)."""
        return self._chain()[2].sign(data)

    def _chain(self) -> tuple[x509.Certificate, bytes, Credential]:
        """Root, the EUM's certificate in DER, the eUICC with its key."""
        if self._made is None:
            self._made = self._load_or_make()
        return self._made

    def _load_or_make(self) -> tuple[x509.Certificate, bytes, Credential]:
        from core.rsp import certificates, pki

        if self._given is not None:
            return self._given.issuer, certificates.der(self._given.eum), self._given.euicc
        issuer = pki.load_or_make_ci(self._pki, randomness=self._randomness, clock=self._clock)
        eum = pki.load_or_issue(
            self._folder / "eum.pem", issuer.certificate, lambda: issuer.issue_eum([self._eid[:EUM_DIGITS]])
        )

        def is_ours(credential: Credential) -> bool:
            signer = certificates.issuer_key_id(credential.certificate) == eum.key_id
            return signer and self._eid in credential.certificate.subject.rfc4514_string()

        euicc = pki.load_or_make(self._folder / "euicc.pem", lambda: issuer.issue_euicc(eum, self._eid), is_ours)
        return issuer.certificate, eum.der, euicc


def _read_certificates(folder: Path) -> list[x509.Certificate]:
    from cryptography import x509

    found: list[x509.Certificate] = []
    for path in sorted(folder.glob("*.pem")):
        try:
            found += x509.load_pem_x509_certificates(path.read_bytes())
        except (OSError, ValueError):
            continue  # not a certificate: nothing to trust
    return found
