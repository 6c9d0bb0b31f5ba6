"""`onebench modem` on the eSIM: profiles looked at, switched, downloaded, deleted, and reported to their servers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from core.errors import BenchError
from onebench.commands.modem_tools import (
    CaOption,
    ConnectOption,
    IccidArgument,
    InsecureOption,
    JsonOption,
    PortOption,
    Servers,
    TraceOption,
    YesOption,
    confirm,
    opened_modem,
    plain,
    show,
)

if TYPE_CHECKING:
    from firmware_bridge import Modem

RefreshOption = Annotated[bool, typer.Option(help="Have the modem read the SIM anew.")]
NotifyOption = Annotated[bool, typer.Option(help="Report it to the profile's server.")]


def profiles(port: PortOption = "", as_json: JsonOption = False, verbose: TraceOption = False) -> None:
    """The profiles on the card."""
    with opened_modem(port, verbose) as modem:
        found = modem.profiles()
    rows = [[item.iccid, item.state, item.nickname or item.name, item.provider] for item in found]
    show([plain(item) for item in found] if as_json else None, rows, "no profiles")


def enable(
    iccid: IccidArgument,
    port: PortOption = "",
    refresh: RefreshOption = True,
    notify: NotifyOption = True,
    yes: YesOption = False,
    ca: CaOption = None,
    connect_to: ConnectOption = "",
    insecure: InsecureOption = False,
    as_json: JsonOption = False,
    verbose: TraceOption = False,
) -> None:
    """Enable a profile and wait until the modem has registered."""
    with opened_modem(port, verbose, Servers(ca, connect_to, insecure)) as modem:
        confirm(modem, yes, f"enable {iccid}")
        modem.enable(iccid, refresh)
        _report(modem, notify)
        state = modem.wait_registered()
    show(plain(state) if as_json else None, [["registration", state.state]])


def disable(
    iccid: IccidArgument,
    port: PortOption = "",
    refresh: RefreshOption = True,
    notify: NotifyOption = True,
    yes: YesOption = False,
    ca: CaOption = None,
    connect_to: ConnectOption = "",
    insecure: InsecureOption = False,
    verbose: TraceOption = False,
) -> None:
    """Disable a profile."""
    with opened_modem(port, verbose, Servers(ca, connect_to, insecure)) as modem:
        confirm(modem, yes, f"disable {iccid}")
        modem.disable(iccid, refresh)
        _report(modem, notify)


def nickname(
    iccid: IccidArgument, name: str, port: PortOption = "", yes: YesOption = False, verbose: TraceOption = False
) -> None:
    """Give a profile a nickname (at most 64 bytes; an empty one takes it away)."""
    with opened_modem(port, verbose) as modem:
        confirm(modem, yes, f"name {iccid}")
        modem.set_nickname(iccid, name)


def delete(
    iccid: IccidArgument,
    port: PortOption = "",
    notify: NotifyOption = True,
    yes: YesOption = False,
    ca: CaOption = None,
    connect_to: ConnectOption = "",
    insecure: InsecureOption = False,
    verbose: TraceOption = False,
) -> None:
    """Delete a disabled profile from the card, for good."""
    with opened_modem(port, verbose, Servers(ca, connect_to, insecure)) as modem:
        confirm(modem, yes, f"delete {iccid}")
        modem.delete(iccid)
        _report(modem, notify)


def download(
    code: Annotated[str, typer.Option("--code", help="Activation code, LPA:1$…")],
    confirmation_code: Annotated[str, typer.Option(help="Asked for when the server wants one.")] = "",
    port: PortOption = "",
    yes: YesOption = False,
    ca: CaOption = None,
    connect_to: ConnectOption = "",
    insecure: InsecureOption = False,
    as_json: JsonOption = False,
    verbose: TraceOption = False,
) -> None:
    """Download a profile and install it on the card, disabled."""
    from firmware_bridge.lpa.assistant import read_code
    from onebench.commands.modem_console import DownloadConsole

    activation = read_code(code)  # before a port is opened
    console = DownloadConsole(yes=yes, confirmation_code=confirmation_code, quiet=as_json or verbose)
    with opened_modem(port, verbose, Servers(ca, connect_to, insecure)) as modem:
        try:
            profile = modem.download(
                activation, consent=console.consent, confirmation_code=console.ask_code, progress=console.progress
            )
        finally:
            console.end()
        waiting = len(modem.notifications())
    rows = [[profile.iccid, profile.state, profile.name, profile.provider]]
    show(plain(profile) | {"notifications_waiting": waiting} if as_json else None, rows)


def notifications(
    port: PortOption = "",
    send: Annotated[bool, typer.Option("--send", help="Deliver them; what no server takes now stays.")] = False,
    remove: Annotated[int, typer.Option(help="Forget the one with this number, unreported.")] = -1,
    yes: YesOption = False,
    ca: CaOption = None,
    connect_to: ConnectOption = "",
    insecure: InsecureOption = False,
    as_json: JsonOption = False,
    verbose: TraceOption = False,
) -> None:
    """What the card still has to report to its servers."""
    servers = Servers(ca, connect_to, insecure) if send else None
    with opened_modem(port, verbose, servers) as modem:
        if remove >= 0:
            confirm(modem, yes, f"remove notification {remove}")
            modem.remove_notification(remove)
        reasons: dict[int, str] = {}
        if send:
            delivery = modem.send_notifications()
            reasons = dict(delivery.kept)
            typer.echo(f"delivered: {', '.join(map(str, delivery.sent)) or 'none'}", err=True)
        found = modem.notifications()
    rows = [
        [str(item.sequence), item.operation, item.iccid or "", item.address, reasons.get(item.sequence, "")]
        for item in found
    ]
    machine: list[dict[str, Any]] = [plain(item) | {"problem": reasons.get(item.sequence, "")} for item in found]
    show(machine if as_json else None, rows, "no notifications")
    if reasons:
        raise typer.Exit(7)


def reset(
    operational: Annotated[bool, typer.Option(help="Delete all operational profiles.")] = False,
    test: Annotated[bool, typer.Option(help="Delete test profiles that were loaded in the field.")] = False,
    default_smdp: Annotated[bool, typer.Option(help="Take the default SM-DP+ address away.")] = False,
    port: PortOption = "",
    yes: YesOption = False,
    verbose: TraceOption = False,
) -> None:
    """Empty the card (eUICC memory reset)."""
    from core.rsp.messages_admin import ResetOption

    wanted = {
        ResetOption.OPERATIONAL_PROFILES: operational,
        ResetOption.FIELD_LOADED_TEST_PROFILES: test,
        ResetOption.DEFAULT_SMDP_ADDRESS: default_smdp,
    }
    options = [option for option, chosen in wanted.items() if chosen]
    if not options:
        raise typer.BadParameter("say what: --operational, --test, --default-smdp")
    with opened_modem(port, verbose) as modem:
        confirm(modem, yes, "reset the card")
        if not modem.reset(options):
            print("nothing to delete")


def smdp(
    address: Annotated[str | None, typer.Argument(help='New default SM-DP+; "" takes it away.')] = None,
    port: PortOption = "",
    yes: YesOption = False,
    as_json: JsonOption = False,
    verbose: TraceOption = False,
) -> None:
    """Show or set the SM-DP+ that the card names by default."""
    with opened_modem(port, verbose) as modem:
        if address is not None:
            confirm(modem, yes, f"set the default SM-DP+ to {address or 'none'}")
            modem.set_default_smdp(address)
        found = modem.addresses()
    show(plain(found) if as_json else None, [["default SM-DP+", found.default_smdp], ["root SM-DS", found.root_smds]])


def register(app: typer.Typer) -> None:
    """Make them commands of `app`."""
    for function in (profiles, download, enable, disable, delete, nickname, notifications, reset, smdp):
        app.command()(function)


def _report(modem: Modem, wanted: bool) -> None:
    """Tell the servers; that some could not be told is no failure of what was asked."""
    if not wanted:
        return
    try:
        kept = modem.send_notifications().kept
    except BenchError as error:
        kept = ((-1, error.code),)
    if kept:
        typer.echo(f"not reported yet ({kept[0][1]}): `onebench modem notifications --send` tries again", err=True)
