"""Does what a journey's actions say, on the windows and at the desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from core.errors import BenchError
from onebench.journeys.bench import Bench, ScreenPort
from onebench.journeys.car_actions import car_actions
from onebench.journeys.conditions import Checker
from onebench.journeys.model import Action
from onebench.journeys.network_actions import network_actions
from onebench.journeys.vocabulary import seconds
from onebench.journeys.waiting import Waiter

READY_TIME = 5.0
"""Wall seconds until an element that shall be touched must be there and enabled."""

SECRETS = ("password", "pin-code", "setup-pin", "unlock-pin", "daccount-code", "aeon-code", "card-number", "form.code")
"""Parts of ids of fields whose content no report tells."""

TOUCHES = ("tap", "long_press", "pin")


class Performer:
    """Performs actions on a bench; waits for an element before it touches it. Raises the screen's errors."""

    def __init__(self, bench: Bench, checker: Checker, waiter: Waiter) -> None:
        self._bench = bench
        self._checker = checker
        self._waiter = waiter

    def perform(self, action: Action, actor: str) -> None:
        """Do one action on the window of `actor`."""
        argument = self._checker.resolve(action.argument)
        desk = self._desk().get(action.kind)
        if desk is not None:
            desk(argument)
            return
        screen = self._bench.actors[actor].screen
        match action.kind:
            case "tap":
                self._when_ready(screen, argument, screen.tap)
            case "long_press":
                self._when_ready(screen, argument, screen.long_press)
            case "show":
                self._when_ready(screen, argument, screen.show, enabled=False)
            case "clear":
                self._when_ready(screen, argument, screen.clear)
            case "type":
                for element_id, text in argument.items():
                    self._when_ready(screen, element_id, partial(_type, screen, str(text)))
            case "choose":
                for element_id, text in argument.items():
                    self._when_ready(screen, element_id, partial(_choose, screen, str(text)))
            case "pin":
                for prefix, digits in argument.items():
                    for digit in str(digits):
                        self._when_ready(screen, f"{prefix}{digit}", screen.tap)
            case "key":
                screen.key(argument)
            case "keys":
                for name in argument:
                    screen.key(name)
            case "memo":
                for name, element_id in argument.items():
                    self._when_ready(screen, element_id, partial(self._note, screen, name), enabled=False)
            case "browse":
                self._bench.browse(actor, argument)
            case "scan":
                # Holding the camera is all a person does: the picture is there when the scanner is.
                self._when_ready(screen, argument, lambda _: None, enabled=False)
            case _:
                raise BenchError("journey.action_unknown", name=action.kind)

    def target(self, action: Action) -> str | None:
        """The element that an action touches first, to be marked in its picture."""
        argument = self._checker.resolve(action.argument)
        if action.kind in ("tap", "long_press"):
            return str(argument)
        if action.kind == "pin" and isinstance(argument, dict):
            prefix, digits = next(iter(argument.items()))
            return f"{prefix}{str(digits)[:1]}"
        return None

    def _desk(self) -> dict[str, Callable[[Any], Any]]:
        bench = self._bench
        orders: dict[str, Callable[[Any], Any]] = {
            "clock": lambda jump: bench.clock.advance(seconds(jump)),
            "fault": lambda fault: bench.faults.set(
                fault["port"],
                fault["kind"],
                **{key: fault[key] for key in ("count", "delay", "match") if key in fault},
            ),
            "clear_fault": lambda port: bench.faults.clear(None if port == "all" else port),
            "unplug": lambda _: bench.unplug_modem(),
            "plug": lambda _: bench.plug_modem(),
            "stop": bench.stop,
            "start": bench.start,
            "restart": bench.restart,
            "camera": bench.hold_before_camera,
        }
        return orders | network_actions(bench, self._checker) | car_actions(bench, self._checker)

    def _note(self, screen: ScreenPort, name: str, element_id: str) -> None:
        """What the element shows, for `${memo.<name>}`: as a person takes a note of it."""
        text = screen.value(element_id, "innerText" if ".web." in element_id else "text")
        self._checker.memos[name] = " ".join(str(text or "").split())

    def _when_ready(
        self, screen: ScreenPort, element_id: str, act: Callable[[str], object], *, enabled: bool = True
    ) -> None:
        def ready() -> bool:
            element = screen.find(element_id)
            return element is not None and (element.enabled or not enabled)

        self._waiter.wait(screen, ready, READY_TIME)
        act(element_id)  # raises the fitting error when it is still not there


def _type(screen: ScreenPort, text: str, element_id: str) -> None:
    screen.type_text(element_id, text)


def _choose(screen: ScreenPort, text: str, element_id: str) -> None:
    screen.choose(element_id, text)


def in_words(action: Action) -> str:
    """One action as the report tells it; what is typed into a field of a password is not told."""
    if action.kind in ("type", "choose") and isinstance(action.argument, dict):
        parts = [f"{key} ← {_hidden(key, str(value))}" for key, value in action.argument.items()]
        return f"{action.kind} {', '.join(parts)}"
    if action.kind == "pin" and isinstance(action.argument, dict):
        return f"pin {', '.join(f'{prefix}••••' for prefix in action.argument)}"
    if isinstance(action.argument, dict):
        return f"{action.kind} {', '.join(f'{key} {value}' for key, value in action.argument.items())}"
    return f"{action.kind} {action.argument}"


def _hidden(element_id: str, text: str) -> str:
    name = element_id.lower()
    return "••••" if any(secret in name for secret in SECRETS) else text
