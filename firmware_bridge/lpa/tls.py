"""Whom to trust, and a connection whose name and place are two things."""

from __future__ import annotations

import http.client
import logging
import socket
import ssl
from pathlib import Path

from core.errors import BenchError


def tls_context(
    ca_file: Path | None = None, *, also_trust: Path | None = None, insecure: bool = False
) -> ssl.SSLContext:
    """Trust `ca_file` alone, else the system's issuers and `also_trust`; nobody is checked when `insecure`.

    Environment variables of other programs (`REQUESTS_CA_BUNDLE`, `CURL_CA_BUNDLE`) change nothing here.
    Raises `smdp.ca_unusable`.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2  # SGP.22 §2.6.6
    if insecure:
        logging.getLogger(__name__).warning(
            "TLS CERTIFICATES ARE NOT CHECKED: anybody can pretend to be the SM-DP+. Only for a lab."
        )
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context
    try:
        if ca_file is not None:
            context.load_verify_locations(cafile=ca_file)
        else:
            context.load_default_certs()
            if also_trust is not None and also_trust.exists():
                context.load_verify_locations(cafile=also_trust)
    except (OSError, ssl.SSLError) as error:
        raise BenchError("smdp.ca_unusable", path=str(ca_file or also_trust), reason=str(error)) from error
    return context


class TlsConnection(http.client.HTTPSConnection):
    """The server's name in TLS (SNI) and in `Host`, but a place of our own to connect to."""

    def __init__(self, host: str, place: tuple[str, int], context: ssl.SSLContext, timeout: float) -> None:
        super().__init__(host, timeout=timeout, context=context)
        self._place = place
        self._tls = context

    def connect(self) -> None:
        """Open the connection to the place, speaking to `host`."""
        plain = socket.create_connection(self._place, self.timeout)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise
