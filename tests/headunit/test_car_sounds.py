"""Sounds: which belongs to what, that the driver can switch them off, and that both brands have files of their own."""

from __future__ import annotations

import wave
from typing import Any

import pytest

from core.brand import brand_ids
from core.ui.loudspeaker import LoudSpeaker, sound_files
from headunit.car_state import CarState
from headunit.flow.sound_cues import SOUNDS, TONES
from headunit.sounds import CarSounds

PIN = CarState().get("pin")
ESIM = CarState().get("esim")
CALLS = CarState().get("calls")
LONGEST = {"touch": 0.1, "call": 3.1, "ringback": 3.1, "busy": 3.1, "waiting": 4.1}
"""Seconds. Those that are played on and on have their pause in them."""


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
        ("calls", {**CALLS, "tones": "1"}, ["key1"]),
        ("calls", {**CALLS, "tones": "1#"}, ["keyHash"]),
        ("calls", {**CALLS, "view": "talking"}, []),
        ("calls", {**CALLS, "view": "ended", "end": {"reason": "normal"}}, ["ended"]),
        ("calls", {**CALLS, "view": "ended", "end": {"reason": "busy"}}, ["busy"]),
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


def test_a_ring_tone_lasts_as_long_as_it_rings(qapp: Any) -> None:
    state, looped = CarState(), []
    sounds = CarSounds(state, lambda name: None, looped.append)
    ringing = {**CALLS, "view": "incoming", "front": {"state": "incoming"}}
    state.put("calls", ringing)
    state.put("calls", {**ringing, "front": {"state": "incoming", "seconds": 1}})
    state.update("settings", sounds=False)
    state.update("settings", sounds=True)
    state.put("calls", {**CALLS, "view": "talking", "front": {"state": "active"}})
    state.put("calls", {**CALLS, "view": "minimised", "front": {"state": "active"}, "waiting": {"state": "waiting"}})
    state.put("calls", {**CALLS, "view": "talking", "front": {"state": "alerting"}})
    sounds.stop()
    assert looped == ["call", "", "call", "", "waiting", "ringback", ""]


@pytest.mark.parametrize("brand", brand_ids())
def test_each_brand_has_short_sounds_that_do_not_clip(brand: str) -> None:
    files = sound_files(brand)
    assert set(files) == {*SOUNDS, *TONES}
    for name, path in files.items():
        with wave.open(str(path)) as sound:
            assert sound.getnframes() / sound.getframerate() < LONGEST.get(name, 1.5)
            samples = memoryview(sound.readframes(sound.getnframes())).cast("h")
            assert 3000 < max(abs(sample) for sample in samples) < 32000, name


def test_brands_do_not_sound_alike() -> None:
    bmw, mini = sound_files("bmw"), sound_files("mini")
    assert all(bmw[name].read_bytes() != mini[name].read_bytes() for name in SOUNDS)


def test_without_a_sound_card_it_stays_silent(qapp: Any) -> None:
    speaker = LoudSpeaker("mini")
    speaker.play("ring")
    speaker.loop("call")
    speaker.loop("")
