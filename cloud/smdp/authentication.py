"""ES9+ InitiateAuthentication and AuthenticateClient: server and card prove themselves (SGP.22 §3.0.1, §5.6)."""

from __future__ import annotations

from cryptography import x509

from cloud.smdp import fields
from cloud.smdp.context import SmdpContext
from cloud.smdp.eligibility import choose_order
from cloud.smdp.fields import Body
from cloud.smdp.progress import Point, tell
from cloud.smdp.rules import orders
from cloud.smdp.rules.refusals import Refusal, Refused
from cloud.smdp.rules.sessions import LIFETIME, Session, Step
from core.rsp import certificates, signatures, tlv
from core.rsp.certificates import CertificateError
from core.rsp.messages import EuiccInfo1
from core.rsp.messages_auth import (
    AuthenticateOk,
    AuthenticateServerAnswer,
    ContextParameters,
    EuiccSigned1,
    ServerSigned1,
    SmdpSigned2,
)

CHALLENGE_BYTES = 16
SUPPORTED_VERSIONS = ("2.", "3.")
"""Cards of version 3 speak version 2 with a server that does."""


def initiate(context: SmdpContext, body: Body) -> Body:
    """ES9+ InitiateAuthentication (SGP.22 §5.6.1): sign the card's challenge, set one's own."""
    challenge = fields.octets(body, "euiccChallenge")
    if len(challenge) != CHALLENGE_BYTES:
        raise Refused(Refusal.FUNCTION_INVALID, "euiccChallenge")
    info = fields.message(body, "euiccInfo1", EuiccInfo1)
    if fields.text(body, "smdpAddress") != context.address:
        raise Refused(Refusal.ADDRESS_REFUSED, context.address)
    if not info.svn.startswith(SUPPORTED_VERSIONS):
        raise Refused(Refusal.VERSION_UNSUPPORTED, info.svn)
    ci = certificates.key_id(context.certificates.ci)
    if ci not in info.ci_for_signing:
        raise Refused(Refusal.CI_FOR_SIGNING)
    if ci not in info.ci_for_verification:
        raise Refused(Refusal.NO_CERTIFICATE)
    session = Session(
        context.randomness.bytes(16), challenge, context.randomness.bytes(CHALLENGE_BYTES), context.now() + LIFETIME
    )
    signed = ServerSigned1(session.transaction_id, challenge, context.address, session.server_challenge).to_bytes()
    context.sessions.open(session)
    return {
        "transactionId": session.transaction_id.hex().upper(),
        "serverSigned1": fields.b64(signed),
        "serverSignature1": fields.b64(signature_tlv(context.certificates.auth.sign(signed))),
        "euiccCiPKIdToBeUsed": fields.b64(tlv.encode(0x04, ci)),
        "serverCertificate": fields.b64(context.certificates.auth.der),
    }


def authenticate(context: SmdpContext, body: Body) -> Body:
    """ES9+ AuthenticateClient (SGP.22 §5.6.3): check the card, find its order, offer the profile.

    A refusal ends the session.
    """
    answer = fields.message(body, "authenticateServerResponse", AuthenticateServerAnswer)
    session = context.sessions.take(fields.text(body, "transactionId"), Step.INITIATED, now=context.now())
    if answer.ok is None:
        raise Refused(Refusal.CARD_REFUSED, f"AuthenticateServer error {answer.error.code if answer.error else '?'}")
    signed, session.euicc, session.eid = _check_card(context, session, answer.ok)
    parameters = fields.parsed(ContextParameters, signed.context, "ctxParams1")
    with context.book.lock:
        order = choose_order(context, session.eid, parameters.matching_id or "", signed.info2)
        order = orders.begin_download(order)
        context.book.put(order)
        if order.state is orders.State.ERROR:
            tell(context, order, Point.ELIGIBILITY, Refusal.RETRIES_EXCEEDED)
            raise Refused(Refusal.RETRIES_EXCEEDED)
        offered = SmdpSigned2(session.transaction_id, order.code_required).to_bytes()
        session.smdp_signature2 = context.certificates.binding.sign(offered + signature_tlv(answer.ok.signature))
        session.iccid, session.step = order.iccid, Step.AUTHENTICATED
        context.sessions.close_for(order.iccid)
        context.sessions.open(session)
    tell(context, order, Point.ELIGIBILITY)
    return {
        "transactionId": session.transaction_id.hex().upper(),
        "profileMetadata": fields.b64(context.book.spec(order.iccid).metadata(context.address).to_bytes()),
        "smdpSigned2": fields.b64(offered),
        "smdpSignature2": fields.b64(signature_tlv(session.smdp_signature2)),
        "smdpCertificate": fields.b64(context.certificates.binding.der),
    }


def signature_tlv(signature: bytes) -> bytes:
    """`5F37 40` and the 64 bytes, as signatures are sent and signed again."""
    return tlv.encode(0x5F37, signature)


def _check_card(
    context: SmdpContext, session: Session, answer: AuthenticateOk
) -> tuple[EuiccSigned1, x509.Certificate, str]:
    eum = _read(answer.eum_certificate, Refusal.EUM_REFUSED)
    euicc = _read(answer.euicc_certificate, Refusal.EUICC_REFUSED)
    eid = verified_eid(context, euicc, eum)
    if not signatures.verify(certificates.public_key(euicc), answer.signature, answer.signed):
        raise Refused(Refusal.CARD_REFUSED, "signature")
    signed = fields.parsed(EuiccSigned1, answer.signed, "euiccSigned1")
    if signed.transaction_id != session.transaction_id:
        raise Refused(Refusal.TRANSACTION_UNKNOWN, signed.transaction_id.hex().upper()[:64])
    if signed.server_challenge != session.server_challenge or signed.server_address != context.address:
        raise Refused(Refusal.CARD_REFUSED, "challenge or address")
    return signed, euicc, eid


def verified_eid(context: SmdpContext, euicc: x509.Certificate, eum: x509.Certificate) -> str:
    """The EID that the chain CI, EUM, eUICC vouches for; each break of the chain has its own refusal."""
    now, ci = context.clock.now(), context.certificates.ci
    try:
        certificates.verify_chain(eum, issuers=[ci], role=certificates.Role.EUM, now=now)
    except CertificateError as error:
        raise Refused(_EUM_REFUSALS.get(error.reason, Refusal.EUM_REFUSED)) from error
    try:
        return certificates.verify_euicc(euicc, eum, issuers=[ci], now=now)
    except CertificateError as error:
        raise Refused(_EUICC_REFUSALS.get(error.reason, Refusal.EUICC_REFUSED)) from error


_EUM_REFUSALS = {"issuer": Refusal.CI_UNKNOWN, "expired": Refusal.EUM_EXPIRED}
_EUICC_REFUSALS = {"range": Refusal.EID_RANGE, "expired": Refusal.EUICC_EXPIRED}


def _read(der: bytes, refusal: Refusal) -> x509.Certificate:
    try:
        return certificates.read_certificate(der)
    except CertificateError as error:
        raise Refused(refusal, error.reason) from error
