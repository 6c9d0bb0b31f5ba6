"""A profile by a typed activation code: for testers who have one of their own (SGP.22 §3.1.3, §4.1).

Touches are `submitActivationCode`, `answerOffer`, `submitConfirmationCode`, `enableProfile`, `keepDisabled`, `retry`,
`editCode`; all others are facts that the download and the card bring.
"""

from __future__ import annotations

from statemachine import State, StateChart


class ActivationChart(StateChart):
    """Where the code's profile stands. The steps of the section `activation` are these states."""

    catch_errors_as_events = False

    entering = State("entering", value="entering", initial=True)
    contacting = State("contacting", value="contacting")
    offered = State("offered", value="offered")
    confirming = State("confirming", value="confirming")
    installing = State("installing", value="installing")
    installed = State("installed", value="installed")
    enabling = State("enabling", value="enabling")
    done = State("done", value="done")
    failed = State("failed", value="failed")

    entering.to(contacting, event="codeUnderstood")
    contacting.to(offered, event="profileOffered")
    offered.to(contacting, event="offerAnswered")
    contacting.to(confirming, event="confirmationAsked")
    confirming.to(contacting, event="confirmationTyped")
    contacting.to(installing, event="blockWritten")
    for _state in (contacting, installing):
        _state.to(installed, event="profileInstalled")
    installed.to(enabling, event="enableProfile")
    installed.to(done, event="keepDisabled")
    enabling.to(done, event="profileEnabled")
    enabling.to(installed, event="activationFailed")
    for _state in (contacting, offered, confirming, installing):
        _state.to(failed, event="activationFailed")
    failed.to(contacting, event="codeUnderstood")
    for _state in (failed, done, installed):
        _state.to(entering, event="editCode")
    del _state  # the class would take it for one more state


WAITING_FOR_DRIVER = frozenset({"offered", "confirming"})
"""The server holds its session open, and the card its channel: who leaves the page answers "not now"."""
AT_REST = frozenset({"entering", "installed", "done", "failed"})
"""Nothing is under way."""
