"""Packages that were fetched but not written yet, on disk until the card has them: servers give each only so often."""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
from dataclasses import dataclass
from pathlib import Path

from core.errors import BenchError
from core.store import JsonStore


@dataclass(frozen=True, slots=True)
class KeptPackage:
    """One bound profile package. `transaction_id` is what the card will name in its result."""

    eid: str
    code: str
    transaction_id: bytes
    iccid: str
    package: bytes


class KeptPackages:
    """One file (0600) a card and activation code in `folder`; with None nothing is kept beyond this process's call."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @property
    def enabled(self) -> bool:
        """Whether anything is kept at all."""
        return self._folder is not None

    def find(self, eid: str, code: str) -> KeptPackage | None:
        """What was kept for this card and code; a file that makes no sense is set aside."""
        if (store := self._store(eid, code)) is None:
            return None
        content = store.load()
        if not content:
            return None
        try:
            found = KeptPackage(
                str(content["eid"]),
                str(content["code"]),
                bytes.fromhex(content["transaction_id"]),
                str(content["iccid"]),
                base64.b64decode(content["package"], validate=True),
            )
        except (KeyError, TypeError, ValueError, binascii.Error):
            store.set_aside()
            return None
        return found if (found.eid, found.code) == (eid, code) else None

    def keep(self, kept: KeptPackage) -> None:
        """Store it. A full disk is no reason to give up a download that may well succeed."""
        if (store := self._store(kept.eid, kept.code)) is None:
            return
        content = {
            "eid": kept.eid,
            "code": kept.code,
            "transaction_id": kept.transaction_id.hex(),
            "iccid": kept.iccid,
            "package": base64.b64encode(kept.package).decode(),
        }
        with contextlib.suppress(BenchError):
            store.save(content)

    def drop(self, kept: KeptPackage) -> None:
        """The card has it, or will never take it."""
        if (store := self._store(kept.eid, kept.code)) is not None:
            with contextlib.suppress(OSError):
                store.path.unlink(missing_ok=True)

    def _store(self, eid: str, code: str) -> JsonStore | None:
        if self._folder is None:
            return None
        return JsonStore(self._folder / f"{hashlib.sha256(f'{eid} {code}'.encode()).hexdigest()[:32]}.json")
