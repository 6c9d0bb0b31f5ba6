"""What the modem's face gives: plain values, no behaviour."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

ProfileState = Literal["enabled", "disabled"]
RegistrationState = Literal["home", "roaming", "searching", "denied", "idle", "unknown"]
SimStatus = Literal["ready", "pin", "puk", "busy", "absent", "failure"]
CallState = Literal["active", "held", "dialling", "alerting", "incoming", "waiting"]
CallEnd = Literal[
    "normal",
    "busy",
    "rejected",
    "no_answer",
    "unknown_number",
    "elsewhere",
    "line_in_use",
    "not_allowed",
    "preempted",
    "far_end_lost",
    "no_service",
    "unknown",
]
"""Why a call ended. `elsewhere`: another device of the number took it; `line_in_use`: another one is in a call;
`preempted`: an emergency call of another one came first; `far_end_lost`: the other side lost its network,
`no_service`: this side."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the modem is (TS 27.007 §5.1 to §5.4)."""

    manufacturer: str
    model: str
    revision: str
    imei: str


@dataclass(frozen=True, slots=True)
class SimState:
    """The SIM as the modem sees it; `absent` also when no profile of an eUICC is enabled."""

    status: SimStatus
    iccid: str | None = None
    imsi: str | None = None


@dataclass(frozen=True, slots=True)
class Signal:
    """Strength in dBm, quality in dB, `bars` 0 to 4; None where the modem does not know."""

    rssi_dbm: int | None = None
    rsrp_dbm: int | None = None
    rsrq_db: float | None = None
    bars: int | None = None


@dataclass(frozen=True, slots=True)
class Operator:
    """`name` as the network calls itself, `plmn` 5 or 6 digits, `technology` GSM, UMTS, LTE or NR; empty if none."""

    name: str = ""
    plmn: str = ""
    technology: str = ""


@dataclass(frozen=True, slots=True)
class Registration:
    """`tac` and `cell` are hexadecimal digits as the network sent them, empty when unknown."""

    state: RegistrationState = "unknown"
    technology: str = ""
    tac: str = ""
    cell: str = ""

    @property
    def registered(self) -> bool:
        """True at home and abroad."""
        return self.state in ("home", "roaming")


@dataclass(frozen=True, slots=True)
class EuiccInfo:
    """EID and EUICCInfo2. `free_nvm` is bytes; `ci_pkids` are the trusted issuers' key identifiers in hex."""

    eid: str
    svn: str = ""
    profile_version: str = ""
    firmware: str = ""
    free_nvm: int | None = None
    ci_pkids: tuple[str, ...] = ()
    forbidden_rules: tuple[int, ...] = ()
    accreditation: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """One profile on the card. `aid` is hex; `profile_class` test, provisioning or operational."""

    iccid: str
    aid: str
    state: ProfileState
    nickname: str = ""
    provider: str = ""
    name: str = ""
    profile_class: str = "operational"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Servers that the card names: `default_smdp` may be empty (SGP.22 §5.7.3)."""

    default_smdp: str = ""
    root_smds: str = ""


@dataclass(frozen=True, slots=True)
class Notification:
    """A report that waits on the card for its server; `operation` install, enable, disable or delete."""

    sequence: int
    operation: str
    address: str
    iccid: str | None = None


@dataclass(frozen=True, slots=True)
class VoiceCall:
    """A call as +CLCC lists it (TS 27.007 §7.18). `number` is empty when withheld, `index` 1 to 7."""

    index: int
    outgoing: bool
    state: CallState
    number: str = ""
    conference: bool = False


@dataclass(frozen=True, slots=True)
class ModemEvent:
    """News from the line: `ring`, `waiting` (a second call), `call_ended`, `sim`, `registration`, `message`,
    `restarted`, `gone`, `other`."""

    kind: str
    data: dict[str, Any] = field(default_factory=dict)
