"""Plays a brand's sounds on the machine's sound card, where there is one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication

from core.paths import ASSETS

FOLDER = ASSETS / "sounds"
TONES = "tones"
"""What all brands have: the sounds of the network and of keys."""
LOUDNESS = 0.6
FOR_EVER = -2
"""`QSoundEffect.Infinite`, which cannot be named before Qt Multimedia is loaded."""


def sound_files(brand: str) -> dict[str, Path]:
    """The sounds of this brand and those that all have, by name."""
    return {path.stem: path for folder in (TONES, brand) for path in sorted((FOLDER / folder).glob("*.wav"))}


class LoudSpeaker:
    """The sounds of a brand. Make it after the first picture: Qt needs 0.1 s for it. Silent off screen."""

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
