"""The simulated My Number card: tries that no restart gives back, signatures only after a right password."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

import phone_app.nfc.card as card_module
from core.clock import Clock
from core.demo import demo_data
from core.errors import BenchError
from core.jpki.authority import CardAuthority, is_signed, load_or_make_authority, signed_text
from core.randomness import SeededRandomness
from phone_app.nfc.card import MyNumberCard
from phone_app.nfc.tray import cards_on_the_desk

PASSWORD = "3141"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    from argon2 import PasswordHasher

    monkeypatch.setattr(card_module, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def authority_in(folder: Path) -> CardAuthority:
    return load_or_make_authority(folder, randomness=SeededRandomness(1), clock=Clock(rate=0))


def card_in(folder: Path) -> MyNumberCard:
    return MyNumberCard(
        folder / "hana.json",
        number="BENCH-CARD-1",
        first_password=PASSWORD,
        authority=lambda: authority_in(folder),
    )


def refused(work: Any, *arguments: Any) -> BenchError:
    with pytest.raises(BenchError) as told:
        work(*arguments)
    return told.value


def test_three_wrong_in_a_row_lock_the_card_for_every_reader(tmp_path: Path) -> None:
    first = refused(card_in(tmp_path).power().verify, "0000")
    assert (first.code, first.params["left"]) == ("card.wrong", 2)
    second = refused(card_in(tmp_path).verify, "0001")  # another reader, another program
    assert second.params["left"] == 1
    assert refused(card_in(tmp_path).verify, "0002").code == "card.locked"
    assert refused(card_in(tmp_path).verify, PASSWORD).code == "card.locked", "the right one helps no more"
    assert card_in(tmp_path).tries_left == 0


def test_a_right_password_gives_all_tries_back(tmp_path: Path) -> None:
    card = card_in(tmp_path)
    for _ in range(3):
        refused(card.verify, "0000")
        refused(card.verify, "0000")
        card.verify(PASSWORD)
    assert card.tries_left == 3


def test_what_is_no_password_is_no_try(tmp_path: Path) -> None:
    card = card_in(tmp_path)
    for typed in ("", "314", "31415", "３１４１", "31a1"):
        assert refused(card.verify, typed).code == "card.malformed"
    assert card.tries_left == 3


def test_a_try_is_on_disk_before_the_password_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    card = card_in(tmp_path)
    seen = []

    def cut(hashed: str, password: str) -> bool:
        seen.append(json.loads((tmp_path / "hana.json").read_text(encoding="utf-8"))["tries"])
        raise KeyboardInterrupt  # the power is gone

    monkeypatch.setattr(card_module, "_fits", cut)
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            card.verify(PASSWORD)
    assert seen == [2, 1, 0]
    assert refused(card.verify, PASSWORD).code == "card.locked"


KILLED = """
import signal, sys, os
from pathlib import Path
import phone_app.nfc.card as card_module
def cut(hashed, password):
    os.kill(os.getpid(), signal.SIGKILL)
card_module._fits = cut
card_module.MyNumberCard(Path(sys.argv[1]), number="", first_password="", authority=None).verify("3141")
"""


def test_a_program_that_is_killed_over_the_comparison_has_used_its_try(tmp_path: Path) -> None:
    card = card_in(tmp_path)
    card.verify(PASSWORD)
    for left in (2, 1):
        ended = subprocess.run([sys.executable, "-c", KILLED, tmp_path / "hana.json"], check=False, timeout=30)
        assert ended.returncode == -signal.SIGKILL
        assert card.tries_left == left, "and nobody holds the lock"


def test_only_the_office_unlocks(tmp_path: Path) -> None:
    card = card_in(tmp_path)
    for _ in range(3):
        refused(card.verify, "0000")
    card.restore()
    session = card.power()
    session.verify(PASSWORD)
    assert card.tries_left == 3


def test_a_signature_needs_the_password_in_this_contact(tmp_path: Path) -> None:
    card = card_in(tmp_path)
    session = card.power()
    text = signed_text("log-in", "nonce")
    assert refused(session.sign, text).code == "card.not_verified"
    session.verify(PASSWORD)
    given_out = session.sign(text)
    number, key = authority_in(tmp_path).holder(given_out.certificate)
    assert number == "BENCH-CARD-1"
    assert is_signed(key, given_out.signature, "log-in", "nonce")
    refused(session.verify, "0000")
    assert refused(session.sign, text).code == "card.not_verified", "a wrong one takes it back"
    assert refused(card.power().sign, text).code == "card.not_verified", "and so does the end of the contact"


def test_the_card_is_the_same_for_ever_and_its_file_is_closed_to_others(tmp_path: Path) -> None:
    card = card_in(tmp_path)
    card.verify(PASSWORD)
    before = card.sign(b"x").certificate
    assert card_in(tmp_path).sign(b"x").certificate == before
    stored = (tmp_path / "hana.json").read_text(encoding="utf-8")
    assert PASSWORD not in json.loads(stored)["password"]
    assert (tmp_path / "hana.json").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", ["{", "[]", '{"number": 1}', '{"tries": 9}'])
def test_a_damaged_card_is_not_a_new_one(tmp_path: Path, damage: str) -> None:
    card = card_in(tmp_path)
    card.verify(PASSWORD)
    (tmp_path / "hana.json").write_text(damage, encoding="utf-8")
    assert refused(card.verify, PASSWORD).code == "card.broken"
    assert refused(card.verify, PASSWORD).code == "card.broken"
    assert list(tmp_path.glob("hana.json.damaged-*")), "kept aside"
    card.restore()  # issued anew
    card.verify(PASSWORD)


def test_two_readers_at_once_cannot_share_a_try(tmp_path: Path) -> None:
    card_in(tmp_path).verify(PASSWORD)
    with ThreadPoolExecutor(3) as readers:
        told = [readers.submit(refused, card_in(tmp_path).verify, "0000") for _ in range(3)]
    assert sorted(str(one.result().params.get("left")) for one in told) == ["1", "2", "None"]
    assert card_in(tmp_path).tries_left == 0


@examples(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([PASSWORD, "0000", "9999", "12"]), max_size=8))
def test_the_count_is_that_of_the_wrong_ones_in_a_row(
    tmp_path_factory: pytest.TempPathFactory, typed: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("card")
    left = 3
    for password in typed:
        if password == PASSWORD and left:
            card_in(folder).verify(password)
            left = 3
            continue
        told = refused(card_in(folder).verify, password)
        if password != "12":
            left = max(0, left - 1)
            assert (told.code, told.params.get("left", 0)) == ("card.wrong" if left else "card.locked", left)
    assert card_in(folder).tries_left == left


def test_what_lies_on_the_desk(tmp_path: Path) -> None:
    def on_the_desk(owner: str) -> dict[str, Any]:
        return cards_on_the_desk(demo_data(), owner, folder=tmp_path, authority=lambda: authority_in(tmp_path))

    cards = on_the_desk("hana.aoki@example.com")
    assert list(cards) == ["mynumber", "other", "licence"]
    assert cards["mynumber"].names == {"ja": "青木 花", "en": "Hana Aoki"}
    assert cards["other"].names != cards["mynumber"].names
    assert cards["licence"].card is None
    assert list(on_the_desk("nobody@example.com")) == ["other", "licence"]
    numbers = set()
    for account in demo_data()["accounts"]:
        cards = on_the_desk(account["email"])
        assert list(cards) == ["mynumber", "other", "licence"], account["email"]
        assert (len(cards["mynumber"].note), cards["licence"].note) == (4, "")
        numbers.add(cards["mynumber"].names["en"])
    assert len(numbers) == len(demo_data()["accounts"])
