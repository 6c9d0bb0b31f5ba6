"""ES9+ HandleNotification: what cards tell of a profile, believed only when signed (SGP.22 §3.5, §5.6.4).

The standard answers always the same, so that a card can forget its report; what does not hold is only logged.
"""

from __future__ import annotations

from cryptography import x509

from cloud.smdp import fields
from cloud.smdp.authentication import verified_eid
from cloud.smdp.context import SmdpContext
from cloud.smdp.fields import Body
from cloud.smdp.progress import Point, tell
from cloud.smdp.rules import orders
from cloud.smdp.rules.refusals import Refusal, Refused
from core.rsp import certificates, signatures, tlv
from core.rsp.certificates import CertificateError
from core.rsp.messages import NotificationMetadata, Operation, OtherSignedNotification
from core.rsp.messages_bpp import InstallResultData, ProfileInstallationResult
from core.rsp.tlv import TlvError, read_head

_WORDS = {Operation.ENABLE: "enabled", Operation.DISABLE: "disabled", Operation.DELETE: "deleted"}


def handle(context: SmdpContext, body: Body) -> None:
    """Take note of a `BF37` or a signed `30`. Raises `Refused` only when the JSON itself lacks the notification."""
    data = fields.octets(body, "pendingNotification")
    try:
        tag, _, _ = read_head(data)
        kind = "installation" if tag == ProfileInstallationResult.TAG else "operation"
        (_installation if kind == "installation" else _operation)(context, data)
    except (TlvError, CertificateError, Refused, ValueError, IndexError) as error:
        context.emit("notification.refused", reason=str(error) or type(error).__name__)


def _installation(context: SmdpContext, data: bytes) -> None:
    result = ProfileInstallationResult.from_bytes(data)
    told = InstallResultData.from_bytes(result.data)
    with context.book.lock:
        order = context.book.find(lambda one: bool(one.transaction) and one.transaction == told.transaction_id.hex())
        if order is None:
            raise Refused(Refusal.TRANSACTION_UNKNOWN)
        euicc = x509.load_der_x509_certificate(bytes.fromhex(order.euicc))
        if not signatures.verify(certificates.public_key(euicc), result.signature, result.data):
            raise Refused(Refusal.CARD_REFUSED)
        failure = told.result.failure
        if failure is None and told.result.success is None:
            raise TlvError("neither success nor failure")
        before = order.state
        order = orders.installed(order, failure.reason if failure else None)
        context.book.put(order)
    context.emit("notification", operation="install", iccid=order.iccid, error=failure.reason if failure else None)
    if before is orders.State.DOWNLOADED:
        tell(context, order, Point.INSTALLATION, Refusal.CARD_REFUSED if failure else None, result=data.hex())


def _operation(context: SmdpContext, data: bytes) -> None:
    # The signature is over the bytes that came, so they are taken apart here and not only understood.
    parts = [(tag, tlv.encode(tag, value)) for tag, value in tlv.items(tlv.read(data)[1])]
    euicc, eum = (certificates.read_certificate(part) for tag, part in parts if tag == 0x30)
    eid = verified_eid(context, euicc, eum)
    whole = next((part for tag, part in parts if tag == NotificationMetadata.TAG), b"")
    notification = OtherSignedNotification.from_bytes(data)
    if not signatures.verify(certificates.public_key(euicc), notification.signature, whole):
        raise Refused(Refusal.CARD_REFUSED)
    operation = next((word for bit, word in _WORDS.items() if bit in notification.metadata.operation), "")
    with context.book.lock:
        order = context.book.get(notification.metadata.iccid or "")
        if order is None or order.eid != eid:
            raise Refused(Refusal.ICCID_UNKNOWN)
        if operation:
            context.book.put(orders.used(order, operation))
    context.emit("notification", operation=operation or "install", iccid=order.iccid, error=None)
