"""ES9+ GetBoundProfilePackage and CancelSession: the package leaves the house, or does not (SGP.22 §5.6.2, §5.6.5)."""

from __future__ import annotations

from cloud.smdp import fields
from cloud.smdp.authentication import signature_tlv
from cloud.smdp.binding import Binding, bind
from cloud.smdp.context import SmdpContext
from cloud.smdp.fields import Body
from cloud.smdp.progress import Point, tell
from cloud.smdp.rules import orders
from cloud.smdp.rules.orders import Order
from cloud.smdp.rules.refusals import Refusal, Refused
from cloud.smdp.rules.sessions import Session, Step
from core.errors import BenchError
from core.rsp import certificates, signatures
from core.rsp.messages_auth import CancelSessionAnswer, CancelSessionSigned, EuiccSigned2, PrepareDownloadAnswer
from core.rsp.pki import SMDP_OID


def get_package(context: SmdpContext, body: Body) -> Body:
    """ES9+ GetBoundProfilePackage: check the card's consent and the confirmation code, bind, hand out.

    A refusal ends the session. The order is stored as downloaded before the package is sent, so that after a kill
    at any moment the same card, and no other, can begin again.
    """
    answer = fields.message(body, "prepareDownloadResponse", PrepareDownloadAnswer)
    session = context.sessions.take(fields.text(body, "transactionId"), Step.AUTHENTICATED, now=context.now())
    if answer.ok is None or session.euicc is None:
        raise Refused(Refusal.CARD_REFUSED, f"PrepareDownload error {answer.error.code if answer.error else '?'}")
    whole = answer.ok.signed + signature_tlv(session.smdp_signature2)
    if not signatures.verify(certificates.public_key(session.euicc), answer.ok.signature, whole):
        raise Refused(Refusal.CARD_REFUSED, "signature")
    signed = fields.parsed(EuiccSigned2, answer.ok.signed, "euiccSigned2")
    if signed.transaction_id != session.transaction_id:
        raise Refused(Refusal.TRANSACTION_UNKNOWN, signed.transaction_id.hex().upper()[:64])
    with context.book.lock:
        order = _pending(context, session)
        _check_code(context, order, signed, session)
        package = _bound(context, order, session, signed.euicc_otpk)
        euicc = certificates.der(session.euicc).hex()
        order = orders.hand_out(order, eid=session.eid, transaction_id=session.transaction_id.hex(), euicc=euicc)
        context.book.put(order)
    tell(context, order, Point.DOWNLOAD)
    session.step = Step.DELIVERED
    context.sessions.open(session)
    return {"transactionId": session.transaction_id.hex().upper(), "boundProfilePackage": fields.b64(package)}


def cancel_session(context: SmdpContext, body: Body) -> Body:
    """ES9+ CancelSession: the card says, signed, that it gives up; some reasons spend the order (SGP.22 §3.0.2)."""
    answer = fields.message(body, "cancelSessionResponse", CancelSessionAnswer)
    session = context.sessions.get(
        fields.text(body, "transactionId"), Step.INITIATED, Step.AUTHENTICATED, Step.DELIVERED, now=context.now()
    )
    if session.euicc is None or answer.ok is None:  # nothing to check it with, and nothing that it could spend
        context.sessions.close(session)
        return {}
    if not signatures.verify(certificates.public_key(session.euicc), answer.ok.signature, answer.ok.signed):
        raise Refused(Refusal.CARD_REFUSED, "signature")
    signed = fields.parsed(CancelSessionSigned, answer.ok.signed, "euiccCancelSessionSigned")
    if signed.transaction_id != session.transaction_id:
        raise Refused(Refusal.TRANSACTION_UNKNOWN, signed.transaction_id.hex().upper()[:64])
    if signed.smdp_oid != SMDP_OID:
        raise Refused(Refusal.OID_REFUSED, signed.smdp_oid[:64])
    with context.book.lock:
        order = context.book.get(session.iccid)
        if order is not None:
            context.book.put(orders.given_up(order, signed.reason))
    context.sessions.close(session)
    context.emit("session.cancelled", iccid=session.iccid, reason=signed.reason)
    return {}


def _pending(context: SmdpContext, session: Session) -> Order:
    """The order as it is now: the operator may have taken it back meanwhile."""
    order = context.book.get(session.iccid)
    if order is None:
        raise Refused(Refusal.PROFILE_UNAVAILABLE)
    orders.check_eligible(order, eid=session.eid, now=context.now())
    return order


def _check_code(context: SmdpContext, order: Order, signed: EuiccSigned2, session: Session) -> None:
    if not order.code_required:
        return
    if signed.hash_cc is None:
        raise Refused(Refusal.CODE_MISSING)
    if orders.code_fits(order, signed.hash_cc, session.transaction_id):
        tell(context, order, Point.CONFIRMATION)
        return
    order = orders.code_refused(order)
    context.book.put(order)
    spent = order.state is orders.State.ERROR
    refusal = Refusal.CODE_RETRIES_EXCEEDED if spent else Refusal.CODE_REFUSED
    tell(context, order, Point.CONFIRMATION, refusal)
    raise Refused(refusal)


def _bound(context: SmdpContext, order: Order, session: Session, euicc_otpk: bytes) -> bytes:
    spec = context.book.spec(order.iccid)
    try:
        package = spec.package()
    except BenchError as error:
        raise Refused(Refusal.PROFILE_UNAVAILABLE, order.iccid) from error
    try:
        return bind(
            package,
            spec.metadata(context.address),
            Binding(session.transaction_id, session.eid, euicc_otpk),
            signer=context.certificates.binding,
            randomness=context.randomness,
            own_keys=spec.own_keys,
        )
    except ValueError as error:
        raise Refused(Refusal.CARD_REFUSED, "one-time key") from error
