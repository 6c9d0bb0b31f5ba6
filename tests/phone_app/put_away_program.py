"""A phone whose log-in page is put away while it opens ("opening") or when it is there ("open"), then begun again: a
process of its own.

Of its own, since Chromium does not always survive being closed while it starts and begun again in the same process.
"""

import sys
from pathlib import Path

from core.ui.app import make_application, prepare_environment

prepare_environment(offscreen=True)
make_application()

from test_phone import Bench  # noqa: E402 - Qt reads the environment when it is loaded

moment, folder = sys.argv[1], Path(sys.argv[2])
bench = Bench(folder, "ja")
bench.start_cloud()
screen = bench.start_phone()
screen.tap("phone.home.mybmw")
screen.tap("phone.app.start.signIn")
screen.tap("phone.app.intro.continue")
if moment == "open":
    bench.until(lambda: screen.find("phone.web"))
bench.stop_phone()
screen = bench.start_phone()
for name in ("phone.home.mybmw", "phone.app.start.signIn", "phone.app.intro.continue"):
    screen.tap(name)
bench.until(lambda: "phone.web.login-email" in screen.ids())
bench.close()
print("put away", flush=True)
