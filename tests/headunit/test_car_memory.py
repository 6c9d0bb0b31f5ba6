"""What the car stores survives damage and a kill at any moment, and is nobody else's to read."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from car_bench import HANA, CarBench

from core.tasks import InlineTasks
from headunit.flow.drivers import Driver, key_for
from headunit.memory import Memory

WRITER = """
import sys
from pathlib import Path
from core.tasks import InlineTasks
from headunit.flow.drivers import Driver
from headunit.memory import Memory
memory = Memory(Path(sys.argv[1]), InlineTasks())
number = len(memory.drivers)
while True:
    number += 1
    with memory.changing_now():
        memory.drivers = [*memory.drivers, Driver(f"d{number}", f"s{number}", f"{number}@example.com")]
    print(number, flush=True)
"""


def test_a_killed_car_has_everything_that_it_said_was_stored(tmp_path: Path) -> None:
    for _ in range(4):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        told = 0
        for _ in range(12):
            told = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        told = max([told, *(int(line) for line in writer.stdout.read().split())])
        writer.stdout.close()
        memory = Memory(tmp_path, InlineTasks())
        assert memory.damaged is None
        assert len(memory.drivers) >= told


def test_only_the_owner_may_read_the_file(bench: CarBench) -> None:
    bench.sign_in(HANA, pin="2580")
    path = bench.folder / "car.json"
    assert os.stat(path).st_mode & 0o777 == 0o600
    text = path.read_text(encoding="utf-8")
    assert "2580" not in text
    assert "$argon2id$" in text


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"drivers": 3}',
        '{"drivers": [{"key": "guest", "sub": "x", "email": "y"}]}',
        '{"drivers": [{"key": "a", "sub": "x", "email": 5}]}',
        '{"drivers": [{"key": "a", "sub": "x", "email": "m"}, {"key": "a", "sub": "y", "email": "n"}]}',
        '{"preferences": []}',
        '{"bonds": ["x"]}',
        "\x00\xff",
    ],
)
def test_a_damaged_file_is_kept_aside_and_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "car.json").write_text(content, encoding="utf-8")
    bench = CarBench(tmp_path)
    assert (bench.state("overlay"), bench.error) == ("notice", "storage.damaged")
    assert (tmp_path / "car.json.damaged-1").read_text(encoding="utf-8") == content
    bench.send("dismiss")
    bench.sign_in(HANA)
    bench.restart()
    assert len(bench.state("drivers")) == 1
    bench.car.close()
    bench.car.release()


def test_unknown_fields_of_a_newer_car_do_no_harm(tmp_path: Path) -> None:
    stored = {"drivers": [{"key": "a", "sub": "s", "email": "m@example.com", "seat": 3}], "last": "a", "new": 1}
    (tmp_path / "car.json").write_text(json.dumps(stored), encoding="utf-8")
    memory = Memory(tmp_path, InlineTasks())
    assert memory.damaged is None
    assert memory.last_driver == Driver("a", "s", "m@example.com")


@pytest.mark.parametrize(
    ("email", "taken", "key"),
    [
        ("hana.aoki@example.com", [], "hana-aoki"),
        ("hana.aoki@example.com", ["hana-aoki"], "hana-aoki-2"),
        ("guest@example.com", [], "guest-2"),
        ("花@example.com", [], "driver"),
    ],
)
def test_keys_are_stable_words(email: str, taken: list[str], key: str) -> None:
    assert key_for(email, taken) == key
