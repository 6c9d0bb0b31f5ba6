"""Every check tells what is there, and a command where something is not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from core.data_folder import DataFolder
from onebench.doctor import MISSING, NOTE, OK, Finding, as_table, is_well
from onebench.doctor import checks as doctor


def test_this_machine_can_run_the_tests() -> None:
    findings = {finding.name: finding for finding in doctor.examine()}
    assert findings["python"].state == OK
    assert findings["qt"].found.startswith("6.")
    assert findings["web pages"].state == OK, findings["web pages"]
    assert findings["ports"].state == OK
    assert all(finding.mend or finding.state == OK for finding in findings.values())


def test_serial_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor.check_serial([]).state == NOTE
    port = tmp_path / "ttyUSB0"
    port.touch()
    assert doctor.check_serial([str(port)]) == Finding("serial port", OK, str(port))
    monkeypatch.setattr(doctor.os, "access", lambda path, mode: False)
    monkeypatch.setattr(doctor, "is_mac", lambda: False)
    locked = doctor.check_serial([str(port)])
    assert locked.state == MISSING
    assert str(port) in locked.found
    assert "usermod -aG" in locked.mend


def test_cameras(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "is_mac", lambda: False)
    assert doctor.check_cameras([]).state == NOTE
    device = tmp_path / "video0"
    device.touch()
    assert doctor.check_cameras([str(device)]).found == f"{device} (camera)"
    monkeypatch.setattr(doctor.os, "access", lambda path, mode: False)
    assert doctor.check_cameras([str(device)]).state == MISSING


def test_the_data_folder(tmp_path: Path) -> None:
    assert doctor.check_data_folder(tmp_path / "new" / "folder").state == OK
    assert not (tmp_path / "new").exists()
    assert doctor.check_data_folder(tmp_path).state == OK
    held = DataFolder(tmp_path).open()
    in_use = doctor.check_data_folder(tmp_path)
    held.close()
    assert (in_use.state, "--data" in in_use.mend) == (NOTE, True)
    file = tmp_path / "file"
    file.touch()
    assert doctor.check_data_folder(file).state == MISSING


def test_fonts_zbar_and_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "is_mac", lambda: False)
    monkeypatch.setattr(doctor, "_run", lambda command: SimpleNamespace(stdout="", stderr="", returncode=0))
    assert doctor.check_fonts().mend == "sudo apt-get install fonts-noto-cjk"
    monkeypatch.setattr(doctor, "_run", lambda command: SimpleNamespace(stdout="Noto Sans CJK JP,Noto\n"))
    assert doctor.check_fonts() == Finding("japanese font", OK, "Noto Sans CJK JP")
    monkeypatch.setattr(doctor, "_run", lambda command: None)
    assert doctor.check_fonts().state == MISSING
    monkeypatch.setattr(doctor.ctypes.util, "find_library", lambda name: None)
    assert doctor.check_zbar().mend == "sudo apt-get install libzbar0"
    monkeypatch.setattr(doctor, "is_mac", lambda: True)
    assert doctor.check_zbar().mend == "brew install zbar"
    monkeypatch.setattr(doctor, "has_display", lambda: False)
    assert doctor.check_display().state == NOTE


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = SimpleNamespace(returncode=1, stderr="x\nImportError: libnss3.so: cannot open shared object file")
    monkeypatch.setattr(doctor, "_run", lambda command: broken)
    found = doctor.check_web_engine()
    assert found.state == MISSING
    assert "libnss3.so" in found.found
    assert "apt-get install" in found.mend


def test_what_is_missing_decides() -> None:
    good, bad = Finding("a", OK, "x"), Finding("b", MISSING, "y", "do z")
    assert is_well([good, Finding("c", NOTE, "n", "m")])
    assert not is_well([good, bad])
    assert "→ do z" in as_table([good, bad])


def test_the_command_answers_programs() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "onebench", "doctor", "--json"], capture_output=True, text=True, timeout=60, check=False
    )
    data = json.loads(done.stdout)
    assert done.returncode == (0 if data["well"] else 1)
    assert {"name", "state", "found", "mend"} == set(data["findings"][0])
