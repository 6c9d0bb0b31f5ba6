"""How modems of a family differ from the standard, as data: `assets/modems/personalities/*.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from core.errors import BenchError
from core.paths import ASSETS
from firmware_bridge.at.grammar import Form

FOLDER = ASSETS / "modems" / "personalities"
STANDARD = "standard"
MANUFACTURER, MODEL, REVISION = "One Number Bench", "ONB-LTE1", "1.0"
_HANDLE_BASE = 0x0385A7CF
"""Where opaque 64-bit session handles start; the number of the session is added."""


@dataclass(frozen=True, slots=True)
class Personality:
    """One family. The defaults are the standard's way (TS 27.007 §8.43 to §8.46)."""

    key: str = STANDARD
    manufacturer: str = MANUFACTURER
    model: str = MODEL
    revision: str = REVISION
    unknown: tuple[str, ...] = ()
    """Commands that are refused in all forms."""
    untestable: tuple[str, ...] = ()
    """Commands whose `=?` is refused although they work."""
    boot: tuple[str, ...] = ("RDY",)
    """What is told after power-up."""
    wide_handles: bool = False
    """+CCHO gives 16 hexadecimal digits instead of a small number."""
    bare_handles: bool = False
    """+CCHO gives the session without `+CCHO: `."""
    needs_quotes: bool = False
    """An APDU without quotes is refused."""
    quotes_answers: bool = True
    """The APDU that comes back stands in quotes."""
    cgla_blocks: int = 0
    """After so many APDUs of one session +CGLA answers ERROR only; 0: never."""
    csim_channels: bool = True
    """+CSIM reaches other channels than the basic one."""
    rereads_sim: bool = True
    """A REFRESH makes the modem read the SIM anew; else only +CFUN does."""
    plain_refusal: str = ""
    """What is said instead of any error, whatever +CMEE is."""
    refusals: dict[str, str] = field(default_factory=dict)
    """Other words for single final results."""

    def knows(self, name: str, form: Form) -> bool:
        """Whether this family carries out `name` in `form`."""
        return name not in self.unknown and not (form == "test" and name in self.untestable)

    def handle(self, session: int) -> str:
        """A session as +CCHO writes it."""
        return f"{_HANDLE_BASE + session:016x}" if self.wide_handles else str(session)

    def session(self, handle: str) -> int:
        """The number of the session that a client means; 0 for none."""
        try:
            value = int(handle, 16) - _HANDLE_BASE if self.wide_handles else int(handle)
        except ValueError:
            return 0
        return max(value, 0)

    def refusal(self, text: str) -> str:
        """The final result for one that the standard calls `text`."""
        return self.plain_refusal or self.refusals.get(text, text)


def personality_names() -> list[str]:
    """What can be asked for."""
    return [STANDARD, *sorted(path.stem for path in FOLDER.glob("*.toml"))]


@cache
def load_personality(name: str = STANDARD) -> Personality:
    """The personality called `name`. Raises `modem.unknown_personality`."""
    if name == STANDARD:
        return Personality()
    if name not in personality_names():
        raise BenchError("modem.unknown_personality", name=name, known=", ".join(personality_names()))
    content: dict[str, Any] = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    lists = {key: tuple(value) for key, value in content.items() if isinstance(value, list)}
    return Personality(key=name, **(content | lists))
