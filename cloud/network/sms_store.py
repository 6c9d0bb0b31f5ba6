"""Short messages that wait, and each line's receive priority, in one file that survives a kill."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cloud.network.rules.messages import Progress
from core.store import JsonStore


@dataclass
class Waiting:
    """A message at the service centre. `parts` are SMS-DELIVER (or one SMS-STATUS-REPORT) TPDUs.

    `only` limits it to one SIM. `report_to` (a SIM) gets a status report under `ref`, for TP-MR `reference`.
    """

    id: str
    msisdn: str
    parts: list[bytes]
    expires: float
    """UTC seconds since 1970."""
    kind: str = ""
    only: str = ""
    ref: str = ""
    report_to: str = ""
    reference: int = 0
    progress: Progress = field(default_factory=Progress)
    in_flight: set[str] = field(default_factory=set)
    """SIMs that it was sent to and that have not acknowledged it; not kept over a restart."""
    not_before: float = 0.0
    """UTC seconds: a message that a fault makes late; not kept either."""
    cause: str | None = None
    """The event of its last step; not kept either."""

    def to_dict(self) -> dict[str, Any]:
        """For the file."""
        return {
            "id": self.id,
            "msisdn": self.msisdn,
            "parts": [part.hex() for part in self.parts],
            "expires": self.expires,
            "kind": self.kind,
            "only": self.only,
            "ref": self.ref,
            "report_to": self.report_to,
            "reference": self.reference,
            "owed": sorted(self.progress.owed),
            "done": sorted(self.progress.done),
        }

    @classmethod
    def from_dict(cls, value: dict[str, Any]) -> Waiting:
        """From the file. Raises KeyError, TypeError or ValueError for what is none."""
        return cls(
            id=str(value["id"]),
            msisdn=str(value["msisdn"]),
            parts=[bytes.fromhex(part) for part in value["parts"]],
            expires=float(value["expires"]),
            kind=str(value.get("kind", "")),
            only=str(value.get("only", "")),
            ref=str(value.get("ref", "")),
            report_to=str(value.get("report_to", "")),
            reference=int(value.get("reference", 0)),
            progress=Progress(set(value.get("owed", ())), set(value.get("done", ()))),
        )


class SmsStore:
    """`sms.json` in the network's folder (mode 0600: it holds texts)."""

    def __init__(self, folder: Path) -> None:
        self._file = JsonStore(folder / "sms.json")
        self.number = 0
        """How many messages there have been; names of new ones come from it."""
        self.waiting: dict[str, Waiting] = {}
        self.priorities: dict[str, str] = {}
        """The preferred SIM of a line, where it is not the phone."""
        content = self._file.load()
        try:
            self.number = int(content.get("number", 0))
            self.waiting = {item["id"]: Waiting.from_dict(item) for item in content.get("waiting", [])}
            self.priorities = {str(key): str(value) for key, value in content.get("priorities", {}).items()}
        except (AttributeError, KeyError, TypeError, ValueError):
            self._file.set_aside()
            self.waiting, self.priorities = {}, {}

    @property
    def damaged(self) -> Path | None:
        """Where an unreadable file was kept aside."""
        return self._file.kept_aside

    def next_id(self) -> str:
        """A name for a new message."""
        self.number += 1
        return f"m{self.number}"

    def sorted(self) -> Iterable[Waiting]:
        """What waits, oldest first."""
        return sorted(self.waiting.values(), key=lambda message: int(message.id[1:]))

    def save(self) -> None:
        """Write it down. Raises `storage.full`, `storage.failed`."""
        self._file.save(
            {
                "number": self.number,
                "waiting": [message.to_dict() for message in self.sorted()],
                "priorities": self.priorities,
            }
        )
