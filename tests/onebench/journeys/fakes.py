"""A bench of cardboard: windows that are maps of screens, so that the engine is tested in milliseconds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from onebench.journeys.bench import Actor, read_state


@dataclass(frozen=True)
class FakePicture:
    """Equal to another when it shows the same."""

    shows: tuple[str, ...]
    unsaved: bool = False

    def save(self, path: str) -> bool:
        """Write the texts: enough to be looked at in a test."""
        if self.unsaved:
            return False
        Path(path).write_text("\n".join(self.shows), encoding="utf-8")
        return True


@dataclass
class FakeElement:
    """What `find` answers."""

    enabled: bool = True


@dataclass
class FakeScreen:
    """`elements`: id → enabled; `texts`: what is readable. `wait` asks `patience` times and runs `ticks` between."""

    elements: dict[str, bool] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    values: dict[tuple[str, str], Any] = field(default_factory=dict)
    on_tap: dict[str, Callable[[], None]] = field(default_factory=dict)
    ticks: list[Callable[[], None]] = field(default_factory=list)
    log: list[tuple[str, ...]] = field(default_factory=list)
    broken_camera: bool = False
    unsaved: bool = False

    def find(self, element_id: str) -> FakeElement | None:
        return FakeElement(self.elements[element_id]) if element_id in self.elements else None

    def labels(self) -> list[str]:
        return list(self.texts)

    def cut_labels(self) -> list[str]:
        return list(self.cut)

    def _touch(self, kind: str, element_id: str) -> None:
        if element_id not in self.elements:
            raise BenchError("element.not_found", id=element_id, nearest=", ".join(self.elements))
        if not self.elements[element_id]:
            raise BenchError("element.disabled", id=element_id)
        self.log.append((kind, element_id))

    def tap(self, element_id: str) -> None:
        self._touch("tap", element_id)
        self.on_tap.get(element_id, lambda: None)()

    def long_press(self, element_id: str) -> None:
        self._touch("long_press", element_id)

    def show(self, element_id: str) -> None:
        self._touch("show", element_id)

    def clear(self, element_id: str) -> None:
        self._touch("clear", element_id)

    def type_text(self, element_id: str, text: str) -> None:
        self._touch("type", element_id)
        self.values[element_id, "text"] = text

    def choose(self, element_id: str, text: str) -> None:
        self._touch("choose", element_id)
        self.values[element_id, "text"] = text

    def key(self, name: str) -> None:
        self.log.append(("key", name))

    def value(self, element_id: str, name: str) -> Any:
        return self.values.get((element_id, name))

    def wait(self, condition: Callable[[], object], timeout: float) -> bool:
        for _ in range(5):
            if condition():
                return True
            if self.ticks:
                self.ticks.pop(0)()
        return bool(condition())

    def spot(self, element_id: str) -> tuple[float, float, float, float] | None:
        return (0.1, 0.2, 0.3, 0.4) if element_id in self.elements else None

    def grab(self) -> FakePicture:
        if self.broken_camera:
            raise BenchError("picture.not_saved", path="-")
        return FakePicture(tuple(self.texts), self.unsaved)


class FakeNetwork:
    """Writes down what those outside do."""

    def __init__(self, desk: list[tuple[str, str]]) -> None:
        self.at_lines: list[str] = []
        self._desk = desk

    def call_in(self, number: str, msisdn: str) -> None:
        self._desk.append(("call_in", f"{number} {msisdn}"))

    def answer_in(self, number: str) -> None:
        self._desk.append(("answer_in", number))

    def end_call(self, number: str) -> None:
        self._desk.append(("end_call", number))

    def sms_in(self, number: str, text: str, msisdn: str) -> None:
        self._desk.append(("sms_in", f"{number} {text} {msisdn}"))

    def set_coverage(self, actor: str, on: bool) -> None:
        self._desk.append(("coverage", f"{actor} {on}"))

    def release(self, name: str, msisdn: str) -> None:
        self._desk.append(("release", f"{name} {msisdn}"))


class FakeBench:
    """Cardboard windows and a real clock that stands still; the PC is there when it has a state."""

    def __init__(self) -> None:
        self.car, self.phone, self.pc = FakeScreen(), FakeScreen(), FakeScreen()
        self.accessory = FakeScreen()
        self.state: dict[str, dict[str, Any]] = {"car": {"screen": "home"}, "phone": {"screen": {"name": "start"}}}
        self.clock = Clock(rate=0)
        self.faults = Faults()
        self.faults.declare("car.http", ("unreachable",))
        self.events = EventLog(self.clock)
        self.desk: list[tuple[str, str]] = []
        self.network = FakeNetwork(self.desk)

    @property
    def actors(self) -> dict[str, Actor]:
        windows = {"car": self.car, "phone": self.phone, "pc": self.pc, "watch6": self.accessory}
        return {name: Actor(windows[name], partial(_read, state)) for name, state in self.state.items()}

    def start(self, part: str) -> None:
        self.desk.append(("start", part))

    def stop(self, part: str) -> None:
        self.desk.append(("stop", part))

    def restart(self, part: str) -> None:
        self.desk.append(("restart", part))

    def unplug_modem(self) -> None:
        self.desk.append(("unplug", "modem"))

    def plug_modem(self) -> None:
        self.desk.append(("plug", "modem"))

    def browse(self, actor: str, site: str) -> None:
        self.desk.append(("browse", f"{actor} {site}"))

    def switch_brand(self, brand_id: str) -> None:
        self.desk.append(("brand", brand_id))

    def set_driving(self, driving: bool) -> None:
        self.desk.append(("driving", str(driving)))

    def set_reception(self, reception: bool) -> None:
        self.desk.append(("reception", str(reception)))

    def hold_before_camera(self, what: str) -> None:
        self.desk.append(("camera", what))


def _read(state: dict[str, Any], path: str) -> Any:
    return read_state(type("View", (), dict(state))(), path)
