"""Work off the Qt thread: answers come back there, and none after the end."""

from __future__ import annotations

import threading

import pytest

from core.ui.screen.pump import pump_once, pump_until
from core.ui.tasks import QtTasks


@pytest.fixture
def tasks(qapp):
    made = QtTasks(name="test")
    yield made
    made.close()


def test_answers_come_on_the_qt_thread(tasks: QtTasks) -> None:
    threads: list[object] = []
    tasks.submit(threading.get_ident, lambda worker: threads.extend([worker, threading.get_ident()]))
    assert pump_until(lambda: threads, 5)
    assert threads[0] != threads[1] == threading.get_ident()
    assert tasks.running == 0


def test_a_failure_is_handed_over(tasks: QtTasks) -> None:
    failures: list[Exception] = []
    tasks.submit(lambda: 1 // 0, failed=failures.append)
    assert pump_until(lambda: failures, 5)
    assert isinstance(failures[0], ZeroDivisionError)


@pytest.mark.parametrize("elsewhere", [False, True])
def test_what_was_on_its_way_at_the_end_is_dropped(tasks: QtTasks, elsewhere: bool) -> None:
    called: list[object] = []
    if elsewhere:
        thread = threading.Thread(target=tasks.post, args=(lambda: called.append(1),))
        thread.start()
        thread.join()
    else:
        tasks.post(lambda: called.append(1))
    tasks.close()
    pump_once()
    pump_once()
    assert called == []
    tasks.post(lambda: called.append(2))
    pump_once()
    assert called == []
