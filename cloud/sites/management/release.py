"""「登録の解除」: what it means, and the release itself (MGMT-DEREG)."""

from __future__ import annotations

from flask import Response, make_response, render_template

from cloud.carrier.services import carrier_services
from cloud.sites.management.blueprint import blueprint
from cloud.sites.management.desk import open_accessory, to_top
from core.errors import BenchError


@blueprint.get("/management/accessories/<int:accessory_id>/release")
def ask_release(accessory_id: int) -> Response:
    """「ワンナンバー登録を解除しますか？」 with the device and the notes."""
    opened = open_accessory(accessory_id)
    if isinstance(opened, Response):
        return opened
    desk, accessory = opened
    return make_response(render_template("management/release.html", desk=desk, accessory=accessory))


@blueprint.post("/management/accessories/<int:accessory_id>/release")
def release(accessory_id: int) -> Response:
    """「解除する」. The network and the device's maker hear of it at once; a second press finds it done."""
    opened = open_accessory(accessory_id)
    if isinstance(opened, Response):
        return opened
    desk, _ = opened
    try:
        carrier_services().registrations.release(desk.msisdn, accessory_id)
    except BenchError as error:
        if error.code != "registry.unknown":
            raise
        return to_top("gone")
    return to_top("released")
