"""Who uses a car: one main user and a limited number of co-users (owner's information; domain facts §4.1)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from core.errors import BenchError


class Role(StrEnum):
    """A user's part in one car."""

    MAIN = "main"
    CO = "co"


def role_for(users: Mapping[int, Role], account: int, wish: Role | None, co_users_max: int) -> Role:
    """The role that `account` gets in a car with these `users` (in order of joining).

    The first user is the main user whatever is wished, since a car has a main user before it has co-users; a car has
    one main user only, so a second wish for it yields a co-user. Raises `too_many_users`.
    """
    others = [role for user, role in users.items() if user != account]
    if Role.MAIN not in others:
        return Role.MAIN
    present = users.get(account)
    if present is None and others.count(Role.CO) >= co_users_max:
        raise BenchError("too_many_users", limit=co_users_max + 1)
    return present or Role.CO


def heir_after(users: Mapping[int, Role], leaving: int) -> int | None:
    """The co-user who becomes main user when `leaving` goes: the one who joined first; None if none must."""
    if users.get(leaving) is not Role.MAIN:
        return None
    return next((user for user in users if user != leaving), None)
