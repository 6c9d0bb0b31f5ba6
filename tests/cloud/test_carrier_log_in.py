"""Who is asking: network PIN, d ACCOUNT with a code by SMS, locks, their remedies, and visits."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from carrier_bench import HANA, MIO, MIO_ID, MIO_PASSWORD, MIO_PIN, RIN, CarrierBench, SmsRecorder, make_carrier

from cloud.carrier.models import ChallengeRow, DAccountRow, NetworkPinRow
from cloud.carrier.ports import SmsPlug
from core.errors import BenchError


def refusal(function: Callable[..., Any], *args: Any, **more: Any) -> tuple[str, dict[str, object]]:
    with pytest.raises(BenchError) as refused:
        function(*args, **more)
    return refused.value.code, refused.value.params


# -- the network PIN


def test_three_wrong_pins_in_a_row_lock(carrier: CarrierBench) -> None:
    pins = carrier.services.network_pins
    assert refusal(pins.check, MIO, "0001") == ("network_pin.wrong", {"attempts_left": 2})
    assert refusal(pins.check, MIO, "0002") == ("network_pin.wrong", {"attempts_left": 1})
    assert refusal(pins.check, MIO, "12")[0] == "network_pin.malformed", "that was no try"
    pins.check(MIO, " ８２６４ ")
    assert refusal(pins.check, MIO, "0003") == ("network_pin.wrong", {"attempts_left": 2}), "in a row"
    refusal(pins.check, MIO, "0004")
    assert refusal(pins.check, MIO, "0005") == ("network_pin.locked", {})
    assert refusal(pins.check, MIO, MIO_PIN) == ("network_pin.locked", {})
    carrier.clock.advance(365 * 86400)
    assert refusal(pins.check, MIO, MIO_PIN) == ("network_pin.locked", {}), "time does not help"
    pins.check(HANA, "2580")


def test_a_lock_outlives_a_restart_and_only_151_opens_it(carrier: CarrierBench) -> None:
    for wrong in ("0001", "0002"):
        refusal(carrier.services.network_pins.check, MIO, wrong)
    carrier.close()
    again = make_carrier(carrier.folder, carrier.clock)
    services = again.services
    assert refusal(services.network_pins.check, MIO, "0003")[0] == "network_pin.locked"
    assert services.network_pins.is_locked(MIO)
    services.desk.service_call("117", MIO)
    assert services.network_pins.is_locked(MIO)
    services.desk.service_call("151", MIO)
    services.network_pins.check(MIO, MIO_PIN)
    assert [(to, kind) for to, _, _, kind in again.sms.sent] == [(MIO, "notice")]
    assert "network_pin.unlocked" in again.kinds()
    again.close()


def test_the_desk_says_so_when_nothing_was_locked(carrier: CarrierBench) -> None:
    carrier.services.desk.service_call("151", MIO)
    assert "ロックされていません" in carrier.sms.sent[0][2]
    carrier.services.lines.set_language(MIO, "en")
    carrier.services.desk.service_call("151", MIO)
    assert "is not locked" in carrier.sms.sent[1][2]
    assert refusal(carrier.services.desk.service_call, "151", "0900")[0] == "line.unknown"


def test_many_guesses_at_once_are_no_more_than_three(carrier: CarrierBench) -> None:
    def guess(number: int) -> str:
        return refusal(carrier.services.network_pins.check, MIO, f"{number:04}")[0]

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(guess, range(16)))
    assert answers.count("network_pin.wrong") == 2
    assert answers.count("network_pin.locked") == 14


def test_a_number_of_nobody_has_no_pin(carrier: CarrierBench) -> None:
    assert refusal(carrier.services.network_pins.check, "09099999999", "1234")[0] == "line.unknown"


def test_a_pin_can_be_changed_but_not_to_a_weak_one(carrier: CarrierBench) -> None:
    pins = carrier.services.network_pins
    assert refusal(pins.change, MIO, MIO_PIN, "1111") == ("network_pin.not_allowed", {"reason": "repeated"})
    assert refusal(pins.change, MIO, "0001", "7391")[0] == "network_pin.wrong"
    pins.change(MIO, MIO_PIN, "7391")
    pins.check(MIO, "7391")
    assert refusal(pins.check, MIO, MIO_PIN)[0] == "network_pin.wrong"


# -- the d ACCOUNT


def test_id_password_and_code_open(carrier: CarrierBench) -> None:
    accounts = carrier.services.d_accounts
    login = accounts.begin(" Ｍｉｏ-Tanaka ")
    to, sender, text, kind = carrier.sms.sent[0]
    assert (to, sender, kind) == (MIO, "NTT DOCOMO", "security_code")
    assert len(text) <= 70, "one message"
    code = carrier.sms.last_code(MIO)
    account = accounts.finish(login, MIO_PASSWORD, f" {code[:3]}-{code[3:]} ")
    assert (account.d_id, account.msisdn) == (MIO_ID, MIO)
    assert refusal(accounts.finish, login, MIO_PASSWORD, code)[0] == "daccount.code_expired", "a code works once"


def test_the_code_comes_in_the_visitors_language(carrier: CarrierBench) -> None:
    carrier.services.d_accounts.begin(MIO_ID, language="en")
    assert "security code" in carrier.sms.sent[0][2]


def test_an_unknown_id_looks_like_a_known_one(carrier: CarrierBench) -> None:
    accounts = carrier.services.d_accounts
    answers = []
    for d_id in (MIO_ID, "nobody-at-all"):
        login = accounts.begin(d_id)
        found = accounts.challenge(login)
        assert found is not None
        heard = [found.expires_in, found.resend_in, refusal(accounts.resend, login)]
        heard += [refusal(accounts.finish, login, "password", "not a code") for _ in range(6)]
        answers.append(heard)
    assert answers[0] == answers[1]
    assert [to for to, *_ in carrier.sms.sent] == [MIO]


def test_five_wrong_codes_end_the_log_in(carrier: CarrierBench) -> None:
    accounts = carrier.services.d_accounts
    login = accounts.begin(MIO_ID)
    code = carrier.sms.last_code(MIO)
    wrong = "000000" if code != "000000" else "000001"
    for left in (4, 3, 2, 1):
        assert refusal(accounts.finish, login, MIO_PASSWORD, wrong) == ("daccount.code_wrong", {"attempts_left": left})
    assert refusal(accounts.finish, login, MIO_PASSWORD, wrong)[0] == "daccount.code_too_many"
    assert refusal(accounts.finish, login, MIO_PASSWORD, code)[0] == "daccount.code_too_many"
    carrier.clock.advance(31)
    assert refusal(accounts.resend, login)[0] == "daccount.code_too_many", "another code would give more tries"


def test_a_code_lives_ten_minutes(carrier: CarrierBench) -> None:
    accounts = carrier.services.d_accounts
    login = accounts.begin(MIO_ID)
    code = carrier.sms.last_code(MIO)
    carrier.clock.advance(600)
    assert refusal(accounts.finish, login, MIO_PASSWORD, code)[0] == "daccount.code_expired"
    assert refusal(accounts.resend, login)[0] == "daccount.code_expired"
    assert accounts.challenge(login) is None


def test_only_the_newest_code_is_right(carrier: CarrierBench) -> None:
    accounts = carrier.services.d_accounts
    login = accounts.begin(MIO_ID)
    first = carrier.sms.last_code(MIO)
    assert refusal(accounts.resend, login) == ("daccount.resend_too_soon", {"retry_after": 30})
    carrier.clock.advance(30)
    accounts.resend(login)
    second = carrier.sms.last_code(MIO)
    assert first != second
    assert refusal(accounts.finish, login, MIO_PASSWORD, first)[0] == "daccount.code_wrong"
    assert accounts.finish(login, MIO_PASSWORD, second).msisdn == MIO


def test_nobody_floods_a_phone(carrier: CarrierBench) -> None:
    accounts = carrier.services.d_accounts
    for _ in range(10):
        accounts.begin(MIO_ID)
    assert refusal(accounts.begin, MIO_ID)[0] == "daccount.too_many_codes"
    assert len(carrier.sms.sent) == 10
    accounts.begin("hana-aoki")
    carrier.clock.advance(600)
    accounts.begin(MIO_ID)


def test_who_logs_in_often_is_no_nuisance(carrier: CarrierBench) -> None:
    for _ in range(20):
        login = carrier.services.d_accounts.begin(MIO_ID)
        carrier.services.d_accounts.finish(login, MIO_PASSWORD, carrier.sms.last_code(MIO))


def test_five_wrong_passwords_lock_until_line_and_pin_help(carrier: CarrierBench) -> None:
    accounts = carrier.services.d_accounts
    login = accounts.begin(MIO_ID)
    code = carrier.sms.last_code(MIO)
    for left in (4, 3, 2, 1):
        heard = refusal(accounts.finish, login, "wrong", code)
        assert heard == ("daccount.invalid_credentials", {"attempts_left": left})
    assert refusal(accounts.unlock, MIO_ID, MIO, MIO_PIN)[0] == "daccount.unlock_refused", "it is not locked yet"
    assert refusal(accounts.finish, login, "wrong", code)[0] == "daccount.locked"
    assert refusal(accounts.finish, login, MIO_PASSWORD, code)[0] == "daccount.locked"
    assert refusal(accounts.unlock, MIO_ID, HANA, "2580")[0] == "daccount.unlock_refused"
    assert refusal(accounts.unlock, "nobody", MIO, MIO_PIN)[0] == "daccount.unlock_refused"
    assert refusal(accounts.unlock, MIO_ID, MIO, "0001")[0] == "network_pin.wrong"
    accounts.unlock(MIO_ID, "+81 90-0000-4321", MIO_PIN)
    assert accounts.finish(login, MIO_PASSWORD, code).msisdn == MIO


def test_a_right_password_forgives_the_wrong_ones(carrier: CarrierBench) -> None:
    accounts = carrier.services.d_accounts
    for _ in range(3):
        login = accounts.begin(MIO_ID)
        code = carrier.sms.last_code(MIO)
        for _ in range(4):
            assert refusal(accounts.finish, login, "wrong", code)[0] == "daccount.invalid_credentials"
        accounts.finish(login, MIO_PASSWORD, code)


def test_an_account_without_a_line_can_be_tied_to_its_own(carrier: CarrierBench) -> None:
    accounts = carrier.services.d_accounts
    login = accounts.begin("rin-kato")
    account = accounts.finish(login, "Bench-Kato-2026", carrier.sms.last_code(RIN))
    assert account.msisdn is None
    assert refusal(accounts.tie, account.d_id, HANA, "2580")[0] == "daccount.not_this_line"
    assert refusal(accounts.tie, account.d_id, RIN, "0001")[0] == "network_pin.wrong"
    assert accounts.tie(account.d_id, "090-0000-7890", "7135").msisdn == RIN
    assert accounts.tie(account.d_id, RIN, "anything").msisdn == RIN, "again is no harm"
    assert accounts.of_line(RIN) == accounts.tie(account.d_id, RIN, "7135")
    login = accounts.begin("rin-kato")
    assert accounts.finish(login, "Bench-Kato-2026", carrier.sms.last_code(RIN)).msisdn == RIN


def test_a_line_has_one_account(carrier: CarrierBench) -> None:
    accounts = carrier.services.d_accounts
    accounts.add("second-id", carrier.services.context.hashing.hash("x"), code_to=MIO, msisdn=None)
    assert refusal(accounts.tie, "second-id", MIO, MIO_PIN)[0] == "daccount.line_taken"


@pytest.mark.parametrize(
    ("typed", "code"), [("", "daccount.id_missing"), ("  ", "daccount.id_missing"), ("x" * 65, "daccount.id_too_long")]
)
def test_what_is_no_id(carrier: CarrierBench, typed: str, code: str) -> None:
    assert refusal(carrier.services.d_accounts.begin, typed)[0] == code


def test_no_secret_is_stored_or_logged(carrier: CarrierBench) -> None:
    accounts = carrier.services.d_accounts
    login = accounts.begin(MIO_ID)
    code = carrier.sms.last_code(MIO)
    refusal(accounts.finish, login, "a-wrong-password", code)
    accounts.finish(login, MIO_PASSWORD, code)
    login = accounts.begin(MIO_ID)
    code = carrier.sms.last_code(MIO)
    carrier.services.network_pins.check(MIO, MIO_PIN)
    secret = carrier.services.sessions.begin(msisdn=MIO, method="d_account")
    with carrier.services.context.database.reading() as session:
        for table in (ChallengeRow, DAccountRow, NetworkPinRow):
            for row in session.query(table):
                kept = "|".join(str(value) for value in vars(row).values())
                assert MIO_PASSWORD not in kept
                assert code not in kept.split("|")
                assert login not in kept
        assert session.get_one(DAccountRow, MIO_ID).password_hash.startswith("$argon2id$")
        assert session.get_one(NetworkPinRow, MIO).pin_hash.startswith("$argon2id$")
    told = "".join(str(event) for event in carrier.events.recent())
    for hidden in (code, MIO_PASSWORD, "a-wrong-password", login, secret, MIO):
        assert hidden not in told
    assert (carrier.folder / "carrier.sqlite3").stat().st_mode & 0o077 == 0


def test_messages_wait_for_a_network() -> None:
    plug, centre = SmsPlug(), SmsRecorder()
    for number in range(101):
        plug.send(MIO, "x", str(number), "notice")
    plug.connect(centre)
    plug.send(MIO, "x", "now", "notice")
    assert [text for _, _, text, _ in centre.sent] == [*(str(number) for number in range(1, 101)), "now"]


# -- visits


def test_a_visit_lives_while_it_is_used(carrier: CarrierBench) -> None:
    sessions = carrier.services.sessions
    secret = sessions.begin(msisdn=MIO, d_id=MIO_ID, method="d_account")
    for _ in range(5):
        carrier.clock.advance(1700)
        visitor = sessions.find(secret)
        assert visitor is not None
        assert (visitor.msisdn, visitor.method) == (MIO, "d_account")
    carrier.clock.advance(1800)
    assert sessions.find(secret) is None
    assert sessions.find(None) is None
    assert sessions.find("guessed") is None


def test_a_visit_can_end_and_be_tied(carrier: CarrierBench) -> None:
    sessions = carrier.services.sessions
    secret = sessions.begin(msisdn=None, d_id="rin-kato", method="d_account")
    sessions.tie(secret, RIN)
    visitor = sessions.find(secret)
    assert visitor is not None
    assert visitor.msisdn == RIN
    other = sessions.begin(msisdn=MIO, method="network_pin")
    sessions.end(secret)
    assert sessions.find(secret) is None
    assert sessions.find(other) is not None
