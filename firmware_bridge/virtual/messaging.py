"""Messages on their way: out to the service centre, in to a store or straight to the client (TS 27.005 §3.4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from core.events import EventLog
from core.sms.fields import PduError, alphabet_of
from core.sms.pdu import Deliver, StatusReport, Submit, decode_delivery, decode_submit
from firmware_bridge.virtual.network_core import NetworkCore
from firmware_bridge.virtual.sms.show import direct_lines, report_lines
from firmware_bridge.virtual.sms.store import MODEM_SLOTS, SIM_SLOTS, Message, MessageStore, Status

if TYPE_CHECKING:
    from firmware_bridge.virtual.session import Session

CENTRE = "+819000000000"
"""The service centre that a SIM of the bench names."""
STORED, DIRECT = 1, 2
"""<mt> and, with the numbers changed, <ds> of +CNMI."""


class Messaging:
    """Two stores and the way to the network. The caller holds the modem's lock."""

    def __init__(
        self, core: NetworkCore, *, events: EventLog, imsi: Callable[[], str], sessions: Callable[[], Sequence[Session]]
    ) -> None:
        self.stores = {"SM": MessageStore("SM", SIM_SLOTS), "ME": MessageStore("ME", MODEM_SLOTS)}
        self.reception = "SM"
        """Where messages go that nobody takes (<mem3> of +CPMS)."""
        self._core = core
        self._events = events
        self._imsi = imsi
        self._sessions = sessions
        self._reference = 0

    @property
    def unread(self) -> bool:
        """Whether something new waits."""
        return any(True for store in self.stores.values() for _ in store.listed(Status.UNREAD))

    @property
    def full(self) -> bool:
        """Whether the place for new messages is full."""
        store = self.stores[self.reception]
        return store.used >= store.size

    def submit(self, tpdu: bytes, centre: str) -> int:
        """Send; the message reference. Raises `PduError` for what is no SMS-SUBMIT."""
        message = decode_submit(tpdu)
        self._reference = (self._reference + 1) & 0xFF
        numbered = Submit(
            message.destination,
            message.data,
            message.coding,
            self._reference,
            message.protocol,
            message.validity,
            message.enhanced,
            message.reject_duplicates,
            message.wants_report,
            message.reply_path,
        )
        self._core.send_message(self._imsi(), numbered.encode(), centre or CENTRE)
        return self._reference

    def received(self, tpdu: bytes, centre: str) -> None:
        """A TPDU from the network; what cannot be read or kept is only noted."""
        try:
            message = decode_delivery(tpdu)
        except PduError as error:
            self._events.emit("modem.virtual", "sms.damaged", reason=str(error))
            return
        sessions = self._sessions()
        if isinstance(message, StatusReport):
            self._report(tpdu, centre, message, sessions)
            return
        direct = [] if _for_sim(message) else [item for item in sessions if item.number("+CNMI", 1) >= DIRECT]
        for session in direct:
            session.notify(lambda told: [direct_lines(told, message, tpdu, centre)])
        if not direct:
            self._keep(Message(tpdu, centre, Status.UNREAD), "+CMTI", sessions, 1, STORED)

    def _report(self, tpdu: bytes, centre: str, report: StatusReport, sessions: Sequence[Session]) -> None:
        direct = [session for session in sessions if session.number("+CNMI", 3) == 1]
        for session in direct:
            session.notify(lambda told: [report_lines(told, report, tpdu, centre)])
        if not direct and any(session.number("+CNMI", 3) == DIRECT for session in sessions):
            self._keep(Message(tpdu, centre, Status.UNREAD), "+CDSI", sessions, 3, DIRECT)

    def _keep(self, message: Message, code: str, sessions: Sequence[Session], column: int, value: int) -> None:
        store = self.stores[self.reception]
        slot = store.add(message)
        if slot is None:
            self._events.emit("modem.virtual", "sms.full", store=store.name)
            return
        for session in sessions:
            if session.number("+CNMI", column) == value:
                session.notify(f'{code}: "{store.name}",{slot}')


def _for_sim(message: Deliver) -> bool:
    """Class 2 goes to the SIM whatever the client wants (TS 23.038 §4)."""
    return (message.coding >> 4 in (1, 3, 0xF)) and message.coding & 3 == 2 and alphabet_of(message.coding) != "ucs2"
