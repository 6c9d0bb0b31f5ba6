"""An engine that was begun early shows the same as one that was not, and a file that cannot be read says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QUrl

from core.ui.early import EarlyEngine

WINDOW = "import QtQuick\nimport Bench\nWindow { title: Theme.night ? 'night' : 'day'; Label { text: 'a' } }\n"


def test_what_was_begun_early_is_loaded_whole(qapp: Any, tmp_path: Path) -> None:
    file = tmp_path / "Early.qml"
    file.write_text(WINDOW, encoding="utf-8")
    engine = EarlyEngine(file).take()
    engine.load(QUrl.fromLocalFile(str(file)))
    assert [root.property("title") for root in engine.rootObjects()] == ["night"]
    shiboken6.delete(engine)


@pytest.mark.qt_log_ignore("Type Nothing unavailable|is not a type|failed to load component")
def test_a_file_that_is_wrong_fails_when_it_is_loaded(qapp: Any, tmp_path: Path) -> None:
    file = tmp_path / "Wrong.qml"
    file.write_text("import QtQuick\nNothing {}\n", encoding="utf-8")
    engine = EarlyEngine(file).take()
    engine.load(QUrl.fromLocalFile(str(file)))
    assert engine.rootObjects() == []
    shiboken6.delete(engine)
