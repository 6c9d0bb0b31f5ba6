"""Who is looking at a page: their sign-in, their language, and where they were going."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import Response, g, redirect, request, session, url_for

from cloud.identity.accounts import Person
from cloud.identity.rules.local_path import local_path
from cloud.identity.web_sessions import SignIn
from cloud.services import services
from cloud.sites.brand import SESSION_KEY as BRAND_KEY
from cloud.sites.brand import present_brand, present_pages
from cloud.web.destination import destination
from cloud.web.language import SESSION_KEY, language_in_address, wanted_language

_SECRET = "sid"  # noqa: S105 - the name of the entry, not its content


def present_sign_in() -> SignIn | None:
    """The visitor's sign-in, looked up once a request."""
    if "sign_in" not in g:
        g.sign_in = services().web_sessions.find(session.get(_SECRET))
    found: SignIn | None = g.sign_in
    return found


def begin_sign_in(person: Person) -> None:
    """Sign the visitor in. Everything the cookie held before is dropped, so that no session can be planted."""
    end_sign_in()
    session[_SECRET] = services().web_sessions.begin(person)
    session.permanent = True


def end_sign_in() -> None:
    """Forget the visitor but for the language and the brand."""
    services().web_sessions.end(session.get(_SECRET))
    kept = {name: session[name] for name in (SESSION_KEY, BRAND_KEY) if name in session}
    session.clear()
    session.update(kept)
    g.pop("sign_in", None)


def go_on(fallback: str = "account.show") -> Response:
    """Send the visitor to where they were going."""
    return redirect(destination() or url_for(fallback), 303)  # type: ignore[return-value]


def ask_to_sign_in(back: str | None = None, **more: Any) -> Response:
    """Send the visitor to the log-in page, and back here afterwards."""
    target = back or local_path(request.full_path.rstrip("?")) or "/"
    return redirect(url_for("sign_in.show", next=target, **more), 302)  # type: ignore[return-value]


def remember_language() -> None:
    """What the address asks for stays the visitor's language."""
    language = language_in_address()
    if language and request.method == "GET" and session.get(SESSION_KEY) != language:
        session[SESSION_KEY] = language


def page_context() -> dict[str, Any]:
    """What every page shows."""
    language = wanted_language()
    return {
        "brand": present_brand(),
        "pages": present_pages(),
        "language": language,
        "sign_in": present_sign_in(),
        "purpose": purpose(),
        "language_links": [
            {"code": "ja", "name": "日本語", "address": _in_language("ja")},
            {"code": "en", "name": "English", "address": _in_language("en")},
        ],
    }


def purpose() -> str:
    """Why the visitor is asked to sign in: `car`, `app` or "" (to see their account)."""
    path = urlsplit(destination() or request.path).path
    return {"/device": "car", "/oauth/authorize": "app"}.get(path, "")


def _in_language(language: str) -> str:
    kept = [(key, value) for key, value in parse_qsl(request.query_string.decode("utf-8", "replace")) if key != "lang"]
    if request.method == "POST" and (goal := destination()) and "next" not in dict(kept):
        kept.append(("next", goal))
    return f"{request.path}?{urlencode([*kept, ('lang', language)])}"
