"""What lies over the screens: a notice, a question, the telephone pop-up, a pairing. One at a time."""

from __future__ import annotations

from statemachine import State, StateChart


class OverlayChart(StateChart):
    """Which overlay is shown. Pop-ups that come while another one is up wait (`headunit.features.overlays`)."""

    catch_errors_as_events = False

    nothing = State("none", value="", initial=True)
    notice = State("notice", value="notice")
    confirm_remove = State("confirmRemove", value="confirmRemove")
    confirm_reset = State("confirmReset", value="confirmReset")
    telephony = State("telephony", value="telephony")
    pairing = State("pairing", value="pairing")

    nothing.to(notice, event="noticeGiven")
    notice.to.itself(event="noticeGiven")
    nothing.to(confirm_remove, event="removeDriver", cond="may_remove_driver", on="mark_driver_for_removal")
    nothing.to(confirm_reset, event="reset", cond="is_on_settings")
    nothing.to(telephony, event="telephonyOffered")
    nothing.to(pairing, event="pairingAsked")
    for _overlay in (notice, confirm_remove, confirm_reset, telephony):
        # A phone waits for an answer with a time limit: what is up can be opened again.
        _overlay.to(pairing, event="pairingAsked")

    notice.to(nothing, event="dismiss")
    notice.to(nothing, event="confirm")
    confirm_remove.to(nothing, event="confirm", on="remove_marked_driver")
    confirm_remove.to(nothing, event="dismiss")
    confirm_reset.to(nothing, event="confirm", on="reset_car")
    confirm_reset.to(nothing, event="dismiss")
    telephony.to(nothing, event="activateTelephony")
    telephony.to(nothing, event="declineTelephony")
    telephony.to(nothing, event="telephonyWithdrawn")
    pairing.to(nothing, event="confirmPairing", cond="pairing_is_over", on="reject_number")
    pairing.to(None, event="confirmPairing", on="confirm_number")
    pairing.to(nothing, event="rejectPairing", on="reject_number")
    pairing.to(nothing, event="dismiss", on="reject_number")
    pairing.to(nothing, event="pairingEnded")
    for _overlay in (notice, confirm_remove, confirm_reset):
        for _event in ("home", "back", "openBmwId", "openMobileDevices", "openTelephone", "openSettings"):
            _overlay.to(nothing, event=_event)
    del _overlay, _event  # the class would take them for states
