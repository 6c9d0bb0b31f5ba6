"""Runs a measured program as a user's shell would: in a process of its own, reusing what earlier starts left behind."""

from __future__ import annotations

import os
import subprocess
import sys


def run_python(*arguments: str, timeout: float) -> str:
    """What `python *arguments` printed; `timeout` in wall seconds. Raises CalledProcessError when it fails."""
    environment = dict(os.environ)
    # Without it Python compiles each module anew at every start, which nobody outside a test run does.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=timeout, env=environment)  # noqa: S603
    return done.stdout
