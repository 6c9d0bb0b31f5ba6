"""The management site: its pages, its rules, and what a person finds after presses that came twice or too late."""

from __future__ import annotations

import pytest
from carrier_bench import HANA, MIO, RIN, CarrierBench
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from management_walk import KAITO, REN, YUI, Manager
from procedure_walk import Walker

from cloud.carrier.rules.contracts import Item, State
from core.settings import Settings


def test_the_first_page_of_the_service_alone(carrier: CarrierBench) -> None:
    ren = Manager(carrier, REN)
    assert ren.page.status == 200
    assert ren.text("management-daccount") == "ren-nakamura", "the account of the line, also after a network PIN"
    assert ren.text("management-plan") == "ワンナンバーサービス"
    assert (ren.names(), ren.text("management-date-1"), ren.text("management-imei-1")) == (
        ["BMW"],
        "2021年07月20日",
        "bmw",
    )
    for absent in ("management-count", "management-edit-1", "management-release-1", "management-cancel-option"):
        assert absent not in ren.page.ids()
    assert ren.follow("management-device-1").status == 200
    assert [ren.text(f"device-{fact}") for fact in ("type", "name", "date", "imei")] == [
        *("BMW", "BMW"),
        "2021年07月20日",
        "bmw",
    ]


def test_the_first_page_with_the_option(carrier: CarrierBench) -> None:
    yui = Manager(carrier, YUI)
    assert yui.text("management-plan") == "ワンナンバーサービス＋マルチデバイスオプション"
    assert yui.text("management-count") == "3 / 5"
    assert yui.names() == ["BMW", "Apple Watch Series 6", "Apple Watch SE"]
    assert [yui.text(f"management-imei-{row}") for row in (1, 2)] == ["bmw", "004999010640018"]
    assert [yui.text(f"management-free-{row}") for row in (4, 5)] == ["未登録", "未登録"]
    assert "management-order-option" not in yui.page.ids(), "what is there is not sold again"
    full = Manager(carrier, KAITO)
    assert full.text("management-count") == "5 / 5"
    assert not [name for name in full.page.ids() if name.startswith("management-free-")]


def test_the_option_is_ordered_from_here(carrier: CarrierBench) -> None:
    ren = Manager(carrier, REN)
    assert "order-option" in ren.follow("management-order-option").ids()
    yui = Manager(carrier, YUI)
    yui.open("/procedure/order/option")
    assert yui.page.get("procedure-notice").attributes["data-kind"] == "already"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_history_is_newest_first(carrier: CarrierBench, language: str) -> None:
    kaito = Manager(carrier, KAITO, language)
    kaito.follow("management-history")
    rows = [
        [kaito.text(f"history-{fact}-{row}") for fact in ("kind", "date", "time", "name", "imei")] for row in (1, 2, 3)
    ]
    if language == "ja":
        assert rows == [
            ["登録", "2022年09月12日", "16:43", "BMW", "bmw"],
            ["登録", "2022年09月12日", "14:17", "AW7", "–"],
            ["解除", "2022年09月07日", "21:26", "ON01", "–"],
        ]
    else:
        assert rows[2] == ["released", "September 7, 2022", "21:26", "ON01", "–"]
    times = [element.attributes.get("data-time", "") for element in kaito.page.elements if element.tag == "li"]
    times = [time for time in times if time]
    assert len(times) == 7
    assert times == sorted(times, reverse=True)


def test_a_history_without_entries_says_so(carrier: CarrierBench) -> None:
    hana = Manager(carrier, HANA)
    assert hana.text("management-free-1") == "未登録"
    hana.follow("management-history")
    assert hana.text("history-none")


def test_a_name_is_shown_once_more_and_then_changed(carrier: CarrierBench) -> None:
    yui = Manager(carrier, YUI)
    yui.follow("management-edit-1")
    assert (yui.text("edit-type"), yui.page.value("edit-name"), yui.text("edit-imei")) == ("BMW", "BMW", "bmw")
    yui.check_name(" 私の　BMW ")
    assert (yui.text("confirm-old"), yui.text("confirm-new")) == ("BMW", "私の BMW")
    assert carrier.services.registrations.of(YUI)[0].name == "BMW", "nothing is stored yet"
    yui.follow("confirm-back")
    assert yui.page.value("edit-name") == "私の BMW", "what was typed is there to be corrected"
    yui.check_name("私のBMW")
    path, sent = yui.sent_by("confirm-save")
    yui.post(path, sent)
    assert (yui.names()[0], yui.notice()) == ("私のBMW", "renamed")
    yui.post(path, sent)
    assert (yui.names()[0], yui.notice()) == ("私のBMW", "renamed"), "pressed twice"
    yui.follow("management-history")
    assert yui.text("history-name-1") == "Apple Watch SE", "a change of name is no entry"
    assert yui.text("history-name-3") == "BMW", "what it was called when it was registered"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "空白のみ"),
        ("\u3000 ", "空白のみ"),
        ("x" * 31, "30文字以内"),
        ("BMW/2", "「/」は利用できません"),
        ("<b>", "「<」は利用できません"),
        ("Apple Watch SE", "同じ名称"),
        ("ａｐｐｌｅ watch se", "同じ名称"),
    ],
)
def test_a_name_against_the_rules_is_told_and_kept(carrier: CarrierBench, typed: str, says: str) -> None:
    yui = Manager(carrier, YUI)
    yui.follow("management-edit-1")
    yui.check_name(typed)
    assert yui.page.status == 422
    assert says in yui.text("edit-name-error")
    assert yui.page.value("edit-name") == typed
    assert yui.text("edit-errors").startswith("入力内容をご確認ください")
    path = yui.page.get("edit-form").attributes["action"].removesuffix("/confirm")
    assert yui.open(path).status == 200
    answer = yui.post(path, {**_token(yui), "name": typed})
    assert answer.status == 422, "nor by a request that skips the page in between"
    assert carrier.services.registrations.of(YUI)[0].name == "BMW"


def _token(walker: Walker) -> dict[str, str]:
    found = next(e for e in walker.page.elements if e.attributes.get("name") == "csrf_token")
    return {"csrf_token": found.attributes["value"]}


@pytest.mark.parametrize("name", ["a", "あ" * 30, "Ａ-ｂ_ｃ.ｄ＋", "ｶｰ 2"])
def test_the_lengths_and_signs_of_the_guide_are_taken(carrier: CarrierBench, name: str) -> None:
    yui = Manager(carrier, YUI)
    yui.follow("management-edit-2")
    yui.check_name(name)
    yui.press("confirm-save")
    assert yui.names()[1] == name


def test_whoever_cancels_changes_nothing(carrier: CarrierBench) -> None:
    yui = Manager(carrier, YUI)
    before = carrier.services.registrations.of(YUI)
    for begin, cancel in (("management-edit-2", "edit-cancel"), ("management-release-2", "release-cancel")):
        yui.follow(begin)
        yui.follow(cancel)
        assert (yui.names(), yui.notice()) == (["BMW", "Apple Watch Series 6", "Apple Watch SE"], "")
    assert carrier.services.registrations.of(YUI) == before


def test_a_release_frees_a_place_and_is_in_the_history(carrier: CarrierBench) -> None:
    yui, told = Manager(carrier, YUI), []
    carrier.services.registrations.on_change.append(told.append)
    yui.follow("management-release-3")
    assert [yui.text(f"release-{fact}") for fact in ("name", "date", "imei")] == [
        "Apple Watch SE",
        "2021年07月20日",
        "004999010640026",
    ]
    path, sent = yui.sent_by("release-submit")
    yui.post(path, sent)
    assert (yui.notice(), yui.text("management-count")) == ("released", "2 / 5")
    assert [yui.text(f"management-free-{row}") for row in (3, 4, 5)] == ["未登録"] * 3
    yui.post(path, sent)
    assert (yui.notice(), yui.text("management-count")) == ("gone", "2 / 5"), "pressed twice"
    assert told == [YUI]
    yui.follow("management-history")
    assert [yui.text(f"history-{fact}-1") for fact in ("kind", "name", "date")] == [
        *("解除", "Apple Watch SE"),
        "2026年04月01日",
    ]
    assert carrier.services.contracts.view(YUI).state is State.ONE_NUMBER_MULTI, "the contract is as it was (X-03)"
    assert yui.open("/procedure").get("procedure-status").attributes["data-state"] == "one_number_multi"


def test_a_released_sim_is_not_let_in_any_more(carrier: CarrierBench) -> None:
    sim = "001010000000144"
    assert carrier.services.hlr.subscriber(sim) is not None
    yui = Manager(carrier, YUI)
    yui.follow("management-release-3")
    yui.press("release-submit")
    assert carrier.services.hlr.subscriber(sim) is None


def test_the_service_alone_releases_on_the_devices_page_to_make_room(carrier: CarrierBench) -> None:
    ren, registry = Manager(carrier, REN), carrier.services.registrations
    eid = "89081000000000000000000000004305"
    assert registry.free_slots(REN) == 0
    ren.follow("management-device-1")
    ren.follow("device-release")
    ren.press("release-submit")
    assert (ren.notice(), ren.text("management-free-1")) == ("released", "未登録")
    registry.begin(REN, eid=eid, imei="mini", name="MINI")
    ren.open("/management")
    assert ren.text("management-free-1").endswith("MINIの登録を手続き中です。")
    registry.activate(REN, eid)
    ren.open("/management")
    assert (ren.names(), ren.text("management-date-1")) == (["MINI"], "2026年04月01日")


def test_what_another_window_released_is_told(carrier: CarrierBench) -> None:
    yui = Manager(carrier, YUI)
    yui.follow("management-edit-2")
    yui.check_name("ランニング用")
    save = yui.sent_by("confirm-save")
    accessory = carrier.services.registrations.of(YUI)[1]
    carrier.services.registrations.release(YUI, accessory.id)
    yui.post(*save)
    assert yui.notice() == "gone"
    for page in ("", "/edit", "/edit/confirm?name=x", "/release"):
        yui.open(f"/management/accessories/{accessory.id}{page}")
        assert yui.notice() == "gone", page


def test_accessories_of_others_are_not_there(carrier: CarrierBench) -> None:
    ren, theirs = Manager(carrier, REN), carrier.services.registrations.of(YUI)[0].id
    token = _token(ren)
    for page in ("", "/edit", "/edit/confirm?name=x", "/release"):
        assert ren.open(f"/management/accessories/{theirs}{page}").status == 404, page
    for page in ("/edit", "/release"):
        assert ren.post(f"/management/accessories/{theirs}{page}", {**token, "name": "x"}).status == 404
    assert ren.page.get("problem-top").attributes["href"] == "/management/"
    assert carrier.services.registrations.of(YUI)[0].name == "BMW"


def test_the_service_alone_has_nothing_to_edit(carrier: CarrierBench) -> None:
    ren = Manager(carrier, REN)
    accessory, token = carrier.services.registrations.of(REN)[0].id, _token(ren)
    for page in ("/edit", "/edit/confirm?name=x"):
        assert "device-name" in ren.open(f"/management/accessories/{accessory}{page}").ids()
    ren.post(f"/management/accessories/{accessory}/edit", {**token, "name": "x"})
    assert ren.text("device-name") == "BMW"


def test_without_a_contract_there_is_an_error_page_with_a_way_on(carrier: CarrierBench) -> None:
    mio = Manager(carrier, MIO)
    for page in ("/management", "/management/history", "/management/accessories/1/release"):
        assert mio.open(page).status == 403, "ONE-MDO-08"
        assert mio.page.get("management-no-contract").attributes["data-state"] == "none"
    assert "order-base" in mio.follow("management-order-base").ids()
    mio.fill_details("base")
    mio.press("payment-next", payment="phone_bill")
    mio.press("summary-complete")
    assert mio.open("/management").get("management-no-contract").attributes["data-state"] == "ordered"
    carrier.clock.advance(Settings().order_activation_delay + 1)
    mio.follow("management-reload")
    assert mio.text("management-free-1") == "未登録"


def test_a_d_account_without_a_line_is_set_up_first(carrier: CarrierBench) -> None:
    rin = Walker(carrier)
    rin.open("/management/history")
    rin.log_in_by_d_account("rin-kato", "Bench-Kato-2026", RIN)
    assert "daccount-not-tied" in rin.page.ids()


def test_the_log_in_leads_back_to_where_one_was_going(carrier: CarrierBench) -> None:
    pc = Walker(carrier, language="ja")
    pc.open("/management/history")
    pc.log_in_by_d_account("yui-yamamoto", "Bench-Yamamoto-2026", YUI)
    assert "history-list" in pc.page.ids()
    pc.press("site-logout")
    assert "daccount-id" in pc.page.ids(), "logged out"
    pc.log_in_by_d_account("yui-yamamoto", "Bench-Yamamoto-2026", YUI)
    assert "management-plan" in pc.page.ids(), "and back on this site"


def test_a_log_in_that_ended_loses_no_press_unseen(carrier: CarrierBench) -> None:
    yui = Manager(carrier, YUI)
    yui.follow("management-release-2")
    path, sent = yui.sent_by("release-submit")
    carrier.clock.advance(Settings().carrier_session_lifetime + 1)
    yui.post(path, sent)
    assert "pin-code" in yui.page.ids()
    yui.log_in_by_pin("6039")
    assert yui.text("release-name") == "Apple Watch Series 6", "the person decides again"
    assert len(carrier.services.registrations.of(YUI)) == 3, "nothing was released by itself"
    yui.open("/management")
    yui.follow("management-edit-2")
    yui.check_name("ランニング用")
    save = yui.sent_by("confirm-save")
    carrier.clock.advance(Settings().carrier_session_lifetime + 1)
    yui.post(*save)
    yui.log_in_by_pin("6039")
    assert yui.page.value("edit-name") == "ランニング用", "what was typed is still there"
    carrier.clock.advance(Settings().carrier_session_lifetime + 1)
    yui.open(f"/management/accessories/{carrier.services.registrations.of(YUI)[1].id}/edit")
    yui.log_in_by_pin("6039")
    assert yui.page.value("edit-name") == "Apple Watch Series 6", "a page that was opened is the one to come to"


def test_a_press_that_met_maintenance_is_sent_again_not_typed_again(carrier: CarrierBench) -> None:
    yui = Manager(carrier, YUI)
    yui.follow("management-edit-2")
    yui.check_name("ランニング用")
    carrier.faults.set("carrier.server", "maintenance", count=1)
    yui.press("confirm-save")
    assert yui.page.get("problem-title").attributes["data-kind"] == "maintenance"
    assert yui.page.get("problem-top").attributes["href"] == "/management/"
    yui.press("problem-again")
    assert (yui.names()[1], yui.notice()) == ("ランニング用", "renamed")
    yui.follow("management-release-2")
    carrier.faults.set("carrier.server", "down", count=1)
    yui.press("release-submit")
    assert len(carrier.services.registrations.of(YUI)) == 3
    yui.press("problem-again")
    assert yui.notice() == "released"


# -- the way out


def test_cancelling_is_refused_until_one_is_left(carrier: CarrierBench) -> None:
    yui = Manager(carrier, YUI)
    token = _token(yui)
    for which in ("option", "service"):
        yui.open("/management")
        yui.follow(f"management-cancel-{which}")
        assert (yui.page.status, yui.page.get("cancel-refused").attributes["data-count"]) == (409, "3")
        assert yui.post(f"/procedure/cancel/{which}", {**token, "understood": "yes"}).status == 409
        yui.follow("cancel-manage")
        assert yui.text("management-count") == "3 / 5"
    for left in (2, 1):
        yui.follow("management-release-1")
        yui.press("release-submit")
        assert yui.text("management-count") == f"{left} / 5"
    yui.follow("management-cancel-option")
    assert yui.press("cancel-submit").status == 422, "without a tick nothing ends"
    yui.press("cancel-submit", understood="yes")
    assert yui.page.get("cancelled-title").attributes["data-what"] == "option"
    yui.follow("cancelled-manage")
    assert (yui.text("management-plan"), yui.names()) == ("ワンナンバーサービス", ["Apple Watch SE"])


def test_the_service_ends_with_its_last_accessory(carrier: CarrierBench) -> None:
    ren = Manager(carrier, REN)
    ren.follow("management-cancel-service")
    assert ren.text("cancel-accessory")
    path, sent = ren.sent_by("cancel-submit", understood="yes")
    ren.post(path, sent)
    assert ren.page.get("cancelled-title").attributes["data-what"] == "service"
    ren.post(path, sent)
    assert ren.page.get("cancelled-title").attributes["data-what"] == "service", "pressed twice"
    assert carrier.services.registrations.of(REN) == []
    assert [entry.kind for entry in carrier.services.registrations.history(REN)] == ["released", "registered"]
    assert ren.open("/management").status == 403
    assert ren.open("/procedure/cancel/service").state() == "none"
    assert ren.open("/procedure/cancel/everything").status == 404


def test_what_was_registered_meanwhile_stops_the_cancellation(carrier: CarrierBench) -> None:
    carrier.services.contracts.provide(MIO, (Item.BASE, Item.OPTION))
    mio, registry = Manager(carrier, MIO), carrier.services.registrations
    mio.follow("management-cancel-option")
    press = mio.sent_by("cancel-submit", understood="yes")
    for number in range(2):
        registry.begin(MIO, eid=f"8908100000000000000000000000440{number}")
        registry.activate(MIO, f"8908100000000000000000000000440{number}")
    assert mio.post(*press).status == 409
    assert carrier.services.contracts.view(MIO).state is State.ONE_NUMBER_MULTI


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=45))
def test_no_text_breaks_the_page(carrier: CarrierBench, typed: str) -> None:
    """Whatever is typed: one of the pages, never a failure, and the page shows it as text."""
    client = carrier.client()
    carrier.services.packet.connect(Everybody())
    headers = {"X-Packet-Session": YUI}
    with client.session_transaction() as session:
        session["sid"] = carrier.services.sessions.begin(msisdn=YUI, method="network_pin")
    accessory = carrier.services.registrations.of(YUI)[0].id
    answer = client.get(
        f"/management/accessories/{accessory}/edit/confirm", query_string={"name": typed}, headers=headers
    )
    assert answer.status_code in (200, 422)


class Everybody:
    """A network that believes what a phone says of itself."""

    def msisdn_of(self, session_token: str) -> str | None:
        return session_token
