"""Which screen a car wakes up with."""

from __future__ import annotations

from headunit.flow.drivers import Driver


def first_screen(last_driver: Driver | None) -> str:
    """`pinAsk` when the driver of the last journey has a PIN that can still be typed, else `home`."""
    return "pinAsk" if last_driver is not None and last_driver.has_pin and not last_driver.pin_is_locked else "home"


def first_driver(last_driver: Driver | None) -> Driver | None:
    """Who is signed in at once: the last driver without a PIN; nobody (the guest) otherwise."""
    return last_driver if last_driver is not None and not last_driver.has_pin else None
