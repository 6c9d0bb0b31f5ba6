"""Turns the translators' files into what gettext reads, when they changed, so that nobody must run a tool."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

SITES = Path(__file__).resolve().parent
SOURCES = SITES.parent / "translations"
"""The words of the pages that every site has; a site of its own folder has its words there."""


def translation_directories(fallback: Path, *sites: str) -> str:
    """What Babel is configured with: the catalogues that all share and those of `sites` (folders beside this file)."""
    sources = [SOURCES, *(SITES / site / "translations" for site in sites)]
    return ";".join(str(compiled_catalogs(fallback / source.parent.name, source)) for source in sources)


def compiled_catalogs(fallback: Path, sources: Path = SOURCES) -> Path:
    """The folder with up-to-date `.mo` files: that of the sources, or `fallback` where it cannot be written."""
    try:
        _compile_into(sources, sources)
    except OSError:
        _compile_into(fallback, sources)
        return fallback
    return sources


def _compile_into(folder: Path, sources: Path) -> None:
    for source in sources.glob("*/LC_MESSAGES/*.po"):
        target = folder / source.relative_to(sources).with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        _compile(source, target)


def _compile(source: Path, target: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalog = read_po(file, locale=source.parent.parent.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "wb") as output:
            write_mo(output, catalog)
        Path(temporary).replace(target)  # another process may read or write it at this moment
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(temporary).unlink()
