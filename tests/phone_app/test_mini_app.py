"""The MINI app: the same code as My BMW, with what its brand pack says (MINI-APP-S1, S2)."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from desk import ISSUER, Desk

from core.brand import brand_ids, load_brand
from core.errors import BenchError
from core.ui.theme import load_theme

LINK = f"{ISSUER}/device?user_code=BCDF-GHJK"
QML = Path(__file__).parents[2] / "phone_app" / "qml"
CAR = {"vin": "WMWBENCH100000000", "model": "MINI Cooper SE", "role": "main", "esim": {"state": "ready"}}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, brand="mini")


def sign_in(desk: Desk) -> None:
    desk.send("signIn", ("callback", desk.callback(code="abc")))
    assert desk.screen == "car"


def scan(desk: Desk) -> None:
    desk.send(("openTab", "profile"), "scan", "startScan", ("scanned", LINK))


def test_the_log_in_leads_straight_to_the_app(desk: Desk) -> None:
    desk.send("signIn")
    assert desk.screen == "web"
    asked = {key: value[0] for key, value in parse_qs(urlsplit(desk.state["web"]["url"]).query).items()}
    assert (asked["client_id"], asked["redirect_uri"]) == ("mini-app", "mini://oauth/callback")
    desk.send(("callback", desk.callback(code="abc")))
    assert desk.screen == "car"  # MINI-APP-S1-02b, 03: neither PIN nor terms
    assert not any(path == "/api/terms" for _, path, _ in desk.cloud.calls)
    desk.restart()
    assert desk.screen == "car"
    assert desk.state["user"]["email"] == "hana.aoki@example.com"


def test_back_from_the_log_in_page_leads_to_the_start(desk: Desk) -> None:
    desk.cloud.fail["/.well-known/openid-configuration"] = BenchError("cloud.unreachable")
    desk.send("signIn")
    assert desk.screen == "signInFailed"
    del desk.cloud.fail["/.well-known/openid-configuration"]
    desk.send("continue")
    assert desk.screen == "web"
    desk.send("cancelSignIn")
    assert desk.screen == "start"
    desk.send("signIn", "back")
    assert desk.screen == "start"


def test_the_scan_waits_for_its_button(desk: Desk) -> None:
    sign_in(desk)
    desk.send(("openTab", "profile"), "scan")
    assert desk.screen == "scanReady"
    desk.send(("scanned", LINK))
    assert desk.screen == "scanReady"  # no camera yet
    desk.send("startScan")
    assert desk.screen == "scan"
    seen = [desk.screen]
    for _ in range(3):
        desk.send("back")
        seen.append(desk.handset.shell.screen)
    assert seen == ["scan", "mini.scanReady", "mini.profile", "home"]


def test_what_was_scanned_is_sent_and_one_goes_on_in_the_car(desk: Desk) -> None:
    sign_in(desk)
    scan(desk)
    assert desk.screen == "approved"
    decided = [details["json"] for method, path, details in desk.cloud.calls if method == "POST" and "BCDF" in path]
    assert decided == [{"decision": "approve"}]
    desk.send("done")
    assert desk.screen == "car"
    assert desk.state["awaited"] == {"model": "BMW iX xDrive50", "vinLast7": "0000000"}
    desk.cloud.vehicles = [CAR]
    desk.send("refresh")
    assert desk.state["awaited"] == {}


def test_a_code_that_is_typed_may_be_anybodys_and_is_compared(desk: Desk) -> None:
    sign_in(desk)
    desk.send(("openTab", "profile"), "scan", "startScan", "typeCode", *[("letter", letter) for letter in "BCDFGHJK"])
    assert desk.screen == "confirmCar"
    desk.send("deny")
    assert desk.screen == "denied"
    desk.send("back")
    assert desk.screen == "profile"


def test_a_car_that_cannot_be_reached_is_tried_again_without_a_second_scan(desk: Desk) -> None:
    sign_in(desk)
    desk.cloud.fail["/api/device-requests/BCDFGHJK"] = BenchError("cloud.timeout")
    scan(desk)
    assert (desk.screen, desk.state["error"]["code"]) == ("codeProblem", "cloud.timeout")
    desk.cloud.fail.clear()
    desk.send("retry")
    assert desk.screen == "approved"


def test_a_car_of_the_other_brand_has_an_app_of_its_own(desk: Desk) -> None:
    sign_in(desk)
    desk.cloud.car_brand = "bmw"
    scan(desk)
    assert (desk.screen, desk.state["error"]["code"]) == ("codeProblem", "code.other_brand")
    assert not [path for method, path, _ in desk.cloud.calls if method == "POST" and "device-requests" in path]
    desk.cloud.car_brand = "mini"
    desk.send("scan", ("scanned", LINK))
    assert desk.screen == "approved"


def test_an_old_code_leads_back_to_the_camera(desk: Desk) -> None:
    sign_in(desk)
    desk.cloud.request_status = "expired"
    scan(desk)
    assert (desk.screen, desk.state["error"]["code"]) == ("codeProblem", "code.expired")
    desk.send("scan")
    assert desk.screen == "scan"


def test_the_whole_number_is_asked_for(desk: Desk) -> None:
    sign_in(desk)
    desk.send(("openTab", "profile"), "openEsim", "activateEsim", ("setNumber", "1234"), "connectProvider")
    assert (desk.screen, desk.state["esim"]["form"]["mistake"]) == ("esimForm", "number")
    desk.send(("setNumber", "090-0000-1234"), "connectProvider")
    assert desk.screen == "provider"
    (sent,) = [details["json"] for method, path, details in desk.cloud.calls if path == "/api/esim/activation"]
    assert sent["number"] == "09000001234"


def test_the_way_back_ends_where_the_car_is_marked(desk: Desk) -> None:
    sign_in(desk)
    desk.send(("openTab", "profile"), "openEsim", "activateEsim", ("setNumber", "09000001234"), "connectProvider")
    desk.cloud.associate()
    desk.send(("deepLink", "mini://esim/association?result=linked"))
    assert desk.handset.state()["web"]["asked"] == "MINI"  # 「"MINI"で開きますか？」
    desk.send(("openIn", True))
    assert (desk.screen, desk.handset.state()["overlay"]) == ("esim", "")  # SP-40 has no counterpart
    assert desk.state["esim"]["state"] == "linked"
    assert desk.state["brand"]["activeOn"] == "car"


def test_logging_out_begins_and_ends_at_the_menu(desk: Desk) -> None:
    sign_in(desk)
    desk.send(("openTab", "profile"), "askLogOut", "back")
    assert desk.screen == "profile"
    desk.send("askLogOut", "logOut")
    assert desk.screen == "start"
    assert not (desk.folder / "mini.json").exists()


def test_both_apps_each_with_its_own_log_in(desk: Desk) -> None:
    sign_in(desk)
    assert desk.handset.theme == "mini-app"
    desk.send("home")
    assert desk.handset.theme == "phone"
    assert desk.state["brand"]["id"] == "mini", "at home the last one stays at hand"
    desk.send(("open", "mybmw"))
    assert (desk.handset.theme, desk.state["screen"]) == ("phone", "start")
    desk.app = desk.handset.brand_app
    desk.sign_in()
    assert {path.name for path in desk.folder.glob("m*.json")} >= {"mini.json", "mybmw.json"}
    clients = [d["form"]["client_id"] for _, path, d in desk.cloud.calls if path == "/oauth/token"]
    assert clients == ["mini-app", "my-bmw-app"]
    desk.send("home", ("open", "mini"), ("openTab", "profile"), "askLogOut", "logOut")
    assert not desk.handset.brand_apps["mini"].account.signed_in
    assert desk.handset.brand_apps["mybmw"].account.signed_in


def test_a_link_to_the_other_app_brings_it_to_the_front(desk: Desk) -> None:
    sign_in(desk)
    desk.send("home", ("open", "mybmw"), ("deepLink", "mini://esim/association?result=linked"), ("openIn", True))
    assert desk.handset.shell.front == "mini"


def test_the_apps_stand_in_the_order_of_the_benchs_car(tmp_path: Path) -> None:
    for brand, first in (("bmw", "mybmw"), ("mini", "mini")):
        apps = Desk(tmp_path / brand, brand=brand).handset.state()["store"]["apps"]
        assert apps[0]["id"] == first
        assert {app["id"] for app in apps if app["kind"] == "brand"} == {"mybmw", "mini"}


def test_every_page_of_an_app_is_a_file() -> None:
    text = (QML / "PhonePages.qml").read_text(encoding="utf-8")
    pages = set(re.findall(r'"[\w.]+": "(\w+)"', text))
    assert {"AppScanReadyPage", "MiniMenuPage", "MiniTabBar"} <= pages
    assert [page for page in pages if not (QML / f"{page}.qml").is_file()] == []


@pytest.mark.parametrize("brand", brand_ids())
def test_a_pack_of_an_app_is_complete(brand: str) -> None:
    pack = load_brand(brand)
    assert load_theme(pack.phone_theme)["night"]
    assert len(pack.app_icon) == 4
    assert (QML.parents[1] / "assets" / "icons" / f"{pack.app_icon[0]}.svg").is_file()
    assert set(pack.app_set_up) <= {"intro", "pin", "terms", "welcome"}
    assert pack.active_on in ("number", "car")


def test_the_main_user_reads_who_else_has_the_car(desk: Desk) -> None:
    desk.cloud.vehicles = [CAR | {"co_users": [{"name#ja": "佐藤 健", "name#en": "Ken Sato"}, {"name#en": "Mio"}]}]
    sign_in(desk)
    assert desk.state["garage"]["cars"][0]["coUsers"] in ("Ken Sato\nMio", "佐藤 健\nMio")
