"""The life of one device authorization grant (RFC 8628): what each poll answers and what a person may still decide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from cloud.identity.rules.pkce import verifier_fits

POLL_LEEWAY = 0.5
"""Seconds a poll may come early: the answer's way to the client and back is part of the client's own interval."""


class GrantStatus(StrEnum):
    """Where a grant stands. `expired` is not stored: it follows from the clock."""

    PENDING = "pending"
    APPROVED = "approved"
    DENIED = "denied"
    USED = "used"
    EXPIRED = "expired"


class Poll(StrEnum):
    """What the token end point answers to a poll (RFC 8628 §3.5); APPROVED means: issue tokens now."""

    PENDING = "authorization_pending"
    SLOW_DOWN = "slow_down"
    DENIED = "access_denied"
    EXPIRED = "expired_token"
    INVALID = "invalid_grant"
    APPROVED = "approved"


class Decision(StrEnum):
    """Whether a person's decision counted."""

    ACCEPTED = "accepted"
    ALREADY_USED = "already_used"
    EXPIRED = "expired"


@dataclass(frozen=True)
class DeviceGrant:
    """One grant as stored. Instants are seconds since 1970, durations seconds.

    `last_answered` is the last poll that kept the pace, `slowed` whether this pace was already broken since then.
    """

    client_id: str
    expires_at: float
    interval: float
    status: GrantStatus = GrantStatus.PENDING
    last_answered: float | None = None
    slowed: bool = False
    code_challenge: str | None = None
    opened_by: int | None = None
    openings: int = 0

    def status_at(self, now: float) -> GrantStatus:
        """The status a person is told: an undecided or unfetched grant dies with its code."""
        if self.status in (GrantStatus.PENDING, GrantStatus.APPROVED) and now >= self.expires_at:
            return GrantStatus.EXPIRED
        return self.status


def poll(
    grant: DeviceGrant, *, now: float, client_id: str, code_verifier: str | None, slow_down_step: float
) -> tuple[Poll, DeviceGrant]:
    """The answer to one poll and the grant to store (RFC 8628 §3.5, RFC 7636 §4.6).

    Too early a poll is told so whatever was decided, so that haste gains nothing. It raises the interval once and
    does not move the reference instant; a steady client therefore always gets its answer when the raised interval
    is over. The very first poll is never too early.
    """
    if grant.client_id != client_id or grant.status is GrantStatus.USED:
        return Poll.INVALID, grant
    if not verifier_fits(grant.code_challenge, code_verifier):
        return Poll.INVALID, grant
    if now >= grant.expires_at:
        return Poll.EXPIRED, grant
    if grant.last_answered is not None and now < grant.last_answered + grant.interval - POLL_LEEWAY:
        raised = grant.interval if grant.slowed else grant.interval + slow_down_step
        return Poll.SLOW_DOWN, replace(grant, interval=raised, slowed=True)
    grant = replace(grant, last_answered=now, slowed=False)
    if grant.status is GrantStatus.DENIED:
        return Poll.DENIED, grant
    if grant.status is GrantStatus.APPROVED:
        return Poll.APPROVED, grant
    return Poll.PENDING, grant


def decide(grant: DeviceGrant, *, now: float, approve: bool) -> tuple[Decision, DeviceGrant]:
    """A signed-in person's yes or no. Only the first decision of a living code counts."""
    status = grant.status_at(now)
    if status is GrantStatus.EXPIRED:
        return Decision.EXPIRED, grant
    if status is not GrantStatus.PENDING:
        return Decision.ALREADY_USED, grant
    return Decision.ACCEPTED, replace(grant, status=GrantStatus.APPROVED if approve else GrantStatus.DENIED)


def has_decided(grant: DeviceGrant, *, approve: bool) -> bool:
    """Whether this very decision was taken before: repeating it is no mistake when its answer was lost."""
    return grant.status in ((GrantStatus.APPROVED, GrantStatus.USED) if approve else (GrantStatus.DENIED,))


def open_by(grant: DeviceGrant, account: int, limit: int) -> tuple[bool, DeviceGrant]:
    """Whether `account` may look at this code, and the grant to store.

    A code belongs to one car and one driver; each change of account counts, and after `limit` of them the code is
    closed (RFC 8628 §5.1 for this code, §5.4 for a code that is handed around). One account may look often.
    """
    if grant.opened_by == account:
        return grant.openings <= limit, grant
    grant = replace(grant, opened_by=account, openings=grant.openings + 1)
    return grant.openings <= limit, grant
