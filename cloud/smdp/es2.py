"""ES2+: the operator orders, confirms, releases and cancels profiles (SGP.22 §5.3)."""

from __future__ import annotations

import re

from cloud.smdp import fields
from cloud.smdp.context import SmdpContext
from cloud.smdp.fields import Body
from cloud.smdp.rules import orders
from cloud.smdp.rules.orders import Order, State
from cloud.smdp.rules.refusals import Refusal, Refused
from core.randomness import choose

MATCHING_ID_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without I, O, 0 and 1, which people mistake for each other."""
_MATCHING_ID = re.compile(r"[!-#%-~]{1,255}")


def download_order(context: SmdpContext, body: Body) -> Body:
    """ES2+ DownloadOrder (§5.3.1): reserve a profile by ICCID or by type, for one EID if given."""
    eid, iccid, profile_type = _eid(body), _iccid(fields.optional(body, "iccid")), fields.optional(body, "profileType")
    if not iccid and not profile_type:
        raise Refused(Refusal.ELEMENT_MISSING, "iccid or profileType")
    with context.book.lock:
        order = orders.allocate(_stock(context, iccid, profile_type), eid=eid, now=context.now())
        context.book.put(order)
    context.emit("order.allocated", iccid=order.iccid, eid=eid)
    return {"iccid": order.iccid}


def confirm_order(context: SmdpContext, body: Body) -> Body:
    """ES2+ ConfirmOrder (§5.3.2): fix the matching id (made here if none is given) and the confirmation code."""
    eid, matching_id = _eid(body), fields.optional(body, "matchingId")
    release = fields.flag(body, "releaseFlag")
    if matching_id and not _MATCHING_ID.fullmatch(matching_id):
        raise Refused(Refusal.FUNCTION_INVALID, "matchingId")
    if (wished := fields.optional(body, "smdpAddress")) not in ("", context.address):
        raise Refused(Refusal.ADDRESS_REFUSED, wished)
    with context.book.lock:
        order = _known(context, body)
        matching_id = matching_id or _new_matching_id(context)
        taken = context.book.find(lambda one: one.matching_id == matching_id and one.iccid != order.iccid)
        if taken is not None and taken.state not in (State.AVAILABLE, State.UNAVAILABLE):
            raise Refused(Refusal.MATCHING_ID_IN_USE, matching_id)
        code = fields.optional(body, "confirmationCode")
        order = orders.confirm(order, eid=eid, matching_id=matching_id, confirmation_code=code, release=release)
        context.book.put(order)
    context.emit("order.confirmed", iccid=order.iccid, eid=order.eid, released=release)
    return {
        **({"eid": order.eid} if order.eid else {}),
        "matchingId": order.matching_id,
        "smdpAddress": context.address,
    }


def release_profile(context: SmdpContext, body: Body) -> Body:
    """ES2+ ReleaseProfile (§5.3.3)."""
    with context.book.lock:
        order = orders.release(_known(context, body))
        context.book.put(order)
    context.emit("order.released", iccid=order.iccid)
    return {}


def cancel_order(context: SmdpContext, body: Body) -> Body:
    """ES2+ CancelOrder (§5.3.4): back into stock, or never to be used (`finalProfileStatusIndicator`)."""
    eid, matching_id = _eid(body), fields.optional(body, "matchingId")
    final = fields.text(body, "finalProfileStatusIndicator")
    if final not in ("Available", "Unavailable"):
        raise Refused(Refusal.FUNCTION_INVALID, "finalProfileStatusIndicator")
    with context.book.lock:
        order = _known(context, body)
        order = orders.cancel(order, eid=eid, matching_id=matching_id, reusable=final == "Available")
        context.book.put(order)
        context.sessions.close_for(order.iccid)
    context.emit("order.cancelled", iccid=order.iccid, state=order.state)
    return {}


def _known(context: SmdpContext, body: Body) -> Order:
    iccid = _iccid(fields.text(body, "iccid"))
    order = context.book.get(iccid)
    if order is None:
        raise Refused(Refusal.ICCID_UNKNOWN, iccid)
    return order


def _stock(context: SmdpContext, iccid: str, profile_type: str) -> Order:
    if iccid:
        order = context.book.get(iccid)
        if order is None:
            raise Refused(Refusal.ICCID_UNKNOWN, iccid)
        if profile_type and order.profile_type != profile_type:
            raise Refused(Refusal.TYPE_REFUSED, profile_type)
        return order
    if context.book.find(lambda one: one.profile_type == profile_type) is None:
        raise Refused(Refusal.TYPE_UNKNOWN, profile_type)
    free = context.book.find(lambda one: one.profile_type == profile_type and one.state is State.AVAILABLE)
    if free is None:
        raise Refused(Refusal.TYPE_EXHAUSTED, profile_type)
    return free


def _iccid(text: str) -> str:
    """Digits; an F at the end is padding (SGP.22 §6.5.2.1)."""
    plain = text.upper().removesuffix("F")
    if plain and not re.fullmatch(r"[0-9]{18,20}", plain):
        raise Refused(Refusal.FUNCTION_INVALID, "iccid")
    return plain


def _eid(body: Body) -> str:
    eid = fields.optional(body, "eid")
    if eid and not re.fullmatch(r"[0-9]{32}", eid):
        raise Refused(Refusal.FUNCTION_INVALID, "eid")
    return eid


def _new_matching_id(context: SmdpContext) -> str:
    letters = choose(context.randomness, MATCHING_ID_LETTERS, 20)
    return "-".join(letters[at : at + 5] for at in range(0, 20, 5))
