"""Walks a journey on a bench: does, waits, checks labels and expectations, and notes all of it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

from core.clock import Clock
from core.errors import BenchError
from core.events import Event
from onebench.guide.catalogue import Row
from onebench.guide.tracks import full_id, window_of
from onebench.journeys.actions import TOUCHES, Performer, in_words
from onebench.journeys.bench import Bench
from onebench.journeys.conditions import Checker
from onebench.journeys.happened import Happened
from onebench.journeys.label_rule import LabelRule
from onebench.journeys.model import Condition, Journey, Step, Use
from onebench.journeys.people import OWNER
from onebench.journeys.pictures import Album
from onebench.journeys.recast import recast
from onebench.journeys.result import CheckResult, JourneyResult, PictureResult, RowResult, StepResult
from onebench.journeys.waiting import Waiter

log = logging.getLogger(__name__)

SETTLE_TIME = 2.0
"""Wall seconds that a screen has to draw what its state says already."""


class Runner:
    """Walks journeys on one bench in one language. Call it on the Qt thread of a real bench."""

    def __init__(
        self,
        bench: Bench,
        language: str,
        *,
        rows: Mapping[str, Row],
        journey_of: Callable[[str], Journey],
        wall: Clock,
        on_step: Callable[[StepResult], None] | None = None,
    ) -> None:
        """`journey_of` finds the journeys that `use` names; `wall` is a real clock, for durations only."""
        self._bench = bench
        self._language = language
        self._rows = rows
        self._journey_of = journey_of
        self._wall = wall
        self._on_step = on_step or (lambda step: None)
        self._checker = Checker(bench, language)
        self._waiter = Waiter(bench.clock)
        self._performer = Performer(bench, self._checker, self._waiter)
        self._labels = LabelRule(bench, self._checker, self._waiter, SETTLE_TIME)
        self._events: list[Event] = []
        self._checker.happened = Happened(bench, self._events)

    def run(self, journey: Journey, pictures: Path | None = None) -> JourneyResult:
        """Walk it to its end or to the first step that cannot be done; pictures go to the folder `pictures`."""
        result = JourneyResult(
            journey.name,
            journey.brand,
            self._language,
            journey.title[self._language],
            journey.digest,
            about=journey.about.get(self._language, ""),
        )
        self._walked = journey
        self._checker.memos.clear()
        self._checker.persona, self._checker.brand = journey.persona or OWNER, journey.brand
        began = self._wall.monotonic()
        album = Album(self._bench, pictures)
        unsubscribe = self._bench.events.subscribe(self._events.append)
        try:
            if self._walk_start(journey, result, album):
                self._walk(journey.steps, journey, result, album, setup=False)
            self._end(result, album)
        finally:
            self._waiter.end()
            unsubscribe()
        result.seconds = self._wall.monotonic() - began
        result.finished = self._wall.now().isoformat(timespec="seconds")
        return result

    def _end(self, result: JourneyResult, album: Album) -> None:
        """The last pictures; trouble with pictures is a failure of the walk, but does not hide what was found."""
        try:
            for actor in self._bench.actors:
                if (file := album.take(actor)) is not None:
                    result.ending.append(PictureResult(actor, file))
            album.close()
        except BenchError as error:
            result.steps[-1].problems.append(str(error))

    def _walk_start(self, journey: Journey, result: JourneyResult, album: Album) -> bool:
        for entry in journey.start:
            if isinstance(entry, Use):
                other = self._journey_of(entry.journey)
                if not self._walk_start(other, result, album):
                    return False
                if not self._walk(recast(other.steps, entry.actor), other, result, album, setup=True):
                    return False
            elif not self._walk((entry,), journey, result, album, setup=True):
                return False
        return True

    def _walk(
        self, entries: tuple[Step | Use, ...], journey: Journey, result: JourneyResult, album: Album, *, setup: bool
    ) -> bool:
        for entry in entries:
            if isinstance(entry, Use):
                other = self._journey_of(entry.journey)
                if not self._walk(recast(other.steps, entry.actor), other, result, album, setup=setup):
                    return False
            elif not self._walk_step(entry, journey, result, album, setup=setup):
                return False
        return True

    def _walk_step(self, step: Step, journey: Journey, result: JourneyResult, album: Album, *, setup: bool) -> bool:
        number = 1 + sum(done.setup == setup for done in result.steps)
        done = StepResult(number, str(self._checker.resolve(step.say) or ""), step.actor, setup)
        result.steps.append(done)
        began, seen_events = self._wall.monotonic(), len(self._events)
        self._checker.happened.begin_step()
        can_go_on = self._try(step, journey, done, album)
        done.seconds = self._wall.monotonic() - began
        done.events = [asdict(event) for event in self._events[seen_events:]]
        self._on_step(done)
        return can_go_on

    def _try(self, step: Step, journey: Journey, done: StepResult, album: Album) -> bool:
        """Perform one step; False when the journey cannot go on from here."""
        self._bench.events.emit("journey", "step", journey=journey.name, number=done.number, setup=done.setup)
        try:
            reached = self._perform(step, journey, done, album)
        except BenchError as error:
            done.problems.append(str(error))
            reached = False
        except Exception as error:
            log.exception("step %s of %s failed", done.number, journey.name)
            done.problems.append(f"{type(error).__name__}: {error}")
            reached = False
        if done.problems:
            self._picture_all(done, album)
        for row in done.rows:
            row.counted = row.counted and done.passed
        return reached

    def _perform(self, step: Step, journey: Journey, done: StepResult, album: Album) -> bool:
        rows = [] if done.setup else self._rows_of(step, done)
        if step.labels == "before":
            self._check_labels(rows, step, done)
        touches = [i for i, action in enumerate(step.do) if action.kind in TOUCHES]
        for i, action in enumerate(step.do):
            done.actions.append(in_words(action))
            if touches and i == touches[-1] and not done.setup:
                self._picture(step.actor, done, album, self._performer.target(action))
            self._performer.perform(action, step.actor)
        for condition in step.wait:
            if not self._check(condition, step, step.within, done):
                return False
        if step.labels == "after":
            self._check_labels(rows, step, done)
        for condition in step.expect:
            self._check(condition, step, SETTLE_TIME, done)
        for row in done.rows:
            # Without a label the row counts only through a check of this step, and that one can fail.
            row.counted = bool(row.labels or done.checks)
        if not done.setup:
            for actor in self._bench.actors:
                if actor != step.actor or not touches:
                    self._picture(actor, done, album)
        return True

    def _rows_of(self, step: Step, done: StepResult) -> list[tuple[str, Row]]:
        rows = []
        for short in step.rows:
            # A chapter serves the journeys of all brands: the rows are those of the journey that is walked.
            row_id = full_id(short, self._walked.brand, self._language, self._rows, self._walked.track)
            if row_id is not None:
                row = self._rows[row_id]
                rows.append((short, row))
                done.rows.append(RowResult(row_id, row.text(self._language)))
        return rows

    def _check_labels(self, rows: list[tuple[str, Row]], step: Step, done: StepResult) -> None:
        for (short, row), result in zip(rows, done.rows, strict=True):
            exceptions = [e for e in step.look_for if e.row in (short, row.id)]
            window = window_of(row, step.actor)
            result.labels = self._labels.check(row, window, self._language, exceptions)
            for label in result.labels:
                if not label.seen:
                    wanted = label.looked_for or label.label
                    shown = self._labels.shown(window)
                    done.problems.append(f'{row.id}: "{wanted}" is not on the screen, which shows {shown}')

    def _check(self, condition: Condition, step: Step, within: float, done: StepResult) -> bool:
        screen = self._bench.actors[condition.on or step.actor].screen
        held = self._waiter.wait(screen, lambda: self._checker.holds(condition, step.actor), within)
        text = self._checker.describe(condition, step.actor)
        found = "" if held else self._checker.found(condition, step.actor)
        done.checks.append(CheckResult(text, held, found))
        if not held:
            done.problems.append(f"{text}: {found} (waited {within:g} s)")
        return held

    def _picture(self, actor: str, done: StepResult, album: Album, target: str | None = None) -> None:
        spot = None
        if target is not None:
            screen = self._bench.actors[actor].screen
            self._waiter.wait(screen, lambda: screen.find(target) is not None, SETTLE_TIME)
            spot = screen.spot(target)
        file = album.take(actor)
        if file is not None:
            done.pictures.append(PictureResult(actor, file, spot))

    def _picture_all(self, done: StepResult, album: Album) -> None:
        try:
            for actor in self._bench.actors:
                self._picture(actor, done, album)
        except BenchError as error:  # a picture that cannot be taken must not hide what failed before
            done.problems.append(str(error))
