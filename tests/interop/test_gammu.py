"""Debian's gammu, unmodified, on the virtual modem: identify, messages, services, calls."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable

import pytest

from core.clock import Clock
from firmware_bridge import VirtualModem

pytestmark = pytest.mark.skipif(shutil.which("gammu") is None, reason="gammu is not installed (apt-get install gammu)")
Gammu = Callable[..., str]


@pytest.fixture
def until(clock: Clock) -> Callable[[Callable[[], bool]], None]:
    def until(holds: Callable[[], bool]) -> None:
        deadline = clock.monotonic() + 600
        while not holds():
            assert clock.monotonic() < deadline, "the state did not come"
            clock.sleep(0.2)

    return until


def lines_until(process: subprocess.Popen[str], wanted: str) -> str:
    """What the program printed up to the line with `wanted`."""
    seen: list[str] = []
    assert process.stdout is not None
    for line in process.stdout:
        seen.append(line)
        if wanted in line:
            return "".join(seen)
    raise AssertionError(f"no {wanted!r} in {''.join(seen)}")


def test_it_identifies_the_modem_and_its_network(gammu: Gammu) -> None:
    text = gammu("identify")
    assert re.search(r"Manufacturer +: One Number Bench", text)
    assert re.search(r"IMEI +: 352906110000017", text)
    assert re.search(r"SIM IMSI +: 001010000000001", text)
    text = gammu("monitor", "1")
    assert re.search(r"Signal strength +: -57 dBm", text)
    assert re.search(r"Network state +: home network", text)
    assert re.search(r"LAC 1A2B, CID 0C0FFE01", text)
    assert re.search(r'Name in phone +: "NTT DOCOMO"', text)
    assert re.search(r"GPRS +: attached", text)
    assert re.search(r"SIM SMS status +: 0 used, 0 unread, 20 locations", text)
    assert re.search(r"Phone SMS status +: 0 used, 0 unread, 100 locations", text)


def test_it_sends_a_text_and_lists_what_comes_back(
    gammu: Gammu, virtual: VirtualModem, until: Callable[..., None]
) -> None:
    assert "OK, message reference=1" in gammu("sendsms", "TEXT", "111", "-text", "Hello [bench] €5")
    until(lambda: virtual.status()["messages"] == {"SM": 1, "ME": 0})
    text = gammu("getallsms")
    assert 'Remote number        : "111"' in text
    assert "Hello [bench] €5" in text


def test_it_reads_a_long_text_in_japanese(gammu: Gammu, virtual: VirtualModem) -> None:
    text = "つながりました。" * 15
    assert virtual.deliver_sms("+819011112222", text) == 2
    shown = gammu("geteachsms")
    assert text in shown
    assert "+819011112222" in shown
    assert "2 SMS parts in 1 SMS sequences" in shown


def test_it_keeps_a_message_for_later(gammu: Gammu, virtual: VirtualModem) -> None:
    gammu("savesms", "TEXT", "-text", "stored")
    assert virtual.status()["messages"] == {"SM": 1, "ME": 0}


def test_it_asks_a_service(listening: Callable[..., subprocess.Popen[str]]) -> None:
    lines_until(listening("getussd", "*100#"), 'Service reply        : "*100#"')


def test_it_dials(gammu: Gammu, virtual: VirtualModem, until: Callable[..., None]) -> None:
    gammu("dialvoice", "111")
    until(lambda: virtual.status()["calls"] == ["1 active 111"])
    assert virtual.remote_hang_up()


def test_it_tells_a_call_and_a_message_that_come(
    virtual: VirtualModem, listening: Callable[..., subprocess.Popen[str]]
) -> None:
    process = listening("monitor")
    lines_until(process, "GPRS")
    assert virtual.ring("0311112222")
    lines_until(process, "0311112222")
    virtual.deliver_sms("0333334444", "hello")
    lines_until(process, "SMS message received")
