"""Messages as lines of AT answers, in PDU and in text mode (TS 27.005 §3.1, §3.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.sms.fields import Address, PduError, alphabet_of, at_time
from core.sms.pdu import (
    Deliver,
    StatusReport,
    Submit,
    Tpdu,
    UserData,
    decode_delivery,
    decode_submit,
    with_centre,
)
from firmware_bridge.virtual.charsets import to_wire
from firmware_bridge.virtual.sms.store import STATUS_TEXTS, Message

if TYPE_CHECKING:
    from firmware_bridge.virtual.session import Session


def pdu_text(tpdu: bytes, centre: str) -> str:
    """<pdu>."""
    return with_centre(centre, tpdu).hex().upper()


def read_message(message: Message) -> Tpdu | None:
    """The values in a stored message; None for octets that are none."""
    try:
        return decode_delivery(message.tpdu) if message.received else decode_submit(message.tpdu)
    except PduError:
        return None


def list_line(session: Session, slot: int, message: Message) -> str:
    """+CMGL for one message."""
    if not session.number("+CMGF"):
        pdu = pdu_text(message.tpdu, message.centre)
        return f"+CMGL: {slot},{int(message.status)},,{len(message.tpdu)}\r\n{pdu}"
    content = read_message(message)
    status = f'+CMGL: {slot},"{STATUS_TEXTS[message.status]}"'
    if isinstance(content, StatusReport):
        first = message.tpdu[0]
        return f"{status},{first},{content.reference},{_report_tail(session, content)}"
    if content is None:
        return f"{status},,,"
    address = content.originator if isinstance(content, Deliver) else content.destination
    time = f'"{at_time(content.time)}"' if isinstance(content, Deliver) else ""
    more = f",{address.kind},{len(content.data.body)}" if session.number("+CSDH") else ""
    return f"{status},{_address(session, address)},,{time}{more}\r\n{body_text(session, content.data, content.coding)}"


def read_line(session: Session, message: Message) -> str:
    """+CMGR."""
    if not session.number("+CMGF"):
        pdu = pdu_text(message.tpdu, message.centre)
        return f"+CMGR: {int(message.status)},,{len(message.tpdu)}\r\n{pdu}"
    content = read_message(message)
    status = f'+CMGR: "{STATUS_TEXTS[message.status]}"'
    if isinstance(content, StatusReport):
        return f"{status},{message.tpdu[0]},{content.reference},{_report_tail(session, content)}"
    if isinstance(content, Deliver):
        return f"{status},{_deliver_head(session, content, message.tpdu[0], message.centre)}"
    if isinstance(content, Submit):
        more = ""
        if session.number("+CSDH"):
            validity = content.validity[0] if len(content.validity) == 1 else ""
            more = (
                f",{content.destination.kind},{message.tpdu[0]},{content.protocol},{content.coding},{validity}"
                f",{_centre(session, message.centre)},{len(content.data.body)}"
            )
        body = body_text(session, content.data, content.coding)
        return f"{status},{_address(session, content.destination)},{more}\r\n{body}"
    return f"{status},,"


def direct_lines(session: Session, message: Deliver, tpdu: bytes, centre: str) -> str:
    """+CMT with its second line."""
    if session.number("+CMGF"):
        return f"+CMT: {_deliver_head(session, message, tpdu[0], centre)}"
    return f"+CMT: ,{len(tpdu)}\r\n{pdu_text(tpdu, centre)}"


def report_lines(session: Session, report: StatusReport, tpdu: bytes, centre: str) -> str:
    """+CDS."""
    if session.number("+CMGF"):
        return f"+CDS: {tpdu[0]},{report.reference},{_report_tail(session, report)}"
    return f"+CDS: {len(tpdu)}\r\n{pdu_text(tpdu, centre)}"


def body_text(session: Session, data: UserData, coding: int) -> str:
    """<data>: letters of the character set, or hexadecimal for what is no GSM text or has a header."""
    if alphabet_of(coding) == "gsm" and not data.header:
        return to_wire(data.text(coding), session.charset)
    header = bytes((len(data.header),)) + data.header if data.header else b""
    return (header + data.body).hex().upper()


def _deliver_head(session: Session, message: Deliver, first: int, centre: str) -> str:
    more = ""
    if session.number("+CSDH"):
        more = (
            f",{message.originator.kind},{first},{message.protocol},{message.coding}"
            f",{_centre(session, centre)},{len(message.data.body)}"
        )
    body = body_text(session, message.data, message.coding)
    return f'{_address(session, message.originator)},,"{at_time(message.time)}"{more}\r\n{body}'


def _report_tail(session: Session, report: StatusReport) -> str:
    times = f'"{at_time(report.time)}","{at_time(report.discharged)}"'
    return f"{_address(session, report.recipient)},{report.recipient.kind},{times},{report.status}"


def _address(session: Session, address: Address) -> str:
    return f'"{to_wire(str(address), session.charset)}"'


def _centre(session: Session, centre: str) -> str:
    return f"{_address(session, Address.of(centre))},{Address.of(centre).kind}" if centre else '"",129'
