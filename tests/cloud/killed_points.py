"""Mynapoint that a test kills: `python killed_points.py FOLDER`. Tells its address, then each SMS, as JSON lines."""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

from cloud.identity.hashing import PasswordHashing
from cloud.points.server import PointsServer
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from core.settings import Settings


class Printed:
    def send(self, msisdn: str, sender: str, text: str, kind: str) -> None:
        print(json.dumps({"to": msisdn, "text": text}), flush=True)


folder = Path(sys.argv[1])
clock = Clock()
server = PointsServer(
    folder=folder / "points",
    jpki=folder / "jpki",
    clock=clock,
    events=EventLog(clock),
    faults=Faults(),
    randomness=SystemRandomness(),
    settings=Settings(),
    hashing=PasswordHashing(time_cost=1, memory_cost=8, parallelism=1),
)
base = server.start()
server.services.sms.connect(Printed())
print(json.dumps({"address": base}), flush=True)
threading.Event().wait()
