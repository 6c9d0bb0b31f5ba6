"""Keeps `None`, `True` and `False` alive on Python 3.11, where PySide6 6.12 gives away references that it does not own.

Measured with PySide6 6.12.0 on CPython 3.11: each `Signal.emit` takes one reference of `True`, each method without a
result one of `None`; after some hundred calls the interpreter aborts ("deallocating None"). From 3.12 on these objects
are immortal (PEP 683) and nothing is lost. Here they get the same: a count that never comes near zero.
"""

from __future__ import annotations

import ctypes
import sys

ENOUGH = 1 << 40  # a million lost references a second would take twelve days


def make_lasting() -> None:
    """Raise the three reference counts, once; nothing on Python 3.12 and later."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for thing in (None, True, False):
        # The count is the first word of every object (PyObject.ob_refcnt).
        count = ctypes.c_ssize_t.from_address(id(thing))
        if count.value < ENOUGH // 2:
            count.value += ENOUGH
