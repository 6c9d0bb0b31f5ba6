"""Posts ES2+ HandleDownloadProgressInfo to the operator (SGP.22 §5.3.5), on a thread of its own."""

from __future__ import annotations

import contextlib
import json
import queue
import threading
from pathlib import Path
from typing import Any

import urllib3

from core.events import current_cause
from core.http import CAUSE_HEADER
from core.randomness import Randomness, token
from core.store import JsonStore

PATH = "/gsma/rsp2/es2plus/handleDownloadProgressInfo"
KEY_FILE = "es2plus-progress.json"
WALL_TIMEOUT = 5.0
TRIES = 3


def load_progress_key(pki_folder: Path, randomness: Randomness) -> str:
    """What the SM-DP+ shows the operator: a secret beside the CI that both sides have (0600), made at first need."""
    store = JsonStore(pki_folder / KEY_FILE)
    key = store.load().get("key")
    if not isinstance(key, str):
        pki_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        key = token(randomness)
        store.save({"key": key})
    return key


class OperatorReport:
    """Hand it a report as `SmdpContext.on_progress`; it never waits. A report that cannot be delivered is dropped:
    what the car itself reports says the same.
    """

    def __init__(self, base_url: str, key: str) -> None:
        self._url = base_url.rstrip("/") + PATH
        self._key = key
        self._waiting: queue.Queue[tuple[dict[str, Any], str] | None] = queue.Queue()
        self._pool = urllib3.PoolManager(timeout=WALL_TIMEOUT, retries=False)
        threading.Thread(target=self._work, name="smdp-report", daemon=True).start()

    def __call__(self, report: dict[str, Any]) -> None:
        """Post this report, after those before it."""
        self._waiting.put((report, current_cause.get() or ""))

    def close(self) -> None:
        """Post what waits, then end."""
        self._waiting.put(None)

    def _work(self) -> None:
        while (item := self._waiting.get()) is not None:
            report, cause = item
            header = {"functionRequesterIdentifier": "smdp", "functionCallIdentifier": "handleDownloadProgressInfo"}
            body = json.dumps({"header": header, **report}).encode()
            headers = {
                "Authorization": f"Bearer {self._key}",
                "Content-Type": "application/json",
                "X-Admin-Protocol": "gsma/rsp/v2.1.0",
                CAUSE_HEADER: cause,
            }
            for _ in range(TRIES):
                with contextlib.suppress(urllib3.exceptions.HTTPError):
                    if self._pool.request("POST", self._url, body=body, headers=headers, redirect=False).status < 500:
                        break
