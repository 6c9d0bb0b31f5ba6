"""The sentences that belong to an error code, asked of the same files that the screens ask."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine, QQmlExpression
from shiboken6 import delete

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
    """What `part` ("car", "phone") says about errors, in the language that is installed for it."""

    def __init__(self, part: str) -> None:
        self._file = QUrl.fromLocalFile(str(FILES[part]))
        self._call = CALLS[part]
        self.vague = self.of(UNKNOWN)
        """What is said when nothing is known."""

    def of(self, error: Mapping[str, Any]) -> str:
        """The sentence that tells `{code, params}`."""
        # An engine of its own, and gone at once: nothing of it must outlive a window's engine.
        engine = QQmlEngine()
        component = QQmlComponent(engine, self._file)
        words = component.create()
        expression = QQmlExpression(QQmlEngine.contextForObject(words), words, self._call % json.dumps(dict(error)))
        said = str(expression.evaluate()[0])
        for part in (expression, words, component, engine):
            delete(part)
        return without_joiners(said)
