"""The management site says what its guide prints, row by row; every sentence has its Japanese; English is English."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from carrier_bench import MIO, CarrierBench
from management_walk import KAITO, REN, YUI, Manager
from page_checks.html_validity import findings
from procedure_walk import Page

import cloud.sites
from cloud.carrier.rules.device_types import CARS, OTHERS, UNKNOWN
from onebench.guide.catalogue import load_catalogue

PAGE_OF = {
    "MGMT-TOP1": "top1",
    "MGMT-TOP2": "top2",
    "MGMT-HIST": "history",
    "MGMT-EDIT": "edit",
    "MGMT-DEREG": "release",
}
ELSEWHERE = {
    "MGMT-EDIT-11": "top2",  # what stands behind the dialog
    "MGMT-DEREG-01": "top2",
    "MGMT-DEREG-02": "top2",
    "MGMT-TOP2-22": "refused service",
    "MGMT-TOP2-23": "refused option",
}
SAID = {
    # The row describes a page or a press; what is on the page of it:
    "MGMT-TOP1-01": ["ご契約プラン", "ワンナンバーサービス"],
    "MGMT-TOP2-01": ["ご契約プラン", "ワンナンバーサービス＋マルチデバイスオプション"],
    "MGMT-TOP1-02": ["docomo", "ワンナンバーサービス", "ログアウト"],  # the d is the mark of the account
    "MGMT-HIST-01": ["docomo", "ワンナンバーサービス", "ワンナンバー登録履歴"],
    "MGMT-HIST-05": ["2022年09月12日 16:43", "2022年09月12日 14:17"],
    "MGMT-HIST-06": ["登録", "解除", "21:26", "端末名", "IMEI"],
    "MGMT-EDIT-01": ["変更する情報を入力してください"],
    "MGMT-DEREG-02": ["登録の解除"],
    "MGMT-DEREG-10": ["解除する"],
    "MGMT-TOP2-22": ["ワンナンバーサービスの解約", "アクセサリ端末を1台まで減らしてください"],
    "MGMT-TOP2-23": ["マルチデバイスオプションの解約", "アクセサリ端末を1台まで減らしてください"],
    # Faults of the printed text (domain.md §1).
    "MGMT-TOP1-13": ["一度設定をすれば"],
    "MGMT-TOP2-04": ["登録履歴の確認"],
    "MGMT-TOP2-15": ["ワンナンバーサービスやアクセサリ端末に関する詳細はこちらを参照ください。"],
    "MGMT-TOP2-17": [
        "ワンナンバーサービスは1台以上のアクセサリ端末をワンナンバー登録※1する必要があり、",
        "ワンナンバーサービスを利用されない場合は、こちらからワンナンバーサービスを解約してください。",
    ],
    "MGMT-TOP2-18": [
        "利用を終了するアクセサリ端末は登録の解除からワンナンバー登録を解除してください。",
        "利用中アクセサリ端末を1台にした後、こちらよりマルチデバイスオプションを解約してください。",
    ],
}
SEPARATE = re.compile(r"[／\s]+")
"""Between what a row lists; each piece stands on the page, wherever the layout puts it."""


def plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def walk(carrier: CarrierBench, language: str) -> dict[str, Page]:
    """Every page of the site by its name."""
    ren, yui = Manager(carrier, REN, language), Manager(carrier, YUI, language)
    kaito, mio = Manager(carrier, KAITO, language), Manager(carrier, MIO, language)
    pages = {"top1": ren.page, "device": ren.follow("management-device-1")}
    ren.open("/management")
    pages["cancel service"] = ren.follow("management-cancel-service")
    pages["top2"] = yui.page
    yui.follow("management-edit-1")
    pages["name refused"] = yui.check_name("/")
    pages["confirm"] = yui.check_name("X")
    yui.open("/management")
    pages["release"] = yui.follow("management-release-1")
    for which in ("service", "option"):
        yui.open("/management")
        pages[f"refused {which}"] = yui.follow(f"management-cancel-{which}")
    pages["full"], pages["edit"] = kaito.page, kaito.follow("management-edit-5")
    pages["history"] = kaito.open("/management/history")
    pages["no contract"] = mio.page
    ren.open("/management")
    ren.follow("management-cancel-service")
    pages["cancelled"] = ren.press("cancel-submit", understood="yes")
    return pages


def test_every_row_of_the_guide_is_said(carrier: CarrierBench) -> None:
    pages = {
        name: plain(page.get("content").text + page.html.split("<main")[0])
        for name, page in walk(carrier, "ja").items()
    }
    missing, rows = [], [row for row in load_catalogue().values() if row.actor == "mgmt-site" and row.id[:4] == "MGMT"]
    for row in rows:
        page = ELSEWHERE.get(row.id) or PAGE_OF[row.id.rpartition("-")[0]]
        for piece in SAID.get(row.id) or SEPARATE.split(
            row.text("ja").replace("[ ]", "").replace("「登録履歴の確認」", "")
        ):
            if plain(piece).removeprefix("・") not in pages[page]:
                missing.append((row.id, page, piece))
    assert missing == []
    assert len(rows) > 60


def test_every_page_is_valid(carrier: CarrierBench) -> None:
    assert [(name, found) for name, page in walk(carrier, "ja").items() if (found := findings(page.html))] == []


def test_the_english_pages_speak_english(carrier: CarrierBench) -> None:
    japanese = re.compile("[ぁ-んァ-ヶ一-龠]")
    own_words = {"仕事用"}  # a name that somebody gave
    for name, page in walk(carrier, "en").items():
        for element in page.elements:
            if element.tag in ("p", "h1", "h2", "li", "dt", "dd", "a", "button") and "lang" not in element.attributes:
                marked = "".join(
                    one.text for one in page.elements if element in one.parents and "lang" in one.attributes
                )
                said = element.text.replace(marked, "") if marked else element.text
                assert not japanese.search(said) or any(word in said for word in own_words), (name, element)


def test_every_sentence_has_its_japanese() -> None:
    sites = Path(cloud.sites.__file__).parent
    found = {entry[2] for entry in extract_from_dir(sites / "management", method_map=[("templates/**.html", "jinja2")])}
    catalogues = {}
    for site in ("management", "procedure", "landing"):
        with (sites / site / "translations/ja/LC_MESSAGES/messages.po").open("rb") as file:
            catalogues[site] = {message.id: message.string for message in read_po(file) if message.id}
    with (sites.parent / "translations/ja/LC_MESSAGES/messages.po").open("rb") as file:
        shared = {message.id: message.string for message in read_po(file) if message.id}
    own = catalogues["management"]
    assert len(found) > 80
    assert found - own.keys() - shared.keys() == set()
    assert own.keys() - found == set(), "nothing is translated that is not said"
    for source, target in own.items():
        assert target, source
        assert set(re.findall(r"%\(\w+\)s", source)) == set(re.findall(r"%\(\w+\)s", target)), source
        for other in ("procedure", "landing"):  # one server shows all three: one sentence, one translation
            assert catalogues[other].get(source, target) == target, source


def test_every_type_of_device_has_a_picture_of_its_own() -> None:
    pictures = Path(cloud.sites.__file__).parent / "management/static/devices"
    types = [*CARS.values(), *OTHERS.values(), UNKNOWN]
    assert sorted(path.stem for path in pictures.glob("*.svg")) == sorted(one.id for one in types)
    assert len({path.read_bytes() for path in pictures.glob("*.svg")}) == len(types)
