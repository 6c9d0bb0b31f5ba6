"""A driver on a composed bench for tests: goes on by the rules of the sweep until a state is reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from core.clock import Clock
from onebench.journeys.conditions import normal
from onebench.journeys.world_bench import START
from onebench.sweep.rules import APP, Errand, Rule
from onebench.sweep.walker import Walk, Walker
from onebench.sweep.words import Words
from onebench.world import World
from onebench.world_options import WorldOptions

RATE = 6.0


class Driver:
    """Hands and eyes at a bench."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.words = {name: Words(name) for name in world.actors}

    def go(self, goal: Mapping[str, Any], rules: tuple[Rule, ...] = APP.rules, person: str = "hana") -> Walk:
        """Go on until the states of `goal` hold."""
        wall = Clock()
        try:
            walk = Walker(self.world, self.words, wall).walk(Errand("test", person, rules, dict(goal)))
        finally:
            wall.close()
        assert walk.reached, walk
        assert walk.vague == [], walk
        return walk

    def read(self, path: str) -> Any:
        """A state: `car.qr.link`."""
        part, _, rest = path.partition(".")
        return self.world.actors[part].state(rest)

    def tap(self, control: str) -> None:
        """Touch a control when it is there."""
        screen = self.world.actors[control.partition(".")[0]].screen
        assert screen.wait(lambda: (found := screen.find(control)) is not None and found.enabled, 10), control
        screen.tap(control)

    def wait(self, path: str, value: Any) -> None:
        """Until a state has a value."""
        screen = next(iter(self.world.actors.values())).screen
        assert screen.wait(lambda: self.read(path) == value, 20), (path, value, self.read(path))

    def assert_said(self, part: str, path: str, code: str) -> None:
        """The error at `path` is `code`, and its words are on the screen."""
        error = self.read(path)
        assert error["code"] == code
        wanted = normal(self.words[part].of(error))
        assert wanted != normal(self.words[part].vague)
        screen = self.world.actors[part].screen
        assert screen.wait(lambda: any(wanted in normal(label) for label in screen.labels()), 5), screen.labels()


def without(rules: tuple[Rule, ...], *controls: str) -> tuple[Rule, ...]:
    """The rules of a driver who leaves some controls alone."""
    return tuple(rule for rule in rules if rule.control not in controls)


@contextmanager
def driver_at(folder: Any, clock: Clock | None = None, **options: Any) -> Iterator[Driver]:
    """A composed bench on `folder` with somebody at it."""
    clock = clock or Clock(start=START, rate=RATE)
    with World(WorldOptions(data=folder, motion=False, **options), clock=clock) as world:
        yield Driver(world)
