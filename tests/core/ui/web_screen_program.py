"""Run by test_screen_web.py in a process of its own: Qt WebEngine must be prepared before the application exists."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from core.ui.app import make_application, prepare_environment

prepare_environment(offscreen=True)

from PySide6.QtCore import QUrl  # noqa: E402
from PySide6.QtQml import QQmlComponent, QQmlEngine  # noqa: E402
from PySide6.QtQuick import QQuickWindow  # noqa: E402
from PySide6.QtWebEngineQuick import QtWebEngineQuick  # noqa: E402

from core.errors import BenchError  # noqa: E402
from core.ui.screen import Screen  # noqa: E402

WINDOW = """
import QtQuick
import QtWebEngine
Window {
    width: 420; height: 700; visible: true
    WebEngineView {
        id: view
        objectName: "phone.web"
        anchors.fill: parent; anchors.topMargin: 60
        signal evaluated(int ticket, var result)
        function evaluate(ticket: int, script: string) {
            runJavaScript(script, result => evaluated(ticket, result))
        }
    }
}
"""
PAGE = """<!doctype html><meta name="viewport" content="width=device-width">
<h1>ログイン</h1><p hidden>not to be seen</p>
<label for="agree" style="display:block">I agree</label>
<input id="agree" type="checkbox" style="opacity:0;width:0;height:0">
<input id="mail" placeholder="E-mail"><input id="password" type="password">
<select id="place">
<option value="">-</option><option value="13">東京都</option><option value="27">大阪府</option></select>
<div style="height:1500px"></div>
<button id="off" disabled>Off</button>
<button id="go" onclick="this.textContent='Sent ' + document.getElementById('mail').value">Send</button>
"""


def main(folder: Path) -> None:
    """Touch, type and read on a page; any failed assertion ends the process with an error."""
    QtWebEngineQuick.initialize()
    make_application()
    (folder / "Web.qml").write_text(WINDOW, encoding="utf-8")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    engine = QQmlEngine()
    component = QQmlComponent(engine, QUrl.fromLocalFile(str(folder / "Web.qml")))
    window = component.create()
    assert isinstance(window, QQuickWindow)
    screen = Screen("phone", window)
    view = screen.find("phone.web")
    assert view is not None
    view.item.setProperty("url", QUrl.fromLocalFile(str(folder / "page.html")))
    assert screen.wait(lambda: screen.find("phone.web.go"), 20)
    labels = screen.labels()
    assert {"ログイン", "E-mail", "Send"} <= set(labels), labels
    assert "not to be seen" not in labels
    assert "phone.web.mail" in screen.ids()

    screen.tap("phone.web.agree")
    assert screen.wait(lambda: screen.value("phone.web.agree", "checked") is True, 3)
    screen.type_text("phone.web.mail", "hana@例え.example")
    assert screen.wait(lambda: screen.value("phone.web.mail", "value") == "hana@例え.example", 3)
    screen.type_text("phone.web.password", "Secret-1")
    assert screen.wait(lambda: screen.value("phone.web.password", "value") == "Secret-1", 3)
    assert "Secret-1" not in screen.labels()
    screen.choose("phone.web.place", "大阪府")
    assert screen.value("phone.web.place", "value") == "27"
    screen.choose("phone.web.place", "13")
    assert "東京都" in screen.labels()
    with pytest.raises(BenchError, match=r"element\.not_found"):
        screen.choose("phone.web.place", "京都府")
    screen.tap("phone.web.go")
    assert screen.wait(lambda: "Sent hana@例え.example" in screen.labels(), 3)

    for element_id, code in (("phone.web.nothing", "element.not_found"), ("phone.web.off", "element.disabled")):
        with pytest.raises(BenchError, match=re.escape(code)):
            screen.tap(element_id)
    screen.clear("phone.web.mail")
    assert screen.wait(lambda: screen.value("phone.web.mail", "value") == "", 3)
    assert not screen.grab().isNull()
    window.close()
    print("held")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
