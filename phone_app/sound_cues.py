"""Which of its brand's sounds an app makes when its screens change: few, so that each means something."""

from __future__ import annotations

CONFIRM, REFUSE = "confirm", "refuse"
DONE = frozenset({"approved", "welcome", "pinChanged"})
FAILED = frozenset({"codeProblem", "signInFailed", "esimProblem"})
LINKED = frozenset({"linked", "active"})


def cue_for(before: str, after: str, link: str) -> str:
    """The sound of a change from one screen to another; "" for silence. `link`: the state of the personal eSIM."""
    if before == after:
        return ""
    if after in DONE or (before == "esimChecking" and after not in FAILED and link in LINKED):
        return CONFIRM
    return REFUSE if after in FAILED else ""
