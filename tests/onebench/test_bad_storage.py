"""Files that make no sense, a folder in use, a full disk: told, and nothing that was stored is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench_driver import driver_at, without

from core.data_folder import DataFolder
from onebench.sweep.rules import CONNECTED, EMAIL

pytestmark = pytest.mark.web_engine

CHILD = Path(__file__).with_name("set_up_program.py")
GARBAGE = b'{"drivers": [\xff\x00'
STORED = {
    "settings.toml": "settings.damaged",
    "car/car.json": "car",
    "phone/phone.json": "phone",
    "phone/mybmw.json": "phone",
    "phone/contacts.json": "phone",
    "phone/bluetooth.json": "phone",
    "modem/card.json": "storage.damaged",
    "cloud/cloud.sqlite3": "storage.damaged",
}


def test_files_that_make_no_sense_are_kept_and_told(tmp_path: Path, qapp) -> None:
    folder = tmp_path / "data"
    with driver_at(folder) as driver:
        driver.go({"car.screen": "sync"}, EMAIL.rules)
    for name in STORED:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(GARBAGE)
    with driver_at(folder) as driver:
        kept = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.damaged-1")}
        assert kept == {f"{name}.damaged-1": GARBAGE for name in STORED}
        told = [(trouble.code, Path(str(trouble.params["path"])).name) for trouble in driver.world.troubles]
        assert sorted(told) == sorted(
            (code, f"{Path(name).name}.damaged-1") for name, code in STORED.items() if "." in code
        )
        driver.wait("car.overlay", "notice")
        driver.assert_said("car", "car.error", "storage.damaged")
        assert driver.read("phone.banner.kind") == "damaged"
        # Everything starts anew and works.
        assert driver.read("car.activeDriver.key") == "guest"
        driver.go(CONNECTED, EMAIL.rules)


@pytest.mark.parametrize("command", ["run", "headunit", "phone", "cloud"])
def test_a_second_bench_on_the_same_folder_refuses(tmp_path: Path, command: str) -> None:
    folder = tmp_path if command == "run" else tmp_path / command
    first = DataFolder(folder).open()
    (folder / "kept").write_text("stays", encoding="utf-8")
    try:
        second = subprocess.run(
            [sys.executable, "-m", "onebench", command, "--data", str(tmp_path), "--fresh"],
            env=os.environ | {"DISPLAY": ":77"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    finally:
        first.close()
    assert second.returncode == 6
    assert second.stderr.startswith(f"onebench: another bench is using {folder}.")
    assert "Traceback" not in second.stderr
    assert (folder / "kept").read_text(encoding="utf-8") == "stays"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes; only root can mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(disk)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(mount, check=False).returncode != 0:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """A file that takes all the room there is left."""
    path = disk / "others"
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            pass
    return path


def test_a_full_disk_is_told_and_loses_nothing(small_disk: Path, qapp) -> None:
    folder = small_disk / "data"
    car = folder / "car" / "car.json"
    with driver_at(folder) as driver:
        driver.go({"car.screen": "pinEntry", "car.pin.stage": "enter", "car.pin.digits": 0}, EMAIL.rules)
        driver.wait("car.error", {})
        before = json.loads(car.read_text(encoding="utf-8"))
        taken = fill(small_disk)
        for digit in "25802580":
            driver.tap(f"car.pinEntry.key{digit}")
        driver.world.actors["car"].screen.wait(lambda: driver.read("car.error.code") is not None, 10)
        driver.assert_said("car", "car.error", "storage.full")
        assert json.loads(car.read_text(encoding="utf-8")) == before
        assert driver.read("car.screen") == "pinEntry"
        taken.unlink()
        driver.go({"car.screen": "pinDone"}, without(EMAIL.rules, "car.pinDone.continue"))
        assert json.loads(car.read_text(encoding="utf-8"))["drivers"][0]["pin_hash"]
    with driver_at(folder) as driver:
        assert driver.read("car.screen") == "pinAsk"


def test_a_disk_that_is_full_while_the_driver_is_stored(small_disk: Path, qapp) -> None:
    folder = small_disk / "data"
    with driver_at(folder) as driver:
        driver.go({"car.screen": "credentials"}, EMAIL.rules)
        taken = fill(small_disk)
        driver.go({"car.screen": "credentials", "car.error.code": ("cloud.broken", "storage.full")}, EMAIL.rules)
        taken.unlink()
        driver.go(CONNECTED, EMAIL.rules)
    stored = json.loads((folder / "car" / "car.json").read_text(encoding="utf-8"))
    assert [item["email"] for item in stored["drivers"]] == ["hana.aoki@example.com"]


def test_a_bench_that_is_killed_goes_on_where_it_was(tmp_path: Path, qapp) -> None:
    folder = tmp_path / "data"
    lines = 0
    for more in (12, 45, 60, 75, 40, 55):
        child = subprocess.Popen([sys.executable, str(CHILD), str(folder)], stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "up", child.wait()
        seen = 0
        for _ in child.stdout:
            seen += 1
            if seen >= more:
                break
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        lines += seen
        for path in [*folder.rglob("*.json")]:
            json.loads(path.read_text(encoding="utf-8"))
        assert list(folder.rglob("*.damaged-*")) == []
    assert lines > 150
    with driver_at(folder) as driver:
        driver.go(CONNECTED)
        assert driver.world.troubles == []
        assert driver.read("car.overlay") == ""
        assert [item["email"] for item in driver.read("car.drivers")] == ["hana.aoki@example.com"]
