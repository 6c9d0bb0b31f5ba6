"""The collector rests during a start and leaves what the start made alone afterwards."""

import gc
from collections.abc import Iterator

import pytest

from core import collector


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_what_a_start_made_is_not_looked_through_again() -> None:
    collector.rest()
    assert not gc.isenabled()
    made = [[number] for number in range(100)]
    collector.wake()
    assert gc.isenabled()
    assert not any(item is made for item in gc.get_objects())


def test_waking_who_did_not_rest_changes_nothing() -> None:
    before = gc.get_freeze_count()
    collector.wake()
    assert gc.get_freeze_count() == before
