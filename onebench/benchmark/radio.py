"""A call to a number with several devices: how far apart they ring and how soon the others stop."""

from __future__ import annotations

import os
import queue
import select
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from core.settings import Settings
from onebench.benchmark.figures import Figure

CALLS = 40
BAR_MS = 200.0
"""Issue 6: phone, car and watch ring within 200 ms of each other (p95)."""
LINE, PHONE, CAR, WATCH = "09000001234", "001010000000901", "001010000000001", "001010000000801"
PATIENCE = 10.0


def run() -> tuple[list[Figure], dict[str, Any]]:
    """95th percentiles in milliseconds over `CALLS` calls; the car is heard on its modem's serial line."""
    measured = measure()
    return [
        Figure("ring: first to last of three devices, p95", measured["ring_p95_ms"], "ms", bar=BAR_MS),
        Figure("answered: until all others stopped, p95", measured["stop_p95_ms"], "ms", bar=BAR_MS),
    ], measured


def measure() -> dict[str, float]:
    """`ring_p95_ms`, `stop_p95_ms` and how many `calls` they are of."""
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder))


def _measure(folder: Path) -> dict[str, float]:
    from cloud.network.rules.subscribers import ListedHlr, Subscriber
    from cloud.network.server import RadioServer
    from core.radio import CallEvent, RadioClient
    from firmware_bridge import VirtualModem, open_modem
    from firmware_bridge.virtual.radio_network import RadioNetwork

    clock = Clock()
    parts: dict[str, Any] = {"clock": clock, "events": EventLog(clock), "faults": Faults()}
    hlr = ListedHlr([Subscriber(PHONE, LINE), Subscriber(CAR, LINE, "car"), Subscriber(WATCH, LINE, "watch")])
    network = RadioServer(
        randomness=SystemRandomness(), settings=Settings(), folder=folder / "network", hlr=hlr, **parts
    )
    address = network.start()
    radio = RadioNetwork(address, **parts)
    modem = VirtualModem(folder=folder / "modem", randomness=SystemRandomness(), core=radio, **parts)
    path = modem.start()
    face = open_modem(path, settings=Settings(), **parts)
    face.enable("8981000000000000011")
    face.wait_registered(PATIENCE)
    face.close()
    heard: queue.Queue[tuple[float, str, CallEvent]] = queue.Queue()
    clients = {}
    for kind, imsi in (("phone", PHONE), ("watch", WATCH)):
        client = RadioClient(address, imsi=imsi, kind=kind, name=kind, **parts)
        client.on_call = lambda event, kind=kind: heard.put((time.perf_counter(), kind, event))
        client.connect()
        client.wait_settled(PATIENCE)
        clients[kind] = client
    line = os.open(path, os.O_RDWR | os.O_NOCTTY)
    try:
        spreads, stops = [], []
        for _ in range(CALLS):
            call = network.call_in("0300001000", LINE)
            car = _said(line, b"RING")
            offers = [heard.get(timeout=PATIENCE) for _ in clients]
            times = [car, *(at for at, _, _ in offers)]
            spreads.append(1000 * (max(times) - min(times)))
            phone = next(event for _, kind, event in offers if kind == "phone")
            begun = time.perf_counter()
            clients["phone"].answer(phone.line)
            after = [_said(line, b"NO CARRIER")]
            while len(after) < 2:
                at, kind, event = heard.get(timeout=PATIENCE)
                if kind == "watch" and event.state == "ended":
                    after.append(at)
            stops.append(1000 * (max(after) - begun))
            network.end_call(call)
            _until(heard, lambda kind, event: kind == "phone" and event.state == "ended")
        return {"ring_p95_ms": p95(spreads), "stop_p95_ms": p95(stops), "calls": CALLS}
    finally:
        os.close(line)
        modem.stop()
        radio.close()
        for client in clients.values():
            client.close()
        network.stop()
        clock.close()


def _said(line: int, word: bytes) -> float:
    """When the serial line said `word`."""
    data = b""
    while word not in data:
        if not select.select([line], [], [], PATIENCE)[0]:
            raise TimeoutError(f"no {word!r} in {data!r}")
        data += os.read(line, 4096)
    return time.perf_counter()


def _until(heard: queue.Queue[Any], wanted: Callable[[str, Any], bool]) -> None:
    while True:
        _, kind, event = heard.get(timeout=PATIENCE)
        if wanted(kind, event):
            return


def p95(values: list[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(values)[int(0.95 * (len(values) - 1))]
