"""OpenCV must leave no trace in the process but its module."""

import os
import subprocess
import sys

PROGRAM = """
import os
before = dict(os.environ)
from phone_app.scanner import opencv
cv2 = opencv.load()
assert opencv.load() is cv2
changed = {name for name in set(before) | set(os.environ) if before.get(name) != os.environ.get(name)}
print(sorted(changed), cv2.getNumThreads())
"""


def run(program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, **environment},
    )


def test_the_environment_is_as_before() -> None:
    done = run(PROGRAM, QT_QPA_FONTDIR="/somewhere")
    assert done.returncode == 0, done.stderr
    assert "QT_QPA" not in done.stdout
    assert "LD_LIBRARY" not in done.stdout
    assert done.stdout.endswith(" 1\n")


def test_a_direct_import_by_somebody_else_is_undone_too() -> None:
    done = run(
        "import cv2, os\nfrom phone_app.scanner import opencv\nopencv.load()\n"
        "print(os.environ.get('QT_QPA_PLATFORM_PLUGIN_PATH'), os.environ.get('QT_QPA_FONTDIR'))"
    )
    assert done.stdout == "None None\n", done.stderr


def test_a_missing_camera_is_quiet() -> None:
    done = run(
        "from phone_app.scanner import opencv\ncv2 = opencv.load()\n"
        "print(cv2.VideoCapture('/dev/video77', cv2.CAP_V4L2).isOpened(), cv2.VideoCapture('/nowhere.mp4').isOpened())"
    )
    assert (done.stdout, done.stderr) == ("False False\n", "")
