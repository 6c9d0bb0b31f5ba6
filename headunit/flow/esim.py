"""The personal eSIM of the active driver: from the cloud's word to a registered profile, every fact an event.

Stations (look.md): 0 prepared, 1 downloading, 2 installing, 3 activating, 4 connecting. Entering a state starts its
work (`headunit.features.esim`), and the fact that the work yields leads on. Sources: BMW-JP-CAR-10…15, domain.md §2.3.
"""

from __future__ import annotations

from typing import NamedTuple

from statemachine import State, StateChart


class EsimChart(StateChart):
    """Where the personal eSIM stands. `retryEsim` always reads the state back first."""

    catch_errors_as_events = False

    signed_out = State("signedOut", value="signedOut", initial=True)
    checking = State("checking", value="checking")
    not_activated = State("notActivated", value="notActivated")
    preparing = State("preparing", value="preparing")
    prepared = State("prepared", value="prepared")
    downloading = State("downloading", value="downloading")
    installing = State("installing", value="installing")
    activating = State("activating", value="activating")
    connecting = State("connecting", value="connecting")
    connected = State("connected", value="connected")
    not_connected = State("notConnected", value="notConnected")
    resting = State("resting", value="resting")
    failed = State("failed", value="failed")

    signed_out.to(checking, event="driverActive")
    checking.to(not_activated, event="esimNone")
    checking.to(connected, event="esimRunning")
    checking.to(connecting, event="esimEnabled")
    checking.to(preparing, event="esimReady")
    preparing.to(downloading, event="cardRead", cond="set_up_may_run")
    preparing.to(prepared, event="cardRead")
    prepared.to(downloading, event="setUpWanted")
    downloading.to(not_activated, event="esimNone")
    downloading.to(installing, event="profileLocated")
    installing.to(connecting, event="profileInstalled", cond="profile_is_enabled")
    installing.to(activating, event="profileInstalled")
    activating.to(connecting, event="profileEnabled")
    connecting.to(connected, event="registered")
    connected.to(not_connected, event="connectionLost")
    not_connected.to(connected, event="connectionBack")
    not_connected.to(checking, event="cardChanged")
    connected.to(checking, event="cardChanged")
    connected.to(checking, event="contractChanged")
    not_connected.to(checking, event="contractChanged")
    connected.to(resting, event="gaveWay")
    not_connected.to(resting, event="gaveWay")
    for _state in (checking, preparing, prepared, downloading, installing, activating, connecting):
        _state.to(failed, event="stepFailed")
    for _state in (not_activated, not_connected, resting, failed):
        _state.to(checking, event="retryEsim")
    for _state in (
        checking,
        not_activated,
        preparing,
        prepared,
        downloading,
        installing,
        activating,
        connecting,
        connected,
        not_connected,
        resting,
        failed,
    ):
        _state.to(signed_out, event="driverGone")
    del _state  # the class would take it for one more state


class Face(NamedTuple):
    """What the screens show of a state: the contract's `state`, the station 0-4 and the progress 0-1."""

    state: str
    station: int
    progress: float


FACES = {
    "signedOut": Face("signedOut", 0, 0.0),
    "checking": Face("checking", 0, 0.0),
    "notActivated": Face("notActivated", 0, 0.0),
    "preparing": Face("settingUp", 0, 0.05),
    "prepared": Face("settingUp", 0, 0.1),
    "downloading": Face("settingUp", 1, 0.25),
    "installing": Face("settingUp", 2, 0.45),
    "activating": Face("settingUp", 3, 0.65),
    "connecting": Face("settingUp", 4, 0.85),
    "connected": Face("connected", 4, 1.0),
    "notConnected": Face("notConnected", 4, 1.0),
    "resting": Face("notConnected", 4, 1.0),
    "failed": Face("failed", 0, 0.0),
}
"""Progress is the share of the stations that are behind; only the download tells how far it is, block by block."""
DOWNLOAD_SHARE = FACES["installing"].progress - FACES["downloading"].progress
