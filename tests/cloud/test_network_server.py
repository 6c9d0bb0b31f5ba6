"""The network over real sockets: devices register, call and write, and survive what is done to them."""

from __future__ import annotations

import json
import queue
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cloud.network.rules.subscribers import CAR, WATCH, ListedHlr, Subscriber
from cloud.network.server import RadioServer
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog, current_cause
from core.faults import Faults
from core.radio import CallEvent, RadioClient, SentElsewhere, Sms
from core.randomness import SeededRandomness
from core.settings import Settings

LINE, FRIEND = "09000001234", "09000007777"
PHONE_SIM, CAR_SIM, WATCH_SIM, FRIEND_SIM = "001010000000901", "001010000000001", "001010000000801", "001010000000777"
TABLET_SIM = "001010000000701"
WAIT = 5.0


class Device:
    """A client whose news can be waited for."""

    def __init__(self, client: RadioClient) -> None:
        self.client = client
        self.calls: queue.Queue[CallEvent] = queue.Queue()
        self.texts: queue.Queue[Sms] = queue.Queue()
        self.states: queue.Queue[tuple[str, str]] = queue.Queue()
        self.answers: queue.Queue[tuple[int, str]] = queue.Queue()
        self.sessions: queue.Queue[str | None] = queue.Queue()
        self.registered: queue.Queue[bool] = queue.Queue()
        self.shared: queue.Queue[SentElsewhere] = queue.Queue()
        client.on_sent_elsewhere = self.shared.put
        client.on_call = self.calls.put
        client.on_sms = self.texts.put
        client.on_sms_status = lambda ref, state: self.states.put((ref, state))
        client.on_ussd = lambda kind, text: self.answers.put((kind, text))
        client.on_packet_session = self.sessions.put
        client.on_registered = self.registered.put

    def call(self, state: str) -> CallEvent:
        event = self.calls.get(timeout=WAIT)
        assert event.state == state, event
        return event


class Air:
    """A network and its devices; one second of real time is twenty of the bench."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock(rate=20.0)
        self.events = EventLog(self.clock)
        self.faults = Faults()
        self.folder = folder
        self.hlr = ListedHlr(
            [
                Subscriber(PHONE_SIM, LINE, name="Phone"),
                Subscriber(CAR_SIM, LINE, CAR, "BMW"),
                Subscriber(WATCH_SIM, LINE, WATCH),
                Subscriber(TABLET_SIM, LINE, "on01"),
                Subscriber(FRIEND_SIM, FRIEND),
            ]
        )
        self.desk: queue.Queue[tuple[str, str]] = queue.Queue()
        self.server = self.new_server(0)
        self.address = self.server.start()
        self.devices: list[Device] = []

    def new_server(self, port: int) -> RadioServer:
        return RadioServer(
            clock=self.clock,
            events=self.events,
            faults=self.faults,
            randomness=SeededRandomness(5),
            settings=Settings(),
            folder=self.folder,
            hlr=self.hlr,
            service_call=lambda number, msisdn: self.desk.put((number, msisdn)),
            port=port,
        )

    def device(self, imsi: str, kind: str = "phone", *, wait: bool = True) -> Device:
        client = RadioClient(
            self.address, imsi=imsi, kind=kind, name=kind, clock=self.clock, events=self.events, faults=self.faults
        )
        device = Device(client)
        self.devices.append(device)
        client.connect()
        if wait:
            assert device.registered.get(timeout=WAIT)
        return device

    def until(self, holds: Callable[[], bool]) -> None:
        deadline = self.clock.monotonic() + WAIT * self.clock.rate
        while not holds():
            assert self.clock.monotonic() < deadline, "it never came to that"
            self.clock.sleep(0.1)

    def close(self) -> None:
        for device in self.devices:
            device.client.close()
        self.server.stop()
        self.clock.close()


@pytest.fixture
def air(tmp_path: Path) -> Iterator[Air]:
    air = Air(tmp_path)
    yield air
    air.close()


def test_a_packet_session_lasts_as_long_as_the_registration(air: Air) -> None:
    phone = air.device(PHONE_SIM)
    token = phone.sessions.get(timeout=WAIT)
    assert token
    assert air.server.packets.msisdn_of(token) == LINE
    phone.client.set_coverage(False)
    assert phone.sessions.get(timeout=WAIT) is None
    air.until(lambda: air.server.packets.msisdn_of(token) is None)
    phone.client.set_coverage(True)
    fresh = phone.sessions.get(timeout=WAIT)
    assert fresh not in (None, token)
    assert air.server.packets.imsi_of(str(fresh)) == PHONE_SIM
    assert air.server.packets.msisdn_of("") is None
    assert token not in "".join(event.to_json() for event in air.events.recent())


def test_who_is_not_known_or_not_allowed_stays_out_until_invited(air: Air) -> None:
    stranger = air.device("440101234567890", wait=False)
    assert stranger.registered.get(timeout=WAIT) is False
    assert stranger.client.denied == "unknown_subscriber"
    with pytest.raises(BenchError) as told:
        stranger.client.dial("111")
    assert told.value.code == "radio.no_coverage"
    air.hlr.put(Subscriber("440101234567890", "09000008888"))
    air.server.subscription_changed("09000008888")
    assert stranger.registered.get(timeout=WAIT) is True
    air.hlr.remove("440101234567890")
    air.server.subscription_changed("09000008888")
    assert stranger.registered.get(timeout=WAIT) is False
    assert stranger.client.packet_session is None


def test_the_same_sim_in_another_device_replaces_the_first(air: Air) -> None:
    first = air.device(PHONE_SIM)
    air.device(PHONE_SIM)
    assert first.registered.get(timeout=WAIT) is False
    assert first.client.denied == "replaced"


def test_two_lines_talk_and_write_to_each_other(air: Air) -> None:
    phone, friend = air.device(PHONE_SIM), air.device(FRIEND_SIM)
    line = phone.client.dial("090-0000-7777")
    offered = friend.call("offered")
    assert offered.number == LINE
    assert phone.call("alerting").line == line
    friend.client.answer(offered.line)
    phone.call("connected")
    friend.call("connected")
    phone.client.hang_up(line)
    assert phone.call("ended").cause == friend.call("ended").cause == "normal"
    ref = phone.client.send_sms("+819000007777", "こんにちは" * 50)
    assert friend.texts.get(timeout=WAIT).text == "こんにちは" * 50
    assert [phone.states.get(timeout=WAIT) for _ in range(2)] == [(ref, "sent"), (ref, "delivered")]
    assert not [event for event in air.events.recent() if "こんにちは" in event.to_json()]


def test_each_event_names_what_led_to_it(air: Air) -> None:
    phone, friend = air.device(PHONE_SIM), air.device(FRIEND_SIM)
    heard: queue.Queue[str | None] = queue.Queue()
    friend.client.on_call = lambda event: heard.put(current_cause.get())
    friend.client.on_sms = lambda sms: heard.put(current_cause.get())

    def chain(last: str | None) -> list[str]:
        by_id = {event.id: event for event in air.events.recent()}
        kinds = []
        while last is not None:
            kinds.append(by_id[last].kind)
            last = by_id[last].cause
        return kinds

    phone.client.dial(FRIEND)
    assert chain(heard.get(timeout=WAIT)) == ["call.offered", "call.dialled", "radio.dial"]
    phone.client.send_sms(FRIEND, "hello")
    assert chain(heard.get(timeout=WAIT)) == ["sms.accepted", "radio.submit"]
    air.until(lambda: len(air.events.recent("network", "sms.delivered")) == 2)
    report = air.events.recent("network", "sms.delivered")[-1]
    assert chain(report.id) == ["sms.delivered", "sms.delivered", "sms.accepted", "radio.submit"]


def test_phone_car_and_watch_ring_together(air: Air) -> None:
    devices = [air.device(PHONE_SIM), air.device(CAR_SIM, "car"), air.device(WATCH_SIM, "watch")]
    air.server.call_in("0300001000", LINE)
    offers = [device.call("offered") for device in devices]
    devices[2].client.answer(offers[2].line)
    assert [device.call("ended").cause for device in devices[:2]] == ["answered_elsewhere"] * 2
    devices[2].call("connected")
    (call,) = air.server.calls
    assert call["devices"] == [WATCH_SIM]


def test_an_unanswered_call_ends_and_so_does_one_from_outside(air: Air) -> None:
    phone = air.device(PHONE_SIM)
    air.server.call_in("", LINE)
    assert phone.call("offered").number == ""
    assert phone.call("ended").cause == "no_answer"
    call = air.server.call_in("0300001000", LINE)
    phone.call("offered")
    air.server.end_call(call)
    phone.call("ended")


def test_contacts_of_the_demonstration_and_the_desk_answer(air: Air) -> None:
    phone = air.device(PHONE_SIM)
    line = phone.client.dial("0300001000")
    phone.call("alerting")
    phone.call("connected")
    phone.client.hang_up(line)
    phone.call("ended")
    phone.client.dial("151")
    assert [phone.call(state).state for state in ("alerting", "connected", "ended")]
    assert air.desk.get(timeout=WAIT) == ("151", LINE)
    line = phone.client.dial("151")
    phone.call("alerting")
    phone.client.hang_up(line)
    phone.call("ended")
    phone.client.dial("0312345678")
    assert phone.call("ended").cause == "unknown_number"
    assert air.desk.empty(), "who hangs up before has asked for nothing"


def test_a_message_waits_over_a_restart_of_the_network(air: Air) -> None:
    air.server.sms.send(LINE, "NTT DOCOMO", "セキュリティコード 123456", "security_code")
    air.until(lambda: len(air.server.waiting_messages) == 1)
    air.server.stop()
    air.server = air.new_server(air.address[1])
    air.server.start()
    phone = air.device(PHONE_SIM)
    sms = phone.texts.get(timeout=WAIT)
    assert (sms.sender, sms.text) == ("NTT DOCOMO", "セキュリティコード 123456")
    air.until(lambda: air.server.waiting_messages == [])
    kinds = [event.data.get("use") for event in air.events.recent("network", "sms.delivered")]
    assert kinds == ["security_code"]
    assert "123456" not in "".join(event.to_json() for event in air.events.recent())


def test_devices_come_back_with_the_network(air: Air) -> None:
    phone = air.device(PHONE_SIM)
    air.server.stop()
    assert phone.registered.get(timeout=WAIT) is False
    air.server.start()
    assert phone.registered.get(timeout=WAIT) is True


def test_service_codes_set_the_priority_from_the_right_device(air: Air) -> None:
    phone = air.device(PHONE_SIM)
    tablet = Subscriber("001010000000701", LINE, "accessory")
    air.hlr.put(tablet)
    device = air.device(tablet.imsi, "accessory")
    device.client.ussd("*103*1#")
    assert device.answers.get(timeout=WAIT) == (0, "SMS受信優先設定：この端末（アクセサリ端末）優先")
    phone.client.language = "en"
    phone.client.ussd("*#103#")
    assert phone.answers.get(timeout=WAIT) == (0, "SMS receive priority: accessory device")
    phone.client.ussd("103*7*0#")
    assert phone.answers.get(timeout=WAIT) == (0, "SMS receive priority: smartphone")
    phone.client.ussd("*123#")
    assert phone.answers.get(timeout=WAIT)[0] == 4


@pytest.mark.parametrize("kind", ["car", "phone"])
def test_a_car_sends_no_message_whatever_it_says_it_is(air: Air, kind: str) -> None:
    car = air.device(CAR_SIM, kind)
    assert (car.client.may_message, car.client.may_call) == (False, True)
    ref = car.client.send_sms(FRIEND, "hello")
    assert car.states.get(timeout=WAIT) == (ref, "failed")


def test_phone_and_watch_show_the_same_sent_messages_and_no_other_device_does(air: Air) -> None:
    phone, watch, tablet = air.device(PHONE_SIM), air.device(WATCH_SIM, "watch"), air.device(TABLET_SIM, "on01")
    text = "同じ履歴です。" * 20
    watch.client.send_sms(FRIEND, text)
    shared = phone.shared.get(timeout=WAIT)
    assert (shared.number, shared.text) == (FRIEND, text)
    phone.client.send_sms(FRIEND, "Hello")
    assert watch.shared.get(timeout=WAIT).text == "Hello"
    tablet.client.send_sms(FRIEND, "Only here")
    assert tablet.states.get(timeout=WAIT)[1] == "sent"
    devices = [event.data["device"] for event in air.events.recent(kind="sms.shared")]
    assert devices == ["phone", "watch"]
    assert watch.shared.empty()
    assert phone.shared.empty()


def test_tones_are_told_but_not_which(air: Air) -> None:
    phone = air.device(PHONE_SIM)
    line = phone.client.dial("111")
    phone.client.tone(line, "7")  # nobody has answered: no tone
    phone.call("alerting")
    phone.call("connected")
    phone.client.tone(line, "7")
    phone.client.tone(line, "seven")
    air.until(lambda: bool(air.events.recent(kind="call.tone")))
    phone.client.hang_up(line)
    phone.call("ended")
    (tone,) = air.events.recent(kind="call.tone")
    assert tone.data == {"call": tone.data["call"], "imsi": PHONE_SIM, "device": "phone"}


def test_faults_of_the_network(air: Air) -> None:
    phone = air.device(PHONE_SIM)
    air.faults.set("radio.network", "down", count=1, match="dial")
    phone.client.dial("111")
    assert phone.registered.get(timeout=WAIT) is False
    assert phone.registered.get(timeout=WAIT) is True
    air.faults.set("radio.network", "denied", count=1)
    phone.client.set_coverage(False)
    assert phone.registered.get(timeout=WAIT) is False
    phone.client.set_coverage(True)
    assert phone.registered.get(timeout=WAIT) is False
    assert phone.client.denied == "not_allowed"
    phone.client.detach()
    phone.client.attach()
    assert phone.registered.get(timeout=WAIT) is True
    air.faults.set("radio.client", "lost", count=1)
    with pytest.raises(BenchError):
        phone.client.ussd("*#103#")
    assert phone.registered.get(timeout=WAIT) is False
    assert phone.registered.get(timeout=WAIT) is True


def test_texts_that_cannot_be_sent(air: Air) -> None:
    phone = air.device(PHONE_SIM)
    for number, text, code in (
        ("", "x", "radio.bad_number"),
        ("Hana", "x", "radio.bad_number"),
        ("0" * 30, "x", "radio.bad_number"),
        (FRIEND, "", "radio.text_too_long"),
        (FRIEND, "x" * 3000, "radio.text_too_long"),
    ):
        with pytest.raises(BenchError) as told:
            phone.client.send_sms(number, text)
        assert told.value.code == code


@pytest.mark.parametrize(
    "line",
    [
        b"not json", b"[]", b'{"t":"dial"}', b'{"t":"attach"}', b'{"t":"attach","imsi":5}', b'{"t":"__class__"}',
        b'{"t":"submit","parts":[1,null,"zz"]}', b'{"t":"submit","parts":"00"}', b'{"t":"dial","line":"x","number":[]}',
        b'{"t":"dial","line":3,"number":"' + b"9" * 190 + b'"}', b'{"t":"answer","line":-7}', b'{"t":"ack","id":{}}',
        b'{"t":"ussd","text":"' + "あ".encode() * 60 + b'"}', b'{"t":"detach"}', b'{"t":"swap"}', b'{"t":"hold"}',
    ],
)  # fmt: skip
def test_garbage_hurts_nobody(air: Air, line: bytes) -> None:
    phone = air.device(PHONE_SIM)
    with socket.create_connection(air.address, timeout=WAIT) as wire, wire.makefile("rwb") as stream:
        stream.write(line + b"\n")
        stream.write(json.dumps({"t": "attach", "imsi": FRIEND_SIM}).encode() + b"\n" + line + b"\n")
        stream.write(b'{"t":"nonsense"}\n')
        stream.flush()
        while b"unexpected" not in (answer := stream.readline()):
            assert answer
    phone.client.dial("111")
    phone.call("alerting")


def test_a_port_that_is_taken_is_told(air: Air) -> None:
    with pytest.raises(BenchError) as told:
        air.new_server(air.address[1]).start()
    assert told.value.code == "radio.port_in_use"
