"""The modem's face on the virtual modem: what it reads, how it switches, and how it takes trouble on the line."""

from __future__ import annotations

import fcntl
import os
import select
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from raw_client import FIRST, SECOND, RawClient

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.settings import Settings
from firmware_bridge import Modem, ModemEvent, VirtualModem, open_modem, probe

Until = Callable[[Callable[[], object]], None]


def code_of(caught: pytest.ExceptionInfo[BenchError]) -> str:
    return caught.value.code


def test_what_the_demonstrations_modem_says(modem: Modem) -> None:
    identity = modem.identity()
    assert (identity.manufacturer, identity.imei) == ("One Number Bench", "352906110000017")
    euicc = modem.euicc()
    assert euicc.eid == "89081000000000000000000000000112"
    assert (euicc.svn, euicc.profile_version, euicc.firmware) == ("2.2.2", "2.3.1", "1.0.0")
    assert euicc.free_nvm
    assert len(euicc.ci_pkids[0]) == 40
    assert [(item.iccid, item.state, item.provider, item.name) for item in modem.profiles()] == [
        (FIRST, "disabled", "NTT DOCOMO", "One Number"),
        (SECOND, "disabled", "NTT DOCOMO", "One Number"),
    ]
    assert modem.card_way == "cgla"
    sim = modem.sim()
    assert (sim.status, sim.iccid, sim.imsi) == ("absent", None, None)
    assert modem.registration().state == "idle"
    assert modem.signal().bars is None
    assert modem.operator().name == ""


def test_enabling_a_profile_puts_the_car_on_the_network(modem: Modem, news: list[ModemEvent], until: Until) -> None:
    modem.registration()  # asks for notices
    modem.enable(FIRST)
    sim = modem.sim()
    assert (sim.status, sim.iccid, sim.imsi) == ("ready", FIRST, "001010000000001")
    registration = modem.wait_registered()
    assert (registration.state, registration.technology) == ("home", "LTE")
    assert (registration.tac, registration.cell) == ("1A2B", "0C0FFE01")
    operator = modem.operator()
    assert (operator.name, operator.plmn, operator.technology) == ("NTT DOCOMO", "00101", "LTE")
    signal = modem.signal()
    assert (signal.rssi_dbm, signal.rsrp_dbm, signal.rsrq_db, signal.bars) == (-57, -85, -9.0, 4)
    until(
        lambda: (
            ModemEvent("registration", {"state": "home", "technology": "LTE", "tac": "1A2B", "cell": "0C0FFE01"})
            in news
        )
    )
    assert "sim" in {event.kind for event in news}


def test_switching_from_one_profile_to_the_other_and_off(modem: Modem) -> None:
    modem.enable(FIRST)
    modem.enable(SECOND)
    assert modem.sim().imsi == "001010000000002"
    assert [item.state for item in modem.profiles()] == ["disabled", "enabled"]
    modem.disable(SECOND)
    assert modem.sim().status == "absent"
    assert [(item.sequence, item.operation, item.iccid) for item in modem.notifications()] == [
        (0, "enable", FIRST),
        (1, "disable", FIRST),
        (2, "enable", SECOND),
        (3, "disable", SECOND),
    ]
    assert modem.retrieve_notification(0).startswith(b"\x30")
    modem.remove_notification(0)
    with pytest.raises(BenchError) as caught:
        modem.remove_notification(0)
    assert code_of(caught) == "esim.notification_not_found"


def test_without_a_refresh_the_sim_changes_at_its_restart(modem: Modem, until: Until) -> None:
    modem.enable(FIRST, refresh=False)
    assert modem.sim().status == "absent"
    modem.restart_sim()
    until(lambda: modem.sim().iccid == FIRST)


def test_nicknames(modem: Modem) -> None:
    modem.set_nickname(FIRST, "花の番号")
    assert modem.profiles()[0].nickname == "花の番号"
    with pytest.raises(BenchError) as caught:
        modem.set_nickname(FIRST, "あ" * 22)
    assert code_of(caught) == "esim.nickname_too_long"
    with pytest.raises(BenchError) as caught:
        modem.set_nickname("8981000000000000999", "x")
    assert code_of(caught) == "esim.profile_not_found"


def test_the_cards_refusals_are_codes(modem: Modem, faults: Faults) -> None:
    with pytest.raises(BenchError) as caught:
        modem.enable("8981000000000000999")
    assert code_of(caught) == "esim.profile_not_found"
    with pytest.raises(BenchError) as caught:
        modem.disable(FIRST)
    assert code_of(caught) == "esim.wrong_state"
    for kind, code in (("busy", "esim.busy"), ("policy", "esim.policy"), ("error", "esim.card_error")):
        faults.set("modem.card", kind)
        with pytest.raises(BenchError) as caught:
            modem.enable(FIRST)
        assert code_of(caught) == code
        faults.clear()
    modem.enable(FIRST)


@pytest.mark.parametrize("kind", ["busy", "error"])
def test_a_card_that_refuses_once_is_asked_again(modem: Modem, faults: Faults, kind: str) -> None:
    faults.set("modem.card", kind, count=1)
    modem.enable(FIRST)
    assert modem.profiles()[0].state == "enabled"


def test_the_longest_apdu_is_found_out(modem: Modem) -> None:
    assert modem.longest_block() == 255
    assert [profile.iccid for profile in modem.profiles()]


@pytest.mark.parametrize("iccid", ["", "12", "89x", "8" * 30])
def test_what_is_no_iccid_is_on_no_card(modem: Modem, iccid: str) -> None:
    with pytest.raises(BenchError) as caught:
        modem.enable(iccid)
    assert code_of(caught) == "esim.profile_not_found"


def test_a_card_without_an_isd_r_is_no_euicc(modem: Modem, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firmware_bridge.virtual.card.card.ISD_R", b"\xa0\x00\x00\x00\x01")
    with pytest.raises(BenchError) as caught:
        modem.profiles()
    assert code_of(caught) == "modem.no_euicc"


def test_csim_is_used_where_cgla_fails(modem: Modem, monkeypatch: pytest.MonkeyPatch) -> None:
    from firmware_bridge.virtual.commands import table

    for name in ("+CCHO", "+CGLA", "+CCHC"):
        monkeypatch.delitem(table._TABLE, (name, "set"))
    modem.enable(FIRST)
    assert modem.card_way == "csim"
    assert modem.profiles()[0].state == "enabled"


def test_sessions_that_a_killed_client_left_are_freed(virtual: VirtualModem, modem: Modem) -> None:
    for _ in range(3):
        assert modem.command('AT+CCHO="A0000005591010FFFFFFFF8900000100"').ok
    assert len(modem.profiles()) == 2


def test_a_refused_registration_ends_the_wait_and_roaming_is_one(modem: Modem, virtual: VirtualModem) -> None:
    virtual.set_registration("denied")
    modem.enable(FIRST)
    assert modem.wait_registered().state == "denied"
    virtual.set_registration("roaming")
    assert modem.wait_registered().state == "roaming"
    virtual.set_registration("searching")
    assert modem.wait_registered(timeout=1.0).state == "searching"
    virtual.set_registration(None)
    assert modem.wait_registered().state == "home"


def test_signal_bars_follow_the_signal(modem: Modem, virtual: VirtualModem) -> None:
    modem.enable(FIRST)
    modem.wait_registered()
    seen = []
    for rssi in (-57, -67, -77, -87, -95, None):
        virtual.set_signal(rssi)
        seen.append(modem.signal().bars)
    assert seen == [4, 3, 2, 1, 0, None]


def test_a_ring_is_told(modem: Modem, virtual: VirtualModem, news: list[ModemEvent], until: Until) -> None:
    virtual.notify("RING")
    virtual.notify('+CLIP: "09000002001",129')
    until(lambda: ModemEvent("ring", {"number": "09000002001"}) in news)
    assert ModemEvent("ring") in news


# Trouble on the line


def test_a_pulled_plug_is_told_and_a_replug_goes_on(
    modem: Modem, virtual: VirtualModem, news: list[ModemEvent], until: Until
) -> None:
    modem.enable(FIRST)
    virtual.unplug()
    until(lambda: not modem.is_open)
    with pytest.raises(BenchError) as caught:
        modem.sim()
    assert code_of(caught) == "modem.gone"
    until(lambda: ModemEvent("gone", {"unplugged": True}) in news)
    with pytest.raises(BenchError) as caught:
        modem.reopen()
    assert code_of(caught) == "modem.not_found"
    virtual.plug()
    modem.reopen()
    assert modem.profiles()[0].state == "enabled"
    until(lambda: modem.sim().iccid == FIRST)


def test_a_plug_pulled_during_an_order_ends_it(modem: Modem, virtual: VirtualModem, faults: Faults) -> None:
    faults.set("modem.line", "silence")
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(modem.command, "AT+CSQ", 100_000.0)
        virtual.unplug()
        with pytest.raises(BenchError) as caught:
            waiting.result(10)
    assert code_of(caught) == "modem.gone"


def test_silence_is_told_and_what_comes_later_is_not_confused(modem: Modem, faults: Faults) -> None:
    faults.set("modem.line", "silence", count=1)
    with pytest.raises(BenchError) as caught:
        modem.signal()
    assert code_of(caught) == "modem.silent"
    assert modem.identity().imei == "352906110000017"


def test_a_modem_that_stays_silent_cannot_be_opened(
    virtual: VirtualModem, connect: Callable[[], Modem], faults: Faults
) -> None:
    connect().close()
    faults.set("modem.line", "silence")
    with pytest.raises(BenchError) as caught:
        connect()
    assert code_of(caught) == "modem.silent"
    faults.clear()
    assert connect().identity().imei


def test_garbage_ends_in_a_clear_error_and_clears_up(modem: Modem, faults: Faults) -> None:
    faults.set("modem.line", "garbage", match="CSQ")
    with pytest.raises(BenchError) as caught:
        modem.signal()
    assert code_of(caught) == "modem.silent"
    faults.clear()
    assert modem.euicc().eid


def test_a_notice_inside_every_reply_changes_nothing(modem: Modem, faults: Faults, news: list[ModemEvent]) -> None:
    faults.set("modem.line", "urc_inside")
    modem.enable(FIRST)
    assert modem.wait_registered().state == "home"
    assert modem.operator().plmn == "00101"
    assert [item.state for item in modem.profiles()] == ["enabled", "disabled"]
    assert len([event for event in news if event.kind == "ring"]) > 10


def test_what_is_put_on_the_line_between_answers_changes_nothing(modem: Modem, virtual: VirtualModem) -> None:
    def disturb() -> None:
        for _ in range(50):
            virtual.inject(b"\r\n+QIND: SMS DONE\r\n\xff\xfe\x00\x80 noise")

    disturbing = threading.Thread(target=disturb)
    disturbing.start()
    for _ in range(30):
        assert modem.identity().imei == "352906110000017"
        assert len(modem.profiles()) == 2
    disturbing.join()


def test_a_slow_line_takes_the_benchs_time(modem: Modem, faults: Faults, clock: Clock) -> None:
    faults.set("modem.line", "slow", count=1, delay=20.0)
    begin = clock.monotonic()
    modem.signal()
    assert clock.monotonic() - begin >= 20.0


def test_unplugged_on_demand_until_it_is_over(modem: Modem, faults: Faults, news: list[ModemEvent]) -> None:
    faults.set("modem.line", "unplugged")
    with pytest.raises(BenchError) as caught:
        modem.signal()
    assert code_of(caught) == "modem.gone"
    assert [event.kind for event in news][-1] == "gone"
    with pytest.raises(BenchError) as caught:
        modem.reopen()
    assert code_of(caught) == "modem.not_found"
    faults.clear()
    modem.reopen()
    assert modem.identity().imei


@pytest.mark.parametrize("clock_rate", [0])
def test_a_jump_of_the_clock_does_not_cut_off_a_living_modem(modem: Modem, clock: Clock) -> None:
    done = threading.Event()

    def ask() -> None:
        for _ in range(200):
            assert modem.command("AT+CSQ").ok
        done.set()

    asking = threading.Thread(target=ask)
    asking.start()
    while not done.is_set() and asking.is_alive():
        clock.advance(600)
    asking.join()
    assert done.is_set()


def test_many_threads_share_one_modem(modem: Modem) -> None:
    questions: list[Callable[[], object]] = [
        modem.identity,
        modem.signal,
        modem.profiles,
        modem.registration,
        modem.sim,
    ]
    with ThreadPoolExecutor(8) as pool:
        answers = [future.result(30) for future in [pool.submit(question) for question in questions * 8]]
    for number, answer in enumerate(answers):
        assert answer == answers[number % len(questions)]


# Who may have the port


def test_a_port_in_use_is_busy(modem: Modem, connect: Callable[[], Modem]) -> None:
    with pytest.raises(BenchError) as caught:
        connect()
    assert code_of(caught) == "modem.busy"
    modem.close()
    assert connect().identity().imei


def test_the_lock_is_flock_and_exclusive_mode_and_both_end_with_the_modem(virtual: VirtualModem, modem: Modem) -> None:
    assert virtual.path is not None
    descriptor = os.open(virtual.path, os.O_RDWR | os.O_NOCTTY)
    try:
        with pytest.raises(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        exclusive = bytearray(4)
        fcntl.ioctl(descriptor, 0x80045440, exclusive)  # TIOCGEXCL
        assert exclusive[0] == 1
        modem.close()
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        fcntl.ioctl(descriptor, 0x80045440, exclusive)
        assert exclusive[0] == 0
    finally:
        os.close(descriptor)


@pytest.mark.parametrize("path", ["/dev/no-such-port", "socket://127.0.0.1:1", "nonsense://x"])
def test_a_port_that_is_not_there(path: str, clock: Clock, events: EventLog, faults: Faults) -> None:
    with pytest.raises(BenchError) as caught:
        open_modem(path, clock=clock, events=events, faults=faults, settings=Settings())
    assert code_of(caught) == "modem.not_found"


def test_a_port_one_may_not_open(
    tmp_path: Path, clock: Clock, events: EventLog, faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(BenchError) as caught:
        open_modem("/dev/ttyUSB0", clock=clock, events=events, faults=faults, settings=Settings())
    assert code_of(caught) == "modem.permission"
    assert caught.value.params["group"]


def test_the_modem_is_left_as_others_expect_it(
    virtual: VirtualModem, connect: Callable[[], Modem], until: Until, events: EventLog
) -> None:
    connect().close()
    until(lambda: events.recent(kind="modem.client_gone"))
    assert virtual.path is not None
    with RawClient(virtual.path) as client:
        assert client.ask("AT+CPIN?") == b"AT+CPIN?\r\r\nERROR\r\n"


def test_a_modem_behind_a_socket(virtual: VirtualModem, clock: Clock, events: EventLog, faults: Faults) -> None:
    """As ser2net offers it: bytes over TCP, no lines, no locks."""
    import socket

    assert virtual.path is not None
    server = socket.create_server(("127.0.0.1", 0))

    def relay() -> None:
        connection, _ = server.accept()
        with connection, RawClient(str(virtual.path)) as port:
            while True:
                ready = select.select([connection, port.descriptor], [], [])[0]
                if connection in ready:
                    data = connection.recv(4096)
                    if not data:
                        return
                    port.write(data)
                if port.descriptor in ready:
                    connection.sendall(os.read(port.descriptor, 4096))

    relaying = threading.Thread(target=relay)
    relaying.start()
    try:
        url = f"socket://127.0.0.1:{server.getsockname()[1]}"
        found = probe(url, clock=clock, events=events, faults=faults, settings=Settings())
        assert (found.card_way, found.sim.status) == ("cgla", "absent")
        assert found.euicc is not None
    finally:
        relaying.join(10)
        server.close()


def test_events_tell_what_happened(modem: Modem, events: EventLog) -> None:
    modem.enable(FIRST)
    modem.close()
    kinds = [event.kind for event in events.recent(actor="modem")]
    assert kinds == ["modem.opened", "modem.profile.enabled", "modem.closed"]
