"""Who is looking at a page of the operator, by which bearer they came, and where they were going."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Response, g, redirect, request, session, url_for

from cloud.carrier.services import carrier_services
from cloud.identity.rules.local_path import local_path
from cloud.sites.procedure.labels import PRINTED
from cloud.web.language import SESSION_KEY, language_links, wanted_language

PACKET_HEADER = "X-Packet-Session"
"""Stands in for the operator's header enrichment: only a phone on its mobile network sends it."""

_SECRET = "sid"  # noqa: S105 - the name of the entry, not its content
_LINE = "line"
_GOAL = "goal"
_KEPT = ("association", "csrf_token", SESSION_KEY)
"""What outlives a log-in: the car maker's request, the forms in other tabs, the language."""


@dataclass(frozen=True)
class Visit:
    """The visitor. Not `usable` once the log-in has ended by itself: then `msisdn` only says whose data to keep."""

    usable: bool
    msisdn: str | None
    d_id: str | None = None

    @property
    def owner(self) -> str:
        """To whom drafts belong: the line, so that they are there after a new log-in too."""
        return f"line:{self.msisdn}"

    @property
    def shown_number(self) -> str:
        """The number in groups, as it is read."""
        return grouped(self.msisdn or "")


def grouped(msisdn: str) -> str:
    """`09012345678` as `090-1234-5678`."""
    return f"{msisdn[:3]}-{msisdn[3:7]}-{msisdn[7:]}" if len(msisdn) == 11 else msisdn


def present_visit() -> Visit:
    """The visitor of this request, looked up once."""
    if "visit" not in g:
        found = carrier_services().sessions.find(session.get(_SECRET))
        g.visit = Visit(True, found.msisdn, found.d_id) if found else Visit(False, session.get(_LINE))
        if found and found.method == "network_pin" and line_of_bearer() not in (None, found.msisdn):
            g.visit = Visit(False, None)  # another SIM is in this phone now: its line shows who it is first
    visit: Visit = g.visit
    return visit


def begin_visit(*, msisdn: str | None, d_id: str | None, method: str) -> None:
    """Log the visitor in with a new secret. What another person's log-in left in the browser goes."""
    is_same = session.get(_LINE) == msisdn and msisdn is not None
    goal = session.get(_GOAL)
    kept = {name: session[name] for name in _KEPT if name in session and (is_same or name != "csrf_token")}
    carrier_services().sessions.end(session.get(_SECRET))
    session.clear()
    session.update(kept)
    session[_SECRET] = carrier_services().sessions.begin(msisdn=msisdn, d_id=d_id, method=method)
    session[_LINE] = msisdn
    if goal:
        session[_GOAL] = goal
    session.permanent = True
    if msisdn:
        carrier_services().lines.set_language(msisdn, wanted_language())  # of its SMS from now on
    g.pop("visit", None)


def tie_visit(msisdn: str) -> None:
    """The d ACCOUNT of this visit belongs to `msisdn` from now on."""
    carrier_services().sessions.tie(session[_SECRET], msisdn)
    session[_LINE] = msisdn
    g.pop("visit", None)


def end_visit() -> None:
    """Log out: nothing stays but the language."""
    carrier_services().sessions.end(session.get(_SECRET))
    language = session.get(SESSION_KEY)
    session.clear()
    if language:
        session[SESSION_KEY] = language
    g.pop("visit", None)


def line_of_bearer() -> str | None:
    """The line by whose mobile data this request came; None over Wi-Fi and from computers."""
    return carrier_services().context.packet.msisdn_of(request.headers.get(PACKET_HEADER))


def ask_to_log_in(goal: str | None = None) -> Response:
    """Send the visitor to the log-in of their bearer, and to `goal` (or here) afterwards."""
    if goal is None:
        goal = local_path(request.full_path.rstrip("?")) if request.method == "GET" else None
    session[_GOAL] = goal
    notice: dict[str, Any] = {"notice": "expired"} if present_visit().msisdn else {}
    return redirect(url_for("procedure.log_in", **notice), 303)  # type: ignore[return-value]


def set_goal(path: str) -> None:
    """Where the next log-in leads: a path on this server."""
    session[_GOAL] = path


def go_on() -> Response:
    """Send the visitor to where they were going."""
    return redirect(local_path(session.pop(_GOAL, None)) or url_for("procedure.top"), 303)  # type: ignore[return-value]


def page_context() -> dict[str, Any]:
    """What every page of the operator shows."""
    return {
        "language": wanted_language(),
        "visit": g.get("visit"),
        "labels": PRINTED,
        "language_links": language_links(),
    }
