"""`onebench modem`: eSIM profiles over a serial line, real or virtual. Imports wait: `list` must be quick."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from core.data_folder import default_data_folder
from core.errors import BenchError
from onebench.commands import modem_esim
from onebench.commands.modem_tools import (
    OWN_PART,
    PKI_PART,
    CardOptions,
    JsonOption,
    PortOption,
    TraceOption,
    bench_tools,
    choose,
    opened_modem,
    plain,
    settings_of_card,
    show,
    text_of,
)
from onebench.commands.modem_tools import ports as list_of_ports

app = typer.Typer(no_args_is_help=True)


@app.callback()
def common(
    context: typer.Context,
    isd_r: Annotated[
        list[str] | None,
        typer.Option("--isd-r", envvar="ONEBENCH_ISD_R", help="AID of the card's ISD-R, where it is a maker's own."),
    ] = None,
) -> None:
    """eSIM profiles over a serial line."""
    context.obj = CardOptions(tuple(isd_r or ()))


@app.command("list")
def list_(as_json: JsonOption = False) -> None:
    """The serial ports, likely AT ports first."""
    ports = list_of_ports()
    rows = [[port.device, "AT" if port.at_port_likely else "", port.known_modem or port.description] for port in ports]
    show([plain(port) for port in ports] if as_json else None, rows, "no serial ports")


@app.command()
def probe(port: PortOption = "", as_json: JsonOption = False) -> None:
    """Who answers on a port, and how its card is reached."""
    from firmware_bridge import probe as ask

    with bench_tools() as tools:
        found = ask(choose(port), settings=settings_of_card(), **tools)
    way = {"cgla": "AT+CCHO/CGLA", "csim": "AT+CSIM"}.get(found.card_way, "none")
    rows = [
        ["modem", f"{found.identity.manufacturer} {found.identity.model} {found.identity.revision}"],
        ["IMEI", found.identity.imei],
        ["SIM", found.sim.status],
        ["card access", way],
        ["data in an APDU", f"{found.block} bytes" if found.block else "unknown"],
        ["EID", found.euicc.eid if found.euicc else f"none ({found.problem})"],
    ]
    show(plain(found) if as_json else None, rows)


@app.command()
def info(port: PortOption = "", as_json: JsonOption = False, verbose: TraceOption = False) -> None:
    """The modem, its SIM, its network and its eUICC."""
    with opened_modem(port, verbose) as modem:
        found: dict[str, Any] = {
            "identity": plain(modem.identity()),
            "sim": plain(modem.sim()),
            "registration": plain(modem.registration()),
            "operator": plain(modem.operator()),
            "signal": plain(modem.signal()),
        }
        try:
            found["euicc"] = plain(modem.euicc())
        except BenchError as error:
            if error.code != "modem.no_euicc":
                raise
            found["euicc"] = None
    rows = [
        [f"{part} {name}", text_of(value)] for part, values in found.items() for name, value in (values or {}).items()
    ]
    show(found if as_json else None, rows)


@app.command()
def virtual(
    link: Annotated[Path | None, typer.Option(help="Name for the port that stays the same.")] = None,
    data: Annotated[Path | None, typer.Option(help="Folder that keeps the card.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="A new card.")] = False,
    listen: Annotated[list[str] | None, typer.Option(help="HOST:PORT or path of a further port on a socket.")] = None,
    control: Annotated[
        str, typer.Option(help="HOST:PORT or path where testers disturb it; `help` there says how.")
    ] = "",
    strict_card: Annotated[
        bool, typer.Option("--strict-card", help="A card that takes nothing beyond the standard.")
    ] = False,
    personality: Annotated[str, typer.Option(help="Whose ways it has: a file of assets/modems/personalities.")] = "",
) -> None:
    """Run a virtual modem with an eUICC until Ctrl-C."""
    import signal
    import threading

    from core.data_folder import DataFolder
    from core.randomness import SystemRandomness
    from firmware_bridge.virtual import LINK_NAME, VirtualModem
    from firmware_bridge.virtual.control import Console
    from firmware_bridge.virtual.control_port import ControlPort
    from firmware_bridge.virtual.personalities import STANDARD

    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    folder = DataFolder((data or default_data_folder()) / OWN_PART, OWN_PART).open(fresh)
    try:
        with bench_tools() as tools:
            modem = VirtualModem(
                folder=folder.path,
                link=link or folder.path / LINK_NAME,
                listen=listen or (),
                pki=(data or default_data_folder()) / PKI_PART,
                randomness=SystemRandomness(),
                personality=personality or STANDARD,
                strict_card=strict_card,
                **tools,
            )
            modem.start()
            console = ControlPort(control, Console(modem, tools["faults"]).run) if control else None
            places = [console.address] if console is not None else []
            print(modem.path, *modem.addresses, *places, sep="\n", flush=True)
            stop.wait()
            if console is not None:
                console.close()
            modem.stop()
    finally:
        folder.close()


modem_esim.register(app)
