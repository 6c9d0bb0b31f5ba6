"""Car maker, operator and SM-DP+ in a process that a test kills: `python killed_town.py FOLDER`.

Tells its addresses, then each SMS, as JSON lines.
"""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

from chain_bench import Chain

from core.clock import Clock


class Printed:
    def send(self, msisdn: str, sender: str, text: str, kind: str) -> None:
        print(json.dumps({"to": msisdn, "text": text}), flush=True)


chain = Chain(Path(sys.argv[1]), Clock())
chain.carrier.sms.connect(Printed())
chain.carrier_server.introduce(chain.cloud_server.base_url, ["bmw"])
print(json.dumps({"cloud": chain.cloud_server.base_url, "carrier": chain.carrier_server.base_url}), flush=True)
threading.Event().wait()
