"""Names the cameras of this machine without opening them."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# linux/videodev2.h: struct v4l2_capability { u8 driver[16], card[32], bus_info[32]; u32 version, capabilities,
# device_caps, reserved[3] } and VIDIOC_QUERYCAP = _IOR('V', 0, struct v4l2_capability)
_CAPABILITY = struct.Struct("=16s32s32sIII3I")
_QUERYCAP = 0x80000000 | _CAPABILITY.size << 16 | ord("V") << 8
_VIDEO_CAPTURE = 0x00000001
_VIDEO_CAPTURE_MPLANE = 0x00001000
_DEVICE_CAPS = 0x80000000


@dataclass(frozen=True)
class Camera:
    """`id` is what `--camera` takes (a path on Linux, else an index), `name` what people read."""

    id: str
    name: str


def list_cameras(folder: Path = Path("/dev"), query: Callable[[Path], bytes | None] | None = None) -> list[Camera]:
    """The cameras that can deliver pictures. Blocking: on Linux one `ioctl` a device, elsewhere Qt is asked."""
    if sys.platform != "linux" and query is None:
        return _list_by_qt()
    ask = query or _query
    found = []
    for path in sorted(folder.glob("video*"), key=_device_number):
        answer = ask(path)
        if answer is not None and (name := capture_name(answer)) is not None:
            found.append(Camera(str(path), name))
    return found


def capture_name(answer: bytes) -> str | None:
    """The camera's name in an answer to VIDIOC_QUERYCAP; None for nodes that give no pictures.

    Each USB camera makes a second node for metadata, so that the capabilities of the node itself
    (`device_caps`) must be asked, not those of the whole device.
    """
    _, card, _, _, capabilities, device_caps, *_ = _CAPABILITY.unpack(answer)
    if capabilities & _DEVICE_CAPS:
        capabilities = device_caps
    if not capabilities & (_VIDEO_CAPTURE | _VIDEO_CAPTURE_MPLANE):
        return None
    return card.split(b"\0", 1)[0].decode("utf-8", "replace") or "camera"


def _device_number(path: Path) -> tuple[int, str]:
    digits = path.name.removeprefix("video")
    return (int(digits) if digits.isdigit() else 1 << 30, path.name)


def _query(path: Path) -> bytes | None:
    import fcntl

    answer = bytearray(_CAPABILITY.size)
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        fcntl.ioctl(descriptor, _QUERYCAP, answer)
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return bytes(answer)


def _list_by_qt() -> list[Camera]:
    from PySide6.QtMultimedia import QMediaDevices

    # OpenCV's indices follow the system's order on macOS and Windows; there is no better key there.
    return [Camera(str(index), device.description()) for index, device in enumerate(QMediaDevices.videoInputs())]
