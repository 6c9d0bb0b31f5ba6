"""How every server of the cloud sets up Flask: cookies, whose name it answers to, how long things are kept."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask

from cloud.context import ServerContext


def configure(
    app: Flask, context: ServerContext, *, cookie: str, key: str, body_most: int, visit_lifetime: float
) -> None:
    """`cookie` begins the name of the session's cookie, `key` signs it; `visit_lifetime` is how long it stays in the
    browser (seconds), `body_most` the longest body of a request (bytes).
    """
    address = urlsplit(context.issuer)
    app.config.update(
        SECRET_KEY=key,
        MAX_CONTENT_LENGTH=body_most,
        # Cookies do not tell ports apart, and several benches may run on one machine.
        SESSION_COOKIE_NAME=f"{cookie}-{address.port or 'web'}",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=address.scheme == "https",
        PERMANENT_SESSION_LIFETIME=visit_lifetime,
        # Against DNS rebinding: a foreign page must not reach this server under a foreign name.
        TRUSTED_HOSTS=sorted({address.hostname or "127.0.0.1", "127.0.0.1", "localhost"}),
        WTF_CSRF_TIME_LIMIT=None,  # the token lives as long as the visit it is bound to
        SEND_FILE_MAX_AGE_DEFAULT=3600,
    )
    app.json.sort_keys = False  # type: ignore[attr-defined]
