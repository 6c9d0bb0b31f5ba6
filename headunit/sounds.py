"""Which of the brand's sounds is heard when: for touches and messages, unless the driver wants none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from headunit.car_state import CarState
from headunit.flow.sound_cues import TOUCH, cue_for, loop_for

WATCHED = ("screen", "overlay", "error", "pin", "esim", "calls")


class CarSounds(QObject):
    """Follows the screens' state and plays what belongs to its changes, unless the driver wants none.

    `play(name)` is the way out: `LoudSpeaker(...).play`, or a list's `append` in tests. `loop(name)` is for what sounds
    until it is told otherwise (`LoudSpeaker(...).loop`), "" for silence.
    """

    def __init__(
        self, state: CarState, play: Callable[[str], object], loop: Callable[[str], object] = lambda name: None
    ) -> None:
        super().__init__()
        self._state = state
        self._play = play
        self._loop = loop
        self.looping = ""
        """What sounds on and on."""
        self._before = {section: state.get(section) for section in WATCHED}
        self._running = True
        state.on_change(self._changed)

    def stop(self) -> None:
        """Be silent from now on."""
        self._running = False
        self._go_on()

    @Slot()
    def touched(self) -> None:
        """Somebody touched a control."""
        self._sound(TOUCH)

    def _changed(self, section: str) -> None:
        if section in self._before:
            before, self._before[section] = self._before[section], self._state.get(section)
            self._sound(cue_for(section, before, self._before[section]))
        if section in ("calls", "settings"):
            self._go_on()

    def _go_on(self) -> None:
        """Ring tones last as long as what they tell of, and end when the driver wants no sounds any more."""
        heard = self._running and self._state.get("settings")["sounds"]
        wanted = loop_for(self._state.get("calls")) if heard else ""
        if wanted != self.looping:
            self.looping = wanted
            self._loop(wanted)

    def _sound(self, name: str) -> None:
        if name and self._running and self._state.get("settings")["sounds"]:
            self._play(name)
