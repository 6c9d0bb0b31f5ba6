"""The whole bench in a process of its own, measured from inside; prints one JSON object.

Keys: `ready_at` (ns of the monotonic clock), `touch_ms`, `empty_touch_ms`, `frames_ms`, `idle_frames_ms`, `rss_mib`,
`rss_after_web_mib`, `stall_start_ms`, `stall_touch_ms`, `stall_web_ms`.
"""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from typing import Any

from core import collector
from core.ui.app import prepare_environment

TOUCHES = 30
RAIL = ("car.rail.bmwId", "car.rail.mobileDevices", "car.rail.settings", "car.rail.telephone", "car.rail.home")


def main() -> None:
    """Run, measure, print."""
    collector.rest()
    prepare_environment(offscreen=True)
    from onebench.benchmark.frames import FrameWatch
    from onebench.benchmark.memory import mebibytes
    from onebench.benchmark.sign_in import sign_in
    from onebench.benchmark.stalls import StallWatch
    from onebench.world import World
    from onebench.world_options import WorldOptions

    result: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder, World(WorldOptions(data=Path(folder))) as world:
        car, phone = world.actors["car"], world.actors["phone"]
        assert world.car is not None
        assert world.phone is not None
        stalls = StallWatch(world.car.window)
        watches = [FrameWatch(world.car.window), FrameWatch(world.phone.window)]
        car.screen.wait(lambda: all(watch.frames for watch in watches) and car.state("status.cloudOnline"), 30)
        result["ready_at"] = time.perf_counter_ns()
        phone.screen.wait(lambda: False, 1.0)  # a second of idling: what it draws by itself
        result["stall_start_ms"] = stalls.take()
        result["idle_frames_ms"] = [frame for watch in watches for frame in watch.take()]
        result["touch_ms"] = [_touch(car.screen, watches[0], RAIL[number % len(RAIL)]) for number in range(TOUCHES)]
        result["stall_touch_ms"] = stalls.take()
        result["empty_touch_ms"] = _empty_touches()
        result["frames_ms"] = watches[0].take()
        result["rss_mib"] = mebibytes()
        stalls.take()
        sign_in(phone)
        result["stall_web_ms"] = stalls.take()
        phone.screen.wait(lambda: False, 1.0)  # the browser's page is gone when its process has ended
        result["rss_after_web_mib"] = mebibytes()
    print(json.dumps(result), flush=True)


def _touch(screen: Any, watch: Any, element_id: str) -> float:
    """Milliseconds from the finger's touch to the end of the first frame drawn after it."""
    screen.wait(lambda: screen.find(element_id) is not None, 5)
    screen.wait(lambda: False, 0.05)  # let what the last touch started come to rest
    watch.ended = None
    begin = time.perf_counter()
    screen.tap(element_id)
    screen.wait(lambda: watch.ended is not None, 5)
    return (watch.ended - begin) * 1000


def _empty_touches() -> list[float]:
    from PySide6.QtQml import QQmlApplicationEngine

    from core.ui.screen import Screen
    from onebench.benchmark.frames import FrameWatch

    engine = QQmlApplicationEngine()
    engine.loadData(
        b"""import QtQuick
        Window { visible: true; width: 1920; height: 720; objectName: "empty"
            Rectangle { objectName: "empty.patch"; width: 200; height: 200; color: tap.pressed ? "white" : "gray"
                TapHandler { id: tap } } }"""
    )
    window = engine.rootObjects()[0]
    screen, watch = Screen("empty", window), FrameWatch(window)  # type: ignore[arg-type]
    return [_touch(screen, watch, "empty.patch") for _ in range(TOUCHES)]


if __name__ == "__main__":
    main()
