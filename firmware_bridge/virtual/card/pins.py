"""PIN 1 and its PUK: switched on and off, counted down before comparing (TS 102 221 §9.5, §11.1.9 to §11.1.13)."""

from __future__ import annotations

import hmac

from firmware_bridge.virtual.card.memory import CardMemory, StoredProfile
from firmware_bridge.virtual.card.status import StatusWord

VERIFY, CHANGE, DISABLE, ENABLE, UNBLOCK = 0x20, 0x24, 0x26, 0x28, 0x2C
INSTRUCTIONS = (VERIFY, CHANGE, DISABLE, ENABLE, UNBLOCK)
PIN1 = 0x01
CODE_BYTES = 8
PIN_TRIES, PUK_TRIES = 3, 10
DEFAULT_PIN, DEFAULT_PUK = b"0000".ljust(CODE_BYTES, b"\xff"), b"12345678"
"""For profiles whose package brought none."""
_WRONG_LENGTH, _NO_PIN, _OFF_OR_ON_ALREADY, _BLOCKED, _TRIES = 0x6700, 0x6A88, 0x6984, 0x6983, 0x63C0
_CODES = {VERIFY: 1, CHANGE: 2, DISABLE: 1, ENABLE: 1, UNBLOCK: 2}


class Pins:
    """Counters and codes are the enabled profile's, on disk; that the PIN was given is forgotten with the power."""

    def __init__(self, memory: CardMemory) -> None:
        self._memory = memory
        self._verified = False

    @property
    def open(self) -> bool:
        """Whether files that want PIN 1 may be read."""
        profile = self._memory.enabled
        return profile is None or not profile.pin_on or self._verified

    def reset(self) -> None:
        """Power is gone: ask again."""
        self._verified = False

    def command(self, instruction: int, p2: int, data: bytes) -> None:
        """One of `INSTRUCTIONS`; raises `StatusWord` unless all is well, `BenchError` when a counter cannot be kept."""
        profile = self._memory.enabled
        if p2 != PIN1 or profile is None:
            raise StatusWord(_NO_PIN)
        if not data and instruction in (VERIFY, UNBLOCK):
            self._tell_tries(profile, instruction)
            return
        if len(data) != CODE_BYTES * _CODES[instruction]:
            raise StatusWord(_WRONG_LENGTH)
        if instruction != UNBLOCK and profile.pin_on == (instruction == ENABLE):
            raise StatusWord(_OFF_OR_ON_ALREADY)
        first, second = data[:CODE_BYTES], data[CODE_BYTES:]
        if instruction == UNBLOCK:
            self._compare_puk(profile, first)
        else:
            self._compare_pin(profile, first)
        if second:
            profile.keys["pin1"] = second.hex()
        if instruction in (ENABLE, DISABLE):
            profile.pin_on = instruction == ENABLE
        profile.pin_tries = PIN_TRIES
        self._memory.save()
        self._verified = True

    def _tell_tries(self, profile: StoredProfile, instruction: int) -> None:
        left = profile.pin_tries if instruction == VERIFY else profile.puk_tries
        if left == 0:
            raise StatusWord(_BLOCKED)
        if instruction == UNBLOCK or not profile.pin_on or not self._verified:
            raise StatusWord(_TRIES | left)

    def _compare_pin(self, profile: StoredProfile, code: bytes) -> None:
        if profile.pin_tries == 0:
            raise StatusWord(_BLOCKED)
        profile.pin_tries -= 1
        self._memory.save()  # before the comparison, so that cutting the power gives no more tries
        if not hmac.compare_digest(code, bytes.fromhex(profile.keys.get("pin1", "")) or DEFAULT_PIN):
            self._verified = False
            raise StatusWord(_TRIES | profile.pin_tries)

    def _compare_puk(self, profile: StoredProfile, code: bytes) -> None:
        if profile.puk_tries == 0:
            raise StatusWord(_BLOCKED)
        profile.puk_tries -= 1
        self._memory.save()
        if not hmac.compare_digest(code, bytes.fromhex(profile.keys.get("puk1", "")) or DEFAULT_PUK):
            raise StatusWord(_TRIES | profile.puk_tries)
        profile.puk_tries = PUK_TRIES
