"""The ISD-R: finds the function that a local profile assistant asks for (SGP.22 §5.7, the card's side)."""

from __future__ import annotations

from collections.abc import Callable

from core.clock import Clock
from core.errors import BenchError
from core.faults import Faults
from core.randomness import Randomness
from core.rsp import messages as m
from core.rsp import messages_admin as admin
from core.rsp import tlv
from core.rsp.messages_auth import CancelSession
from firmware_bridge.virtual.card.download import Download
from firmware_bridge.virtual.card.information import Information
from firmware_bridge.virtual.card.keys import CardKeys
from firmware_bridge.virtual.card.memory import CardMemory
from firmware_bridge.virtual.card.notifications import Notifications
from firmware_bridge.virtual.card.profiles import Profiles
from firmware_bridge.virtual.card.status import KINDS, MEMORY_FAILURE, PORT, UNKNOWN_FUNCTION, WRONG_DATA, StatusWord

PACKAGE_TAG = b"\xbf\x36"
LONGEST_ADDRESS = 255
LONGEST_CANCEL = 24
"""Bytes of a CancelSession with a transaction id of 16."""


class IsdR:
    """ES10 commands on the card's memory; what they change is on disk before they are answered."""

    def __init__(
        self,
        memory: CardMemory,
        keys: CardKeys,
        faults: Faults,
        on_refresh: Callable[[], None],
        *,
        clock: Clock,
        randomness: Randomness,
        strict: bool = False,
    ) -> None:
        faults.declare(PORT, KINDS)
        self._memory = memory
        information = Information(memory, keys)
        self._download = Download(memory, keys, information, faults, clock=clock, randomness=randomness, strict=strict)
        self._functions: dict[int, Callable[[bytes], bytes]] = {
            admin.GetConfiguredAddresses.TAG: self._addresses,
            admin.SetDefaultSmdpAddress.TAG: self._set_default_smdp,
            **information.functions(),
            **Profiles(memory, faults, on_refresh).functions(),
            **Notifications(memory, keys).functions(),
            **self._download.functions(),
        }

    def command(self, data: bytes) -> bytes:
        """One whole ES10 command; raises `StatusWord`."""
        try:
            tag, _, _ = tlv.read(data)
        except tlv.TlvError as error:
            raise StatusWord(WRONG_DATA) from error
        function = self._functions.get(tag)
        if function is None:
            raise StatusWord(UNKNOWN_FUNCTION)
        return self._guarded(lambda: function(data))

    def wants_stream(self, channel: int, block: bytes, last: bool) -> bool:
        """Whether a STORE DATA chain that begins with `block` carries a bound profile package or its continuation."""
        if block.startswith(PACKAGE_TAG):
            return True
        return self._download.is_loading(channel) and not self._is_command(block, last)

    def stream(self, channel: int, block: bytes, last: bool) -> bytes:
        """One block of such a chain; the answer is empty until the package is loaded or refused (§5.7.6)."""
        return self._guarded(lambda: self._download.load(channel, block, last))

    def reset(self) -> None:
        """Power is gone: what was not installed is forgotten."""
        self._download.reset()

    def leave(self, channel: int) -> None:
        """The channel is closed or something else is selected there: a package on its way is given up."""
        self._download.interrupt(channel)

    def _is_command(self, block: bytes, last: bool) -> bool:
        try:
            tag, length, start = tlv.read_head(block)
        except tlv.TlvError:
            return False
        if last:
            return tag in self._functions and start + length == len(block)
        if self._download.between_parts:
            return tag in self._functions
        return tag == CancelSession.TAG and length <= LONGEST_CANCEL  # not to be taken for the middle of a segment

    @staticmethod
    def _guarded(function: Callable[[], bytes]) -> bytes:
        try:
            return function()
        except tlv.TlvError as error:
            raise StatusWord(WRONG_DATA) from error
        except BenchError as error:  # the disk under the card is full or broken
            raise StatusWord(MEMORY_FAILURE) from error

    def _addresses(self, data: bytes) -> bytes:
        admin.GetConfiguredAddresses.from_bytes(data)
        return admin.ConfiguredAddresses(
            default_smdp=self._memory.default_smdp or None, root_smds="smds.example.com"
        ).to_bytes()

    def _set_default_smdp(self, data: bytes) -> bytes:
        address = admin.SetDefaultSmdpAddress.from_bytes(data).address
        if len(address.encode()) > LONGEST_ADDRESS:
            return admin.SetDefaultSmdpAnswer(m.Result.UNDEFINED).to_bytes()
        self._memory.default_smdp = address
        self._memory.save()
        return admin.SetDefaultSmdpAnswer(m.Result.OK).to_bytes()
