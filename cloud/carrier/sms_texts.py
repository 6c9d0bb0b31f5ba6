"""The words of the operator's SMS, from `assets/carrier/sms.toml`."""

from __future__ import annotations

import tomllib
from functools import cache

from core.paths import ASSETS


def sms_text(name: str, language: str, **params: object) -> str:
    """The message `name` in `language` (`ja` or `en`)."""
    return _texts()[name][language].format(**params)


@cache
def _texts() -> dict[str, dict[str, str]]:
    return tomllib.loads((ASSETS / "carrier" / "sms.toml").read_text(encoding="utf-8"))
