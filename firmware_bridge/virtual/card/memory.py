"""What the card remembers, on disk: profiles and notifications, whole after a kill at any moment."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from core.demo import demo_data
from core.errors import BenchError
from core.rsp.messages import ISD_P_PREFIX
from core.store import JsonStore
from firmware_bridge.virtual.card.memory_check import check_profile, check_report

NVM_SIZE = 512 * 1024
"""Bytes for profiles; common for cards in cars."""
PROFILE_SIZE = 24 * 1024
"""Bytes that one profile takes: a small operator profile without applets."""
SMDP_ADDRESS = "smdp.example.com"
"""Where notifications of the demonstration's profiles go."""
FIRST_ISD_P, MOST_ISD_P = 0x10, 0xFF
"""ISD-P AIDs end in 00001000, 00001100, … (SGP.02 §2.2.3)."""


@dataclass
class StoredProfile:
    """One profile. `rules` are bit numbers of PprIds: 1 forbids disabling, 2 deletion (SGP.22 §2.8.1).

    `notify` lists `{"operations": [bits], "address": …}` as the metadata had it; None: everything to `address`.
    `files` are the contents that its profile elements brought, by file identifier in hex: one hex text for a
    transparent file, a list of them for records. `keys` is key material by name, hex. `size` in bytes.
    """

    iccid: str
    aid: str
    imsi: str
    msisdn: str
    provider: str
    name: str
    nickname: str = ""
    enabled: bool = False
    profile_class: int = 2
    rules: list[int] = field(default_factory=list)
    address: str = SMDP_ADDRESS
    size: int = PROFILE_SIZE
    icon_type: int | None = None
    icon: str = ""
    owner: str = ""
    notify: list[dict[str, Any]] | None = None
    files: dict[str, str | list[str]] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    pin_on: bool = False
    pin_tries: int = 3
    puk_tries: int = 10

    def addresses(self, operation: int) -> list[str]:
        """Who wants to hear of `operation` (a bit of NotificationEvent)."""
        if self.notify is None:
            return [self.address]
        return [item["address"] for item in self.notify if operation in item["operations"]]


@dataclass
class StoredNotification:
    """One report that waits. `operation` is the bit number of the event; `signed` a whole result (`BF37`) in hex."""

    sequence: int
    operation: int
    address: str
    iccid: str
    signed: str = ""


class CardMemory:
    """The persistent part. Change it, then `save`; a failed save leaves disk and memory as they were before.

    A new card has the demonstration's profiles, unless it shall not be `preinstalled`, and the identity `eid`, or that
    of the demonstration's car.
    """

    def __init__(self, folder: Path, *, preinstalled: bool = True, eid: str = "") -> None:
        self._first_eid = eid
        self._preinstalled = preinstalled
        self._store = JsonStore(folder / "card.json")
        self.nvm_size = NVM_SIZE
        """Bytes for profiles in all."""
        self.eid = ""
        self.damaged: Path | None = None
        """Where an unreadable memory was kept aside."""
        content = self._store.load()
        try:
            self._take(content or self._first_content())
        except (AttributeError, KeyError, TypeError, ValueError):
            self._store.set_aside()
            self._take(self._first_content())
        self.damaged = self._store.kept_aside
        if not content or self.damaged is not None:
            self.save()

    def become(self, eid: str) -> None:
        """Take another identity; profiles and reports stay. Raises as `save` does."""
        if eid != self.eid:
            self.eid = eid
            self.save()

    @property
    def enabled(self) -> StoredProfile | None:
        """The one profile that is in use."""
        return next((profile for profile in self.profiles if profile.enabled), None)

    @property
    def free_nvm(self) -> int:
        """Bytes left for profiles."""
        return max(0, self.nvm_size - sum(profile.size for profile in self.profiles))

    def find(self, iccid: str | None, aid: bytes | None) -> StoredProfile | None:
        """The profile with this ICCID or ISD-P AID."""
        for profile in self.profiles:
            if profile.iccid == iccid or (aid is not None and profile.aid == aid.hex().upper()):
                return profile
        return None

    def next_aid(self) -> str | None:
        """The first ISD-P AID that is not in use, in hex; None when all are."""
        used = {profile.aid for profile in self.profiles}
        aids = (isd_p_aid(number) for number in range(FIRST_ISD_P, MOST_ISD_P + 1))
        return next((aid for aid in aids if aid not in used), None)

    def add_notification(self, profile: StoredProfile, operation: int) -> None:
        """Note an operation for those who want to hear of it; numbers start at 0 and are never used again."""
        for address in profile.addresses(operation):
            self.append_notification(operation, address, profile.iccid)

    def append_notification(self, operation: int, address: str, iccid: str, signed: str = "") -> None:
        """Note one report under the next number."""
        self.notifications.append(StoredNotification(self.next_sequence, operation, address, iccid, signed))
        self.next_sequence += 1

    def save(self) -> None:
        """Write all; raises `storage.full` or `storage.failed` and then takes back the change."""
        content = {
            "eid": self.eid,
            "profiles": [vars(profile) for profile in self.profiles],
            "notifications": [vars(notification) for notification in self.notifications],
            "next_sequence": self.next_sequence,
            "default_smdp": self.default_smdp,
        }
        try:
            self._store.save(content)
        except BenchError:
            self._take(self._store.load() or self._first_content())
            raise

    def _take(self, content: dict[str, Any]) -> None:
        eid = content["eid"]
        if not (isinstance(eid, str) and len(eid) == 32 and eid.isdigit()):
            raise ValueError("an EID has 32 digits")
        profiles = [StoredProfile(**item) for item in content["profiles"]]
        for profile in profiles:
            check_profile(profile)
        if sum(profile.enabled for profile in profiles) > 1:
            raise ValueError("two enabled profiles")
        notifications = [StoredNotification(**item) for item in content["notifications"]]
        for report in notifications:
            check_report(report)
        next_sequence = content["next_sequence"]
        if not isinstance(next_sequence, int) or next_sequence < 0:
            raise ValueError("no number for the next report")
        self.next_sequence = next_sequence
        self.default_smdp = str(content.get("default_smdp", ""))
        self.eid, self.profiles, self.notifications = eid, profiles, notifications

    def _first_content(self) -> dict[str, Any]:
        demo = demo_data()
        profiles = [
            StoredProfile(
                iccid=item["iccid"],
                aid=isd_p_aid(FIRST_ISD_P + number),
                imsi=item["imsi"],
                msisdn=item["msisdn"],
                provider=item["provider"],
                name=item["name"],
            )
            for number, item in enumerate(demo["profiles"] if self._preinstalled else [])
        ]
        return {
            "eid": self._first_eid or demo["car"]["eid"],
            "profiles": [asdict(profile) for profile in profiles],
            "notifications": [],
            "next_sequence": 0,
        }


def isd_p_aid(number: int) -> str:
    """The AID of an ISD-P in hex."""
    return (ISD_P_PREFIX + bytes((0, 0, number, 0))).hex().upper()
