"""Which of the two languages a person gets: what was said last on this browser, else what the browser asks for."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from flask import request, session

LANGUAGES = ("ja", "en")
DEFAULT_LANGUAGE = "en"
SESSION_KEY = "language"


def wanted_language() -> str:
    """`?lang=` or OIDC's `ui_locales` now, else the browser's last choice, else Accept-Language, else English."""
    return language_in_address() or _remembered() or _accepted()


def language_in_address() -> str | None:
    """The first known language that the address itself asks for (OIDC Core §3.1.2.1: in order of preference)."""
    for text in [request.args.get("lang", ""), *request.args.get("ui_locales", "").split()]:
        language = text.lower().partition("-")[0]
        if language in LANGUAGES:
            return language
    return None


def remember_language() -> None:
    """What the address asks for stays the visitor's language; to be called before each request."""
    language = language_in_address()
    if language and request.method == "GET" and session.get(SESSION_KEY) != language:
        session[SESSION_KEY] = language


def language_links() -> list[dict[str, str]]:
    """This page in each language: `{code, name, address}`."""
    names = {"ja": "日本語", "en": "English"}
    return [{"code": code, "name": names[code], "address": _in_language(code)} for code in LANGUAGES]


def _in_language(language: str) -> str:
    kept = [(key, value) for key, value in parse_qsl(request.query_string.decode("utf-8", "replace")) if key != "lang"]
    return f"{request.path}?{urlencode([*kept, ('lang', language)])}"


def _remembered() -> str | None:
    language = session.get(SESSION_KEY)
    return language if language in LANGUAGES else None


def _accepted() -> str:
    return request.accept_languages.best_match(LANGUAGES, DEFAULT_LANGUAGE) or DEFAULT_LANGUAGE
