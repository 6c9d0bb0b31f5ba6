"""The ES10 functions of a local profile assistant, over anything that carries APDUs to an ISD-R (SGP.22 §5.7)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from core.errors import BenchError
from core.rsp import messages as m
from core.rsp import tlv
from core.rsp.schema import Message
from firmware_bridge.euicc.apdu import DEFAULT_BLOCK, CardError, Transmit, exchange, store_data
from firmware_bridge.euicc.block_size import BlockSize

A = TypeVar("A", bound=Message)

WRONG_LENGTH = 0x6700
TOO_LONG_FOR_MODEM = ("modem.refused", "modem.silent")
"""What modems do with a line that is longer than they can hold."""

PROFILE_TAGS = [0x5A, 0x4F, 0x9F70, 0x90, 0x91, 0x92, 0x95]
"""What a list shows; without the icons the answer of a full card fits a few APDUs."""


class Es10:
    """Functions of the ISD-R on one open channel. All raise `CardError` (status word) and `TlvError` (nonsense)."""

    def __init__(self, transmit: Transmit, block: int | BlockSize = DEFAULT_BLOCK, cla: int = 0x80) -> None:
        self._transmit = transmit
        self._sizes = BlockSize(block, block) if isinstance(block, int) else block
        self._cla = cla

    @property
    def block(self) -> int:
        """Data bytes that the next STORE DATA carries at most."""
        return self._sizes.now

    def command(self, request: bytes, on_block: Callable[[], None] | None = None) -> bytes:
        """One ES10 command: its STORE DATA chain out, the collected answer back. `on_block` after each APDU taken.

        A first long block that the modem or the card does not take is sent again in short ones; nothing was done then.
        """
        while True:
            size = self._sizes.now
            for number, apdu in enumerate(store_data(request, size, self._cla)):
                length = apdu[4]
                try:
                    response = exchange(self._transmit, apdu)
                except BenchError as error:
                    if number == 0 and error.code in TOO_LONG_FOR_MODEM and self._sizes.fall_back(length):
                        break
                    raise
                if response.status == WRONG_LENGTH and number == 0 and self._sizes.fall_back(length):
                    break
                if not response.ok:
                    raise CardError(response.status)
                self._sizes.worked(length)
                if on_block is not None:
                    on_block()
            else:
                return response.data

    def eid(self) -> str:
        """ES10c.GetEID: 32 digits."""
        return self.ask(m.GetEid([0x5A]), m.EidAnswer).eid

    def info1(self) -> m.EuiccInfo1:
        """ES10b.GetEUICCInfo1."""
        return m.EuiccInfo1.from_bytes(self.command(tlv.encode(m.EuiccInfo1.TAG, b"")))

    def info2(self) -> m.EuiccInfo2:
        """ES10b.GetEUICCInfo2."""
        return m.EuiccInfo2.from_bytes(self.command(tlv.encode(m.EuiccInfo2.TAG, b"")))

    def profiles(self, tags: list[int] | None = None, search: m.ProfileSearch | None = None) -> list[m.ProfileInfo]:
        """ES10c.GetProfilesInfo with a tag list (default `PROFILE_TAGS`); an empty one asks for the card's own."""
        wanted = PROFILE_TAGS if tags is None else tags
        answer = self.ask(m.GetProfilesInfo(search, wanted or None), m.ProfilesAnswer)
        if answer.profiles is None:
            raise tlv.TlvError(f"no profiles, error {answer.error}")
        return answer.profiles

    def enable(self, profile: m.ProfileIdentifier, refresh: bool) -> int:
        """ES10c.EnableProfile; the result code."""
        return self.ask(m.EnableProfile(profile, refresh), m.EnableAnswer).result

    def disable(self, profile: m.ProfileIdentifier, refresh: bool) -> int:
        """ES10c.DisableProfile; the result code."""
        return self.ask(m.DisableProfile(profile, refresh), m.DisableAnswer).result

    def set_nickname(self, iccid: str, nickname: str) -> int:
        """ES10c.SetNickname (at most 64 bytes of UTF-8); the result code."""
        return self.ask(m.SetNickname(iccid, nickname), m.NicknameAnswer).result

    def notifications(self) -> list[m.NotificationMetadata]:
        """ES10b.ListNotification."""
        return self.ask(m.ListNotifications(), m.NotificationsAnswer).notifications or []

    def retrieve_notification(self, sequence: int) -> bytes | None:
        """ES10b.RetrieveNotificationsList of one number: the signed TLV for the server, None if there is none."""
        request = m.RetrieveNotifications(m.NotificationSearch(sequence=sequence))
        return self.ask(request, m.RetrievedNotifications).pending or None

    def remove_notification(self, sequence: int) -> int:
        """ES10b.RemoveNotificationFromList: 0 ok, 1 nothing to delete."""
        return self.ask(m.RemoveNotification(sequence), m.RemoveAnswer).result

    def ask(self, request: Message, kind: type[A]) -> A:
        """Any function: `request` out, its answer as `kind` back."""
        return kind.from_bytes(self.command(request.to_bytes()))
