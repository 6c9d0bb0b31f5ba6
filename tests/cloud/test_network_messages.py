"""Short messages of one number: who gets them, in what order, and that none is lost or comes twice."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from cloud.network.fault_port import KINDS, PORT
from cloud.network.rules import service_codes
from cloud.network.rules.messages import in_reach, preferred
from cloud.network.rules.subscribers import CAR, PHONE, WATCH, ListedHlr, Subscriber
from cloud.network.rules.validity import validity_of
from cloud.network.sms_centre import SmsCentre
from cloud.network.sms_store import SmsStore, Waiting
from cloud.network.visitors import Visit, Visitors
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.sms.alphabet import to_septets
from core.sms.fields import Address, encode_time
from core.sms.pdu import Deliver, StatusReport, Submit, UserData, decode_delivery

LINE = "09000001234"
PHONE_SIM, CAR_SIM, WATCH_SIM, TABLET_SIM, FRIEND_SIM = "1", "2", "3", "4", "9"
ALL = [
    Subscriber(PHONE_SIM, LINE, PHONE),
    Subscriber(CAR_SIM, LINE, CAR),  # whatever the register grants: a car has no messages
    Subscriber(WATCH_SIM, LINE, WATCH),
    Subscriber(TABLET_SIM, LINE, "accessory"),
    Subscriber(FRIEND_SIM, "09000007777"),
]
BY_IMSI = {subscriber.imsi: subscriber for subscriber in ALL}
START = datetime(2026, 4, 1, 9, tzinfo=UTC)
DAY = 86400.0
LEGS = {PHONE_SIM, CAR_SIM, WATCH_SIM, TABLET_SIM}
"""All devices of the one number."""


class Post:
    """A service centre whose radio is a list; what was sent is acknowledged when the test says so."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock(START, rate=0)
        self.events = EventLog(self.clock)
        self.faults = Faults()
        self.faults.declare(PORT, KINDS)
        self.hlr = ListedHlr(ALL)
        self.sent: list[tuple[str, Waiting]] = []
        self.got: list[tuple[str, str]] = []
        """`(imsi, message)` of all that was acknowledged."""
        self.restart()

    def restart(self) -> None:
        self.visitors = Visitors()
        self.sent.clear()
        self.centre = SmsCentre(
            SmsStore(self.folder),
            clock=self.clock,
            events=self.events,
            faults=self.faults,
            hlr=self.hlr,
            visitors=self.visitors,
            deliver=lambda connection, message: self.sent.append((str(connection), message)),
            post=lambda action: action(),
            reachable=lambda number: number == "0300001000",
            validity=3 * DAY,
        )
        self.centre.resume()

    def join(self, *imsis: str) -> None:
        for imsi in imsis:
            self.visitors.enter(Visit(int(imsi), BY_IMSI[imsi], imsi))
            self.centre.attempt(BY_IMSI[imsi].msisdn)

    def leave(self, imsi: str) -> None:
        self.visitors.leave(imsi)
        self.centre.lost(imsi)
        self.sent[:] = [item for item in self.sent if item[0] != imsi]

    def acknowledge(self) -> dict[str, list[str]]:
        """All that is under way arrives; what each device got."""
        arrived: dict[str, list[str]] = {}
        while self.sent:
            imsi, message = self.sent.pop(0)
            arrived.setdefault(imsi, []).append(message.id)
            self.got.append((imsi, message.id))
            self.centre.acknowledged(imsi, message.id)
        return arrived

    def text(self, kind: str = "") -> None:
        self.centre.send(LINE, "NTT DOCOMO", "セキュリティコード", kind)


def to(number: str, *, reference: int = 0, wants_report: bool = False) -> bytes:
    """An SMS-SUBMIT."""
    data = UserData(to_septets("hi"))
    return Submit(Address.of(number), data, reference=reference, wants_report=wants_report).encode()


@pytest.fixture
def post(tmp_path: Path) -> Post:
    return Post(tmp_path)


def test_all_devices_with_messages_get_it_at_once_and_a_car_never(post: Post) -> None:
    post.join(PHONE_SIM, CAR_SIM, WATCH_SIM, TABLET_SIM)
    post.text()
    assert set(post.acknowledge()) == {PHONE_SIM, WATCH_SIM, TABLET_SIM}
    assert post.centre.store.waiting == {}


def test_it_waits_for_the_phone_and_survives_a_restart(post: Post) -> None:
    post.text()
    post.join(TABLET_SIM)
    assert list(post.acknowledge()) == [TABLET_SIM]
    post.restart()
    post.join(TABLET_SIM)
    assert post.acknowledge() == {}, "it had it before"
    post.join(PHONE_SIM)
    assert list(post.acknowledge()) == [PHONE_SIM]
    post.join(WATCH_SIM)
    assert post.acknowledge() == {}, "the phone has it: nobody waits for the others"


def test_a_watch_has_messages_through_its_phone_only(post: Post) -> None:
    post.join(WATCH_SIM)
    post.text()
    assert post.acknowledge() == {}
    assert post.centre.submit(Visit(3, BY_IMSI[WATCH_SIM], ""), [to("0300001000")], "r") == "not_allowed"
    post.join(PHONE_SIM)
    assert set(post.acknowledge()) == {PHONE_SIM, WATCH_SIM}
    assert post.centre.submit(Visit(3, BY_IMSI[WATCH_SIM], ""), [to("0300001000")], "r") == ""


def test_the_preferred_device_is_the_one_that_is_waited_for(post: Post) -> None:
    post.centre.set_priority(LINE, TABLET_SIM)
    post.join(PHONE_SIM)
    post.text()
    assert list(post.acknowledge()) == [PHONE_SIM]
    assert post.centre.store.waiting
    post.join(TABLET_SIM)
    assert list(post.acknowledge()) == [TABLET_SIM]
    post.restart()
    assert post.centre.priority(LINE) == TABLET_SIM
    post.hlr.remove(TABLET_SIM)
    post.text()
    post.join(PHONE_SIM)
    assert list(post.acknowledge()) == [PHONE_SIM]
    assert post.centre.store.waiting == {}, "a device that was released is waited for no longer"


def test_a_message_that_was_on_its_way_when_the_link_broke_comes_again(post: Post) -> None:
    post.join(PHONE_SIM, TABLET_SIM)
    post.text()
    post.leave(TABLET_SIM)
    assert list(post.acknowledge()) == [PHONE_SIM]
    post.join(TABLET_SIM)
    assert list(post.acknowledge()) == [TABLET_SIM]


def test_nobody_waits_for_ever(post: Post) -> None:
    post.text()
    post.clock.advance(3 * DAY + 1)
    assert post.centre.store.waiting == {}
    assert [event.kind for event in post.events.recent("network")][-1] == "sms.expired"
    post.join(PHONE_SIM)
    assert post.acknowledge() == {}


def test_a_message_with_a_short_life_ends_before_one_with_a_long_one(post: Post) -> None:
    post.text()
    post.visitors.enter(Visit(9, BY_IMSI[FRIEND_SIM], ""))
    data = UserData(to_septets("hi"))
    short = Submit(Address.of(LINE), data, validity=b"\x00", wants_report=True).encode()
    assert post.centre.submit(Visit(9, BY_IMSI[FRIEND_SIM], ""), [short], "r") == ""
    post.clock.advance(301)
    assert [message.ref for _, message in post.sent] == ["r"], "five minutes are over: a report"
    assert set(post.centre.store.waiting) == {"m1", "m3"}


def test_reports_go_to_the_device_that_sent_and_tell_the_truth(post: Post) -> None:
    post.join(PHONE_SIM, TABLET_SIM)
    visit = Visit(1, BY_IMSI[PHONE_SIM], "")
    for number, status in (("0300001000", 0), ("0399999999", 0x41)):
        assert post.centre.submit(visit, [to(number, reference=7, wants_report=True)], "ref-1") == ""
        (imsi, message), *_ = post.sent
        report = decode_delivery(message.parts[0])
        assert isinstance(report, StatusReport)
        assert (imsi, message.ref, report.reference, report.status) == (PHONE_SIM, "ref-1", 7, status)
        assert list(post.acknowledge()) == [PHONE_SIM]


def test_a_watch_hears_what_became_of_its_own_messages(post: Post) -> None:
    post.join(PHONE_SIM, WATCH_SIM)
    visit = Visit(int(WATCH_SIM), BY_IMSI[WATCH_SIM], "")
    assert post.centre.submit(visit, [to("0300001000", wants_report=True)], "ref-1") == ""
    assert list(post.acknowledge()) == [WATCH_SIM]
    assert not post.centre.store.waiting


def test_the_test_line_sends_back_to_the_sender_only(post: Post) -> None:
    post.join(PHONE_SIM, TABLET_SIM)
    assert post.centre.submit(Visit(4, BY_IMSI[TABLET_SIM], ""), [to("111")], "") == ""
    ((imsi, message),) = post.sent
    delivery = decode_delivery(message.parts[0])
    assert isinstance(delivery, Deliver)
    assert (imsi, str(delivery.originator)) == (TABLET_SIM, "111")


def test_damaged_octets_are_refused(post: Post) -> None:
    post.join(PHONE_SIM)
    for octets in (b"", b"\x01", b"\xff" * 20):
        assert post.centre.submit(Visit(1, BY_IMSI[PHONE_SIM], ""), [octets], "") == "damaged"


def test_faults_lose_a_message_or_make_it_late(post: Post) -> None:
    post.join(PHONE_SIM)
    post.faults.set(PORT, "sms_lost", count=1, match="security_code")
    post.text("notice")
    assert len(post.acknowledge()) == 1
    post.text("security_code")
    assert post.acknowledge() == {}
    post.faults.set(PORT, "sms_late", count=1, delay=90.0)
    post.text("security_code")
    post.join(PHONE_SIM)
    post.clock.advance(89)
    assert post.acknowledge() == {}
    post.clock.advance(2)
    assert list(post.acknowledge()) == [PHONE_SIM]
    assert "セキュリティ" not in "".join(event.to_json() for event in post.events.recent())


def test_a_damaged_file_is_kept_aside(post: Post) -> None:
    post.text()
    (post.folder / "sms.json").write_text('{"waiting": [{}]}', encoding="utf-8")
    post.restart()
    assert post.centre.store.waiting == {}
    assert (post.folder / "sms.json.damaged-1").exists()


@pytest.mark.parametrize(
    ("octets", "seconds"), [("", 3 * DAY), ("00", 300), ("8F", 43200), ("90", 45000), ("A7", DAY), ("FF", 3 * DAY)]
)
def test_validity(octets: str, seconds: float) -> None:
    assert validity_of(bytes.fromhex(octets), START, 3 * DAY) == seconds
    assert validity_of(encode_time(START + timedelta(hours=1)), START, 3 * DAY) == 3600
    assert validity_of(encode_time(START - timedelta(hours=1)), START, 3 * DAY) == 0


@pytest.mark.parametrize(
    ("code", "wish"),
    [
        ("*103*0#", "phone"), ("*103*1#", "accessory"), ("*#103#", "ask"), ("103*7*0#", "phone"), ("*103*2#", None),
        ("103*7*1#", "accessory"), ("*103*7*1#", "accessory"), (" *#103# ", "ask"), ("*103#", None), ("*#104#", None),
        ("", None), ("*103*0", None), ("**103*0#", None), ("hello", None),
    ],
)  # fmt: skip
def test_service_codes(code: str, wish: str | None) -> None:
    assert service_codes.parse(code) == wish


@pytest.mark.parametrize(
    ("wish", "imsi", "answer", "priority"),
    [
        ("phone", PHONE_SIM, "phone_first", ""),
        ("accessory", TABLET_SIM, "this_first", TABLET_SIM),
        ("accessory", PHONE_SIM, "only_from_accessory", None),
        ("phone", TABLET_SIM, "only_from_phone", None),
        ("accessory", WATCH_SIM, "no_effect", None),
        ("ask", WATCH_SIM, "no_effect", None),
        ("accessory", CAR_SIM, "no_messages", None),
        ("ask", CAR_SIM, "phone_first", None),
        ("ask", PHONE_SIM, "phone_first", None),
    ],
)
def test_only_the_device_to_be_preferred_sets_it(
    wish: service_codes.Wish, imsi: str, answer: service_codes.Answer, priority: str | None
) -> None:
    assert service_codes.decide(wish, BY_IMSI[imsi], BY_IMSI[PHONE_SIM]) == service_codes.Decision(answer, priority)


def test_who_is_asked_which_device_is_first() -> None:
    first = BY_IMSI[TABLET_SIM]
    assert service_codes.decide("ask", first, first).answer == "this_first"
    assert service_codes.decide("ask", BY_IMSI[PHONE_SIM], first).answer == "accessory_first"
    assert preferred(ALL[:4], WATCH_SIM) == BY_IMSI[PHONE_SIM]
    assert in_reach(ALL[:4], {WATCH_SIM, CAR_SIM}) == set()


class AnyPost(RuleBasedStateMachine):
    """Whatever comes and goes, each message reaches each device that is owed it once, or waits."""

    imsis = st.sampled_from([PHONE_SIM, CAR_SIM, WATCH_SIM, TABLET_SIM])

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.post = Post(Path(self.folder.name))
        self.number = 0
        self.entitled: dict[str, set[str]] = {}
        """Message → the devices that were in reach when it came."""

    def teardown(self) -> None:
        self.folder.cleanup()

    @rule(imsi=imsis)
    def join(self, imsi: str) -> None:
        self.post.join(imsi)

    @rule(imsi=imsis)
    def leave(self, imsi: str) -> None:
        self.post.leave(imsi)

    @property
    def registered(self) -> set[str]:
        return {visit.imsi for visit in self.post.visitors.group(LINE)}

    @rule()
    def text(self) -> None:
        self.number += 1
        self.entitled[f"m{self.number}"] = in_reach([BY_IMSI[imsi] for imsi in sorted(LEGS)], self.registered)
        self.post.text()

    @rule(imsi=imsis)
    def write(self, imsi: str) -> None:
        """A car never sends, a watch through its phone only, nobody without a network."""
        if imsi not in self.registered:
            return
        refused = self.post.centre.submit(Visit(int(imsi), BY_IMSI[imsi], ""), [to("0300001000")], "ref")
        may = imsi in (PHONE_SIM, TABLET_SIM) or (imsi == WATCH_SIM and PHONE_SIM in self.registered)
        assert (refused == "") == may

    @rule(count=st.integers(1, 3))
    def arrive(self, count: int) -> None:
        for _ in range(min(count, len(self.post.sent))):
            imsi, message = self.post.sent.pop(0)
            self.post.got.append((imsi, message.id))
            self.post.centre.acknowledged(imsi, message.id)

    @rule()
    def restart(self) -> None:
        self.post.restart()

    @rule(imsi=st.sampled_from(["", TABLET_SIM]))
    def prefer(self, imsi: str) -> None:
        self.post.centre.set_priority(LINE, imsi)

    @rule()
    def all_there(self) -> None:
        """With everybody in reach and all acknowledged, nothing waits, and the first device has had everything."""
        first = self.post.centre.priority(LINE) or PHONE_SIM
        owing = list(self.post.centre.store.waiting.values())
        self.post.join(PHONE_SIM, WATCH_SIM, TABLET_SIM)
        self.post.acknowledge()
        assert self.post.centre.store.waiting == {}
        assert all((first, message.id) in self.post.got for message in owing)

    @invariant()
    def nothing_twice_and_nothing_for_the_car(self) -> None:
        assert all(count == 1 for count in Counter(self.post.got).values())
        assert not [1 for imsi, _ in self.post.got + self.post.sent if imsi == CAR_SIM]

    @invariant()
    def who_was_in_reach_has_it_or_is_owed_it(self) -> None:
        """Exactly once for each entitled leg (`nothing_twice…`), or it waits."""
        for name, legs in self.entitled.items():
            waiting = self.post.centre.store.waiting.get(name)
            for imsi in legs:
                owed = waiting is not None and imsi in waiting.progress.owed
                assert (imsi, name) in self.post.got or owed, (imsi, name)

    @invariant()
    def nothing_is_lost(self) -> None:
        """What waits no longer was had by a device that was first."""
        waiting = set(self.post.centre.store.waiting)
        for number in range(1, self.number + 1):
            if f"m{number}" not in waiting:
                assert {imsi for imsi, message in self.post.got if message == f"m{number}"} & {PHONE_SIM, TABLET_SIM}


TestAnyPost = AnyPost.TestCase
TestAnyPost.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
