"""The Mynapoint app from the reservation to the points, in both orders of password and card, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from mynapoint_town import OTHER_PASSWORD, PASSWORD, Bank, Town

import phone_app.nfc.card as card_module
from core.settings import Settings
from phone_app.apps.mynapoint.application_form import ApplicationForm, clean

WRONG = "0000"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    from argon2 import PasswordHasher

    monkeypatch.setattr(card_module, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bank]:
    bank = Bank(tmp_path_factory.mktemp("bank"))
    yield bank
    bank.close()


@pytest.fixture
def town(bank: Bank, tmp_path: Path) -> Town:
    return Town(bank, tmp_path)


@pytest.fixture(params=[False, True], ids=["password-first", "card-first"])
def any_town(request: pytest.FixtureRequest, bank: Bank, tmp_path: Path) -> Town:
    return Town(bank, tmp_path, card_first=request.param)


def told(town: Town) -> str:
    return repr([(event.kind, event.data) for event in town.events.recent()])


# -- the whole way


def test_from_the_card_to_the_points(any_town: Town) -> None:
    town = any_town
    fields = town.issue()
    town.send("reserve")
    assert town.screen == ("card" if town.card_first else "password")
    town.prove()
    assert town.screen == "reserve"
    assert town.reader.laid == "", "the card has done its work"
    town.send("issue")
    assert town.screen == "reserved"
    assert len(town.state["myKeyId"]) == 8
    town.send("applyNow")
    assert town.screen == "services"
    town.to_review(fields)
    assert town.screen == "review"
    assert town.state["cleanId"] == fields["payment_service_id"]
    town.send("apply")
    town.prove()
    assert town.screen == "applied"
    application = town.state["application"]
    assert (application["state"], application["service"]) == ("accepted", "Aeon Card with electronic money WAON")
    town.send("logOut")
    assert (town.screen, town.state["loggedOut"]) == ("top", True)
    town.clock.advance(Settings().mynapoint_completion)
    town.send("applyFor")
    town.prove()
    assert (town.screen, town.state["application"]["state"]) == ("applied", "completed")
    for secret in (PASSWORD, fields["security_code"], "Waon2026"):
        assert secret not in told(town).replace(fields["payment_service_id"], "").replace("1234", "")


def test_a_page_that_is_kept_open_sees_the_points_come(town: Town) -> None:
    fields = town.issue()
    town.reserve()
    town.send("applyNow")
    town.to_review(fields)
    town.send("apply")
    town.prove()
    town.clock.advance(Settings().mynapoint_completion + 2)
    # The session is long over by then; it says so, and that nothing is lost.
    assert (town.screen, town.error) == ("problem", "session.ended")
    town.send("again")
    town.send("applyFor")
    town.prove()
    assert town.state["application"]["state"] == "completed"


def test_the_reservation_alone_is_kept(town: Town) -> None:
    town.reserve()
    key = town.state["myKeyId"]
    town.send("platformTop")
    assert (town.screen, town.state["myKeyId"]) == ("top", "")
    town.app = town.new_app()  # the phone was switched off meanwhile
    town.send("applyFor")  # MYNA-C00a
    town.prove()
    assert town.screen == "services"
    town.send("back")
    town.send("reserve")
    town.prove()
    assert (town.screen, town.state["myKeyId"], town.state["reservedBefore"]) == ("reserved", key, True)


def test_who_has_not_reserved_is_led_there(town: Town) -> None:
    town.send("applyFor")
    town.prove()
    assert (town.screen, town.error) == ("problem", "application.not_reserved")
    town.send("reserve")
    assert town.screen == "reserve", "the card was read already"
    town.send("issue")
    town.send("applyNow")
    assert town.screen == "services"


# -- the password


def test_wrong_passwords_are_counted_by_the_card(any_town: Town) -> None:
    town = any_town
    town.send("reserve")
    town.prove(WRONG)
    assert (town.screen, town.state["entry"]["left"], town.state["entry"]["digits"]) == ("password", 2, 0)
    town.type_password(WRONG)
    town.clock.advance(3)
    assert (town.screen, town.state["entry"]["left"]) == ("password", 1)
    town.app = town.new_app()  # another start of the app: the card has not forgotten
    town.reader.take_away()
    town.send("reserve")
    town.prove(WRONG)
    assert (town.screen, town.error) == ("locked", "card.locked")
    town.send("cardAgain")
    town.prove()
    assert (town.screen, town.error) == ("locked", "card.locked"), "the right one helps no more"
    town.send("askOffice")
    assert (town.app.dialog, town.state["nfc"]["office"]) == ("cardOffice", "ask")
    town.send("restoreCard")
    assert town.state["nfc"]["office"] == "done"
    town.send("closeOffice")
    town.send("cardAgain")
    town.prove()
    assert town.screen == "reserve"


def test_a_right_password_gives_the_tries_back(town: Town) -> None:
    card = town.cards["mynumber"].card
    assert card is not None
    town.send("reserve")
    town.prove(WRONG)
    town.type_password(PASSWORD)
    town.clock.advance(3)
    assert (town.screen, card.tries_left) == ("reserve", 3)


def test_digits_can_be_taken_back(town: Town) -> None:
    town.send("reserve")
    for digit in "12x":
        town.send("digit", digit)
    assert town.state["entry"]["digits"] == 2
    town.send("erase")
    town.send("erase")
    town.send("erase")
    town.prove()
    assert town.screen == "reserve"


# -- the card


def test_a_card_that_is_taken_too_early(any_town: Town) -> None:
    town = any_town
    card = town.cards["mynumber"].card
    assert card is not None
    town.send("reserve")
    if town.card_first:
        town.lay()
        town.type_password()
    else:
        town.type_password()
        town.send("layCard", "mynumber")
    town.clock.advance(0.5)
    assert town.state["stage"] == "reading"
    town.send("layCard", "mynumber")
    assert (town.screen, town.error, town.state["stage"]) == ("card", "card.removed", "waiting")
    town.clock.advance(60)
    assert (town.screen, card.tries_left) == ("card", 3)
    town.lay()
    assert town.screen == "reserve", "the password is not asked again"


def test_a_card_that_is_taken_while_the_password_is_typed(bank: Bank, tmp_path: Path) -> None:
    town = Town(bank, tmp_path, card_first=True)
    town.send("reserve")
    town.lay()
    assert town.screen == "password"
    town.send("digit", "3")
    town.send("layCard", "mynumber")
    assert (town.screen, town.error) == ("password", "card.removed")
    town.type_password(PASSWORD[1:])
    assert (town.screen, town.error) == ("card", "card.removed")
    town.lay()
    assert town.screen == "reserve"


def test_other_cards(any_town: Town) -> None:
    town = any_town
    town.send("reserve")
    if not town.card_first:
        town.type_password()
    town.lay("licence")
    assert (town.screen, town.error) == ("card", "card.foreign")
    town.lay("mynumber")  # in its place
    if town.card_first:
        town.type_password()
        town.clock.advance(3)
    assert town.screen == "reserve"


def test_a_card_of_no_use_is_rightly_taken_away(any_town: Town) -> None:
    town = any_town
    town.send("reserve")
    if not town.card_first:
        town.type_password()
    town.lay("licence")
    town.send("layCard", "licence")
    assert (town.screen, town.error) == ("card", "")


def test_between_two_tries_the_card_may_be_taken_away_where_the_password_comes_first(town: Town) -> None:
    town.send("reserve")
    town.prove(WRONG)
    town.send("layCard", "mynumber")
    assert (town.screen, town.error) == ("password", "")
    town.prove()
    assert town.screen == "reserve"


def test_the_application_wants_the_card_of_the_log_in(town: Town) -> None:
    fields = town.issue()
    town.reserve()
    town.send("applyNow")
    town.to_review(fields)
    town.send("apply")
    town.prove(OTHER_PASSWORD, "other")
    assert (town.screen, town.error) == ("problem", "card.other")
    town.send("again")
    assert town.screen == "review"
    town.send("apply")
    town.prove()
    assert town.screen == "applied"


@pytest.mark.parametrize("kind", ["removed", "unreadable"])
@pytest.mark.parametrize("operation", ["connect", "read"])
def test_bad_contact(any_town: Town, kind: str, operation: str) -> None:
    town = any_town
    town.faults.set("phone.nfc", kind, count=1, match=operation)
    town.send("reserve")
    town.prove()
    assert (town.screen, town.error) == ("card", f"card.{kind}")
    if town.reader.laid:
        town.send("layCard", "mynumber")
    town.lay()
    if town.screen == "password":
        town.type_password()
        town.clock.advance(3)
    assert town.screen == "reserve"


def test_a_slow_contact_is_waited_for(town: Town) -> None:
    town.faults.set("phone.nfc", "slow", delay=5.0)
    town.send("reserve")
    town.type_password()
    town.lay()
    assert town.state["stage"] == "waiting"
    town.clock.advance(20)
    assert town.screen == "reserve"


def test_without_a_reader(town: Town) -> None:
    town.nfc = False
    town.send("reserve")
    town.type_password()
    assert (town.screen, town.error, town.state["stage"]) == ("card", "nfc.off", "off")
    town.send("switchNfcOn")
    assert (town.nfc, town.error, town.state["stage"]) == (True, "", "waiting")
    town.lay()
    assert town.screen == "reserve"
    town.send("back")
    town.faults.set("phone.nfc", "absent")
    town.send("reserve")
    town.type_password()
    assert town.error == "nfc.absent"
    town.send("platformTop")
    assert (town.screen, town.error) == ("top", "")


def test_nfc_is_switched_off_while_the_card_lies_there(town: Town) -> None:
    town.send("reserve")
    town.type_password()
    town.send("layCard", "mynumber")
    town.nfc = False
    town.clock.advance(3)
    assert (town.screen, town.error) == ("card", "nfc.off")


def test_leaving_the_app_ends_the_reading(any_town: Town) -> None:
    town = any_town
    town.send("reserve")
    town.prove(PASSWORD[:3])
    town.app.left()
    town.clock.advance(60)
    town.app.opened()
    assert town.state["entry"]["digits"] == 0
    town.reader.take_away()
    town.prove()
    assert town.screen == "reserve"


def test_the_way_back(any_town: Town) -> None:
    town = any_town
    town.send("reserve")
    if town.card_first:
        town.lay()
    else:
        town.type_password()
        assert town.app.back()
        assert (town.screen, town.state["entry"]["digits"]) == ("password", 0)
    assert town.app.back()
    assert town.screen == "top"
    assert not town.app.back()
    assert town.reader.laid == ""


# -- the platform


@pytest.mark.parametrize(
    ("port", "kind", "code"),
    [
        ("phone.http", "unreachable", "cloud.unreachable"),
        ("phone.http", "timeout", "cloud.timeout"),
        ("phone.http", "lost", "cloud.timeout"),
        ("points.server", "maintenance", "points.maintenance"),
        ("points.server", "down", "cloud.broken"),
    ],
)
def test_a_platform_that_is_away_costs_no_try(town: Town, port: str, kind: str, code: str) -> None:
    town.faults.set(port, kind, count=1)
    town.send("reserve")
    town.prove()
    assert (town.screen, town.error) == ("problem", code)
    card = town.cards["mynumber"].card
    assert card is not None
    assert card.tries_left == 3
    town.send("again")
    assert town.screen == "card", "the password is still known"
    town.lay()
    assert town.screen == "reserve"


def test_no_network(town: Town) -> None:
    town.online = False
    town.send("reserve")
    town.prove()
    assert town.error == "phone.offline"
    town.online = True
    town.send("again")
    town.lay()
    assert town.screen == "reserve"


@pytest.mark.parametrize("call", ["log-in", "reservation", "applications/check", "POST /mykey/api/applications"])
def test_a_lost_answer_is_asked_for_again(town: Town, call: str) -> None:
    fields = town.issue()
    town.faults.set("phone.http", "lost", count=1, match=call)

    def on() -> None:
        if town.error:
            assert (town.screen, town.error) == ("problem", "cloud.timeout")
            town.send("again")

    town.send("reserve")
    town.prove()
    on()
    if town.screen == "password":  # the nonce was used up with the answer
        town.prove()
    town.send("issue")
    on()
    town.send("applyNow")
    town.to_review(fields)
    on()
    if town.screen == "form":
        town.send("check")
    town.send("apply")
    town.prove()
    on()
    assert town.screen == "applied"


def test_a_session_that_ended(town: Town) -> None:
    fields = town.issue()
    town.reserve()
    town.send("applyNow")
    town.clock.advance(Settings().carrier_session_lifetime + 1)
    town.to_review(fields)
    assert (town.screen, town.error) == ("problem", "session.ended")
    town.send("again")
    assert town.screen == "top"


def test_a_card_of_another_bench(town: Town, tmp_path: Path) -> None:
    elsewhere = Bank(tmp_path / "elsewhere", seed=4)
    town.app = town.new_app(elsewhere.http)
    town.send("reserve")
    town.prove()
    assert (town.screen, town.error) == ("problem", "card.refused")
    elsewhere.close()


def test_a_bench_without_a_platform(town: Town) -> None:
    town.app._platform._http = None
    town.send("reserve")
    assert (town.screen, town.error) == ("problem", "points.none")
    town.send("again")
    assert town.screen == "top"


# -- search and form


def test_the_search(town: Town) -> None:
    town.reserve()
    town.send("applyNow")
    town.send("search", "  ")
    assert not town.state["search"]["done"]
    town.send("search", "どこにもない")
    assert (town.state["search"]["done"], town.state["search"]["found"]) == (True, [])
    town.faults.set("phone.http", "unreachable", count=1)
    town.send("search", "イオン")
    assert (town.screen, town.error) == ("services", "cloud.unreachable")
    town.send("search", "イオン")
    assert [item["key"] for item in town.state["search"]["found"]] == ["aeon_waon", "aeon_cash_debit"]
    town.send("toTerms")
    assert town.screen == "services", "nothing was chosen"
    town.send("chooseService", "aeon-waon")
    town.send("toTerms")
    town.send("toForm")
    assert town.screen == "terms", "the box was not ticked"


def test_what_does_not_match_stays_on_the_form(town: Town) -> None:
    fields = town.issue()
    town.reserve()
    town.send("applyNow")
    town.to_review(fields | {"security_code": "0"})
    assert (town.screen, town.error) == ("form", "application.not_matching")
    town.send("type", {"security_code": ""})
    town.send("check")
    assert town.state["form"]["mistakes"] == ["security_code"]
    grouped = "-".join(fields["payment_service_id"][place : place + 4] for place in (0, 4, 8))
    town.send("type", {"security_code": fields["security_code"], "payment_service_id": f" {grouped} "})
    town.send("check")
    assert (town.screen, town.error) == ("review", "")
    town.send("back")
    assert town.state["form"]["securityCode"] == fields["security_code"], "nothing that was typed is lost"


def test_an_answer_that_comes_after_its_page_was_left_blocks_nothing(town: Town) -> None:
    fields = town.issue()
    town.reserve()
    town.send("applyNow")
    town.app._searching = True  # asked, and not answered yet
    town.send("back")
    town.send("applyFor")
    town.prove()
    town.to_review(fields)
    assert town.screen == "review"
    town.send("back")
    town.app._checking = True
    town.send("back")
    town.send("toForm")
    town.send("check")
    assert town.screen == "review"


def test_a_service_that_cannot_be_applied_for(town: Town) -> None:
    town.reserve()
    town.send("applyNow")
    town.send("search", "ベンチ")
    town.send("chooseService", "bench-pay")
    town.send("toTerms")
    town.send("agree", True)
    town.send("toForm")
    town.send("type", {"payment_service_id": "1", "security_code": "2", "phone_last4": "1234"})
    town.send("check")
    assert (town.screen, town.error) == ("form", "application.service_unknown")


def test_one_application_a_person(town: Town) -> None:
    fields = town.issue()
    town.reserve()
    town.send("applyNow")
    other_app = town.new_app()
    app, town.app = town.app, other_app  # the same person, with the app on another phone
    town.send("applyFor")
    town.prove()
    town.to_review(town.issue())
    town.app = app
    town.to_review(fields)
    town.send("apply")
    town.prove()
    assert town.screen == "applied"
    town.app = other_app
    town.send("apply")
    town.prove()
    assert (town.screen, town.error) == ("problem", "application.already_applied")
    town.send("showApplication")
    assert (town.screen, town.state["application"]["state"]) == ("applied", "accepted")


def test_an_id_that_somebody_else_has_used(town: Town) -> None:
    fields = town.issue()
    town.reserve()
    town.send("applyNow")
    town.to_review(fields)
    town.send("apply")
    town.prove()
    town.app = town.new_app()
    town.send("reserve")
    town.prove(OTHER_PASSWORD, "other")
    town.send("issue")
    town.send("applyNow")
    town.to_review(fields)
    assert (town.screen, town.error) == ("form", "application.id_used")


def test_unknown_events_and_values_do_nothing(town: Town) -> None:
    for event in (
        "issue",
        "apply",
        "check",
        "toForm",
        "toTerms",
        "logOut",
        "again",
        "cardAgain",
        "restoreCard",
        "nope",
    ):
        town.send(event, None)
    town.send("layCard", "nothing")
    town.send("type", "text")
    assert (town.screen, town.error) == ("top", "")


@pytest.mark.parametrize(
    ("typed", "cleaned"), [("１２３４ 5678", "12345678"), ("0-0", "00"), ("", ""), ("ー‐－", ""), ("a b", "ab")]
)
def test_cleaning(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


@pytest.mark.parametrize("last4", ["123", "12345", "12a4", "一二三四"])
def test_the_last_four_digits_are_four(last4: str) -> None:
    form = ApplicationForm({"payment_service_id": "1", "security_code": "2", "phone_last4": last4})
    assert not form.check()
    assert form.mistakes == ["phone_last4"]


SCREENS = {
    *("top", "password", "card", "locked", "reserve", "reserved", "services", "terms", "form", "review"),
    *("applied", "problem"),
}
EVENTS: list[tuple[str, object]] = [
    *(
        (name, None)
        for name in ("reserve", "applyFor", "erase", "switchNfcOn", "cardAgain", "askOffice", "restoreCard")
    ),
    *(
        (name, None)
        for name in ("closeOffice", "issue", "applyNow", "platformTop", "toTerms", "toForm", "check", "apply")
    ),
    *(
        (name, None)
        for name in ("refresh", "logOut", "again", "showApplication", "back", "left", "opened", "wait", "prove")
    ),
    *(("layCard", key) for key in ("mynumber", "other", "licence")),
    *(("digit", digit) for digit in "3141"),
    *(("wrong", None), ("nfc", False), ("nfc", True), ("online", False), ("online", True)),
    *(("search", "イオン"), ("chooseService", "aeon-waon"), ("agree", True), ("fill", None)),
]


@examples(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.booleans(), st.lists(st.sampled_from(EVENTS), max_size=40))
def test_whatever_is_touched_leads_somewhere(
    bank: Bank, tmp_path_factory: pytest.TempPathFactory, card_first: bool, events: list[tuple[str, object]]
) -> None:
    town = Town(bank, tmp_path_factory.mktemp("walk"), card_first=card_first)
    card = town.cards["mynumber"].card
    assert card is not None
    fields = {"payment_service_id": "1", "security_code": "2", "phone_last4": "1234"}
    for name, value in events:
        before = card.tries_left
        if name == "wait":
            town.clock.advance(5)
        elif name in ("left", "opened"):
            getattr(town.app, name)()
        elif name in ("nfc", "online"):
            setattr(town, name, value)
        elif name == "prove":
            town.prove()
        elif name == "wrong":
            town.type_password(WRONG)
        elif name == "fill":
            town.send("type", fields)
        else:
            town.send(name, value)
        state = town.state
        assert town.screen in SCREENS
        assert state["entry"]["digits"] <= 4
        assert (town.screen == "problem") <= bool(town.error), "a problem's page says what it is"
        assert card.tries_left >= before - 1
        if town.screen in ("reserve", "reserved", "services", "terms", "form", "review", "applied"):
            assert town.app._token, "nobody is inside without a log-in"
        if state["nfc"]["laid"] and town.screen not in ("password", "card", "locked"):
            assert not town.reader.connected, "no card is read where none is wanted"
    town.app.forget()
    assert (town.screen, town.app._token, town.reader.laid) == ("top", "", "")
