"""Cloud, head unit and phone as processes of their own: they find each other, and end in order when asked to."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from bench_driver import driver_at

from core.clock import Clock
from core.data_folder import DataFolder
from onebench.sweep.rules import PHONE_LOG_IN, PHONE_SCAN, Rule

pytestmark = pytest.mark.web_engine

CAR = Path(__file__).with_name("car_program.py")
PATIENCE = 30.0


def free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(item.getsockname()[1]) for item in sockets]
    for item in sockets:
        item.close()
    return ports


def until(condition: Callable[[], Any]) -> Any:
    """What `condition` yields as soon as it is true."""
    clock = Clock()
    deadline = clock.monotonic() + PATIENCE
    try:
        while not (found := condition()):
            assert clock.monotonic() < deadline, "nothing came"
            clock.sleep(0.05)
        return found
    finally:
        clock.close()


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    running: list[subprocess.Popen[str]] = []

    def begin(*arguments: object) -> subprocess.Popen[str]:
        environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
        process = subprocess.Popen(
            [sys.executable, *map(str, arguments)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment,
        )  # fmt: skip
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate()


def listens_to(process: subprocess.Popen[str], number: signal.Signals) -> bool:
    """Whether the process has its own answer to a signal by now; where nobody can tell, it is taken to have."""
    status = Path(f"/proc/{process.pid}/status")
    if not status.exists():
        return True
    caught = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught.split()[1], 16) >> (number - 1) & 1)


def end(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Ask a process to end; its exit status and what it said on stderr."""
    until(lambda: listens_to(process, signal.SIGTERM))
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=PATIENCE)
    return process.returncode, said


def events(folder: Path) -> list[dict[str, Any]]:
    path = folder / "events.jsonl"
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        with contextlib.suppress(ValueError):  # the last one may still be on its way
            found.append(json.loads(line))
    return found


def happened(folder: Path, kind: str, **data: Any) -> bool:
    return any(event["kind"] == kind and data.items() <= event["data"].items() for event in events(folder))


def fetch(url: str, form: dict[str, str] | None = None, bearer: str = "") -> bytes:
    body = "&".join(f"{key}={quote(value)}" for key, value in form.items()).encode() if form else None
    request = urllib.request.Request(url, data=body, headers={"Authorization": f"Bearer {bearer}"} if bearer else {})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return bytes(answer.read())


def test_three_processes_find_each_other_and_end_in_order(tmp_path: Path, start: Any) -> None:
    cloud_port, air_port, display_port = free_ports(3)
    url, air = f"http://127.0.0.1:{cloud_port}", f"127.0.0.1:{air_port}"
    data = ("--data", tmp_path)
    cloud = start("-m", "onebench", "cloud", *data, "--port", cloud_port, "--air-port", air_port)
    assert cloud.stdout.readline().split() == ["cloud", url]
    car = start(
        "-m", "onebench", "headunit", *data, "--modem", "virtual",
        "--cloud", url, "--air", air, "--display-port", display_port,
    )  # fmt: skip
    display = f"http://127.0.0.1:{display_port}"
    assert car.stdout.readline().split() == ["display", f"{display}/display.mjpg"]
    phone = start(
        "-m", "onebench", "phone", *data, "--cloud", url, "--air", air, "--scene", f"{display}/display.mjpg"
    )  # fmt: skip

    until(lambda: happened(tmp_path / "headunit", "http.answer", status=200))
    until(lambda: happened(tmp_path / "cloud", "http.request"))
    for part in ("headunit", "phone"):
        until(lambda part=part: happened(tmp_path / part, "air.up"))
    assert fetch(f"{display}/display.jpg").startswith(b"\xff\xd8")
    for part, process in (("phone", phone), ("headunit", car), ("cloud", cloud)):
        status, said = end(process)
        assert (part, status) == (part, 0), said
        assert "Traceback" not in said
        DataFolder(tmp_path / part).open().close()


def test_a_restarted_cloud_still_knows_who_signed_in(tmp_path: Path, start: Any) -> None:
    (port, air_port) = free_ports(2)
    url = f"http://127.0.0.1:{port}"
    command = ("-m", "onebench", "cloud", "--data", tmp_path, "--port", port, "--air-port", air_port)
    challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"  # RFC 7636, appendix B
    form = {
        "client_id": "bmw-car", "username": "hana.aoki@example.com", "password": "Bench-Aoki-2026",
        "code_challenge": challenge, "code_challenge_method": "S256",
    }  # fmt: skip
    first = start(*command)
    assert first.stdout.readline()
    code = json.loads(fetch(f"{url}/oauth/authorize-challenge", form))["authorization_code"]
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    grant = {
        "client_id": "bmw-car", "grant_type": "authorization_code", "code": code, "code_verifier": verifier
    }  # fmt: skip
    tokens = json.loads(fetch(f"{url}/oauth/token", grant))
    first.kill()
    first.communicate()
    second = start(*command)
    assert second.stdout.readline()
    claims = json.loads(fetch(f"{url}/oauth/userinfo", bearer=tokens["access_token"]))
    assert claims["email"] == "hana.aoki@example.com"
    assert end(second)[0] == 0


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no Xvfb")
@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_the_whole_bench_on_a_display_ends_when_asked(tmp_path: Path, asked: signal.Signals) -> None:
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert screen.stdout is not None
    environment = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    bench = subprocess.Popen(
        [sys.executable, "-m", "onebench", "run", "--data", str(tmp_path)],
        env=environment | {"DISPLAY": f":{screen.stdout.readline().strip()}"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        until(lambda: happened(tmp_path, "started", screen="home"))  # the car comes up after its first picture
        until(lambda: listens_to(bench, signal.SIGTERM))
        bench.send_signal(asked)
        _, said = bench.communicate(timeout=PATIENCE)
    finally:
        bench.kill()
        screen.terminate()
        screen.communicate()
    assert (bench.returncode, "Traceback" in said) == (0, False), said
    DataFolder(tmp_path).open().close()


def test_a_car_in_another_process_is_signed_in_by_its_picture(tmp_path: Path, start: Any, qapp: Any) -> None:
    """The phone here sees the display there, approves, and the car there goes on to the connected eSIM."""
    (display_port,) = free_ports(1)
    parts = frozenset({"cloud", "carrier", "phone"})
    scene = f"http://127.0.0.1:{display_port}/display.mjpg"
    pki = tmp_path / "pki"
    with driver_at(tmp_path / "here", parts=parts, scene_url=scene, pki=pki) as driver:
        air = driver.world.air_address
        car = start(CAR, tmp_path / "there", driver.world.cloud_url, f"{air[0]}:{air[1]}", display_port, pki)
        log_in = (*PHONE_LOG_IN, Rule("phone.app.tab.profile", {"phone.app.screen": "welcome"}))
        driver.go({"phone.app.screen": "profile"}, log_in)
        assert car.stdout.readline().strip() == "showing"
        scan = tuple(Rule(rule.control, {k: v for k, v in rule.when.items() if k[:4] != "car."}) for rule in PHONE_SCAN)
        driver.go({"phone.app.screen": "approved"}, scan)
        assert car.stdout.readline().strip() == "connected hana.aoki@example.com", car.communicate()
        assert car.wait(PATIENCE) == 0
