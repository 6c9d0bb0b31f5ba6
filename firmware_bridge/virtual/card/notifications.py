"""Reports to servers: listed, signed when they are fetched, kept until they are removed (SGP.22 §5.7.9 to §5.7.11)."""

from __future__ import annotations

from collections.abc import Callable

from core.rsp import messages as m
from core.rsp import tlv
from firmware_bridge.virtual.card.keys import CardKeys
from firmware_bridge.virtual.card.memory import CardMemory, StoredNotification

NO_RESULT = 1


class Notifications:
    """The three functions of ES10b for notifications."""

    def __init__(self, memory: CardMemory, keys: CardKeys) -> None:
        self._memory = memory
        self._keys = keys

    def functions(self) -> dict[int, Callable[[bytes], bytes]]:
        """By the tag of the request."""
        return {
            m.ListNotifications.TAG: self._list,
            m.RetrieveNotifications.TAG: self._retrieve,
            m.RemoveNotification.TAG: self._remove,
        }

    def _list(self, data: bytes) -> bytes:
        request = m.ListNotifications.from_bytes(data)
        found = [
            metadata(item)
            for item in self._memory.notifications
            if request.operations is None or item.operation in request.operations
        ]
        return m.NotificationsAnswer(found).to_bytes()

    def _retrieve(self, data: bytes) -> bytes:
        search = m.RetrieveNotifications.from_bytes(data).search or m.NotificationSearch()
        found = [
            self._signed(item)
            for item in self._memory.notifications
            if (search.sequence is None or item.sequence == search.sequence)
            and (search.operations is None or item.operation in search.operations)
        ]
        if not found:
            return m.RetrievedNotifications(error=NO_RESULT).to_bytes()
        return m.RetrievedNotifications(b"".join(found)).to_bytes()

    def _remove(self, data: bytes) -> bytes:
        request = m.RemoveNotification.from_bytes(data)
        kept = [item for item in self._memory.notifications if item.sequence != request.sequence]
        if len(kept) == len(self._memory.notifications):
            return m.RemoveAnswer(m.Result.NOT_FOUND).to_bytes()
        self._memory.notifications = kept
        self._memory.save()
        return m.RemoveAnswer(m.Result.OK).to_bytes()

    def _signed(self, item: StoredNotification) -> bytes:
        if item.signed:
            return bytes.fromhex(item.signed)
        about = metadata(item)
        certificates = [tlv.read(certificate)[1] for certificate in self._keys.certificates]
        return m.OtherSignedNotification(about, self._keys.sign(about.to_bytes()), certificates).to_bytes()


def metadata(item: StoredNotification) -> m.NotificationMetadata:
    """What the lists tell of a report. A failed installation may have no ICCID."""
    return m.NotificationMetadata(item.sequence, frozenset({item.operation}), item.address, item.iccid or None)
