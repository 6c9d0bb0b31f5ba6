"""The life of a profile at the SM-DP+ (SGP.22 §3.1.6): ordered, confirmed, released, downloaded, installed.

An order never changes; each step gives a new one or raises `Refused`. Instants are seconds since 1970 UTC.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, replace
from enum import StrEnum

from cloud.smdp.rules.refusals import Refusal, Refused

LIFETIME = 30 * 86400.0
"""Seconds for which an order can be downloaded; operators print about a month."""
CODE_TRIES = 3
"""Wrong confirmation codes until the order is spent (SGP.22 §3.1.3 asks for a limit)."""
DOWNLOAD_TRIES = 10
"""Sessions that may begin a download of one order: enough for a bad radio, few for an attacker."""


class State(StrEnum):
    """States of a profile at its server (SGP.22 §3.1.6)."""

    AVAILABLE = "available"
    ALLOCATED = "allocated"
    LINKED = "linked"
    CONFIRMED = "confirmed"
    RELEASED = "released"
    DOWNLOADED = "downloaded"
    INSTALLED = "installed"
    ERROR = "error"
    UNAVAILABLE = "unavailable"


ORDERED = (State.ALLOCATED, State.LINKED, State.CONFIRMED, State.RELEASED)
DOWNLOADABLE = (State.RELEASED, State.DOWNLOADED)


@dataclass(frozen=True)
class Order:
    """One profile in the server's stock and what became of it.

    `confirmation` is SHA-256 of the confirmation code in hex; the code itself is not kept. `expires_at` counts once
    ordered. `transaction` and `euicc` (hex) name the session and the card (DER of its certificate) of the download.
    """

    iccid: str
    profile_type: str
    state: State = State.AVAILABLE
    eid: str = ""
    matching_id: str = ""
    confirmation: str = ""
    code_tries: int = 0
    download_tries: int = 0
    expires_at: float = 0.0
    transaction: str = ""
    euicc: str = ""
    on_card: str = ""

    @property
    def code_required(self) -> bool:
        """Whether the person must give a confirmation code."""
        return bool(self.confirmation)


def allocate(order: Order, *, eid: str, now: float, lifetime: float = LIFETIME) -> Order:
    """ES2+ DownloadOrder: reserve the profile, for one card if `eid` is given."""
    if order.state is not State.AVAILABLE:
        raise Refused(Refusal.ICCID_IN_USE, order.iccid)
    fresh = Order(order.iccid, order.profile_type)
    return replace(fresh, state=State.LINKED if eid else State.ALLOCATED, eid=eid, expires_at=now + lifetime)


def confirm(order: Order, *, eid: str, matching_id: str, confirmation_code: str, release: bool) -> Order:
    """ES2+ ConfirmOrder: give the order its matching id and, if wanted, its code; `release` it at once or later."""
    if order.state not in (State.ALLOCATED, State.LINKED):
        raise Refused(Refusal.ICCID_IN_USE, order.iccid)
    if eid and order.eid not in ("", eid):
        raise Refused(Refusal.EID_ASSOCIATION, eid)
    return replace(
        order,
        state=State.RELEASED if release else State.CONFIRMED,
        eid=eid or order.eid,
        matching_id=matching_id,
        confirmation=hashlib.sha256(confirmation_code.encode()).hexdigest() if confirmation_code else "",
    )


def release(order: Order) -> Order:
    """ES2+ ReleaseProfile: from now on the card may have it."""
    if order.state is not State.CONFIRMED:
        raise Refused(Refusal.ICCID_IN_USE, order.iccid)
    return replace(order, state=State.RELEASED)


def cancel(order: Order, *, eid: str, matching_id: str, reusable: bool) -> Order:
    """ES2+ CancelOrder: take the order back; the profile is available again or never more."""
    if order.state not in ORDERED and order.state is not State.ERROR:
        raise Refused(Refusal.ICCID_IN_USE, order.iccid)
    if eid and order.eid != eid:
        raise Refused(Refusal.EID_ASSOCIATION, eid)
    if matching_id and order.matching_id != matching_id:
        raise Refused(Refusal.MATCHING_ID_ASSOCIATION, matching_id)
    return Order(order.iccid, order.profile_type, State.AVAILABLE if reusable else State.UNAVAILABLE)


def check_eligible(order: Order, *, eid: str, now: float) -> None:
    """Whether the card `eid` may begin the download (SGP.22 §3.1.3, step of the pending order)."""
    if order.state in (State.ALLOCATED, State.LINKED, State.CONFIRMED):
        raise Refused(Refusal.NOT_RELEASED, order.iccid)
    if order.state is State.ERROR and order.code_tries >= CODE_TRIES:
        raise Refused(Refusal.CODE_RETRIES_EXCEEDED)
    if order.state is State.ERROR and order.download_tries >= DOWNLOAD_TRIES:
        raise Refused(Refusal.RETRIES_EXCEEDED)
    if order.state not in DOWNLOADABLE:
        raise Refused(Refusal.MATCHING_ID_REFUSED, order.matching_id)
    if order.eid not in ("", eid):
        raise Refused(Refusal.EID_REFUSED, eid)
    if now >= order.expires_at:
        raise Refused(Refusal.ORDER_EXPIRED, order.iccid)


def begin_download(order: Order) -> Order:
    """One try is used; the last one too many spends the order, which `check_eligible` then tells."""
    if order.download_tries >= DOWNLOAD_TRIES:
        return replace(order, state=State.ERROR)
    return replace(order, download_tries=order.download_tries + 1)


def code_refused(order: Order) -> Order:
    """One wrong confirmation code more; too many spend the order. One that was taken back meanwhile stays as it is."""
    tries = order.code_tries + 1
    spent = tries >= CODE_TRIES and order.state in (State.RELEASED, State.DOWNLOADED)
    return replace(order, code_tries=tries, state=State.ERROR if spent else order.state)


def code_fits(order: Order, hash_cc: bytes, transaction_id: bytes) -> bool:
    """Whether the card's hash is SHA-256(SHA-256(code) ‖ transaction id) (SGP.22 §5.7.5)."""
    wanted = hashlib.sha256(bytes.fromhex(order.confirmation) + transaction_id).digest()
    return hmac.compare_digest(wanted, hash_cc)


def hand_out(order: Order, *, eid: str, transaction_id: str, euicc: str) -> Order:
    """The bound package is about to be sent: the profile belongs to this card now."""
    return replace(
        order, state=State.DOWNLOADED, eid=eid, code_tries=0, transaction=transaction_id, euicc=euicc, on_card=""
    )


LET_PASS = frozenset({10, 11})
"""Installation errors after which the card may try again: insufficientMemory, interruption (SGP.22 §2.5.6)."""


def installed(order: Order, error: int | None) -> Order:
    """What the card's installation result makes of a downloaded profile; `error` is its ErrorReason."""
    if order.state is not State.DOWNLOADED:
        return order
    if error is None:
        return replace(order, state=State.INSTALLED, on_card="disabled")
    return replace(order, state=State.RELEASED if error in LET_PASS else State.ERROR)


SPENDING = frozenset({0, 3, 4})
"""Reasons to cancel that end the order: endUserRejection, pprNotAllowed, metadataMismatch (SGP.22 §3.0.2)."""


def given_up(order: Order, reason: int) -> Order:
    """The session was cancelled. Postponed and timed-out downloads can be taken up again."""
    if order.state not in DOWNLOADABLE:
        return order
    return replace(order, state=State.ERROR if reason in SPENDING else State.RELEASED)


def used(order: Order, operation: str) -> Order:
    """A card tells `enabled`, `disabled` or `deleted`; a deleted profile goes back into stock, to be ordered again."""
    if order.state is not State.INSTALLED:
        return order
    if operation == "deleted":
        return Order(order.iccid, order.profile_type, on_card=operation)
    return replace(order, on_card=operation)
