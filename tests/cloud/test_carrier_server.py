"""The operator on a real socket: starts again where it was, shows its faults, trusts no foreign name."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from carrier_bench import HANA, MIO, MIO_FORM, MIO_ID, MIO_PIN, CarrierBench, cheap_carrier_hashing, make_carrier
from sqlalchemy import update

from cloud.carrier.models import CarrierMeta, DAccountRow
from cloud.carrier.ports import PacketPlug
from cloud.carrier.rules.contracts import State
from cloud.carrier.server import CarrierServer
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from core.settings import Settings


@pytest.fixture
def make_carrier_server(tmp_path: Path) -> Iterator[Callable[..., CarrierServer]]:
    servers: list[CarrierServer] = []

    def make(**more: Any) -> CarrierServer:
        clock = Clock(datetime(2026, 4, 1, 9, 0, tzinfo=UTC), rate=0)
        handed: dict[str, Any] = {
            "folder": tmp_path / "carrier",
            "clock": clock,
            "events": EventLog(clock),
            "faults": Faults(),
            "randomness": SystemRandomness(),
            "settings": Settings(),
            "hashing": cheap_carrier_hashing(),
            **more,
        }
        server = CarrierServer(**handed)
        servers.append(server)
        return server

    yield make
    for server in servers:
        server.stop()


def test_a_restart_keeps_address_and_orders(make_carrier_server: Callable[..., CarrierServer]) -> None:
    server = make_carrier_server()
    first = server.start()
    receipt = server.services.contracts.place(MIO, MIO_FORM, "key")
    server.stop()
    server.stop()
    assert server.start() == first
    assert server.services.contracts.receipts(MIO) == [receipt]
    assert server.services.contracts.place(MIO, MIO_FORM, "key") == receipt


def test_two_processes_may_share_one_folder(make_carrier_server: Callable[..., CarrierServer]) -> None:
    one, other = make_carrier_server(), make_carrier_server(port=0)
    assert one.start() != other.start()
    receipt = one.services.contracts.place(MIO, MIO_FORM, "key")
    assert other.services.contracts.place(MIO, MIO_FORM, "key") == receipt
    for _ in range(2):
        with pytest.raises(BenchError):
            one.services.network_pins.check(HANA, "0001")
    with pytest.raises(BenchError, match=r"network_pin\.locked"):
        other.services.network_pins.check(HANA, "0002")


def test_it_answers_on_its_socket(make_carrier_server: Callable[..., CarrierServer]) -> None:
    address = make_carrier_server().start()
    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.urlopen(f"{address}/nothing-here", timeout=10)
    assert answer.value.code == 404
    assert "frame-ancestors 'none'" in answer.value.headers["Content-Security-Policy"]
    answer.value.close()


def test_without_a_demonstration_there_are_no_lines(tmp_path: Path, clock: Clock) -> None:
    bench = make_carrier(tmp_path, clock, demo=False)
    assert bench.services.lines.all() == []
    bench.close()


def test_the_demonstration_is_filled_in_once(carrier: CarrierBench) -> None:
    line = carrier.services.lines.get(MIO)
    assert line is not None
    assert line == carrier.services.lines.by_imsi(line.imsi)
    carrier.services.contracts.cancel_service(HANA)
    carrier.close()
    again = make_carrier(carrier.folder, carrier.clock)
    assert again.services.contracts.view(HANA).state is State.NONE, "who has cancelled stays cancelled"
    again.close()


def test_a_fault_in_the_middle_of_filling_is_made_good(tmp_path: Path, clock: Clock) -> None:
    bench = make_carrier(tmp_path, clock)
    lines = bench.services.lines.all()
    with bench.services.context.database.writing() as session:
        session.delete(session.get_one(CarrierMeta, "demo"))
        session.delete(session.get_one(DAccountRow, MIO_ID))
    bench.close()
    again = make_carrier(tmp_path, clock)
    assert again.services.lines.all() == lines
    assert again.services.d_accounts.of_line(MIO) is not None
    again.close()


def test_a_database_of_a_later_bench_is_left_alone(carrier: CarrierBench) -> None:
    with carrier.services.context.database.writing() as session:
        session.execute(update(CarrierMeta).where(CarrierMeta.key == "schema").values(value="99"))
    with pytest.raises(BenchError, match=r"storage\.newer"):
        make_carrier(carrier.folder, carrier.clock)


def test_maintenance_says_when_it_is_over(carrier: CarrierBench) -> None:
    carrier.faults.set("carrier.server", "maintenance", delay=900)
    page = carrier.client().get("/procedure")
    assert (page.status_code, page.headers["Retry-After"]) == (503, "900")
    told = carrier.client().post("/oauth/par")
    assert told.status_code == 503
    assert told.get_json() == {"error": "temporarily_unavailable", "code": "maintenance", "retry_after": 900}
    carrier.faults.clear()
    assert carrier.client().get("/nothing-here").status_code == 404


def test_down_is_503_for_people_and_programs(carrier: CarrierBench) -> None:
    carrier.faults.set("carrier.server", "down")
    assert carrier.client().get("/procedure").status_code == 503
    assert carrier.client().post("/oauth/token").get_json()["code"] == "down"


def test_a_foreign_host_name_is_refused(carrier: CarrierBench) -> None:
    answer = carrier.app.test_client().get("/procedure", headers={"Host": "evil.example"})
    assert answer.status_code == 400


def test_only_a_connected_network_knows_packet_sessions() -> None:
    class Gateway:
        def msisdn_of(self, session_token: str) -> str | None:
            return MIO if session_token == "good" else None

    plug = PacketPlug()
    assert plug.msisdn_of("good") is None
    plug.connect(Gateway())
    assert (plug.msisdn_of("good"), plug.msisdn_of("bad"), plug.msisdn_of(""), plug.msisdn_of(None)) == (
        MIO,
        *[None] * 3,
    )


def test_the_first_right_pin_replaces_the_public_mark(carrier: CarrierBench) -> None:
    carrier.services.network_pins.check(MIO, MIO_PIN)
    carrier.close()
    again = make_carrier(carrier.folder, carrier.clock)
    again.services.network_pins.check(MIO, MIO_PIN)
    again.close()
