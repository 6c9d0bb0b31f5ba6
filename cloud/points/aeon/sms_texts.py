"""The words of the bank's SMS, from `assets/points/sms.toml`."""

from __future__ import annotations

import tomllib
from functools import cache

from core.paths import ASSETS


def one_time_password(language: str, code: str, minutes: int) -> str:
    """The message with the one-time password, in `ja` or `en`."""
    return _texts()["one_time_password"][language].format(code=code, minutes=minutes)


@cache
def _texts() -> dict[str, dict[str, str]]:
    return tomllib.loads((ASSETS / "points" / "sms.toml").read_text(encoding="utf-8"))
