"""The sounds of the brand's app in front."""

from __future__ import annotations

from collections.abc import Callable

from core.ui.loudspeaker import LoudSpeaker
from phone_app.handset import Handset
from phone_app.sound_cues import cue_for


class AppSounds:
    """Call `follow` after each change. Each brand has a speaker of its own, made when its app is first heard.

    `play(brand, name)` is the way out: an entry of a list in tests.
    """

    def __init__(self, handset: Handset, play: Callable[[str, str], object] | None = None) -> None:
        self._handset = handset
        self._play = play or self._aloud
        self._speakers: dict[str, LoudSpeaker] = {}
        self._before: tuple[str, str] = ("", "")

    def prepare(self) -> None:
        """Load what playing needs, before it is heard."""
        self._speaker(self._handset.brand_app.brand_id)

    def follow(self) -> None:
        """Something changed on the phone."""
        app = self._handset.brand_app
        before, self._before = self._before, (app.id, app.screen)
        if self._handset.shell.app is not app or before[0] != app.id or not self._handset.preferences.choices.sounds:
            return
        name = cue_for(before[1], app.screen, str(app.link.state()["state"]))
        if name:
            self._play(app.brand_id, name)

    def _aloud(self, brand: str, name: str) -> None:
        self._speaker(brand).play(name)

    def _speaker(self, brand: str) -> LoudSpeaker:
        if brand not in self._speakers:
            self._speakers[brand] = LoudSpeaker(brand)
        return self._speakers[brand]
