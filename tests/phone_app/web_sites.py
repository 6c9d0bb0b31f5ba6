"""Two small web sites for the phone's browser: the operator's and a stranger's, which keep what they were asked."""

from __future__ import annotations

import contextlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PAGE = """<!doctype html><meta name="viewport" content="width=device-width"><title>%s</title>
<body style="font: 18px sans-serif; margin: 24px">%s"""


class Site:
    """One origin. `pages` maps a path to HTML, to a number (a status) or to an address (a redirection)."""

    def __init__(self, pages: dict[str, Any]) -> None:
        self.pages = pages
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = self.path.partition("?")[0]
                site.asked.append((path, {key.lower(): value for key, value in self.headers.items()}))
                page = site.pages.get(path, 404)
                if isinstance(page, str) and "://" in page[:24]:
                    self.send_response(302)
                    self.send_header("Location", page)
                    self.end_headers()
                    return
                text = PAGE % (path, page)
                self.send_response(page if isinstance(page, int) else 200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Set-Cookie", "seen=1")
                self.end_headers()
                with contextlib.suppress(BrokenPipeError):  # the page was left
                    self.wfile.write(text.encode())

            def log_message(self, *_: Any) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def headers(self, path: str) -> list[dict[str, str]]:
        """The headers of all requests for `path`."""
        return [headers for asked, headers in self.asked if asked == path]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
