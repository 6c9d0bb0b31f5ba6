"""Puts one window's texts into a language while the other window keeps its own: a translator for each part.

Contexts of Qt translations are QML file names, which are unique over the parts, so the translators do not meet.
English is the source text and needs no file.
"""

from __future__ import annotations

import os
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtQml import QQmlEngine

from core.errors import BenchError
from core.paths import ASSETS

SOURCE_LANGUAGE = "en"
TRANSLATIONS = ASSETS / "translations"
COMPILER = Path(PySide6.__file__).parent / ("lrelease.exe" if os.name == "nt" else "lrelease")
COMPILE_TIMEOUT = 30  # wall seconds; a part's file takes a few hundredths


def apply_language(engine: QQmlEngine, part: str, language: str) -> None:
    """Show the part (`headunit`, `phone`) of `engine` in `language` (`en`, `ja`), at once and without loading anew.

    Raises `language.unknown` when the part has no such file, `language.broken` when it cannot be compiled.
    """
    application = QCoreApplication.instance()
    if application is None:
        raise BenchError("language.broken", part=part, reason="no application")
    name = f"translator.{part}"
    previous = application.findChild(QTranslator, name)
    translator: QTranslator | None = None
    if language != SOURCE_LANGUAGE:
        translator = QTranslator(application)
        if not translator.load(str(compiled(part, language))):
            raise BenchError("language.broken", part=part, language=language)
    if previous is not None:
        application.removeTranslator(previous)
        previous.setObjectName("")
        previous.deleteLater()
    if translator is not None:
        translator.setObjectName(name)
        application.installTranslator(translator)
    engine.retranslate()


def languages(part: str) -> list[str]:
    """The languages a part can speak, the source language first."""
    files = sorted(TRANSLATIONS.glob(f"{part}_*.ts"))
    return [SOURCE_LANGUAGE, *(path.stem.removeprefix(f"{part}_") for path in files)]


def compiled(part: str, language: str) -> Path:
    """The `.qm` of a part's language, compiled first when missing or older than its `.ts`."""
    source = TRANSLATIONS / f"{part}_{language}.ts"
    if not source.is_file():
        raise BenchError("language.unknown", part=part, language=language, known=", ".join(languages(part)))
    target = source.with_suffix(".qm")
    if not os.access(source.parent, os.W_OK):
        # An installation the user may not write to.
        import platformdirs

        target = Path(platformdirs.user_cache_dir("onebench")) / target.name
    if not target.is_file() or target.stat().st_mtime < source.stat().st_mtime:
        compile_translation(source, target)
    return target


def compile_translation(source: Path, target: Path) -> None:
    """Compile one `.ts`; the target is replaced whole, since two benches may start at the same moment."""
    import subprocess
    import tempfile

    from core.ui.phrases import keep_phrases_in

    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".qm-") as folder:
        fresh = Path(folder) / target.name
        phrased = Path(folder) / source.name
        try:
            phrased.write_text(keep_phrases_in(source.read_text(encoding="utf-8")), encoding="utf-8")
            subprocess.run(  # noqa: S603 - the compiler that came with Qt, on our own file
                [str(COMPILER), "-silent", str(phrased), "-qm", str(fresh)],
                check=True,
                capture_output=True,
                timeout=COMPILE_TIMEOUT,
            )
            fresh.replace(target)
        except (OSError, SyntaxError, subprocess.SubprocessError) as error:
            raise BenchError("language.broken", file=str(source), reason=str(error)) from error


def compile_all() -> None:
    """Compile what is missing or outdated of all parts, for `make setup`."""
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        part, _, language = source.stem.rpartition("_")
        compiled(part, language)
