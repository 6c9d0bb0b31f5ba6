"""The vehicle cloud orders a driver's profile at a real SM-DP+ over HTTPS with the operator's certificate."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cloud_bench import Bench, cheap_hashing

from cloud.app import create_app
from cloud.smdp.rules.orders import State
from cloud.smdp.server import SmdpServer
from cloud.vehicles.es2_client import SmdpPlace
from core.brand import load_brand
from core.clock import Clock
from core.demo import demo_data
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from core.rsp.activation_code import ActivationCode
from core.settings import Settings

VIN = "WBYBENCH500000000"
ESIM = f"/api/vehicles/{VIN}/esim"
ICCID = demo_data()["profiles"][0]["iccid"]
EID = demo_data()["car"]["eid"]
OTHER_EID = "89081000000000000000000000000209"


@pytest.fixture
def smdp(tmp_path: Path, clock: Clock) -> Iterator[SmdpServer]:
    server = SmdpServer(
        folder=tmp_path / "smdp",
        pki_folder=tmp_path / "pki",
        clock=clock,
        events=EventLog(clock),
        faults=Faults(),
        randomness=SystemRandomness(),
    )
    server.start()
    yield server
    server.stop()


@pytest.fixture
def make(tmp_path: Path, clock: Clock, smdp: SmdpServer) -> Iterator[Callable[[], Bench]]:
    """A cloud that orders at that SM-DP+; each is a new process on the same folder."""
    made: list[Bench] = []

    def start() -> Bench:
        events, faults, settings = EventLog(clock), Faults(), Settings()
        app = create_app(
            folder=tmp_path / "cloud",
            clock=clock,
            events=events,
            faults=faults,
            randomness=SystemRandomness(),
            settings=settings,
            brand=load_brand("bmw"),
            issuer="http://127.0.0.1:8444",
            hashing=cheap_hashing(),
            smdp=SmdpPlace(*smdp.address, smdp.smdp_address, tmp_path / "pki"),
        )
        made.append(Bench(app, clock, events, faults, settings))
        return made[-1]

    yield start
    for one in made:
        one.services.context.database.close()


@pytest.fixture
def cloud(make: Callable[[], Bench]) -> Bench:
    return make()


def ask(bench: Bench, eid: str = EID, refused: str = "") -> dict[str, str]:
    token = bench.car_tokens()["access_token"]
    bench.api("PUT", f"/api/vehicles/{VIN}/users/me", token)
    return bench.api("GET", f"{ESIM}?eid={eid}" + (f"&refused={refused}" if refused else ""), token).get_json()


def test_the_profile_is_ordered_once_for_the_cards_eid(
    make: Callable[[], Bench], smdp: SmdpServer, tmp_path: Path
) -> None:
    first = ask(make())
    code = ActivationCode.parse(first["activation_code"])
    order = smdp.context.book.get(ICCID)
    assert order is not None
    assert (order.state, order.eid, order.matching_id) == (State.RELEASED, EID, code.matching_id)
    assert (code.smdp_address, first["smdp_port"]) == (smdp.smdp_address, smdp.address[1])
    assert ask(make()) == first, "also after a restart"
    assert stat.S_IMODE((tmp_path / "cloud" / "operator.pem").stat().st_mode) == 0o600


def test_nothing_is_ordered_before_a_card_is_named(cloud: Bench, smdp: SmdpServer) -> None:
    token = cloud.car_tokens()["access_token"]
    cloud.api("PUT", f"/api/vehicles/{VIN}/users/me", token)
    body = cloud.api("GET", ESIM, token).get_json()
    assert (body["state"], body["smdp_port"], "activation_code" in body) == ("ready", smdp.address[1], False)
    order = smdp.context.book.get(ICCID)
    assert order is not None
    assert order.state is State.AVAILABLE
    assert cloud.api("GET", f"{ESIM}?eid=12", token).get_json()["code"] == "request.invalid"


@pytest.mark.parametrize("state", [State.RELEASED, State.CONFIRMED, State.ERROR])
def test_a_refused_code_is_ordered_anew(cloud: Bench, smdp: SmdpServer, state: State) -> None:
    first = ask(cloud)["activation_code"]
    order = smdp.context.book.get(ICCID)
    assert order is not None
    smdp.context.book.put(replace(order, state=state, expires_at=0.0))
    assert ask(cloud)["activation_code"] == first, "nobody said that it was refused"
    second = ask(cloud, refused=first)["activation_code"]
    assert second != first
    assert ask(cloud, refused=first)["activation_code"] == second, "the old one is history"
    order = smdp.context.book.get(ICCID)
    assert order is not None
    assert (order.state, order.eid) == (State.RELEASED, EID)
    assert order.expires_at > cloud.clock.timestamp()


def test_another_card_gets_an_order_of_its_own(cloud: Bench, smdp: SmdpServer) -> None:
    first = ask(cloud)["activation_code"]
    assert ask(cloud, OTHER_EID)["activation_code"] != first
    order = smdp.context.book.get(ICCID)
    assert order is not None
    assert order.eid == OTHER_EID


def test_an_order_whose_answer_was_lost_is_taken_up_again(cloud: Bench, smdp: SmdpServer) -> None:
    from cloud.smdp.es2 import download_order

    download_order(smdp.context, {"iccid": ICCID, "eid": EID})
    assert ask(cloud)["activation_code"].startswith("LPA:1$")


def test_a_profile_on_its_way_to_the_card_keeps_its_code_and_no_other_card_gets_it(
    cloud: Bench, smdp: SmdpServer
) -> None:
    first = ask(cloud)["activation_code"]
    order = smdp.context.book.get(ICCID)
    assert order is not None
    smdp.context.book.put(replace(order, state=State.DOWNLOADED))
    assert ask(cloud, refused=first)["activation_code"] == first
    assert ask(cloud, OTHER_EID)["code"] == "esim.order_refused"


def test_an_smdp_that_is_away_is_told(cloud: Bench, smdp: SmdpServer) -> None:
    smdp.stop()
    assert ask(cloud)["code"] == "esim.order_failed"
    smdp.start()
    assert ask(cloud)["activation_code"]


def test_an_operator_under_another_ci_is_refused(cloud: Bench, smdp: SmdpServer, tmp_path: Path) -> None:
    from cloud.vehicles.es2_client import Es2Client

    place = replace(SmdpPlace(*smdp.address, smdp.smdp_address, tmp_path / "foreign"))
    client = Es2Client(place, tmp_path / "other", clock=cloud.clock, randomness=SystemRandomness())
    with pytest.raises(BenchError) as caught:
        client.call("downloadOrder", eid=EID, iccid=ICCID)
    assert caught.value.code == "esim.order_failed"
