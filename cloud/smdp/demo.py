"""Stock and orders of the demonstration: profiles that are not on the demo car's card yet, ready to be downloaded."""

from __future__ import annotations

from typing import Any

from cloud.smdp.context import SmdpContext
from cloud.smdp.es2 import confirm_order, download_order
from cloud.smdp.profiles import new_profile
from cloud.smdp.rules.orders import DOWNLOADABLE, Order, State
from cloud.smdp.server import Offer
from core.demo import demo_data
from core.rsp.activation_code import ActivationCode
from core.rsp.pki import SMDP_OID

PROFILE_TYPE = "onebench-demo"
ORDERED_TYPE = "onebench-demo-ordered"


def fill_with_demo(context: SmdpContext) -> list[Offer]:
    """Put the profiles of `assets/demo/demo.toml` in stock: the drivers' (`profiles`) and nobody's (`stock`),
    which the operator orders when a car asks, and those that anybody may download (`downloads`), ordered here.

    The latter, as far as they wait, are the answer; spent ones begin anew.
    """
    for item in demo_data()["profiles"]:
        _stock(context, item, PROFILE_TYPE)
    for item in demo_data()["stock"]:
        _stock(context, {"msisdn": "", **item}, PROFILE_TYPE)
    offers = []
    for item in demo_data()["downloads"]:
        iccid, code = item["iccid"], item.get("confirmation_code", "")
        _stock(context, item, ORDERED_TYPE)
        if _is_spent(context, iccid):
            context.book.put(Order(iccid, ORDERED_TYPE))
            download_order(context, {"iccid": iccid})
            confirm_order(
                context,
                {"iccid": iccid, "matchingId": item["matching_id"], "confirmationCode": code, "releaseFlag": True},
            )
        order = context.book.get(iccid)
        if order is not None and order.state in DOWNLOADABLE:
            activation = ActivationCode(context.address, order.matching_id, SMDP_OID if code else "", bool(code))
            offers.append(Offer(iccid, item["name"], activation, code))
    return offers


def _stock(context: SmdpContext, item: dict[str, Any], profile_type: str) -> None:
    if item["iccid"] not in context.book:
        facts = {name: item[name] for name in ("iccid", "imsi", "msisdn", "provider", "name")}
        context.book.add(new_profile(context.randomness, **facts), profile_type)


def _is_spent(context: SmdpContext, iccid: str) -> bool:
    """Whether a demonstration could not show this download; also an order that a kill left half done."""
    order = context.book.get(iccid)
    if order is None or order.state is State.INSTALLED:
        return False
    return order.state not in DOWNLOADABLE or context.now() >= order.expires_at
