"""The PC: what its address bar understands, and its window with a real page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.ui.app import make_application
from core.ui.screen import Screen
from onebench.pc.addresses import completed
from onebench.pc.computer import Computer

SITES = {"portal": "http://127.0.0.1:1/portal"}


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("portal", SITES["portal"]),
        (" http://127.0.0.1:8480/x ", "http://127.0.0.1:8480/x"),
        ("https://bench.example", "https://bench.example"),
        ("127.0.0.1:8480/device", "http://127.0.0.1:8480/device"),
        ("localhost:8480", "http://localhost:8480"),
        ("bench.example", "http://bench.example"),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("mybmw://esim/association", ""),
    ],
)
def test_what_is_typed_becomes_an_address(typed: str, address: str) -> None:
    assert completed(typed, SITES) == address


class Pages(BaseHTTPRequestHandler):
    """Two pages; the second tells the language of the browser."""

    def do_GET(self) -> None:
        language = self.headers.get("Accept-Language", "")
        body = f"<title>Page {self.path}</title><h1>{self.path} {language}</h1><a id=next href=/two>Next</a>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.web_engine
def test_the_browser_of_the_pc(site: str, tmp_path: Path) -> None:
    make_application()
    clock = Clock()
    events = EventLog(clock, tmp_path / "events.jsonl")
    sites = {"landing": f"{site}/one", "bench": "http://127.0.0.1:9/bench"}
    pc = Computer(sites=sites, language="ja", events=events, show=False, motion=False)
    pc.window.show()
    screen = Screen("pc", pc.window)

    def is_at(path: str) -> bool:
        return screen.wait(
            lambda: pc.view_model.page == {"url": site + path, "title": f"Page {path}", "state": "shown"}
        )

    screen.tap("pc.start.landing")
    assert is_at("/one"), pc.view_model.page
    assert any("ja" in label for label in screen.labels())
    screen.tap("pc.web.next")
    assert is_at("/two")
    screen.tap("pc.browser.back")
    assert is_at("/one")
    screen.clear("pc.browser.address")
    screen.type_text("pc.browser.address", f"{site.removeprefix('http://')}/two")
    screen.key("Return")
    assert is_at("/two")
    pc.open_site("bench")  # nobody listens there
    assert screen.wait(lambda: pc.view_model.page["state"] == "failed")
    assert pc.view_model.page["url"] == sites["bench"]
    assert screen.find("pc.browser.retry") is not None
    pc.open_site("landing")
    assert is_at("/one")
    with pytest.raises(BenchError, match=r"site\.unknown"):
        pc.open_site("elsewhere")
    pc.close()
    events.close()
    clock.close()
