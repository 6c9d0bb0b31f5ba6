"""Which of the two languages a person gets: what was said last on this browser, else what the browser asks for."""

from __future__ import annotations

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


def _remembered() -> str | None:
    language = session.get(SESSION_KEY)
    return language if language in LANGUAGES else None


def _accepted() -> str:
    return request.accept_languages.best_match(LANGUAGES, DEFAULT_LANGUAGE) or DEFAULT_LANGUAGE
