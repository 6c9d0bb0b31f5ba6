"""Phone, car and watch with their windows in one process: when each shows that it rings, and that it does no more.

Prints one JSON object: `ring_ms` (first to last window of each call), `stop_ms` (touch of the answer until the last of
the others shows its screen again), `shown_ms` (the call's begin until the last window shows it).
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from core import collector
from core.ui.app import prepare_environment

CALLS = 25
NUMBER = "09000002001"
PATIENCE = 20.0
"""Wall seconds for a window to show what its state says."""


def main() -> None:
    """Set up by the chapters of the journeys, measure, print."""
    collector.rest()
    prepare_environment(offscreen=True)
    from core.clock import Clock
    from onebench.guide.catalogue import load_catalogue
    from onebench.journeys.library import load_journey
    from onebench.journeys.model import Journey, Step, Use
    from onebench.journeys.runner import Runner
    from onebench.journeys.world_bench import open_world

    words = {"ja": "-", "en": "-"}
    chapters = (Use("chapters/accessory-watch"), Use("chapters/one-number-in-use"))
    journey = Journey("ring", "bmw", words, chapters, (Step(words, "car"),), persona="yui")
    wall = Clock()
    with open_world(journey, "en") as bench, tempfile.TemporaryDirectory() as pictures:
        runner = Runner(bench, "en", rows=load_catalogue(), journey_of=load_journey, wall=wall)
        done = runner.run(journey, Path(pictures))
        assert done.passed, done.problems
        print(json.dumps(_measure(bench)), flush=True)
    wall.close()


def _measure(bench: Any) -> dict[str, list[float]]:
    actors = bench.actors
    rings: dict[str, Callable[[], bool]] = {
        "car": lambda: actors["car"].state("calls.view") == "incoming",
        "phone": lambda: actors["phone"].state("overlay") == "incoming",
        "watch6": lambda: actors["watch6"].state("overlay") == "incoming",
    }
    shown = {name: _Shown(actors[name].screen.window, ring) for name, ring in rings.items()}
    phone = actors["phone"]
    found: dict[str, list[float]] = {"ring_ms": [], "stop_ms": [], "shown_ms": []}
    for _ in range(CALLS):
        begun = _await(shown, True)
        bench.network.call_in(NUMBER, "09000006543")
        assert phone.screen.wait(lambda: all(one.at for one in shown.values()), PATIENCE), "not all rang"
        times = [one.at for one in shown.values()]
        found["ring_ms"].append(1000 * (max(times) - min(times)))
        found["shown_ms"].append(1000 * (max(times) - begun))
        begun = _await(shown, False)
        phone.screen.tap("phone.dialer.incoming.answer")
        others = [one for name, one in shown.items() if name != "phone"]
        assert phone.screen.wait(lambda others=others: all(one.at for one in others), PATIENCE), "it rings on"
        found["stop_ms"].append(1000 * (max(one.at for one in others) - begun))
        bench.network.end_call(NUMBER)
        assert phone.screen.wait(lambda: phone.state("dialer.call.state") == "ended", PATIENCE)
        phone.screen.tap("phone.dialer.call.hangUp")
        phone.screen.wait(lambda: not phone.state("dialer.busy"), PATIENCE)
    return found


def _await(shown: dict[str, _Shown], ringing: bool) -> float:
    """Begin to look for the first frames of the other kind; now, in seconds of `perf_counter`."""
    for one in shown.values():
        one.look_for(ringing)
    return time.perf_counter()


class _Shown:
    """When a window's first frame after a change was on the screen: seconds of `perf_counter`, 0.0 for not yet."""

    def __init__(self, window: Any, rings: Callable[[], bool]) -> None:
        from PySide6.QtCore import Qt

        self.at = 0.0
        self._rings = rings
        self._wanted = True
        self._drawn = False
        direct = Qt.ConnectionType.DirectConnection
        window.afterAnimating.connect(self._begin, direct)
        window.frameSwapped.connect(self._end, direct)

    def look_for(self, ringing: bool) -> None:
        """Forget the last time; look for the first frame with (or without) the ringing."""
        self.at, self._wanted, self._drawn = 0.0, ringing, False

    def _begin(self) -> None:
        # The state that this frame is made of.
        self._drawn = self._rings() == self._wanted

    def _end(self) -> None:
        if self._drawn and not self.at:
            self.at = time.perf_counter()


if __name__ == "__main__":
    main()
