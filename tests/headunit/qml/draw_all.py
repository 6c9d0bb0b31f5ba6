"""Draws every situation into pictures to look at.

`python tests/headunit/qml/draw_all.py FOLDER [PART-OF-NAME] [BRAND]`
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[3]), str(Path(__file__).resolve().parent)]

from core.ui.app import make_application, prepare_environment  # noqa: E402

prepare_environment(offscreen=True)


def main() -> None:
    """One picture for each situation, language and light."""
    application = make_application()
    from car_situations import SITUATIONS
    from car_stage import CarStage
    from mini_situations import MINI_SITUATIONS

    folder = Path(sys.argv[1])
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    folder.mkdir(parents=True, exist_ok=True)
    brand = sys.argv[3] if len(sys.argv) > 3 else "bmw"
    stage = CarStage(brand=brand)
    situations = {"bmw": SITUATIONS, "mini": MINI_SITUATIONS}[brand]
    for language in ("ja", "en"):
        stage.speak(language)
        for light in ("night", "day"):
            stage.light(light)
            for name, situation in situations.items():
                if wanted in f"{name}.{language}.{light}":
                    stage.car.reset(**situation)
                    application.processEvents()
                    stage.window.grabWindow().save(str(folder / f"{name}.{language}.{light}.png"))
    stage.close()


if __name__ == "__main__":
    main()
