"""What status answers mean: signal, registration, operator, SIM (TS 27.007 §7 and §8), tolerant of vendors' habits."""

from __future__ import annotations

from firmware_bridge.at.command import AtAnswer
from firmware_bridge.at.values import arguments_of, to_int
from firmware_bridge.types import Operator, Registration, RegistrationState, Signal, SimStatus

TECHNOLOGIES = {
    0: "GSM", 1: "GSM", 3: "GSM", 8: "GSM",
    2: "UMTS", 4: "UMTS", 5: "UMTS", 6: "UMTS",
    7: "LTE", 9: "LTE", 10: "LTE", 12: "LTE",
    11: "NR", 13: "NR",
}  # fmt: skip
"""Access technology by <AcT> (§7.3). 13 is LTE with NR beside it (EN-DC), which phones show as 5G."""

_STATES: dict[int, RegistrationState] = {
    0: "idle", 1: "home", 2: "searching", 3: "denied", 4: "unknown", 5: "roaming",
    6: "home", 7: "roaming", 8: "denied", 9: "home", 10: "roaming",
}  # fmt: skip
"""<stat> of +CREG (§7.2); 6, 7, 9 and 10 are registrations with limits, 8 is emergency calls only."""

SIM_BY_ERROR: dict[int, SimStatus] = {10: "absent", 11: "pin", 12: "puk", 13: "failure", 14: "busy", 15: "failure"}
"""+CME ERROR numbers (§9.2)."""

_RSRP_STEPS = (-115, -105, -95, -85)
"""dBm; the steps that Android shows for LTE."""
_RSSI_STEPS = (-107, -103, -97, -89)
"""dBm; the same for GSM and UMTS."""


def bars(rssi_dbm: int | None, rsrp_dbm: int | None) -> int | None:
    """0 to 4 from RSRP where known, else from RSSI; None when neither is."""
    if rsrp_dbm is not None:
        return sum(rsrp_dbm >= step for step in _RSRP_STEPS)
    if rssi_dbm is not None:
        return sum(rssi_dbm >= step for step in _RSSI_STEPS)
    return None


def parse_signal(csq: AtAnswer, cesq: AtAnswer | None) -> Signal:
    """From +CSQ (§8.5) and +CESQ (§8.69)."""
    rssi = _field(csq, "+CSQ", 0)
    rssi_dbm = -113 + 2 * rssi if rssi is not None and rssi <= 31 else None
    rsrq_db: float | None = None
    rsrp_dbm: int | None = None
    if cesq is not None and cesq.ok:
        rsrq, rsrp = _field(cesq, "+CESQ", 4), _field(cesq, "+CESQ", 5)
        rsrq_db = -20 + rsrq / 2 if rsrq is not None and rsrq <= 34 else None
        rsrp_dbm = -141 + rsrp if rsrp is not None and rsrp <= 97 else None
    return Signal(rssi_dbm, rsrp_dbm, rsrq_db, bars(rssi_dbm, rsrp_dbm))


def parse_registration(answer: AtAnswer, prefix: str) -> Registration:
    """From the answer to `+CEREG?` and its sisters: `n,stat[,tac,ci[,AcT]]`; some vendors add a routing area."""
    line = answer.line(prefix)
    arguments = arguments_of(line) if line else []
    if len(arguments) < 2:
        return Registration()
    return _registration(arguments[1:])


def parse_registration_notice(line: str) -> Registration:
    """From the unsolicited form, which lacks the `n`."""
    return _registration(arguments_of(line))


def _registration(arguments: list[str]) -> Registration:
    number = to_int(arguments[0]) if arguments else None
    state: RegistrationState = "unknown" if number is None else _STATES.get(number, "unknown")
    technology = ""
    tac = cell = ""
    if len(arguments) >= 3:
        tac, cell = arguments[1].upper(), arguments[2].upper()
        if len(arguments) > 4:  # a routing area between: the cell is longer and comes after
            cell = arguments[3].upper() if len(arguments[3]) > len(arguments[2]) else cell
        technology = TECHNOLOGIES.get(to_int(arguments[-1]) or 0, "") if len(arguments) >= 4 else ""
    return Registration(state, technology, tac, cell)


def parse_operator(by_name: AtAnswer, by_number: AtAnswer) -> Operator:
    """From two `+COPS?` answers, in long text and in numbers (§7.3)."""
    name, technology = _operator(by_name)
    plmn, again = _operator(by_number)
    return Operator(name, plmn if plmn.isdigit() else "", technology or again)


def _operator(answer: AtAnswer) -> tuple[str, str]:
    line = answer.line("+COPS") if answer.ok else None
    arguments = arguments_of(line) if line else []
    if len(arguments) < 3:
        return "", ""
    technology = to_int(arguments[3]) if len(arguments) > 3 else None
    return arguments[2], TECHNOLOGIES.get(technology, "") if technology is not None else ""


def parse_sim_status(answer: AtAnswer) -> SimStatus:
    """From `+CPIN?` (§8.3) or the error in its place."""
    if answer.ok:
        line = answer.line("+CPIN")
        code = arguments_of(line)[0] if line else ""
        if code == "READY":
            return "ready"
        if code.endswith("PUK") or code.endswith("PUK2"):
            return "puk"
        return "busy" if code == "NOT READY" else "pin"
    code_number = answer.final.code if answer.final else None
    return SIM_BY_ERROR.get(code_number, "failure") if code_number is not None else "failure"


def _field(answer: AtAnswer, prefix: str, index: int) -> int | None:
    line = answer.line(prefix) if answer.ok else None
    arguments = arguments_of(line) if line else []
    return to_int(arguments[index]) if index < len(arguments) else None
