"""Which serial ports are there, which of them look like a modem's AT port, and what answers on one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.paths import ASSETS
from core.settings import Settings
from firmware_bridge.types import EuiccInfo, Identity, SimState

BY_ID = Path("/dev/serial/by-id")
VIRTUAL_NAME = "Virtual modem of the bench"
_INTERFACE = re.compile(r":\d+\.(\d+)$")


@dataclass(frozen=True, slots=True)
class PortInfo:
    """One port. `by_id` is a name that survives a replug; `known_modem` is the model's name or empty."""

    device: str
    description: str
    vid: int | None = None
    pid: int | None = None
    serial: str = ""
    by_id: str = ""
    known_modem: str = ""
    at_port_likely: bool = False


@dataclass(frozen=True, slots=True)
class Probe:
    """What answers on a port. `card_way` is cgla or csim, empty when no eUICC was found; `problem` says why.

    `block` is how many data bytes one APDU carries at most (MSS), 0 when unknown.
    """

    identity: Identity
    sim: SimState
    card_way: str = ""
    euicc: EuiccInfo | None = None
    problem: str = ""
    block: int = 0


def list_ports(virtual_links: Iterable[Path] = ()) -> list[PortInfo]:
    """All serial ports, likely AT ports first; with `virtual_links` also the bench's own modems that run."""
    from serial.tools import list_ports as scanner

    by_id = _links()
    found = [_describe(port, by_id) for port in scanner.comports()]
    found += [
        PortInfo(str(link), VIRTUAL_NAME, known_modem="One Number Bench", at_port_likely=True)
        for link in virtual_links
        if link.is_char_device()
    ]
    return sorted(found, key=lambda port: (not port.at_port_likely, port.device))


def probe(url: str, *, clock: Clock, events: EventLog, faults: Faults, settings: Settings) -> Probe:
    """Ask a port who it is and how its card is reached. Raises as `open_modem` does."""
    from firmware_bridge.modem import open_modem

    modem = open_modem(url, clock=clock, events=events, faults=faults, settings=settings)
    try:
        identity, sim = modem.identity(), modem.sim()
        try:
            euicc, block = modem.euicc(), modem.longest_block()
        except BenchError as error:
            if error.code in ("modem.gone", "modem.silent"):
                raise
            return Probe(identity, sim, problem=error.code)
        return Probe(identity, sim, modem.card_way or "", euicc, block=block)
    finally:
        modem.close()


def known_modem(vid: int, pid: int) -> tuple[str, int | None]:
    """Name and AT interface of a USB id; an empty name for an unknown one."""
    for entry in _table():
        if entry["vid"] == vid and pid in entry.get("products", [pid]):
            return str(entry["name"]), entry.get("at")
    return "", None


@cache
def _table() -> list[dict[str, Any]]:
    text = (ASSETS / "modems" / "usb_ids.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["modem"])


def _describe(port: Any, by_id: dict[str, str]) -> PortInfo:
    name, at = known_modem(port.vid, port.pid) if port.vid is not None else ("", None)
    interface = _INTERFACE.search(port.location or "")
    number = int(interface[1]) if interface else None
    return PortInfo(
        device=port.device,
        description=port.description or "",
        vid=port.vid,
        pid=port.pid,
        serial=port.serial_number or "",
        by_id=by_id.get(port.device, ""),
        known_modem=name,
        at_port_likely=bool(name) and (at is None or number is None or number == at),
    )


def _links() -> dict[str, str]:
    if not BY_ID.is_dir():
        return {}
    return {str(link.resolve()): str(link) for link in sorted(BY_ID.iterdir())}
