"""An accessory as a part of the bench: device, radio and window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from shiboken6 import delete

from accessories.air import CellRadio
from accessories.device import Device
from accessories.identity import of_the_demonstration
from accessories.kinds import kind_of
from accessories.operator import Operator
from accessories.view_model import AccessoryViewModel
from core.clock import Clock
from core.demo import demo_data
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.http import HttpClient
from core.radio import RadioClient
from core.randomness import Randomness
from core.settings import Settings
from core.ui.language import apply_language
from core.ui.tasks import QtTasks
from core.ui.theme import prepare_engine

QML = Path(__file__).parent / "qml" / "AccessoryMain.qml"
THEME, PART = "accessory", "accessory"
ACTOR = "accessory"
"""Of its HTTP requests and their fault port; in the log each accessory has its own name."""


class Accessory:
    """`name` is a kind with a number where there are several (`watch6`, `on01-2`); `parent` the number of its phone.

    Make it on the Qt thread when an application exists.
    Raises `accessory.unknown`, `accessory.window_failed`.
    """

    def __init__(
        self,
        name: str,
        *,
        folder: Path,
        parent: str,
        language: str,
        carrier_url: str | None,
        radio_address: tuple[str, int] | None,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        randomness: Randomness,
        settings: Settings,
        show: bool = True,
        motion: bool = True,
    ) -> None:
        kind = kind_of(name)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        parts: dict[str, Any] = {"clock": clock, "events": events, "faults": faults}
        self._tasks = QtTasks(name=name)
        self._http = None
        if carrier_url is not None:
            self._http = HttpClient(carrier_url, actor=ACTOR, wall_timeout=settings.http_wall_timeout, **parts)

        def radio(imsi: str) -> CellRadio | None:
            if radio_address is None:
                return None
            return RadioClient(radio_address, imsi=imsi, kind=kind.radio, name=kind.name, language=language, **parts)

        number = int(name.removeprefix(kind.id).removeprefix("-") or 1)
        self.device = Device(
            kind,
            name=name,
            folder=folder,
            parent=parent,
            given=of_the_demonstration(demo_data(), parent, kind.id, number),
            operator=Operator(self._http),
            radio=radio,
            clock=clock,
            events=events,
            randomness=randomness,
            tasks=self._tasks,
        )
        self.view_model = AccessoryViewModel(self.device.state, self.device.send)
        self.engine = QQmlApplicationEngine()
        prepare_engine(self.engine, THEME, "night", motion=motion)
        apply_language(self.engine, PART, language)
        self.engine.setInitialProperties({"accessory": self.view_model, "visible": show})
        self.engine.load(QUrl.fromLocalFile(str(QML)))
        window = self.engine.rootObjects()[0] if self.engine.rootObjects() else None
        if not isinstance(window, QQuickWindow):
            raise BenchError("accessory.window_failed", file=str(QML))
        self.window = window
        self.device.changed = self.view_model.refresh
        self.device.start()

    def set_coverage(self, covered: bool) -> None:
        """Carry it out of the mobile network's reach, or back."""
        self.device.set_coverage(covered)

    def close(self) -> None:
        """Switch it off; what it stored is there at the next start."""
        self.device.changed = lambda: None
        self._tasks.close()
        self.device.close()
        if self._http is not None:
            self._http.close()
        self.window.close()
        delete(self.engine)  # at once: it must go before the objects that its bindings read
