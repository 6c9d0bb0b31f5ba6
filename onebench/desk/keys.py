"""Keys in the car's window that are the desk's: another brand's car, drive or park, garage or open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from onebench.desk.orders import next_brand, obey

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

    from onebench.world import World

BRAND, DRIVE, RECEPTION = "F6", "F7", "F8"
"""Function keys: no field takes them, and neither do pages of the browsers, which have windows of their own."""
HELP = f"keys    {BRAND} other car, {DRIVE} drive or park, {RECEPTION} garage"
"""For the terminal that the bench was started from."""


def attach_keys(world: World) -> None:
    """Have each car's window of this world take the keys, also after a restart of the car."""
    world.on_car.append(partial(_attach, world))
    if world.car is not None:
        _attach(world, world.car.window)


def _attach(world: World, window: QQuickWindow) -> None:
    for key, act in ((BRAND, _change_brand), (DRIVE, _drive_or_park), (RECEPTION, _leave_or_enter_garage)):
        shortcut = QShortcut(QKeySequence(key), window)
        # Not inside the key's own event: the window may be gone after it.
        shortcut.activated.connect(partial(QTimer.singleShot, 0, partial(act, world)))


def _change_brand(world: World) -> None:
    obey(world, "brand", next_brand(world.brand.id))


def _drive_or_park(world: World) -> None:
    obey(world, "park" if _of_car(world, "driving") else "drive")


def _leave_or_enter_garage(world: World) -> None:
    obey(world, "garage" if _of_car(world, "reception") else "open")


def _of_car(world: World, fact: str) -> bool:
    assert world.car is not None  # its window took the key
    return bool(world.car.view_model.state.get("vehicle")[fact])
