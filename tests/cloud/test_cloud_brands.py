"""All brands on one cloud: one person with two cars, each page and answer of the brand that it concerns."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from chain_bench import EID, MIO_LINE, OTHER_EID, SORA, Car, Chain
from cloud_bench import ISSUER, KEN, MIO, VERIFIER, Bench, csrf_of, sign_in
from flask.testing import FlaskClient
from page_checks.html_validity import findings
from werkzeug.test import TestResponse

from cloud.carrier.rules.contracts import Item
from cloud.identity.rules.pkce import s256
from cloud.storage.database import open_database
from core.brand import BrandPack, brand_ids, load_brand

MINI, BMW = load_brand("mini"), load_brand("bmw")


def car_token(bench: Bench, brand: BrandPack, who: tuple[str, str]) -> str:
    """A car's access token by the device grant, approved by the app."""
    asked = bench.ask_device(client_id=brand.car_client_id, vin=brand.demo_vin)
    phone = bench.app_tokens(who)["access_token"]
    answer = bench.api("POST", f"/api/device-requests/{asked['user_code']}", phone, {"decision": "approve"})
    assert answer.status_code == 200, answer.text
    bench.clock.advance(5)
    answer = bench.poll(asked["device_code"], client_id=brand.car_client_id)
    assert answer.status_code == 200, answer.text
    return str(answer.get_json()["access_token"])


def app_token(bench: Bench, brand: BrandPack, who: tuple[str, str]) -> str:
    """An app's access token: the log-in page, then the code."""
    browser = bench.client()
    sign_in(browser, who)
    callback = f"{brand.app_scheme}://oauth/callback"
    asked = bench.authorize_address(
        client_id=brand.app_client_id,
        redirect_uri=callback,
        scope="openid esim vehicles",
        code_challenge=s256(VERIFIER),
    )
    code = re.findall(r"[?&]code=([^&]+)", browser.get("/oauth/authorize", query_string=asked).location)[0]
    answer = bench.exchange(code, client_id=brand.app_client_id, redirect_uri=callback)
    return str(answer.get_json()["access_token"])


def log_in_page(browser: FlaskClient, address: str, **query: str) -> TestResponse:
    """The page that stands before `address`."""
    return browser.get(address, query_string=query or None, follow_redirects=True)


# -- cars and apps


def test_one_person_signs_in_to_both_cars(bench: Bench) -> None:
    for brand in (BMW, MINI):
        token = car_token(bench, brand, KEN)
        answer = bench.api("PUT", f"/api/vehicles/{brand.demo_vin}/users/me", token, {"role": "main"})
        assert (answer.status_code, answer.get_json()["model"]) == (200, brand.demo_model)
    for brand in (BMW, MINI):
        cars = bench.api("GET", "/api/vehicles", app_token(bench, brand, KEN)).get_json()["vehicles"]
        assert [(car["vin"], car["role"]) for car in cars] == [(brand.demo_vin, "main")], "each app shows its own"


def test_the_main_user_sees_who_has_joined(bench: Bench) -> None:
    for who in (KEN, MIO):
        token = car_token(bench, MINI, who)
        assert bench.api("PUT", f"/api/vehicles/{MINI.demo_vin}/users/me", token).status_code == 200
    (ken,) = bench.api("GET", "/api/vehicles", app_token(bench, MINI, KEN)).get_json()["vehicles"]
    (mio,) = bench.api("GET", "/api/vehicles", app_token(bench, MINI, MIO)).get_json()["vehicles"]
    assert (ken["role"], ken["co_users"]) == ("main", [{"name#ja": "田中 澪", "name#en": "Mio Tanaka"}])
    assert (mio["role"], "co_users" in mio) == ("co", False)


def test_one_cars_token_is_refused_for_the_other(bench: Bench) -> None:
    token = car_token(bench, MINI, KEN)
    answer = bench.api("PUT", f"/api/vehicles/{BMW.demo_vin}/users/me", token, {"role": "main"})
    assert (answer.status_code, answer.get_json()["code"]) == (403, "wrong_vehicle")


def test_every_brand_has_its_clients_and_its_car(bench: Bench) -> None:
    for name in brand_ids():
        brand = load_brand(name)
        assert bench.services.vehicles.model(brand.demo_vin) == brand.demo_model
        assert bench.ask_device(client_id=brand.car_client_id, vin=brand.demo_vin)["user_code"]
        assert bench.services.clients.brand_of(brand.app_client_id) == name
    assert bench.services.clients.brand_of("somebody") == bench.services.clients.brand_of(None) == ""


def test_the_code_of_one_brands_car_is_not_polled_by_another(bench: Bench) -> None:
    asked = bench.ask_device(client_id=MINI.car_client_id, vin=MINI.demo_vin)
    answer = bench.poll(asked["device_code"], client_id=BMW.car_client_id)
    assert (answer.status_code, answer.get_json()["error"]) == (400, "invalid_grant")


# -- whose page it is


def test_the_page_is_that_of_the_app_that_asks(bench: Bench) -> None:
    for brand, title in ((BMW, "Login with BMW ID"), (MINI, "MINI ID login")):
        asked = bench.authorize_address(
            client_id=brand.app_client_id, redirect_uri=f"{brand.app_scheme}://oauth/callback"
        )
        page = log_in_page(bench.client(), "/oauth/authorize", **asked)
        assert f"<h1>{title}</h1>" in page.text
        assert f"Afterwards you return to the {brand.app_name} app." in page.text
        assert f'href="/style/{brand.id}.css"' in page.text
        assert findings(page.text) == []


def test_the_qr_code_names_its_brand_and_a_code_alone_tells_nothing(bench: Bench) -> None:
    asked = bench.ask_device(client_id=MINI.car_client_id, vin=MINI.demo_vin)
    assert asked["verification_uri_complete"].endswith("&brand=mini")
    page = log_in_page(bench.client(), asked["verification_uri_complete"].removeprefix(ISSUER))
    assert "MINI ID login" in page.text
    browser = bench.client()
    page = log_in_page(browser, f"/device?user_code={asked['user_code']}")
    assert "Login with BMW ID" in page.text, "who tries codes must not see which exist"
    sign_in(browser, KEN)
    page = browser.get(f"/device?user_code={asked['user_code']}")
    assert "With your MINI ID" in page.text, "the car says whose it is to whoever may see it"
    assert "brand=" not in bench.ask_device()["verification_uri_complete"]


def test_the_browser_stays_with_the_brand_it_came_for(bench: Bench) -> None:
    browser = bench.client()
    assert "Login with BMW ID" in browser.get("/login").text
    browser.get("/portal/mini")
    assert "MINI ID login" in browser.get("/login").text
    sign_in(browser, KEN)
    assert "MINI ID (e-mail)" in browser.get("/account").text
    assert browser.get("/portal").location == "/portal/mini"
    assert "BMW Web portal" in browser.get("/portal/bmw/esim").text, "signed in is signed in everywhere"
    browser.post("/logout", data={"csrf_token": csrf_of(browser.get("/logout"))})
    assert "Login with BMW ID" in browser.get("/login").text


def test_no_such_brand(bench: Bench) -> None:
    browser = bench.client()
    for path in ("/portal/tractor", "/portal/tractor/esim", "/style/tractor.css"):
        assert browser.get(path).status_code == 404
    assert "Login with BMW ID" in browser.get("/login?brand=tractor").text


def test_the_portal_is_found_where_the_guide_prints_it(bench: Bench) -> None:
    answer = bench.client().get("/ja_JP/home.html?lang=ja")
    assert answer.location == "/portal/mini?lang=ja"


def test_the_look_is_data(bench: Bench) -> None:
    mini = bench.client().get("/style/mini.css")
    assert mini.content_type.startswith("text/css")
    assert "--accent: #1a1612;" in mini.text.partition("@media")[0]
    assert "--accent: #ffc24b;" in mini.text.partition("@media")[2]
    assert bench.client().get("/style/bmw.css").status_code == 200


# -- the log-in in two steps (MINI-APP-S1-02, MINI-WEB-S1-02)


def first_page(browser: FlaskClient, email: str, goal: str = "/portal/mini/esim") -> TestResponse:
    page = browser.get("/login", query_string={"next": goal})
    return browser.post("/login", data={"csrf_token": csrf_of(page), "email": email, "next": goal})


def test_the_id_then_the_password(bench: Bench) -> None:
    browser = bench.client()
    page = browser.get("/login?next=/portal/mini/esim&lang=ja")
    for words in (
        "MINI ID ログイン",
        "MINI IDをお持ちではありませんか？",
        "こちらでご登録ください。",
        "続行",
        "hCaptcha",
    ):
        assert words in page.text
    assert 'id="login-password"' not in page.text
    answer = first_page(browser, " Ken.Sato＠example.com ")
    assert answer.location == "/login/password?next=/portal/mini/esim"
    page = browser.get(answer.location)
    assert "Ken.Sato@example.com" in page.text
    assert findings(page.text) == []
    form = {"csrf_token": csrf_of(page), "email": KEN[0], "next": "/portal/mini/esim"}
    wrong = browser.post("/login/password", data={**form, "password": "wrong"})
    assert (wrong.status_code, 'id="login-password-error"' in wrong.text) == (401, True)
    assert browser.post("/login/password", data={**form, "password": KEN[1]}).location == "/portal/mini/esim"


def test_the_second_page_does_not_tell_who_has_an_account(bench: Bench) -> None:
    known, unknown = bench.client(), bench.client()
    pages = []
    for browser, email in ((known, KEN[0]), (unknown, "nobody@example.com")):
        page = browser.get(first_page(browser, email).location)
        form = {"csrf_token": csrf_of(page), "email": email, "password": "wrong", "next": "/portal/mini/esim"}
        pages.append(browser.post("/login/password", data=form))
    assert [page.status_code for page in pages] == [401, 401]
    assert "E-mail or password is not right" in pages[0].text
    assert "E-mail or password is not right" in pages[1].text


@pytest.mark.parametrize(("typed", "said"), [("", "Please enter"), ("nobody", "not a complete e-mail")])
def test_an_id_that_is_none_stays_on_the_first_page(bench: Bench, typed: str, said: str) -> None:
    answer = first_page(bench.client(), typed)
    assert answer.status_code == 422
    assert said in answer.text


def test_the_second_page_alone_leads_to_the_first(bench: Bench) -> None:
    answer = bench.client().get("/login/password?next=/portal/mini/esim")
    assert answer.location == "/login?next=/portal/mini/esim"


def test_both_at_once_are_taken_too(bench: Bench) -> None:
    """A program that keeps passwords may fill in and send both."""
    assert sign_in(bench.client(), KEN, "/portal/mini/esim").location == "/portal/mini/esim"


# -- the operator


def test_the_way_back_is_that_of_the_app_or_portal(chain: Chain) -> None:
    token = app_token(chain.cloud, MINI, MIO)
    url = chain.activate(token, number="090-0000-4321", number_last4="4321").get_json()["url"]
    row = chain.carrier.associations.open_request(
        re.findall("request_uri=([^&]+)", url)[0].replace("%3A", ":"), "oem-cloud"
    )
    assert (row.brand, row.id_name) == ("mini", "MINI ID")
    assert chain.come_back(chain.decide(url, MIO_LINE)) == "mini://esim/association?result=linked"
    assert chain.state(token)["state"] == "linked"
    assert chain.state(app_token(chain.cloud, BMW, MIO))["state"] == "linked", "one person, one link"


def both_cars(chain: Chain, who: tuple[str, str]) -> tuple[Car, Car]:
    cars = chain.car(who), chain.car(who, vin=MINI.demo_vin)
    chain.cloud.services.vehicles.add(MINI.demo_vin, MINI.demo_model, "mini")
    return cars


def test_two_cars_of_one_person_are_two_accessories(chain: Chain) -> None:
    chain.carrier.contracts.provide(MIO_LINE, (Item.BASE, Item.OPTION))
    chain.link(chain.app(MIO), MIO_LINE)
    bmw, mini = both_cars(chain, MIO)
    assert bmw.set_up(EID) != mini.set_up(OTHER_EID)
    rows = chain.carrier.registrations.of(MIO_LINE)
    assert [(row.name, row.imei) for row in rows] == [("BMW", "bmw"), ("MINI", "mini")]
    mini.leave()
    assert [row.name for row in chain.carrier.registrations.of(MIO_LINE)] == ["BMW"]


def test_the_base_contract_has_a_place_for_one_of_them(chain: Chain) -> None:
    chain.link(chain.app())
    bmw, mini = both_cars(chain, SORA)
    bmw.set_up(EID)
    assert mini.look(OTHER_EID)["reason"] == "used_in_other_vehicle"


def test_a_database_of_an_earlier_version_gets_the_new_column(tmp_path: Path, first_run: Path) -> None:
    path = tmp_path / "cloud.sqlite3"
    path.write_bytes((first_run / "cloud.sqlite3").read_bytes())
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE link_requests DROP COLUMN brand")
    database, _ = open_database(tmp_path)
    database.close()
    with sqlite3.connect(path) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(link_requests)")]
    assert "brand" in columns
