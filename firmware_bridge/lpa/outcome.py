"""How an installation ended, as the card tells it: at once, or read back after the line broke (SGP.22 §2.5.6)."""

from __future__ import annotations

from core.errors import BenchError
from core.rsp import messages as m
from core.rsp import tlv
from core.rsp.messages_bpp import BppCommand, InstallError, InstallResultData
from firmware_bridge.euicc.apdu import CardError
from firmware_bridge.euicc.es10 import Es10
from firmware_bridge.euicc.es10_download import RESULT, read_result

INTERRUPTED = "esim.interrupted"
_CODES = {
    InstallError.ICCID_ALREADY_EXISTS: "esim.already_installed",
    InstallError.INSUFFICIENT_MEMORY: "esim.memory_full",
    InstallError.PPR_NOT_ALLOWED: "esim.ppr_not_allowed",
    InstallError.INTERRUPTION: INTERRUPTED,
}
MAY_TRY_AGAIN = (InstallError.INSUFFICIENT_MEMORY, InstallError.INTERRUPTION)
"""Reasons that say nothing against the package."""


def succeeded(result: InstallResultData) -> bool:
    """Whether the profile is on the card."""
    return result.result.success is not None


def may_try_again(result: InstallResultData) -> bool:
    """Whether the same package may still be written later."""
    failure = result.result.failure
    return failure is not None and failure.reason in MAY_TRY_AGAIN


def error_of(result: InstallResultData) -> BenchError:
    """The failure that `result` tells: `esim.already_installed`, `esim.memory_full`, `esim.ppr_not_allowed`,
    `esim.interrupted {cause, state}`, else `esim.install_failed {reason, step}`.
    """
    failure = result.result.failure
    number, step = (failure.reason, failure.command) if failure else (InstallError.UNKNOWN, -1)
    reason = InstallError(number).name.lower() if number in set(InstallError) else str(number)
    name = BppCommand(step).name.lower() if step in set(BppCommand) else str(step)
    code = _CODES.get(InstallError(number), "") if number in set(InstallError) else ""
    if code == INTERRUPTED:
        return BenchError(INTERRUPTED, cause=reason, state="absent", kept=False)
    return BenchError(code or "esim.install_failed", reason=reason, step=name, iccid=result.notification.iccid or "")


def read_back(es10: Es10, transaction_id: bytes) -> InstallResultData | None:
    """The card's own result of that transaction, if it has one; notifications of earlier ones are passed over."""
    for item in sorted(es10.notifications(), key=lambda item: -item.sequence):
        if m.Operation.INSTALL not in item.operation:
            continue
        try:
            raw = es10.retrieve_notification(item.sequence)
            if raw is None or tlv.read_head(raw)[0] != RESULT:
                continue
            result = read_result(raw)
        except (CardError, tlv.TlvError):
            continue
        if result.transaction_id == transaction_id:
            return result
    return None
