"""A driver's profile is ordered at a real SM-DP+ by the operator, on the word of the car maker's cloud."""

from __future__ import annotations

import stat
from dataclasses import replace

import pytest
from chain_bench import EID, HANA_LINE, OTHER_EID, OTHER_VIN, SORA, SORA_LINE, Chain
from cloud_bench import HANA

from cloud.carrier.es2_client import Es2Client, SmdpPlace
from cloud.odsa.messages import ServiceStatus
from cloud.smdp.es2 import download_order
from cloud.smdp.progress import Point, tell
from cloud.smdp.rules.orders import State
from core.demo import demo_data
from core.errors import BenchError
from core.faults import HTTP_KINDS
from core.randomness import SystemRandomness
from core.rsp.activation_code import ActivationCode

ICCID = demo_data()["profiles"][0]["iccid"]


def test_the_profile_is_ordered_once_for_the_cards_eid(chain: Chain) -> None:
    first = chain.car(HANA).look(EID)
    code = ActivationCode.parse(first["activation_code"])
    order = chain.order(ICCID)
    assert (order.state, order.eid, order.matching_id) == (State.RELEASED, EID, code.matching_id)
    assert (code.smdp_address, first["smdp_port"]) == (chain.smdp.smdp_address, chain.smdp.address[1])
    for server in (chain.carrier_server, chain.cloud_server):
        server.stop()
        server.start()
    assert chain.car(HANA).look(EID) == first, "also after a restart"
    assert stat.S_IMODE((chain.folder / "carrier" / "operator.pem").stat().st_mode) == 0o600


def test_nothing_is_ordered_before_a_card_is_named(chain: Chain) -> None:
    car = chain.car(HANA)
    body = car.look()
    assert (body["state"], body["smdp_port"], "activation_code" in body) == ("ready", chain.smdp.address[1], False)
    assert chain.order(ICCID).state is State.AVAILABLE
    assert car.look("12")["code"] == "request.invalid"


@pytest.mark.parametrize("state", [State.RELEASED, State.CONFIRMED, State.ERROR])
def test_a_refused_code_is_ordered_anew(chain: Chain, state: State) -> None:
    car = chain.car(HANA)
    first = car.look(EID)["activation_code"]
    chain.smdp.context.book.put(replace(chain.order(ICCID), state=state, expires_at=0.0))
    assert car.look(EID)["activation_code"] == first, "nobody said that it was refused"
    second = car.look(EID, refused=first)["activation_code"]
    assert second != first
    assert car.look(EID, refused=first)["activation_code"] == second, "the old one is history"
    assert (chain.order(ICCID).state, chain.order(ICCID).eid) == (State.RELEASED, EID)
    assert chain.order(ICCID).expires_at > chain.clock.timestamp()


def test_an_order_whose_answer_was_lost_is_taken_up_again(chain: Chain) -> None:
    download_order(chain.smdp.context, {"iccid": ICCID, "eid": EID})
    assert chain.car(HANA).look(EID)["activation_code"].startswith("LPA:1$")


def test_a_profile_on_its_way_to_the_card_keeps_its_code_and_another_card_gets_another(chain: Chain) -> None:
    car = chain.car(HANA)
    first = car.look(EID)["activation_code"]
    chain.smdp.context.book.put(replace(chain.order(ICCID), state=State.DOWNLOADED))
    assert car.look(EID, refused=first)["activation_code"] == first
    other = chain.car(HANA, OTHER_VIN).look(OTHER_EID)
    assert other["activation_code"] not in ("", first)
    assert other["iccid"] != ICCID


def test_a_card_that_is_gone_took_its_profile_with_it(chain: Chain) -> None:
    car = chain.car(HANA)
    code = car.look(EID)["activation_code"]
    chain.smdp.context.book.put(replace(chain.order(ICCID), state=State.INSTALLED))
    assert car.report(ICCID).get_json()["state"] == "active"
    again = car.look(EID, refused=code)
    assert (again["state"], again["iccid"] == ICCID, again["activation_code"] == code) == ("ready", False, False)
    assert chain.order(again["iccid"]).eid == EID
    assert car.report(again["iccid"]).get_json()["state"] == "active"
    assert len(chain.carrier.registrations.of(HANA_LINE)) == 1


def test_an_smdp_that_is_away_is_told(chain: Chain) -> None:
    car = chain.car(HANA)
    chain.faults.set("smdp.server", "down")
    assert car.look(EID)["code"] == "esim.order_failed"
    chain.faults.set("smdp.server", "refuse", count=1)
    refused = car.look(EID)
    assert (refused["code"], refused["reason"]) == ("esim.order_refused", "3.7")
    chain.faults.clear()
    assert car.look(EID)["activation_code"]


def test_an_operator_under_another_ci_is_refused(chain: Chain) -> None:
    place = SmdpPlace(*chain.smdp.address, chain.smdp.smdp_address, chain.folder / "foreign")
    client = Es2Client(place, chain.folder / "other", clock=chain.clock, randomness=SystemRandomness())
    with pytest.raises(BenchError) as caught:
        client.call("downloadOrder", eid=EID, iccid=ICCID)
    assert caught.value.code == "esim.order_failed"


def test_the_smdp_tells_the_operator_that_the_profile_is_on_the_card(chain: Chain) -> None:
    chain.link(chain.app())
    seen = chain.car().look(EID)
    rows = chain.carrier.registrations.of(SORA_LINE)
    assert [row.status for row in rows] == [ServiceStatus.ACTIVATING]
    tell(chain.smdp.context, chain.order(seen["iccid"]), Point.DOWNLOAD)
    tell(chain.smdp.context, chain.order(seen["iccid"]), Point.INSTALLATION)
    chain.until(lambda: chain.carrier.registrations.of(SORA_LINE)[0].status is ServiceStatus.ACTIVATED)
    chain.car().report(seen["iccid"])
    assert len(chain.carrier.registrations.history(SORA_LINE)) == 1, "said twice, registered once"
    answer = chain.carrier_server.app.test_client().post(  # type: ignore[union-attr]
        "/gsma/rsp2/es2plus/handleDownloadProgressInfo", json={"notificationPointId": 4}
    )
    assert answer.status_code == 401, "from anybody else it is not believed"


@pytest.mark.parametrize("port", ["cloud.carrier", "carrier.server", "smdp.server"])
def test_whatever_call_fails_asking_again_gives_one_registration_and_one_order(chain: Chain, port: str) -> None:
    """Each call on the way fails once, or acts and its answer is lost, as a kill between two writes looks."""
    chain.link(chain.app())
    car = chain.car()
    kinds = {"cloud.carrier": HTTP_KINDS, "carrier.server": ("down",), "smdp.server": ("down", "refuse")}[port]
    operations = {
        "cloud.carrier": ("ManageSubscription", "AcquireConfiguration", "ManageService", "/oauth/token"),
        "carrier.server": ("/entitlement", "/oauth/token"),
        "smdp.server": ("downloadOrder", "confirmOrder"),
    }[port]
    for operation in operations:
        for kind in kinds:
            chain.clock.advance(4000)  # tokens are to be renewed, too
            car.token = str(chain.cloud.car_tokens(SORA)["access_token"])
            chain.faults.set(port, kind, count=1, match=operation)
            seen = car.look(EID)
            if seen.get("iccid"):
                car.report(seen["iccid"])
            chain.faults.clear()
            car.token = str(chain.cloud.car_tokens(SORA)["access_token"])
            car.set_up()
            rows = chain.carrier.registrations.of(SORA_LINE)
            assert [row.status for row in rows] == [ServiceStatus.ACTIVATED], (operation, kind)
    assert [entry.kind for entry in chain.carrier.registrations.history(SORA_LINE)] == ["registered"]
    book = chain.smdp.context.book
    ordered = [one["iccid"] for one in demo_data()["stock"] if chain.order(one["iccid"]).state is not State.AVAILABLE]
    assert len(ordered) == 1, book
