"""Short messages in PDU and text mode (TS 27.005 §3)."""

from __future__ import annotations

from collections.abc import Iterable

from core.sms.fields import PduError
from core.sms.pdu import decode_delivery
from firmware_bridge.virtual.commands.composing import parse_pdu, typed_address, typed_message
from firmware_bridge.virtual.commands.table import Call, Prompt, SmsError, command, fixed, tested
from firmware_bridge.virtual.messaging import CENTRE
from firmware_bridge.virtual.network_core import MessageRefused
from firmware_bridge.virtual.phonebook import Entry
from firmware_bridge.virtual.sms.show import list_line, read_line
from firmware_bridge.virtual.sms.store import ALL, STATUS_TEXTS, Message, MessageStore, Status

BAD_PDU, BAD_TEXT, BAD_PLACE, FULL, NO_NETWORK, NO_SIM, SIM_BUSY = 304, 305, 321, 322, 331, 310, 314
NOT_SUBSCRIBED = 50
"""Requested facility not subscribed (TS 24.011 §E.2, as TS 27.005 §3.2.5 shows it)."""
LISTS = (*STATUS_TEXTS, "ALL")
STORES = '("SM","ME")'

tested("+CSMS", "TS 27.005 §3.2.1", "+CSMS: (0,1)")
tested("+CPMS", "TS 27.005 §3.2.2", f"+CPMS: {STORES},{STORES},{STORES}")
tested("+CMGR", "TS 27.005 §3.4.3")
tested("+CMGS", "TS 27.005 §3.5.1")
tested("+CMGW", "TS 27.005 §3.5.3")
tested("+CMSS", "TS 27.005 §3.5.2")
tested("+CMGC", "TS 27.005 §3.5.5")
tested("+CSCA", "TS 27.005 §3.3.1")
tested("+CNMA", "TS 27.005 §3.4.4", "+CNMA: (0-2)")
tested("+CSAS", "TS 27.005 §3.3.5", "+CSAS: (0)")
tested("+CRES", "TS 27.005 §3.3.6", "+CRES: (0)")
for _name in ("+CNMA", "+CSAS", "+CRES"):
    fixed(_name, "execute")
    fixed(_name, "set")


@command("+CSMS", "set")
def _service(call: Call) -> Iterable[str]:
    call.session.values["+CSMS"] = (str(call.choice((0, 1))),)
    return ("+CSMS: 1,1,0",)


@command("+CSMS", "read")
def _which_service(call: Call) -> Iterable[str]:
    return (f"+CSMS: {call.session.values.get('+CSMS', ('0',))[0]},1,1,0",)


@command("+CPMS", "set")
def _choose(call: Call) -> Iterable[str]:
    stores = call.device.messaging.stores
    named = [name.upper() for name in call.request.arguments]
    if not 1 <= len(named) <= 3 or any(name and name not in stores for name in named):
        raise SmsError(302)
    for place, name in enumerate(named):
        if name:
            call.session.memories[place] = name
    call.device.messaging.reception = call.session.memories[2]
    counts = [f"{stores[name].used},{stores[name].size}" for name in call.session.memories]
    return (f"+CPMS: {','.join(counts)}",)


@command("+CPMS", "read")
def _chosen(call: Call) -> Iterable[str]:
    stores = call.device.messaging.stores
    counts = [f'"{name}",{stores[name].used},{stores[name].size}' for name in call.session.memories]
    return (f"+CPMS: {','.join(counts)}",)


@command("+CSCA", "set")
def _set_centre(call: Call) -> Iterable[str]:
    number = typed_address(call, 0)
    if call.request.number(1) == 145 and not number.startswith("+"):
        number = f"+{number}"
    call.session.centre = number
    return ()


@command("+CSCA", "read")
def _centre(call: Call) -> Iterable[str]:
    number = call.session.centre or CENTRE
    return (f'+CSCA: "{number}",{Entry(number).kind}',)


@command("+CMGL", "test", clause="TS 27.005 §3.4.2")
def _lists(call: Call) -> Iterable[str]:
    names = ",".join(f'"{name}"' for name in LISTS)
    return (f"+CMGL: ({names})" if call.session.number("+CMGF") else "+CMGL: (0-4)",)


@command("+CMGL", "set", "execute")
def _list(call: Call) -> Iterable[str]:
    status = _wanted_status(call)
    lines = []
    for slot, message in _store(call).listed(status):
        lines.append(list_line(call.session, slot, message))
        _mark_read(message)
    return lines


def _wanted_status(call: Call) -> int:
    text = call.text(0)
    if not text:
        return int(Status.UNREAD)
    if call.session.number("+CMGF") and text.upper() in LISTS:
        return LISTS.index(text.upper())
    if text.isdigit() and int(text) <= ALL:
        return int(text)
    raise SmsError(BAD_TEXT if call.session.number("+CMGF") else BAD_PDU)


@command("+CMGR", "set")
def _read(call: Call) -> Iterable[str]:
    message = _store(call).get(call.request.number(0))
    if message is None:
        raise SmsError(BAD_PLACE)
    line = read_line(call.session, message)
    _mark_read(message)
    return (line,)


@command("+CMGD", "set", clause="TS 27.005 §3.5.4")
def _delete(call: Call) -> Iterable[str]:
    store = _store(call)
    slot, flag = call.request.number(0), call.request.number(1)
    if flag == 0:
        if not 1 <= slot <= store.size:
            raise SmsError(BAD_PLACE)
        store.delete(slot)
    elif flag <= 4:
        kinds = (Status.READ, Status.SENT, Status.UNSENT, Status.UNREAD)
        store.delete_where(kinds[:flag])
    else:
        raise SmsError(BAD_PDU)
    return ()


@command("+CMGD", "test")
def _deletable(call: Call) -> Iterable[str]:
    used = ",".join(str(slot) for slot, _ in _store(call).listed(ALL))
    return (f"+CMGD: ({used}),(0-4)",)


@command("+CMGS", "set")
def _send(call: Call) -> Iterable[str]:
    _may_send(call)
    if call.session.number("+CMGF"):
        number = typed_address(call, 0)
        raise Prompt(lambda text: _sent(call, "+CMGS", typed_message(call, number, text), ""))
    length = call.request.number(0)

    def complete(text: bytes) -> Iterable[str]:
        centre, tpdu = parse_pdu(text, length)
        return _sent(call, "+CMGS", tpdu, centre)

    raise Prompt(complete)


@command("+CMGC", "set")
def _send_command(call: Call) -> Iterable[str]:
    raise SmsError(303)  # the stand-in centre takes no SMS-COMMAND


@command("+CMGW", "set", "execute")
def _write(call: Call) -> Iterable[str]:
    if call.session.number("+CMGF"):
        number = typed_address(call, 0) if call.count else ""
        status = LISTS.index(call.text(2)) if call.text(2) in STATUS_TEXTS else int(Status.UNSENT)
        raise Prompt(lambda text: _stored(call, typed_message(call, number, text), "", Status(status)))
    length, place = call.request.number(0), call.request.number(1, int(Status.UNSENT))
    if place >= ALL:
        raise SmsError(BAD_PDU)

    def complete(text: bytes) -> Iterable[str]:
        received = place <= Status.READ
        centre, tpdu = parse_pdu(text, length, submit=not received)
        if received:
            try:
                decode_delivery(tpdu)
            except PduError as error:
                raise SmsError(BAD_PDU) from error
        return _stored(call, tpdu, centre, Status(place))

    raise Prompt(complete)


@command("+CMSS", "set")
def _send_stored(call: Call) -> Iterable[str]:
    _may_send(call)
    store = call.device.messaging.stores[call.session.memories[1]]
    message = store.get(call.request.number(0))
    if message is None or message.received:
        raise SmsError(BAD_PLACE)
    tpdu = message.tpdu
    if call.count > 1:
        tpdu = typed_message(call, typed_address(call, 1), tpdu, again=True)
    lines = _sent(call, "+CMSS", tpdu, message.centre)
    message.status = Status.SENT
    return lines


def _may_send(call: Call) -> None:
    if call.device.sim_busy:
        raise SmsError(SIM_BUSY)
    if call.device.files is None:
        raise SmsError(NO_SIM)
    if not call.device.radio.registered:
        raise SmsError(NO_NETWORK)


def _sent(call: Call, name: str, tpdu: bytes, centre: str) -> Iterable[str]:
    _may_send(call)
    try:
        return (f"{name}: {call.device.messaging.submit(tpdu, centre or call.session.centre)}",)
    except MessageRefused as error:
        raise SmsError(NOT_SUBSCRIBED) from error
    except PduError as error:
        raise SmsError(BAD_PDU) from error


def _stored(call: Call, tpdu: bytes, centre: str, status: Status) -> Iterable[str]:
    slot = call.device.messaging.stores[call.session.memories[1]].add(Message(tpdu, centre, status))
    if slot is None:
        raise SmsError(FULL)
    return (f"+CMGW: {slot}",)


def _store(call: Call) -> MessageStore:
    return call.device.messaging.stores[call.session.memories[0]]


def _mark_read(message: Message) -> None:
    if message.status is Status.UNREAD:
        message.status = Status.READ
