"""Both brands' cars on one cloud: one person with two, each by its own order, neither with the other's tokens."""

from __future__ import annotations

from cloud_bench import Bench

from core.brand import brand_ids, load_brand

MINI, BMW = load_brand("mini"), load_brand("bmw")


def sign_in(bench: Bench, client_id: str, vin: str) -> str:
    """A car's access token by the device grant, approved by the app."""
    asked = bench.ask_device(client_id=client_id, vin=vin)
    phone = bench.app_tokens()["access_token"]
    answer = bench.api("POST", f"/api/device-requests/{asked['user_code']}", phone, {"decision": "approve"})
    assert answer.status_code == 200, answer.text
    bench.clock.advance(5)
    answer = bench.poll(asked["device_code"], client_id=client_id)
    assert answer.status_code == 200, answer.text
    return answer.get_json()["access_token"]


def test_one_person_signs_in_to_both_cars(bench: Bench) -> None:
    for brand in (BMW, MINI):
        token = sign_in(bench, brand.car_client_id, brand.demo_vin)
        answer = bench.api("PUT", f"/api/vehicles/{brand.demo_vin}/users/me", token, {"role": "main"})
        assert (answer.status_code, answer.get_json()["model"]) == (200, brand.demo_model)
    phone = bench.app_tokens()["access_token"]
    cars = bench.api("GET", "/api/vehicles", phone).get_json()["vehicles"]
    assert {(car["vin"], car["role"]) for car in cars} == {(BMW.demo_vin, "main"), (MINI.demo_vin, "main")}


def test_one_cars_token_is_refused_for_the_other(bench: Bench) -> None:
    token = sign_in(bench, MINI.car_client_id, MINI.demo_vin)
    answer = bench.api("PUT", f"/api/vehicles/{BMW.demo_vin}/users/me", token, {"role": "main"})
    assert (answer.status_code, answer.get_json()["code"]) == (403, "wrong_vehicle")


def test_every_brand_has_its_clients_and_its_car(bench: Bench) -> None:
    for name in brand_ids():
        brand = load_brand(name)
        assert bench.services.vehicles.model(brand.demo_vin) == brand.demo_model
        assert bench.ask_device(client_id=brand.car_client_id, vin=brand.demo_vin)["user_code"]


def test_the_code_of_one_brands_car_is_not_polled_by_another(bench: Bench) -> None:
    asked = bench.ask_device(client_id=MINI.car_client_id, vin=MINI.demo_vin)
    answer = bench.poll(asked["device_code"], client_id=BMW.car_client_id)
    assert (answer.status_code, answer.get_json()["error"]) == (400, "invalid_grant")
