"""Links an extension module's library before Python imports it, so that the import is short."""

from __future__ import annotations

import ctypes
import importlib.util
import os
from pathlib import Path

_OWN = ctypes.CDLL(None) if os.name == "posix" else None


def link(module: str, pattern: str) -> int:
    """Load the libraries of `module` that match `pattern` (in its folder) into the process; how many there were.

    An import does the same while it holds all of Python, 0.1 s for the largest; a foreign call holds nothing. The
    import that follows finds them there. Where this is not possible nothing happens, and the import takes its time.
    """
    spec = importlib.util.find_spec(module)
    if _OWN is None or spec is None:
        return 0
    libraries = [
        library
        for folder in spec.submodule_search_locations or ()
        for library in sorted(Path(folder).glob(pattern))
        if library.suffix == ".so"
    ]
    for library in libraries:
        _OWN.dlopen(os.fsencode(library), os.RTLD_NOW | os.RTLD_LOCAL)
    return len(libraries)
