"""Python's garbage collector during a start: it rests, and what the start made is never looked through again.

While modules are read the collector runs dozens of times over objects that all stay: 10 ms of the head unit's first
frame. Later each full collection would hold the Qt thread for as long again, and longer with each part that is loaded.
"""

import gc


def rest() -> None:
    """Collect nothing until `wake`: for a command that is about to start a bench."""
    gc.disable()


def wake() -> None:
    """Collect again, but nothing of what is there now; without effect when the collector did not rest."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
