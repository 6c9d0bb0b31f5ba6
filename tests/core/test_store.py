"""JSON stores and the data folder: kills, damage, full disks, two benches."""

import json
import multiprocessing
import os
import signal

import pytest

from core.data_folder import DataFolder
from core.errors import BenchError
from core.settings import Settings, load_settings
from core.store import JsonStore


def test_what_was_saved_is_loaded_and_private(tmp_path):
    store = JsonStore(tmp_path / "a" / "drivers.json")
    assert store.load({"drivers": []}) == {"drivers": []}
    store.save({"name": "青木 花"})
    assert store.load() == {"name": "青木 花"}
    assert store.path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", [b"", b"{", b"[1,2]", b"\xff\xfe\x00", b'{"a": 1'])
def test_a_damaged_file_is_kept_aside(tmp_path, damage):
    path = tmp_path / "x.json"
    for number in (1, 2):
        path.write_bytes(damage)
        store = JsonStore(path)
        assert store.load({"fresh": True}) == {"fresh": True}
        assert store.kept_aside == tmp_path / f"x.json.damaged-{number}"
        assert store.kept_aside.read_bytes() == damage


def test_a_full_disk_is_told_and_the_old_content_stays(tmp_path, monkeypatch):
    store = JsonStore(tmp_path / "x.json")
    store.save({"n": 1})

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BenchError) as caught:
        store.save({"n": 2})
    assert caught.value.code == "storage.full"
    assert store.load() == {"n": 1}
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


def _write_for_ever(path):
    store = JsonStore(path)
    number = 0
    while True:
        number += 1
        store.save({"number": number, "filling": "x" * 20_000})


def test_a_kill_at_any_moment_leaves_a_whole_file(tmp_path):
    path = tmp_path / "x.json"
    context = multiprocessing.get_context("spawn")
    writer = context.Process(target=_write_for_ever, args=(path,))
    writer.start()
    last = 0
    for _ in range(200_000):
        if path.exists():
            last = json.loads(path.read_text())["number"]
            if last > 20:
                break
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    assert last > 20
    assert JsonStore(path).load()["number"] >= last


def test_a_second_bench_on_one_folder_is_refused(tmp_path):
    first = DataFolder(tmp_path).open()
    (first.part("car") / "drivers.json").write_text("{}")
    with pytest.raises(BenchError) as caught:
        DataFolder(tmp_path).open(fresh=True)
    assert caught.value.code == "data.in_use"
    assert (tmp_path / "car" / "drivers.json").exists()
    first.close()
    second = DataFolder(tmp_path).open(fresh=True)
    assert not (tmp_path / "car").exists()
    second.close()


def test_settings_can_be_overridden_one_by_one(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("pin_attempts = 3\nat_timeout = 1.5\n")
    settings, trouble = load_settings(path)
    assert (settings.pin_attempts, settings.at_timeout, trouble) == (3, 1.5, None)
    assert settings.pin_length == Settings().pin_length


@pytest.mark.parametrize(
    "text",
    [
        "pin_attempts = 'x'", "nonsense = 1", "pin_length = 1.5", "a", "pin_length = -1", "x = true",
        "pin_length = 0", "at_timeout = nan", "http_wall_timeout = inf", "display_stream_rate = 0",
    ],
)  # fmt: skip
def test_settings_that_make_no_sense_are_kept_aside_and_told(tmp_path, text):
    path = tmp_path / "settings.toml"
    path.write_text(text)
    settings, trouble = load_settings(path)
    assert settings == Settings()
    assert trouble is not None
    assert trouble.code == "settings.damaged"
    assert (tmp_path / "settings.toml.damaged-1").read_text() == text
