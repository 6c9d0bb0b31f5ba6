"""Any order of what people in the car, outside and the modem do: the display says what the modem lists."""

from __future__ import annotations

import tempfile
from pathlib import Path

from car_bench import CarBench
from hypothesis import given, settings
from hypothesis import strategies as st
from test_car_telephone import MISAKI, TSUBASA, telephones, view

from core.errors import BenchError
from firmware_bridge import ModemEvent

TOUCHES = (
    *("answerCall", "rejectCall", "endCall", "holdCall", "swapCalls", "muteCall", "callKeypad", "minimiseCall"),
    *("showCall", "closeCall", "callAgain", "home", "openTelephone", "openSettings"),
)
steps = st.one_of(
    st.sampled_from(TOUCHES),
    st.sampled_from(["ring", "taken", "gone", "back", "second", "later", "silent", "heard"]),
    st.integers(1, 3),
)


def act(bench: CarBench, step: str | int) -> None:
    voice, modem = bench.modem.telephone, bench.modem
    if isinstance(step, int):
        voice.hang_up_outside(step)
    elif step == "ring" and not voice.list:
        voice.ring(TSUBASA)
    elif step == "second" and [call.state for call in voice.list] == ["active"]:
        voice.ring(MISAKI)
    elif step == "taken":
        voice.taken()
    elif step == "gone":
        modem.trouble, voice.list = BenchError("modem.gone", port="x"), []
        modem.tell(ModemEvent("gone", {"unplugged": True}))
    elif step == "back":
        modem.trouble = None
    elif step == "silent":
        modem.refuse["calls"] = BenchError("modem.silent", command="AT+CLCC")
    elif step == "heard":
        modem.refuse.clear()
    elif step == "later":
        bench.clock.advance(5)
    elif step in TOUCHES:
        bench.send(step)


@settings(max_examples=30, deadline=None)
@given(st.lists(steps, max_size=25))
def test_the_display_follows_the_modem(order: list[str | int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        bench = telephones(CarBench(Path(folder)))
        for step in order:
            act(bench, step)
        bench.modem.trouble = None
        bench.modem.refuse.clear()
        bench.clock.advance(5)
        bench.modem.tell(ModemEvent("ring", {}))
        listed = bench.modem.telephone.list
        calls = bench.state("calls")
        shown = [call for call in (calls["front"], calls["second"], calls["waiting"]) if call]
        assert sorted(call["state"] for call in shown) == sorted(call.state for call in listed)
        if not listed:
            assert view(bench) in ("", "ended")
        elif any(call.state == "incoming" for call in listed):
            assert view(bench) == "incoming"
        else:
            assert view(bench) in ("talking", "minimised")
        kept = bench.car._call_log.page("hana-aoki").calls
        assert len({past.key for past in kept}) == len(kept)
        assert all(past.seconds == 0 for past in kept if past.kind in ("missed", "declined", "elsewhere"))
        bench.car.close()
