"""Baseline of the start: an empty QML window, in a process of its own; prints when its first frame was shown."""

import time

from core.ui.app import prepare_environment


def main() -> None:
    """Show the window and leave after its first frame."""
    prepare_environment()
    from PySide6.QtQml import QQmlApplicationEngine
    from PySide6.QtQuick import QQuickWindow

    from core.ui.app import make_application

    application = make_application()
    engine = QQmlApplicationEngine()
    engine.loadData(b"import QtQuick\nWindow { visible: true; width: 1920; height: 720 }")
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)

    def shown() -> None:
        print(time.perf_counter_ns(), flush=True)
        application.quit()

    window.frameSwapped.connect(shown)
    application.exec()


if __name__ == "__main__":
    main()
