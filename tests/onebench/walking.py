"""The command line as a person without a display calls it, for tests of journeys."""

from __future__ import annotations

import os
import subprocess
import sys


def onebench(*arguments: str) -> subprocess.CompletedProcess[str]:
    without_display = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "onebench", *arguments],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        env=without_display,
    )
