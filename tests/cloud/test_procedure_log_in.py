"""Log-in at the operator's site by bearer, the d ACCOUNT without a line and its remedy."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from carrier_bench import MIO, MIO_ID, MIO_PASSWORD, MIO_PIN, RIN, CarrierBench
from procedure_walk import MIO_TYPED, Walker, mio_on_cellular

from cloud.sites.procedure.visitor import PACKET_HEADER

RIN_LOG_IN = ("rin-kato", "Bench-Kato-2026", RIN)


def test_the_bearer_decides_the_page(carrier: CarrierBench) -> None:
    assert Walker(carrier, MIO).page.get("pin-code")
    on_wifi = Walker(carrier)
    assert on_wifi.page.get("daccount-id")
    assert on_wifi.open("/procedure/login/pin").get("daccount-id"), "there is no PIN page on Wi-Fi"


def test_a_packet_session_that_is_over_is_wifi(carrier: CarrierBench) -> None:
    phone = Walker(carrier, MIO)
    path, sent = phone.sent_by("pin-submit", pin=MIO_PIN)
    phone.line = None
    assert phone.post(path, sent).get("daccount-id")
    foreign = carrier.client().get("/procedure", headers={PACKET_HEADER: ""}, follow_redirects=True)
    assert "daccount-id" in foreign.text


def test_wrong_pins_lock_and_the_desk_unlocks(carrier: CarrierBench) -> None:
    mio = Walker(carrier, MIO)
    assert "Tries left: 2" in mio.log_in_by_pin("1111").get("pin-code-error").text
    assert "4 digits" in mio.log_in_by_pin("11").get("pin-code-error").text
    assert "Tries left: 1" in mio.log_in_by_pin("1111").get("pin-code-error").text
    assert "Call 151" in mio.log_in_by_pin("1111").get("pin-code-error").text
    assert "Call 151" in mio.log_in_by_pin().get("pin-code-error").text, "the right one does not help any more"
    carrier.services.desk.service_call("151", MIO)
    assert mio.log_in_by_pin().state() == "none"


def test_d_account(carrier: CarrierBench) -> None:
    mio = Walker(carrier)
    page = mio.press("daccount-next", d_id=" Mio-Tanaka ")
    assert page.value("daccount-password") == ""
    assert "rests" not in page.html
    code = carrier.sms.last_code(MIO)
    page = mio.press("daccount-login", password="wrong", code=code)
    assert "Tries left: 4" in page.get("daccount-password-error").text
    assert "wrong" not in [element.attributes.get("value") for element in page.elements]
    wrong = "000000" if code != "000000" else "000001"
    page = mio.press("daccount-login", password=MIO_PASSWORD, code=wrong)
    assert page.get("daccount-code-error")
    assert mio.press("daccount-login", password=MIO_PASSWORD, code=f" {code[:3]}-{code[3:]} ").state() == "none"
    assert mio.page.get("site-logout")


def test_empty_fields_cost_no_try(carrier: CarrierBench) -> None:
    mio = Walker(carrier)
    assert mio.press("daccount-next", d_id=" ").get("daccount-id-error")
    mio.press("daccount-next", d_id=MIO_ID)
    for _ in range(9):
        page = mio.press("daccount-login", password="", code="")
        assert page.get("daccount-password-error")
        assert page.get("daccount-code-error")
    code = carrier.sms.last_code(MIO)
    assert mio.press("daccount-login", password=MIO_PASSWORD, code=code).state() == "none"


def test_an_unknown_id_looks_the_same(carrier: CarrierBench) -> None:
    known, unknown = Walker(carrier), Walker(carrier)
    pages = [known.press("daccount-next", d_id=MIO_ID), unknown.press("daccount-next", d_id="no-body-x")]
    assert pages[0].texts() == [text.replace("no-body-x", MIO_ID) for text in pages[1].texts()]
    assert len(carrier.sms.sent) == 1


def test_a_code_that_expired_leads_to_a_new_one(carrier: CarrierBench) -> None:
    mio = Walker(carrier)
    mio.press("daccount-next", d_id=MIO_ID)
    code = carrier.sms.last_code(MIO)
    path, sent = mio.sent_by("daccount-login", password=MIO_PASSWORD, code=code)
    carrier.clock.advance(601)
    assert "expired" in mio.post(path, sent).get("daccount-id-error").text
    assert mio.log_in_by_d_account(MIO_ID, MIO_PASSWORD, MIO).state() == "none"


def test_the_code_can_be_sent_again_after_a_pause(carrier: CarrierBench) -> None:
    mio = Walker(carrier)
    mio.press("daccount-next", d_id=MIO_ID)
    assert "30 seconds" in mio.press("daccount-resend").get("daccount-errors").text
    carrier.clock.advance(31)
    assert mio.press("daccount-resend").get("daccount-resent")
    assert len(carrier.sms.sent) == 2
    code = carrier.sms.last_code(MIO)
    assert mio.press("daccount-login", password=MIO_PASSWORD, code=code).state() == "none"


def test_a_locked_account_is_unlocked_with_the_network_pin(carrier: CarrierBench) -> None:
    mio = Walker(carrier)
    mio.press("daccount-next", d_id=MIO_ID)
    code = carrier.sms.last_code(MIO)
    for _ in range(5):
        mio.press("daccount-login", password="wrong", code=code)
    mio.follow("daccount-unlock")
    assert mio.page.value("unlock-id") == MIO_ID
    assert mio.press("unlock-submit", msisdn="09011112222", pin=MIO_PIN).get("unlock-msisdn-error")
    assert mio.press("unlock-submit", msisdn="090-0000-4321", pin="1234").get("unlock-pin-error")
    assert mio.press("unlock-submit", msisdn="+81 90 0000 4321", pin=MIO_PIN).get("login-unlocked")
    assert mio.log_in_by_d_account(MIO_ID, MIO_PASSWORD, MIO).state() == "none"


def test_an_account_without_a_line_is_set_up_and_goes_on(carrier: CarrierBench) -> None:
    """BMW-JP-PC-10…12: the order button leads to the error page, its remedy to the order form."""
    rin = Walker(carrier)
    rin.log_in_by_d_account(*RIN_LOG_IN)
    page = rin.follow("procedure-order-base")
    assert page.status == 403
    assert page.get("daccount-not-tied")
    rin.follow("daccount-setup")
    assert rin.press("setup-submit", msisdn=MIO, pin=MIO_PIN).get("setup-msisdn-error"), "somebody else's line"
    assert rin.press("setup-submit", msisdn="０９０ー００００ー７８９０", pin="0001").get("setup-pin-error")
    pin = next(line for line in _lines() if line["msisdn"] == RIN)["network_pin"]
    page = rin.press("setup-submit", msisdn=RIN, pin=pin)
    assert page.get("order-notice").attributes["data-kind"] == "tied"
    assert page.get("order-base")
    assert rin.open("/procedure").state() == "none"


def test_another_sim_is_another_person(carrier: CarrierBench) -> None:
    phone = mio_on_cellular(carrier)
    phone.line = RIN
    assert phone.open("/procedure").get("pin-code")
    assert "login-notice" not in phone.page.ids()
    phone.line = None
    assert phone.open("/procedure").state() == "none", "on Wi-Fi Mio's log-in lives on"


def test_logging_out_ends_it_on_the_server_too(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    cookies = dict(mio.client._cookies)
    mio.press("site-logout")
    mio.client._cookies.update(cookies)
    assert mio.open("/procedure").get("pin-code"), "the old cookie opens nothing"


HOSTILE = [
    "",
    " ",
    "😀" * 20,
    "' OR 1=1 --",
    '"><script>alert(1)</script>',
    "９" * 1_100,
    "\x00\x1b",
    "{{ 7*7 }}",
    "+81",
    "-1",
]


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_input_is_refused_or_harmless(carrier: CarrierBench, typed: str) -> None:
    phone, pc = Walker(carrier, MIO), Walker(carrier)
    pages = [phone.log_in_by_pin(typed), pc.press("daccount-next", d_id=typed)]
    pages += [pc.open(f"/procedure?notice={quote(typed)[:500]}&lang={quote(typed)[:500]}")]
    pc.press("daccount-next", d_id="rin-kato")
    pages += [pc.press("daccount-login", password=typed, code=typed)]
    pages += [pc.press("daccount-login", password="Bench-Kato-2026", code=carrier.sms.last_code(RIN))]
    pc.open("/procedure/d-account/setup")
    pages += [pc.press("setup-submit", msisdn=typed, pin=typed), pc.press("setup-submit", msisdn=RIN, pin=typed)]
    pc.open("/procedure/d-account/unlock")
    pages += [pc.press("unlock-submit", d_id=typed, msisdn=typed, pin=typed)]
    for page in pages:
        assert page.status < 500
        assert "<script>alert" not in page.html
        assert "49" not in page.get("content").text.split()


def test_logging_out_needs_more_than_a_link(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    assert mio.open("/procedure/logout").state() == "none"


def test_a_session_planted_before_the_log_in_is_worth_nothing(carrier: CarrierBench) -> None:
    victim = Walker(carrier, MIO)
    planted = dict(victim.client._cookies)
    victim.log_in_by_pin()
    thief = Walker(carrier)
    thief.client._cookies.update(planted)
    assert thief.open("/procedure").get("daccount-id")


def test_after_the_log_in_one_is_where_one_was_going_and_only_on_this_site(carrier: CarrierBench) -> None:
    mio = Walker(carrier, MIO)
    mio.open("/procedure/receipts")
    assert mio.log_in_by_pin().get("receipts-none")
    other = Walker(carrier, MIO)
    other.open("/procedure/login?goal=https://evil.example/&next=//evil.example")
    assert other.log_in_by_pin().state() == "none"


def test_a_form_in_another_tab_outlives_a_new_log_in(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    path, sent = mio.sent_by("order-later", **MIO_TYPED)
    carrier.clock.advance(carrier.services.context.settings.carrier_session_lifetime + 1)
    mio.open("/procedure")
    assert mio.log_in_by_pin().state() == "none"
    assert mio.post(path, sent).get("procedure-notice").attributes["data-kind"] == "kept"


def test_the_chosen_language_writes_the_sms_too(carrier: CarrierBench) -> None:
    mio = Walker(carrier, language="en")
    mio.press("daccount-next", d_id=MIO_ID)
    assert carrier.sms.sent[-1][2].isascii()


def _lines() -> list[dict[str, str]]:
    from core.demo import demo_data

    lines: list[dict[str, str]] = demo_data()["lines"]
    return lines
