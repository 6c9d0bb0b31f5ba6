"""The server on a real socket: other people's clients, restarts, kills, faults, events."""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from authlib.integrations.requests_client import OAuth2Session as AuthlibSession
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from cloud_bench import CALLBACK, DEVICE_GRANT, HANA, VERIFIER
from joserfc import jwt
from joserfc.jwk import KeySet
from oauthlib.oauth2 import DeviceClient
from requests_oauthlib import OAuth2Session

from cloud.server import CloudServer
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.http import HttpClient

Make = Callable[..., CloudServer]


class Person:
    """Somebody with a browser that runs no scripts."""

    def __init__(self, base: str, who: tuple[str, str] = HANA) -> None:
        self.base, self.who, self.web = base, who, requests.Session()

    def hidden(self, text: str) -> dict[str, str]:
        found = re.findall(r'<input[^>]*type="hidden"[^>]*>', text)
        return {re.search(r'name="([^"]+)"', tag)[1]: re.search(r'value="([^"]*)"', tag)[1] for tag in found}

    def get(self, address: str) -> requests.Response:
        return self.web.get(address, timeout=10, allow_redirects=True)

    def sign_in_on(self, page: requests.Response, **options: bool) -> requests.Response:
        assert "login-submit" in page.text, page.text
        form = {**self.hidden(page.text), "email": self.who[0], "password": self.who[1]}
        form = {key: value.replace("&amp;", "&") for key, value in form.items()}
        return self.web.post(f"{self.base}/login", data=form, timeout=10, **options)

    def approve(self, address: str) -> None:
        page = self.sign_in_on(self.get(address))
        assert "device-approve" in page.text, page.text
        done = self.web.post(f"{self.base}/device", data={**self.hidden(page.text), "decision": "approve"}, timeout=10)
        assert "device-result" in done.text

    def code_from(self, address: str) -> str:
        """Follow the log-in up to the app's own address, as a browser would."""
        answer = self.sign_in_on(self.get(address), allow_redirects=False)
        answer = self.web.get(self.base + answer.headers["Location"], timeout=10, allow_redirects=False)
        return answer.headers["Location"]


@pytest.fixture
def plain_http(monkeypatch: pytest.MonkeyPatch) -> None:
    """oauthlib wants to be told that loopback needs no TLS."""
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")


# -- other people's clients


def test_requests_oauthlib_completes_the_device_grant(make_server: Make, plain_http: None) -> None:
    clock = Clock(datetime(2026, 4, 1, tzinfo=UTC), rate=0)
    base = make_server(clock=clock).start()
    client = DeviceClient("bmw-car")
    asked = requests.post(f"{base}/oauth/device_authorization", data={"client_id": "bmw-car"}, timeout=10).json()
    session = OAuth2Session(client=client)
    fetch = {"device_code": asked["device_code"], "include_client_id": True}
    with pytest.raises(Exception, match="authorization_pending"):
        session.fetch_token(f"{base}/oauth/token", **fetch)
    Person(base).approve(asked["verification_uri_complete"])
    clock.advance(asked["interval"])
    token = session.fetch_token(f"{base}/oauth/token", **fetch)
    assert token["refresh_token"]
    assert session.get(f"{base}/oauth/userinfo", timeout=10).json()["email"] == HANA[0]
    clock.advance(3000)
    again = session.refresh_token(f"{base}/oauth/token", client_id="bmw-car")
    assert again["access_token"] != token["access_token"]


def test_requests_oauthlib_completes_code_with_pkce(make_server: Make, plain_http: None) -> None:
    base = make_server().start()
    session = OAuth2Session("my-bmw-app", redirect_uri=CALLBACK, scope="openid email", pkce="S256")
    address, _ = session.authorization_url(f"{base}/oauth/authorize")
    answer = Person(base).code_from(address)
    assert answer.startswith(CALLBACK)
    code = parse_qs(urlsplit(answer).query)["code"][0]
    session.fetch_token(f"{base}/oauth/token", code=code, include_client_id=True)
    assert session.get(f"{base}/oauth/userinfo", timeout=10).json()["email"] == HANA[0]


def test_authlib_completes_the_device_grant(make_server: Make) -> None:
    base = make_server().start()
    found = requests.get(f"{base}/.well-known/openid-configuration", timeout=10).json()
    session = AuthlibSession("bmw-car", token_endpoint_auth_method="none")
    asked = requests.post(found["device_authorization_endpoint"], data={"client_id": "bmw-car"}, timeout=10).json()
    Person(base).approve(asked["verification_uri_complete"])
    token = session.fetch_token(found["token_endpoint"], grant_type=DEVICE_GRANT, device_code=asked["device_code"])
    assert session.get(found["userinfo_endpoint"]).json()["email"] == HANA[0]
    assert session.refresh_token(found["token_endpoint"], token["refresh_token"])["access_token"]


def test_authlib_completes_code_with_pkce_and_checks_the_id_token(make_server: Make) -> None:
    base = make_server().start()
    found = requests.get(f"{base}/.well-known/openid-configuration", timeout=10).json()
    session = AuthlibSession(
        "my-bmw-app",
        redirect_uri=CALLBACK,
        scope="openid email",
        code_challenge_method="S256",
        token_endpoint_auth_method="none",
    )
    address, state = session.create_authorization_url(
        found["authorization_endpoint"], code_verifier=VERIFIER, nonce="n-1"
    )
    assert create_s256_code_challenge(VERIFIER) in address
    answer = Person(base).code_from(address)
    token = session.fetch_token(
        found["token_endpoint"], authorization_response=answer, code_verifier=VERIFIER, state=state
    )
    keys = KeySet.import_key_set(requests.get(found["jwks_uri"], timeout=10).json())
    claims = jwt.decode(token["id_token"], keys, found["id_token_signing_alg_values_supported"]).claims
    registry = jwt.JWTClaimsRegistry(
        iss={"essential": True, "value": base}, aud={"essential": True, "value": "my-bmw-app"}
    )
    registry.validate(claims)
    assert claims["nonce"] == "n-1"


# -- restarts


def car_tokens(base: str) -> dict[str, str]:
    form = {"client_id": "bmw-car", "code_challenge": create_s256_code_challenge(VERIFIER)}
    form |= {"username": HANA[0], "password": HANA[1]}
    code = requests.post(f"{base}/oauth/authorize-challenge", data=form, timeout=10).json()["authorization_code"]
    form = {"grant_type": "authorization_code", "client_id": "bmw-car", "code": code, "code_verifier": VERIFIER}
    return requests.post(f"{base}/oauth/token", data=form, timeout=10).json()


def is_signed_in(base: str, token: str) -> bool:
    headers = {"Authorization": f"Bearer {token}"}
    return requests.get(f"{base}/oauth/userinfo", headers=headers, timeout=10).status_code == 200


def test_a_restart_keeps_address_and_sign_ins(make_server: Make) -> None:
    first = make_server()
    base = first.start()
    token = car_tokens(base)["access_token"]
    person = Person(base)
    person.sign_in_on(person.get(f"{base}/login"))
    first.stop()
    second = make_server()
    assert second.start() == base, "or every issuer and cookie would be void"
    assert is_signed_in(base, token)
    assert "account-email" in person.get(f"{base}/account").text


_CHILD = """
import sys
from pathlib import Path
from core.brand import load_brand
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from core.settings import Settings
from cloud.server import CloudServer
clock = Clock()
server = CloudServer(folder=Path(sys.argv[1]), clock=clock, events=EventLog(clock), faults=Faults(),
                     randomness=SystemRandomness(), settings=Settings(), brand=load_brand("bmw"))
print(server.start(), flush=True)
sys.stdin.read()
"""


def test_a_killed_cloud_loses_nothing(make_server: Make, tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(tmp_path / "cloud")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        base = child.stdout.readline().strip()
        token = car_tokens(base)["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        requests.put(f"{base}/api/profile", json={"language": "ja"}, headers=headers, timeout=10)
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdin.close()
        child.stdout.close()
    assert make_server().start() == base
    assert requests.get(f"{base}/api/profile", headers=headers, timeout=10).json()["language"] == "ja"


def test_a_taken_port_is_left_to_its_owner(make_server: Make) -> None:
    first = make_server()
    base = first.start()
    first.stop()
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", int(base.rpartition(":")[2])))
        other.listen()
        assert make_server().start() != base
        with pytest.raises(BenchError, match=r"port\.in_use"):
            make_server(port=int(base.rpartition(":")[2])).start()


def test_a_damaged_database_is_kept_aside(make_server: Make, tmp_path: Path) -> None:
    folder = tmp_path / "cloud"
    folder.mkdir()
    (folder / "cloud.sqlite3").write_bytes(b"not a database at all" * 200)
    server = make_server()
    base = server.start()
    assert (folder / "cloud.sqlite3.damaged-1").read_bytes().startswith(b"not a database")
    assert is_signed_in(base, car_tokens(base)["access_token"])
    assert [event.kind for event in server.services.context.events.recent()].count("storage.damaged") == 1


def test_a_newer_database_is_not_touched(make_server: Make, tmp_path: Path) -> None:
    server = make_server()
    server.start()
    server.stop()
    with sqlite3.connect(tmp_path / "cloud" / "cloud.sqlite3") as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    connection.close()
    with pytest.raises(BenchError, match=r"storage\.newer"):
        make_server().start()


def test_secrets_are_for_the_owner_only(make_server: Make, tmp_path: Path) -> None:
    make_server().start()
    for name in ("signing-key.json", "cookie-key", "cloud.sqlite3"):
        assert stat.S_IMODE((tmp_path / "cloud" / name).stat().st_mode) == 0o600, name


def test_it_listens_on_loopback(make_server: Make) -> None:
    server = make_server()
    assert server.start().startswith("http://127.0.0.1:")


def test_a_public_address_becomes_the_issuer(make_server: Make) -> None:
    server = make_server(public_url="https://bench.example/")
    assert server.start() == "https://bench.example"
    client = server.app.test_client()
    answer = client.get("/.well-known/openid-configuration", headers={"Host": "bench.example"})
    assert answer.get_json()["token_endpoint"] == "https://bench.example/oauth/token"
    assert "Secure" in client.get("/login", headers={"Host": "bench.example"}).headers["Set-Cookie"]


# -- faults and events


def test_faults(make_server: Make) -> None:
    faults = Faults()
    base = make_server(faults=faults).start()
    tokens = car_tokens(base)
    assert faults.ports()["cloud.server"] == ("down", "slow", "token_refused")
    faults.set("cloud.server", "down", count=2)
    assert requests.get(f"{base}/.well-known/jwks.json", timeout=10).json()["code"] == "down"
    page = requests.get(f"{base}/login", timeout=10)
    assert (page.status_code, 'data-kind="unavailable"' in page.text) == (503, True)
    assert is_signed_in(base, tokens["access_token"])
    faults.set("cloud.server", "token_refused", count=1)
    assert requests.get(f"{base}/login", timeout=10).status_code == 200, "no token, no refusal, not counted"
    assert not is_signed_in(base, tokens["access_token"])
    assert is_signed_in(base, tokens["access_token"])
    faults.set("cloud.server", "token_refused", count=1)
    form = {"grant_type": "refresh_token", "client_id": "bmw-car", "refresh_token": tokens["refresh_token"]}
    assert requests.post(f"{base}/oauth/token", data=form, timeout=10).json()["error"] == "invalid_grant"
    assert requests.post(f"{base}/oauth/token", data=form, timeout=10).status_code == 200


def test_slow_waits_on_the_benchs_clock(make_server: Make) -> None:
    clock, faults = Clock(rate=1000), Faults()
    base = make_server(clock=clock, faults=faults).start()
    faults.set("cloud.server", "slow", delay=20, count=1)
    before = clock.monotonic()
    assert requests.get(f"{base}/login", timeout=10).status_code == 200
    assert clock.monotonic() - before >= 20
    clock.close()


def test_events_name_their_cause_and_no_secret(make_server: Make) -> None:
    clock = Clock()
    events = EventLog(clock)
    base = make_server(clock=clock, events=events).start()
    car = HttpClient(base, actor="car", clock=clock, events=events, faults=Faults())
    answer = car.post_form("/oauth/device_authorization", {"client_id": "bmw-car"})
    Person(base).approve(answer.body["verification_uri_complete"])
    form = {"grant_type": DEVICE_GRANT, "client_id": "bmw-car", "device_code": answer.body["device_code"]}
    tokens = car.post_form("/oauth/token", form).body
    car.close()
    all_events = events.recent()
    by_id = {event.id: event for event in all_events}

    def origin(kind: str) -> str:
        event = next(event for event in all_events if event.kind == kind)
        return by_id[by_id[event.cause].cause].actor

    assert origin("device.requested") == "car", "from the touch to what the cloud did"
    assert origin("device.signed_in") == "car"
    kinds = [event.kind for event in all_events if event.actor == "cloud"]
    assert kinds.index("device.requested") < kinds.index("sign_in.accepted") < kinds.index("device.approved")
    everything = " ".join(event.to_json() for event in all_events)
    for secret in (answer.body["device_code"], answer.body["user_code"], tokens["access_token"], HANA[1]):
        assert secret not in everything


@pytest.mark.parametrize("header", ["x" * 65, "a b", 'x"', "e1\u00e9"])
def test_a_strange_cause_is_dropped(make_server: Make, header: str) -> None:
    server = make_server()
    base = server.start()
    requests.get(f"{base}/login", headers={"X-Bench-Cause": header.encode("latin-1")}, timeout=10)
    asked = [event for event in server.services.context.events.recent("cloud") if event.kind == "http.request"]
    assert asked[-1].cause is None


def test_start_and_stop_twice(make_server: Make) -> None:
    server = make_server()
    server.stop()
    base = server.start()
    server.stop()
    server.stop()
    with pytest.raises(requests.ConnectionError):
        requests.get(base, timeout=5)
    assert server.start() == base


def test_a_bench_that_fails_does_not_hang(tmp_path: Path) -> None:
    """A crash on the main thread ends the process, though nobody stopped the server."""
    script = _CHILD.replace("sys.stdin.read()", "raise SystemExit(3)")
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "cloud")], timeout=20, check=False)
    assert done.returncode == 3


def test_two_processes_share_one_cloud(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one worker of gunicorn issued, the next one accepts."""
    from cloud.wsgi import application

    with pytest.raises(BenchError, match=r"cloud\.not_configured"):
        application()
    monkeypatch.setenv("ONEBENCH_CLOUD_FOLDER", str(tmp_path / "shared"))
    monkeypatch.setenv("ONEBENCH_PUBLIC_URL", "http://127.0.0.1:9999")
    workers = [application(), application()]
    form = {"client_id": "bmw-car", "username": HANA[0], "password": HANA[1]}
    form["code_challenge"] = create_s256_code_challenge(VERIFIER)
    code = workers[0].test_client().post("/oauth/authorize-challenge", data=form).get_json()["authorization_code"]
    form = {"grant_type": "authorization_code", "client_id": "bmw-car", "code": code, "code_verifier": VERIFIER}
    token = workers[1].test_client().post("/oauth/token", data=form).get_json()["access_token"]
    answer = workers[0].test_client().get("/oauth/userinfo", headers={"Authorization": f"Bearer {token}"})
    assert answer.get_json()["email"] == HANA[0]
    for worker in workers:
        context = worker.extensions["onebench-cloud"].context
        context.database.close()
        context.events.close()
