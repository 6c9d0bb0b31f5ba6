"""Brings the Linguist files up to date with the texts in QML: `python -m core.ui.translations` after changing a text.

New texts come in as unfinished, vanished ones go out. A test fails while any text lacks its translation.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import PySide6

from core.ui.language import SOURCE_LANGUAGE, TRANSLATIONS, languages

PROJECT = Path(__file__).resolve().parents[2]
COLLECTOR = Path(PySide6.__file__).parent / ("lupdate.exe" if os.name == "nt" else "lupdate")
SOURCES = {
    "headunit": "headunit/qml",
    "phone": "phone_app/qml",
    "pc": "onebench/pc/qml",
    "accessory": "accessories/qml",
}
"""Each part with the folder of its QML; the kit has no texts of its own."""
COLLECT_TIMEOUT = 60  # wall seconds


def collect(part: str, language: str, target: Path) -> None:
    """Bring one Linguist file up to date. Without places in the files, so that moving a line changes nothing."""
    subprocess.run(  # noqa: S603 - the collector that came with Qt, on our own files
        [
            str(COLLECTOR),
            *("-silent", "-locations", "none", "-no-obsolete"),
            *("-source-language", SOURCE_LANGUAGE, "-target-language", language),
            str(PROJECT / SOURCES[part]),
            *("-ts", str(target)),
        ],
        check=True,
        capture_output=True,
        timeout=COLLECT_TIMEOUT,
    )


def main() -> None:
    """All parts in all their languages."""
    for part in SOURCES:
        for language in languages(part)[1:]:
            collect(part, language, TRANSLATIONS / f"{part}_{language}.ts")


if __name__ == "__main__":
    main()
