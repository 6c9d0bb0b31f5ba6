"""The password of the bank's Mynapoint page: half-width, at least 8, a letter and a digit both (`AEON-09`)."""

from __future__ import annotations

import re

from core.errors import BenchError

MIN_LENGTH = 8
MAX_LENGTH = 64
_HALF_WIDTH = re.compile(r"[A-Za-z0-9]*")


def checked_password(typed: str) -> str:
    """The password if it keeps the rule.

    Raises `password.missing`, `password.not_half_width`, `password.too_short {limit}`, `password.too_long {limit}`,
    `password.needs_letter`, `password.needs_digit`.
    """
    if not typed:
        raise BenchError("password.missing")
    if not _HALF_WIDTH.fullmatch(typed):
        raise BenchError("password.not_half_width")
    if len(typed) < MIN_LENGTH:
        raise BenchError("password.too_short", limit=MIN_LENGTH)
    if len(typed) > MAX_LENGTH:
        raise BenchError("password.too_long", limit=MAX_LENGTH)
    if not any(sign.isalpha() for sign in typed):
        raise BenchError("password.needs_letter")
    if not any(sign.isdigit() for sign in typed):
        raise BenchError("password.needs_digit")
    return typed
