"""Status words that the card's functions answer, and the faults they can be told to show."""

from __future__ import annotations

from core.faults import Fault, Faults

PORT = "modem.card"
KINDS = ("busy", "policy", "error", "certificate", "memory_full", "interrupted")
"""`busy` and `policy` for enable, disable, delete (reset: `busy`); `certificate` for authenticate; `memory_full` and
`interrupted` for load; `error` for all: the card answers 6F00."""

UNKNOWN_FUNCTION, WRONG_DATA, OUT_OF_ORDER, MEMORY_FAILURE, NOT_NOW = 0x6A88, 0x6A80, 0x6F00, 0x6581, 0x6985


class StatusWord(Exception):  # noqa: N818 - a status word is no error by name
    """The card answers this status word and no data."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(f"{status:04X}")


def take_fault(faults: Faults, operation: str, kinds: tuple[str, ...]) -> Fault | None:
    """The fault to show now, if it is one that `operation` can show; others stay for whom they are meant.

    Raises `StatusWord` for a card that is out of order.
    """
    active = faults.active(PORT)
    if active is None or active.kind not in (*kinds, "error"):
        return None
    fault = faults.take(PORT, operation)
    if fault is not None and fault.kind == "error":
        raise StatusWord(OUT_OF_ORDER)
    return fault
