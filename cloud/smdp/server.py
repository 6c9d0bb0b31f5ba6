"""The SM-DP+ as one HTTPS server on a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cloud.listening import ListeningSocket, make_server, serve
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness
from core.rsp.activation_code import ActivationCode

if TYPE_CHECKING:
    from cheroot.wsgi import Server

    from cloud.smdp.context import SmdpContext
    from cloud.smdp.operator_report import OperatorReport

ADDRESS = "smdp.bench.example"
"""The server's name in certificates and activation codes (RFC 2606); clients are told host and port apart."""


@dataclass(frozen=True)
class Offer:
    """A profile that waits to be downloaded. `confirmation_code` only in the demonstration, "" when none is needed."""

    iccid: str
    name: str
    code: ActivationCode
    confirmation_code: str = ""


class SmdpServer:
    """Start, connect to `address`, stop. With `port=0` it keeps the port of its last run.

    `folder` holds its stock and its own keys, `pki_folder` the bench's CI, shared with the card.
    """

    def __init__(
        self,
        *,
        folder: Path,
        pki_folder: Path,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        randomness: Randomness,
        host: str = "127.0.0.1",
        port: int = 0,
        smdp_address: str = ADDRESS,
        demo: bool = True,
        on_progress: Callable[[dict[str, Any]], None] | None = None,
    ) -> None:
        self.smdp_address = smdp_address
        self._folder = folder
        self._pki_folder = pki_folder
        self._clock = clock
        self._events = events
        self._faults = faults
        self._randomness = randomness
        self._host = host
        self._port = port
        self._demo = demo
        self._on_progress = on_progress
        self._report: OperatorReport | None = None
        self._server: Server | None = None
        self._thread: threading.Thread | None = None
        self._context: SmdpContext | None = None
        self.address: tuple[str, int] = ("", 0)
        """Host and port where it really listens."""
        self.offers: list[Offer] = []
        """The demonstration's profiles that can be downloaded."""
        faults.declare("smdp.server", ("down", "slow", "refuse"))

    @property
    def context(self) -> SmdpContext:
        """What the running server works with, for the operator's side in the same process and for tests."""
        assert self._context is not None, "start() first"
        return self._context

    @property
    def ca_file(self) -> Path:
        """The CA bundle that clients trust it with."""
        from core.rsp.pki import CI_CERTIFICATE

        return self._pki_folder / CI_CERTIFICATE

    def start(self) -> tuple[str, int]:
        """Serve; host and port when requests are answered. Raises `port.in_use` and the errors of the storage."""
        from cloud.smdp.context import SmdpContext, own_certificates
        from cloud.smdp.demo import fill_with_demo
        from cloud.smdp.order_book import OrderBook
        from cloud.smdp.tls import TlsAdapter, has_client_certificate, server_context
        from cloud.smdp.wsgi import LONGEST_BODY, SmdpApp
        from core.rsp.pki import load_or_make_ci

        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        issuer = load_or_make_ci(self._pki_folder, randomness=self._randomness, clock=self._clock)
        book = OrderBook(self._folder)
        self._context = SmdpContext(
            address=self.smdp_address,
            certificates=own_certificates(self._folder, issuer, self.smdp_address),
            book=book,
            clock=self._clock,
            events=self._events,
            randomness=self._randomness,
            on_progress=self._progress,
        )
        if book.kept_aside is not None:
            self._context.emit("storage.damaged", kept_aside=str(book.kept_aside))
        if self._demo:
            self.offers = fill_with_demo(self._context)
        tls = TlsAdapter(server_context(self._folder / f"dptls-{self.smdp_address}.pem", issuer.certificate))
        listener = ListeningSocket(self._folder, self._events, "smdp").open(self._host, self._port)
        app = SmdpApp(self._context, self._faults, has_client_certificate)
        self._server = make_server(listener, app, "smdp")
        self._server.ssl_adapter = tls
        self._server.max_request_body_size = LONGEST_BODY
        self.address = listener.getsockname()[:2]
        ready = threading.Event()
        self._thread = threading.Thread(target=serve, args=(self._server, ready), name="smdp-server", daemon=True)
        self._thread.start()
        ready.wait()
        self._context.emit("server.started", address=f"{self.address[0]}:{self.address[1]}", name=self.smdp_address)
        return self.address

    def report_to(self, base_url: str) -> None:
        """From now on post download progress (ES2+ HandleDownloadProgressInfo) to the operator there."""
        from cloud.smdp.operator_report import OperatorReport, load_progress_key

        if self._report is not None:
            self._report.close()
        self._report = OperatorReport(base_url, load_progress_key(self._pki_folder, self._randomness))

    def _progress(self, report: dict[str, Any]) -> None:
        for told in (self._on_progress, self._report):
            if told is not None:
                told(report)

    def stop(self) -> None:
        """End all connections; sessions end, orders stay as they are. Without effect when not running."""
        if self._server is None:
            return
        self._server.stop()
        if self._thread is not None:
            self._thread.join(timeout=5)
        self._server = self._thread = None
        self._events.emit("smdp", "server.stopped")
