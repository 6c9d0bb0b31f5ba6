"""An operator that a test kills: `python killed_site.py FOLDER`. Tells its address, then each SMS, as JSON lines."""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

from carrier_bench import cheap_carrier_hashing

from cloud.carrier.server import CarrierServer
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from core.settings import Settings


class Printed:
    def send(self, msisdn: str, sender: str, text: str, kind: str) -> None:
        print(json.dumps({"to": msisdn, "text": text}), flush=True)


clock = Clock()
server = CarrierServer(
    folder=Path(sys.argv[1]),
    clock=clock,
    events=EventLog(clock),
    faults=Faults(),
    randomness=SystemRandomness(),
    settings=Settings(),
    hashing=cheap_carrier_hashing(),
)
base = server.start()
server.services.sms.connect(Printed())
print(json.dumps({"address": base}), flush=True)
threading.Event().wait()
