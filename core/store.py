"""JSON files that survive a kill at any moment: written whole beside the old one, then put in its place."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from core.errors import BenchError


def set_aside(path: Path) -> Path:
    """Move a file that makes no sense out of the way, losing nothing; its new path."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    path.replace(aside)
    return aside


class JsonStore:
    """One JSON object in one file (mode 0600). A file that cannot be read is kept aside and told."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kept_aside: Path | None = None
        """Where an unreadable file was moved by `load`, for the message to the user; None if all was well."""

    def load(self, default: dict[str, Any] | None = None) -> dict[str, Any]:
        """The stored object, or a copy of `default` when there is none or it was damaged."""
        try:
            value = json.loads(self.path.read_text(encoding="utf-8"))
            if isinstance(value, dict):
                return value
        except FileNotFoundError:
            return dict(default or {})
        except (ValueError, UnicodeDecodeError):
            pass
        self.set_aside()
        return dict(default or {})

    def set_aside(self) -> None:
        """Move the present file out of the way, losing nothing; for content that makes no sense."""
        self.kept_aside = set_aside(self.path)

    def erase(self) -> None:
        """Remove the file and all that was ever set aside of it."""
        for path in (self.path, *self.path.parent.glob(f"{self.path.name}.damaged-*")):
            path.unlink(missing_ok=True)

    def save(self, value: dict[str, Any]) -> None:
        """Store `value`; raises `storage.full` or `storage.failed`, and then the old content is still there."""
        text = json.dumps(value, ensure_ascii=False, indent=1)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, temporary = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.name}.")
            try:
                with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                    file.write(text)
                    file.flush()
                    os.fsync(file.fileno())
                Path(temporary).replace(self.path)
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise
        except OSError as error:
            code = "storage.full" if error.errno in (28, 122) else "storage.failed"
            raise BenchError(code, path=str(self.path), reason=error.strerror) from error
