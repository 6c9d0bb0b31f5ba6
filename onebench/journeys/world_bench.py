"""The real bench for journeys: a fresh world with a clock that runs faster, and things to hold before the camera."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from onebench.journeys.bench import Actor
from onebench.journeys.model import Journey
from onebench.journeys.world_network import WorldNetwork

START = datetime(2026, 4, 1, 0, 41, tzinfo=UTC)
"""Journeys begin on a spring morning, 09:41 in Japan, so that their pictures can be compared."""

RATE = 6.0
"""The bench's seconds a wall second: a poll every 5 s costs less than one, and 10 s of network attach less than two."""

CAR = "car"
"""What the camera looks at unless something else is held before it."""


class WorldBench:
    """`onebench.world.World` as journeys see it."""

    def __init__(self, world: Any, folder: Path) -> None:
        self._world = world
        self._folder = folder
        self.network = WorldNetwork(world)
        """The mobile network and those outside."""

    @property
    def actors(self) -> Mapping[str, Actor]:
        """The windows that are open."""
        actors: Mapping[str, Actor] = self._world.actors
        return actors

    @property
    def clock(self) -> Clock:
        """The bench's clock."""
        clock: Clock = self._world.clock
        return clock

    @property
    def faults(self) -> Faults:
        """The board of faults."""
        faults: Faults = self._world.faults
        return faults

    @property
    def events(self) -> EventLog:
        """The bench's log."""
        events: EventLog = self._world.events
        return events

    def start(self, part: str) -> None:
        """Start a part."""
        self._world.start(part)

    def stop(self, part: str) -> None:
        """Stop a part as when its power goes."""
        self._world.stop(part)

    def restart(self, part: str) -> None:
        """Switch a part off and on."""
        self._world.restart(part)

    def unplug_modem(self) -> None:
        """Pull the modem's cable."""
        self._world.unplug_modem()

    def plug_modem(self) -> None:
        """Put it back."""
        self._world.plug_modem()

    def hold_before_camera(self, what: str) -> None:
        """Hold a printed QR code with the text `what` before the phone's camera; `car`: look at the car again."""
        if what == CAR:
            self._world.phone.look_at("scene")
            return
        from onebench.journeys.printed_code import print_code

        path = self._folder / "held.png"
        print_code(what, path)
        self._world.phone.look_at(str(path))

    def switch_brand(self, brand_id: str) -> None:
        """Have another brand's car stand there."""
        self._world.switch_brand(brand_id)

    def set_driving(self, driving: bool) -> None:
        """Let the car drive, or park it."""
        self._world.set_driving(driving)

    def set_reception(self, reception: bool) -> None:
        """Give or take its reception."""
        self._world.set_reception(reception)

    def browse(self, actor: str, site: str) -> None:
        """Open one of the bench's sites by name in the browser of `actor`, as a bookmark would."""
        self._world.browse(actor, site)


@contextlib.contextmanager
def open_world(journey: Journey, language: str) -> Iterator[WorldBench]:
    """A bench with everything new, for one walk; it is gone afterwards."""
    from onebench.world import World
    from onebench.world_options import WorldOptions

    with tempfile.TemporaryDirectory(prefix="onebench-journey-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        clock = Clock(start=START, rate=RATE)
        options = WorldOptions(
            data=folder / "data",
            brand=journey.brand,
            language=language,
            persona=journey.persona,
            fresh=True,
            motion=False,
        )
        with World(options, clock=clock) as world:
            yield WorldBench(world, folder)
