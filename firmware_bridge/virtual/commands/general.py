"""Control of the line and identity (V.250 §6, TS 27.007 §5, §8.2, §9.1)."""

from __future__ import annotations

from collections.abc import Iterable

from firmware_bridge.virtual.commands.table import BAD_PARAMETERS, AtError, Call, command, fixed, names
from firmware_bridge.virtual.device import FLIGHT, FULL, MANUFACTURER, MINIMUM, MODEL, REVISION

REGISTERS = {"S0": "0", "S4": "10", "S5": "8", "S7": "60"}
KEPT = {
    "+CSCS": ('("GSM","IRA","UCS2","HEX")', '"IRA"'),
    "+IPR": ("(),(9600,115200,460800,921600)", "115200"),
    "+IFC": ("(0-2),(0-2)", "0,0"),
    "+CTZU": ("(0,1)", "0"),
    "+CTZR": ("(0-3)", "0"),
    "+CMER": ("(0-3),(0),(0),(0,1),(0)", "0,0,0,0,0"),
    "+CEMODE": ("(0-3)", "2"),
}
"""Settings that are only kept and shown again: test form and value at power-up."""

for _names, _text in (
    (("+CGMI", "+GMI"), MANUFACTURER),
    (("+CGMM", "+GMM"), MODEL),
    (("+CGMR", "+GMR"), REVISION),
):
    for _name in _names:
        fixed(_name, "execute", _text)
        fixed(_name, "test")
fixed("I", "execute", MANUFACTURER, MODEL, f"Revision: {REVISION}")
fixed("+GCAP", "execute", "+GCAP: +CGSM,+CLTE")
fixed("+GCAP", "test")
fixed("+CMEE", "test", "+CMEE: (0-2)")
fixed("+CFUN", "test", "+CFUN: (0,1,4),(0,1)")
fixed("+CLAC", "test")
fixed("+CPAS", "execute", "+CPAS: 0")
fixed("+CPAS", "test", "+CPAS: (0,3,4)")
fixed("+CBC", "execute", "+CBC: 0,100")
fixed("+CBC", "test", "+CBC: (0-3),(0-100)")
fixed("+WS46", "read", "+WS46: 28")
fixed("+WS46", "test", "+WS46: (28)")
for _name in ("X", "&C", "&D", "&K", "&S", "&W", "L", "M", "H", "+CHUP"):
    fixed(_name, "execute")


@command("E")
def _echo(call: Call) -> Iterable[str]:
    call.session.echo = bool(call.choice((0, 1)))
    return ()


@command("V")
def _verbose(call: Call) -> Iterable[str]:
    call.session.verbose = bool(call.choice((0, 1)))
    return ()


@command("Q")
def _quiet(call: Call) -> Iterable[str]:
    call.session.quiet = bool(call.choice((0, 1)))
    return ()


@command("Z")
def _reset(call: Call) -> Iterable[str]:
    call.session.restart()
    call.device.close_sessions()
    return ()


@command("&F")
def _factory(call: Call) -> Iterable[str]:
    call.session.restart()
    return ()


@command("S3", "set")
def _set_terminator(call: Call) -> Iterable[str]:
    call.session.terminator = call.choice(range(128))
    return ()


@command("S3", "read")
def _read_terminator(call: Call) -> Iterable[str]:
    return (f"{call.session.terminator:03d}",)


@command("+CGSN", "execute")
def _imei(call: Call) -> Iterable[str]:
    return (call.device.imei,)


@command("+GSN", "execute")
def _serial_number(call: Call) -> Iterable[str]:
    return (call.device.imei,)


@command("+CGSN", "set")
def _serial_kind(call: Call) -> Iterable[str]:
    kind = call.choice((0, 1), default=1)
    return (f'+CGSN: "{call.device.imei}"' if kind == 1 else call.device.imei,)


fixed("+CGSN", "test", "+CGSN: (0,1)")


@command("+CMEE", "set")
def _set_errors(call: Call) -> Iterable[str]:
    call.session.errors = call.choice((0, 1, 2))
    return ()


@command("+CMEE", "read")
def _errors(call: Call) -> Iterable[str]:
    return (f"+CMEE: {call.session.errors}",)


@command("+CFUN", "set")
def _set_functionality(call: Call) -> Iterable[str]:
    level = call.choice((MINIMUM, FULL, FLIGHT), default=FULL)
    if call.choice((0, 1), 1):
        call.session.restart()
        call.device.power_off()
        call.device.power_on()
        if level != FULL:
            call.device.set_functionality(level)
    else:
        call.device.set_functionality(level)
    return ()


@command("+CFUN", "read")
def _functionality(call: Call) -> Iterable[str]:
    return (f"+CFUN: {call.device.functionality}",)


@command("+CLAC")
def _all_commands(call: Call) -> Iterable[str]:
    return [f"AT{name}" for name in names()]


@command("+CCLK", "read")
def _time(call: Call) -> Iterable[str]:
    return (call.device.clock.now().strftime('+CCLK: "%y/%m/%d,%H:%M:%S+00"'),)


def _keep(name: str, test: str, first: str) -> None:
    def read(call: Call) -> Iterable[str]:
        return (f"{name}: {call.session.values.get(name, first)}",)

    def change(call: Call) -> Iterable[str]:
        if name == "+CSCS" and call.request.arguments[:1] not in (["GSM"], ["IRA"], ["UCS2"], ["HEX"]):
            raise AtError(BAD_PARAMETERS)
        call.session.values[name] = call.request.raw
        return ()

    command(name, "read")(read)
    command(name, "set")(change)
    fixed(name, "test", f"{name}: {test}")


def _keep_register(name: str, first: str) -> None:
    def read(call: Call) -> Iterable[str]:
        return (f"{int(call.session.values.get(name, first)):03d}",)

    def change(call: Call) -> Iterable[str]:
        call.session.values[name] = str(call.choice(range(256)))
        return ()

    command(name, "read")(read)
    command(name, "set")(change)


for _name, (_test, _first) in KEPT.items():
    _keep(_name, _test, _first)
for _name, _first in REGISTERS.items():
    _keep_register(_name, _first)
