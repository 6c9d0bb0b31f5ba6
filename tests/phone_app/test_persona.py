"""Whose phone it is."""

from __future__ import annotations

import pytest

from core.demo import demo_data
from core.errors import BenchError
from phone_app.persona import persona_of


def test_the_owners_phone_is_hanas() -> None:
    hana = persona_of(demo_data())
    assert (hana.number, hana.imsi) == ("09000001234", "001010000000101")
    assert hana.names == {"ja": "花のスマートフォン", "en": "Hana's phone"}
    assert persona_of(demo_data(), "hana") == hana


def test_another_person_brings_number_and_name() -> None:
    mio = persona_of(demo_data(), "mio")
    assert mio == persona_of(demo_data(), "mio.tanaka@example.com")
    assert mio.names == {"ja": "澪のスマートフォン", "en": "Mio's phone"}
    assert mio.number != ""
    assert mio.imsi.startswith("00101")


def test_nobody_else_is_known() -> None:
    with pytest.raises(BenchError) as caught:
        persona_of(demo_data(), "nobody")
    assert caught.value.code == "persona.unknown"
    assert "hana" in str(caught.value.params["known"])
