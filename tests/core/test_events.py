"""The event log: causes, subscribers, the file and what never enters it."""

import json
from datetime import UTC, datetime

import pytest

from core.clock import Clock
from core.events import EventLog, caused_by


@pytest.fixture
def log(tmp_path):
    log = EventLog(Clock(datetime(2026, 4, 1, tzinfo=UTC), rate=0), tmp_path / "events.jsonl")
    yield log
    log.close()


def test_events_are_json_lines_with_cause(log, tmp_path):
    touch = log.emit("car", "touch", id="car.menu.bmwId")
    with caused_by(touch.id):
        log.emit("cloud", "device.requested", vin="X")
    log.emit("car", "screen", name="qr")
    lines = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text().splitlines()]
    assert [line["cause"] for line in lines] == [None, touch.id, None]
    assert lines[1]["data"] == {"vin": "X"}
    assert lines[0]["time"] == "2026-04-01T00:00:00.000+00:00"


@pytest.mark.parametrize("key", ["password", "pin", "access_token", "refresh_token", "device_code", "client_secret"])
def test_secrets_never_enter_the_log(log, tmp_path, key):
    log.emit("cloud", "x", **{key: "hunter2"}, nested={key: "hunter2"})
    assert "hunter2" not in (tmp_path / "events.jsonl").read_text()
    assert "hunter2" not in str(log.recent())


def test_subscribers_hear_until_they_leave_and_a_broken_one_harms_nobody(log, caplog):
    heard = []
    log.subscribe(lambda event: 1 / 0)
    leave = log.subscribe(heard.append)
    log.emit("car", "one")
    leave()
    leave()
    log.emit("car", "two")
    assert [event.kind for event in heard] == ["one"]
    assert "subscriber failed" in caplog.text


def test_recent_filters(log):
    log.emit("car", "a")
    log.emit("phone", "a")
    log.emit("car", "b")
    assert [event.kind for event in log.recent(actor="car")] == ["a", "b"]
    assert [event.actor for event in log.recent(kind="a")] == ["car", "phone"]


def test_a_full_disk_ends_the_file_not_the_bench(log, caplog):
    class Full:
        def write(self, text):
            raise OSError(28, "No space left on device")

        def close(self):
            raise OSError(28, "No space left on device")

    log.close()
    log._file = Full()
    log.emit("car", "x")
    log.emit("car", "y")
    assert [event.kind for event in log.recent()] == ["x", "y"]
    assert "cannot be written" in caplog.text
