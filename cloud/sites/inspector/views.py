"""`/bench` for people, `/bench.json` for scripts; for this machine only."""

from __future__ import annotations

import ipaddress
from pathlib import Path

from flask import Blueprint, Response, abort, jsonify, make_response, render_template, request

from cloud.sites.inspector.event_tree import Twig, tree
from cloud.sites.inspector.place import place
from cloud.sites.inspector.tables import Table
from core.local_time import LOCAL_TIME

_HERE = Path(__file__).resolve().parent
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]", "::1")
EVENTS = 300
MOST_EVENTS = 5000

blueprint = Blueprint(
    "inspector",
    __name__,
    template_folder=str(_HERE / "templates"),
    static_folder=str(_HERE / "static"),
    static_url_path="/bench/static",
)


@blueprint.before_request
def _this_machine_only() -> None:
    """By address and by name, and never through a proxy: what a page knows is for who sits here."""
    try:
        is_here = ipaddress.ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        is_here = False
    host = request.host.rsplit(":", 1)[0] if not request.host.endswith("]") else request.host
    forwarded = any(name in request.headers for name in ("X-Forwarded-For", "Forwarded", "X-Real-Ip"))
    if not is_here or forwarded or host not in _LOCAL_NAMES:
        abort(404)


@blueprint.get("/bench")
def page() -> Response:
    """All tables and the last events; `q` keeps only rows and events with this text, `actor` one actor's events."""
    asked = request.args.get("q", "").strip()[:100]
    template = "inspector/tables.html" if request.args.get("part") == "tables" else "inspector/bench.html"
    response = make_response(
        render_template(
            template,
            place=place(),
            now=place().clock.now().astimezone(LOCAL_TIME),
            tables=[_only(one, asked) for one in place().all_tables()],
            twigs=_twigs(asked),
            actors=sorted({event.actor for event in place().events.recent()}),
            q=asked,
            actor=request.args.get("actor", ""),
        )
    )
    response.headers["Content-Security-Policy"] = _POLICY
    return response


@blueprint.get("/bench.json")
def for_scripts() -> Response:
    """The same as JSON: `{server, time, tables: {id: rows}, events}`."""
    asked = request.args.get("q", "").strip()[:100]
    return jsonify(
        server=place().name,
        time=place().clock.now().isoformat(timespec="milliseconds"),
        tables={one.id: one.to_json()["rows"] for one in (_only(found, asked) for found in place().all_tables())},
        events=[
            {"id": twig.id, "cause": twig.cause, "depth": twig.depth, "time": twig.time, "actor": twig.actor}
            | {"kind": twig.kind, "data": twig.data}
            for twig in _twigs(asked)
        ],
    )


def _only(one: Table, asked: str) -> Table:
    if not asked:
        return one
    rows = tuple(row for row in one.rows if any(asked.lower() in value.lower() for value in row))
    return Table(one.id, one.title, one.columns, rows, one.raw, one.cut)


def _twigs(asked: str) -> list[Twig]:
    """The tree of the last events; with a text, the beginnings in whose branch it occurs."""
    count = min(request.args.get("events", EVENTS, type=int) or EVENTS, MOST_EVENTS)
    actor = request.args.get("actor", "")
    events = place().events.recent(actor or None)
    twigs = tree(events[-(MOST_EVENTS if asked else count) :])
    if not asked:
        return twigs
    branches: list[list[Twig]] = []
    for twig in twigs:
        if twig.depth == 0:
            branches.append([])
        branches[-1].append(twig)
    found = [branch for branch in branches if any(_holds(twig, asked) for twig in branch)]
    return [twig for branch in found for twig in branch][:count]


def _holds(twig: Twig, asked: str) -> bool:
    return asked.lower() in f"{twig.id} {twig.actor} {twig.kind} {twig.data}".lower()
