"""`make docs`: pages and pictures that the bench makes of itself, so that they cannot grow old unnoticed."""

from __future__ import annotations

import itertools
import sys
import tempfile
from pathlib import Path

from core.paths import ASSETS
from core.ui.app import prepare_environment

DOCS = ASSETS.parent / "docs"
LANGUAGES = ("en", "ja")
PICTURES = {
    "bmw-car-app": {
        "car-home": ("CAR-01", "car"),
        "car-qr": ("CAR-03b1", "car"),
        "phone-approve": ("phone.app.confirm.approve", "phone"),
        "car-pin": ("CAR-07", "car"),
        "car-setting-up": ("CAR-11", "car"),
        "car-connected": ("CAR-15a", "car"),
    },
    # By what is touched: the MINI guide is not printed in English.
    "mini-car-app": {
        "mini-app-menu": ("phone.app.profile.scan", "phone"),
        "mini-car-qr": ("phone.app.scanReady.start", "car"),
        "mini-app-sent": ("phone.app.done.close", "phone"),
        "mini-car-permissions": ("car.consents.enableAll", "car"),
        "mini-car-connected": ("car.mobileDevices.personalEsim", "car"),
    },
}
"""Journey → name of a picture in the README → the guide row or the touched id of the step that shows it, and whose
window."""
WIDTHS = {"bmw-car-app": 960, "mini-car-app": 540}
"""Pixels of the car's pictures; a phone's are as wide as the phone."""


def draw_pictures(folder: Path) -> list[str]:
    """Walk both brands' journeys in both languages and keep their pictures; the names of those not found."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    from onebench.journeys.library import load_journey
    from onebench.journeys.session import walk_alone
    from onebench.journeys.world_bench import open_world

    folder.mkdir(parents=True, exist_ok=True)
    missing = []
    for journey, language in itertools.product(PICTURES, LANGUAGES):
        with tempfile.TemporaryDirectory() as name:
            reports = Path(name)
            result = walk_alone(
                load_journey(journey), language, open_world, reports=reports, records=reports / "records", tell=print
            )
            for picture, (mark, actor) in PICTURES[journey].items():
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
                width = WIDTHS[journey] if actor == "car" else 420
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
        sys.exit(f"no picture of {', '.join(missing)}: did the journeys change?")


if __name__ == "__main__":
    main()
