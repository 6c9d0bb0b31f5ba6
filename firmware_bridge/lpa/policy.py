"""Profile policy rules of an offered profile: does this card let that operator set them? (SGP.22 §2.9.2)"""

from __future__ import annotations

from collections.abc import Iterable

from core.rsp.messages_admin import AuthorisationRule
from core.rsp.messages_bpp import OperatorId, StoreMetadata

PPR_1, PPR_2 = 1, 2
"""Bits of PprIds: the profile cannot be disabled, cannot be deleted. Bit 0 is about updates and no rule."""
CONSENT_REQUIRED = 0
ANY_DIGIT = 0xE
"""In a PLMN of an authorisation rule: any digit fits (§2.9.2.1)."""


def rules_of(metadata: StoreMetadata) -> frozenset[int]:
    """The rules that the profile brings."""
    return frozenset(metadata.rules or ()) & {PPR_1, PPR_2}


def allowed(metadata: StoreMetadata, authorised: Iterable[AuthorisationRule]) -> bool:
    """Whether each rule of the profile is authorised for its owner."""
    table = list(authorised)
    return all(
        any(rule in entry.rules and _names(entry.operators, metadata.owner) for entry in table)
        for rule in rules_of(metadata)
    )


def _names(operators: Iterable[OperatorId], owner: OperatorId | None) -> bool:
    return owner is not None and any(_fits(operator, owner) for operator in operators)


def _fits(pattern: OperatorId, owner: OperatorId) -> bool:
    """Without a group in the pattern any group fits; an empty one means that the owner must have none."""
    if not _plmn_fits(pattern.plmn, owner.plmn):
        return False
    return all(
        wanted is None or wanted == (found or b"")
        for wanted, found in ((pattern.gid1, owner.gid1), (pattern.gid2, owner.gid2))
    )


def _plmn_fits(pattern: bytes, plmn: bytes) -> bool:
    if len(pattern) != len(plmn):
        return False
    return all(
        half in (ANY_DIGIT, digit)
        for one, other in zip(pattern, plmn, strict=True)
        for half, digit in ((one >> 4, other >> 4), (one & 0x0F, other & 0x0F))
    )
