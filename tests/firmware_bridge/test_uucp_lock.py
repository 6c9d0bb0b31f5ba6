"""Lock files of other programs keep us out, those of dead ones do not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from firmware_bridge.uucp_lock import holder

DEAD = 2**22 - 3


@pytest.mark.parametrize("text", ["{pid}\n", "      {pid}\n", "{pid} minicom root\n"])
def test_a_living_process_holds_its_port(tmp_path: Path, text: str) -> None:
    (tmp_path / "LCK..ttyUSB2").write_text(text.format(pid=os.getppid()))
    assert holder("/dev/ttyUSB2", [tmp_path]) == os.getppid()
    assert holder("/dev/ttyUSB3", [tmp_path]) is None


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"nobody", b"-1", b"99999999999999", str(DEAD).encode()])
def test_what_names_no_living_process_holds_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "LCK..ttyUSB2").write_bytes(content)
    assert holder("/dev/ttyUSB2", [tmp_path]) is None


def test_a_lock_of_our_own_is_none(tmp_path: Path) -> None:
    (tmp_path / "LCK..ttyUSB2").write_text(str(os.getpid()))
    assert holder("/dev/ttyUSB2", [tmp_path]) is None


def test_a_link_is_held_by_the_name_behind_it(tmp_path: Path) -> None:
    (tmp_path / "LCK..ttyUSB2").write_text(str(os.getppid()))
    (tmp_path / "ttyUSB2").touch()
    (tmp_path / "modem-at").symlink_to(tmp_path / "ttyUSB2")
    assert holder(str(tmp_path / "modem-at"), [tmp_path]) == os.getppid()
