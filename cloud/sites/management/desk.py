"""Whose accessories a page shows, and where a visitor has to go first: the log-in, the d ACCOUNT's set-up, an order."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, abort, make_response, render_template, request, url_for

from cloud.carrier.contracts import ContractView
from cloud.carrier.registry import Registration
from cloud.carrier.rules.contracts import State
from cloud.carrier.rules.device_types import DeviceType, device_type, shown_imei
from cloud.carrier.services import carrier_services
from cloud.odsa.messages import ServiceStatus
from cloud.sites.management.dates import printed_date
from cloud.sites.procedure.set_up import not_tied_page
from cloud.sites.procedure.visitor import Visit, ask_to_log_in, present_visit


@dataclass(frozen=True)
class Accessory:
    """An accessory as the pages show it. `registered` is a date in words."""

    id: int
    type: DeviceType
    name: str
    registered: str
    imei: str


@dataclass(frozen=True)
class Desk:
    """A visitor with a contract, and what belongs to their line. `beginning`: names of what is being set up."""

    visit: Visit
    msisdn: str
    d_id: str
    view: ContractView
    accessories: tuple[Accessory, ...]
    beginning: tuple[str, ...]

    @property
    def multi(self) -> bool:
        """True with the Multi-Device Option."""
        return self.view.state is State.ONE_NUMBER_MULTI

    @property
    def free(self) -> int:
        """How many places are 「未登録」."""
        return max(0, self.view.most - len(self.accessories))

    def accessory(self, accessory_id: int) -> Accessory | None:
        """The registered accessory with this id, None for one of another line or one that was released."""
        return next((one for one in self.accessories if one.id == accessory_id), None)


def open_desk(back: str | None = None) -> Desk | Response:
    """The visitor's desk, or the page to show instead. `back`: where the log-in leads; None is the present page."""
    visit = present_visit()
    if not visit.usable:
        return ask_to_log_in(back)
    if visit.msisdn is None:
        return not_tied_page()
    view = carrier_services().contracts.view(visit.msisdn)
    if view.most == 0:
        return make_response(render_template("management/no_contract.html", state=view.state), 403)
    known = carrier_services().registrations.of(visit.msisdn)
    return Desk(
        visit,
        visit.msisdn,
        _d_id(visit),
        view,
        tuple(_accessory(one) for one in known if one.status is ServiceStatus.ACTIVATED),
        tuple(one.name for one in known if one.status is ServiceStatus.ACTIVATING),
    )


def open_accessory(accessory_id: int, back: str | None = None) -> tuple[Desk, Accessory] | Response:
    """The desk and one accessory on it; one that another window released leads to the first page, which says so.

    `back`: where the log-in leads after a press; None is the question that the press answered.
    """
    desk = open_desk(back or (request.path if request.method == "POST" else None))
    if isinstance(desk, Response):
        return desk
    found = desk.accessory(accessory_id)
    if found is not None:
        return desk, found
    if any(one.id == accessory_id for one in carrier_services().registrations.all_of(desk.msisdn)):
        return to_top("gone")
    abort(404)


def to_top(notice: str) -> Response:
    """Back to the first page, which says what happened."""
    response = make_response("", 303)
    response.headers["Location"] = url_for("management.top", notice=notice)
    return response


def _d_id(visit: Visit) -> str:
    """「dアカウント」 (MGMT-TOP1-04): also of who logged in with the network PIN, if one is tied to the line."""
    if visit.d_id or visit.msisdn is None:
        return visit.d_id or ""
    account = carrier_services().d_accounts.of_line(visit.msisdn)
    return account.d_id if account else ""


def _accessory(one: Registration) -> Accessory:
    return Accessory(
        one.id,
        device_type(one.kind, one.imei),
        one.name,
        printed_date(one.registered_at),
        shown_imei(one.imei),
    )
