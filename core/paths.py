"""Where the project's data files lie."""

from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "assets"
"""Journeys, guide catalogue, themes, icons, sounds, translations, brand packs: data only."""

QML_MODULES = Path(__file__).resolve().parent / "ui" / "qml"
"""The folder that holds the QML module `Bench`."""
