"""A cloud for tests: chance repeats, passwords are cheap; and the hands of car, app and person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from cloud.app import create_app
from cloud.demo import demo_passwords
from cloud.identity.hashing import PasswordHashing
from cloud.identity.rules.pkce import s256
from cloud.services import EXTENSION, Services
from core.brand import load_brand
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from core.settings import Settings

ISSUER = "http://127.0.0.1:8444"
HANA = ("hana.aoki@example.com", "Bench-Aoki-2026")
KEN = ("ken.sato@example.com", "Bench-Sato-2026")
MIO = ("mio.tanaka@example.com", "Bench-Tanaka-2026")
VERIFIER = "a-verifier-that-is-long-enough-for-rfc-7636-rules"
DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
CALLBACK = "mybmw://oauth/callback"


def cheap_hashing() -> PasswordHashing:
    return PasswordHashing(demo_passwords(), time_cost=1, memory_cost=8, parallelism=1)


@dataclass
class Bench:
    """One cloud and the hands of car, app and person."""

    app: Flask
    clock: Clock
    events: EventLog
    faults: Faults
    settings: Settings

    @property
    def services(self) -> Services:
        return self.app.extensions[EXTENSION]

    def client(self) -> FlaskClient:
        client = self.app.test_client()
        client.environ_base["HTTP_HOST"] = "127.0.0.1:8444"
        return client

    # -- the car

    def ask_device(self, **more: str) -> dict[str, Any]:
        form = {"client_id": "bmw-car", "vin": "WBYBENCHX00000000", **more}
        answer = self.client().post("/oauth/device_authorization", data=form)
        assert answer.status_code == 200, answer.text
        return answer.get_json()

    def poll(self, device_code: str, **more: str) -> TestResponse:
        form = {"grant_type": DEVICE_GRANT, "client_id": "bmw-car", "device_code": device_code, **more}
        return self.client().post("/oauth/token", data=form)

    def car_tokens(self, who: tuple[str, str] = HANA, vin: str = "WBYBENCHX00000000") -> dict[str, Any]:
        form = {"client_id": "bmw-car", "username": who[0], "password": who[1], "code_challenge": s256(VERIFIER)}
        code = self.client().post("/oauth/authorize-challenge", data={**form, "vin": vin}).get_json()
        return self.exchange(code["authorization_code"], client_id="bmw-car").get_json()

    def exchange(self, code: str, **more: str) -> TestResponse:
        form = {"grant_type": "authorization_code", "code": code, "code_verifier": VERIFIER, **more}
        return self.client().post("/oauth/token", data=form)

    # -- the app

    def authorize_address(self, **more: str) -> dict[str, str]:
        return {
            "response_type": "code",
            "client_id": "my-bmw-app",
            "redirect_uri": CALLBACK,
            "scope": "openid profile email vehicles terms device",
            "state": "state-1",
            "nonce": "nonce-1",
            "code_challenge": s256(VERIFIER),
            "code_challenge_method": "S256",
            **more,
        }

    def app_code(self, who: tuple[str, str] = HANA, **more: str) -> str:
        browser = self.client()
        sign_in(browser, who)
        answer = browser.get("/oauth/authorize", query_string=self.authorize_address(**more))
        assert answer.status_code == 302, answer.text
        found = re.search(r"[?&]code=([^&]+)", answer.location)
        assert found, answer.location
        return found[1]

    def app_tokens(self, who: tuple[str, str] = HANA, **more: str) -> dict[str, Any]:
        answer = self.exchange(self.app_code(who, **more), client_id="my-bmw-app", redirect_uri=CALLBACK)
        assert answer.status_code == 200, answer.text
        return answer.get_json()

    def api(self, method: str, path: str, token: str, json: Any = None) -> TestResponse:
        return self.client().open(path, method=method, json=json, headers={"Authorization": f"Bearer {token}"})

    def kinds(self) -> list[str]:
        return [event.kind for event in self.events.recent("cloud")]


def csrf_of(page: TestResponse) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)
    assert found, page.text
    return found[1]


def sign_in(browser: FlaskClient, who: tuple[str, str] = HANA, next_path: str = "") -> TestResponse:
    page = browser.get("/login", query_string={"next": next_path} if next_path else None)
    form = {"csrf_token": csrf_of(page), "email": who[0], "password": who[1], "next": next_path}
    return browser.post("/login", data=form)


def make_bench(folder: Path, clock: Clock, seed: int) -> Bench:
    events, faults, settings = EventLog(clock), Faults(), Settings()
    app = create_app(
        folder=folder,
        clock=clock,
        events=events,
        faults=faults,
        randomness=SeededRandomness(seed),
        settings=settings,
        brand=load_brand("bmw"),
        issuer=ISSUER,
        hashing=cheap_hashing(),
    )
    return Bench(app, clock, events, faults, settings)
