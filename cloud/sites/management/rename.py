"""「端末情報の編集」: a new name, shown once more before it is stored (MGMT-EDIT)."""

from __future__ import annotations

from flask import Response, make_response, redirect, render_template, request, url_for

from cloud.carrier.rules.registry import NAME_LONGEST, clean_name
from cloud.carrier.services import carrier_services
from cloud.sites.management.blueprint import blueprint
from cloud.sites.management.desk import Accessory, Desk, open_accessory, to_top
from core.errors import BenchError

TYPED_MOST = 200
"""Characters of a refused name that are shown again."""


@blueprint.get("/management/accessories/<int:accessory_id>/edit")
def edit(accessory_id: int) -> Response:
    """The form; `?name=` is what was typed before."""
    opened = open_accessory(accessory_id)
    if isinstance(opened, Response):
        return opened
    desk, accessory = opened
    if not desk.multi:  # one accessory needs no name to be told from others; its page only shows (MGMT-TOP1-08)
        return redirect(url_for("management.device", accessory_id=accessory_id), 303)  # type: ignore[return-value]
    return _form(accessory, request.args.get("name", accessory.name), {})


@blueprint.get("/management/accessories/<int:accessory_id>/edit/confirm")
def confirm_name(accessory_id: int) -> Response:
    """「確認する」: old and new name (a page the guide does not print). Nothing is stored yet, so it is a plain GET."""
    opened = open_accessory(accessory_id)
    if isinstance(opened, Response):
        return opened
    desk, accessory = opened
    if not desk.multi:
        return redirect(url_for("management.device", accessory_id=accessory_id), 303)  # type: ignore[return-value]
    typed = request.args.get("name", "")
    try:
        name = clean_name(typed, _others(desk, accessory))
    except BenchError as error:
        return _form(accessory, typed, {"name": error})
    return make_response(render_template("management/confirm_name.html", accessory=accessory, name=name))


@blueprint.post("/management/accessories/<int:accessory_id>/edit")
def rename(accessory_id: int) -> Response:
    """Store the name that was confirmed; pressed twice it is the same name."""
    typed = request.form.get("name", "")
    opened = open_accessory(
        accessory_id, url_for("management.edit", accessory_id=accessory_id, name=typed[:TYPED_MOST])
    )
    if isinstance(opened, Response):
        return opened
    desk, accessory = opened
    if not desk.multi:  # the option was cancelled in another window
        return redirect(url_for("management.device", accessory_id=accessory_id), 303)  # type: ignore[return-value]
    try:
        carrier_services().registrations.rename(desk.msisdn, accessory_id, typed)
    except BenchError as error:
        if error.code == "registry.unknown":  # released this very moment
            return to_top("gone")
        if not error.code.startswith("registry."):
            raise
        return _form(accessory, typed, {"name": error})
    return to_top("renamed")


def _others(desk: Desk, accessory: Accessory) -> list[str]:
    """Names that are taken, those of accessories that are being set up too."""
    known = carrier_services().registrations.of(desk.msisdn)
    return [one.name for one in known if one.id != accessory.id]


def _form(accessory: Accessory, typed: str, errors: dict[str, BenchError]) -> Response:
    page = render_template(
        "management/edit.html", accessory=accessory, typed=typed[:TYPED_MOST], longest=NAME_LONGEST, errors=errors
    )
    return make_response(page, 422 if errors else 200)
