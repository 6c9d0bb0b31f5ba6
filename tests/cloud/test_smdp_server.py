"""The SM-DP+ on a real socket with TLS: shapes of the answers, ES2+, faults, restarts, silent and wrong clients."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import socket
import ssl
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from smdp_bench import ADDRESS, EID, Card, b64, raw

from cloud.smdp.server import SmdpServer
from cloud.smdp.wsgi import FAULT_KINDS, LONGEST_BODY
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from core.rsp.activation_code import ActivationCode
from core.rsp.certificates import Role
from core.rsp.pki import TestIssuer, load_or_make_ci
from core.rsp.profile_package import read_package

Make = Callable[..., SmdpServer]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    servers: list[SmdpServer] = []

    def one(**more: Any) -> SmdpServer:
        clock = Clock()
        handed: dict[str, Any] = {
            "folder": tmp_path / "smdp",
            "pki_folder": tmp_path / "pki",
            "clock": clock,
            "events": EventLog(clock),
            "faults": Faults(),
            "randomness": SystemRandomness(),
            **more,
        }
        server = SmdpServer(**handed)
        servers.append(server)
        server.events, server.faults = handed["events"], handed["faults"]  # type: ignore[attr-defined]
        server.start()
        return server

    yield one
    for server in servers:
        server.stop()


class Client:
    """HTTPS by the server's name to where it really listens, as an LPA or an operator does it."""

    def __init__(self, server: SmdpServer, certificate: Path | None = None) -> None:
        context = ssl.create_default_context(cafile=server.ca_file)
        if certificate is not None:
            context.load_cert_chain(certificate)
        plain = socket.create_connection(server.address, timeout=10)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._web = http.client.HTTPConnection(ADDRESS, timeout=10)
        self._web.sock = context.wrap_socket(plain, server_hostname=server.smdp_address)

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self._web.close()

    def post(self, path: str, body: Any, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
        sent = {"X-Admin-Protocol": "gsma/rsp/v2.2.2", "Content-Type": "application/json", **headers}
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self._web.request("POST", f"/gsma/rsp2/{path}", data, sent)
        answer = self._web.getresponse()
        return answer, answer.read()

    def es9(self, name: str, body: Any) -> dict[str, Any]:
        answer, data = self.post(f"es9plus/{name}", body)
        assert (answer.status, answer.headers["X-Admin-Protocol"]) == (200, "gsma/rsp/v2.1.0")
        assert answer.headers["Content-Type"] == "application/json;charset=UTF-8"
        return json.loads(data)

    def es2(self, name: str, **body: Any) -> dict[str, Any]:
        header = {"functionRequesterIdentifier": "2.999.20", "functionCallIdentifier": "call-1"}
        return json.loads(self.post(f"es2plus/{name}", {"header": header, **body})[1])


def status(answer: dict[str, Any]) -> str:
    found = answer["header"]["functionExecutionStatus"]
    data = found.get("statusCodeData")
    return f"{data['subjectCode']}/{data['reasonCode']}" if data else found["status"]


def issuer(server: SmdpServer) -> TestIssuer:
    return load_or_make_ci(server.ca_file.parent, randomness=SystemRandomness(), clock=Clock())


def first_body(card: Card) -> dict[str, str]:
    return {"smdpAddress": ADDRESS, "euiccChallenge": b64(bytes(16)), "euiccInfo1": b64(card.info1())}


def download(client: Client, card: Card, matching_id: str, code: str | None = None) -> tuple[str, bytes]:
    first = client.es9("initiateAuthentication", first_body(card))
    second = client.es9("authenticateClient", card.authenticate(first, matching_id))
    third = client.es9("getBoundProfilePackage", card.prepare(second, code))
    assert status(third) == "Executed-Success"
    return first["transactionId"], card.open_package(raw(third["boundProfilePackage"]))[1]


def operator(server: SmdpServer, tmp_path: Path) -> Path:
    from core.rsp.pki import load_or_issue

    path = tmp_path / "operator.pem"
    ci = issuer(server)
    load_or_issue(path, ci.certificate, lambda: ci.issue_server(Role.DP_TLS, "operator.bench.example", "2.999.20"))
    return path


def test_the_demonstrations_profiles_can_be_downloaded_with_their_codes(make: Make) -> None:
    server = make()
    assert [str(offer.code) for offer in server.offers] == [
        "LPA:1$smdp.bench.example$BENCH-HANA-0001",
        "LPA:1$smdp.bench.example$BENCH-KEN-0002",
        "LPA:1$smdp.bench.example$BENCH-CODE-0003$2.999.10$1",
    ]
    card = Card.make(issuer(server))
    with Client(server) as client:
        for offer in server.offers:
            code = ActivationCode.parse(str(offer.code))
            assert code.smdp_address == server.smdp_address
            tid, package = download(client, card, code.matching_id, offer.confirmation_code or None)
            assert read_package(package).iccid == offer.iccid
            answer, data = client.post("es9plus/handleNotification", card.result(tid))
            assert (answer.status, data) == (204, b"")


def test_files_are_the_owners_alone(make: Make, tmp_path: Path) -> None:
    make()
    for path in (*(tmp_path / "smdp").iterdir(), *(tmp_path / "pki").iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_wrong_requests_get_an_answer_that_says_so(make: Make) -> None:
    server = make()
    body = first_body(Card.make(issuer(server)))
    with Client(server) as client:
        assert status(client.es9("initiateAuthentication", {**body, "smdpAddress": "x"})) == "8.8.1/3.8"
        assert status(client.es9("initiateAuthentication", {"smdpAddress": ADDRESS})) == "1.6/2.2"
        assert status(client.es9("nothingLikeThis", {})) == "1.6/3.9"
        for wrong in (b"", b"{", b"[]", b"\xff", b"[" * 10_000):
            assert status(client.es9("initiateAuthentication", wrong)) == "1.6/2.1"
        answer, data = client.post("es9plus/initiateAuthentication", body, **{"X-Admin-Protocol": "gsma/rsp/v9.0.0"})
        assert (answer.status, status(json.loads(data))) == (200, "1.3.2/3.1")
        assert client.post("es9plus/../x", body)[0].status == 404
        assert client.post("es9plus/handleNotification", {"pendingNotification": "AAAA"})[0].status == 204


def test_bodies_that_are_too_long_are_not_read(make: Make) -> None:
    server = make()
    # A line that is closed in the middle of the body is not reading it, too.
    with Client(server) as client, contextlib.suppress(OSError):
        assert client.post("es9plus/initiateAuthentication", bytes(LONGEST_BODY + 1))[0].status == 413
    with Client(server) as client:
        assert client.post("es9plus/handleNotification", {"pendingNotification": "AAAA"})[0].status == 204


def test_only_an_operator_may_order(make: Make, tmp_path: Path) -> None:
    server = make()
    with Client(server) as client:
        answer, data = client.post("es2plus/downloadOrder", {"profileType": "onebench-demo"})
        assert (answer.status, status(json.loads(data))) == (403, "1.1/1.2")
    foreign = load_or_make_ci(tmp_path / "foreign", randomness=SystemRandomness(), clock=Clock())
    from core.rsp.pki import load_or_issue

    path = tmp_path / "foreign.pem"
    load_or_issue(path, foreign.certificate, lambda: foreign.issue_server(Role.DP_TLS, "operator.bench.example"))
    with pytest.raises((ssl.SSLError, OSError, http.client.HTTPException)), Client(server, path) as client:
        client.es2("downloadOrder", profileType="onebench-demo")


def test_an_operator_orders_confirms_releases_and_cancels(make: Make, tmp_path: Path) -> None:
    reports: list[dict[str, Any]] = []
    server = make(demo=False, on_progress=reports.append)
    from cloud.smdp.profiles import new_profile

    iccids = ["8981000000000000110", "8981000000000000128"]
    for number, iccid in enumerate(iccids):
        spec = new_profile(
            SystemRandomness(), iccid=iccid, imsi=f"00101000000010{number}", msisdn="", provider="P", name="N"
        )
        server.context.book.add(spec, "gold")
    with pytest.raises(BenchError, match=r"smdp\.iccid_taken"):
        server.context.book.add(spec, "gold")
    with Client(server, operator(server, tmp_path)) as client:
        assert status(client.es2("downloadOrder")) == "1.6/2.2"
        assert status(client.es2("downloadOrder", profileType="iron")) == "8.2.5/3.9"
        assert status(client.es2("downloadOrder", iccid="8981000000000009999")) == "8.2.1/3.9"
        assert status(client.es2("downloadOrder", iccid=iccids[0], profileType="iron")) == "8.2.5/3.8"
        assert status(client.es2("downloadOrder", iccid="12")) == "1.6/2.1"
        assert status(client.es2("downloadOrder", iccid=iccids[0], eid="12")) == "1.6/2.1"
        assert client.es2("downloadOrder", profileType="gold", eid=EID)["iccid"] == iccids[0]
        assert status(client.es2("downloadOrder", iccid=iccids[0])) == "8.2.1/3.3"
        assert client.es2("downloadOrder", iccid=f"{iccids[1]}F")["iccid"] == iccids[1]
        assert status(client.es2("downloadOrder", profileType="gold")) == "8.2.5/3.7"

        assert status(client.es2("releaseProfile", iccid=iccids[0])) == "8.2.1/3.3"
        assert status(client.es2("confirmOrder", iccid=iccids[0])) == "1.6/2.2"
        assert status(client.es2("confirmOrder", iccid=iccids[0], releaseFlag=False, eid="1" * 32)) == "8.1.1/3.10"
        assert status(client.es2("confirmOrder", iccid=iccids[0], releaseFlag=False, matchingId="a$b")) == "1.6/2.1"
        assert status(client.es2("confirmOrder", iccid=iccids[0], releaseFlag=False, smdpAddress="x")) == "8.8.1/3.8"
        confirmed = client.es2("confirmOrder", iccid=iccids[0], releaseFlag=False)
        assert (confirmed["eid"], confirmed["smdpAddress"]) == (EID, ADDRESS)
        mid = confirmed["matchingId"]
        assert len(mid) == 23
        assert status(client.es2("confirmOrder", iccid=iccids[1], releaseFlag=True, matchingId=mid)) == "8.2.6/3.3"

        card = Card.make(issuer(server))
        first = client.es9("initiateAuthentication", first_body(card))
        assert status(client.es9("authenticateClient", card.authenticate(first, mid))) == "8.2/1.2"
        assert status(client.es2("releaseProfile", iccid=iccids[0])) == "Executed-Success"
        download(client, card, mid)
        assert [report["notificationPointId"] for report in reports] == [1, 1, 3]
        assert reports[0]["notificationPointStatus"]["statusCodeData"]["reasonCode"] == "1.2"

        ask = {"iccid": iccids[1], "finalProfileStatusIndicator": "Available"}
        assert status(client.es2("cancelOrder", **{**ask, "finalProfileStatusIndicator": "Gone"})) == "1.6/2.1"
        assert status(client.es2("cancelOrder", **ask, matchingId="x")) == "8.2.6/3.10"
        assert status(client.es2("cancelOrder", **ask, eid=EID)) == "8.1.1/3.10"
        assert status(client.es2("cancelOrder", **ask)) == "Executed-Success"
        assert client.es2("downloadOrder", profileType="gold")["iccid"] == iccids[1]
        assert status(client.es2("cancelOrder", **{**ask, "iccid": iccids[0]})) == "8.2.1/3.3"
        assert status(client.es2("cancelOrder", **{**ask, "finalProfileStatusIndicator": "Unavailable"})) == (
            "Executed-Success"
        )
        assert status(client.es2("downloadOrder", iccid=iccids[1])) == "8.2.1/3.3"


def test_faults_on_demand(make: Make) -> None:
    server = make()
    card, faults = Card.make(issuer(server)), server.faults  # type: ignore[attr-defined]
    assert set(FAULT_KINDS) <= set(faults.ports()["smdp.server"])
    with Client(server) as client:
        faults.set("smdp.server", "down", count=1)
        assert client.post("es9plus/initiateAuthentication", first_body(card))[0].status == 503
        faults.set("smdp.server", "slow", count=1, delay=0.05)
        assert status(client.es9("initiateAuthentication", first_body(card))) == "Executed-Success"
        for kind, code in {"refuse": "8.2/3.7", "order_expired": "8.8.5/4.10", "card_full": "8.1/4.8"}.items():
            faults.set("smdp.server", kind, count=1, match="authenticateClient")
            first = client.es9("initiateAuthentication", first_body(card))
            assert status(client.es9("authenticateClient", card.authenticate(first, "BENCH-HANA-0001"))) == code


def test_a_restart_keeps_port_orders_and_certificates(make: Make) -> None:
    server = make()
    card, before = Card.make(issuer(server)), server.address
    with Client(server) as client:
        tid, _ = download(client, card, "BENCH-HANA-0001")
    server.stop()
    server.stop()
    assert server.start() == before
    with Client(server) as client:
        assert client.post("es9plus/handleNotification", card.result(tid))[0].status == 204
    assert [offer.code.matching_id for offer in server.offers] == [
        "BENCH-HANA-0001", "BENCH-KEN-0002", "BENCH-CODE-0003",
    ]  # fmt: skip
    server.stop()
    server.start()
    assert len(server.offers) == 2  # the installed one waits no more


def test_silent_and_plain_clients_hold_up_nobody(make: Make) -> None:
    server = make()
    silent = [socket.create_connection(server.address, timeout=5) for _ in range(3)]
    with socket.create_connection(server.address, timeout=5) as plain:
        plain.sendall(b"GET / HTTP/1.1\r\n\r\n")
        with Client(server) as client:
            answer = client.es9("initiateAuthentication", first_body(Card.make(issuer(server))))
            assert status(answer) == "Executed-Success"
    for one in silent:
        one.close()


def test_others_names_are_not_believed(make: Make) -> None:
    server = make()
    context = ssl.create_default_context(cafile=server.ca_file)
    with socket.create_connection(server.address, timeout=5) as plain, pytest.raises(ssl.SSLCertVerificationError):
        context.wrap_socket(plain, server_hostname="other.example")


def test_a_damaged_book_is_kept_aside_and_told(make: Make, tmp_path: Path) -> None:
    (tmp_path / "smdp").mkdir()
    (tmp_path / "smdp" / "orders.json").write_text('{"profiles": [{"order": {}}]}')
    server = make()
    (told,) = server.events.recent("smdp", "storage.damaged")  # type: ignore[attr-defined]
    assert Path(told.data["kept_aside"]).exists()
    assert len(server.offers) == 3


PROGRAM = """
import sys
from pathlib import Path
from cloud.smdp.server import SmdpServer
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
clock = Clock()
folder = Path(sys.argv[1])
server = SmdpServer(folder=folder / "smdp", pki_folder=folder / "pki", clock=clock, events=EventLog(clock),
                    faults=Faults(), randomness=SystemRandomness())
print(server.start()[1], flush=True)
sys.stdin.read()
"""


def test_a_kill_in_the_middle_leaves_the_profile_downloadable(make: Make, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        other = SmdpServer(
            folder=tmp_path / "x", pki_folder=tmp_path / "pki", clock=Clock(), events=EventLog(Clock()),
            faults=Faults(), randomness=SystemRandomness(),
        )  # fmt: skip
        other.address = ("127.0.0.1", port)
        card = Card.make(issuer(other))
        with Client(other) as client:
            download(client, card, "BENCH-HANA-0001")
            os.kill(process.pid, signal.SIGKILL)
        process.wait(timeout=10)
    server = make()
    with Client(server) as client:
        tid, _ = download(client, card, "BENCH-HANA-0001")
        client.post("es9plus/handleNotification", card.result(tid))
    order = server.context.book.get(server.offers[0].iccid)
    assert order is not None
    assert order.state == "installed"
