"""What the SM-DP+ knows, for a server that was handed its stock."""

from __future__ import annotations

from cloud.sites.inspector.tables import Table, table
from cloud.smdp.order_book import OrderBook


def tables(book: OrderBook) -> list[Table]:
    """Every profile with the state of its order."""
    rows = [
        {
            "ICCID": order.iccid,
            "type": order.profile_type,
            "state": str(order.state).upper(),
            "EID": order.eid,
            "downloads tried": order.download_tries,
            "expires_at": order.expires_at or None,
        }
        for order in book.all()
    ]
    return [table("smdp", "SM-DP+ orders", rows)]
