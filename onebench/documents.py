"""`make docs`: pages and pictures that the bench makes of itself, so that they cannot grow old unnoticed."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from core.paths import ASSETS
from core.ui.app import prepare_environment

DOCS = ASSETS.parent / "docs"
LANGUAGES = ("en", "ja")
JOURNEY = "bmw-car-app"
PICTURES = {
    "car-home": ("CAR-01", "car"),
    "car-qr": ("CAR-03b1", "car"),
    "phone-approve": ("phone.app.confirm.approve", "phone"),
    "car-pin": ("CAR-07", "car"),
    "car-setting-up": ("CAR-11", "car"),
    "car-connected": ("CAR-15a", "car"),
}
"""Name of a picture in the README → the guide row or the touched id of the step that shows it, and whose window."""


def draw_pictures(folder: Path) -> list[str]:
    """Walk the main journey in both languages and keep its pictures; the names of those that were not found."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    from onebench.journeys.library import load_journey
    from onebench.journeys.session import run_session
    from onebench.journeys.world_bench import open_world

    folder.mkdir(parents=True, exist_ok=True)
    missing = []
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as name:
            reports = Path(name)
            [result] = run_session(
                [load_journey(JOURNEY)], language, open_world, reports=reports, records=reports / "records", tell=print
            )
            for picture, (mark, actor) in PICTURES.items():
                files = [
                    shown.file
                    for step in result.steps
                    if not step.setup
                    if any(row.id.endswith(f"-{mark}") for row in step.rows) or f"tap {mark}" in step.actions
                    for shown in step.pictures
                    if shown.actor == actor
                ]
                if not files:
                    missing.append(f"{picture}-{language}")
                    continue
                image = QImage(str(reports / result.run_name / files[-1]))
                width = 960 if actor == "car" else 420
                image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation).save(
                    str(folder / f"{picture}-{language}.png")
                )
    return missing


def main() -> None:
    """Write all generated pages and pictures; exit status 1 when a picture could not be made."""
    prepare_environment(offscreen=True)
    from headunit.flow import diagram

    diagram.main()
    missing = draw_pictures(DOCS / "pictures")
    if missing:
        sys.exit(f"no picture of {', '.join(missing)}: did the journey {JOURNEY} change?")


if __name__ == "__main__":
    main()
