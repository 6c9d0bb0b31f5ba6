"""The fixtures of the cloud's tests: time stands still, and every test has a first run's folder of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from carrier_bench import CarrierBench, make_carrier
from chain_bench import Chain
from cloud_bench import Bench, cheap_hashing, make_bench
from points_bench import Desk

from cloud.server import CloudServer
from core.brand import load_brand
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from core.settings import Settings


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 4, 1, 9, 0, tzinfo=UTC), rate=0)


@pytest.fixture(scope="session")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a first start leaves: keys, tables, the demonstration's people. Copying it is quicker."""
    folder = tmp_path_factory.mktemp("first") / "cloud"
    bench = make_bench(folder, Clock(datetime(2026, 4, 1, 8, 0, tzinfo=UTC), rate=0), seed=1)
    bench.services.context.database.close()
    return folder


@pytest.fixture
def bench(tmp_path: Path, clock: Clock, first_run: Path) -> Iterator[Bench]:
    made = make_bench(shutil.copytree(first_run, tmp_path / "cloud"), clock, seed=7)
    yield made
    made.services.context.database.close()


@pytest.fixture(scope="session")
def first_carrier_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for the operator."""
    folder = tmp_path_factory.mktemp("first") / "carrier"
    make_carrier(folder, Clock(datetime(2026, 4, 1, 8, 0, tzinfo=UTC), rate=0), seed=1).close()
    return folder


@pytest.fixture
def carrier(tmp_path: Path, clock: Clock, first_carrier_run: Path) -> Iterator[CarrierBench]:
    made = make_carrier(shutil.copytree(first_carrier_run, tmp_path / "carrier"), clock)
    yield made
    made.close()


@pytest.fixture(scope="session")
def first_chain_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folders of SM-DP+, operator and cloud after a first start: certificates take a while."""
    folder = tmp_path_factory.mktemp("first_chain")
    Chain(folder, Clock(datetime(2026, 4, 1, 8, 0, tzinfo=UTC), rate=0)).close()
    return folder


@pytest.fixture
def chain(tmp_path: Path, clock: Clock, first_chain_run: Path) -> Iterator[Chain]:
    made = Chain(shutil.copytree(first_chain_run, tmp_path / "chain"), clock)
    yield made
    made.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def make_server(tmp_path: Path) -> Iterator[Callable[..., CloudServer]]:
    """Servers on real sockets, in one folder unless told otherwise; stopped at the end."""
    servers: list[CloudServer] = []

    def make(**more: Any) -> CloudServer:
        clock = more.pop("clock", None) or Clock()
        handed: dict[str, Any] = {
            "folder": tmp_path / "cloud",
            "clock": clock,
            "events": EventLog(clock),
            "faults": Faults(),
            "randomness": SystemRandomness(),
            "settings": Settings(),
            "brand": load_brand("bmw"),
            "hashing": cheap_hashing(),
            **more,
        }
        server = CloudServer(**handed)
        servers.append(server)
        return server

    yield make
    for server in servers:
        server.stop()
