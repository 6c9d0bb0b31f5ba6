"""Touching and reading a window as a person does: by element id, with real touches and keys, from what is really drawn.

screen = Screen("car", window)
screen.tap("car.home.bmwId")
screen.wait(lambda: "BMW ID" in screen.labels())
"""

from core.ui.screen.element import Element
from core.ui.screen.pump import pump_until
from core.ui.screen.screen import Screen

__all__ = ["Element", "Screen", "pump_until"]
