"""`onebench modem download` and what belongs to it, against a virtual modem and an SM-DP+ of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cloud.smdp.server import SmdpServer
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness

NEW = "8981000000000000037"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def environment(data: Path) -> dict[str, str]:
    return os.environ | {"XDG_DATA_HOME": str(data), "COVERAGE_PROCESS_START": ""}


@pytest.fixture(scope="module")
def port(data: Path, environment: dict[str, str]) -> Iterator[str]:
    link = data / "vm"
    command = [sys.executable, "-m", "onebench", "modem", "virtual", "--link", str(link), "--fresh"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == str(link)
    yield str(link)
    process.terminate()
    assert process.wait(10) == 0
    process.stdout.close()


@pytest.fixture(scope="module")
def server(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmdpServer]:
    clock = Clock()
    running = SmdpServer(
        folder=tmp_path_factory.mktemp("smdp"),
        pki_folder=data / "onebench" / "pki",
        clock=clock,
        events=EventLog(clock),
        faults=Faults(),
        randomness=SystemRandomness(),
    )
    running.start()
    yield running
    running.stop()
    clock.close()


@pytest.fixture
def run(environment: dict[str, str], port: str) -> Run:
    def run(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "onebench", "modem", *arguments, "--port", port]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=60, input=typed
        )

    return run


@pytest.fixture
def place(server: SmdpServer) -> tuple[str, str]:
    return "--connect-to", f"{server.address[0]}:{server.address[1]}"


def code_of(server: SmdpServer, iccid: str = NEW) -> str:
    return str(next(offer.code for offer in server.offers if offer.iccid == iccid))


def test_a_profile_comes_is_used_and_goes(run: Run, server: SmdpServer, place: tuple[str, str]) -> None:
    later = run("download", "--code", code_of(server), *place, typed="later\n")
    assert later.returncode == 4
    assert "One Number" in later.stderr
    assert "nothing was downloaded" in later.stderr
    got = run("download", "--code", code_of(server), "--yes", "--json", *place)
    assert got.returncode == 0, got.stderr
    assert json.loads(got.stdout)["iccid"] == NEW
    assert json.loads(got.stdout)["notifications_waiting"] == 0
    assert "(last)" not in got.stderr
    assert run("enable", NEW, *place).returncode == 0
    assert json.loads(run("info", "--json").stdout)["sim"]["imsi"] == "001010000000003"
    assert run("notifications").stdout.strip() == "no notifications"
    assert run("delete", NEW, *place).returncode == 4  # it is in use
    assert run("disable", NEW).returncode == 0  # nobody says where the server is: the report waits
    waiting = run("notifications", "--send", "--json")
    assert waiting.returncode == 7
    assert [item["problem"] for item in json.loads(waiting.stdout)] == ["smdp.unreachable"]
    assert run("notifications", "--send", *place).stdout.strip() == "no notifications"
    assert run("delete", NEW, *place).returncode == 0
    assert NEW not in run("profiles").stdout


def test_kinds_of_failure(run: Run, server: SmdpServer, place: tuple[str, str], tmp_path: Path) -> None:
    wrong = run("download", "--code", "https://example.com", "--yes")
    assert wrong.returncode == 4
    assert "no activation code" in wrong.stderr
    unknown = run("download", "--code", code_of(server).rpartition("$")[0] + "$NOBODY", "--yes", *place)
    assert unknown.returncode == 7
    assert "8.2.6" in unknown.stderr
    assert run("download", "--code", code_of(server), "--yes", "--connect-to", "nowhere").returncode == 7
    (tmp_path / "ca.pem").write_text("nothing")
    assert run("download", "--code", code_of(server), "--yes", "--ca", str(tmp_path / "ca.pem")).returncode == 7
    assert run("reset").returncode == 2


def test_the_confirmation_code_and_the_decoded_ladder(run: Run, server: SmdpServer, place: tuple[str, str]) -> None:
    offer = next(item for item in server.offers if item.confirmation_code)
    asked = run("download", "--code", str(offer.code), "--yes", *place)
    assert asked.returncode == 4
    assert "--confirmation-code" in asked.stderr
    got = run("download", "--code", str(offer.code), "--confirmation-code", offer.confirmation_code, "--yes", "-v",
              "--insecure", *place)  # fmt: skip
    assert got.returncode == 0, got.stderr
    assert "NOT checked" in got.stderr
    assert offer.iccid in got.stdout
    for word in ("STORE DATA block 0", "BF38 AuthenticateServer", "9000 ok", "BF37 ProfileInstallationResult"):
        assert word in got.stderr, word


def test_the_default_server_and_a_reset(run: Run) -> None:
    assert "smdp.example.org" in run("smdp", "smdp.example.org").stdout
    assert run("reset", "--operational", "--default-smdp").returncode == 0
    assert run("profiles").stdout.strip() == "no profiles"
    assert json.loads(run("smdp", "--json").stdout)["default_smdp"] == ""
