"""Which apps the phone has: getting one from the store, taking one off with all its data, kills in between."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from desk import Desk
from hypothesis import given, settings
from hypothesis import strategies as st

from core.events import EventLog
from core.faults import Faults
from core.tasks import InlineTasks
from phone_app.apps.installed import InstalledApps
from phone_app.apps.store.downloads import PORT, Downloads


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.send("home")
    return desk


def store(desk: Desk) -> dict[str, Any]:
    state: dict[str, Any] = desk.handset.state()["store"]
    return state


def row(desk: Desk, name: str = "mybmw") -> dict[str, Any]:
    return next(one for one in store(desk)["apps"] if one["id"] == name)


def screen(desk: Desk) -> str:
    return str(desk.handset.state()["screen"]["name"])


def remove(desk: Desk, name: str = "mybmw") -> None:
    desk.send(("askRemove", name), ("removeApp", True))


# -- taking off


def test_a_new_phone_has_both_brands_apps(desk: Desk) -> None:
    assert {"mybmw", "mini"} <= set(store(desk)["installed"])
    assert row(desk)["state"] == "installed"
    assert row(desk)["name"] == "My BMW"


def test_the_person_is_asked_before_an_app_goes(desk: Desk) -> None:
    desk.send(("askRemove", "mybmw"))
    assert desk.handset.state()["overlay"] == "removeApp"
    assert store(desk)["removing"]["id"] == "mybmw"
    desk.send(("removeApp", False))
    assert desk.handset.state()["overlay"] == ""
    assert "mybmw" in store(desk)["installed"]


def test_an_app_goes_with_all_that_it_kept(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sign_in()
    forgotten: list[str] = []
    desk.handset.keeping.forgotten = forgotten.append
    (tmp_path / "mybmw.json.damaged-1").write_text("an old sign-in")
    desk.send("home")
    remove(desk)
    assert not list(tmp_path.glob("mybmw.json*"))
    assert forgotten == ["mybmw"]
    assert [call for call in desk.cloud.calls if call[1] == "/oauth/revocation"]
    assert "mybmw" not in store(desk)["installed"]
    desk.send(("open", "mybmw"))
    assert screen(desk) == "home"
    desk.restart()
    assert screen(desk) == "home"  # the desk opens My BMW, which is not there
    assert row(desk)["state"] == "removed"


def test_the_phones_own_apps_stay(desk: Desk) -> None:
    for name in ("settings", "store", "moon", None):
        desk.send(("askRemove", name))
        assert desk.handset.state()["overlay"] == ""
    desk.send(("removeApp", True))
    assert screen(desk) == "home"


def test_what_a_kill_left_of_an_app_is_forgotten_at_the_next_start(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sign_in()
    (tmp_path / "apps.json").write_text(json.dumps({"removed": ["mybmw"], "coming": []}))
    desk.restart()
    assert not (tmp_path / "mybmw.json").exists()
    assert row(desk)["state"] == "removed"


# -- getting one


def test_an_app_comes_is_opened_and_knows_nobody(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sign_in()
    desk.send("home")
    remove(desk)
    desk.send(("open", "store"), ("show", "mybmw"))
    assert screen(desk) == "store.page"
    desk.send(("get", "mybmw"))
    assert row(desk)["state"] == "downloading"
    desk.clock.advance(2)
    assert 0.2 < row(desk)["progress"] < 0.9
    desk.clock.advance(2)
    assert row(desk)["state"] == "installing"
    desk.clock.advance(2)
    assert row(desk)["state"] == "installed"
    desk.send(("openApp", "mybmw"))
    assert screen(desk) == "mybmw.start"


def test_the_store_leads_back_to_its_list_and_then_home(desk: Desk) -> None:
    desk.send(("open", "store"), ("show", "mini"), ("show", "mybmw"), "back")
    assert screen(desk) == "store.list"
    desk.send(("show", "moon"), ("openApp", "settings"), ("get", "moon"), ("cancel", "moon"), ("remove", "settings"))
    assert screen(desk) == "store.list"
    desk.send("back")
    assert screen(desk) == "home"


def test_the_page_of_an_app_takes_it_off_too(desk: Desk) -> None:
    desk.send(("open", "store"), ("show", "mini"), ("remove", "mini"))
    assert desk.handset.state()["overlay"] == "removeApp"
    desk.send(("removeApp", True))
    assert (screen(desk), row(desk, "mini")["state"]) == ("store.page", "removed")
    desk.send(("openApp", "mini"))
    assert screen(desk) == "store.page"


def test_without_a_network_an_app_waits_and_comes_when_there_is_one(desk: Desk) -> None:
    remove(desk)
    desk.send(("open", "settings"), ("setAirplane", True), "home", ("open", "store"), ("get", "mybmw"))
    assert (row(desk)["state"], store(desk)["online"]) == ("waiting", False)
    desk.clock.advance(60)
    assert row(desk)["state"] == "waiting"
    desk.send(("quick", {"airplane": False}))
    desk.clock.advance(1)
    assert row(desk)["state"] == "downloading"
    desk.clock.advance(10)
    assert row(desk)["state"] == "installed"


def test_mobile_data_is_slower(desk: Desk) -> None:
    remove(desk)
    desk.send(("quick", {"wifi": False}), ("open", "store"), ("get", "mybmw"))
    desk.clock.advance(6)
    assert row(desk)["state"] == "downloading"
    desk.clock.advance(8)
    assert row(desk)["state"] == "installed"


def test_a_download_can_be_stopped(desk: Desk) -> None:
    remove(desk)
    desk.send(("open", "store"), ("get", "mybmw"))
    desk.clock.advance(1)
    desk.send(("cancel", "mybmw"))
    desk.clock.advance(60)
    assert (row(desk)["state"], row(desk)["progress"]) == ("removed", 0)


def test_a_phone_switched_off_meanwhile_goes_on_with_the_download(desk: Desk) -> None:
    remove(desk)
    desk.send(("open", "store"), ("get", "mybmw"))
    desk.clock.advance(1)
    desk.handset.close()
    desk.restart()
    assert row(desk)["state"] == "downloading"
    desk.clock.advance(10)
    assert row(desk)["state"] == "installed"
    desk.restart()
    assert row(desk)["state"] == "installed"


def test_the_way_back_from_a_page_asks_for_an_app_that_is_not_there(desk: Desk) -> None:
    remove(desk)
    desk.send(("deepLink", "mybmw://esim/association?result=ok"))
    web = desk.handset.state()["web"]
    assert (desk.handset.state()["overlay"], web["asked"], web["missing"]) == ("openIn", "My BMW", True)
    desk.send(("openIn", True))
    assert (screen(desk), store(desk)["shown"]) == ("store.page", "mybmw")
    desk.send("home", ("deepLink", "mini://x"))
    assert desk.handset.state()["web"]["missing"] is False


# -- faults, damage and the disk


class Source:
    """Downloads with nothing else around them."""

    def __init__(self, folder: Path, desk: Desk, bearer: str = "wifi") -> None:
        self.faults = Faults()
        self.bearer = bearer
        self.clock = desk.clock
        self.installed = InstalledApps(folder / "other.json", tasks=InlineTasks())
        self.installed.take_off("a")
        self.downloads = Downloads(
            self.installed,
            bearer=lambda: self.bearer,
            clock=desk.clock,
            events=EventLog(desk.clock),
            faults=self.faults,
            tasks=InlineTasks(),
        )


@pytest.mark.parametrize(("kind", "code"), [("interrupted", "store.interrupted"), ("full", "storage.full")])
def test_a_download_that_fails_is_told_and_can_be_tried_again(desk: Desk, tmp_path: Path, kind: str, code: str) -> None:
    source = Source(tmp_path, desk)
    source.faults.set(PORT, kind, count=1)
    source.downloads.begin("a", 50)
    source.clock.advance(10)
    assert (source.downloads.state("a")["state"], source.downloads.state("a")["error"]) == ("failed", code)
    assert source.installed.coming == ()
    source.downloads.begin("a", 50)
    source.clock.advance(10)
    assert source.downloads.state("a")["state"] == "installed"


def test_a_failure_can_be_put_away(desk: Desk, tmp_path: Path) -> None:
    source = Source(tmp_path, desk)
    source.faults.set(PORT, "interrupted")
    source.downloads.begin("a", 50)
    source.clock.advance(10)
    source.downloads.cancel("a")
    assert source.downloads.state("a")["state"] == "removed"


def test_a_slow_store_begins_late(desk: Desk, tmp_path: Path) -> None:
    source = Source(tmp_path, desk)
    source.faults.set(PORT, "slow", delay=20)
    source.downloads.begin("a", 10)
    source.clock.advance(15)
    assert source.downloads.state("a") == {"state": "downloading", "progress": 0.0, "error": ""}
    source.clock.advance(15)
    assert source.downloads.state("a")["state"] == "installed"


def test_nothing_moves_after_the_end(desk: Desk, tmp_path: Path) -> None:
    source = Source(tmp_path, desk)
    source.downloads.begin("a", 50)
    source.downloads.close()
    source.clock.advance(60)
    assert source.downloads.state("a")["state"] == "downloading"
    assert source.installed.coming == ("a",)


@pytest.mark.parametrize("content", ["nonsense", "[]", '{"removed": 1}', '{"removed": [1]}', '{"coming": {"a": 1}}'])
def test_a_damaged_list_is_kept_aside_and_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "apps.json").write_text(content)
    desk = Desk(tmp_path)
    assert {"mybmw", "mini"} <= set(store(desk)["installed"])
    assert desk.handset.state()["banner"]["kind"] == "damaged"
    assert (tmp_path / "apps.json.damaged-1").read_text() == content


def test_a_list_that_names_strangers_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "apps.json").write_text(json.dumps({"removed": ["moon", "mini"], "coming": ["moon", "settings"]}))
    desk = Desk(tmp_path)
    assert (row(desk)["state"], row(desk, "mini")["state"]) == ("installed", "removed")
    assert desk.handset.keeping.installed.coming == ()


def test_the_list_is_private(desk: Desk) -> None:
    remove(desk)
    assert stat.S_IMODE((desk.folder / "apps.json").stat().st_mode) == 0o600


ORDERS = st.lists(
    st.tuples(st.sampled_from(["take_off", "order", "give_up", "put_on"]), st.sampled_from(["a", "b"])), max_size=20
)


@given(ORDERS)
@settings(max_examples=60, deadline=None)
def test_what_comes_is_not_there_yet_and_all_of_it_is_stored(tmp_path_factory: Any, orders: list[Any]) -> None:
    path = tmp_path_factory.mktemp("apps") / "apps.json"
    installed = InstalledApps(path, tasks=InlineTasks())
    for order, name in orders:
        getattr(installed, order)(name)
        assert not any(installed.has(coming) for coming in installed.coming)
        again = InstalledApps(path, tasks=InlineTasks())
        assert (again.removed, again.coming) == (installed.removed, installed.coming)
