"""Plays the brand's sounds for touches and messages, where there is something to play them on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QGuiApplication

from core.paths import ASSETS
from headunit.car_state import CarState
from headunit.flow.sound_cues import SOUNDS, TONES, TOUCH, cue_for, loop_for

WATCHED = ("screen", "overlay", "error", "pin", "esim", "calls")
FOLDER = ASSETS / "sounds"
LOUDNESS = 0.6
FOR_EVER = -2
"""`QSoundEffect.Infinite`, which cannot be named before Qt Multimedia is loaded."""


def sound_files(brand: str) -> dict[str, Path]:
    """The sounds that this brand has, and those that all have."""
    files = {name: FOLDER / brand / f"{name}.wav" for name in SOUNDS}
    files |= {name: FOLDER / "tones" / f"{name}.wav" for name in TONES}
    return {name: path for name, path in files.items() if path.is_file()}


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


class LoudSpeaker:
    """The sounds of a brand on the machine's sound card. Make it after the first picture: Qt needs 0.1 s for it."""

    def __init__(self, brand: str) -> None:
        self._files: dict[str, Path] = {}
        self._effects: dict[str, Any] = {}
        self._lasting: Any = None
        if QGuiApplication.platformName() == "offscreen":
            return
        from PySide6.QtMultimedia import QMediaDevices

        if not QMediaDevices.defaultAudioOutput().isNull():
            self._files = sound_files(brand)

    def play(self, name: str) -> None:
        """Play a sound; nothing where there is no sound card."""
        effect = self._effect(name)
        if effect is not None:
            effect.play()

    def loop(self, name: str) -> None:
        """Play a sound again and again in place of the one before; "" for none."""
        if self._lasting is not None:
            self._lasting.stop()
        self._lasting = self._effect(name)
        if self._lasting is not None:
            self._lasting.setLoopCount(FOR_EVER)
            self._lasting.play()

    def _effect(self, name: str) -> Any:
        if name not in self._effects and name in self._files:
            from PySide6.QtMultimedia import QSoundEffect

            effect = QSoundEffect()
            effect.setSource(QUrl.fromLocalFile(str(self._files[name])))
            effect.setVolume(LOUDNESS)
            self._effects[name] = effect
        return self._effects.get(name)
