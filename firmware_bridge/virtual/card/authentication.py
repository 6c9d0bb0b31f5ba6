"""Whom the card believes: the checks of AuthenticateServer and PrepareDownload (SGP.22 §5.7.13, §5.7.5)."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from core.rsp import certificates, signatures, tlv
from core.rsp import messages_auth as auth
from core.rsp.certificates import CertificateError, Role
from core.rsp.keys import point
from core.rsp.messages import EuiccInfo2
from core.rsp.tlv import TlvError
from firmware_bridge.virtual.card.keys import CardKeys

CHALLENGE_BYTES = 16
MOST_TRANSACTION_BYTES = 16
HASH_BYTES = 32


class Refusal(Exception):  # noqa: N818 - an answer of the protocol
    """The card says no; `code` is an `AuthenticateError` or a `DownloadError`."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(str(code))


@dataclass
class Session:
    """One conversation with a server whose certificate, signature and challenge were right."""

    transaction_id: bytes
    server_address: str
    issuer: x509.Certificate
    server: x509.Certificate
    signature: bytes
    """euiccSignature1, which the server signs back."""
    binder: x509.Certificate | None = None
    """CERT.DPpb, once PrepareDownload was accepted."""
    one_time_key: ec.EllipticCurvePrivateKey | None = None
    loading: bool = False
    """A package has begun; the one-time key is used up."""

    @property
    def smdp_oid(self) -> str:
        """The OID that the server's certificates share."""
        return certificates.registered_id(self.server)


def authenticate_server(
    request: auth.AuthenticateServer, challenge: bytes | None, *, keys: CardKeys, info2: EuiccInfo2, now: datetime
) -> tuple[Session, auth.AuthenticateOk]:
    """Check all that the standard wants, in its order, and sign. Raises `Refusal`, `TlvError` for what is no message.

    `challenge` is the one that BF2E gave, None when it was not asked or is used up.
    """
    signed = auth.ServerSigned1.from_bytes(request.signed)
    if not 1 <= len(signed.transaction_id) <= MOST_TRANSACTION_BYTES or not signed.server_address:
        raise TlvError("ServerSigned1 with values of unlikely sizes")
    auth.ContextParameters.from_bytes(request.context)
    if challenge is None:
        raise Refusal(auth.AuthenticateError.NO_SESSION_CONTEXT)
    if request.ci_key_id not in keys.signing_key_ids:
        raise Refusal(auth.AuthenticateError.CI_PK_UNKNOWN)
    try:
        server = certificates.read_certificate(request.certificate)
        issuer = certificates.verify_chain(server, issuers=keys.issuers, role=Role.DP_AUTH, now=now)
    except CertificateError as error:
        raise Refusal(_authenticate_code(error.reason)) from error
    if not certificates.registered_id(server):
        raise Refusal(auth.AuthenticateError.INVALID_OID)
    if not signatures.verify(certificates.public_key(server), request.signature, request.signed):
        raise Refusal(auth.AuthenticateError.INVALID_SIGNATURE)
    if not hmac.compare_digest(signed.euicc_challenge, challenge):
        raise Refusal(auth.AuthenticateError.EUICC_CHALLENGE_MISMATCH)
    answer = auth.EuiccSigned1(
        signed.transaction_id, signed.server_address, signed.server_challenge, info2, request.context
    ).to_bytes()
    signature = keys.sign(answer)
    session = Session(signed.transaction_id, signed.server_address, issuer, server, signature)
    return session, auth.AuthenticateOk(answer, signature, *keys.certificates)


def check_download(request: auth.PrepareDownload, session: Session | None, *, now: datetime) -> auth.SmdpSigned2:
    """The checks of PrepareDownload; the session then knows CERT.DPpb. Raises `Refusal` and `TlvError`."""
    signed = auth.SmdpSigned2.from_bytes(request.signed)
    if session is None or session.loading:
        raise Refusal(auth.DownloadError.NO_SESSION_CONTEXT)
    try:
        binder = certificates.read_certificate(request.certificate)
        certificates.verify_chain(binder, issuers=[session.issuer], role=Role.DP_PB, now=now)
    except CertificateError as error:
        unsupported = error.reason == "curve"
        code = auth.DownloadError.UNSUPPORTED_CURVE if unsupported else auth.DownloadError.INVALID_CERTIFICATE
        raise Refusal(code) from error
    if certificates.registered_id(binder) != session.smdp_oid:  # another server's (§4.5.2.2)
        raise Refusal(auth.DownloadError.INVALID_CERTIFICATE)
    both = request.signed + tlv.encode(0x5F37, session.signature)
    if not signatures.verify(certificates.public_key(binder), request.signature, both):
        raise Refusal(auth.DownloadError.INVALID_SIGNATURE)
    if signed.transaction_id != session.transaction_id:
        raise Refusal(auth.DownloadError.INVALID_TRANSACTION_ID)
    if request.hash_cc is not None and len(request.hash_cc) != HASH_BYTES:
        raise TlvError("hashCc has 32 bytes")
    if signed.confirmation_required and request.hash_cc is None:
        raise Refusal(auth.DownloadError.UNDEFINED)
    session.binder = binder
    return signed


def accept_download(
    request: auth.PrepareDownload, session: Session, one_time_key: ec.EllipticCurvePrivateKey, keys: CardKeys
) -> auth.PrepareDownloadOk:
    """Sign the card's one-time public key for a checked request."""
    session.one_time_key = one_time_key
    answer = auth.EuiccSigned2(session.transaction_id, point(one_time_key.public_key()), request.hash_cc).to_bytes()
    return auth.PrepareDownloadOk(answer, keys.sign(answer + tlv.encode(0x5F37, request.signature)))


def _authenticate_code(reason: str) -> auth.AuthenticateError:
    return {
        "curve": auth.AuthenticateError.UNSUPPORTED_CURVE,
        "issuer": auth.AuthenticateError.CI_PK_UNKNOWN,
        "role": auth.AuthenticateError.INVALID_OID,
    }.get(reason, auth.AuthenticateError.INVALID_CERTIFICATE)
