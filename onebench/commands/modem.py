"""`onebench modem`: eSIM profiles over a serial line, real or virtual. Imports wait: `list` must be quick."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from core.data_folder import default_data_folder
from core.errors import BenchError

if TYPE_CHECKING:
    from firmware_bridge import Modem

app = typer.Typer(no_args_is_help=True)

BENCH_PART, OWN_PART = "modem", "virtual-modem"
"""Folders below the data folder: of a running bench's modem, and of `modem virtual`."""

PortOption = Annotated[str, typer.Option("--port", help="Device or URL; by default the only modem there is.")]
JsonOption = Annotated[bool, typer.Option("--json", help="For machines.")]
YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask before a real card is changed.")]
TraceOption = Annotated[bool, typer.Option("--verbose", "-v", help="Show the AT commands on stderr.")]
IccidArgument = Annotated[str, typer.Argument(help="ICCID of the profile.")]


@app.command("list")
def list_(as_json: JsonOption = False) -> None:
    """The serial ports, likely AT ports first."""
    ports = _ports()
    rows = [[port.device, "AT" if port.at_port_likely else "", port.known_modem or port.description] for port in ports]
    _show([_plain(port) for port in ports] if as_json else None, rows, "no serial ports")


@app.command()
def probe(port: PortOption = "", as_json: JsonOption = False) -> None:
    """Who answers on a port, and how its card is reached."""
    from core.settings import Settings
    from firmware_bridge import probe as ask

    with _tools() as tools:
        found = ask(_choose(port), settings=Settings(), **tools)
    way = {"cgla": "AT+CCHO/CGLA", "csim": "AT+CSIM"}.get(found.card_way, "none")
    rows = [
        ["modem", f"{found.identity.manufacturer} {found.identity.model} {found.identity.revision}"],
        ["IMEI", found.identity.imei],
        ["SIM", found.sim.status],
        ["card access", way],
        ["EID", found.euicc.eid if found.euicc else f"none ({found.problem})"],
    ]
    _show(_plain(found) if as_json else None, rows)


@app.command()
def info(port: PortOption = "", as_json: JsonOption = False, verbose: TraceOption = False) -> None:
    """The modem, its SIM, its network and its eUICC."""
    with _modem(port, verbose) as modem:
        found: dict[str, Any] = {
            "identity": _plain(modem.identity()),
            "sim": _plain(modem.sim()),
            "registration": _plain(modem.registration()),
            "operator": _plain(modem.operator()),
            "signal": _plain(modem.signal()),
        }
        try:
            found["euicc"] = _plain(modem.euicc())
        except BenchError as error:
            if error.code != "modem.no_euicc":
                raise
            found["euicc"] = None
    rows = [
        [f"{part} {name}", _text(value)] for part, values in found.items() for name, value in (values or {}).items()
    ]
    _show(found if as_json else None, rows)


@app.command()
def profiles(port: PortOption = "", as_json: JsonOption = False, verbose: TraceOption = False) -> None:
    """The profiles on the card."""
    with _modem(port, verbose) as modem:
        found = modem.profiles()
    rows = [[item.iccid, item.state, item.nickname or item.name, item.provider] for item in found]
    _show([_plain(item) for item in found] if as_json else None, rows, "no profiles")


@app.command()
def enable(
    iccid: IccidArgument,
    port: PortOption = "",
    refresh: Annotated[bool, typer.Option(help="Have the modem read the SIM anew.")] = True,
    yes: YesOption = False,
    as_json: JsonOption = False,
    verbose: TraceOption = False,
) -> None:
    """Enable a profile and wait until the modem has registered."""
    with _modem(port, verbose) as modem:
        _confirm(modem, yes, f"enable {iccid}")
        modem.enable(iccid, refresh)
        state = modem.wait_registered()
    _show(_plain(state) if as_json else None, [["registration", state.state]])


@app.command()
def disable(
    iccid: IccidArgument,
    port: PortOption = "",
    refresh: Annotated[bool, typer.Option(help="Have the modem read the SIM anew.")] = True,
    yes: YesOption = False,
    verbose: TraceOption = False,
) -> None:
    """Disable a profile."""
    with _modem(port, verbose) as modem:
        _confirm(modem, yes, f"disable {iccid}")
        modem.disable(iccid, refresh)


@app.command()
def nickname(
    iccid: IccidArgument, name: str, port: PortOption = "", yes: YesOption = False, verbose: TraceOption = False
) -> None:
    """Give a profile a nickname (at most 64 bytes; an empty one takes it away)."""
    with _modem(port, verbose) as modem:
        _confirm(modem, yes, f"name {iccid}")
        modem.set_nickname(iccid, name)


@app.command()
def notifications(
    port: PortOption = "",
    remove: Annotated[int, typer.Option(help="Forget the one with this number.")] = -1,
    yes: YesOption = False,
    as_json: JsonOption = False,
    verbose: TraceOption = False,
) -> None:
    """What the card still has to report to its servers."""
    with _modem(port, verbose) as modem:
        if remove >= 0:
            _confirm(modem, yes, f"remove notification {remove}")
            modem.remove_notification(remove)
        found = modem.notifications()
    rows = [[str(item.sequence), item.operation, item.iccid or "", item.address] for item in found]
    _show([_plain(item) for item in found] if as_json else None, rows, "no notifications")


@app.command()
def virtual(
    link: Annotated[Path | None, typer.Option(help="Name for the port that stays the same.")] = None,
    data: Annotated[Path | None, typer.Option(help="Folder that keeps the card.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="A new card.")] = False,
) -> None:
    """Run a virtual modem with an eUICC until Ctrl-C."""
    import signal
    import threading

    from core.data_folder import DataFolder
    from core.randomness import SystemRandomness
    from firmware_bridge.virtual import LINK_NAME, VirtualModem

    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    folder = DataFolder((data or default_data_folder()) / OWN_PART, OWN_PART).open(fresh)
    try:
        with _tools() as tools:
            modem = VirtualModem(
                folder=folder.path, link=link or folder.path / LINK_NAME, randomness=SystemRandomness(), **tools
            )
            print(modem.start(), flush=True)
            stop.wait()
            modem.stop()
    finally:
        folder.close()


@contextmanager
def _tools() -> Iterator[dict[str, Any]]:
    from core.clock import Clock
    from core.events import EventLog
    from core.faults import Faults

    clock = Clock()
    try:
        yield {"clock": clock, "events": EventLog(clock), "faults": Faults()}
    finally:
        clock.close()


@contextmanager
def _modem(port: str, verbose: bool = False) -> Iterator[Modem]:
    from core.settings import Settings
    from firmware_bridge import open_modem

    def trace(direction: str, text: str) -> None:
        typer.echo(f"{direction} {text}", err=True)

    with _tools() as tools:
        modem = open_modem(_choose(port), settings=Settings(), trace=trace if verbose else None, **tools)
        try:
            yield modem
        finally:
            modem.close()


def _ports() -> list[Any]:
    from firmware_bridge import list_ports
    from firmware_bridge.virtual import LINK_NAME

    links = [default_data_folder() / part / LINK_NAME for part in (BENCH_PART, OWN_PART)]
    return list_ports([link for link in links if link.is_char_device()])


def _choose(port: str) -> str:
    """The port asked for, else the only likely one. Raises `modem.not_found`, `modem.choose`."""
    if port:
        return port
    likely = [item.by_id or item.device for item in _ports() if item.at_port_likely]
    if not likely:
        raise BenchError("modem.not_found", port="any port")
    if len(likely) > 1:
        raise BenchError("modem.choose", ports=", ".join(likely))
    return likely[0]


def _confirm(modem: Modem, yes: bool, action: str) -> None:
    """Ask before a card that people depend on is changed; the bench's own may be changed freely."""
    from firmware_bridge.virtual.device import MANUFACTURER

    identity = modem.identity()
    if yes or identity.manufacturer == MANUFACTURER:
        return
    if not typer.confirm(f"Really {action} on {identity.manufacturer} {identity.model} ({identity.imei})?", err=True):
        raise BenchError("modem.not_confirmed")


def _plain(value: Any) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(value)


def _text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else "" if value is None else str(value)


def _show(machine: Any, rows: list[list[str]], nothing: str = "") -> None:
    """JSON when `machine` is given, else a table."""
    if machine is not None:
        print(json.dumps(machine, ensure_ascii=False, indent=1))
        return
    if not rows:
        print(nothing)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    for row in rows:
        print("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())
