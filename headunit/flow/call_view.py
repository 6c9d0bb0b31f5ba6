"""What the display shows of a call, over whatever screen it shows besides: ringing, talking, put aside, over.

Touches are `answerCall`, `rejectCall`, `endCall`, `holdCall`, `swapCalls`, `muteCall`, `callKeypad`, `callTone`,
`minimiseCall`, `showCall`, `closeCall`, `callAgain`; the rest are facts that the modem's list of calls yields.
"""

from __future__ import annotations

from statemachine import State, StateChart


class CallChart(StateChart):
    """The section `calls.view`. Driving is no reason to refuse a call."""

    catch_errors_as_events = False

    nothing = State("none", value="", initial=True)
    incoming = State("incoming", value="incoming")
    talking = State("talking", value="talking")
    minimised = State("minimised", value="minimised")
    ended = State("ended", value="ended")

    for _view in (nothing, ended):
        _view.to(incoming, event="callRings")
        _view.to(talking, event="callGoesOn")
    incoming.to(None, event="answerCall", on="answer_call")
    incoming.to(None, event="rejectCall", on="reject_call")
    incoming.to(talking, event="callGoesOn")
    minimised.to(talking, event="callWaits")
    minimised.to(talking, event="showCall")
    minimised.to(talking, event="callFailed")
    talking.to(minimised, event="minimiseCall")
    for _event in ("home", "openBmwId", "openMobileDevices", "openTelephone", "openSettings"):
        talking.to(minimised, event=_event)
        ended.to(nothing, event=_event)
    talking.to(None, event="answerCall", on="answer_call")
    talking.to(None, event="rejectCall", on="reject_call")
    for _view in (talking, minimised):
        _view.to(None, event="endCall", on="end_call")
        _view.to(None, event="muteCall", on="mute_call")
        _view.to(incoming, event="callRings")
    talking.to(None, event="holdCall", on="hold_call")
    talking.to(None, event="swapCalls", on="swap_calls")
    talking.to(None, event="callKeypad", on="show_keypad")
    talking.to(None, event="callTone", on="send_tone")
    for _view in (incoming, talking, minimised):
        _view.to(ended, event="callEnded")
        _view.to(nothing, event="callGone")
    ended.to(ended, event="callEnded")
    nothing.to(ended, event="callEnded")
    ended.to(None, event="callAgain", on="call_again")
    ended.to(nothing, event="closeCall")
    ended.to(nothing, event="endWasShown")
    del _view, _event  # the class would take them for states
