"""The transcript of a modem's line with what the APDUs in it mean."""

from __future__ import annotations

from collections.abc import Callable

from firmware_bridge.at.values import arguments_of, split_arguments, unquote
from firmware_bridge.euicc.describe import command_in_words, response_in_words

COMMANDS = ("AT+CGLA=", "AT+CSIM=")
GET_RESPONSE = b"\xc0"
ANSWERS = ("+CGLA:", "+CSIM:")


class Ladder:
    """`trace` goes into `open_modem`; `write` gets each line, and after one with an APDU its meaning, indented."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._awaits_answer = False
        self._continues = False

    def trace(self, direction: str, text: str) -> None:
        """One line of the wire: `>` to the modem, `<` from it."""
        self._write(f"{direction} {text}")
        if direction == ">":
            self._awaits_answer = text.upper().startswith(COMMANDS)
            if self._awaits_answer and (apdu := _bytes_of(split_arguments(text.partition("=")[2]))):
                self._continues = apdu[1:2] == GET_RESPONSE
                self._write(f"    {command_in_words(apdu)}")
        elif self._awaits_answer and text.upper().startswith(ANSWERS) and (raw := _bytes_of(arguments_of(text))):
            self._write(f"    {response_in_words(raw, self._continues)}")


def _bytes_of(arguments: list[str]) -> bytes:
    try:
        return bytes.fromhex(unquote(arguments[-1]))
    except (IndexError, ValueError):
        return b""
