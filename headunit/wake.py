"""What the display shows before the car behind it is ready: everything that is known from the stored file alone."""

from __future__ import annotations

from typing import Any

from core.brand import BrandPack
from core.clock import Clock
from core.local_time import LOCAL_TIME
from headunit.car_state import CarState
from headunit.flow.drivers import GUEST
from headunit.flow.start import first_driver, first_screen
from headunit.memory import Memory

LANGUAGES = ("ja", "en")
APPEARANCES = ("auto", "day", "night")
DAY_BEGINS, DAY_ENDS = 6, 18
"""Hours between which `auto` is day: a car on a desk has no light sensor."""
DARKEST = 10
"""Per cent of brightness below which nobody would find the way back."""


def is_night(appearance: str, clock: Clock) -> bool:
    """Whether the display is dark."""
    if appearance != "auto":
        return appearance == "night"
    return not DAY_BEGINS <= clock.now().astimezone(LOCAL_TIME).hour < DAY_ENDS


def time_of_day(clock: Clock) -> str:
    """The status bar's clock, local time."""
    return clock.now().astimezone(LOCAL_TIME).strftime("%H:%M")


def shown_settings(memory: Memory, language: str, clock: Clock) -> dict[str, Any]:
    """The settings in force; `language` is used until the driver has chosen one."""
    kept = memory.preferences
    chosen = kept["language"] if kept["language"] in LANGUAGES else language
    appearance = kept["appearance"] if kept["appearance"] in APPEARANCES else "auto"
    return {
        "language": chosen if chosen in LANGUAGES else "en",
        "appearance": appearance,
        "night": is_night(appearance, clock),
        "brightness": max(DARKEST, min(100, int(kept["brightness"]))),
        "sounds": bool(kept["sounds"]),
    }


def wake_up(
    state: CarState, memory: Memory, *, brand: BrandPack, language: str, clock: Clock, demo: bool, pin_attempts: int
) -> None:
    """Fill `state` for the first frame. The car does the same again when it is there, and nothing changes."""
    last = memory.last_driver
    active, screen = first_driver(last), first_screen(last)
    state.put("screen", screen)
    state.put(
        "brand",
        {
            "name": brand.name,
            "idName": brand.id_name,
            "appName": brand.app_name,
            "resetWithMainUser": brand.reset_with_main_user,
            "telephonyNeedsPhone": brand.telephony_needs_phone,
        },
    )
    settings = shown_settings(memory, language, clock)
    state.update("settings", **settings)
    shown = {driver.key: driver.for_screens(driver is active, settings["language"]) for driver in memory.drivers}
    at_wheel = shown[active.key] if active else {"key": GUEST}
    state.put("drivers", list(shown.values()))
    state.put("activeDriver", at_wheel)
    asked = last if screen == "pinAsk" else None
    state.put("selectedDriver", shown[asked.key] if asked else {})
    state.update(
        "pin", purpose="ask" if asked else "set", attemptsLeft=asked.pin_attempts_left if asked else pin_attempts
    )
    state.update(
        "status",
        time=time_of_day(clock),
        driverName=at_wheel.get("name", ""),
        initial=at_wheel.get("initial", ""),
        demo=demo,
    )
