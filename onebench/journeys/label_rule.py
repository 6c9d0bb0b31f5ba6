"""The label rule: where the guide quotes a label, that label must be readable on the actor's rendered screen."""

from __future__ import annotations

from collections.abc import Sequence

from onebench.guide.catalogue import Row
from onebench.guide.labels import is_seen, quoted_labels
from onebench.journeys.bench import Bench
from onebench.journeys.conditions import Checker, shown
from onebench.journeys.model import LookFor
from onebench.journeys.result import LabelResult
from onebench.journeys.waiting import Waiter


class LabelRule:
    """Checks rows on a bench; a screen has `settle` wall seconds to draw what its state says already."""

    def __init__(self, bench: Bench, checker: Checker, waiter: Waiter, settle: float) -> None:
        self._bench = bench
        self._checker = checker
        self._waiter = waiter
        self._settle = settle

    def check(self, row: Row, window: str, language: str, exceptions: Sequence[LookFor]) -> list[LabelResult]:
        """All labels of a row on a window, seen or not; those with an exception are looked for under its text."""
        results = [self._expected(label, language, exceptions) for label in quoted_labels(row.text(language), language)]
        if not results:
            # A row that quotes nothing can still be given a text to look for.
            results = [
                LabelResult("", False, self._text(e, language), e.reason[language])
                for e in exceptions
                if language in e.text
            ]
        if not results:
            return []
        screen = self._bench.actors[window].screen

        def look() -> bool:
            texts = screen.labels()
            for result in results:
                result.seen = is_seen(result.looked_for or result.label, texts)
            return all(result.seen for result in results)

        self._waiter.wait(screen, look, self._settle)
        return results

    def shown(self, window: str) -> str:
        """What the screen of `window` shows, for a message."""
        return shown(self._bench.actors[window].screen)

    def _expected(self, label: str, language: str, exceptions: Sequence[LookFor]) -> LabelResult:
        for exception in exceptions:
            if language in exception.text and exception.label in (None, label):
                return LabelResult(label, False, self._text(exception, language), exception.reason[language])
        return LabelResult(label, False)

    def _text(self, exception: LookFor, language: str) -> str:
        return str(self._checker.resolve(exception.text[language]))
