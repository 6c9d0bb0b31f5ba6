"""What a journey needs of the bench it walks on: ports, so that the engine is tested without windows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults


class Picture(Protocol):
    """A picture of a window; two are equal when they look the same."""

    def save(self, path: str, /) -> bool:
        """Write as PNG; False when that fails."""
        ...


class ScreenPort(Protocol):
    """What the engine asks of a window; `core.ui.screen.Screen` is the real one."""

    def find(self, element_id: str, /) -> Any:
        """The drawn element (with `enabled`) or None."""
        ...

    def labels(self) -> list[str]:
        """Texts a person can read now."""
        ...

    def cut_labels(self) -> list[str]:
        """Texts that are there but cut short."""
        ...

    def tap(self, element_id: str, /) -> None: ...
    def long_press(self, element_id: str, /) -> None: ...
    def show(self, element_id: str, /) -> None: ...
    def type_text(self, element_id: str, text: str, /) -> None: ...
    def choose(self, element_id: str, text: str, /) -> None: ...
    def clear(self, element_id: str, /) -> None: ...
    def key(self, name: str, /) -> None: ...
    def value(self, element_id: str, name: str, /) -> Any: ...
    def wait(self, condition: Callable[[], object], timeout: float, /) -> bool: ...
    def spot(self, element_id: str, /) -> tuple[float, float, float, float] | None: ...
    def grab(self) -> Any: ...


@dataclass(frozen=True)
class Actor:
    """One window with its screen and the way to read its view model (`state("esim.state")`)."""

    screen: ScreenPort
    state: Callable[[str], Any]


class NetworkPort(Protocol):
    """The mobile network as those see it who are outside: people who call and write, the operator, the weather."""

    @property
    def at_lines(self) -> Sequence[str]:
        """What the car's modem sent so far, line by line; empty without a virtual modem."""
        ...

    def call_in(self, number: str, msisdn: str, /) -> None: ...
    def answer_in(self, number: str, /) -> None: ...
    def end_call(self, number: str, /) -> None: ...
    def sms_in(self, number: str, text: str, msisdn: str, /) -> None: ...
    def set_coverage(self, actor: str, on: bool, /) -> None: ...
    def release(self, name: str, msisdn: str, /) -> None: ...


class Bench(Protocol):
    """A running bench. `actors` may change its values when a part is restarted: ask it anew each time."""

    @property
    def actors(self) -> Mapping[str, Actor]: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def faults(self) -> Faults: ...
    @property
    def events(self) -> EventLog: ...
    @property
    def network(self) -> NetworkPort: ...
    def start(self, part: str, /) -> None: ...
    def stop(self, part: str, /) -> None: ...
    def restart(self, part: str, /) -> None: ...
    def unplug_modem(self) -> None: ...
    def plug_modem(self) -> None: ...
    def hold_before_camera(self, what: str, /) -> None: ...
    def switch_brand(self, brand_id: str, /) -> None: ...
    def set_driving(self, driving: bool, /) -> None: ...
    def set_reception(self, reception: bool, /) -> None: ...
    def browse(self, actor: str, site: str, /) -> None: ...


def read_state(root: Any, path: str) -> Any:
    """Value at a dotted `path` below a view model: properties of a QObject, keys of maps, indices of lists.

    Raises `state.unknown` for a property that is not there; a missing key or index below is None.
    """
    first, _, rest = path.partition(".")
    if hasattr(root, "property") and root.metaObject().indexOfProperty(first) >= 0:
        value = root.property(first)
    elif hasattr(root, first) and not callable(getattr(root, first)):
        value = getattr(root, first)
    else:
        raise BenchError("state.unknown", path=path)
    if hasattr(value, "toVariant"):
        value = value.toVariant()
    for key in rest.split(".") if rest else ():
        if isinstance(value, Mapping):
            value = value.get(key)
        elif hasattr(value, "metaObject"):
            value = value.property(key)
        elif isinstance(value, (list, tuple)) and key.isdigit():
            value = value[int(key)] if int(key) < len(value) else None
        else:
            return None
    return value


def save_picture(picture: Picture, path: Path) -> None:
    """Write a picture; raises `picture.not_saved` (a full disk)."""
    if not picture.save(str(path)):
        raise BenchError("picture.not_saved", path=str(path))
