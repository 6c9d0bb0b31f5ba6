"""What is typed wrongly at the command line: one sentence that says what is right, and a status by kind."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest


def run(*arguments: object) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "onebench", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("headunit", "--cloud", "nonsense"), 5, "nonsense is no address of a cloud."),
        (("phone", "--cloud", "http://127.0.0.1:port"), 5, "http://127.0.0.1:port is no address of a cloud."),
        (("cloud", "--database", "nonsense"), 6, "this is no database address"),
        (("cloud", "--database", "sqlite:////nowhere/x.db"), 6, "unable to open database file"),
        (("cloud", "--brand", "tram"), 1, "there is no brand tram."),
        (("accessory", "watch9"), 1, "there is no accessory watch9."),
        (("run", "--accessory", "watch9"), 1, "there is no accessory watch9."),
    ],
)
def test_wrong_options(tmp_path: Path, arguments: tuple[str, ...], status: int, sentence: str) -> None:
    found, said = run(*arguments, "--data", tmp_path)
    assert (found, said.count("\n")) == (status, 1)
    assert said.startswith("onebench: ")
    assert sentence in said
    assert "?" not in said


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    status, said = run("cloud", "--data", tmp_path / "file")
    assert status == 6
    assert "Not a directory" in said


@pytest.mark.parametrize(("option", "other"), [("--port", "--air-port"), ("--air-port", "--port")])
def test_a_port_that_is_taken(tmp_path: Path, option: str, other: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, socket.create_server(("127.0.0.1", 0)) as free:
        port, another = taken.getsockname()[1], free.getsockname()[1]
        free.close()
        status, said = run("cloud", "--data", tmp_path, option, port, other, another)
    assert status == 1
    assert said == f"onebench: port {port} is taken by another program. Choose another with {option}.\n"
