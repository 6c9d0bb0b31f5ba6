"""Questions about the modem, its SIM and its network, and what is tried where a modem knows no standard command."""

from __future__ import annotations

from core.rsp.iccid import unswap_digits
from firmware_bridge import status
from firmware_bridge.at.command import AtCommand
from firmware_bridge.at.values import after_prefix, arguments_of, to_int, unquote
from firmware_bridge.card_access import Run, require
from firmware_bridge.types import Identity, Operator, Registration, Signal, SimState

REGISTRATION_QUERIES = ("+CEREG", "+CREG")
"""LTE and NR first, then GSM and UMTS; both with area, cell and technology (level 2)."""
ICCID_COMMANDS = ("AT+CRSM=176,12258,0,0,10", "AT+CCID", "AT+QCCID", "AT+CICCID", "AT+ICCID")
"""The standard's way to EF.ICCID, then makers' own."""
ICCID_PREFIXES = ("+CRSM", "+CCID", "+QCCID", "+ICCID")


class Questions:
    """Asks, and remembers what this modem does not know. Raises `modem.gone`, and where said `modem.silent|refused`."""

    def __init__(self, run: Run, timeout: float) -> None:
        self._run = run
        self._timeout = timeout
        self._extended_signal = True
        self._iccid_command: str | None = None
        self.registration_notices = False
        """Whether this modem was asked to tell changes of its registration; it forgets that when it restarts."""

    def identity(self) -> Identity:
        """Maker, model, revision and IMEI."""
        texts = [self._bare(name) for name in ("+CGMI", "+CGMM", "+CGMR", "+CGSN")]
        return Identity(texts[0], texts[1], texts[2], texts[3])

    def imei(self) -> str:
        """The IMEI alone; empty when the modem does not tell."""
        return self._bare("+CGSN")

    def sim(self) -> SimState:
        """State of the SIM with its numbers where they can be read."""
        state = status.parse_sim_status(self._run(self._command("AT+CPIN?")))
        if state not in ("ready", "pin", "puk"):
            return SimState(state)
        imsi = None
        if state == "ready":
            answer = self._run(self._command("AT+CIMI"))
            imsi = answer.line("+CIMI") if answer.ok else None
        return SimState(state, self._iccid(), arguments_of(imsi)[0] if imsi else None)

    def signal(self) -> Signal:
        """Strength and quality now."""
        csq = require(self._run(self._command("AT+CSQ")))
        cesq = self._run(self._command("AT+CESQ")) if self._extended_signal else None
        if cesq is not None and not cesq.ok and cesq.failure is None:
            self._extended_signal = False  # an older modem
        return status.parse_signal(csq, cesq)

    def operator(self) -> Operator:
        """The network in use; empty texts when there is none."""
        by_name = self._run(self._command("AT+COPS=3,0;+COPS?"))
        by_number = self._run(self._command("AT+COPS=3,2;+COPS?"))
        return status.parse_operator(by_name, by_number)

    def registration(self) -> Registration:
        """Registration with LTE or NR, else with the older networks."""
        if not self.registration_notices:
            self.registration_notices = True
            for prefix in REGISTRATION_QUERIES:
                self._run(self._command(f"AT{prefix}=2"))
        found = Registration()
        for prefix in REGISTRATION_QUERIES:
            answer = self._run(self._command(f"AT{prefix}?"))
            if answer.ok:
                now = status.parse_registration(answer, prefix)
                if now.registered:
                    return now
                found = now if found.state == "unknown" else found
        return found

    def _iccid(self) -> str | None:
        for text in (self._iccid_command,) if self._iccid_command else ICCID_COMMANDS:
            answer = self._run(AtCommand(text, self._timeout, ICCID_PREFIXES))
            arguments = arguments_of(answer.lines[-1]) if answer.ok and answer.lines else []
            digits = _digits_of_file(arguments) if "+CRSM" in text else "".join(arguments[-1:]).rstrip("Ff")
            if digits.isdigit():
                self._iccid_command = text
                return digits
        return None

    def _bare(self, name: str) -> str:
        answer = self._run(self._command(f"AT{name}"))
        line = answer.line(name) if answer.ok else None
        return unquote(after_prefix(line)) if line else ""  # a maker's name may hold a comma

    def _command(self, text: str) -> AtCommand:
        return AtCommand(text, timeout=self._timeout)


def _digits_of_file(arguments: list[str]) -> str:
    """ICCID in `+CRSM: 144,0,"98…"`; empty if the card refused."""
    if len(arguments) < 3 or to_int(arguments[0]) not in (144, 145):
        return ""
    try:
        return unswap_digits(bytes.fromhex(arguments[2]))
    except ValueError:
        return ""
