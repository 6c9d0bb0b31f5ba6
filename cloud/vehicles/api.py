"""Cars, driver profile, terms and eSIM over HTTP, for car and phone."""

from __future__ import annotations

import re
from collections.abc import Callable

from flask import Blueprint, Response, request

from cloud.services import services
from cloud.vehicles.rules import Role
from cloud.vehicles.vehicles import MappedVehicle
from cloud.web.answers import answer, refusal
from cloud.web.bearer import Caller, needs
from core.errors import BenchError

blueprint = Blueprint("vehicles", __name__, url_prefix="/api")


def _told(work: Callable[[], object]) -> Response:
    try:
        return answer(work())
    except BenchError as error:
        return refusal(error)


@blueprint.get("/vehicles")
@needs("vehicles")
def vehicles(caller: Caller) -> Response:
    """The caller's cars of the brand whose app asks, and the caller's eSIM whether there is a car or not."""
    cars = [
        _vehicle(caller, vehicle)
        for vehicle in services().vehicles.of(caller.person.id)
        if vehicle.brand == caller.brand or not caller.brand
    ]
    return answer({"vehicles": cars, "esim": services().esims.view(caller.person.id).to_json()})


@blueprint.put("/vehicles/<vin>/users/me")
@needs("vehicles")
def map_me(caller: Caller, vin: str) -> Response:
    """Map the caller to a car; `{role}` is a wish. 409 `too_many_users`, 404 `unknown_vehicle`."""

    def work() -> object:
        body = request.get_json(silent=True)
        wish = body.get("role") if isinstance(body, dict) else None
        if wish not in (None, "main", "co"):
            raise BenchError("request.invalid", field="role")
        _own_car_only(caller, vin)
        person = caller.person
        mapped = services().vehicles.map_user(person.id, person.gcid, vin, Role(wish) if wish else None)
        return _vehicle(caller, mapped)

    return _told(work)


@blueprint.delete("/vehicles/<vin>/users/me")
@needs("vehicles")
def unmap_me(caller: Caller, vin: str) -> Response:
    """Take the caller off a car."""

    def work() -> object:
        _own_car_only(caller, vin)
        services().vehicles.unmap_user(caller.person.id, caller.person.gcid, vin)
        services().esims.left(caller.person.id, vin)
        return {}

    return _told(work)


@blueprint.get("/vehicles/<vin>/esim")
@needs("esim")
def esim(caller: Caller, vin: str) -> Response:
    """The caller's personal eSIM seen from this car.

    With `?eid=` also the `activation_code` for that card, when a profile is there for this car; `&refused=` names a
    code that the SM-DP+ did not take, so that the profile is ordered anew. `smdp_port`: where that server listens, on
    the host of this cloud. 409 `esim.order_refused`, 424 `esim.order_failed`.
    """

    def work() -> object:
        _own_car_only(caller, vin)
        services().vehicles.get(caller.person.id, vin)
        eid, extra = request.args.get("eid"), dict[str, object]()
        if eid is not None and not re.fullmatch(r"[0-9]{32}", eid):  # SGP.02 §2.2.2
            raise BenchError("request.invalid", field="eid")
        view = services().esims.view(caller.person.id, vin)
        if (port := services().smdp_port) is not None:
            extra["smdp_port"] = port
            if eid is not None and view.iccid is not None:
                refused = request.args.get("refused", "")
                code = services().esims.activation_code(caller.person.id, vin, eid=eid, refused=refused)
                view = services().esims.view(caller.person.id, vin)
                extra |= {"activation_code": code} if code else {}
        return view.to_json() | extra

    return _told(work)


@blueprint.put("/vehicles/<vin>/esim")
@needs("esim")
def report_esim(caller: Caller, vin: str) -> Response:
    """What the car did with the profile: `{state: active|inactive, iccid, eid}`."""

    def work() -> object:
        _own_car_only(caller, vin)
        services().vehicles.get(caller.person.id, vin)
        report = request.get_json(silent=True)
        return services().esims.report(caller.person.id, caller.person.gcid, vin, report).to_json()

    return _told(work)


@blueprint.get("/profile")
@needs("settings")
def profile(caller: Caller) -> Response:
    """The settings that follow the driver."""
    return answer(services().profiles.get(caller.person.id))


@blueprint.put("/profile")
@needs("settings")
def put_profile(caller: Caller) -> Response:
    """Replace them."""
    content = request.get_json(silent=True)
    return _told(lambda: services().profiles.put(caller.person.id, caller.person.gcid, content))


@blueprint.get("/terms")
@needs("terms")
def terms(caller: Caller) -> Response:
    """The terms in force and whether the caller accepted them."""
    return answer({"terms": services().terms.of(caller.person.id)})


@blueprint.put("/terms")
@needs("terms")
def put_terms(caller: Caller) -> Response:
    """Store the caller's consents."""
    body = request.get_json(silent=True)
    return _told(lambda: {"terms": services().terms.put(caller.person.id, caller.person.gcid, body)})


def _own_car_only(caller: Caller, vin: str) -> None:
    """A token that was fetched by one car is of no use in another."""
    if caller.vin not in (None, vin):
        raise BenchError("wrong_vehicle", vin=vin)


def _vehicle(caller: Caller, vehicle: MappedVehicle) -> dict[str, object]:
    view = services().esims.view(caller.person.id, vehicle.vin)
    found: dict[str, object] = {"vin": vehicle.vin, "model": vehicle.model, "role": str(vehicle.role)}
    if vehicle.role is Role.MAIN:  # who else has the car is the main user's business (domain.md §4.1)
        people = [services().accounts.find(account) for account in services().vehicles.co_users(vehicle.vin)]
        found["co_users"] = [
            {"name#ja": person.name_ja, "name#en": person.name_en} for person in people if person is not None
        ]
    return found | {"esim": view.to_json()}
