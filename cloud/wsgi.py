"""For a cloud of several processes: `gunicorn 'cloud.wsgi:application()'`, set up by environment variables.

ONEBENCH_CLOUD_FOLDER (keys, and the database unless a URL is given), ONEBENCH_PUBLIC_URL (the issuer; both required),
ONEBENCH_DATABASE_URL (PostgreSQL when several machines serve), ONEBENCH_BRAND (default bmw).
"""

from __future__ import annotations

import os
from pathlib import Path

from flask import Flask

from cloud.app import create_app
from core.brand import load_brand
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from core.settings import Settings


def application() -> Flask:
    """The application of one process. Raises `cloud.not_configured` when a required variable is missing."""
    folder, issuer = os.environ.get("ONEBENCH_CLOUD_FOLDER"), os.environ.get("ONEBENCH_PUBLIC_URL")
    if not folder or not issuer:
        raise BenchError("cloud.not_configured", needed="ONEBENCH_CLOUD_FOLDER, ONEBENCH_PUBLIC_URL")
    Path(folder).mkdir(parents=True, exist_ok=True, mode=0o700)
    clock = Clock()
    return create_app(
        folder=Path(folder),
        clock=clock,
        events=EventLog(clock, Path(folder) / f"events-{os.getpid()}.jsonl"),
        faults=Faults(),
        randomness=SystemRandomness(),
        settings=Settings(),
        brand=load_brand(os.environ.get("ONEBENCH_BRAND", "bmw")),
        issuer=issuer,
        database_url=os.environ.get("ONEBENCH_DATABASE_URL"),
    )
