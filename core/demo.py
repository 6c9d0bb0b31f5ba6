"""The demonstration's people, car and profiles, read from `assets/demo/demo.toml` by every part that plays in it."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from core.paths import ASSETS


@cache
def demo_data() -> dict[str, Any]:
    """The parsed file: `car`, `profiles`, `accounts`, `phone`. Treat it as read-only."""
    return tomllib.loads((ASSETS / "demo" / "demo.toml").read_text(encoding="utf-8"))
