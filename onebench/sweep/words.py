"""The sentences that belong to an error code, asked of the same files that the screens ask."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import headunit
import phone_app
from core.ui.phrases import without_joiners

FILES = {
    "car": Path(headunit.__file__).parent / "qml" / "parts" / "CarErrorText.qml",
    "phone": Path(phone_app.__file__).parent / "qml" / "PhoneErrorText.qml",
}
CALLS = {"car": "what(%s)", "phone": "title(%s.code)"}
UNKNOWN = {"code": "nothing.known"}


class Words:
    """What `part` ("car", "phone") says about errors, in the language of its window's `engine`."""

    def __init__(self, part: str, engine: Any) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtQml import QQmlComponent

        self._call = CALLS[part]
        self._component = QQmlComponent(engine, QUrl.fromLocalFile(str(FILES[part])))
        self._file = self._component.create()
        self.vague = self.of(UNKNOWN)
        """What is said when nothing is known."""

    def of(self, error: Mapping[str, Any]) -> str:
        """The sentence that tells `{code, params}`."""
        from PySide6.QtQml import QQmlEngine, QQmlExpression

        expression = QQmlExpression(
            QQmlEngine.contextForObject(self._file), self._file, self._call % json.dumps(dict(error))
        )
        return without_joiners(str(expression.evaluate()[0]))
