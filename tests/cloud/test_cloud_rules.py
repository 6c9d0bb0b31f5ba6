"""The identity provider's rules by themselves."""

from __future__ import annotations

import itertools
import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cloud.identity.rules.attempts import Attempts, after_failure, rest_left
from cloud.identity.rules.device_grant import Decision, DeviceGrant, GrantStatus, Poll, decide, open_by, poll
from cloud.identity.rules.emails import clean_email, email_key
from cloud.identity.rules.local_path import local_path
from cloud.identity.rules.names import given_name
from cloud.identity.rules.passwords import PasswordPoint, unmet_points
from cloud.identity.rules.pkce import is_challenge, s256, verifier_fits
from cloud.vehicles.rules import Role, heir_after, role_for
from core.errors import BenchError

VERIFIERS = st.text(string.ascii_letters + string.digits + "-._~", min_size=43, max_size=128)


def grant(**more: object) -> DeviceGrant:
    return replace(DeviceGrant(client_id="car", expires_at=600.0, interval=5.0), **more)


def ask(present: DeviceGrant, now: float, client_id: str = "car", verifier: str | None = None):
    return poll(present, now=now, client_id=client_id, code_verifier=verifier, slow_down_step=5.0)


def test_the_first_poll_is_never_too_early() -> None:
    assert ask(grant(), 0.0)[0] is Poll.PENDING


def test_too_early_raises_the_interval_for_all_later_polls() -> None:
    _, present = ask(grant(), 0.0)
    answer, present = ask(present, 2.0)
    assert (answer, present.interval) == (Poll.SLOW_DOWN, 10.0)
    assert ask(present, 7.0)[0] is Poll.SLOW_DOWN, "5 s are not enough any more"
    answer, present = ask(present, 10.0)
    assert (answer, present.interval) == (Poll.PENDING, 10.0)
    assert ask(present, 15.5)[0] is Poll.SLOW_DOWN, "the raised interval stays"


@given(st.lists(st.floats(0.0, 30.0), min_size=1, max_size=60))
def test_a_client_that_obeys_is_never_told_twice(delays: list[float]) -> None:
    """It adds 5 s on slow_down (RFC 8628 §3.5) and waits its interval after its last poll, or longer."""
    present, now, interval, told = grant(expires_at=1e9), 0.0, 5.0, False
    for delay in delays:
        answer, present = ask(present, now)
        assert not (told and answer is Poll.SLOW_DOWN)
        told = answer is Poll.SLOW_DOWN
        interval += 5.0 if told else 0.0
        # One impatient poll now and then, but after a slow_down the client obeys.
        now += interval + delay if told or delay >= 1.0 else delay


@given(st.floats(0.05, 12.0))
def test_a_steady_client_recovers_whatever_its_pace(pace: float) -> None:
    """Rejected polls move no reference instant, so deafness to slow_down costs time but never the sign-in."""
    present, now, answered = grant(expires_at=1e9), 0.0, []
    while now < 300.0:
        answer, present = ask(present, now)
        if answer is Poll.PENDING:
            answered.append(now)
        now += pace
    gaps = [later - earlier for earlier, later in itertools.pairwise(answered)]
    assert len(answered) > 5
    # 5 s more each time it is deaf; the gap never exceeds the raised interval by more than its own pace.
    assert all(gap <= 5.0 * (2 + number) + pace for number, gap in enumerate(gaps))


def test_haste_gains_nothing_even_when_approved() -> None:
    _, present = ask(grant(), 0.0)
    present = replace(present, status=GrantStatus.APPROVED)
    answer, present = ask(present, 1.0)
    assert answer is Poll.SLOW_DOWN
    assert ask(present, 10.0)[0] is Poll.APPROVED


@pytest.mark.parametrize(
    ("present", "now", "client", "answer"),
    [
        (grant(), 600.0, "car", Poll.EXPIRED),
        (grant(status=GrantStatus.APPROVED), 600.0, "car", Poll.EXPIRED),
        (grant(status=GrantStatus.DENIED), 1.0, "car", Poll.DENIED),
        (grant(status=GrantStatus.USED), 1.0, "car", Poll.INVALID),
        (grant(status=GrantStatus.APPROVED), 1.0, "other", Poll.INVALID),
        (grant(status=GrantStatus.APPROVED), 1.0, "car", Poll.APPROVED),
    ],
)
def test_answers(present: DeviceGrant, now: float, client: str, answer: Poll) -> None:
    assert ask(present, now, client)[0] is answer


@given(VERIFIERS, VERIFIERS)
def test_pkce_is_enforced_at_each_poll_when_a_challenge_was_given(right: str, other: str) -> None:
    present = grant(code_challenge=s256(right), status=GrantStatus.APPROVED)
    assert ask(present, 1.0, verifier=right)[0] is Poll.APPROVED
    assert ask(present, 1.0)[0] is Poll.INVALID
    if other != right:
        answer, after = ask(present, 1.0, verifier=other)
        assert answer is Poll.INVALID
        assert after == present, "a stranger's poll costs the car nothing"


def test_pkce() -> None:
    assert s256("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    assert is_challenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    assert not is_challenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=")
    assert verifier_fits(None, None)
    assert not verifier_fits(None, "x" * 43), "no downgrade"
    assert not verifier_fits(s256("x" * 43), "x" * 42)
    assert not verifier_fits(s256("x" * 43), "ü" * 43)


def test_only_the_first_decision_counts() -> None:
    accepted, decided = decide(grant(), now=1.0, approve=False)
    assert accepted is Decision.ACCEPTED
    assert decide(decided, now=2.0, approve=True) == (Decision.ALREADY_USED, decided)
    assert decide(grant(), now=600.0, approve=True)[0] is Decision.EXPIRED


def test_a_code_that_is_handed_around_is_closed() -> None:
    present = grant()
    for _ in range(20):
        allowed, present = open_by(present, 1, 3)
        assert allowed, "one account may look often"
    for account in (2, 3):
        allowed, present = open_by(present, account, 3)
        assert allowed
    assert not open_by(present, 4, 3)[0]


@given(st.integers(1, 8), st.integers(1, 10_000), st.lists(st.integers(0, 10_000), max_size=20))
def test_a_subject_rests_a_whole_window_after_its_last_try(limit: int, window: int, pauses: list[int]) -> None:
    now, counted = 0.0, Attempts()
    for pause in pauses:
        now += pause
        if rest_left(counted, now=now, limit=limit) == 0.0:
            counted = after_failure(counted, now=now, window=window)
        assert counted.failures <= limit
        if counted.failures == limit:
            assert rest_left(counted, now=now, limit=limit) <= window
            assert rest_left(counted, now=counted.until, limit=limit) == 0.0


@pytest.mark.parametrize(
    ("password", "unmet"),
    [
        ("Bench-2026", []),
        ("ａｂｃｄ１２３４", []),
        ("Abc1", [PasswordPoint.LENGTH]),
        ("12345678", [PasswordPoint.LETTER]),
        ("abcdefgh", [PasswordPoint.DIGIT]),
        ("xxtaro1234", [PasswordPoint.NOT_EMAIL]),
        ("a1" * 65, [PasswordPoint.TOO_LONG]),
        ("", [PasswordPoint.LENGTH, PasswordPoint.LETTER, PasswordPoint.DIGIT]),
    ],
)
def test_password_points(password: str, unmet: list[PasswordPoint]) -> None:
    assert unmet_points(password, email="Taro@example.com", min_length=8) == unmet


@pytest.mark.parametrize("text", ["a@b.jp", " Hana.Aoki+car@Example.COM ", "ｈａｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ"])
def test_emails(text: str) -> None:
    assert clean_email(text)


@pytest.mark.parametrize(
    "text", ["", "a", "a@b", "a b@c.jp", "a..b@c.jp", "a@-c.jp", "a@c.jp\nBcc: x@y.jp", "a" * 250 + "@c.jp"]
)
def test_no_emails(text: str) -> None:
    assert clean_email(text) is None


def test_capitals_make_no_other_account() -> None:
    assert email_key(" HANA@Example.com") == email_key("hana@example.com")


@given(st.text())
def test_nobody_is_sent_elsewhere(text: str) -> None:
    path = local_path(text)
    assert path is None or (path.startswith("/") and not path.startswith(("//", "/\\")))


@pytest.mark.parametrize(
    "text",
    [
        *("//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", "\\/evil.example", "evil"),
        *("", None, "/a\r\nSet-Cookie: x", "javascript:alert(1)", " /x"),
    ],
)
def test_open_redirects(text: str | None) -> None:
    assert local_path(text) is None


@pytest.mark.parametrize("text", ["/", "/device?user_code=BCDF-GHJK", "/oauth/authorize?redirect_uri=mybmw%3A%2F%2Fx"])
def test_own_paths(text: str) -> None:
    assert local_path(text) == text


@pytest.mark.parametrize(
    ("name", "given"), [("青木 花", "花"), ("Hana Aoki", "Hana"), ("花", "花"), ("", ""), ("アオキ ハナ", "ハナ")]
)
def test_given_names(name: str, given: str) -> None:
    assert given_name(name) == given


def test_roles() -> None:
    assert role_for({}, 1, Role.CO, 6) is Role.MAIN, "a car has a main user first"
    assert role_for({1: Role.MAIN}, 2, Role.MAIN, 6) is Role.CO
    assert role_for({1: Role.MAIN, 2: Role.CO}, 2, None, 1) is Role.CO, "who is mapped stays mapped"
    full = {1: Role.MAIN, **dict.fromkeys(range(2, 8), Role.CO)}
    with pytest.raises(BenchError, match="too_many_users"):
        role_for(full, 9, Role.CO, 6)
    assert heir_after(full, 1) == 2
    assert heir_after(full, 3) is None
    assert heir_after({1: Role.MAIN}, 1) is None
