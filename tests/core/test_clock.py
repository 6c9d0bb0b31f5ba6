"""The clock: standing still, running, jumping, timers in order."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from core.clock import Clock

START = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def still():
    clock = Clock(START, rate=0)
    yield clock
    clock.close()


def test_a_still_clock_moves_only_when_told(still):
    assert still.now() == START
    still.advance(90)
    assert (still.now() - START).total_seconds() == 90
    assert still.monotonic() == 90


def test_timers_fire_in_order_each_at_its_own_instant(still):
    seen = []
    still.call_later(20, lambda: seen.append(("b", still.monotonic())))
    still.call_later(10, lambda: seen.append(("a", still.monotonic())))
    still.call_later(40, lambda: seen.append(("later", still.monotonic())))
    still.advance(30)
    assert seen == [("a", 10), ("b", 20)]


def test_a_timer_may_set_the_next_one_inside_the_same_jump(still):
    seen = []

    def again():
        seen.append(still.monotonic())
        if len(seen) < 3:
            still.call_later(5, again)

    still.call_later(5, again)
    still.advance(60)
    assert seen == [5, 10, 15]


def test_a_cancelled_timer_stays_silent(still):
    seen = []
    timer = still.call_later(1, lambda: seen.append("no"))
    timer.cancel()
    still.advance(2)
    assert seen == []


def test_a_failing_timer_does_not_stop_the_others(still, caplog):
    seen = []
    still.call_later(1, lambda: 1 / 0)
    still.call_later(2, lambda: seen.append("yes"))
    still.advance(3)
    assert seen == ["yes"]
    assert "timer callback failed" in caplog.text


def test_time_does_not_go_back(still):
    with pytest.raises(ValueError, match="back"):
        still.advance(-1)


def test_a_sleeper_wakes_when_the_time_is_moved(still):
    woke = threading.Event()
    thread = threading.Thread(target=lambda: (still.sleep(3600), woke.set()))
    thread.start()
    while not woke.wait(0.01):
        still.advance(600)
    thread.join()
    assert still.monotonic() >= 3600


def test_a_sleeper_leaves_when_it_is_told_to_stop(still):
    stop = threading.Event()
    answers = []
    thread = threading.Thread(target=lambda: answers.append(still.sleep(3600, stop)))
    thread.start()
    stop.set()
    thread.join(5)
    assert answers == [False]


def test_a_running_clock_fires_on_its_own_and_jumps():
    clock = Clock(START, rate=1000)
    fired = threading.Event()
    clock.call_later(5, fired.set)
    assert fired.wait(5)
    jumped = threading.Event()
    clock.call_later(10**7, jumped.set)
    clock.advance(10**7)
    assert jumped.wait(5)
    clock.close()


def test_the_real_clock_is_the_wall_clock():
    clock = Clock()
    assert not clock.is_simulated
    assert abs((clock.now() - datetime.now(UTC)).total_seconds()) < 5  # noqa: TID251
    clock.advance(3600)
    assert clock.is_simulated
    assert (clock.now() - datetime.now(UTC)).total_seconds() > 3500  # noqa: TID251
    clock.close()


def test_a_clock_that_is_held_stands_still_but_for_jumps():
    clock = Clock(START, rate=1000)
    clock.hold()
    held = clock.monotonic()
    fired = threading.Event()
    clock.call_later(50, fired.set)
    assert not fired.wait(0.1)  # 100 of the clock's seconds, had it passed
    assert clock.monotonic() == held
    assert clock.now() == START + timedelta(seconds=held)
    clock.advance(50)
    assert fired.wait(5)
    later = threading.Event()
    clock.call_later(5, later.set)
    clock.go()
    assert clock.monotonic() >= held + 50
    assert later.wait(5)
    clock.close()
