"""The checks: each looks at one thing on its own and changes nothing."""

from __future__ import annotations

import ctypes.util
import glob
import importlib.util
import os
import platform
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from core.data_folder import DataFolder, default_data_folder
from core.errors import BenchError
from core.ui.app import has_display
from onebench.doctor.findings import MISSING, NOTE, OK, Finding

QT_LIBRARIES = "libegl1 libgl1 libnss3 libxkbcommon0 libxcomposite1 libxdamage1 libxkbfile1 libasound2"
"""Debian's packages with what Qt's wheels link to but do not bring."""

PYTHON_NEEDED = (3, 11)
JAPANESE_FONTS = ("Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", "IPAexGothic", "Source Han Sans")


def is_mac() -> bool:
    """True on macOS, where the commands to mend differ."""
    return sys.platform == "darwin"


def by_system(debian: str, mac: str) -> str:
    """The command for this system."""
    return mac if is_mac() else debian


def check_python() -> Finding:
    """Python's version."""
    found = platform.python_version()
    if sys.version_info >= PYTHON_NEEDED:
        return Finding("python", OK, found)
    mend = by_system("sudo apt-get install python3.11 python3.11-venv", "brew install python@3.12")
    return Finding("python", MISSING, found, mend)


def check_qt() -> Finding:
    """Qt for Python, with the parts that the full wheel holds."""
    try:
        from PySide6.QtCore import qVersion
    except ImportError as error:
        return Finding("qt", MISSING, str(error), _qt_mend(str(error)))
    return Finding("qt", OK, qVersion())


def check_web_engine() -> Finding:
    """The browser in the phone: its module, and the system libraries that it needs."""
    if importlib.util.find_spec("PySide6") is None:
        return Finding("web pages", MISSING, "PySide6 is not installed", "make setup")
    # In a process of its own: a library that is missing can end the process that loads it.
    done = _run([sys.executable, "-c", "import PySide6.QtWebEngineQuick"])
    if done is not None and done.returncode == 0:
        return Finding("web pages", OK, "Qt WebEngine loads")
    reason = done.stderr.strip().splitlines()[-1] if done is not None and done.stderr.strip() else "it does not load"
    return Finding("web pages", MISSING, reason, _qt_mend(reason))


def check_display() -> Finding:
    """Somewhere to show windows."""
    if has_display():
        return Finding("display", OK, os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or sys.platform)
    mend = "log in at the desk, or `ssh -X`; without a display `onebench run` walks a journey and leaves a report"
    return Finding("display", NOTE, "none: windows are drawn off screen", mend)


def check_fonts() -> Finding:
    """A font with Japanese letters."""
    if is_mac():
        return Finding("japanese font", OK, "Hiragino Sans (part of macOS)")
    done = _run(["fc-list", ":lang=ja", "family"])
    if done is None:
        return Finding(
            "japanese font", MISSING, "fc-list is not there", "sudo apt-get install fontconfig fonts-noto-cjk"
        )
    families = {name.strip() for line in done.stdout.splitlines() for name in line.split(",")}
    known = [name for name in JAPANESE_FONTS if name in families]
    if known or families:
        return Finding("japanese font", OK, known[0] if known else min(families))
    return Finding("japanese font", MISSING, "none", "sudo apt-get install fonts-noto-cjk")


def check_zbar() -> Finding:
    """The second QR decoder."""
    if found := ctypes.util.find_library("zbar"):
        return Finding("zbar", OK, found)
    mend = by_system("sudo apt-get install libzbar0", "brew install zbar")
    return Finding("zbar", MISSING, "not found: hard QR codes are read more slowly", mend)


def check_cameras(devices: Iterable[str] | None = None) -> Finding:
    """Webcams; the virtual scene needs none."""
    if is_mac():
        return Finding("camera", NOTE, "asked for at the first use", "allow the terminal in System Settings → Camera")
    paths = sorted(devices if devices is not None else glob.glob("/dev/video*"))
    if not paths:
        return Finding("camera", NOTE, "none: the phone looks at the car's display by itself", "plug in a webcam")
    locked = [path for path in paths if not os.access(path, os.R_OK | os.W_OK)]
    if locked:
        mend = f"sudo usermod -aG {_group(locked[0], 'video')} $USER, then log in again"
        return Finding("camera", MISSING, f"no right to use {', '.join(locked)}", mend)
    return Finding("camera", OK, ", ".join(f"{path} ({_camera_name(path)})" for path in paths))


def check_serial(devices: Iterable[str] | None = None) -> Finding:
    """The right to open serial ports, for a real modem; the virtual one needs none."""
    patterns = ("/dev/cu.usb*",) if is_mac() else ("/dev/ttyUSB*", "/dev/ttyACM*")
    paths = sorted(devices if devices is not None else [path for p in patterns for path in glob.glob(p)])
    if not paths:
        return Finding("serial port", NOTE, "no USB modem: the virtual one is used", "plug in a modem")
    locked = [path for path in paths if not os.access(path, os.R_OK | os.W_OK)]
    if locked:
        mend = f"sudo usermod -aG {_group(locked[0], 'dialout')} $USER, then log in again"
        return Finding("serial port", MISSING, f"no right to use {', '.join(locked)}", mend)
    return Finding("serial port", OK, ", ".join(paths))


def check_data_folder(path: Path | None = None) -> Finding:
    """The data folder: writable, and not held by another bench."""
    path = path or default_data_folder()
    if not path.exists():
        parent = next((folder for folder in path.parents if folder.exists()), Path("/"))
        if os.access(parent, os.W_OK):
            return Finding("data folder", OK, f"{path} (made at the first start)")
        return Finding("data folder", MISSING, f"{parent} is not writable", "choose another folder with --data")
    folder = DataFolder(path)
    try:
        folder.open()
    except BenchError as error:
        if error.code == "data.in_use":
            mend = "close the other bench, or choose another folder with --data"
            return Finding("data folder", NOTE, f"{path} is in use by another bench", mend)
        return Finding("data folder", MISSING, f"{path}: {error.params.get('reason', '')}", f"chmod u+rwx {path}")
    folder.close()
    return Finding("data folder", OK, str(path))


def check_loopback() -> Finding:
    """A port on loopback, where the cloud listens."""
    try:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            with socket.create_connection(("127.0.0.1", port), timeout=2):
                return Finding("ports", OK, "127.0.0.1 can be listened on and reached")
    except OSError as error:
        return Finding("ports", MISSING, str(error.strerror or error), "let programs listen on 127.0.0.1 (firewall)")


CHECKS: tuple[Callable[[], Finding], ...] = (
    check_python,
    check_qt,
    check_web_engine,
    check_display,
    check_fonts,
    check_zbar,
    check_cameras,
    check_serial,
    check_data_folder,
    check_loopback,
)


def examine(checks: Iterable[Callable[[], Finding]] = CHECKS) -> list[Finding]:
    """All findings, in a fixed order."""
    return [check() for check in checks]


def _qt_mend(reason: str) -> str:
    if ".so" in reason:
        return f"sudo apt-get install {QT_LIBRARIES}"
    return "make setup"


def _run(command: list[str]) -> subprocess.CompletedProcess[str] | None:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None


def _group(path: str, usual: str) -> str:
    import grp

    try:
        return grp.getgrgid(Path(path).stat().st_gid).gr_name
    except (KeyError, OSError):
        return usual


def _camera_name(path: str) -> str:
    try:
        return (Path("/sys/class/video4linux") / Path(path).name / "name").read_text(encoding="utf-8").strip()
    except OSError:
        return "camera"
