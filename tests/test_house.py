"""Rules of the house that no linter knows."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = re.compile(r'(?:BenchError|notice|error_code)\(\s*"([a-z_]+\.[a-z_]+)"')
WORDS = re.compile(r'case "([a-z_.]+)"')

# Troubles of whoever runs or scripts the bench, never of the person at a screen: told by the command line.
NOT_ON_SCREENS = {"fault", "element", "journey", "key", "language", "theme", "brand", "state", "picture", "web", "data"}
NOT_ON_SCREENS |= {
    "phone",
    "headunit",
    "accessory",
    "persona",
}  # a window that could not be made has no screen to say so


def raised_in(*folders):
    found = set()
    for folder in folders:
        for path in (ROOT / folder).rglob("*.py"):
            found |= set(CODE.findall(path.read_text(encoding="utf-8")))
    return {code for code in found if code.partition(".")[0] not in NOT_ON_SCREENS}


def wordless(codes, *paths):
    """Codes that have no words of their own there, nor words of their family (the part before the dot)."""
    words = {word for path in paths for word in WORDS.findall((ROOT / path).read_text(encoding="utf-8"))}
    return {code for code in codes if code not in words and code.partition(".")[0] not in words}


def test_the_car_has_words_for_every_trouble_it_can_meet():
    codes = raised_in("core", "headunit", "firmware_bridge")
    # The car scans nothing, and its modem alone is in the mobile network.
    codes = {code for code in codes if not code.startswith(("camera.", "radio."))}
    assert wordless(codes, "headunit/qml/parts/CarErrorText.qml") == set()


def test_the_phone_has_words_for_every_trouble_it_can_meet():
    codes = raised_in("core", "phone_app")
    # Shown as a state of their own screen (dots that shake, the scanner's line, the pairing dialog, a message
    # not sent, a call that failed), not as an error.
    told_as_states = {"pin.wrong", "contacts.not_allowed", "settings.damaged", "card.wrong"}
    told_as_states |= {"card.malformed", "card.not_verified"}  # what the app asks of the card cannot bring them
    codes = {code for code in codes - told_as_states if code.partition(".")[0] not in ("camera", "air", "radio")}
    texts = ("PhoneErrorText.qml", "MynapointErrorText.qml")
    assert wordless(codes, *(f"phone_app/qml/{name}" for name in texts)) == set()


def test_the_command_line_has_words_for_every_trouble():
    from onebench.messages import SENTENCES

    prefixes = ("data.", "settings.", "storage.", "brand.", "modem.", "esim.", "fault.", "port.", "air.port")
    codes = set(CODE.findall((ROOT / "cloud" / "server.py").read_text(encoding="utf-8")))
    for folder in ("core", "cloud/storage", "firmware_bridge", "onebench"):
        for path in (ROOT / folder).rglob("*.py"):
            codes |= set(CODE.findall(path.read_text(encoding="utf-8")))
    assert {code for code in codes if code.startswith(prefixes)} - set(SENTENCES) == set()


@pytest.mark.parametrize(
    "package", ["onebench", "headunit", "phone_app", "accessories", "cloud", "firmware_bridge", "core"]
)
def test_every_room_says_what_it_is_for(package):
    silent = [
        str(path.relative_to(ROOT))
        for path in (ROOT / package).rglob("__init__.py")
        if not path.read_text(encoding="utf-8").startswith('"""')
    ]
    assert silent == []


def test_qml_files_have_names_of_their_own_since_names_are_translation_contexts():
    files = [path for part in ("headunit", "phone_app", "accessories", "core") for path in (ROOT / part).rglob("*.qml")]
    twins = {path for path in files if path.parent.name.startswith("+")}  # chosen by brand instead of the file above
    names = [path.name for path in files if path not in twins]
    assert sorted(names) == sorted(set(names))


def test_nothing_tracked_is_a_build_product_or_a_stray_file():
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()  # fmt: skip
    stray = [name for name in tracked if name.endswith((".qm", ".mo", ".pyc", ".qmlc", ".log", ".orig"))]
    assert stray == []
