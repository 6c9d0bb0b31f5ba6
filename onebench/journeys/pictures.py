"""Pictures of the windows: taken when something changed, written beside the walk."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from onebench.journeys.bench import Bench, save_picture


class Album:
    """Takes pictures of a bench's windows into `folder`; without one it takes none. Close it to have all written."""

    def __init__(self, bench: Bench, folder: Path | None) -> None:
        self._bench = bench
        self._folder = folder
        self._last: dict[str, tuple[Any, str]] = {}
        self._number = 0
        # Packing a PNG takes some 50 ms: the windows shall not wait for it.
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="pictures")
        self._written: list[Future[None]] = []

    def take(self, actor: str) -> str | None:
        """File name of a picture of `actor`'s window as it is now; the last one again if nothing changed."""
        if self._folder is None:
            return None
        picture = self._bench.actors[actor].screen.grab()
        last = self._last.get(actor)
        if last is not None and last[0] == picture:
            return last[1]
        self._number += 1
        name = f"{self._number:02d}-{actor}.png"
        self._written.append(self._writer.submit(save_picture, picture, self._folder / name))
        self._last[actor] = (picture, name)
        return name

    def last(self, actor: str) -> str | None:
        """The latest picture's file name."""
        return self._last[actor][1] if actor in self._last else None

    def close(self) -> None:
        """Wait until all pictures are on the disk; raises `picture.not_saved`."""
        self._writer.shutdown(wait=True)
        for written in self._written:
            written.result()
