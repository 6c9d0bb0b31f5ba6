"""Libraries are linked before Python imports them, so that the windows go on meanwhile."""

from __future__ import annotations

import subprocess
import sys

import pytest

from phone_app.scanner.linking import link

PROGRAM = """
import sys
from pathlib import Path
from phone_app.scanner.linking import link
assert link("{module}", "{pattern}") == 1
assert "{module}" not in sys.modules
assert "/{module}" in "".join(line for line in Path("/proc/self/maps").read_text().splitlines() if ".so" in line)
import {module}
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize(("module", "pattern"), [("cv2", "cv2*"), ("zxingcpp", "zxingcpp*")])
def test_a_library_is_there_before_its_module(module: str, pattern: str) -> None:
    program = PROGRAM.format(module=module, pattern=pattern)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_what_is_not_there_is_no_error() -> None:
    assert link("no_such_module", "*") == 0
    assert link("cv2", "nothing*") == 0
