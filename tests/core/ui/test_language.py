"""Languages: nothing left untranslated, two windows in two languages, compiled files that keep up."""

from __future__ import annotations

import os
import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine

from core.errors import BenchError
from core.ui import language as language_module
from core.ui.language import TRANSLATIONS, apply_language, compiled, languages
from core.ui.translations import PROJECT, SOURCES, collect

FILES = [(part, language) for part in SOURCES for language in languages(part)[1:]]


def messages(path: Path) -> dict[tuple[str, str], ElementTree.Element]:
    """The translations of a Linguist file by context and source."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.find("translation")
        for context in ElementTree.parse(path).iter("context")
        for message in context.iter("message")
    }


@pytest.mark.parametrize(("part", "language"), FILES)
def test_every_text_is_translated(part: str, language: str, tmp_path: Path) -> None:
    stored = TRANSLATIONS / f"{part}_{language}.ts"
    fresh = tmp_path / stored.name
    shutil.copy(stored, fresh)
    collect(part, language, fresh)
    assert messages(fresh).keys() == messages(stored).keys(), "run python -m core.ui.translations"
    for key, translation in messages(fresh).items():
        assert translation.get("type") is None, key
        assert (translation.text or "").strip(), key


@pytest.mark.parametrize(("part", "language"), FILES)
def test_places_for_values_are_kept(part: str, language: str) -> None:
    for (context, source), translation in messages(TRANSLATIONS / f"{part}_{language}.ts").items():
        if source == "%1 E-mail":
            continue  # the guide's Japanese label is one word without the brand's
        assert sorted(re.findall(r"%\d", source)) == sorted(re.findall(r"%\d", translation.text or "")), (
            context,
            source,
        )


def test_file_names_are_unique_over_the_parts() -> None:
    seen: dict[str, Path] = {}
    for folder in ("core/ui/qml", *SOURCES.values()):
        for path in (PROJECT / folder).rglob("*.qml"):
            # A brand's twin (`+mini/`) shares its texts with the file it stands in for on purpose.
            if "qsTr(" in path.read_text(encoding="utf-8") and not path.parent.name.startswith("+"):
                assert path.name not in seen, f"{path} and {seen.get(path.name)} would share translations"
                seen[path.name] = path


def test_two_windows_speak_two_languages(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_module, "TRANSLATIONS", tmp_path)
    for part, word in (("headunit", "続行"), ("phone", "次へ")):
        context = f"{part.capitalize()}Probe"
        (tmp_path / f"{part}_ja.ts").write_text(
            f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="ja"><context>'
            f"<name>{context}</name><message><source>Continue</source><translation>{word}</translation></message>"
            f"</context></TS>",
            encoding="utf-8",
        )
        (tmp_path / f"{context}.qml").write_text(
            'import QtQml\nQtObject { property string word: qsTr("Continue") }', encoding="utf-8"
        )
    engines = {part: QQmlEngine() for part in ("headunit", "phone")}
    probes = {}
    for part, engine in engines.items():
        component = QQmlComponent(engine, QUrl.fromLocalFile(str(tmp_path / f"{part.capitalize()}Probe.qml")))
        probes[part] = component.create()
        probes[part].setParent(engine)

    def words() -> tuple[str, str]:
        return probes["headunit"].property("word"), probes["phone"].property("word")

    try:
        assert words() == ("Continue", "Continue")
        apply_language(engines["headunit"], "headunit", "ja")
        assert words() == ("続行", "Continue")
        apply_language(engines["phone"], "phone", "ja")
        assert words() == ("続行", "次へ")
        apply_language(engines["headunit"], "headunit", "en")
        assert words() == ("Continue", "次へ")
    finally:
        for part, engine in engines.items():
            apply_language(engine, part, "en")
            shiboken6.delete(engine)
    assert QCoreApplication.translate("PhoneProbe", "Continue") == "Continue"


def test_a_changed_source_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_module, "TRANSLATIONS", tmp_path)
    source = tmp_path / "headunit_ja.ts"
    shutil.copy(TRANSLATIONS / "headunit_ja.ts", source)
    target = compiled("headunit", "ja")
    os.utime(target, (1, 1))
    assert compiled("headunit", "ja").stat().st_mtime > 1
    os.utime(source, (2, 2))
    os.utime(target, (3, 3))
    assert compiled("headunit", "ja").stat().st_mtime == 3, "nothing changed, nothing compiled"


def test_unknown_and_broken_languages_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BenchError, match=r"language\.unknown"):
        compiled("headunit", "tlh")
    monkeypatch.setattr(language_module, "TRANSLATIONS", tmp_path)
    (tmp_path / "headunit_ja.ts").write_text("no file for Linguist", encoding="utf-8")
    with pytest.raises(BenchError, match=r"language\.broken"):
        compiled("headunit", "ja")
    assert not list(tmp_path.glob("*.qm"))
