"""The car's services one by one."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from car_bench import HANA, PASSWORD, CarBench
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BenchError
from headunit.services.cloud import Cloud
from headunit.services.contacts import parse_contacts
from headunit.services.identity import make_pkce
from headunit.services.modem_door import ModemDoor
from headunit.services.pin_hash import hash_pin, pin_matches

CARD = "BEGIN:VCARD\r\nVERSION:{version}\r\n{lines}\r\nEND:VCARD\r\n"


def card(*lines: str, version: str = "3.0") -> str:
    return CARD.format(version=version, lines="\r\n".join(lines))


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("", []),
        (card("FN:伊藤 翼", "TEL:09000002001"), [{"name": "伊藤 翼", "numbers": ["09000002001"]}]),
        (
            card("FN:Home", "TEL;TYPE=home:0300002000", "TEL;VALUE=uri:tel:+81300002001", version="4.0"),
            [{"name": "Home", "numbers": ["0300002000", "+81300002001"]}],
        ),
        (card("FN:", "TEL:123"), [{"name": "123", "numbers": ["123"]}]),
        (card("FN:Nobody"), [{"name": "Nobody", "numbers": []}]),
        (
            card("FN:One", "TEL:1") + "BEGIN:VCARD\r\nnonsense\r\nEND:VCARD\r\n" + card("FN:Two", "TEL:2"),
            [{"name": "One", "numbers": ["1"]}, {"name": "Two", "numbers": ["2"]}],
        ),
        (card("FN:One", "TEL:1") + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cut", [{"name": "One", "numbers": ["1"]}]),
        (card("FN:Fol\r\n ded", "TEL:1"), [{"name": "Folded", "numbers": ["1"]}]),
    ],
)
def test_contacts(text: str, contacts: list[dict[str, Any]]) -> None:
    assert parse_contacts(text) == contacts


@given(st.lists(st.sampled_from(["BEGIN:VCARD", "END:VCARD", "VERSION:3.0", "FN:x", "TEL:1", "N:;;", ":", "", "é;="])))
def test_no_phone_book_takes_the_car_down(lines: list[str]) -> None:
    for contact in parse_contacts("\r\n".join(lines)):
        assert contact["name"]


def test_the_challenge_is_the_verifiers_digest() -> None:
    class Fixed:
        def bytes(self, count: int) -> bytes:
            return base64.urlsafe_b64decode("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk=")

    # The example of RFC 7636, appendix B.
    assert make_pkce(Fixed()) == (
        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    )


def test_pins_are_hashed_with_salt() -> None:
    first, second = hash_pin("2580"), hash_pin("2580")
    assert first != second
    assert pin_matches(first, "2580")
    assert not pin_matches(first, "2581")
    assert not pin_matches("nonsense", "2580")


def test_end_points_elsewhere_are_refused(bench: CarBench, monkeypatch: pytest.MonkeyPatch) -> None:
    cloud = Cloud(
        "http://127.0.0.1:9", clock=bench.clock, events=bench.events, faults=bench.faults, settings=bench.settings
    )
    cloud._endpoints = {
        "token_endpoint": "http://127.0.0.1:9/t",
        "userinfo_endpoint": "http://127.0.0.1:99/u",
        "revocation_endpoint": "http://127.0.0.1:9.evil.test/r",
    }
    assert cloud.endpoint("token_endpoint", "/x") == "/t"
    assert cloud.endpoint("device_authorization_endpoint", "/x") == "/x"
    for name in ("userinfo_endpoint", "revocation_endpoint"):
        with pytest.raises(BenchError, match=r"cloud\.broken"):
            cloud.endpoint(name, "/x")


def test_the_door_opens_once_and_again_after_a_pulled_cable(bench: CarBench) -> None:
    door = bench.car._desk.door
    opened = door.openings
    assert door.use(lambda modem: modem.is_open)
    assert door.openings == opened
    bench.modem.is_open = False
    assert door.use(lambda modem: modem.is_open)
    assert door.openings == opened + 1
    door.close()
    with pytest.raises(BenchError, match=r"modem\.gone"):
        door.use(lambda modem: None)


def test_without_a_modem_the_door_says_so(bench: CarBench) -> None:
    door = ModemDoor(None, clock=bench.clock, events=bench.events, faults=bench.faults, settings=bench.settings)
    with pytest.raises(BenchError, match=r"modem\.not_found"):
        door.use(lambda modem: None)


def test_refused_access_is_refreshed_once_and_then_told(bench: CarBench) -> None:
    bench.sign_in(HANA)
    driver = bench.car._desk.memory.drivers[0]
    session = bench.car._desk.session(driver)
    bench.cloud.end_access_tokens()
    assert session.userinfo()["email"] == HANA
    bench.faults.set("car.http", "unauthorized", match="/oauth/userinfo")
    with pytest.raises(BenchError, match=r"auth\.expired"):
        session.userinfo()


def test_the_car_can_be_entered_again_after_refused_tokens(bench: CarBench) -> None:
    bench.sign_in(HANA)
    bench.cloud.forget_tokens()
    bench.set_up_esim()
    assert (bench.state("esim")["state"], bench.error) == ("failed", "auth.expired")
    bench.open_credentials()
    bench.send(("submitCredentials", {"email": HANA, "password": PASSWORD}))
    assert bench.screen == "sync"
    assert bench.state("esim")["state"] == "connected"
