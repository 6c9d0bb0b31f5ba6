"""What a device makes of transfer PDUs: whole texts, reports, nothing twice."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from core.radio.inbox import MOST_PARTIAL, Inbox
from core.sms.fields import Address
from core.sms.parts import split_text
from core.sms.pdu import Deliver, StatusReport

NOW = datetime(2026, 4, 1, 9, tzinfo=UTC)


def deliveries(text: str, reference: int = 1, sender: str = "09000002001") -> list[bytes]:
    coding, parts = split_text(text, reference)
    return [Deliver(Address.of(sender), NOW, part, coding).encode() for part in parts]


@given(st.text(min_size=1, max_size=500).filter(lambda text: text.isprintable()))
def test_a_text_arrives_as_it_was_sent(text: str) -> None:
    taken = Inbox().take("m1", deliveries(text))
    assert taken.sms is not None
    assert (taken.sms.text, taken.sms.sender, taken.sms.at, taken.acknowledge) == (text, "09000002001", NOW, ("m1",))


def test_the_same_message_is_taken_once_and_acknowledged_again() -> None:
    inbox = Inbox()
    assert inbox.take("m1", deliveries("hello")).sms is not None
    again = inbox.take("m1", deliveries("hello"))
    assert again.sms is None
    assert again.acknowledge == ("m1",)


def test_parts_that_come_one_by_one_in_any_order_make_one_text() -> None:
    inbox, text = Inbox(), "クルマ" * 60
    parts = deliveries(text)
    assert len(parts) == 3
    assert inbox.take("m3", [parts[2]]).acknowledge == ()
    assert inbox.take("m1", [parts[0]]).sms is None
    whole = inbox.take("m2", [parts[1]])
    assert whole.sms is not None
    assert whole.sms.text == text
    assert set(whole.acknowledge) == {"m1", "m2", "m3"}


def test_texts_that_never_get_whole_do_not_fill_the_memory() -> None:
    inbox = Inbox()
    for number in range(3 * MOST_PARTIAL):
        assert inbox.take(f"m{number}", deliveries("a" * 300, sender=f"0900{number:07}")[:1]).sms is None
    assert len(inbox._partial) <= MOST_PARTIAL


def test_reports_and_garbage() -> None:
    inbox = Inbox()
    for number, (status, state) in enumerate([(0x00, "delivered"), (0x46, "failed")]):
        report = StatusReport(1, Address.of("09000002001"), NOW, NOW, status).encode()
        assert inbox.take(f"m{number}", [report]).report == state
    for octets in (b"", b"\x00", b"\xff" * 30):
        taken = inbox.take("m9", [octets])
        assert (taken.sms, taken.report, taken.acknowledge) == (None, None, ("m9",))
