"""Which order a card gets: by its matching id, else by its EID, and only if the card can use it (SGP.22 §3.1.3)."""

from __future__ import annotations

from cloud.smdp.context import SmdpContext
from cloud.smdp.progress import Point, tell
from cloud.smdp.rules import orders
from cloud.smdp.rules.orders import Order, State
from cloud.smdp.rules.refusals import Refusal, Refused
from core.errors import BenchError
from core.rsp.messages import EuiccInfo2

PROFILE_VERSION = 2
"""Major version of the interoperable format that the bench's packages are in."""
HEADROOM = 1024
"""Bytes that a card needs besides the package itself: its ISD-P and its records."""


def choose_order(context: SmdpContext, eid: str, matching_id: str, card: EuiccInfo2) -> Order:
    """The order that this card may download now, or `Refused`."""
    if matching_id:
        order = context.book.find(lambda one: one.matching_id == matching_id and one.state is not State.AVAILABLE)
        if order is None:
            raise Refused(Refusal.MATCHING_ID_REFUSED, matching_id)
    else:
        order = context.book.find(lambda one: one.eid == eid and one.state in orders.DOWNLOADABLE)
        order = order or context.book.find(lambda one: one.eid == eid and one.state in orders.ORDERED)
        if order is None:
            raise Refused(Refusal.EID_REFUSED, eid)
    try:
        orders.check_eligible(order, eid=eid, now=context.now())
        _check_card(context, order, card)
    except Refused as error:
        tell(context, order, Point.ELIGIBILITY, error.refusal)
        raise
    return order


def _check_card(context: SmdpContext, order: Order, card: EuiccInfo2) -> None:
    if int(card.profile_version.split(".")[0] or 0) < PROFILE_VERSION:
        raise Refused(Refusal.NO_ELIGIBLE_PROFILE, card.profile_version)
    rules = set(context.book.spec(order.iccid).rules)
    if card.forbidden_rules and rules & card.forbidden_rules:
        raise Refused(Refusal.NO_ELIGIBLE_PROFILE, order.iccid)
    try:
        size = len(context.book.spec(order.iccid).package())
    except BenchError as error:
        raise Refused(Refusal.PROFILE_UNAVAILABLE, order.iccid) from error
    free = card.resource.free_nvm
    if free is not None and free < size + HEADROOM:
        raise Refused(Refusal.CARD_FULL, str(free))
