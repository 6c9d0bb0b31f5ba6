"""What the commands of `onebench modem` share: options, the port, the question before a write, tables and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.main import get_current_context

from core.data_folder import default_data_folder
from core.errors import BenchError

if TYPE_CHECKING:
    from core.settings import Settings
    from firmware_bridge import LpaSetup, Modem

BENCH_PART, OWN_PART = "modem", "virtual-modem"
"""Folders below the data folder: of a running bench's modem, and of `modem virtual`."""
PKI_PART, CI_CERTIFICATE = "pki", "ci-certificate.pem"
"""Where the bench's own test CI leaves its certificate (`core.rsp.pki`, not loaded here: it costs time)."""
SMDP_PART = "smdp"
"""Where the SM-DP+ of `onebench run` notes its port; that of `onebench cloud` has a fixed one."""
PACKAGES_PART = "packages"
"""Packages that were fetched and could not be written to a card yet."""

PortOption = Annotated[str, typer.Option("--port", help="Device or URL; by default the only modem there is.")]
JsonOption = Annotated[bool, typer.Option("--json", help="For machines.")]
YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask before a real card is changed.")]
TraceOption = Annotated[
    bool, typer.Option("--verbose", "-v", help="Show the AT commands and APDUs on stderr, decoded.")
]
CaOption = Annotated[
    Path | None,
    typer.Option("--ca", envvar="ONEBENCH_SMDP_CA", help="CA bundle (PEM) that SM-DP+ servers are checked with."),
]
ConnectOption = Annotated[
    str,
    typer.Option("--connect-to", envvar="ONEBENCH_SMDP_CONNECT_TO", help="HOST:PORT of the server, whatever its name."),
]
InsecureOption = Annotated[bool, typer.Option("--insecure", help="Do not check TLS certificates. Only for a lab.")]
IccidArgument = Annotated[str, typer.Argument(help="ICCID of the profile.")]


@contextmanager
def bench_tools() -> Iterator[dict[str, Any]]:
    """Clock, events and faults of a command that runs alone."""
    from core.clock import Clock
    from core.events import EventLog
    from core.faults import Faults

    clock = Clock()
    try:
        yield {"clock": clock, "events": EventLog(clock), "faults": Faults()}
    finally:
        clock.close()


@dataclass(frozen=True)
class CardOptions:
    """What holds for all commands: further AIDs of the ISD-R, in hex."""

    isd_r: tuple[str, ...] = ()


@dataclass(frozen=True)
class Servers:
    """How SM-DP+ servers are reached: `connect_to` is HOST:PORT or empty."""

    ca: Path | None = None
    connect_to: str = ""
    insecure: bool = False

    def setup(self, tools: dict[str, Any]) -> LpaSetup:
        """For `open_modem`. Raises `smdp.connect_to`, `smdp.ca_unusable`."""
        from core.settings import Settings
        from firmware_bridge import HttpsTransport, LpaSetup, tls_context

        if self.insecure:
            typer.secho("TLS certificates are NOT checked (--insecure): only for a lab.", fg="red", bold=True, err=True)
        data = default_data_folder()
        transport = HttpsTransport(
            clock=tools["clock"],
            faults=tools["faults"],
            context=tls_context(self.ca, also_trust=data / PKI_PART / CI_CERTIFICATE, insecure=self.insecure),
            connect_to=_place(self.connect_to) or bench_server,
            wall_timeout=Settings().smdp_wall_timeout,
        )
        return LpaSetup(transport, data / PACKAGES_PART)


def _place(text: str) -> tuple[str, int] | None:
    if not text:
        return None
    host, colon, port = text.rpartition(":")
    if not (host and colon and port.isdigit() and 0 < int(port) < 65536):
        raise BenchError("smdp.connect_to", text=text)
    return host.strip("[]"), int(port)


def bench_server(address: str) -> tuple[str, int] | None:
    """Where the bench's own SM-DP+ listens, if `address` is its name and one runs on this machine."""
    from cloud.smdp.server import ADDRESS
    from core.store import JsonStore
    from onebench.commands.parts import SMDP_PORT

    if address != ADDRESS:
        return None
    noted = default_data_folder() / SMDP_PART / "server.json"
    ports = (JsonStore(noted).load().get("port") if noted.exists() else None, SMDP_PORT)
    return next((("127.0.0.1", port) for port in ports if isinstance(port, int) and _listens(port)), None)


def _listens(port: int) -> bool:
    import socket

    try:
        socket.create_connection(("127.0.0.1", port), 1.0).close()
    except OSError:
        return False
    return True


def settings_of_card() -> Settings:
    """With the ISD-R's AIDs of `onebench modem --isd-r …`, if any were given."""
    from core.settings import Settings

    context = get_current_context(silent=True)
    given = context.find_object(CardOptions) if context is not None else None
    if given is None or not given.isd_r:
        return Settings()
    from firmware_bridge.esim import isd_r_aids

    wanted = " ".join(given.isd_r)
    isd_r_aids(wanted)  # a slip is told before a port is opened
    return Settings(isd_r_aids=wanted)


@contextmanager
def opened_modem(port: str, verbose: bool = False, servers: Servers | None = None) -> Iterator[Modem]:
    """The modem at `port`, else the only one there is; closed at the end."""
    from firmware_bridge import open_modem

    trace = None
    if verbose:
        from firmware_bridge.ladder import Ladder

        trace = Ladder(lambda line: typer.echo(line, err=True)).trace
    with bench_tools() as tools:
        lpa = servers.setup(tools) if servers is not None else None
        modem = open_modem(choose(port), settings=settings_of_card(), trace=trace, lpa=lpa, **tools)
        try:
            yield modem
        finally:
            modem.close()


def ports() -> list[Any]:
    """The serial ports and the bench's own modems."""
    from firmware_bridge import list_ports
    from firmware_bridge.virtual import LINK_NAME

    links = [default_data_folder() / part / LINK_NAME for part in (BENCH_PART, OWN_PART)]
    return list_ports([link for link in links if link.is_char_device()])


def choose(port: str) -> str:
    """The port asked for, else the only likely one. Raises `modem.not_found`, `modem.choose`."""
    if port:
        return port
    likely = [item.by_id or item.device for item in ports() if item.at_port_likely]
    if not likely:
        raise BenchError("modem.not_found", port="any port")
    if len(likely) > 1:
        raise BenchError("modem.choose", ports=", ".join(likely))
    return likely[0]


def confirm(modem: Modem, yes: bool, action: str) -> None:
    """Ask before a card that people depend on is changed; the bench's own may be changed freely."""
    from firmware_bridge.virtual.device import MANUFACTURER

    if yes:
        return
    identity = modem.identity()
    if identity.manufacturer == MANUFACTURER:
        return
    if not typer.confirm(f"Really {action} on {identity.manufacturer} {identity.model} ({identity.imei})?", err=True):
        raise BenchError("modem.not_confirmed")


def plain(value: Any) -> dict[str, Any]:
    """A dataclass for JSON."""
    from dataclasses import asdict

    return asdict(value)


def text_of(value: Any) -> str:
    """One cell of a table."""
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else "" if value is None else str(value)


def show(machine: Any, rows: list[list[str]], nothing: str = "") -> None:
    """JSON when `machine` is given, else a table."""
    if machine is not None:
        print(json.dumps(machine, ensure_ascii=False, indent=1))
        return
    if not rows:
        print(nothing)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    for row in rows:
        print("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())
