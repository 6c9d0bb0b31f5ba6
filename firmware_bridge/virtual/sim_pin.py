"""The SIM's PIN as a modem deals with it: by the card's own commands (TS 102 221 §11.1.9 to §11.1.13)."""

from __future__ import annotations

from core.rsp import tlv
from firmware_bridge.euicc.apdu import CardError, exchange, with_channel
from firmware_bridge.virtual.card.card import Card

PIN1 = 0x01
READY, PIN, PUK = "READY", "SIM PIN", "SIM PUK"
_VERIFY, _CHANGE, _DISABLE, _ENABLE, _UNBLOCK = 0x20, 0x24, 0x26, 0x28, 0x2C
_BLOCKED = 0x6983


class SimPin:
    """Remembers the PIN that was typed, to give it again after a reset that the modem made by itself."""

    def __init__(self, card: Card) -> None:
        self._card = card
        self._typed = ""
        self.state = READY

    @property
    def enabled(self) -> bool:
        """Whether the card wants PIN 1: the PS template in the FCP of the MF (TS 102 221 §9.5.2)."""
        channel = self._card.open_channel()
        number = channel or 0
        try:
            command = bytes((with_channel(0, number), 0xA4, 0x00, 0x04, 0x02, 0x3F, 0x00))
            return _pin_is_on(exchange(self._card.transmit, command).data)
        except CardError:
            return False
        finally:
            if channel is not None:
                self._card.close_channel(channel)

    def refresh(self) -> str:
        """Look at the card after its reset; a PIN typed before is given again. The state."""
        self.state = READY
        if self.enabled:
            if self._typed and self._code(_VERIFY, self._typed) is None:
                return self.state
            tries = self.tries()
            self.state = READY if tries is None else PUK if tries == 0 else PIN
        return self.state

    def forget(self) -> None:
        """Another card or power lost: ask again."""
        self._typed = ""

    def tries(self) -> int | None:
        """How often a wrong PIN may still be typed; None when it has been verified."""
        return self._left(_VERIFY)

    def puk_tries(self) -> int | None:
        """How often a wrong PUK may still be typed; None when the card does not say."""
        return self._left(_UNBLOCK)

    def _left(self, instruction: int) -> int | None:
        status = int.from_bytes(self._card.transmit(bytes((0x00, instruction, 0x00, PIN1, 0x00)))[-2:], "big")
        return None if status == 0x9000 else 0 if status == _BLOCKED else status & 0x0F if status >> 4 == 0x63C else 3

    def verify(self, pin: str) -> bool:
        """+CPIN; what state the SIM is in afterwards shows in `state`."""
        return self._done(self._code(_VERIFY, pin), pin)

    def unblock(self, puk: str, pin: str) -> bool:
        """+CPIN=puk,pin."""
        return self._done(self._code(_UNBLOCK, puk, pin), pin)

    def change(self, before: str, pin: str) -> bool:
        """+CPWD."""
        return self._done(self._code(_CHANGE, before, pin), pin)

    def switch(self, on: bool, pin: str) -> bool:
        """+CLCK="SC"."""
        return self._done(self._code(_ENABLE if on else _DISABLE, pin), pin)

    def _done(self, failure: int | None, pin: str) -> bool:
        if failure is None:
            self._typed, self.state = pin, READY
        elif failure == _BLOCKED or failure == 0x63C0:
            self.state = PUK
        return failure is None

    def _code(self, instruction: int, *codes: str) -> int | None:
        """None when the card agrees, else its status word."""
        if any(not 4 <= len(code) <= 8 or not code.isdigit() for code in codes):
            return 0x6A80
        data = b"".join(code.encode().ljust(8, b"\xff") for code in codes)
        answer = self._card.transmit(bytes((0x00, instruction, 0x00, PIN1, len(data))) + data)
        status = int.from_bytes(answer[-2:], "big")
        return None if status == 0x9000 else status


def _pin_is_on(control: bytes) -> bool:
    """The PS template DO in an FCP template: the first bit is the first key reference's, PIN 1 (TS 102 221 §9.5.2)."""
    try:
        template = dict(tlv.items(control)).get(0x62, b"")
        status = dict(tlv.items(dict(tlv.items(template)).get(0xC6, b"")))
    except tlv.TlvError:
        return False
    return bool(status.get(0x90, b"\0")[:1] >= b"\x80")
