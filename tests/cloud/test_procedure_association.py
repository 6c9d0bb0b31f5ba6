"""The account association on the procedure site: consent, refusal, requests that are missing, expired or finished."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from carrier_bench import SORA, CarrierBench, make_carrier
from procedure_walk import Page, Walker, mio_on_cellular
from sqlalchemy import delete

from cloud.carrier.association.clients import AssociationClient
from cloud.carrier.models import SessionRow
from cloud.identity.rules.pkce import s256
from core.clock import Clock

MAKER = AssociationClient("bmw-cloud", "a-secret-of-the-car-maker", ("http://127.0.0.1:8444/association/return",))


@pytest.fixture
def carrier(tmp_path: Path, clock: Clock, first_carrier_run: Path) -> Iterator[CarrierBench]:
    made = make_carrier(shutil.copytree(first_carrier_run, tmp_path / "carrier"), clock, clients=[MAKER])
    yield made
    made.close()


def push(carrier: CarrierBench, brand: str = "bmw") -> str:
    """The car maker's request; the path that its browser is sent to."""
    form = {
        "response_type": "code",
        "redirect_uri": MAKER.redirect_uris[0],
        "scope": "one_number",
        "state": "a-state-of-16-letters",
        "code_challenge": s256("a-verifier-that-is-long-enough-for-rfc-7636-rules"),
        "code_challenge_method": "S256",
        "brand": brand,
    }
    handle, _ = carrier.services.associations.push(MAKER, form)
    return f"/oauth/authorize?client_id={MAKER.client_id}&request_uri={handle}"


def sora(carrier: CarrierBench) -> Walker:
    """Sora Ito has One Number, but no car yet."""
    walker = Walker(carrier, SORA)
    walker.log_in_by_pin("4096")
    return walker


def problem(page: Page) -> str:
    return page.get("problem-title").attributes["data-kind"]


def test_from_the_hand_over_to_the_way_back(carrier: CarrierBench) -> None:
    driver = Walker(carrier, SORA)
    driver.open(push(carrier))
    assert driver.log_in_by_pin("4096").state() == "one_number", "the hand-over outlives the log-in"
    page = driver.follow("procedure-use-in-car")
    assert page.get("associate-submit").attributes["data-needs"] == "associate-agree"
    assert page.get("associate-with").text == "BMW ID"
    page = driver.press("associate-submit")
    assert page.status == 422, "without a tick nothing happens, script or not"
    assert page.get("associate-agree-error")
    path, sent = driver.sent_by("associate-submit", agree="yes")
    for _ in range(2):  # a double click
        page = driver.post(path, sent)
        assert page.get("associated-title")
    back = urlsplit(page.get("associated-back").attributes["href"])
    answer = parse_qs(back.query)
    assert back._replace(query="").geturl() == MAKER.redirect_uris[0]
    assert answer["state"] == ["a-state-of-16-letters"]
    assert answer["code"]
    assert driver.open("/procedure/car/done").get("associated-back").attributes["href"] == back.geturl(), "a reload"


def test_whoever_has_no_contract_orders_on_the_way(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    mio.open(push(carrier))
    assert mio.open("/procedure/car").state() == "none", "no consent page without a contract"
    mio.order("base")
    carrier.clock.advance(5)
    mio.follow("complete-back")
    assert mio.follow("procedure-use-in-car").get("associate-agree")


def test_refusing_tells_the_car_maker(carrier: CarrierBench) -> None:
    driver = sora(carrier)
    driver.open(push(carrier))
    driver.open("/procedure/car")
    page = driver.press("associate-cancel")
    answer = parse_qs(urlsplit(page.get("refused-back").attributes["href"]).query)
    assert answer["error"] == ["access_denied"]
    assert problem(driver.open("/procedure/car")) == "handle_none", "a new request is needed"


def test_without_a_request_the_page_says_where_to_begin(carrier: CarrierBench) -> None:
    assert problem(sora(carrier).follow("procedure-use-in-car")) == "handle_none"


def test_a_request_that_expired_on_the_way(carrier: CarrierBench) -> None:
    driver = sora(carrier)
    path = push(carrier)
    driver.open(path)
    driver.open("/procedure/car")
    form = driver.sent_by("associate-submit", agree="yes")
    lifetime = carrier.services.context.settings.link_request_lifetime
    carrier.clock.advance(lifetime - 1)
    driver.open("/procedure")
    carrier.clock.advance(2)
    page = driver.post(*form)
    assert problem(page) == "handle_expired"
    assert "30 minutes" in page.get("problem-text").text
    assert problem(driver.open(path)) == "handle_expired"


@pytest.mark.parametrize(
    "path",
    [
        "/oauth/authorize",
        "/oauth/authorize?client_id=bmw-cloud&request_uri=urn:ietf:params:oauth:request_uri:guessed",
        "/oauth/authorize?client_id=bmw-cloud&redirect_uri=https://evil.example/",
    ],
)
def test_a_request_nobody_made(carrier: CarrierBench, path: str) -> None:
    page = Walker(carrier).open(path)
    assert problem(page) == "handle_none"
    assert not [e for e in page.elements if e.attributes.get("href", "").startswith("https:")]


def test_another_clients_name_opens_nothing(carrier: CarrierBench) -> None:
    path = push(carrier).replace("bmw-cloud", "somebody")
    assert problem(Walker(carrier).open(path)) == "handle_none"


def test_a_finished_request_is_not_decided_again(carrier: CarrierBench) -> None:
    driver, path = sora(carrier), push(carrier)
    driver.open(path)
    driver.open("/procedure/car")
    driver.press("associate-submit", agree="yes")
    stranger = sora(carrier)
    assert problem(stranger.open(path)) == "handle_used"


def test_the_page_of_one_request_does_not_decide_another(carrier: CarrierBench) -> None:
    driver = sora(carrier)
    driver.open(push(carrier))
    driver.open("/procedure/car")
    old = driver.sent_by("associate-submit", agree="yes")
    driver.open(push(carrier, brand="mini"))
    page = driver.post(*old)
    assert page.get("associate-with").text == "MINI ID", "what is asked now is shown first"
    assert "association.approved" not in carrier.kinds()


def test_the_decision_needs_a_log_in_that_lives(carrier: CarrierBench) -> None:
    driver = sora(carrier)
    driver.open(push(carrier))
    driver.open("/procedure/car")
    form = driver.sent_by("associate-submit", agree="yes")
    with carrier.services.context.database.writing() as session:
        session.execute(delete(SessionRow))
    assert driver.post(*form).get("pin-code")
    assert driver.log_in_by_pin("4096").get("associate-agree"), "back to the question"
