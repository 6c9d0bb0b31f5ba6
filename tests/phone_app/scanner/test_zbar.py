"""zbar's helper process: its answers, its death, and that nobody waits for it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from phone_app.scanner.decoder import Decoder
from phone_app.scanner.zbar import DEATHS_ALLOWED, PROGRAM, ZbarWorker
from phone_app.scanner.zbar_worker import LENGTH, SIZE

from .conftest import TEXT

WAIT = 20.0

FRAGILE = f"""
import sys, struct
sys.path.insert(0, {str(PROGRAM.parent)!r})
import zbar_worker, os
from pyzbar import pyzbar
real = pyzbar.decode
def decode(image, symbols):
    if image[0][0] == 7: os.abort()  # as zbar's own assertion does on some contents
    return real(image, symbols)
pyzbar.decode = decode
zbar_worker.main(sys.stdin.buffer, sys.stdout.buffer)
"""


@pytest.fixture
def workers() -> Iterator[Callable[..., ZbarWorker]]:
    made: list[ZbarWorker] = []

    def make(*program: str) -> ZbarWorker:
        made.append(ZbarWorker([sys.executable, "-c", *program] if program else None))
        return made[-1]

    yield make
    for worker in made:
        worker.close()


@pytest.fixture
def gray(photo: Callable[..., Any]) -> Callable[..., Any]:
    return lambda text=TEXT: np.ascontiguousarray(photo(text)[:, :, 0])


def read(worker: ZbarWorker, image: Any, left: int = 0, top: int = 0) -> list[Any]:
    assert worker.offer(image, left, top)
    assert worker.wait_idle(WAIT)
    return worker.take()


def test_a_code_is_read_at_its_place(workers: Any, gray: Any) -> None:
    (code,) = read(workers(), gray(), 100, 10)
    assert code.text == TEXT
    assert np.allclose(code.corners.mean(axis=0), (320 + 100, 240 + 10), atol=6)


def test_answers_are_taken_once(workers: Any, gray: Any) -> None:
    worker = workers()
    assert len(read(worker, gray())) == 1
    assert worker.take() == []


def test_texts_whose_character_set_it_would_guess_are_left_to_others(workers: Any, gray: Any) -> None:
    assert read(workers(), gray("Zürich 車")) == []
    assert read(workers(), gray("\x0e\x0f")) == []


def test_an_abort_takes_only_the_helper_and_the_next_picture_is_read(workers: Any, gray: Any) -> None:
    worker = workers(FRAGILE)
    hostile = gray()
    hostile[0, 0] = 7
    assert read(worker, hostile) == []
    assert worker.deaths == 1
    assert [code.text for code in read(worker, gray())] == [TEXT]


def test_it_gives_up_when_the_helper_always_dies(workers: Any, gray: Any) -> None:
    worker = workers("raise SystemExit(3)")
    for _ in range(DEATHS_ALLOWED):
        assert read(worker, gray()) == []
    assert worker.given_up
    assert not worker.offer(gray())


def test_a_helper_that_hangs_holds_nobody_up(workers: Any, gray: Any) -> None:
    worker = workers("import sys\nwhile sys.stdin.buffer.read(65536): pass")
    assert worker.offer(gray())
    assert not worker.offer(gray())
    assert worker.take() == []
    worker.close()
    assert not worker.offer(gray())


def test_answers_that_are_nonsense_are_dropped(workers: Any, gray: Any) -> None:
    worker = workers(
        f"import sys\nsys.stdin.buffer.read({SIZE.size} + 640 * 480)\n"
        f"sys.stdout.buffer.write({LENGTH.pack(5)!r} + b'nojso'); sys.stdout.flush()\nsys.stdin.read()"
    )
    assert read(worker, gray()) == []
    assert worker.deaths == 1


def test_the_decoder_asks_it_beside(workers: Any, gray: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("phone_app.scanner.decoder.find_codes", lambda *_, **__: [])  # zxing sees nothing
    worker = workers()
    decoder = Decoder(zbar=worker)
    assert decoder.read(gray()).codes == ()
    assert worker.wait_idle(WAIT)
    reading = decoder.read(gray())
    assert [code.text for code in reading.codes] == [TEXT]
    assert reading.retry == "zbar"
    decoder.close()
