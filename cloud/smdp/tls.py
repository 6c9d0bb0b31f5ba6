"""HTTPS for the SM-DP+ with its DPtls certificate; operators show a certificate of the same CI to use ES2+."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Any

from cheroot.makefile import StreamReader, StreamWriter
from cheroot.ssl import Adapter
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

SOCKET = "onebench.tls_socket"
"""Where the connection is in a request's environment, to be asked for the sender's certificate."""


def server_context(credential: Path, ci: x509.Certificate) -> ssl.SSLContext:
    """TLS 1.2 or later (SGP.22 §2.6.6); a client certificate is asked for, and must be the CI's if there is one."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(credential)
    context.load_verify_locations(cadata=ci.public_bytes(Encoding.PEM).decode())
    context.verify_mode = ssl.CERT_OPTIONAL
    return context


def has_client_certificate(environ: dict[str, Any]) -> bool:
    """Whether the sender has proved itself with a certificate of the CI."""
    found = environ.get(SOCKET)
    return isinstance(found, ssl.SSLSocket) and bool(found.getpeercert(binary_form=True))


class TlsAdapter(Adapter):
    """Shakes hands on the worker's thread, so that a silent client holds up nobody else."""

    def __init__(self, context: ssl.SSLContext) -> None:
        super().__init__("", "")
        self.context = context

    def bind(self, sock: Any) -> Any:
        """The listening socket stays plain."""
        return sock

    def wrap(self, sock: Any) -> tuple[ssl.SSLSocket, dict[str, Any]]:
        """The connection, not yet shaken hands, and what each of its requests is told."""
        wrapped = self.context.wrap_socket(sock, server_side=True, do_handshake_on_connect=False)
        return wrapped, self.get_environ(wrapped)

    def get_environ(self, sock: Any = None) -> dict[str, Any]:
        """Entries of a request's environment."""
        return {"wsgi.url_scheme": "https", "HTTPS": "on", SOCKET: sock}

    def makefile(self, sock: Any, mode: str = "r", bufsize: int = -1) -> Any:
        """Buffered reading and writing."""
        return (StreamReader if "r" in mode else StreamWriter)(sock, mode, bufsize)
