"""The drafts of orders: which one a page works on, and whether its line may order this at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Response, abort, redirect, request, url_for

from cloud.carrier.contracts import ContractView
from cloud.carrier.lines import Line
from cloud.carrier.rules.contracts import Item, State
from cloud.carrier.services import carrier_services
from cloud.sites.procedure.set_up import not_tied_page
from cloud.sites.procedure.typed import empty, merged
from cloud.sites.procedure.visitor import Visit, ask_to_log_in, present_visit

KINDS = ("base", "option")
"""The two forms: One Number service (with the option, if one likes), and the option alone."""


def may_order(view: ContractView, kind: str) -> bool:
    """True if the form `kind` is open for this contract: nothing is ordered twice, the option needs the base."""
    if kind == "base":
        return view.state is State.NONE
    return view.state is State.ONE_NUMBER and Item.OPTION not in view.ordered


@dataclass(frozen=True)
class OrderPage:
    """One person's work on one form."""

    kind: str
    visit: Visit
    line: Line
    key: str
    version: int
    data: dict[str, Any]

    def save(self, data: dict[str, Any], *, version: int | None = None) -> int:
        """Keep `data` from now on; the new version.

        Raises `draft.outdated` when `version` is given and another window has changed the draft since.
        """
        drafts = carrier_services().drafts
        return drafts.save(self.visit.owner, draft_kind(self.kind), data, version=version).version


def draft_kind(kind: str) -> str:
    """How the draft of the form `kind` is called."""
    return f"order:{kind}"


def open_page(kind: str) -> OrderPage | Response:
    """The work on the form `kind`, or where the visitor has to go first."""
    if kind not in KINDS:
        abort(404)
    visit = present_visit()
    if not visit.usable:
        keep_of_stranger(kind, visit)
        return ask_to_log_in(url_for("procedure.order_form", kind=kind, notice="kept"))
    if visit.msisdn is None:
        return not_tied_page()
    line = carrier_services().lines.get(visit.msisdn)
    if line is None:
        return not_tied_page()
    view = carrier_services().contracts.view(visit.msisdn)
    if not may_order(view, kind):
        carrier_services().drafts.drop(visit.owner, draft_kind(kind))
        return redirect(url_for("procedure.top", notice="already"), 303)  # type: ignore[return-value]
    draft = carrier_services().drafts.open(visit.owner, draft_kind(kind))
    return OrderPage(kind, visit, line, draft.key, draft.version, {**empty(kind), **draft.data})


def keep_of_stranger(kind: str, visit: Visit) -> None:
    """The log-in has ended while somebody typed: their line's draft takes what they sent (the cookie is signed)."""
    if visit.msisdn is None or "family_kana" not in request.form:
        return
    drafts = carrier_services().drafts
    before = drafts.find(visit.owner, draft_kind(kind))
    drafts.save(visit.owner, draft_kind(kind), merged(kind, before.data if before else {}, request.form))
