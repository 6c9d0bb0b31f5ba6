"""The order site, page by page: what gates each button, what is kept, and that nothing is ordered twice."""

from __future__ import annotations

import re

import pytest
from carrier_bench import HANA, MIO, MIO_FORM, CarrierBench, make_carrier
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from procedure_walk import MIO_TYPED, Page, Walker, mio_on_cellular


def wait_for_activation(carrier: CarrierBench) -> None:
    carrier.clock.advance(carrier.services.context.settings.order_activation_delay + 1)


def test_base_then_option(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    assert mio.page.state() == "none"
    assert "disabled" in mio.page.get("procedure-use-in-car").attributes
    assert "procedure-order-option" not in mio.page.ids(), "the option needs the base"
    mio.order("base")
    assert "お手続きが完了いたしました。" in mio.page.get("complete-title").text
    mio.follow("complete-back")
    assert mio.page.state() == "ordered"
    mio.press("procedure-refresh")
    assert mio.page.get("procedure-notice").attributes["data-kind"] == "waiting"
    wait_for_activation(carrier)
    mio.press("procedure-refresh")
    assert mio.page.state() == "one_number"
    assert "procedure-order-base" not in mio.page.ids()
    assert mio.page.get("procedure-use-in-car").tag == "a"
    mio.order("option")
    mio.follow("complete-back")
    assert "procedure-option-waiting" in mio.page.ids()
    wait_for_activation(carrier)
    assert mio.open("/procedure").state() == "one_number_multi"
    assert mio.open("/procedure/receipts").html.count('id="receipt-1N') == 2
    assert len(carrier.services.contracts.receipts(MIO)) == 2


def test_both_at_once(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    mio.order("base", "option")
    assert mio.page.get("receipt-monthly").text == "1100 yen"
    assert mio.page.get("receipt-fee").text == "0 yen", "none with the option (ONE-MDO)"
    wait_for_activation(carrier)
    assert mio.open("/procedure").state() == "one_number_multi"


def test_a_consent_counts_only_after_the_terms_were_read(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    assert "disabled" in mio.page.get("order-agree-base").attributes
    page = mio.press("order-next", base="yes", terms_base="yes", **MIO_TYPED)
    assert page.status == 422
    assert "order-terms-base-error" in page.ids()
    mio.read_terms("base")
    assert "disabled" not in mio.page.get("order-agree-base").attributes
    assert mio.page.value("order-city") == "江東区", "typed before the terms were opened"
    assert mio.press("order-next", terms_base="yes").get("payment-title")


def test_the_terms_keep_what_was_typed_before(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    mio.press("order-terms-base", base="yes", family_kanji="田中")
    mio.press("terms-close")
    assert mio.page.value("order-family-kanji") == "田中"
    assert "checked" in mio.page.get("order-base").attributes


def test_errors_stand_on_top_and_at_their_fields(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    page = mio.press("order-next", **{**MIO_TYPED, "given_kana": "Mio", "postcode": "12"})
    links = re.findall(r'<li><a href="#([^"]+)"', page.html)
    assert links == ["order-base", "order-given-kana", "order-postcode"]
    assert set(links) <= set(page.ids()), "each link leads to a field"
    kana = page.get("order-given-kana")
    assert kana.attributes["aria-invalid"] == "true"
    assert kana.attributes["aria-describedby"].split()[0] in page.ids()
    assert page.value("order-given-kana") == "Mio"


def test_nothing_ticked_is_told_at_the_box_that_is_there(carrier: CarrierBench) -> None:
    hana = Walker(carrier, HANA)
    hana.log_in_by_pin("2580")
    hana.follow("procedure-order-option")
    assert hana.press("order-next").get("order-option-error")


def test_every_described_by_and_every_label_leads_somewhere(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    for page in (mio.page, mio.press("order-next")):
        assert sorted(set(page.ids())) == sorted(page.ids()), "ids are unique"
        for element in page.elements:
            for name in ("aria-describedby", "aria-labelledby", "for"):
                assert set(element.attributes.get(name, "").split()) <= set(page.ids())


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("family_kana", "ﾀﾅｶ"),
        ("birth_year", "１９９３"),
        ("postcode", " １３５−００６３ "),
        ("postcode", "〒1350063"),
        ("street", "有明３丁目７番１８号"),
    ],
)
def test_what_people_paste_is_understood(carrier: CarrierBench, field: str, typed: str) -> None:
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    assert mio.fill_details("base", **{field: typed}).get("payment-title")


def test_another_persons_data_are_refused(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    page = mio.fill_details("base", birth_day="19")
    assert page.status == 422
    assert "not what the contract" in page.get("order-birth-year-error").text


HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            '"><script>alert(1)</script>',
            "' OR 1=1 --",
            "{{ 7*7 }}",
            "😀" * 40,
            "a" * 10_000,
            "\x00\x1b[31m",
            "\u202etest",
            "%n%s",
        ]
    ),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(field=st.sampled_from(sorted(MIO_TYPED)), typed=HOSTILE)
def test_hostile_input_is_refused_or_harmless(carrier: CarrierBench, field: str, typed: str) -> None:
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    page = mio.press("order-next", **{**MIO_TYPED, field: typed})
    assert page.status == 422
    assert "<script>alert" not in page.html
    assert not [e for e in page.elements if e.tag == "script" and "src" not in e.attributes]
    assert len(page.html) < 80_000


# -- never twice, never lost


def test_double_click_reload_and_back_order_once(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    mio.fill_details("base")
    mio.press("payment-next", payment="card")
    path, sent = mio.sent_by("summary-complete")
    for _ in range(3):
        assert mio.post(path, sent).get("complete-title")
    assert mio.open("/procedure/order/base/summary").get("procedure-notice").attributes["data-kind"] == "already"
    assert len(carrier.services.contracts.receipts(MIO)) == 1


def test_killed_right_after_the_order_was_stored(carrier: CarrierBench) -> None:
    """The order is there, its answer was lost, the draft is left: pressing again finds that order."""
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    mio.fill_details("base")
    mio.press("payment-next", payment="phone_bill")
    receipt = carrier.services.contracts.place(MIO, MIO_FORM, mio.sent_by("summary-complete")[1]["key"])
    assert mio.press("summary-complete").get("receipt-number").text == receipt.order_id
    assert carrier.services.drafts.find(f"line:{MIO}", "order:base") is None


def test_two_tabs_make_one_order_and_lose_nothing(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    empty_tab = mio.page
    mio.fill_details("base")
    filled_tab = mio.page
    mio.page = empty_tab
    page = mio.press("order-next")
    assert page.get("payment-title"), "the older tab's empty fields emptied nothing"
    mio.page = filled_tab
    mio.press("payment-next", payment="card")
    first = mio.sent_by("summary-complete")
    mio.open("/procedure/order/base/payment")
    mio.press("payment-next", payment="phone_bill")
    changed = mio.post(*first)
    assert changed.status == 409
    assert changed.get("summary-changed")
    assert changed.get("summary-payment").text == "With the phone bill"
    assert mio.press("summary-complete").get("complete-title")
    assert mio.post(*first).get("complete-title"), "the old tab finds the same order"
    assert len(carrier.services.contracts.receipts(MIO)) == 1


def test_a_log_in_that_ended_keeps_what_was_just_typed(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    mio.read_terms("base", base="yes")
    path, sent = mio.sent_by("order-next", terms_base="yes", **MIO_TYPED)
    carrier.clock.advance(carrier.services.context.settings.carrier_session_lifetime + 1)
    assert mio.post(path, sent).get("login-notice"), "says why, and that it is kept"
    page = mio.log_in_by_pin()
    assert page.get("order-notice").attributes["data-kind"] == "kept"
    assert page.value("order-building") == MIO_TYPED["building"]
    assert "checked" in page.get("order-agree-base").attributes
    assert mio.press("order-next").get("payment-title")


def test_another_person_on_the_same_browser_sees_nothing_of_it(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    mio.press("order-later", **MIO_TYPED)
    mio.press("site-logout")
    mio.line = None
    mio.open("/procedure")
    mio.log_in_by_d_account("rin-kato", "Bench-Kato-2026", "09000007890")
    assert "有明" not in mio.open("/procedure/order/base").html
    again = mio_on_cellular(carrier)
    assert again.open("/procedure/order/base").value("order-city") == "江東区"


def test_a_restart_at_each_step_loses_nothing(carrier: CarrierBench) -> None:
    """The server is killed between any two pages; the browser keeps its cookie and goes on."""
    mio = mio_on_cellular(carrier)

    def restart() -> None:
        jar = mio.client._cookies
        mio.carrier = make_carrier(carrier.folder, carrier.clock, seed=carrier_seed())
        mio.client = mio.carrier.client()
        mio.client._cookies = jar
        mio.carrier.services.packet.connect(mio)
        opened.append(mio.carrier)

    seeds = iter(range(100, 200))
    opened: list[CarrierBench] = []

    def carrier_seed() -> int:
        return next(seeds)

    mio.follow("procedure-order-base")
    restart()
    mio.press("order-terms-base", base="yes", **MIO_TYPED)
    restart()
    mio.press("terms-close")
    restart()
    mio.press("order-next", terms_base="yes")
    restart()
    mio.press("payment-next", payment="card")
    restart()
    assert mio.press("summary-complete").get("complete-title")
    restart()
    assert mio.follow("complete-back").state() == "ordered"
    assert len(mio.carrier.services.contracts.receipts(MIO)) == 1
    for bench in opened:
        bench.close()


def test_typing_is_kept_but_never_overtakes_a_button(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    form = next(e for e in mio.page.elements if "data-keep" in e.attributes)
    keep, first = form.attributes["data-keep"], mio.page
    sent = {**mio.page.fields(form.form), "city": "江東区"}
    kept = mio.client.post(keep, data=sent)
    assert kept.status_code == 200
    assert mio.open("/procedure/order/base").value("order-city") == "江東区"
    assert mio.page.value("order-version") == kept.text
    mio.press("order-next", street="有明3-7-18")
    late = mio.client.post(keep, data={**first.fields(form.form), "city": "x"})
    assert late.status_code == 409
    for version in ("9" * 5000, "-1", "x", "", "١"):
        assert mio.client.post(keep, data={**sent, "version": version}).status_code == 409
    assert mio.open("/procedure/order/base").value("order-street") == "有明3-7-18"


@pytest.mark.parametrize("fault", ["down", "maintenance"])
def test_what_meets_a_fault_is_sent_again_not_typed_again(carrier: CarrierBench, fault: str) -> None:
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    mio.read_terms("base", base="yes")
    carrier.faults.set("carrier.server", fault, count=1)
    page = mio.press("order-next", terms_base="yes", **MIO_TYPED)
    assert page.status == 503
    assert mio.press("problem-again").get("payment-title")
    mio.press("payment-next", payment="card")
    carrier.faults.set("carrier.server", fault, count=1)
    assert mio.press("summary-complete").status == 503
    assert mio.press("problem-again").get("complete-title")
    assert len(carrier.services.contracts.receipts(MIO)) == 1


def test_steps_cannot_be_skipped(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    assert mio.open("/procedure/order/base/summary").get("order-errors")
    assert mio.open("/procedure/order/base/payment").get("order-errors")
    assert mio.open("/procedure/order/option").get("procedure-notice"), "the option needs the base"
    assert mio.open("/procedure/order/car").status == 404
    assert mio.open("/procedure/order/base/terms/car").status == 404
    assert mio.open("/procedure/done/1N2026").status == 404


def test_somebody_elses_receipt_is_not_found(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    mio.order("base")
    number = mio.page.get("receipt-number").text
    hana = Walker(carrier, HANA)
    hana.log_in_by_pin("2580")
    assert hana.open(f"/procedure/receipts/{number}").status == 404
    assert mio.open(f"/procedure/receipts/{number}").get("receipt-print")


def test_forms_without_their_token_are_refused(carrier: CarrierBench) -> None:
    mio = mio_on_cellular(carrier)
    mio.follow("procedure-order-base")
    path, sent = mio.sent_by("order-next", **MIO_TYPED)
    page: Page = mio.post(path, {**sent, "csrf_token": "forged"})
    assert page.get("problem-title").attributes["data-kind"] == "stale"
