"""The handset around the apps: home and back, banners, preferences, contacts, Bluetooth."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest
import vobject
from desk import Desk

from core.errors import BenchError
from core.phone_numbers import grouped
from core.randomness import SeededRandomness
from core.tasks import InlineTasks
from phone_app.apps.contacts.book import PhoneBook
from phone_app.preferences import Preferences


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path, language="ja")
    desk.send("home")
    return desk


def state(desk: Desk, part: str) -> Any:
    return desk.handset.state()[part]


# -- shell


def test_apps_keep_their_place_while_another_is_in_front(desk: Desk) -> None:
    desk.send(("open", "settings"), ("open", "bluetooth"), "home", ("open", "contacts"), "home", ("open", "settings"))
    assert state(desk, "screen") == {
        "app": "settings",
        "name": "settings.bluetooth",
        "direction": "forward",
        "view": "",
    }
    desk.send("back", "back")
    assert state(desk, "screen")["name"] == "home"


def test_an_unknown_app_opens_nothing(desk: Desk) -> None:
    desk.send(("open", "moon"), ("open", None))
    assert state(desk, "screen")["name"] == "home"


def test_what_is_paired_and_connected_at_once_is_told_once(desk: Desk) -> None:
    desk.handset.shell.tell("paired", {"name": "A"})
    first = desk.handset.state()["banner"]["number"]
    desk.handset.shell.tell("connected", {"name": "A"})
    banner = desk.handset.state()["banner"]
    assert (banner["kind"], banner["params"]) == ("connected", {"name": "A"})
    assert banner["number"] != first
    desk.handset.shell.tell("connected", {"name": "B"})
    desk.send("dismissBanner")
    assert desk.handset.state()["banner"]["params"] == {"name": "B"}
    desk.send("dismissBanner")
    assert desk.handset.state()["banner"] == {}


def test_banners_come_one_after_the_other_and_go_by_themselves(desk: Desk) -> None:
    desk.handset.shell.tell("connected", {"name": "A"})
    desk.handset.shell.tell("paired", {"name": "B"})
    assert state(desk, "banner")["kind"] == "connected"
    desk.send("dismissBanner")
    assert state(desk, "banner")["kind"] == "paired"
    desk.clock.advance(7)
    assert state(desk, "banner") == {}
    desk.send("dismissBanner")


def test_the_clock_in_the_status_bar_moves_with_the_bench(desk: Desk) -> None:
    assert state(desk, "status")["time"] == "09:00"  # 0:00 UTC in Japan
    before = desk.changes
    desk.clock.advance(61)
    assert state(desk, "status")["time"] == "09:01"
    assert desk.changes > before


# -- preferences


def test_choices_survive_and_the_file_is_private(desk: Desk) -> None:
    desk.send(("open", "settings"), ("setWifi", False), ("setAppearance", "night"), ("setName", "  My   phone "))
    desk.restart()
    assert state(desk, "status")["bearer"] == "cellular"
    assert state(desk, "preferences")["night"]
    assert state(desk, "preferences")["name"] == "My phone"
    assert stat.S_IMODE((desk.folder / "phone.json").stat().st_mode) == 0o600
    desk.send("home", ("open", "settings"), ("setName", ""))
    assert state(desk, "preferences")["name"] == "花のスマートフォン"


def test_the_language_chosen_holds_until_the_bench_is_started_in_another(desk: Desk) -> None:
    desk.send(("open", "settings"), ("setLanguage", "en"))
    desk.restart()
    assert desk.handset.language == "en"
    desk.language = "en"
    desk.restart()
    desk.language = "ja"
    desk.restart()
    assert desk.handset.language == "ja"


@pytest.mark.parametrize(
    "content", ["nonsense", '{"wifi": 1}', '{"language": "xx"}', '{"unknown": true}', '{"name": "' + "x" * 99 + '"}']
)
def test_damaged_choices_are_kept_aside_and_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "phone.json"
    path.write_text(content)
    preferences = Preferences(path, language="en", randomness=SeededRandomness(1), tasks=InlineTasks())
    assert preferences.trouble is not None
    assert preferences.choices.wifi
    assert (tmp_path / "phone.json.damaged-1").read_text() == content
    assert json.loads(path.read_text())["device_address"].startswith("02:")


def test_a_full_disk_is_told_and_the_choice_is_stored_later(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    store = desk.handset.preferences._saver._store
    good = store.save

    def full(value: dict[str, Any]) -> None:
        raise BenchError("storage.full")

    monkeypatch.setattr(store, "save", full)
    desk.send(("open", "settings"), ("setWifi", False))
    assert state(desk, "banner") == {"number": 1, "kind": "storage", "params": {"code": "storage.full"}}
    assert state(desk, "status")["bearer"] == "cellular"
    monkeypatch.setattr(store, "save", good)
    desk.handset.close()
    desk.restart()
    assert state(desk, "status")["bearer"] == "cellular"


def test_of_several_changes_during_a_slow_write_only_the_newest_is_written(tmp_path: Path) -> None:
    waiting: list[tuple[Any, Any]] = []

    class Slow:
        def submit(self, work: Any, done: Any = None, failed: Any = None) -> None:
            waiting.append((work, done))

    preferences = Preferences(tmp_path / "p.json", language="en", randomness=SeededRandomness(1), tasks=Slow())  # type: ignore[arg-type]
    for name in ("a", "b", "c"):
        preferences.set(name=name)
    assert len(waiting) == 1
    work, done = waiting.pop()
    done(work())
    (work, done) = waiting.pop()
    done(work())
    assert waiting == []
    assert json.loads((tmp_path / "p.json").read_text())["name"] == "c"


# -- contacts


def test_the_phone_book_is_shown_and_sorted_in_the_phones_language(desk: Desk) -> None:
    desk.send(("open", "contacts"))
    names = [contact["name"] for contact in state(desk, "contacts")["contacts"]]
    assert "伊藤 翼" in names
    desk.send(("openContact", "c1"))
    assert state(desk, "contacts")["contact"] == {
        "key": "c1",
        "name": "伊藤 翼",
        "initial": "伊",
        "numbers": ["090-0000-2001"],
    }
    desk.handset.preferences.set(language="en")
    names = [contact["name"] for contact in state(desk, "contacts")["contacts"]]
    assert names == sorted(names, key=str.lower)
    assert "Tsubasa Ito" in names


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_vcards_are_read_back_by_another_parser(desk: Desk, version: str, language: str) -> None:
    cards = list(vobject.readComponents(desk.handset.book.vcards(language, version)))
    assert {card.version.value for card in cards} == {version}
    names = {card.fn.value: card for card in cards}
    person = names["伊藤 翼" if language == "ja" else "Tsubasa Ito"]
    assert (person.n.value.family, person.n.value.given) == (("伊藤", "翼") if language == "ja" else ("Ito", "Tsubasa"))
    dealer = names["BMW 東京ベイ" if language == "ja" else "BMW Tokyo Bay"]
    assert [line.value for line in dealer.contents["tel"]] == ["0300001000", "0300001001"]


def test_an_unknown_vcard_version_is_refused(desk: Desk) -> None:
    with pytest.raises(ValueError, match=r"2\.1"):
        desk.handset.book.vcards("en", "2.1")


@pytest.mark.parametrize("content", ["{", '{"contacts": 1}', '{"contacts": [{"key": 1}]}'])
def test_a_damaged_phone_book_is_kept_aside(tmp_path: Path, content: str) -> None:
    path = tmp_path / "contacts.json"
    path.write_text(content)
    book = PhoneBook(path, [{"name_ja": "甲", "name_en": "A", "numbers": ["1"]}])
    assert book.trouble is not None
    assert [contact.name("ja") for contact in book.contacts] == ["甲"]
    assert (tmp_path / "contacts.json.damaged-1").read_text() == content


def test_an_empty_phone_book_stays_empty(tmp_path: Path) -> None:
    path = tmp_path / "contacts.json"
    path.write_text('{"contacts": []}')
    assert PhoneBook(path, [{"name_ja": "甲", "name_en": "A", "numbers": ["1"]}]).contacts == []


@pytest.mark.parametrize(
    ("number", "shown"),
    [("09000002001", "090-0000-2001"), ("0300001000", "03-0000-1000"), ("117", "117"), ("0450001000", "045-000-1000")],
)
def test_numbers_are_grouped_as_in_japan(number: str, shown: str) -> None:
    assert grouped(number) == shown


# -- Bluetooth


def test_the_radio_follows_switches_name_and_language(desk: Desk) -> None:
    assert desk.radio.told == [("name", "花のスマートフォン"), ("visible", True), ("connect",)]
    desk.radio.told.clear()
    desk.send(("open", "settings"), ("setVisible", False))
    assert ("visible", False) in desk.radio.told
    desk.send(("setLanguage", "en"))
    assert ("name", "Hana's phone") in desk.radio.told
    desk.send(("setBluetooth", False))
    assert desk.radio.told[-1] == ("close",)


def test_pairing_shows_the_number_over_everything_and_shares_contacts_only_when_allowed(desk: Desk) -> None:
    assert desk.radio.read is not None
    with pytest.raises(BenchError, match=r"contacts\.not_allowed"):
        desk.radio.read("C")
    desk.radio.ask()
    assert state(desk, "overlay") == "pairing"
    assert state(desk, "bluetooth")["pairing"] == {"name": "BMW iX", "number": "123456", "stage": "ask"}
    desk.send("back")  # the question must be answered
    assert state(desk, "overlay") == "pairing"
    desk.send(("answerPairing", True))
    assert ("confirm", "C") in desk.radio.told
    assert state(desk, "bluetooth")["pairing"]["stage"] == "waiting"
    desk.radio.end_pairing()
    assert state(desk, "overlay") == ""
    assert "BEGIN:VCARD" in desk.radio.read("C")
    assert state(desk, "bluetooth")["paired"][0]["contacts"]
    desk.restart()
    assert desk.radio.read is not None
    assert "BEGIN:VCARD" in desk.radio.read("C")
    assert stat.S_IMODE((desk.folder / "bluetooth.json").stat().st_mode) == 0o600


def test_pairing_without_contacts(desk: Desk) -> None:
    desk.radio.ask()
    desk.send(("shareContacts", False), ("answerPairing", True))
    desk.radio.end_pairing()
    assert desk.radio.read is not None
    with pytest.raises(BenchError, match=r"contacts\.not_allowed"):
        desk.radio.read("C")
    desk.send(("open", "settings"), ("open", "bluetooth"), ("openDevice", "C"), ("setReader", True))
    assert "BEGIN:VCARD" in desk.radio.read("C")


@pytest.mark.parametrize("reason", ["rejected", "timeout", "lost"])
def test_a_pairing_that_fails_is_told_and_shares_nothing(desk: Desk, reason: str) -> None:
    desk.radio.ask()
    desk.send(("answerPairing", True))
    desk.radio.end_pairing(ok=False, reason=reason)
    assert state(desk, "banner")["params"]["reason"] == reason
    assert desk.radio.read is not None
    with pytest.raises(BenchError, match=r"contacts\.not_allowed"):
        desk.radio.read("C")


def test_refusing_a_pairing(desk: Desk) -> None:
    desk.radio.ask()
    desk.send(("answerPairing", False))
    assert ("reject", "C") in desk.radio.told
    assert state(desk, "overlay") == ""


def test_when_the_air_goes_the_question_goes(desk: Desk) -> None:
    desk.radio.ask()
    assert desk.radio.on_link is not None
    desk.radio.on_link(False)
    assert state(desk, "overlay") == ""
    assert state(desk, "banner")["params"]["reason"] == "lost"


def test_a_forgotten_car_is_gone_for_good(desk: Desk) -> None:
    desk.radio.ask()
    desk.send(("answerPairing", True))
    desk.radio.end_pairing()
    desk.send(("open", "settings"), ("open", "bluetooth"), ("openDevice", "C"), "forgetDevice")
    assert state(desk, "screen")["name"] == "settings.bluetooth"
    desk.restart()
    assert state(desk, "bluetooth")["paired"] == []
    assert desk.radio.bonds == []


def test_damaged_bonds_are_kept_aside(desk: Desk) -> None:
    (desk.folder / "bluetooth.json").write_text('{"bonds": [{"address": 1}]}')
    desk.restart()
    assert state(desk, "bluetooth")["paired"] == []
    assert state(desk, "banner")["kind"] == "damaged"
