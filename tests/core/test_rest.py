"""Faults, sign-in links, brand packs, randomness, HTTP: the small parts of the ground floor."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.brand import brand_ids, load_brand
from core.clock import Clock
from core.demo import demo_data
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.http import HttpClient
from core.randomness import SeededRandomness, choose, token
from core.sign_in_link import ALPHABET, build_sign_in_link, normalise_user_code, parse_sign_in_link, show_user_code

ISSUER = "http://127.0.0.1:8480"
codes = st.text(alphabet=ALPHABET, min_size=8, max_size=8)


def test_a_fault_counts_down_and_matches():
    faults = Faults()
    faults.declare("car.http", ("unreachable", "slow"))
    faults.set("car.http", "unreachable", count=2, match="/oauth")
    assert faults.take("car.http", "GET /api") is None
    assert faults.take("car.http", "GET /oauth").kind == "unreachable"
    assert faults.take("car.http", "GET /oauth").kind == "unreachable"
    assert faults.take("car.http", "GET /oauth") is None


def test_an_unknown_fault_is_an_error_with_a_suggestion():
    faults = Faults()
    faults.declare("modem.line", ("silence",))
    with pytest.raises(BenchError) as caught:
        faults.set("modem.lime", "silence")
    assert caught.value.params["nearest"] == "modem.line"
    with pytest.raises(BenchError) as caught:
        faults.set("modem.line", "silent")
    assert caught.value.params["nearest"] == "silence"


@given(codes)
def test_a_link_round_trips(code):
    assert parse_sign_in_link(build_sign_in_link(ISSUER, code), ISSUER) == code


@given(codes)
def test_codes_may_be_typed_in_any_way_a_person_would(code):
    shown = show_user_code(code)
    for typed in (shown.lower(), f" {code[:4]} {code[4:]} ", shown.replace("-", "–"), code):
        assert normalise_user_code(typed) == code


@given(st.text())
def test_no_text_breaks_the_link_parser(text):
    result = parse_sign_in_link(text, ISSUER)
    assert result is None or len(result) == 8


@pytest.mark.parametrize(
    "foreign",
    [
        "https://127.0.0.1:8480/device?user_code=BCDF-GHJK",
        "http://127.0.0.1:9999/device?user_code=BCDF-GHJK",
        "http://example.com/device?user_code=BCDF-GHJK",
        "http://127.0.0.1:8480@example.com/device?user_code=BCDF-GHJK",
        "http://evil@127.0.0.1:8480/device?user_code=BCDF-GHJK",
        "http://127.0.0.1:8480/other?user_code=BCDF-GHJK",
        "http://127.0.0.1:8480/device?user_code=AAAA-AAAA",
        "http://127.0.0.1:8480/device?user_code=BCDF-GHJK&user_code=BCDF-GHJL",
        "http://127.0.0.1:99999/device?user_code=BCDF-GHJK",
        "http://[::1/device",
        "WIFI:S:cafe;T:WPA;P:secret;;",
        "",
    ],
)
def test_other_peoples_codes_are_foreign(foreign):
    assert parse_sign_in_link(foreign, ISSUER) is None


def test_every_brand_pack_loads_and_an_unknown_one_is_named():
    assert "bmw" in brand_ids()
    for brand in brand_ids():
        assert load_brand(brand).display_width > 0
    with pytest.raises(BenchError) as caught:
        load_brand("tractor")
    assert "bmw" in str(caught.value.params["known"])


def test_demo_numbers_have_valid_check_digits():
    data = demo_data()
    assert int(data["car"]["eid"]) % 97 == 1
    assert len(data["car"]["eid"]) == 32
    for number in [data["car"]["imei"], *(profile["iccid"] for profile in data["profiles"])]:
        digits = [int(digit) for digit in reversed(number)]
        doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
        assert (sum(digits[::2]) + sum(doubled)) % 10 == 0


def test_seeded_draws_repeat_and_letters_are_from_the_alphabet():
    first, second = SeededRandomness(7), SeededRandomness(7)
    assert token(first) == token(second)
    assert choose(first, ALPHABET, 300) == choose(second, ALPHABET, 300)
    assert set(choose(first, ALPHABET, 2000)) == set(ALPHABET)


class Handler(BaseHTTPRequestHandler):
    answers: dict = {}  # noqa: RUF012
    causes: list = []  # noqa: RUF012

    def do_GET(self):
        self.causes.append(self.headers.get("X-Bench-Cause"))
        status, body = self.answers[self.path]
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def client(server):
    clock = Clock()
    events, faults = EventLog(clock), Faults()
    client = HttpClient(server, actor="car", clock=clock, events=events, faults=faults, wall_timeout=3)
    client.test_faults, client.test_events = faults, events
    yield client
    client.close()


def test_answers_and_causes(client):
    Handler.answers = {"/a": (200, b'{"x": 1}'), "/list": (200, b"[1]"), "/none": (204, b""), "/no": (404, b"{}")}
    assert client.get("/a").body == {"x": 1}
    assert client.get("/list").body == {"items": [1]}
    assert client.get("/none").ok
    assert client.get("/no").status == 404
    assert Handler.causes[-1] == client.test_events.recent(kind="http.request")[-1].id


@pytest.mark.parametrize("answer", [(500, b"<html>"), (503, b"{}"), (200, b"<html>hello")])
def test_a_broken_server_is_told_as_such(client, answer):
    Handler.answers = {"/a": answer}
    with pytest.raises(BenchError) as caught:
        client.get("/a")
    assert caught.value.code == "cloud.broken"


def test_a_closed_port_is_unreachable():
    clock = Clock()
    client = HttpClient("http://127.0.0.1:9", actor="car", clock=clock, events=EventLog(clock), faults=Faults())
    with pytest.raises(BenchError) as caught:
        client.get("/")
    assert caught.value.code == "cloud.unreachable"
    client.close()


@pytest.mark.parametrize("kind", ["unreachable", "timeout", "broken"])
def test_faults_show_as_the_real_thing(client, kind):
    Handler.answers = {"/a": (200, b"{}")}
    client.test_faults.set("car.http", kind, count=1)
    with pytest.raises(BenchError) as caught:
        client.get("/a")
    assert caught.value.code == f"cloud.{kind}"
    assert client.get("/a").ok
    client.test_faults.set("car.http", "unauthorized", count=1)
    assert client.get("/a").status == 401
