"""Control of the line and identity (V.250 §6, TS 27.007 §5, §8.2, §9.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone

from core.sms.fields import at_time
from firmware_bridge.virtual.commands.table import (
    BAD_PARAMETERS,
    AtError,
    Call,
    command,
    fixed,
    names,
    tested,
)
from firmware_bridge.virtual.device import FLIGHT, FULL, MINIMUM

_TIME = re.compile(r"(\d\d)/(\d\d)/(\d\d),(\d\d):(\d\d):(\d\d)([+-]\d\d)?")


def _identity(*alike: str, clause: str, of: str) -> None:
    def tell(call: Call) -> Iterable[str]:
        return (str(getattr(call.device.personality, of)),)

    for name in alike:
        command(name, clause=clause)(tell)
        fixed(name, "test")


_identity("+CGMI", clause="TS 27.007 §5.1", of="manufacturer")
_identity("+CGMM", clause="TS 27.007 §5.2", of="model")
_identity("+CGMR", clause="TS 27.007 §5.3", of="revision")
_identity("+GMI", clause="V.250 §6.1.4", of="manufacturer")
_identity("+GMM", clause="V.250 §6.1.5", of="model")
_identity("+GMR", clause="V.250 §6.1.6", of="revision")
_identity("+GOI", clause="V.250 §6.1.8", of="model")
fixed("+GCAP", "execute", "+GCAP: +CGSM,+CLTE", clause="V.250 §6.1.9")
fixed("+GCAP", "test")
tested("+CMEE", "TS 27.007 §9.1", "+CMEE: (0-2)")
tested("+CFUN", "TS 27.007 §8.2", "+CFUN: (0,1,4),(0,1)")
tested("+CLAC", "TS 27.007 §8.37")
tested("+CPAS", "TS 27.007 §8.1", "+CPAS: (0,3,4)")
fixed("+CBC", "execute", "+CBC: 0,100")
tested("+CBC", "TS 27.007 §8.4", "+CBC: (0-3),(0-100)")
tested("+CGSN", "TS 27.007 §5.4", "+CGSN: (0,1)")
tested("+GSN", "V.250 §6.1.7")
tested("+CCLK", "TS 27.007 §8.15")
tested("S3", "V.250 §6.2.1", "(0-127)")
fixed("S3", "execute")


@command("I", clause="V.250 §6.1.3")
def _information(call: Call) -> Iterable[str]:
    who = call.device.personality
    return (who.manufacturer, who.model, f"Revision: {who.revision}")


@command("E", clause="V.250 §6.2.4")
def _echo(call: Call) -> Iterable[str]:
    call.session.echo = bool(call.choice((0, 1)))
    return ()


@command("V", clause="V.250 §6.2.6")
def _verbose(call: Call) -> Iterable[str]:
    call.session.verbose = bool(call.choice((0, 1)))
    return ()


@command("Q", clause="V.250 §6.2.5")
def _quiet(call: Call) -> Iterable[str]:
    call.session.quiet = bool(call.choice((0, 1)))
    return ()


@command("Z", clause="V.250 §6.1.1")
def _reset(call: Call) -> Iterable[str]:
    call.session.restart()
    call.device.close_sessions()
    return ()


@command("&F", clause="V.250 §6.1.2")
def _factory(call: Call) -> Iterable[str]:
    call.session.restart()
    return ()


@command("&V", clause="V.250 §6.1.2")
def _show_all(call: Call) -> Iterable[str]:
    session = call.session
    return (
        f"E{int(session.echo)} V{int(session.verbose)} Q{int(session.quiet)} S3={session.terminator:03d}",
        *(f"{name}: {','.join(values)}" for name, values in sorted(session.values.items())),
    )


@command("S3", "set")
def _set_terminator(call: Call) -> Iterable[str]:
    if not call.request.raw:
        raise AtError(BAD_PARAMETERS)  # not 0: nobody would be understood any more
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
        call.device.restart()
        if level != FULL:
            call.device.set_functionality(level)
    else:
        call.device.set_functionality(level)
    return ()


@command("+CFUN", "read")
def _functionality(call: Call) -> Iterable[str]:
    return (f"+CFUN: {call.device.functionality}",)


@command("+CPAS", "execute")
def _activity(call: Call) -> Iterable[str]:
    calls = call.device.telephony.calls
    return (f"+CPAS: {3 if calls.ringing else 4 if calls.all else 0}",)


@command("+CLAC")
def _all_commands(call: Call) -> Iterable[str]:
    knows = call.device.personality.knows
    return [f"AT{name}" for name in names() if knows(name, "execute")]


@command("+CCLK", "read")
def _time(call: Call) -> Iterable[str]:
    now, offset = call.device.clock.now(), call.device.time_offset
    return (f'+CCLK: "{at_time((now + offset).astimezone(call.device.time_zone))}"',)


@command("+CCLK", "set")
def _set_time(call: Call) -> Iterable[str]:
    match = _TIME.fullmatch(call.text(0))
    if match is None:
        raise AtError(BAD_PARAMETERS)
    year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
    try:
        zone = timezone(timedelta(minutes=15 * int(match[7] or 0)))
        when = datetime(2000 + year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError as error:
        raise AtError(BAD_PARAMETERS) from error
    call.device.time_zone = zone
    call.device.time_offset = when.astimezone(UTC) - call.device.clock.now()
    return ()
