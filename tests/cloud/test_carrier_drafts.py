"""What was typed and not sent: kept over restarts, log-outs and two tabs."""

from __future__ import annotations

import pytest
from carrier_bench import MIO, MIO_FORM, CarrierBench, make_carrier

from cloud.carrier.models import DraftRow
from core.errors import BenchError


def test_a_draft_survives_a_restart(carrier: CarrierBench) -> None:
    saved = carrier.services.drafts.save("line:1", "order:base", MIO_FORM.to_fields())
    carrier.close()
    again = make_carrier(carrier.folder, carrier.clock)
    assert again.services.drafts.find("line:1", "order:base") == saved
    assert again.services.drafts.load("line:1", "order:base") == MIO_FORM.to_fields()
    assert again.services.drafts.load("line:2", "order:base") == {}
    assert again.services.drafts.load("line:1", "order:option") == {}
    again.close()


def test_its_key_stays_while_it_is_edited_and_changes_when_it_was_sent(carrier: CarrierBench) -> None:
    drafts = carrier.services.drafts
    first = drafts.open("owner", "order")
    assert drafts.open("owner", "order") == first
    assert drafts.save("owner", "order", {"city": "江東区"}).key == first.key
    drafts.drop("owner", "order")
    assert drafts.open("owner", "order").key != first.key


def test_two_tabs_do_not_overwrite_each_other_unseen(carrier: CarrierBench) -> None:
    drafts = carrier.services.drafts
    opened = drafts.open("owner", "order")
    drafts.save("owner", "order", {"city": "tab 1"}, version=opened.version)
    with pytest.raises(BenchError) as refused:
        drafts.save("owner", "order", {"city": "tab 2"}, version=opened.version)
    assert (refused.value.code, refused.value.params) == ("draft.outdated", {"version": opened.version + 1})
    assert drafts.load("owner", "order") == {"city": "tab 1"}


def test_a_draft_is_forgotten_after_a_day(carrier: CarrierBench) -> None:
    drafts = carrier.services.drafts
    drafts.save("owner", "order", {"city": "江東区"})
    carrier.clock.advance(86399)
    assert drafts.load("owner", "order")
    carrier.clock.advance(1)
    assert drafts.load("owner", "order") == {}
    drafts.save("somebody", "order", {})
    with carrier.services.context.database.reading() as session:
        assert session.query(DraftRow).count() == 1, "personal data does not lie about"


def test_who_logs_in_again_finds_what_was_typed(carrier: CarrierBench) -> None:
    drafts = carrier.services.drafts
    old = drafts.save("old", "order:base", {"city": "江東区"})
    drafts.save("old", "order:option", {"city": "江東区"})
    drafts.save("new", "order:option", {"city": "港区"})
    drafts.hand_over("old", "new")
    assert drafts.find("new", "order:base") == old
    assert drafts.load("new", "order:option") == {"city": "港区"}
    assert drafts.load("old", "order:base") == {}


def test_an_order_by_its_draft_is_one_order(carrier: CarrierBench) -> None:
    draft = carrier.services.drafts.save(f"line:{MIO}", "order", MIO_FORM.to_fields())
    for _ in range(2):
        carrier.services.contracts.place(MIO, MIO_FORM.from_fields(draft.data), draft.key)
    assert len(carrier.services.contracts.receipts(MIO)) == 1
