"""The LPA's parts alone: cutting packages, long and short blocks, reports in order, TLS that knows whom to trust."""

from __future__ import annotations

import contextlib
import datetime
import http.server
import logging
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings
from hypothesis import strategies as st
from lpa_desk import ADDRESS, Desk, package

from core.clock import Clock
from core.errors import BenchError
from core.faults import Faults
from core.rsp import messages as m
from core.rsp import tlv
from firmware_bridge.euicc.apdu import CardError
from firmware_bridge.euicc.block_size import BlockSize
from firmware_bridge.euicc.bpp import split
from firmware_bridge.euicc.es10 import Es10
from firmware_bridge.lpa.notifications import send_all
from firmware_bridge.lpa.tls import tls_context
from firmware_bridge.lpa.transport import KINDS, PORT, HttpsTransport


@settings(deadline=None)
@given(st.integers(1, 6000), st.integers(1, 2500))
def test_the_pieces_are_the_package(size: int, segment: int) -> None:
    whole = package(size=size, segment=segment)
    pieces = split(whole)
    assert b"".join(pieces) == whole
    assert pieces[0].startswith(b"\xbf\x36")
    assert [piece[0] for piece in pieces[1:5]] == [0xA0, 0xA1, 0x88, 0x88]
    assert [piece[0] for piece in pieces[5:7]] == [0xA2, 0xA3]
    assert all(piece[0] == 0x86 for piece in pieces[7:])
    assert len(pieces) == 7 + -(-size // segment)


@settings(deadline=None)
@given(st.binary(max_size=200), st.integers(0, 3000), st.integers(0, 7))
def test_damaged_packages_are_none(noise: bytes, at: int, bit: int) -> None:
    whole = bytearray(package(size=2000))
    for data in (noise, bytes(whole[: at % len(whole)])):
        with pytest.raises(tlv.TlvError):
            split(data)
    whole[at % len(whole)] ^= 1 << bit
    with contextlib.suppress(tlv.TlvError):
        assert b"".join(split(bytes(whole))) == bytes(whole)


class Blocks:
    """A card behind a modem that takes at most `longest` data bytes, and says so in its way."""

    def __init__(self, longest: int, refuse: Callable[[], bytes]) -> None:
        self.longest, self.refuse = longest, refuse
        self.seen: list[int] = []

    def transmit(self, apdu: bytes) -> bytes:
        self.seen.append(apdu[4])
        return self.refuse() if apdu[4] > self.longest else b"\x90\x00"


def modem_error() -> bytes:
    raise BenchError("modem.refused")


@pytest.mark.parametrize("refuse", [modem_error, lambda: b"\x67\x00"])
def test_long_blocks_are_tried_once(refuse: Callable[[], bytes]) -> None:
    card, sizes = Blocks(120, refuse), BlockSize()
    Es10(card.transmit, sizes).command(bytes(10))
    assert (card.seen, sizes.now) == ([10], 255)
    Es10(card.transmit, sizes).command(bytes(300))
    Es10(card.transmit, sizes).command(bytes(300))
    assert card.seen[1:] == [255, 120, 120, 60, 120, 120, 60]


def test_a_block_size_that_worked_is_kept() -> None:
    card, sizes = Blocks(255, modem_error), BlockSize()
    Es10(card.transmit, sizes).command(bytes(300))
    card.longest = 0
    with pytest.raises(BenchError):
        Es10(card.transmit, sizes).command(bytes(300))
    assert sizes.now == 255


def test_a_card_error_is_no_wrong_length() -> None:
    card = Blocks(0, lambda: b"\x6a\x80")
    with pytest.raises(CardError):
        Es10(card.transmit, BlockSize()).command(bytes(300))
    assert card.seen == [255]


@pytest.fixture
def desk() -> Iterator[Desk]:
    clock = Clock(rate=0)
    yield Desk(clock)
    clock.close()


def test_reports_go_in_order_and_leave_the_card_when_taken(desk: Desk) -> None:
    numbers = [desk.card.add_notification(ADDRESS, operation) for operation in (m.Operation.ENABLE, m.Operation.DELETE)]
    with desk.conversation() as es10:
        delivery = send_all(es10, desk.es9)
    assert delivery.sent == tuple(numbers) == (0, 1)
    sent = [m.OtherSignedNotification.from_bytes(raw).metadata.sequence for raw in desk.server.reported]
    assert sent == [0, 1]
    assert desk.card.pending == {}


def test_one_server_that_is_away_keeps_its_reports_in_order_and_no_others(desk: Desk) -> None:
    for address in ("a.example", "b.example", "a.example", "b.example"):
        desk.card.add_notification(address)
    desk.server.offline.add("a.example")
    with desk.conversation() as es10:
        delivery = send_all(es10, desk.es9)
    assert delivery.sent == (1, 3)
    assert delivery.kept == ((0, "smdp.unreachable"), (2, "smdp.unreachable"))
    assert desk.server.calls.count("handleNotification") == 3  # the second one for a.example was not tried
    desk.server.offline.clear()
    with desk.conversation() as es10:
        assert send_all(es10, desk.es9).sent == (0, 2)
    assert desk.card.pending == {}


# TLS


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """A certificate that is its own issuer, for `name`; it and its key as PEM files."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = Clock().now()
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / f"{name}.pem", folder / f"{name}.key"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return paths


class Echo(http.server.BaseHTTPRequestHandler):
    """Answers 418 with what it was asked, and notes the connection."""

    protocol_version = "HTTP/1.1"
    connections: ClassVar[set[int]] = set()

    def do_POST(self) -> None:
        self.connections.add(self.client_address[1])
        body = self.rfile.read(int(self.headers["Content-Length"]))
        answer = f"{self.path} {self.headers['Host']} {self.headers['X-Admin-Protocol']} ".encode() + body
        self.send_response(418)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)
        self.close_connection = self.path == "/rude"

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    folder = tmp_path_factory.mktemp("tls")
    chain, key = certificate(folder, ADDRESS)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    running.socket = context.wrap_socket(running.socket, server_side=True)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield running.server_address[1], chain
    running.shutdown()
    thread.join()
    running.server_close()


@pytest.fixture
def reach(server: tuple[int, Path]) -> Iterator[Any]:
    made: list[HttpsTransport] = []
    clock, faults = Clock(rate=0), Faults()

    def reach(context: ssl.SSLContext | None = None, port: int = server[0]) -> HttpsTransport:
        transport = HttpsTransport(
            clock=clock, faults=faults, context=context or tls_context(server[1]), connect_to=("127.0.0.1", port)
        )
        made.append(transport)
        return transport

    reach.faults = faults  # type: ignore[attr-defined]
    yield reach
    for transport in made:
        transport.rest()
    clock.close()


def test_the_name_is_the_servers_wherever_it_is_reached(reach: Any) -> None:
    transport = reach()
    Echo.connections.clear()
    for _ in range(2):
        answer = transport.post(ADDRESS, "/gsma/x", b"{}")
        assert answer.status == 418
        assert answer.body == f"/gsma/x {ADDRESS} gsma/rsp/v2.2.2 {{}}".encode()
    assert len(Echo.connections) == 1
    transport.rest()
    transport.post(ADDRESS, "/gsma/x", b"{}")
    assert len(Echo.connections) == 2


def test_a_server_that_closes_connections_without_a_word(reach: Any) -> None:
    transport = reach()
    for _ in range(3):
        assert transport.post(ADDRESS, "/rude", b"{}").status == 418


def test_who_is_not_trusted_is_not_asked(
    reach: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: Any
) -> None:
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, str(server[1]))
    for context in (tls_context(), tls_context(certificate(tmp_path, ADDRESS)[0])):
        with pytest.raises(BenchError) as told:
            reach(context).post(ADDRESS, "/", b"{}")
        assert told.value.code == "smdp.certificate"
    with pytest.raises(BenchError) as told:
        reach().post("other.example.com", "/", b"{}")  # trusted, but for another name
    assert told.value.code == "smdp.certificate"


def test_the_lab_switch_shouts(reach: Any, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        context = tls_context(insecure=True)
    assert "NOT CHECKED" in caplog.text
    assert reach(context).post("other.example.com", "/", b"{}").status == 418


def test_nobody_there(reach: Any, unused: int) -> None:
    with pytest.raises(BenchError) as told:
        reach(port=unused).post(ADDRESS, "/", b"{}")
    assert told.value.code == "smdp.unreachable"
    clock = Clock(rate=0)
    with pytest.raises(BenchError) as told:
        HttpsTransport(clock=clock, faults=Faults(), context=tls_context()).post(ADDRESS, "/", b"{}")
    assert told.value.code == "smdp.unreachable"
    clock.close()


@pytest.fixture
def unused() -> int:
    with http.server.HTTPServer(("127.0.0.1", 0), Echo) as taken:
        return int(taken.server_address[1])


def test_a_ca_file_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "ca").write_text("nothing")
    for path in (tmp_path / "ca", tmp_path / "missing"):
        with pytest.raises(BenchError) as told:
            tls_context(path)
        assert told.value.code == "smdp.ca_unusable"


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("unreachable", "smdp.unreachable"),
        ("reset", "smdp.unreachable"),
        ("timeout", "smdp.timeout"),
        ("lost", "smdp.timeout"),
    ],
)
def test_faults_on_demand(reach: Any, kind: str, code: str) -> None:
    transport = reach()
    assert set(reach.faults.ports()[PORT]) == set(KINDS)
    reach.faults.set(PORT, kind, count=1, match="authenticateClient")
    assert transport.post(ADDRESS, "/es9plus/initiateAuthentication", b"{}").status == 418
    with pytest.raises(BenchError) as told:
        transport.post(ADDRESS, "/es9plus/authenticateClient", b"{}")
    assert told.value.code == code
    assert transport.post(ADDRESS, "/es9plus/authenticateClient", b"{}").status == 418


def test_faults_that_answer(reach: Any) -> None:
    transport = reach()
    reach.faults.set(PORT, "broken", count=1)
    assert transport.post(ADDRESS, "/", b"{}").status == 500
    reach.faults.set(PORT, "not_json", count=1)
    assert b"<html>" in transport.post(ADDRESS, "/", b"{}").body
