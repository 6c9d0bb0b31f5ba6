"""`onebench modem` as a person or a script calls it, against `onebench modem virtual` in another process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

FIRST, SECOND = "8981000000000000011", "8981000000000000029"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return os.environ | {"XDG_DATA_HOME": str(tmp_path_factory.mktemp("data")), "COVERAGE_PROCESS_START": ""}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Iterator[str]:
    link = tmp_path_factory.mktemp("line") / "vm"
    command = [sys.executable, "-m", "onebench", "modem", "virtual", "--link", str(link), "--fresh"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == str(link)
    yield str(link)
    process.terminate()
    assert process.wait(10) == 0
    process.stdout.close()
    assert not link.is_symlink()


@pytest.fixture
def run(environment: dict[str, str]):
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "onebench", "modem", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)

    return run


def test_a_profile_is_found_named_enabled_and_disabled(run, port: str) -> None:
    found = json.loads(run("profiles", "--port", port, "--json").stdout)
    assert [(item["iccid"], item["state"]) for item in found] == [(FIRST, "disabled"), (SECOND, "disabled")]
    assert run("nickname", FIRST, "花", "--port", port).returncode == 0
    enabled = run("enable", FIRST, "--port", port, "--json")
    assert json.loads(enabled.stdout)["state"] == "home"
    info = json.loads(run("info", "--port", port, "--json").stdout)
    assert (info["sim"]["iccid"], info["operator"]["plmn"]) == (FIRST, "00101")
    assert "花" in run("profiles", "--port", port).stdout
    assert FIRST in run("notifications", "--port", port).stdout
    assert run("notifications", "--remove", "0", "--port", port).stdout.strip() == "no notifications"
    assert run("disable", FIRST, "--port", port).returncode == 0
    shown = run("profiles", "--port", port, "-v")
    assert "> AT+CCHO=" in shown.stderr


def test_probe_and_list(run, port: str) -> None:
    assert "89081000000000000000000000000112" in run("probe", "--port", port).stdout
    assert run("list", "--json").returncode == 0


def test_kinds_of_failure_have_their_exit_status(run, port: str, tmp_path: Path) -> None:
    missing = run("profiles", "--port", str(tmp_path / "none"))
    assert missing.returncode == 3
    assert "there is no modem" in missing.stderr
    wrong = run("enable", "8981000000000000999", "--port", port)
    assert wrong.returncode == 4
    assert run("enable").returncode == 2
    second = run("virtual")
    assert second.returncode == 6  # the card is in use by the modem that runs


def test_a_real_card_is_changed_only_when_confirmed(port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from typer.testing import CliRunner

    from core.errors import BenchError
    from onebench.commands.modem import app

    monkeypatch.setattr("firmware_bridge.virtual.device.MANUFACTURER", "somebody else")  # so this one seems real
    runner = CliRunner()
    refused = runner.invoke(app, ["nickname", SECOND, "x", "--port", port], input="n\n")
    assert isinstance(refused.exception, BenchError)
    assert refused.exception.code == "modem.not_confirmed"
    assert "352906110000017" in refused.output
    assert runner.invoke(app, ["nickname", SECOND, "yes", "--port", port], input="y\n").exit_code == 0
    assert runner.invoke(app, ["nickname", SECOND, "flag", "--port", port, "--yes"]).exit_code == 0
    assert "flag" in runner.invoke(app, ["profiles", "--port", port]).output
