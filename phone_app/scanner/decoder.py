"""Reads QR codes from camera pictures: zxing-cpp on every frame, then other views of it while the budget lasts.

A frame has a budget, because the next frame is often better than a tenth try on a bad one. Views of the part where a
code may be are cheap and come first; which views of the whole picture follow rotates from frame to frame.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from time import perf_counter  # what one frame may cost in real time; not the bench's time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.settings import Settings
from phone_app.scanner.image import Gray, to_gray
from phone_app.scanner.region import Region, around, busiest
from phone_app.scanner.retries import CLOSE_VIEWS, WIDE_VIEWS, Part, View
from phone_app.scanner.zbar import ZbarWorker
from phone_app.scanner.zxing import Code, find_codes

BUDGET = Settings().scan_frame_budget_wall
CLOSE_VIEW_COST = 0.002  # seconds that one view of a part may take
ALWAYS = 6  # views of a part that every frame gets
WIDE_VIEW_COST = 3.0  # the same for the whole picture, in first passes over it
MEMORY = 8  # frames for which the place of a code that was seen is believed
WIDE_EVERY = 3  # frames: retries on the whole picture are dear, and the next frame shows nearly the same


@dataclass(frozen=True)
class Reading:
    """What one frame gave. `codes` have a text; `hint` is the place of a symbol that was seen but not read.

    Coordinates are pixels of the frame that was handed in. `retry` names the view that helped, "" for none.
    """

    codes: tuple[Code, ...] = ()
    hint: NDArray[np.float32] | None = None
    retry: str = ""


def decode(frame: Any) -> list[str]:
    """The texts of the QR codes in `frame` (gray or BGR, 8 bits), without repeats; [] for anything else.

    A pure function within a budget of 24 ms: the same picture gives the same views in the same order.
    """
    converted = to_gray(frame)
    if converted is None:
        return []
    gray, _ = converted
    # Frames of a film differ, so this begins with another view on each of them without remembering anything.
    turn = zlib.crc32(gray[:: max(1, gray.shape[0] // 16)].tobytes())
    reading = _search(gray, turn, BUDGET, None, wide=True)
    return _texts(reading.codes)


class Decoder:
    """Reads the frames of one film: remembers where the code was, which view is next, and asks zbar beside.

    Not for several threads at once. `close` ends the helper process.
    """

    def __init__(self, budget: float = BUDGET, zbar: ZbarWorker | None = None) -> None:
        self._budget = budget
        self._zbar = zbar
        self._turn = 0
        self._hint: NDArray[np.float32] | None = None
        self._hint_age = 0

    def read(self, frame: Any) -> Reading:
        """The codes in `frame`; zbar's answers are about one of the frames just before."""
        converted = to_gray(frame)
        if converted is None:
            return Reading()
        gray, scale = converted
        wide = self._turn % WIDE_EVERY == 0
        reading = _search(gray, self._turn // WIDE_EVERY, self._budget, self._hint, wide=wide)
        self._turn += 1
        self._remember(reading)
        if not reading.codes and self._zbar is not None:
            reading = self._ask_zbar(gray, reading)
        return _unscaled(reading, scale)

    def close(self) -> None:
        """End the helper process, if there is one."""
        if self._zbar is not None:
            self._zbar.close()

    def _remember(self, reading: Reading) -> None:
        place = reading.codes[0].corners if reading.codes else reading.hint
        self._hint_age = 0 if place is not None else self._hint_age + 1
        if place is not None:
            self._hint = place
        elif self._hint_age > MEMORY:
            self._hint = None

    def _ask_zbar(self, gray: Gray, reading: Reading) -> Reading:
        assert self._zbar is not None
        answer = self._zbar.take()
        region = around(self._hint, gray.shape) if self._hint is not None else busiest(gray)
        part = region or Region(0, 0, gray.shape[1], gray.shape[0])
        self._zbar.offer(part.cut(gray), part.left, part.top)
        if answer:
            return Reading(tuple(answer), reading.hint, "zbar")
        return reading


def _search(gray: Gray, turn: int, budget: float, memory: NDArray[np.float32] | None, *, wide: bool) -> Reading:
    begun = perf_counter()
    found = find_codes(gray, unread=True)
    read = tuple(code for code in found if code.text is not None)
    if read:
        return Reading(read)
    first = perf_counter() - begun
    hint = found[0].corners if found else None
    place = hint if hint is not None else memory
    region = around(place, gray.shape) if place is not None else busiest(gray)
    if region is not None:
        part = Part(region.cut(gray))
        for view in _in_turn(turn):
            if budget - (perf_counter() - begun) < CLOSE_VIEW_COST:
                return Reading((), hint)
            codes = _try(view, part, region)
            if codes:
                return Reading(codes, hint, view.name)
    if wide:
        whole, all_of_it = Region(0, 0, gray.shape[1], gray.shape[0]), Part(gray, whole=True)
        for step in range(len(WIDE_VIEWS)):
            if budget - (perf_counter() - begun) < first * WIDE_VIEW_COST:
                break
            view = WIDE_VIEWS[(turn + step) % len(WIDE_VIEWS)]
            codes = _try(view, all_of_it, whole)
            if codes:
                return Reading(codes, hint, view.name)
    return Reading((), hint)


def _in_turn(turn: int) -> tuple[View, ...]:
    """The best views always; where the budget cuts the others off, each has its turn at their head."""
    others = CLOSE_VIEWS[ALWAYS:]
    head = turn % len(others)
    return (*CLOSE_VIEWS[:ALWAYS], *others[head:], *others[:head])


def _try(view: View, part: Part, region: Region) -> tuple[Code, ...]:
    image, scale = view.make(part)
    codes = find_codes(image, quick=scale > 1)
    return tuple(code.moved(scale * part.scale, region.left, region.top) for code in codes)


def _texts(codes: tuple[Code, ...]) -> list[str]:
    return list(dict.fromkeys(code.text for code in codes if code.text is not None))


def _unscaled(reading: Reading, scale: float) -> Reading:
    if scale == 1:
        return reading
    codes = tuple(code.moved(scale, 0, 0) for code in reading.codes)
    return Reading(codes, None if reading.hint is None else reading.hint / np.float32(scale), reading.retry)
