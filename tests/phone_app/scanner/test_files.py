"""Videos and stills as cameras: their pace is the clock's."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.clock import Clock
from core.errors import BenchError
from core.faults import Faults
from core.randomness import SeededRandomness
from phone_app.scanner.decoder import decode
from phone_app.scanner.sources.factory import make_source
from phone_app.scanner.sources.files import StillPictures, VideoFile

from .conftest import TEXT

RATE, LENGTH = 10, 6


@pytest.fixture
def still_clock() -> Iterator[Clock]:
    clock = Clock(rate=0)
    yield clock
    clock.close()


@pytest.fixture
def video(tmp_path: Path, cv2: Any) -> Path:
    """Six pictures at ten a second; each is as bright as its number says."""
    path = tmp_path / "film.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), RATE, (160, 120))
    for number in range(LENGTH):
        writer.write(np.full((120, 160, 3), number * 40, np.uint8))
    writer.release()
    return path


def shown(frame: Any) -> int:
    return round(float(frame.picture.mean()) / 40)


def read_in_thread(source: Any) -> tuple[threading.Thread, list[Any]]:
    answers: list[Any] = []

    def run() -> None:
        try:
            answers.append(source.read())
        except BenchError as error:
            answers.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread, answers


def test_a_picture_comes_when_it_is_due_and_not_before(video: Path, still_clock: Clock) -> None:
    source = VideoFile(video, clock=still_clock)
    source.open()
    first = source.read()
    assert (shown(first), first.number, first.time) == (0, 0, 0.0)
    thread, answers = read_in_thread(source)
    still_clock.advance(0.09)
    thread.join(0.15)  # the clock stands still: however long one waits, nothing comes
    assert answers == []
    still_clock.advance(0.02)
    thread.join(5)
    assert (shown(answers[0]), answers[0].number) == (1, 1)
    source.close()


def test_a_late_reader_gets_the_newest_picture(video: Path, still_clock: Clock) -> None:
    source = VideoFile(video, clock=still_clock)
    source.open()
    source.read()
    still_clock.advance(0.31)
    frame = source.read()
    assert (shown(frame), frame.number) == (3, 3)


def test_it_begins_again_at_its_end(video: Path, still_clock: Clock) -> None:
    source = VideoFile(video, clock=still_clock)
    source.open()
    seen = []
    for _ in range(2 * LENGTH + 1):
        seen.append(shown(source.read()))
        still_clock.advance(1 / RATE)
    assert seen == [*range(LENGTH), *range(LENGTH), 0]


def test_close_ends_a_read_under_way(video: Path, still_clock: Clock) -> None:
    source = VideoFile(video, clock=still_clock)
    source.open()
    source.read()
    thread, answers = read_in_thread(source)
    source.close()
    thread.join(5)
    assert answers[0].code == "camera.lost"


def test_a_video_of_a_code_is_read(tmp_path: Path, cv2: Any, clock: Clock, photo: Callable[..., Any]) -> None:
    path = tmp_path / "code.mp4"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 30, (640, 480))
    for _ in range(3):
        writer.write(photo())
    writer.release()
    source = VideoFile(path, clock=clock)
    source.open()
    assert decode(source.read().picture) == [TEXT]


def test_a_folder_shows_its_pictures_in_turn(
    tmp_path: Path, cv2: Any, still_clock: Clock, photo: Callable[..., Any]
) -> None:
    for name in ("b", "a"):
        cv2.imwrite(str(tmp_path / f"{name}.png"), photo(name))
    (tmp_path / "notes.txt").write_text("no picture")
    (tmp_path / "broken.png").write_bytes(b"no picture either")
    source = StillPictures(tmp_path, clock=still_clock)
    source.open()
    texts = []
    for _ in range(21):
        texts += decode(source.read().picture)
        still_clock.advance(0.1)
    assert texts == ["a"] * 10 + ["b"] * 10 + ["a"]


@pytest.mark.parametrize("name", ["nothing.mp4", "empty.mp4", "text.png", "folder", "/dev/video77", "77"])
def test_what_is_no_camera_is_missing(name: str, tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "text.png").write_text("no picture")
    (tmp_path / "folder").mkdir()
    camera = name if name.startswith("/") or name.isdigit() else str(tmp_path / name)
    randomness = SeededRandomness(1)
    with pytest.raises(BenchError) as caught:
        make_source(camera, scene_url="", clock=clock, faults=Faults(), randomness=randomness).open()
    assert caught.value.code == "camera.missing"


def test_faults_miss_lose_darken_and_blur(tmp_path: Path, cv2: Any, clock: Clock, photo: Callable[..., Any]) -> None:
    cv2.imwrite(str(tmp_path / "code.png"), photo())
    faults = Faults()
    source = make_source(
        str(tmp_path / "code.png"), scene_url="", clock=clock, faults=faults, randomness=SeededRandomness(1)
    )
    faults.set("phone.camera", "missing", count=1)
    with pytest.raises(BenchError, match=r"camera\.missing"):
        source.open()
    source.open()
    assert decode(source.read().picture) == [TEXT]
    for kind in ("dark", "blurred"):
        faults.set("phone.camera", kind, count=1)
        assert decode(source.read().picture) == []
        assert decode(source.read().picture) == [TEXT]
    faults.set("phone.camera", "lost")
    with pytest.raises(BenchError, match=r"camera\.lost"):
        source.read()
