"""The start of the head unit alone, in a process of its own; prints when its first frame was shown.

`--brand NAME` is whose car it is. With `--memory` it stays until the car behind the screens is there and prints the
MiB it holds instead.
"""

import sys
import tempfile
import time
from pathlib import Path

from core import collector
from core.brand import load_brand
from core.ui.app import prepare_environment


def main() -> None:
    """Show the head unit as `onebench headunit` does and leave after its first frame."""
    collector.rest()
    prepare_environment()
    from headunit.early import begin_screens

    brand = sys.argv[sys.argv.index("--brand") + 1] if "--brand" in sys.argv else "bmw"
    early = begin_screens(load_brand(brand).car_view)
    from PySide6.QtGui import QGuiApplication

    from onebench.world import World
    from onebench.world_options import NONE, WorldOptions

    with tempfile.TemporaryDirectory() as folder:
        options = WorldOptions(
            data=Path(folder),
            brand=brand,
            modem=NONE,
            parts=frozenset({"car"}),
            cloud_url="http://127.0.0.1:9",
            air_address=("127.0.0.1", 9),
        )
        with World(options, early=early) as world:
            application = QGuiApplication.instance()
            assert application is not None
            assert world.car is not None

            def shown() -> None:
                print(time.perf_counter_ns(), flush=True)
                application.quit()

            def ready() -> None:
                from onebench.benchmark.memory import mebibytes

                print(mebibytes(), flush=True)
                application.quit()

            if "--memory" in sys.argv:
                world.car.ready.connect(ready)
            else:
                world.car.window.frameSwapped.connect(shown)
            application.exec()


if __name__ == "__main__":
    main()
