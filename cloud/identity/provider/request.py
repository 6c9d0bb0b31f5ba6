"""The engine's view of a Flask request, stricter than its own."""

from __future__ import annotations

from typing import Any

from authlib.integrations.flask_oauth2.requests import FlaskOAuth2Payload, FlaskOAuth2Request
from authlib.oauth2.rfc6749 import OAuth2Request
from flask import Request


class _FormPayload(FlaskOAuth2Payload):
    """Parameters of POST come from the body alone: in an address they would land in histories and logs."""

    @property
    def data(self) -> Any:
        return self._request.form if self._request.method == "POST" else self._request.args


class ProviderRequest(FlaskOAuth2Request):
    """Never refuses plain HTTP: a bench on a laboratory's own network has no certificate (RFC 6749 §1.6 differs)."""

    def __init__(self, request: Request) -> None:
        # The engine looks at the address only to demand TLS, so it is shown a loopback one.
        OAuth2Request.__init__(self, method=request.method, uri=f"http://127.0.0.1{request.path}")
        self.headers = request.headers
        self._request = request
        self.payload = _FormPayload(request)
