"""Recorded dialogues of stock clients against the real pseudo-terminal: every byte of their shapes counts."""

from __future__ import annotations

import pytest
from raw_client import RawClient

from firmware_bridge import VirtualModem

pytestmark = pytest.mark.parametrize("clock_rate", [0])
ISD_R = "a0000005591010ffffffff8900000100"
EID_ANSWER = "BF3E125A1089081000000000000000000000000112"
ENABLE_FIRST = "bf3111a00c5a0a981800000000000010f18101ff"


@pytest.fixture
def client(virtual: VirtualModem):
    assert virtual.path is not None
    with RawClient(virtual.path) as client:
        yield client


def apdu(client: RawClient, session: str, data: str) -> str:
    """One ES10 command as a C LPA sends it: lower case, class 81 whatever the session is."""
    command = f"81e29100{len(data) // 2:02x}{data}"
    [line, final] = client.lines(f'AT+CGLA={session},{len(command)},"{command}"')
    assert final == "OK"
    head, _, answer = line.partition(",")
    assert line.startswith("+CGLA: ")
    answer = answer.strip('"')
    assert int(head.removeprefix("+CGLA: ")) == len(answer)
    return answer


def test_a_profile_is_enabled_over_cgla(client: RawClient) -> None:
    assert client.ask("AT") == b"AT\r\r\nOK\r\n"
    for probe in ("AT+CCHO=?", "AT+CCHC=?", "AT+CGLA=?"):
        assert client.lines(probe) == ["OK"]
    assert client.lines(f'AT+CCHO="{ISD_R}"') == ["+CCHO: 1", "OK"]
    assert apdu(client, "1", "bf3e035c015a") == EID_ANSWER + "9000"
    assert apdu(client, "1", "bf2200").startswith("BF22")
    listed = apdu(client, "1", "bf2d00")
    assert listed.startswith("BF2D")
    assert listed.count("9F700100") == 2
    assert apdu(client, "1", ENABLE_FIRST) == "BF31038001009000"
    assert client.lines("AT+CCHC=1") == ["OK"]


def test_each_session_has_its_own_channel_whatever_the_class_byte_says(client: RawClient) -> None:
    sessions = [client.lines(f'AT+CCHO="{ISD_R}"')[0].removeprefix("+CCHO: ") for _ in range(3)]
    assert len(set(sessions)) == 3
    for session in sessions:
        assert apdu(client, session, "bf3e035c015a") == EID_ANSWER + "9000"
    assert client.lines(f'AT+CCHO="{ISD_R}"') == ["ERROR"]
    for session in sessions:
        assert client.lines(f"AT+CCHC={session}") == ["OK"]
    assert client.lines(f"AT+CCHC={sessions[0]}") == ["ERROR"]
    assert client.lines(f'AT+CGLA={sessions[0]},10,"81c0000000"') == ["ERROR"]


def test_a_profile_is_enabled_over_csim(client: RawClient) -> None:
    assert client.lines("AT+CSIM=?") == ["OK"]
    assert client.lines('AT+CSIM=10,"0070000001"') == ['+CSIM: 6,"019000"', "OK"]
    [selected, _] = client.lines(f'AT+CSIM=42,"01a4040010{ISD_R}"')
    assert selected.endswith('9000"')
    assert client.lines('AT+CSIM=22,"81e2910006bf3e035c015a"') == [f'+CSIM: 46,"{EID_ANSWER}9000"', "OK"]
    command = f"81e29100{len(ENABLE_FIRST) // 2:02x}{ENABLE_FIRST}"
    assert client.lines(f'AT+CSIM={len(command)},"{command}"') == ['+CSIM: 16,"BF31038001009000"', "OK"]
    assert client.lines('AT+CSIM=10,"0070800100"') == ['+CSIM: 4,"9000"', "OK"]


def test_a_long_answer_is_fetched_in_pieces_of_256(client: RawClient) -> None:
    client.lines(f'AT+CCHO="{ISD_R}"')
    apdu(client, "1", ENABLE_FIRST.replace("8101ff", "810100"))
    first = apdu(client, "1", "bf2b05a003800100")
    assert len(first) == 2 * 258
    assert first.endswith("6100")
    whole = first[:-4]
    status = first[-4:]
    while status.startswith("61"):
        [line, _] = client.lines(f'AT+CGLA=1,10,"81c00000{status[2:].lower()}"')
        piece = line.partition(",")[2].strip('"')
        whole, status = whole + piece[:-4], piece[-4:]
    assert status == "9000"
    assert whole.startswith("BF2B82")
    assert len(whole) // 2 == 5 + int(whole[6:10], 16)


def test_unquoted_and_upper_case_hex_is_taken_and_wrong_lengths_are_not(client: RawClient) -> None:
    assert client.lines(f"AT+CCHO={ISD_R.upper()}") == ["+CCHO: 1", "OK"]
    assert client.lines("AT+CGLA=1,22,81E2910006BF3E035C015A")[1] == "OK"
    assert client.lines('AT+CGLA=1,20,"81e2910006bf3e035c015a"') == ["ERROR"]
    assert client.lines('AT+CGLA=1,22,"81e2910006bf3e035c015x"') == ["ERROR"]
    assert client.lines('AT+CCHO="a000000559"') == ["ERROR"]


def test_an_apdu_of_full_length_passes(client: RawClient) -> None:
    client.lines(f'AT+CCHO="{ISD_R}"')
    # 255 data bytes: the first block of a chain, answered by a bare 9000.
    block = "81e21100ff" + "00" * 255
    assert client.lines(f'AT+CGLA=1,{len(block)},"{block}"') == ['+CGLA: 4,"9000"', "OK"]


def test_sim_tools_on_channel_0(client: RawClient) -> None:
    """Some split the answer exactly on an empty line into information and OK, and use T=0."""
    client.lines("ATE0")
    client.write(b'AT+CSIM=10,"80f2000000"\r\n')
    answer = client.read_until(b"OK\r\n").decode()
    information, final = answer.strip("\r\n").split("\r\n\r\n")
    assert information == '+CSIM: 4,"6A82"'  # no profile is enabled: no file system
    assert final == "OK"
    client.write(f'AT+CSIM=42,"00a4040410{ISD_R}"\r\n'.encode())
    announced = client.read_until(b"OK\r\n").decode()
    assert '+CSIM: 4,"61' in announced
    client.write(b'AT+CSIM=16,"80e2910003bf5600"\r\n')
    assert '"6A88"' in client.read_until(b"OK\r\n").decode()
    client.write(b"ATZ\r\n")
    assert client.read_until(b"OK\r\n") == b"\r\nOK\r\n"
