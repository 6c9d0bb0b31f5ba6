"""From the app by the operator's consent to the car: every end of an association, and every order of its steps."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from chain_bench import CLIENT, EID, HANA_LINE, MIO_LINE, OTHER_EID, OTHER_VIN, SORA, SORA_LINE, Chain
from cloud_bench import HANA, KEN, MIO

from cloud.carrier.rules.contracts import Item
from cloud.odsa.messages import ServiceStatus

ACTIVATED, DEACTIVATED = ServiceStatus.ACTIVATED, ServiceStatus.DEACTIVATED


def test_phone_before_car(chain: Chain) -> None:
    app = chain.app()
    assert chain.state(app) | {"request": None} == {
        "state": "none",
        "operator": None,
        "number": None,
        "number_last4": None,
        "request": None,
        "reason": "not_linked",
    }
    begun = chain.activate(app).get_json()
    assert (begun["expires_in"], chain.state(app)["state"]) == (1800, "requested")
    assert chain.state(app)["request"] == {"id": begun["id"], "state": "open", "expires_in": 1800}
    back = chain.decide(begun["url"])
    for _ in range(2):  # a reload of the return page
        assert chain.come_back(back) == "mybmw://esim/association?result=linked"
    seen = chain.state(app)
    assert (seen["state"], seen["operator"], seen["number"], seen["request"]) == (
        "linked",
        "NTT DOCOMO",
        SORA_LINE,
        None,
    )
    asked = chain.cloud.api("GET", f"/api/esim/activation/{begun['id']}", app).get_json()
    assert asked == {"state": "linked", "reason": None}
    assert chain.carrier.registrations.of(SORA_LINE) == [], "no car yet"

    iccid = chain.car().set_up()
    assert chain.state(app)["state"] == "active"
    rows = chain.carrier.registrations.of(SORA_LINE)
    assert [(row.name, row.imei, row.eid, row.iccid, row.status) for row in rows] == [
        ("BMW", "bmw", EID, iccid, ACTIVATED)
    ]
    entries = chain.carrier.registrations.history(SORA_LINE)
    assert [(entry.kind, entry.name, entry.imei) for entry in entries] == [("registered", "BMW", "bmw")]
    assert rows[0].registered_at == chain.clock.timestamp()
    assert chain.order(iccid).eid == EID


def test_car_before_phone(chain: Chain) -> None:
    car = chain.car()
    seen = car.look(EID)
    assert (seen["state"], seen["reason"], "activation_code" in seen) == ("none", "not_linked", False)
    chain.link(chain.app())
    assert car.look()["state"] == "ready", "without waiting"
    car.set_up()


def test_the_demonstrations_drivers_are_linked_and_their_grants_are_taken_once(chain: Chain) -> None:
    assert not chain.carrier_server.demo_grants(CLIENT.client_id).exists()
    assert chain.state(chain.app(HANA))["number"] == HANA_LINE
    assert chain.car(HANA).look()["iccid"] == "8981000000000000011"
    assert chain.state(chain.app(MIO))["reason"] == "not_linked"


def test_a_car_maker_that_lost_its_database_finds_what_stands_at_the_operator(chain: Chain) -> None:
    ken = chain.app(KEN)
    assert chain.cloud.api("DELETE", "/api/esim/link", ken).status_code < 300
    chain.close()
    for path in (chain.folder / "cloud").glob("cloud.sqlite3*"):
        path.unlink()
    again = Chain(chain.folder, chain.clock)
    try:
        assert again.state(again.app(HANA))["number"] == HANA_LINE
        assert again.state(again.app(KEN))["state"] == "none", "who ended the link stays without"
        assert len(again.carrier.grants.of(HANA_LINE)) == 1, "no second association"
        assert not again.carrier_server.demo_grants(CLIENT.client_id).exists()
    finally:
        again.close()


def test_two_loads_of_the_return_page_at_once(chain: Chain) -> None:
    app = chain.app()
    back = chain.decide(chain.activate(app).get_json()["url"])
    with ThreadPoolExecutor(4) as loads:
        told = list(loads.map(chain.come_back, [back] * 4))
    assert set(told) == {"mybmw://esim/association?result=linked"}
    chain.told()
    assert chain.state(app)["state"] == "linked"


def test_two_requests_at_once_leave_one_association(chain: Chain) -> None:
    app = chain.app()
    backs = [chain.decide(chain.activate(app).get_json()["url"]) for _ in range(2)]
    for back in backs:
        assert chain.come_back(back).endswith("result=linked")
    assert len(chain.carrier.grants.of(SORA_LINE)) == 1
    assert chain.car().look()["state"] == "ready"


def test_refused(chain: Chain) -> None:
    app = chain.app()
    begun = chain.activate(app).get_json()
    back = chain.decide(begun["url"], None)
    assert chain.come_back(back) == "mybmw://esim/association?result=denied"
    assert chain.state(app)["request"]["state"] == "denied"
    chain.link(app)


def test_the_portal_has_its_own_way_back(chain: Chain) -> None:
    url = chain.activate(chain.app(), return_to="portal").get_json()["url"]
    assert chain.come_back(chain.decide(url)) == "/portal/bmw/esim?result=linked"


@pytest.mark.parametrize("form", [{"number_last4": "1111"}, {"number": "09000001111", "number_last4": None}])
def test_another_number_than_the_one_typed(chain: Chain, form: dict[str, str]) -> None:
    app = chain.app()
    begun = chain.activate(app, **form).get_json()
    told = chain.come_back(chain.decide(begun["url"]))
    assert told == "mybmw://esim/association?result=failed&reason=esim.number_mismatch"
    assert (chain.state(app)["state"], chain.state(app)["reason"]) == ("none", "esim.number_mismatch")
    assert chain.carrier.grants.of(SORA_LINE) == [], "the operator knows that it came to nothing"


def test_numbers_as_people_write_them(chain: Chain) -> None:
    app = chain.app()
    for number in ("０９０-００００　３４５６", "+81 90 0000 3456", "090(0000)3456"):
        url = chain.activate(app, number=number, number_last4=None).get_json()["url"]
        assert chain.come_back(chain.decide(url)).endswith("result=linked")
        assert chain.cloud.api("DELETE", "/api/esim/link", app).status_code == 200


BAD_FORMS: list[tuple[dict[str, Any], int, str]] = [
    ({"number_last4": "345"}, 422, "esim.number_invalid"),
    ({"number_last4": "34a6"}, 422, "esim.number_invalid"),
    ({"number_last4": ""}, 422, "esim.number_invalid"),
    ({"number_last4": "1" * 10_000}, 422, "esim.number_invalid"),
    ({"number_last4": None}, 422, "esim.number_invalid"),
    ({"number_last4": None, "number": "9000003456"}, 422, "esim.number_invalid"),
    ({"country": "DE"}, 400, "request.invalid"),
    ({"operator": "'; DROP TABLE"}, 400, "request.invalid"),
    ({"return_to": "https://evil.example"}, 400, "request.invalid"),
]


def test_bad_input(chain: Chain) -> None:
    app = chain.app()
    for form, status, code in BAD_FORMS:
        answer = chain.activate(app, **form)
        assert (answer.status_code, answer.get_json()["code"]) == (status, code), form


def test_an_expired_handle(chain: Chain) -> None:
    app = chain.app()
    begun = chain.activate(app).get_json()
    back = chain.decide(begun["url"])
    chain.clock.advance(1801)
    told = chain.come_back(back)
    assert told == "mybmw://esim/association?result=failed&reason=esim.handle_expired"
    asked = chain.cloud.api("GET", f"/api/esim/activation/{begun['id']}", chain.app()).get_json()
    assert asked["state"] == "expired"


def test_strange_answers_and_others_requests(chain: Chain) -> None:
    begun = chain.activate(chain.app()).get_json()
    for path in (
        "/association/return",
        "/association/return?state=x&code=y",
        "/association/return?error=access_denied",
    ):
        assert chain.cloud.client().get(path).status_code == 400
    other = chain.cloud.api("GET", f"/api/esim/activation/{begun['id']}", chain.app(HANA))
    assert (other.status_code, other.get_json()["code"]) == (404, "esim.request_unknown")
    back = re.sub("code=[^&]+", "code=stolen", chain.decide(begun["url"]))
    assert chain.come_back(back) == "mybmw://esim/association?result=failed&reason=carrier.grant_ended"


def test_linked_already(chain: Chain) -> None:
    answer = chain.activate(chain.app(HANA), number_last4="1234")
    assert (answer.status_code, answer.get_json()["code"]) == (409, "esim.already_linked")


def test_the_operator_is_away_or_in_maintenance(chain: Chain) -> None:
    app = chain.app()
    chain.faults.set("carrier.server", "maintenance", count=1)
    answer = chain.activate(app)
    assert (answer.status_code, answer.get_json()["code"]) == (503, "carrier.maintenance")
    back = chain.decide(chain.activate(app).get_json()["url"])
    chain.faults.set("carrier.server", "down")
    answer = chain.activate(app)
    assert (answer.status_code, answer.get_json()["code"]) == (424, "carrier.unreachable")
    assert chain.come_back(back).endswith("result=failed&reason=carrier.unreachable")
    chain.faults.clear()
    chain.link(app)


def test_an_operator_who_is_away_takes_no_car_off_the_road(chain: Chain) -> None:
    chain.link(chain.app())
    car = chain.car()
    iccid = car.set_up()
    chain.carrier_server.stop()
    chain.clock.advance(86_400)
    car.token = str(chain.cloud.car_tokens(SORA)["access_token"])
    assert car.look()["state"] == "active"
    assert car.report(iccid, state="inactive").get_json()["state"] == "ready"
    assert car.report(iccid).get_json()["state"] == "active"
    chain.carrier_server.start()
    assert car.look()["state"] == "active", "with a fresh token too"


def test_what_the_operator_did_not_hear_it_hears_later(chain: Chain) -> None:
    car = chain.car(HANA)
    iccid = car.look()["iccid"]
    chain.faults.set("cloud.carrier", "unreachable")
    assert car.report(iccid).get_json()["state"] == "active", "its profile was on the card already"
    assert chain.carrier.registrations.of(HANA_LINE) == []
    chain.faults.clear()
    assert car.look()["state"] == "active"
    assert [row.status for row in chain.carrier.registrations.of(HANA_LINE)] == [ACTIVATED]
    chain.faults.set("cloud.carrier", "unreachable")
    car.leave()
    chain.faults.clear()
    assert chain.car(HANA).look()["state"] == "ready"
    assert chain.carrier.registrations.of(HANA_LINE) == []
    assert [entry.kind for entry in chain.carrier.registrations.history(HANA_LINE)] == ["released", "registered"]


def test_released_at_the_operator_and_activated_again(chain: Chain) -> None:
    app = chain.app()
    chain.link(app)
    car = chain.car()
    iccid = car.set_up()
    imsi = chain.carrier.hlr.group(SORA_LINE)[1].imsi
    changed: list[str] = []
    chain.carrier.registrations.on_change.append(changed.append)
    chain.carrier.registrations.release(SORA_LINE, chain.carrier.registrations.of(SORA_LINE)[0].id)
    assert changed == [SORA_LINE]
    assert chain.carrier.hlr.subscriber(imsi) is None, "the network lets it in no more"
    chain.told()
    assert (car.look()["state"], car.look()["reason"]) == ("none", "released")
    assert (chain.state(app)["state"], chain.state(app)["reason"]) == ("none", "released")
    assert car.report(iccid).get_json()["code"] == "esim.not_ready"
    chain.link(app)
    assert changed == [SORA_LINE, SORA_LINE], "the network looks again"
    assert chain.carrier.hlr.subscriber(imsi) is not None
    assert (car.look()["state"], car.look()["iccid"]) == ("ready", iccid), "the profile is still on the card"
    assert car.report(iccid).get_json()["state"] == "active"
    kinds = [entry.kind for entry in chain.carrier.registrations.history(SORA_LINE)]
    assert kinds == ["registered", "released", "registered"]


def test_the_operator_tells_of_changes_at_once(chain: Chain) -> None:
    chain.link(chain.app())
    car = chain.car()
    car.set_up()
    chain.carrier.registrations.release(SORA_LINE, chain.carrier.registrations.of(SORA_LINE)[0].id)
    chain.until(lambda: bool(car.look()["reason"] == "released"))
    assert chain.cloud.client().post("/association/notify").status_code == 401


def test_one_car_with_the_base_contract(chain: Chain) -> None:
    app = chain.app()
    chain.link(app)
    first, second = chain.car(), chain.car(vin=OTHER_VIN)
    first.set_up()
    seen = second.look(OTHER_EID)
    assert (seen["state"], seen["reason"]) == ("none", "used_in_other_vehicle")
    first.leave()
    assert second.look()["state"] == "ready"
    second.set_up(OTHER_EID)
    assert [row.eid for row in chain.carrier.registrations.of(SORA_LINE)] == [OTHER_EID]


def test_a_set_up_that_was_only_begun_gives_way(chain: Chain) -> None:
    chain.link(chain.app())
    first, second = chain.car(), chain.car(vin=OTHER_VIN)
    assert first.look(EID)["activation_code"]
    second.set_up(OTHER_EID)
    chain.told()
    seen = first.look()
    assert (seen["state"], seen["reason"]) == ("none", "used_in_other_vehicle")
    assert [row.eid for row in chain.carrier.registrations.of(SORA_LINE)] == [OTHER_EID]


def test_five_cars_with_the_option(chain: Chain) -> None:
    chain.carrier.contracts.provide(MIO_LINE, (Item.BASE, Item.OPTION))
    chain.link(chain.app(MIO), MIO_LINE)
    cars = [chain.car(MIO, f"WBYBENCH50000000{number}") for number in range(6)]
    eids = [EID[:-2] + f"{number:02d}" for number in range(6)]
    iccids = [car.set_up(eid) for car, eid in zip(cars[:5], eids, strict=False)]
    assert len(set(iccids)) == 5
    assert cars[5].look(eids[5])["reason"] == "used_in_other_vehicle"
    names = [row.name for row in chain.carrier.registrations.of(MIO_LINE)]
    assert names == ["BMW", "BMW 2", "BMW 3", "BMW 4", "BMW 5"]


def test_unlinked_by_the_driver(chain: Chain) -> None:
    app = chain.app()
    chain.link(app)
    car = chain.car()
    car.set_up()
    chain.faults.set("carrier.server", "down")
    assert chain.cloud.api("DELETE", "/api/esim/link", app).get_json()["code"] == "carrier.unreachable"
    assert chain.state(app)["state"] == "active", "nothing was lost"
    chain.faults.clear()
    for _ in range(2):
        assert chain.cloud.api("DELETE", "/api/esim/link", app).status_code == 200
    assert (chain.state(app)["state"], car.look()["reason"]) == ("none", "not_linked")
    assert (chain.carrier.registrations.of(SORA_LINE), chain.carrier.grants.of(SORA_LINE)) == ([], [])


def test_a_contract_that_ends(chain: Chain) -> None:
    chain.link(chain.app())
    car = chain.car()
    car.set_up()
    chain.carrier.contracts.cancel_service(SORA_LINE)
    chain.told()
    assert (car.look()["state"], car.look()["reason"]) == ("none", "released")


def test_an_association_that_the_operator_ended(chain: Chain) -> None:
    app = chain.app()
    chain.link(app)
    chain.carrier.grants.end(chain.carrier.grants.of(SORA_LINE)[0].id)
    chain.told()
    assert (chain.state(app)["state"], chain.state(app)["reason"]) == ("none", "not_linked")


def test_the_operator_was_never_heard(chain: Chain) -> None:
    chain.faults.set("cloud.carrier", "unreachable")
    seen = chain.car(HANA).look(EID)
    assert (seen["state"], seen["reason"]) == ("none", "carrier_unreachable")
    chain.faults.clear()
    assert chain.car(HANA).look()["state"] == "ready"


def test_secrets_are_in_no_event_and_in_no_table_as_they_are(chain: Chain) -> None:
    chain.link(chain.app())
    chain.car().set_up()
    told = "".join(str(event) for actor in ("cloud", "carrier", "smdp") for event in chain.events.recent(actor))
    assert CLIENT.secret not in told
    assert "request_uri:" not in told
    stored = b"".join(path.read_bytes() for path in chain.folder.glob("cloud/cloud.sqlite3*"))
    assert b"gAAAA" in stored, "tokens are sealed"
