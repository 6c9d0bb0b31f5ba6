"""Cameras by name, from what the kernel answers."""

import struct
from pathlib import Path

from phone_app.scanner.sources.cameras import Camera, capture_name, list_cameras

CAPTURE, METADATA, DEVICE_CAPS = 0x1, 0x00800000, 0x80000000


def answer(card: str, capabilities: int, device_caps: int) -> bytes:
    return struct.pack("=16s32s32sIII3I", b"uvcvideo", card.encode(), b"usb-1", 1, capabilities, device_caps, 0, 0, 0)


def test_the_name_of_a_capture_node() -> None:
    assert capture_name(answer("HD Webcam", CAPTURE | DEVICE_CAPS, CAPTURE)) == "HD Webcam"


def test_the_metadata_node_of_the_same_camera_is_none() -> None:
    assert capture_name(answer("HD Webcam", CAPTURE | METADATA | DEVICE_CAPS, METADATA)) is None


def test_old_drivers_tell_only_the_device() -> None:
    assert capture_name(answer("Old", CAPTURE, 0)) == "Old"


def test_a_broken_name_is_shown_as_well_as_may_be() -> None:
    broken = answer("x", CAPTURE, 0).replace(b"x\0", b"\xff\0", 1)
    assert capture_name(broken) == "\ufffd"


def test_nodes_are_listed_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    nodes = {
        "video10": answer("Ten", CAPTURE, 0),
        "video2": answer("Two", CAPTURE, 0),
        "video3": answer("Two", METADATA | DEVICE_CAPS, METADATA),
        "video4": None,
        "videocodec": None,
    }
    for name in nodes:
        (tmp_path / name).touch()
    found = list_cameras(tmp_path, query=lambda path: nodes[path.name])
    assert found == [Camera(str(tmp_path / "video2"), "Two"), Camera(str(tmp_path / "video10"), "Ten")]


def test_files_that_are_no_devices_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "video0").write_text("not a device")
    assert list_cameras(tmp_path) == []
