"""A whole download in the exact shapes of a stock client (esim.md §2), byte for byte over the pseudo-terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from raw_client import FINAL, RawClient

from core.clock import Clock
from core.rsp import messages_auth as auth
from firmware_bridge import VirtualModem
from firmware_bridge.euicc.apdu import store_data
from tests.firmware_bridge.download_server import ICCID, IMSI, Server, make_issuer, package, pieces, result_of

pytestmark = pytest.mark.parametrize("clock_rate", [0])
ISD_R = "a0000005591010ffffffff8900000100"
EID = "89081000000000000000000000000112"


class StockClient:
    """Class byte 81 on every session, lower case, no Le; only OK and ERROR end an answer."""

    def __init__(self, raw: RawClient, block: int, over_csim: bool) -> None:
        self.raw = raw
        self.block = block
        self.apdus = 0
        self.wire = 0
        self._over_csim = over_csim
        self.session = ""

    def at(self, command: str) -> list[str]:
        answer = self.raw.ask(command)
        self.wire += len(command) + 2 + len(answer.removeprefix(command.encode() + b"\r"))  # echo not counted
        final = FINAL.search(answer)
        assert final is not None
        assert final[1] == b"OK"
        lines = answer[: final.start()].decode().split("\r\n")  # notices may follow, and come between
        return [line for line in lines if line.strip() and not line.startswith((command, "+CPIN"))]

    def open(self) -> None:
        self.at("AT")
        if self._over_csim:
            assert self.at("AT+CSIM=?") == []
            [line] = self.at('AT+CSIM=10,"0070000001"')
            self.session = line.partition('"')[2][1:2]
            self.at(f'AT+CSIM=42,"0{self.session}a4040010{ISD_R}"')
            return
        for probe in ("AT+CCHO=?", "AT+CCHC=?", "AT+CGLA=?"):
            assert self.at(probe) == []
        self.session = self.at(f'AT+CCHO="{ISD_R}"')[0].removeprefix("+CCHO: ")

    def close(self) -> None:
        self.at(f'AT+CSIM=10,"007080{self.session:0>2}00"' if self._over_csim else f"AT+CCHC={self.session}")

    def transmit(self, apdu: bytes) -> tuple[bytes, int]:
        self.apdus += 1
        text = apdu.hex()
        if self._over_csim:
            text = f"8{self.session}{text[2:]}"
            [line] = self.at(f'AT+CSIM={len(text)},"{text}"')
        else:
            [line] = self.at(f'AT+CGLA={self.session},{len(text)},"{text}"')
        answer = bytes.fromhex(line.partition(",")[2].strip('"'))
        return answer[:-2], int.from_bytes(answer[-2:], "big")

    def command(self, data: bytes) -> bytes:
        whole = b""
        for apdu in store_data(data, self.block, 0x81):
            part, status = self.transmit(apdu)
            whole += part
            while status >> 8 == 0x61:
                part, status = self.transmit(bytes((0x81, 0xC0, 0, 0, status & 0xFF)))
                whole += part
            assert status == 0x9000
        return whole


@pytest.fixture
def raw(virtual: VirtualModem) -> Iterator[RawClient]:
    assert virtual.path is not None
    with RawClient(virtual.path) as client:
        yield client


@pytest.mark.parametrize("over_csim", [False, True], ids=["cgla", "csim"])
@pytest.mark.parametrize(("block", "most"), [(120, 142), (255, 81)])
def test_a_stock_download(raw: RawClient, tmp_path: Path, clock: Clock, block: int, most: int, over_csim: bool) -> None:
    server = Server(make_issuer(tmp_path / "modem" / "pki", clock))
    server.elements = package(filler=12_166 - len(package()) - 16)
    client = StockClient(raw, block, over_csim)
    client.open()
    challenge = auth.EuiccChallenge.from_bytes(client.command(bytes.fromhex("BF2E00"))).challenge
    assert client.command(bytes.fromhex("BF2000")).startswith(b"\xbf\x20")
    answer = auth.AuthenticateServerAnswer.from_bytes(client.command(server.authenticate(challenge).to_bytes()))
    assert answer.ok is not None
    prepared = auth.PrepareDownloadAnswer.from_bytes(client.command(server.prepare(answer.ok.signature).to_bytes())).ok
    assert prepared is not None
    bound = server.bind(auth.EuiccSigned2.from_bytes(prepared.signed).euicc_otpk, EID)
    *before, last = [client.command(piece) for piece in pieces(bound)]
    assert not any(before)
    assert result_of(last).result.success is not None
    client.close()
    assert client.apdus <= most
    assert client.wire <= 44_000
    client.open()
    coded = "981801000000000010f9"
    assert client.command(bytes.fromhex(f"bf3111a00c5a0a{coded}8101ff")) == bytes.fromhex("BF3103800100")
    clock.advance(5)
    assert client.at("AT+CIMI") == [IMSI]
    assert client.at("AT+CCID") == [f"+CCID: {ICCID}"]


def test_a_client_that_dies_half_way_leaves_the_card_free(virtual: VirtualModem, tmp_path: Path, clock: Clock) -> None:
    """Three killed clients do not lock out the fourth: their sessions end with the port (esim.md §8)."""
    server = Server(make_issuer(tmp_path / "modem" / "pki", clock))
    for _ in range(4):
        assert virtual.path is not None
        with RawClient(virtual.path) as raw:
            client = StockClient(raw, 255, False)
            client.open()
            challenge = auth.EuiccChallenge.from_bytes(client.command(bytes.fromhex("BF2E00"))).challenge
            request = server.authenticate(challenge).to_bytes()
            answer = auth.AuthenticateServerAnswer.from_bytes(client.command(request))
            assert answer.ok is not None
            prepared = client.command(server.prepare(answer.ok.signature).to_bytes())
            accepted = auth.PrepareDownloadAnswer.from_bytes(prepared).ok
            assert accepted is not None
            bound = list(pieces(server.bind(auth.EuiccSigned2.from_bytes(accepted.signed).euicc_otpk, EID)))
            for piece in bound[:4]:
                client.command(piece)
