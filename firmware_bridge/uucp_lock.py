"""Lock files of programs that know no other lock: `LCK..ttyUSB0` with a process number (FHS 3.0 §5.9)."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

FOLDERS = (Path("/run/lock"), Path("/var/lock"))


def holder(device: str, folders: Sequence[Path] = FOLDERS) -> int | None:
    """The living process that has locked `device`, by its own name or the one that it links to; None when free."""
    names = {Path(device).name, Path(device).resolve().name}
    for path in (folder / f"LCK..{name}" for folder in folders for name in sorted(names)):
        with contextlib.suppress(OSError, ValueError, IndexError):
            number = int(path.read_bytes().split()[0])
            if number != os.getpid() and _lives(number):
                return number
    return None


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return number > 0
