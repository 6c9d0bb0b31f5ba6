"""What the phone's owner chose: one small file that every part of the handset reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from core.errors import BenchError
from core.randomness import Randomness
from core.store import JsonStore
from core.tasks import Tasks
from phone_app.saver import Saver

LANGUAGES = ("ja", "en")
APPEARANCES = ("day", "night")


@dataclass(frozen=True)
class Choices:
    """The stored choices. `name` "" means: the demonstration's name in the phone's language."""

    wifi: bool = True
    cellular: bool = True
    airplane: bool = False
    wifi_before: bool = True
    """Whether Wi-Fi was on when airplane mode began; it comes back with the end of it."""
    bluetooth: bool = True
    visible: bool = True
    name: str = ""
    language: str = "en"
    started_in: str = "en"
    """The language the bench was started in when `language` was chosen; another start language wins over it."""
    appearance: str = "day"
    sounds: bool = True
    """Whether apps may be heard."""
    nfc: bool = True
    card_first: bool = False
    """Which comes first when a card with a password is read: phones differ (`MYNA-B03b`)."""
    device_address: str = ""
    """Bluetooth hardware address, drawn once: locally administered, unicast (IEEE 802)."""


class Preferences:
    """The choices with their file; `changed` tells each change. A damaged file is kept aside, told in `trouble`."""

    def __init__(
        self,
        path: Path,
        *,
        language: str,
        randomness: Randomness,
        tasks: Tasks,
        failed: Callable[[BenchError], None] = lambda error: None,
    ) -> None:
        self.changed: Callable[[], None] = lambda: None
        self.in_network: Callable[[], bool] = lambda: True
        """Whether the mobile network has the phone."""
        self.trouble: BenchError | None = None
        self._store = JsonStore(path)
        self._saver = Saver(self._store, tasks, failed)
        stored = self._store.load()
        try:
            self.choices = _checked(stored)
        except (TypeError, ValueError):
            self._store.set_aside()
            self.choices = Choices()
        if self._store.kept_aside is not None:
            self.trouble = BenchError("storage.damaged", path=str(self._store.kept_aside))
        if not stored or self.trouble or self.choices.started_in != language:
            self.choices = replace(self.choices, language=language, started_in=language)
        if not self.choices.device_address:
            address = bytes([0x02, *randomness.bytes(5)]).hex(":")
            self.choices = replace(self.choices, device_address=address)
        self._saver.save(asdict(self.choices))

    def set(self, **changes: Any) -> None:
        """Change choices; ValueError for a value that makes no sense. `failed` hears when they cannot be stored."""
        choices = _checked(asdict(self.choices) | changes)
        if choices != self.choices:
            self.choices = choices
            self._saver.save(asdict(self.choices))
            self.changed()

    @property
    def bearer(self) -> str:
        """What carries data now: `wifi`, `cellular` or `none`."""
        choices = self.choices
        if choices.wifi:
            return "wifi"
        return "cellular" if choices.cellular and not choices.airplane and self.in_network() else "none"

    def set_airplane(self, on: bool) -> None:
        """Airplane mode takes Wi-Fi with it; that can be switched on again meanwhile."""
        choices = self.choices
        if on and not choices.airplane:
            self.set(airplane=True, wifi=False, wifi_before=choices.wifi)
        elif not on and choices.airplane:
            self.set(airplane=False, wifi=choices.wifi or choices.wifi_before)

    @property
    def online(self) -> bool:
        """Whether there is any network."""
        return self.bearer != "none"

    def flush(self) -> None:
        """Store now what is not stored yet; raises `storage.*`."""
        self._saver.flush()


def _checked(values: dict[str, Any]) -> Choices:
    choices = Choices(**values)
    for field in fields(Choices):
        if type(getattr(choices, field.name)).__name__ != field.type:
            raise ValueError(field.name)
    if choices.language not in LANGUAGES or choices.appearance not in APPEARANCES or len(choices.name) > 40:
        raise ValueError("choice out of range")
    return choices
