"""A window that runs all day must not use up Python's constants."""

import subprocess
import sys

PROGRAM = """
import core
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Bell(QObject):
    rung = Signal()
application = QCoreApplication([])
bell = Bell()
for _ in range(20_000):
    bell.rung.emit()
    application.processEvents()
    bell.setObjectName("bell")
print("alive")
"""


def test_many_signals_do_not_end_the_interpreter() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr
