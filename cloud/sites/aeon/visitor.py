"""What the browser of a visitor remembers: the notices agreed to, a registration on its way, a log-in.

The cookie has the secrets of registration and log-in only; what was typed stays on the server.
"""

from __future__ import annotations

from typing import Any

from flask import Response, g, redirect, session, url_for

from cloud.points.aeon.payment_services import PaymentService
from cloud.points.services import points_services
from cloud.web.language import SESSION_KEY, language_links, wanted_language

_SECRET = "sid"  # noqa: S105 - the name of the entry, not its content
_REGISTRATION = "registration"
_AGREED = "agreed"
_FORM = "csrf_token"


def go(endpoint: str, **values: Any) -> Response:
    """Lead to a page of this site, so that back and reload are harmless."""
    return redirect(url_for(f"aeon.{endpoint}", **values), 303)  # type: ignore[return-value]


def has_agreed() -> bool:
    """True once the notices were ticked in this browser (AEON-03)."""
    return bool(session.get(_AGREED))


def agree() -> None:
    """The notices were ticked."""
    session[_AGREED] = True
    session.permanent = True


def registration_secret() -> str:
    """The secret of the registration on its way; "" without one."""
    return str(session.get(_REGISTRATION, ""))


def keep_registration(secret: str) -> None:
    """A registration has begun."""
    session[_REGISTRATION] = secret


def shown_service() -> PaymentService | None:
    """What the logged-in visitor was issued, looked up once; None without a log-in."""
    if "service" not in g:
        g.service = points_services().bank.of_session(session.get(_SECRET))
    found: PaymentService | None = g.service
    return found


def was_logged_in() -> bool:
    """True for a browser whose log-in may have ended by itself."""
    return bool(session.get(_SECRET))


def begin_log_in(secret: str, *, same_person: bool = False) -> None:
    """Log the visitor in. Nothing else stays but the language, so that no session can be planted; of the `same_person`,
    who goes on after the registration, a form that is sent twice stays good.
    """
    form = session.get(_FORM) if same_person else None
    end_log_in()
    session[_SECRET] = secret
    if form:
        session[_FORM] = form
    session.permanent = True


def end_log_in() -> None:
    """Log out."""
    points_services().bank.end_session(session.get(_SECRET))
    language = session.get(SESSION_KEY)
    session.clear()
    if language:
        session[SESSION_KEY] = language
    g.pop("service", None)


def page_context() -> dict[str, Any]:
    """What every page shows."""
    return {"language": wanted_language(), "language_links": language_links(), "service": g.get("service")}
