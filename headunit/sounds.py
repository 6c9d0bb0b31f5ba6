"""Plays the brand's sounds for touches and messages, where there is something to play them on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QGuiApplication

from core.paths import ASSETS
from headunit.car_state import CarState
from headunit.flow.sound_cues import SOUNDS, TOUCH, cue_for

WATCHED = ("screen", "overlay", "error", "pin", "esim")
FOLDER = ASSETS / "sounds"
LOUDNESS = 0.6


def sound_files(brand: str) -> dict[str, Path]:
    """The sounds that this brand has."""
    files = {name: FOLDER / brand / f"{name}.wav" for name in SOUNDS}
    return {name: path for name, path in files.items() if path.is_file()}


class CarSounds(QObject):
    """Follows the screens' state and plays what belongs to its changes, unless the driver wants none.

    `play(name)` is the way out: `LoudSpeaker(...).play`, or a list's `append` in tests.
    """

    def __init__(self, state: CarState, play: Callable[[str], object]) -> None:
        super().__init__()
        self._state = state
        self._play = play
        self._before = {section: state.get(section) for section in WATCHED}
        self._running = True
        state.on_change(self._changed)

    def stop(self) -> None:
        """Be silent from now on."""
        self._running = False

    @Slot()
    def touched(self) -> None:
        """Somebody touched a control."""
        self._sound(TOUCH)

    def _changed(self, section: str) -> None:
        if section in self._before:
            before, self._before[section] = self._before[section], self._state.get(section)
            self._sound(cue_for(section, before, self._before[section]))

    def _sound(self, name: str) -> None:
        if name and self._running and self._state.get("settings")["sounds"]:
            self._play(name)


class LoudSpeaker:
    """The sounds of a brand on the machine's sound card. Make it after the first picture: Qt needs 0.1 s for it."""

    def __init__(self, brand: str) -> None:
        self._effects: dict[str, Any] = {}
        if QGuiApplication.platformName() == "offscreen":
            return
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        if QMediaDevices.defaultAudioOutput().isNull():
            return
        for name, path in sound_files(brand).items():
            effect = QSoundEffect()
            effect.setSource(QUrl.fromLocalFile(str(path)))
            effect.setVolume(LOUDNESS)
            self._effects[name] = effect

    def play(self, name: str) -> None:
        """Play a sound; nothing where there is no sound card."""
        if name in self._effects:
            self._effects[name].play()
