"""Mynapoint without its pages: the bank's rules, the one-time password, the platform over HTTP with a real card."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from points_bench import CARD, FORM, PHONE, TODAY, Desk

from cloud.points.rules.cards import check_digit, clean_card, demo_number
from cloud.points.rules.passwords import checked_password
from cloud.points.rules.registration import Registration, check_registration
from core.errors import BenchError
from core.jpki.authority import load_or_make_authority
from core.settings import Settings


@given(st.text(alphabet="0123456789", min_size=15, max_size=15), st.integers(0, 14), st.integers(1, 9))
def test_the_check_digit_finds_each_single_slip(body: str, place: int, change: int) -> None:
    wrong = body[:place] + str((int(body[place]) + change) % 10) + body[place + 1 :]
    assert check_digit(wrong) != check_digit(body)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "card.missing"),
        ("1234", "card.malformed"),
        (CARD[:-1] + str((int(CARD[-1]) + 1) % 10), "card.malformed"),
        ("4111111111111111", "card.not_a_test_card"),
        (demo_number("aeon_card", 1), "card.not_eligible"),
        (demo_number("credit_other", 1), "card.not_eligible"),
        (demo_number("cash_debit", 1), "card.other_kind"),
        ("カード", "card.malformed"),
    ],
)
def test_cards_that_are_refused(typed: str, code: str) -> None:
    with pytest.raises(BenchError) as told:
        clean_card(typed, "aeon_card_waon")
    assert told.value.code == code


def test_a_card_number_may_be_typed_in_groups_and_full_width() -> None:
    grouped = "　".join(CARD[i : i + 4] for i in range(0, 16, 4)).translate(
        {ord(str(d)): chr(0xFF10 + d) for d in range(10)}
    )
    assert clean_card(grouped, "aeon_card_waon") == CARD


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "password.missing"),
        ("Ab1", "password.too_short"),
        ("abcdefgh", "password.needs_digit"),
        ("12345678", "password.needs_letter"),
        ("Abcd１２３４", "password.not_half_width"),
        ("Abcd 1234", "password.not_half_width"),
        ("Abcd1234" * 9, "password.too_long"),
    ],
)
def test_passwords_that_break_the_rule(typed: str, code: str) -> None:
    with pytest.raises(BenchError) as told:
        checked_password(typed)
    assert told.value.code == code


def test_the_form_of_the_registration() -> None:
    found, errors = check_registration(FORM, TODAY)
    assert found == Registration("aeon_card_waon", CARD, "アオキ ハナ", "1990-05-14", PHONE)
    assert not errors
    bad = {"card_kind": "", "card_number": "x", "name_kana": "青木", "birth_date": "2026-02-30", "phone": "0312345678"}
    found, errors = check_registration(bad, TODAY)
    assert found is None
    assert {name: error.code for name, error in errors.items()} == {
        "card_kind": "card.kind_missing",
        "card_number": "card.malformed",
        "name_kana": "name.not_kana",
        "birth_date": "birth_date.malformed",
        "phone": "phone.not_mobile",
    }
    assert {error.code for error in check_registration({}, TODAY)[1].values()} == {
        "card.kind_missing", "card.missing", "name.missing", "birth_date.missing", "phone.missing",
    }  # fmt: skip


@given(st.dictionaries(st.sampled_from(list(FORM)), st.text(max_size=60)))
def test_nothing_typed_breaks_the_form(typed: dict[str, str]) -> None:
    found, errors = check_registration(FORM | typed, TODAY)
    assert (found is None) == bool(errors)


def test_the_one_time_password_has_its_limits(desk: Desk) -> None:
    one_time = desk.server.services.one_time
    registration, _ = check_registration(FORM, TODAY)
    assert registration is not None
    secret = one_time.begin(registration, "ja")
    assert desk.post.messages[0][0] == PHONE
    first = desk.post.code
    with pytest.raises(BenchError, match=r"otp\.too_soon"):
        one_time.resend(secret)
    desk.clock.advance(Settings().security_code_resend_pause + 1)
    one_time.resend(secret)
    if desk.post.code != first:
        with pytest.raises(BenchError, match=r"otp\.wrong"):
            one_time.check(secret, first)
    assert one_time.registration(secret) is None, "not proven yet"
    one_time.check(secret, f" {desk.post.code[:3]}-{desk.post.code[3:]} ")
    assert one_time.registration(secret) == registration
    other = one_time.begin(registration, "ja")
    wrong = "000000" if desk.post.code != "000000" else "111111"
    for left in (4, 3, 2, 1):
        with pytest.raises(BenchError) as told:
            one_time.check(other, wrong)
        assert told.value.params["attempts_left"] == left
    for typed in (wrong, desk.post.code):
        with pytest.raises(BenchError, match=r"otp\.too_many_tries"):
            one_time.check(other, typed)
    desk.clock.advance(Settings().security_code_lifetime + 1)
    with pytest.raises(BenchError, match=r"otp\.expired"):
        one_time.check(other, desk.post.code)


def test_no_secret_is_in_the_log_or_in_the_clear(desk: Desk, tmp_path: Path) -> None:
    fields = desk.issue()
    log = repr([event.data for event in desk.events.recent()])
    stored = b"".join(path.read_bytes() for path in (tmp_path / "points").glob("points.sqlite3*"))
    assert fields["security_code"] not in log.replace(fields["phone_last4"], "")
    assert CARD not in log
    assert "Waon2026" not in log
    assert b"Waon2026" not in stored
    assert desk.server.services.bank.get(fields["payment_service_id"]) is not None
    assert (tmp_path / "points" / "points.sqlite3").stat().st_mode & 0o077 == 0


def test_who_may_see_the_id_again(desk: Desk) -> None:
    fields = desk.issue()
    bank = desk.server.services.bank
    session = bank.log_in("090-0000-1234", "Waon2026")
    shown = bank.of_session(session)
    assert shown is not None
    assert shown.payment_service_id == fields["payment_service_id"]
    assert desk.issue()["payment_service_id"] == fields["payment_service_id"], "the same card again"
    with pytest.raises(BenchError, match=r"bank\.wrong"):
        bank.log_in("09000009999", "Waon2026")
    for _ in range(Settings().sign_in_attempts - 1):
        with pytest.raises(BenchError, match=r"bank\.wrong"):
            bank.log_in(PHONE, "Waon2027")
    for password in ("Waon2027", "Waon2026"):
        with pytest.raises(BenchError, match=r"bank\.locked"):
            bank.log_in(PHONE, password)
    bank.end_session(session)
    assert bank.of_session(session) is None


def test_from_the_card_to_the_points(desk: Desk) -> None:
    fields, card = desk.issue(), desk.cards.issue("BENCH-CARD-1")
    token = desk.log_in(card)
    assert desk.call("POST", "applications/check", fields, token) == (
        409,
        {"error": "access_denied", "code": "application.not_reserved"},
    )
    key = desk.call("POST", "reservation", token=token)[1]["my_key_id"]
    assert desk.call("POST", "reservation", token=token)[1]["my_key_id"] == key
    found = desk.call("GET", "services?q=イオン")[1]["services"]
    assert [service["id"] for service in found] == ["aeon-waon", "aeon-cash-debit"]
    for name in ("payment_service_id", "security_code", "phone_last4"):
        status, body = desk.call("POST", "applications/check", fields | {name: "9"}, token)
        assert (status, body["code"]) == (422, "application.not_matching")
    status, body = desk.call("POST", "applications/check", fields, token)
    assert status == 200
    proof = desk.proof(card, "application", body["payment_service_id"])
    status, applied = desk.call("POST", "applications", fields | proof, token)
    assert (status, applied["state"]) == (200, "accepted")
    assert (applied["name#ja"], applied["name#en"]) == (found[0]["name#ja"], found[0]["name#en"])
    # The answer was lost: the same again is no second application and needs no new signature.
    assert desk.call("POST", "applications", fields | proof, token)[1]["id"] == applied["id"]
    desk.server.stop()
    desk.start()
    assert desk.call("GET", "applications", token=token)[1]["application"]["state"] == "accepted"
    desk.clock.advance(Settings().mynapoint_completion)
    token = desk.log_in(card)
    assert desk.call("GET", "applications", token=token)[1]["application"]["state"] == "completed"
    shown = desk.server.services.bank.get(fields["payment_service_id"])
    assert shown is not None
    assert shown.completed
    desk.call("POST", "log-out", token=token)
    assert desk.call("GET", "applications", token=token)[0] == 401


def test_cards_that_are_not_believed(desk: Desk, tmp_path: Path) -> None:
    card, other = desk.cards.issue("BENCH-CARD-1"), desk.cards.issue("BENCH-CARD-2")
    strangers = load_or_make_authority(tmp_path / "elsewhere", randomness=desk.randomness, clock=desk.clock)
    good = desk.proof(card, "log-in")
    cases = {
        "another purpose": desk.proof(card, "application"),
        "another's signature": desk.proof(card, "log-in") | {"signature": desk.proof(other, "log-in")["signature"]},
        "another authority": desk.proof(strangers.issue("BENCH-CARD-1"), "log-in"),
        "no certificate": desk.proof(card, "log-in") | {"certificate": "AAAA"},
        "no base64": desk.proof(card, "log-in") | {"signature": "é"},
    }
    for name, proof in cases.items():
        status, body = desk.call("POST", "log-in", proof)
        assert (status, body["code"]) == (403, "card.refused"), name
    assert desk.call("POST", "log-in", good)[0] == 200
    assert desk.call("POST", "log-in", good)[1]["code"] == "card.nonce_expired", "replayed"
    late = desk.proof(card, "log-in")
    desk.clock.advance(301)
    assert desk.call("POST", "log-in", late)[1]["code"] == "card.nonce_expired"
    assert desk.call("POST", "log-in", {"nonce": 1})[1]["code"] == "request.invalid"


def test_one_application_a_person_and_one_person_an_id(desk: Desk) -> None:
    fields, second = desk.issue(), desk.issue(demo_number("aeon_card_waon", 2))
    card, other = desk.cards.issue("BENCH-CARD-1"), desk.cards.issue("BENCH-CARD-2")
    tokens = {}
    for number, holder in (("1", card), ("2", other)):
        tokens[number] = desk.log_in(holder)
        desk.call("POST", "reservation", token=tokens[number])
    proof = desk.proof(other, "application", fields["payment_service_id"])
    assert desk.call("POST", "applications", fields | proof, tokens["1"])[1]["code"] == "card.other"
    proof = desk.proof(card, "application", fields["payment_service_id"])
    assert desk.call("POST", "applications", fields | proof, tokens["1"])[0] == 200
    assert desk.call("POST", "applications/check", second, tokens["1"])[1]["code"] == "application.already_applied"
    assert desk.call("POST", "applications/check", fields, tokens["2"])[1]["code"] == "application.id_used"


def test_the_server_can_be_down_or_in_maintenance(desk: Desk) -> None:
    desk.faults.set("points.server", "down", count=1)
    assert desk.call("POST", "challenge")[0] == 503
    desk.faults.set("points.server", "maintenance", count=1)
    status, body = desk.call("POST", "challenge")
    assert (status, body["code"]) == (503, "maintenance")
    assert desk.call("POST", "challenge")[0] == 200
