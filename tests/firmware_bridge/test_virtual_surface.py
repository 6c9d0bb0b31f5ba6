"""Every command of the virtual modem in every form: there are enough, each is described, and none is met by silence."""

from __future__ import annotations

import pytest
from raw_client import FINAL, RawClient

from firmware_bridge import VirtualModem
from firmware_bridge.virtual.commands import table

ENDS = ("OK", "ERROR", "NO CARRIER", "CONNECT", "> ")
SAMPLES = {
    "+CFUN": "1",
    "+CCHO": '"A0000005591010FFFFFFFF8900000100"',
    "+CGLA": '1,10,"80CAFFFF00"',
    "+CSIM": '10,"00A4000400"',
    "+CRSM": "176,12258,0,0,10",
    "+CLCK": '"SC",2',
    "+CPWD": '"SC","0000","1111"',
    "+CPBW": '1,"+819011112222",145,"Aoki"',
    "+CPBF": '"A"',
    "+CSCS": '"IRA"',
    "+CSCA": '"+819000000000",145',
    "+CGDCONT": '2,"IP","bench.example"',
    "+CGDATA": '"PPP",1',
    "+CPOL": '1,2,"00101"',
    "+COPS": "0",
    "+CCFC": "0,2",
    "+CPMS": '"SM"',
    "+CMGS": "10",
    "+CMGW": "10",
    "+CUSD": "0",
    "+CCLK": '"26/01/02,03:04:05+36"',
    "+CHLD": "0",
    "+VTS": "1",
    "S3": "13",
}


@pytest.fixture
def client(virtual: VirtualModem):
    assert virtual.path is not None
    with RawClient(virtual.path) as client:
        yield client


def test_there_are_enough_commands_and_each_says_where_it_is_described() -> None:
    names, clauses = table.names(), table.clauses()
    assert len(names) >= 120
    assert len([name for name in names if name.startswith("+")]) >= 110
    assert set(names) == set(clauses)
    assert all(
        clause.startswith(("TS 27.00", "V.250 §", "T.32 §", "TIA-602 §", "maker's own")) for clause in clauses.values()
    )


def answer(client: RawClient, command: str) -> str:
    """The final result of `command`; whatever it began is ended again."""
    client.write(f"AT{command}\r".encode())
    data = b""
    while True:
        data += client.read_until(b"\r\n", b"> ", b"0\r", b"4\r")
        text = data.decode("latin-1")
        if text.endswith("> "):
            client.write(b"\x1b")
            client.read_until(b"OK\r\n")
            return "> "
        if text in ("0\r", "4\r"):  # after ATV0, until the end of this command's turn
            return {"0\r": "OK", "4\r": "ERROR"}[text]
        if FINAL.search(data) or "NO CARRIER\r\n" in text:
            return text.strip().rpartition("\n")[2]


@pytest.mark.parametrize("clock_rate", [0])
@pytest.mark.parametrize("name", table.names())
def test_every_form_of_every_command_is_answered(client: RawClient, name: str) -> None:
    answer(client, "E0")
    forms = {"test": "=?", "read": "?", "execute": "", "set": f"={SAMPLES.get(name, '0')}"}
    results = {form: answer(client, name + ending) for form, ending in forms.items()}
    assert all(result.startswith(ENDS) for result in results.values()), results
    if name == "D":
        assert set(results.values()) == {"ERROR"}  # nobody can be dialled without a number
        return
    for form in forms:  # without a SIM much is refused, but a command in no form known would be no command
        if table.find(name, form) is None:
            assert results[form] in ("ERROR", "OK"), (form, results)
    assert any(result.startswith(("OK", "> ", "NO CARRIER")) for result in results.values()), results
    if name.startswith("+") and (name, "test") in table._TABLE:
        assert results["test"] == "OK"
    for garbage in ("=,,,,", '="', "=99999999999999999999", "=-1", "=~", '="' + "9" * 300 + '"'):
        assert answer(client, name + garbage).startswith(ENDS), garbage
    answer(client, "V1Q0E0")
    assert answer(client, "") == "OK"
