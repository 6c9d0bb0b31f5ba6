"""How much memory a bench holds, with the processes that it started."""

from __future__ import annotations

import psutil


def mebibytes() -> float:
    """Resident MiB of this process, and what its children hold for themselves alone."""
    own = psutil.Process()
    children = sum(child.memory_full_info().uss for child in own.children(recursive=True))
    return float(own.memory_info().rss + children) / 2**20
