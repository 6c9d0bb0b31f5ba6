"""How many data bytes fit in one APDU: long ones where modem and card take them, else what all take."""

from __future__ import annotations

from firmware_bridge.euicc.apdu import DEFAULT_BLOCK, LONGEST_BLOCK


class BlockSize:
    """Found out once a modem: the first long command tries the most, and falls back if its first block is refused."""

    def __init__(self, most: int = LONGEST_BLOCK, least: int = DEFAULT_BLOCK) -> None:
        self.now = most
        """Data bytes of a STORE DATA, for the next command."""
        self._least = min(least, most)
        self._settled = most <= least

    def worked(self, length: int) -> None:
        """A block of `length` bytes was taken."""
        if length > self._least:
            self._settled = True

    def fall_back(self, length: int) -> bool:
        """Whether a first block of `length` bytes that was refused shall be tried again, shorter."""
        if self._settled or length <= self._least:
            return False
        self.now = self._least
        self._settled = True
        return True
