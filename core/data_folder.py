"""The folder where a bench keeps all it must remember; one bench at a time may use it."""

from __future__ import annotations

import fcntl
import shutil
from pathlib import Path
from typing import IO

from core.errors import BenchError

LOCK_NAME = "bench.lock"


def default_data_folder() -> Path:
    """Where data goes unless `--data` says otherwise: the user's data folder."""
    import platformdirs

    return Path(platformdirs.user_data_dir("onebench"))


class DataFolder:
    """`path` with a sub-folder a part (`car`, `phone`, `cloud`, `modem`) and a lock held while open."""

    def __init__(self, path: Path, part: str = "bench") -> None:
        self.path = path
        self._part = part
        self._lock: IO[str] | None = None

    def open(self, fresh: bool = False) -> DataFolder:
        """Take the lock, then empty the folder if `fresh`. Raises `data.in_use` when another bench holds it."""
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock = (self.path / f"{self._part}-{LOCK_NAME}").open("w", encoding="utf-8")
        except OSError as error:
            raise BenchError("data.unusable", path=str(self.path), reason=error.strerror) from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.close()
            raise BenchError("data.in_use", path=str(self.path)) from error
        self._lock = lock
        if fresh:
            self._wipe()
        return self

    def close(self) -> None:
        """Let go of the folder."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def part(self, name: str) -> Path:
        """The sub-folder of one part, made when missing."""
        folder = self.path / name
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return folder

    def _wipe(self) -> None:
        for entry in self.path.iterdir():
            if entry.name.endswith(LOCK_NAME):
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
