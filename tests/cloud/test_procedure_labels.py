"""Every label that the guides quote for the operator's site stands on its page; every sentence has its Japanese."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from carrier_bench import HANA, MIO, MIO_ID, RIN, CarrierBench, make_carrier
from page_checks.html_validity import findings
from procedure_walk import MIO_TYPED, Page, Walker
from test_procedure_association import MAKER, push

import cloud.sites
from core.clock import Clock
from onebench.guide.catalogue import load_catalogue
from onebench.guide.labels import is_seen, quoted_labels

ROWS = {
    "pin": "BMW-JP-SP-14a BMW-EN-SP-14a MINI-APP-S2-01c",
    "daccount_id": "BMW-JP-PC-08",
    "daccount_code": "BMW-JP-PC-09",
    "top_none": "BMW-JP-SP-15 BMW-EN-SP-15 BMW-JP-PC-10 MINI-APP-S2-02 MINI-WEB-S2-02",
    "details": "BMW-JP-SP-16 BMW-EN-SP-16 BMW-JP-PC-12 BMW-JP-SP-17 BMW-EN-SP-17 BMW-JP-SP-19 BMW-EN-SP-19 "
    "BMW-JP-SP-23 BMW-EN-SP-23 MINI-APP-S2-03 MINI-APP-S2-04 MINI-APP-S2-06 MINI-APP-S2-10",
    "terms": "BMW-JP-SP-18 BMW-EN-SP-18 MINI-APP-S2-05",
    "payment": "BMW-JP-SP-24 BMW-EN-SP-24 MINI-APP-S2-11",
    "summary": "BMW-JP-SP-26 BMW-EN-SP-26 MINI-APP-S2-13",
    "done": "BMW-JP-SP-27 BMW-EN-SP-27 BMW-JP-SP-31 BMW-EN-SP-31 BMW-JP-PC-13 MINI-APP-S2-14 MINI-APP-S2-18",
    "top_base": "BMW-JP-SP-28 BMW-EN-SP-28 BMW-JP-SP-29 BMW-EN-SP-29 BMW-JP-SP-35 BMW-EN-SP-35 BMW-JP-PC-15 "
    "MINI-APP-S2-15 MINI-APP-S2-15a MINI-APP-S2-16 MINI-APP-S2-22",
    "option_details": "BMW-JP-SP-30 BMW-EN-SP-30 MINI-APP-S2-17",
    "top_multi": "BMW-JP-SP-32 BMW-EN-SP-32 MINI-APP-S2-19",
    "consent": "BMW-JP-SP-36 BMW-EN-SP-36 BMW-JP-SP-37 BMW-EN-SP-37 BMW-JP-PC-16 BMW-JP-PC-17 "
    "MINI-APP-S2-23 MINI-APP-S2-24",
    "associated": "BMW-JP-SP-38 BMW-EN-SP-38 BMW-JP-PC-18 MINI-APP-S2-25a",
}
INSTEAD = {
    "更新ボタン": "更新",  # the guide names the button, not its label
    "スマホで利用する": "クルマで利用する",  # the two tracks of the guide disagree (domain.md §1)
    "クママで利用する": "クルマで利用する",  # a misprint
    "お手続きが完了しました": "お手続きが完了いたしました",  # the PC track writes it otherwise
    "注意事項・利用規約・パーソナルデータの取扱い": "ワンナンバーサービス 注意事項・利用規約・パーソナルデータの取扱い",
    "ワンナンバーサービス + マルチデバイスオプション 契約中": "ワンナンバーサービス+マルチデバイスオプション契約中",
}


def walk(carrier: CarrierBench, language: str) -> Iterator[tuple[str, Page]]:
    """The whole way of the guide: each page with its name."""
    pc = Walker(carrier, language=language)
    yield "daccount_id", pc.page
    yield "daccount_code", pc.press("daccount-next", d_id=MIO_ID)
    mio = Walker(carrier, MIO, language)
    yield "pin", mio.page
    mio.open(push(carrier))
    yield "top_none", mio.log_in_by_pin()
    mio.follow("procedure-order-base")
    yield "terms", mio.press("order-terms-base", base="yes", **MIO_TYPED)
    yield "details", mio.press("terms-close")
    yield "payment", mio.press("order-next", terms_base="yes")
    yield "summary", mio.press("payment-next", payment="card")
    yield "done", mio.press("summary-complete")
    carrier.clock.advance(5)
    yield "top_base", mio.follow("complete-back")
    yield "option_details", mio.follow("procedure-order-option")
    mio.fill_details("option")
    mio.press("payment-next", payment="card")
    mio.press("summary-complete")
    carrier.clock.advance(5)
    yield "top_multi", mio.follow("complete-back")
    yield "consent", mio.follow("procedure-use-in-car")
    yield "associated", mio.press("associate-submit", agree="yes")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_quoted_label_is_on_its_page(
    tmp_path: Path, clock: Clock, first_carrier_run: Path, language: str
) -> None:
    carrier = make_carrier(shutil.copytree(first_carrier_run, tmp_path / "carrier"), clock, clients=[MAKER])
    rows = load_catalogue()
    missing, seen = [], 0
    for name, page in walk(carrier, language):
        assert page.status == 200, name
        for row_id in ROWS[name].split():
            if ("-EN-" in row_id) != (language == "en"):
                continue
            for label in quoted_labels(rows[row_id].text(language), language):
                seen += 1
                if not is_seen(INSTEAD.get(label, label), page.texts()):
                    missing.append((name, row_id, label))
    carrier.close()
    assert missing == []
    assert seen >= 15


def test_every_page_is_valid(tmp_path: Path, clock: Clock, first_carrier_run: Path) -> None:
    carrier = make_carrier(shutil.copytree(first_carrier_run, tmp_path / "carrier"), clock, clients=[MAKER])
    pages = list(walk(carrier, "ja"))
    pc, phone = Walker(carrier), Walker(carrier, MIO)
    pages += [("id refused", pc.press("daccount-next", d_id="")), ("PIN refused", phone.log_in_by_pin("1"))]
    pc.log_in_by_d_account("rin-kato", "Bench-Kato-2026", RIN)
    pages += [("not tied", pc.follow("procedure-order-base")), ("set-up", pc.follow("daccount-setup"))]
    pages += [("set-up refused", pc.press("setup-submit")), ("unlock", pc.open("/procedure/d-account/unlock"))]
    hana = Walker(carrier, HANA)
    hana.log_in_by_pin("2580")
    hana.follow("procedure-order-option")
    pages += [("details refused", hana.press("order-next")), ("receipts", hana.open("/procedure/receipts"))]
    carrier.faults.set("carrier.server", "maintenance", count=1)
    pages += [("maintenance", hana.open("/procedure")), ("no request", hana.open("/procedure/car"))]
    assert [(name, found) for name, page in pages if (found := findings(page.html))] == []
    carrier.close()


def test_the_english_pages_speak_english(tmp_path: Path, clock: Clock, first_carrier_run: Path) -> None:
    """But for what the operator prints in Japanese, which is marked as such for readers aloud."""
    carrier = make_carrier(shutil.copytree(first_carrier_run, tmp_path / "carrier"), clock, clients=[MAKER])
    japanese = re.compile("[ぁ-んァ-ヶ一-龠]")
    for name, page in walk(carrier, "en"):
        for element in page.elements:
            if element.tag in ("p", "h1", "h2", "h3", "li", "dt", "legend"):
                marked = "".join(e.text for e in page.elements if element in e.parents and "lang" in e.attributes)
                assert not japanese.search(element.text.replace(marked, "") if marked else element.text), (
                    name,
                    element,
                )
    carrier.close()


def test_every_sentence_has_its_japanese() -> None:
    sites = Path(cloud.sites.__file__).parent
    found = {entry[2] for entry in extract_from_dir(sites / "procedure", method_map=[("templates/**.html", "jinja2")])}
    with (sites / "procedure/translations/ja/LC_MESSAGES/messages.po").open("rb") as file:
        own = {message.id: message.string for message in read_po(file) if message.id}
    with (sites.parent / "translations/ja/LC_MESSAGES/messages.po").open("rb") as file:
        shared = {message.id for message in read_po(file) if message.id}
    assert len(found) > 200
    assert found - own.keys() - shared == set()
    assert own.keys() - found == set(), "nothing is translated that is not said"
    for source, target in own.items():
        assert target, source
        if target != "アカウント連携":  # the Japanese guide's label names no account
            assert set(re.findall(r"%\(\w+\)s", source)) == set(re.findall(r"%\(\w+\)s", target)), source
