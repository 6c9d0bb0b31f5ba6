"""The virtual card by APDUs: files, channels, the ISD-R, and what it remembers."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.clock import Clock
from core.faults import Faults
from core.randomness import SeededRandomness
from core.rsp import messages as m
from core.rsp import tlv
from firmware_bridge.euicc.apdu import CardError, select_aid
from firmware_bridge.euicc.es10 import Es10
from firmware_bridge.virtual.card.card import Card
from firmware_bridge.virtual.card.memory import CardMemory
from tests.firmware_bridge.soak import examples

FIRST, SECOND = "8981000000000000011", "8981000000000000029"


def make_card(folder: Path, faults: Faults | None = None) -> Card:
    folder.mkdir(exist_ok=True)
    return Card(folder, clock=Clock(rate=0), faults=faults or Faults(), randomness=SeededRandomness(3))


def lpa(card: Card) -> Es10:
    channel = card.open_channel()
    assert channel is not None
    assert card.transmit(select_aid(m.ISD_R, channel))[-2:] == b"\x90\x00"
    return Es10(card.transmit, cla=0x80 | channel)


def states(es10: Es10) -> dict[str | None, int | None]:
    return {profile.iccid: profile.state for profile in es10.profiles()}


def by_iccid(iccid: str) -> m.ProfileIdentifier:
    return m.ProfileIdentifier(iccid=iccid)


def test_the_card_knows_itself(tmp_path: Path) -> None:
    es10 = lpa(make_card(tmp_path))
    assert es10.eid() == "89081000000000000000000000000112"
    info = es10.info2()
    assert info.svn == es10.info1().svn == "2.2.2"
    assert info.ci_for_signing == es10.info1().ci_for_signing
    assert info.resource.free_nvm is not None
    assert info.resource.free_nvm > 0


def test_one_profile_at_a_time(tmp_path: Path) -> None:
    card = make_card(tmp_path)
    es10 = lpa(card)
    assert states(es10) == {FIRST: 0, SECOND: 0}
    assert es10.enable(by_iccid(FIRST), False) == m.Result.OK
    assert not card.refresh_wanted
    assert es10.enable(by_iccid(SECOND), True) == m.Result.OK
    assert card.refresh_wanted
    assert states(es10) == {FIRST: 0, SECOND: 1}
    assert [(item.sequence, *item.operation, item.iccid) for item in es10.notifications()] == [
        (0, m.Operation.ENABLE, FIRST),
        (1, m.Operation.DISABLE, FIRST),
        (2, m.Operation.ENABLE, SECOND),
    ]


def test_the_results_of_the_standard(tmp_path: Path) -> None:
    faults = Faults()
    card = make_card(tmp_path, faults)
    es10 = lpa(card)
    assert es10.enable(by_iccid("8981000000000000999"), False) == m.Result.NOT_FOUND
    assert es10.disable(by_iccid(FIRST), False) == m.Result.WRONG_STATE
    assert es10.set_nickname("8981000000000000999", "x") == m.Result.NOT_FOUND
    assert es10.remove_notification(0) == 1
    assert es10.retrieve_notification(0) is None
    card.memory.profiles[0].rules = [1]
    aid = bytes.fromhex(card.memory.profiles[0].aid)
    assert es10.enable(m.ProfileIdentifier(aid=aid), False) == m.Result.OK
    assert es10.enable(by_iccid(SECOND), False) == m.Result.POLICY
    assert es10.disable(by_iccid(FIRST), False) == m.Result.POLICY
    faults.set("modem.card", "busy", count=1)
    assert es10.disable(by_iccid(FIRST), False) == m.Result.CAT_BUSY
    faults.set("modem.card", "error", count=1)
    with pytest.raises(CardError):
        es10.disable(by_iccid(FIRST), False)


def test_both_codings_of_the_refresh_flag(tmp_path: Path) -> None:
    card = make_card(tmp_path)
    es10 = lpa(card)
    answer = es10.command(bytes.fromhex("BF3111A00C5A0A981800000000000010F1010101"))
    assert m.EnableAnswer.from_bytes(answer).result == m.Result.OK
    assert card.refresh_wanted


def test_tag_lists_and_search_criteria(tmp_path: Path) -> None:
    es10 = lpa(make_card(tmp_path))
    [one, _] = es10.profiles([0x5A])
    assert one.iccid == FIRST
    assert one.state is None
    request = m.GetProfilesInfo(m.ProfileSearch(iccid=SECOND), [0x92])
    found = m.ProfilesAnswer.from_bytes(es10.command(request.to_bytes())).profiles
    assert found is not None
    assert [profile.name for profile in found] == ["One Number"]
    assert len(es10.profiles([])) == 2


def test_a_notification_is_signed_by_the_cards_key(tmp_path: Path) -> None:
    es10 = lpa(make_card(tmp_path))
    es10.enable(by_iccid(FIRST), False)
    pending = es10.retrieve_notification(0)
    assert pending is not None
    signed = m.OtherSignedNotification.from_bytes(pending)
    card, eum = (x509.load_der_x509_certificate(tlv.encode(0x30, item)) for item in signed.certificates)
    key = card.public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    r, s = int.from_bytes(signed.signature[:32], "big"), int.from_bytes(signed.signature[32:], "big")
    key.verify(utils.encode_dss_signature(r, s), signed.metadata.to_bytes(), ec.ECDSA(hashes.SHA256()))
    card.verify_directly_issued_by(eum)
    assert es10.eid() in card.subject.rfc4514_string()
    mode = stat.S_IMODE((tmp_path / "euicc.pem").stat().st_mode)
    assert mode == 0o600
    again = m.OtherSignedNotification.from_bytes(lpa(make_card(tmp_path)).retrieve_notification(0) or b"")
    assert again.certificates == signed.certificates
    assert es10.remove_notification(0) == 0
    assert es10.notifications() == []


def test_files_come_and_go_with_the_enabled_profile(tmp_path: Path) -> None:
    card = make_card(tmp_path)
    assert card.transmit(bytes.fromhex("00A40004023F00")) == bytes.fromhex("6A82")
    lpa(card).enable(by_iccid(FIRST), False)
    # Channel 0 without Le: announced first, as T=0 does.
    announced = card.transmit(bytes.fromhex("00A40004022FE2"))
    assert announced[0] == 0x61
    fcp = card.transmit(bytes((0, 0xC0, 0, 0, announced[1])))
    assert fcp[0] == 0x62
    assert fcp[-2:] == b"\x90\x00"
    assert card.transmit(bytes.fromhex("00B000000A")).hex() == "981800000000000010f19000"
    assert card.transmit(bytes.fromhex("00B0000020")).hex() == "6c0a"
    assert card.transmit(bytes.fromhex("00A4040C07A0000000871002")).hex() == "9000"
    assert card.transmit(bytes.fromhex("00A4000C026F07")).hex() == "9000"
    assert card.transmit(bytes.fromhex("00B0000009")).hex() == "0809101000000000109000"
    assert card.transmit(bytes.fromhex("00A4080C047FFF6FAD")).hex() == "9000"
    assert card.transmit(bytes.fromhex("00A4000C022F00")).hex() == "9000"
    assert card.transmit(bytes.fromhex("00B2010426"))[-2:].hex() == "9000"
    assert card.transmit(bytes.fromhex("00B2020426")).hex() == "6a83"
    assert card.transmit(bytes.fromhex("0020000100")).hex() == "63c3"


def test_channels_are_opened_closed_and_used_up(tmp_path: Path) -> None:
    card = make_card(tmp_path)
    for number in (1, 2, 3):
        assert card.transmit(bytes.fromhex("0070000001")) == bytes((number, 0x90, 0))
    assert card.transmit(bytes.fromhex("0070000001")).hex() == "6a81"
    assert card.transmit(bytes.fromhex("0070800200")).hex() == "9000"
    assert card.transmit(bytes.fromhex("82E2910003BF2D00")).hex() == "6881"
    assert card.transmit(bytes.fromhex("81E2910003BF2D00")).hex() == "6985"  # nothing selected there


def test_status_words_for_what_makes_no_sense(tmp_path: Path) -> None:
    card = make_card(tmp_path)
    es10 = lpa(card)
    for command, status in ((bytes.fromhex("BF5600"), 0x6A88), (b"", 0x6A80), (bytes.fromhex("BF3100"), 0x6A80)):
        with pytest.raises(CardError) as caught:
            es10.command(command)
        assert caught.value.status == status
    assert card.transmit(bytes.fromhex("81E2910103BF2D00")).hex() == "6a86"  # a chain that starts with block 1
    assert card.transmit(bytes.fromhex("81E29100FFBF2D00")).hex() == "6700"
    assert card.transmit(bytes.fromhex("81FE0000")).hex() == "6d00"


@settings(max_examples=examples(200), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(apdus=st.lists(st.binary(max_size=30), max_size=8))
def test_no_apdu_breaks_the_card(tmp_path: Path, apdus: list[bytes]) -> None:
    card = make_card(tmp_path)
    es10 = lpa(card)
    for apdu in apdus:
        assert len(card.transmit(apdu)) >= 2
        assert len(card.transmit(bytes.fromhex("81E29100") + bytes((len(apdu),)) + apdu)) >= 2
    card.reset()
    es10 = lpa(card)
    assert set(states(es10)) == {FIRST, SECOND}


def test_what_the_card_was_told_is_there_at_the_next_start(tmp_path: Path) -> None:
    es10 = lpa(make_card(tmp_path))
    es10.set_nickname(FIRST, "花の番号")
    es10.enable(by_iccid(FIRST), False)
    again = lpa(make_card(tmp_path))
    assert states(again) == {FIRST: 1, SECOND: 0}
    assert again.profiles()[0].nickname == "花の番号"
    assert len(again.notifications()) == 1


@pytest.mark.parametrize("content", ["{", "[]", '{"eid": "1"}', '{"eid": 5, "profiles": 3}'])
def test_a_damaged_memory_is_kept_aside(tmp_path: Path, content: str) -> None:
    (tmp_path / "card.json").write_text(content)
    memory = CardMemory(tmp_path)
    assert memory.damaged is not None
    assert memory.damaged.read_text() == content
    assert len(memory.profiles) == 2
    assert json.loads((tmp_path / "card.json").read_text())["eid"] == memory.eid


def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    card = make_card(tmp_path)
    es10 = lpa(card)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CardError) as caught:
        es10.enable(by_iccid(FIRST), True)
    assert caught.value.status == 0x6581
    monkeypatch.undo()
    assert not card.refresh_wanted
    assert states(es10) == {FIRST: 0, SECOND: 0}
    assert es10.enable(by_iccid(FIRST), True) == m.Result.OK


WORKER = """
import sys
from pathlib import Path
from core.clock import Clock
from core.faults import Faults
from core.randomness import SeededRandomness
from core.rsp import messages as m
from firmware_bridge.euicc.apdu import select_aid
from firmware_bridge.euicc.es10 import Es10
from firmware_bridge.virtual.card.card import Card
card = Card(Path(sys.argv[1]), clock=Clock(rate=0), faults=Faults(), randomness=SeededRandomness(3))
channel = card.open_channel()
card.transmit(select_aid(m.ISD_R, channel))
es10 = Es10(card.transmit, cla=0x80 | channel)
while True:
    for iccid in ("8981000000000000011", "8981000000000000029"):
        assert es10.enable(m.ProfileIdentifier(iccid=iccid), True) == 0
        print(iccid, flush=True)
"""


def test_a_kill_at_any_moment_leaves_a_whole_card(tmp_path: Path) -> None:
    for _ in range(3):
        worker = subprocess.Popen([sys.executable, "-c", WORKER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        assert worker.stdout is not None
        last = [worker.stdout.readline().strip() for _ in range(5)][-1]
        worker.send_signal(signal.SIGKILL)
        rest = worker.stdout.read().split("\n")
        worker.stdout.close()
        worker.wait()
        complete = [line for line in rest if len(line) == len(FIRST)]
        last = complete[-1] if complete else last
        memory = CardMemory(tmp_path)
        assert memory.damaged is None
        assert memory.enabled is not None
        # What was answered is kept; the next switch may already be on disk though its answer was not printed.
        told = [item.iccid for item in memory.notifications if item.operation == m.Operation.ENABLE]
        assert last in told[-2:]
        assert told[-1] == memory.enabled.iccid
        assert lpa(make_card(tmp_path)).eid() == memory.eid
        # Both must be off for the next round to begin the same way.
        memory.enabled.enabled = False
        memory.save()
