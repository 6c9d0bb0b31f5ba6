"""Finding ports, and the cost of the package."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from firmware_bridge import VirtualModem, list_ports
from firmware_bridge.benchmark import measure_line
from firmware_bridge.ports import known_modem


@dataclass
class Port:
    """As pyserial describes one."""

    device: str
    vid: int | None = None
    pid: int | None = None
    location: str | None = None
    description: str | None = "n/a"
    serial_number: str | None = None


def test_the_at_port_of_a_known_modem_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    ports = [
        Port("/dev/ttyS0"),
        Port("/dev/ttyUSB0", 0x2C7C, 0x0125, "1-1:1.0", "EG25-G", "ab"),
        Port("/dev/ttyUSB2", 0x2C7C, 0x0125, "1-1:1.2", "EG25-G", "ab"),
        Port("/dev/ttyUSB9", 0x0403, 0x6001, "1-2:1.0", "FT232R"),
    ]
    monkeypatch.setattr("serial.tools.list_ports.comports", lambda: ports)
    found = list_ports()
    assert [port.device for port in found] == ["/dev/ttyUSB2", "/dev/ttyS0", "/dev/ttyUSB0", "/dev/ttyUSB9"]
    assert found[0].known_modem.startswith("Quectel")
    assert [port.at_port_likely for port in found] == [True, False, False, False]
    assert found[2].known_modem
    assert not found[3].known_modem


def test_names_that_survive_a_replug_are_given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    device = tmp_path / "ttyUSB2"
    device.touch()
    (tmp_path / "by-id").mkdir()
    link = tmp_path / "by-id" / "usb-Quectel_EG25-G-if02-port0"
    link.symlink_to(device)
    monkeypatch.setattr("firmware_bridge.ports.BY_ID", tmp_path / "by-id")
    monkeypatch.setattr("serial.tools.list_ports.comports", lambda: [Port(str(device), 0x2C7C, 0x0125, "1-1:1.2")])
    assert list_ports()[0].by_id == str(link)


def test_ids_of_the_table() -> None:
    assert known_modem(0x1E0E, 0x9001) == ("SIMCom SIM7100/SIM7500/SIM7600", 2)
    assert known_modem(0x1199, 0x9071)[1] == 3  # a maker whose layout is the same for all
    assert known_modem(0x2C7C, 0x9999) == ("", None)


def test_the_benchs_own_modem_is_listed_while_it_runs(virtual: VirtualModem) -> None:
    assert virtual.path is not None
    link = Path(virtual.path)
    assert [port.device for port in list_ports([link]) if port.at_port_likely] == [str(link)]
    virtual.unplug()
    assert str(link) not in [port.device for port in list_ports([link])]


def test_importing_the_package_loads_none_of_it() -> None:
    script = (
        "import sys, firmware_bridge; print([n for n in sys.modules if n.startswith(('firmware_bridge.', 'serial'))])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("clock_rate", [1])
def test_the_face_is_near_the_bare_line(virtual: VirtualModem, clock: Clock, events: EventLog, faults: Faults) -> None:
    assert virtual.path is not None
    figures = measure_line(virtual.path, clock=clock, events=events, faults=faults, rounds=20)
    assert set(figures) == {
        "at_raw_us",
        "at_face_us",
        "at_raw_p99_us",
        "at_face_p99_us",
        "profiles_raw_us",
        "profiles_face_us",
    }
    # A wide bound, for a busy machine: a client that reads byte by byte misses it.
    assert figures["profiles_face_us"] < 10 * figures["profiles_raw_us"]
