"""A head unit in a process of its own, with a driver: says when it shows the code and when it is connected."""

from __future__ import annotations

import sys
from pathlib import Path

from core.ui.app import prepare_environment

prepare_environment(offscreen=True)

from bench_driver import driver_at  # noqa: E402

from onebench.sweep.rules import APP, CONNECTED, SHOWS_QR  # noqa: E402


def main() -> None:
    """`car_program.py FOLDER CLOUD AIR DISPLAY_PORT PKI`; PKI: the folder of the CI of card and cloud."""
    folder, cloud, air, port, pki = sys.argv[1:]
    host, _, air_port = air.rpartition(":")
    options = {
        "parts": frozenset({"car"}), "cloud_url": cloud, "air_address": (host, int(air_port)),
        "display_port": int(port), "pki": Path(pki),
    }  # fmt: skip
    with driver_at(Path(folder), **options) as driver:
        driver.go(SHOWS_QR, APP.rules)
        print("showing", flush=True)
        driver.go(CONNECTED, APP.rules)
        print("connected", driver.read("car.activeDriver.email"), flush=True)


main()
