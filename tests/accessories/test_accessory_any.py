"""Whatever is touched and whatever the network says, in any order: an accessory makes sense."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from shelf import Shelf

from core.errors import BenchError

SCREENS = {"setUp", "released", "home", "dial", "messages", "write", "menu"}

TOUCHES = st.sampled_from(
    [
        ("setUp", None),
        ("pinDigit", "6"),
        ("pinErase", None),
        ("home", None),
        ("open", "dial"),
        ("open", "messages"),
        ("open", "menu"),
        ("open", "nowhere"),
        ("digit", "1"),
        ("digit", "#"),
        ("digit", "12"),
        ("erase", None),
        ("call", None),
        ("write", None),
        ("write", "m1"),
        ("sendText", "Yes"),
        ("sendText", " "),
        ("answer", None),
        ("reject", None),
        ("hangUp", None),
        ("hold", None),
        ("mute", None),
        ("serviceRead", None),
        ("preferThis", None),
        ("unknown", 7),
    ]
).map(lambda touch: ("touch", touch))
CALLS = st.tuples(
    st.sampled_from([1, 2, 4]), st.sampled_from(["offered", "waiting", "alerting", "connected", "held", "ended"])
).map(lambda call: ("call", call))
NEWS = st.sampled_from(
    [
        ("registered", (True, "")),
        ("registered", (False, "")),
        ("registered", (False, "not_allowed")),
        ("sms", "m1"),
        ("sms", "m2"),
        ("status", "sent"),
        ("status", "failed"),
        ("ussd", "words"),
        ("trouble", True),
        ("trouble", False),
        ("time", 5),
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.one_of(TOUCHES, TOUCHES, CALLS, NEWS), max_size=40))
def test_any_order_of_touches_and_news(happened: list[tuple[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        shelf.set_up()
        for kind, what in happened:
            happen(shelf, kind, what)
            check(shelf.state)
        if not shelf.state["status"]["inNetwork"]:
            assert shelf.state["telephone"]["incoming"] == {}, "nothing rings without a network"
        shelf.restart()
        assert shelf.state["screen"] == "home", "it is registered whatever was done"
        shelf.device.close()


def happen(shelf: Shelf, kind: str, what: Any) -> None:
    cell = shelf.cell
    if kind == "touch":
        shelf.send(what)
    elif kind == "call":
        if shelf.state["status"]["inNetwork"]:  # a device that left the network hears nothing
            cell.hear_call(*what)
    elif kind == "registered":
        cell.hear_registered(*what)
    elif kind == "sms":
        cell.hear_sms("text", identity=what)
    elif kind == "status":
        assert cell.on_sms_status is not None
        cell.on_sms_status(f"ref{len(cell.told)}", what)
    elif kind == "ussd":
        assert cell.on_ussd is not None
        cell.on_ussd(0, what)
    elif kind == "trouble":
        cell.error = BenchError("radio.no_coverage") if what else None
    else:
        shelf.clock.advance(what)


def check(state: dict[str, Any]) -> None:
    telephone = state["telephone"]
    assert state["screen"] in SCREENS
    assert (state["overlay"] == "incoming") == bool(telephone["incoming"])
    assert telephone["behind"] == {} or telephone["behind"]["state"] == "held"
    assert telephone["incoming"] == {} or telephone["incoming"]["state"] in ("offered", "waiting")
    assert len({text["id"] for text in state["messages"]}) == len(state["messages"])
    assert state["setUp"]["digits"] < 4
    assert state["setUp"]["stage"] != "working", "work is done at once here"
