"""The catalogue, the labels it quotes and the coverage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.errors import BenchError
from onebench.guide.catalogue import load_catalogue, read_catalogue
from onebench.guide.coverage import measure, table
from onebench.guide.labels import is_seen, quoted_labels
from onebench.guide.tracks import full_id, is_known, window_of
from onebench.journeys.records import Record

HEAD = "id\tsource\ttrack\tstep\tactor\ttext_ja\ttext_en\tprecondition\toutcome\tnotes\n"


def test_the_catalogue_is_whole() -> None:
    rows = load_catalogue()
    assert len(rows) == 487 + 14
    assert sum(row.source.startswith("derived") for row in rows.values()) == 14
    assert sum(not row.actionable for row in rows.values()) == 49
    assert rows["BMW-EN-CAR-02a"].text("en") == 'Press "Add BMW ID",'
    assert rows["BMW-EN-CAR-02a"].text("ja").startswith("「BMW IDの追加」")


@pytest.mark.parametrize(
    "text",
    ["id\tsource\n", HEAD + "A-1\ttoo\tfew\n", HEAD + ("A-1" + "\tx" * 9 + "\n") * 2, HEAD + "\t" * 9 + "\n", ""],
)
def test_a_damaged_catalogue_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "catalogue.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BenchError, match=r"guide\.damaged"):
        read_catalogue(path)


def test_quotation_marks_belong_to_the_text(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.tsv"
    path.write_text(HEAD + 'A-1\ts\tt\t1\tidp\t「あ」\tPress "A" or "B".\t\t\t\n', encoding="utf-8")
    row = read_catalogue(path)["A-1"]
    assert quoted_labels(row.text("en"), "en") == ["A", "B"]
    assert quoted_labels(row.text("ja"), "ja") == ["あ"]


@pytest.mark.parametrize(
    ("label", "texts", "seen"),
    [
        ("BMW ID", ["BMW ID"], True),
        ("BMW ID", ["ＢＭＷ　ＩＤ"], True),
        ("BMW ID", ["BMW IDの追加"], False),
        ("Connected", ["Not connected"], False),
        ("Connected", ["connected"], False),
        ("Connected", ["Personal eSIM\nConnected"], True),
        ("Continue", ["Press Continue"], False),
        ("Setting up personal eSIM", ["Setting up personal eSIM… 43 %"], True),
        ("パーソナルeSIMをセットアップ中…", ["パーソナルeSIMをセットアップ中… 43%"], True),
        ("パーソナルeSIMをセットアップ中…", ["パーソナルeSIM"], False),
        ("同意します。", ["同意します"], True),
        ("同意する", ["同意します。"], False),
        ("…", [""], False),
    ],
)
def test_a_label_is_a_text_not_a_part_of_one(label: str, texts: list[str], seen: bool) -> None:
    assert is_seen(label, texts) is seen


def test_short_rows_mean_the_guide_of_the_runs_language() -> None:
    rows = load_catalogue()
    assert full_id("CAR-01", "bmw", "ja", rows) == "BMW-JP-CAR-01"
    assert full_id("CAR-01", "bmw", "en", rows) == "BMW-EN-CAR-01"
    assert full_id("BMW-JP-CAR-01", "bmw", "en", rows) is None
    assert full_id("BMW-JP-CAR-01", "bmw", "ja", rows) == "BMW-JP-CAR-01"
    assert full_id("PC-01", "bmw", "ja", rows) == "BMW-JP-PC-01"
    assert full_id("PC-01", "bmw", "en", rows) is None
    assert full_id("X-01", "bmw", "en", rows) == "X-01"
    assert full_id("S1-06", "mini", "ja", rows) == "MINI-APP-S1-06"
    assert full_id("S1-03", "mini", "ja", rows, "MINI-WEB") == "MINI-WEB-S1-03"
    assert full_id("S1-06", "mini", "en", rows) is None, "the MINI guide is printed in Japanese only"
    assert full_id("MINI-APP-S1-06", "mini", "en", rows) is None
    assert full_id("S1-06", "bmw", "ja", rows) is None
    assert is_known("PC-01", "bmw", rows)
    assert not is_known("CAR-99", "bmw", rows)
    assert window_of(rows["BMW-JP-CAR-01"]) == "car"
    assert window_of(rows["BMW-JP-SP-04"]) == "phone"
    assert window_of(rows["BMW-JP-PC-02"], "pc") == "pc"
    assert window_of(rows["BMW-JP-PC-08a"], "pc") == "phone", "an SMS is read on the phone"


def record(journey: str, *rows: str, passed: bool = True, digest: str = "d") -> Record:
    return Record(journey, "ja", digest, passed, rows)


def test_coverage_counts_what_walks_that_passed_have_done() -> None:
    rows = load_catalogue()
    records = [
        record("one", "BMW-JP-CAR-01", "BMW-JP-CAR-01", "BMW-JP-CAR-16", "NO-SUCH-ROW"),
        record("two", "BMW-JP-CAR-01", "BMW-JP-CAR-02a"),
        record("failed", "BMW-JP-CAR-03a", passed=False),
        record("changed", "BMW-JP-CAR-04", digest="old"),
        record("gone", "BMW-JP-CAR-05"),
    ]
    found = measure(rows, records, {"one": "d", "two": "d", "failed": "d", "changed": "d"})
    data = json.loads(json.dumps(found.to_json()))
    assert set(data) == {"actionable", "covered", "rows"}
    assert (data["actionable"], data["covered"]) == (452, 2)
    assert len(data["rows"]) == 452
    first = next(entry for entry in data["rows"] if entry["id"] == "BMW-JP-CAR-01")
    assert first == {"id": "BMW-JP-CAR-01", "actor": "head-unit", "covered": True, "journeys": ["one-ja", "two-ja"]}
    assert not any(entry["id"] == "BMW-JP-CAR-16" for entry in data["rows"])
    assert next(entry for entry in data["rows"] if entry["id"] == "BMW-JP-CAR-03a")["covered"] is False
    assert found.outdated == ("changed-ja", "gone-ja")
    text = table(found)
    assert "changed-ja, gone-ja" in text
    assert "BMW-JP-CAR            2    24   02b 02c 03a" in text


def test_without_records_nothing_is_covered() -> None:
    assert measure(load_catalogue(), [], {}).covered == 0
