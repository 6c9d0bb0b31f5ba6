"""No error reaches the driver as a bare code or as "something went wrong" where its family is known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine, QQmlExpression

PROJECT = Path(__file__).resolve().parents[3]
PART = PROJECT / "headunit" / "qml" / "parts" / "CarErrorText.qml"
RAISED = re.compile(r'BenchError\(\s*"((?:cloud|auth|vehicle|pin|modem|esim|smdp|storage|settings|air|contacts)\.\w+)"')
VAGUE = "Something went wrong."


def codes() -> list[str]:
    """Every error code that the car's rooms can raise."""
    folders = ("headunit", "firmware_bridge", "core")
    files = [path for folder in folders for path in (PROJECT / folder).rglob("*.py")]
    raised = {code for path in files for code in RAISED.findall(path.read_text(encoding="utf-8"))}
    contract = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
    told = contract.partition("Codes that the car itself makes:")[2].partition("; the rest")[0]
    return sorted(raised | set(re.findall(r"`([a-z]+\.[a-z_]+)", told)))


@pytest.fixture(scope="module")
def words(qapp):
    engine = QQmlEngine()
    component = QQmlComponent(engine, QUrl.fromLocalFile(str(PART)))
    made = component.create()
    assert made is not None, component.errorString()
    yield made
    shiboken6.delete(made)
    shiboken6.delete(engine)


def say(words: QObject, function: str, error: str) -> str:
    context = QQmlEngine.contextForObject(words)
    value, undefined = QQmlExpression(context, words, f"{function}({error})").evaluate()
    assert not undefined
    return value


def test_there_are_codes_to_check() -> None:
    assert len(codes()) > 20


@pytest.mark.parametrize("code", codes())
def test_every_code_is_explained(words: QObject, code: str) -> None:
    error = f'{{code: "{code}", params: {{}}}}'
    assert say(words, "what", error) != VAGUE
    assert say(words, "advice", error)
    assert code not in say(words, "sentence", error)


def test_an_unknown_code_still_says_something(words: QObject) -> None:
    assert say(words, "what", '{code: "moon.eclipse"}') == VAGUE
    assert say(words, "sentence", "({})").startswith(VAGUE)


def test_the_lock_says_how_long(words: QObject) -> None:
    assert "15 min" in say(words, "what", '{code: "auth.locked", params: {retry_after: 900}}')
