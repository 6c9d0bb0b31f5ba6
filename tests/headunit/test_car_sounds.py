"""Sounds: which belongs to what, that the driver can switch them off, and that both brands have files of their own."""

from __future__ import annotations

import wave
from typing import Any

import pytest

from core.brand import brand_ids
from headunit.car_state import CarState
from headunit.flow.sound_cues import SOUNDS
from headunit.sounds import CarSounds, LoudSpeaker, sound_files

PIN = CarState().get("pin")
ESIM = CarState().get("esim")


@pytest.mark.parametrize(
    ("section", "value", "heard"),
    [
        ("screen", "profileReady", ["confirm"]),
        ("screen", "pinDone", ["confirm"]),
        ("screen", "settings", []),
        ("overlay", "telephony", ["ring"]),
        ("overlay", "notice", []),
        ("error", {"code": "cloud.timeout", "params": {}}, ["refuse"]),
        ("error", {"code": "roaming.no_effect", "params": {}}, []),
        ("pin", {**PIN, "mistakes": 1}, ["refuse"]),
        ("pin", {**PIN, "digits": 2}, []),
        ("esim", {**ESIM, "state": "connected"}, []),
        ("contacts", [{"name": "A", "numbers": []}], []),
    ],
)
def test_what_is_heard(qapp: Any, section: str, value: Any, heard: list[str]) -> None:
    state, played = CarState(), []
    CarSounds(state, played.append)
    state.put(section, value)
    assert played == heard


def test_the_end_of_a_set_up_is_heard_once(qapp: Any) -> None:
    state, played = CarState(), []
    CarSounds(state, played.append)
    for name in ("settingUp", "connected", "notConnected", "connected"):
        state.update("esim", state=name)
    assert played == ["confirm"]


def test_whoever_wants_no_sounds_hears_none(qapp: Any) -> None:
    state, played = CarState(), []
    sounds = CarSounds(state, played.append)
    sounds.touched()
    state.update("settings", sounds=False)
    sounds.touched()
    state.put("screen", "profileReady")
    state.update("settings", sounds=True)
    sounds.stop()
    sounds.touched()
    assert played == ["touch"]


@pytest.mark.parametrize("brand", brand_ids())
def test_each_brand_has_short_sounds_that_do_not_clip(brand: str) -> None:
    files = sound_files(brand)
    assert set(files) == set(SOUNDS)
    for name, path in files.items():
        with wave.open(str(path)) as sound:
            assert sound.getnframes() / sound.getframerate() < (0.1 if name == "touch" else 1.5)
            samples = memoryview(sound.readframes(sound.getnframes())).cast("h")
            assert 3000 < max(abs(sample) for sample in samples) < 32000, name


def test_brands_do_not_sound_alike() -> None:
    bmw, mini = sound_files("bmw"), sound_files("mini")
    assert all(bmw[name].read_bytes() != mini[name].read_bytes() for name in SOUNDS)


def test_without_a_sound_card_it_stays_silent(qapp: Any) -> None:
    LoudSpeaker("mini").play("ring")
