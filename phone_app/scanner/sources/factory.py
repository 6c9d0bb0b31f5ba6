"""Makes the source that `--camera` names."""

from __future__ import annotations

from pathlib import Path

from core.clock import Clock
from core.errors import BenchError
from core.faults import Faults
from core.randomness import Randomness
from phone_app.scanner.optics import Optics
from phone_app.scanner.sources.base import FrameSource
from phone_app.scanner.sources.faulty import FaultySource
from phone_app.scanner.sources.files import STILL_SUFFIXES, StillPictures, VideoFile
from phone_app.scanner.sources.scene import SceneSource
from phone_app.scanner.sources.webcam import Webcam


def make_source(
    camera: str,
    *,
    scene_url: str,
    clock: Clock,
    faults: Faults,
    randomness: Randomness,
    optics: Optics | None = None,
) -> FrameSource:
    """`scene`, a camera's index or device path, a video file, a picture, or a folder of pictures; not yet opened.

    Raises `camera.missing` for a path where nothing is.
    """
    return FaultySource(_plain(camera, scene_url, clock, randomness, optics), faults)


def _plain(camera: str, scene_url: str, clock: Clock, randomness: Randomness, optics: Optics | None) -> FrameSource:
    if camera == "scene":
        return SceneSource(scene_url, clock=clock, randomness=randomness, optics=optics)
    if camera.isdigit() or camera.startswith("/dev/"):
        return Webcam(camera, clock=clock)
    path = Path(camera)
    if path.is_dir() or (path.is_file() and path.suffix.lower() in STILL_SUFFIXES):
        return StillPictures(path, clock=clock)
    if path.is_file():
        return VideoFile(path, clock=clock)
    raise BenchError("camera.missing", camera=camera)
