"""The bench's test CI: roles, ranges, files; and the refusal of every certificate that is not as it must be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from core.clock import Clock
from core.randomness import SeededRandomness
from core.rsp import signatures
from core.rsp.certificates import (
    CertificateError,
    Role,
    public_key,
    read_certificate,
    registered_id,
    verify_chain,
    verify_euicc,
)
from core.rsp.pki import CI_CERTIFICATE, SMDP_OID, TestIssuer, load_or_issue, load_or_make_ci

EID = "89081000000000000000000000000112"
NOW = datetime(2026, 4, 1, tzinfo=UTC)


def issuer(folder: Path, seed: int = 1) -> TestIssuer:
    return load_or_make_ci(folder, randomness=SeededRandomness(seed), clock=Clock(NOW, rate=0))


def refused(reason: str) -> pytest.RaisesExc[CertificateError]:
    return pytest.raises(CertificateError, match=f"^{reason}$")


def test_the_ci_is_made_once_and_its_key_is_the_owners_alone(tmp_path: Path) -> None:
    first, second = issuer(tmp_path), issuer(tmp_path, seed=2)
    assert first.credential.der == second.credential.der
    assert (tmp_path / "ci.pem").stat().st_mode & 0o777 == 0o600
    public = (tmp_path / CI_CERTIFICATE).read_bytes()
    assert b"PRIVATE" not in public
    assert x509.load_pem_x509_certificate(public) == first.certificate


def test_a_damaged_ci_is_kept_aside_and_what_it_signed_is_issued_anew(tmp_path: Path) -> None:
    def server(ci: TestIssuer) -> bytes:
        path = tmp_path / "own" / "dpauth.pem"
        return load_or_issue(path, ci.certificate, lambda: ci.issue_server(Role.DP_AUTH, "smdp.bench.example")).der

    ci = issuer(tmp_path)
    before = server(ci)
    assert server(ci) == before
    (tmp_path / "ci.pem").write_text("garbage")
    ci = issuer(tmp_path, seed=2)
    assert (tmp_path / "ci.pem.damaged-1").read_text() == "garbage"
    after = server(ci)
    assert after != before
    verify_chain(read_certificate(after), issuers=[ci.certificate], role=Role.DP_AUTH, now=NOW)


def test_roles_are_told_apart(tmp_path: Path) -> None:
    ci = issuer(tmp_path)
    for role in (Role.DP_AUTH, Role.DP_PB, Role.DP_TLS):
        certificate = ci.issue_server(role, "smdp.bench.example").certificate
        assert registered_id(certificate) == SMDP_OID
        assert verify_chain(certificate, issuers=[ci.certificate], role=role, now=NOW) == ci.certificate
        for other in set(Role) - {role}:
            with refused("role"):
                verify_chain(certificate, issuers=[ci.certificate], role=other, now=NOW)


def test_the_card_bears_its_eid_within_the_makers_range(tmp_path: Path) -> None:
    ci = issuer(tmp_path)
    eum = ci.issue_eum()
    card = ci.issue_euicc(eum, EID)
    assert verify_euicc(card.certificate, eum.certificate, issuers=[ci.certificate], now=NOW) == EID
    stranger = ci.issue_euicc(eum, "8999" + EID[4:])
    with refused("range"):
        verify_euicc(stranger.certificate, eum.certificate, issuers=[ci.certificate], now=NOW)


def test_wrong_chains_are_refused(tmp_path: Path) -> None:
    ci, other = issuer(tmp_path / "a"), issuer(tmp_path / "b", seed=2)
    eum = ci.issue_eum()
    card = ci.issue_euicc(eum, EID)
    with refused("issuer"):
        verify_euicc(card.certificate, eum.certificate, issuers=[other.certificate], now=NOW)
    with refused("issuer"):
        verify_euicc(card.certificate, other.issue_eum().certificate, issuers=[other.certificate], now=NOW)
    with refused("authority"):  # a card may not issue
        child = ci.issue_euicc(card, EID)
        verify_chain(child.certificate, issuers=[card.certificate], role=Role.EUICC, now=NOW)
    for instant in (datetime(2019, 1, 1, tzinfo=UTC), NOW + timedelta(days=40 * 365)):
        with refused("expired"):
            verify_euicc(card.certificate, eum.certificate, issuers=[ci.certificate], now=instant)


@pytest.mark.filterwarnings("ignore:Parsed a serial number")
def test_a_changed_certificate_is_refused_at_every_byte(tmp_path: Path) -> None:
    ci = issuer(tmp_path)
    good = ci.issue_server(Role.DP_AUTH, "smdp.bench.example").der
    spare = len(good) - len(read_certificate(good).signature) - 1  # counts unused bits of the signature: none to use
    for at in sorted({*range(0, len(good), 5), *range(200)} - {spare}):
        wrong = bytearray(good)
        wrong[at] ^= 1
        with pytest.raises(CertificateError):
            verify_chain(read_certificate(bytes(wrong)), issuers=[ci.certificate], role=Role.DP_AUTH, now=NOW)


def test_signatures_are_raw_and_bound_to_every_bit(tmp_path: Path) -> None:
    card = issuer(tmp_path).issue_eum()
    signature = card.sign(b"data")
    key = public_key(card.certificate)
    assert len(signature) == 64
    assert signatures.verify(key, signature, b"data")
    assert not signatures.verify(key, signature, b"Data")
    assert not signatures.verify(key, signature[:-1], b"data")
    assert not signatures.verify(key, bytes(64), b"data")
    for at in range(64):
        wrong = bytearray(signature)
        wrong[at] ^= 0x10
        assert not signatures.verify(key, bytes(wrong), b"data")
