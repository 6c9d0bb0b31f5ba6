"""The two first pages: the service alone (MGMT-TOP1), and with the Multi-Device Option (MGMT-TOP2)."""

from __future__ import annotations

from flask import Response, make_response, render_template, request

from cloud.carrier.services import carrier_services
from cloud.sites.management.blueprint import blueprint
from cloud.sites.management.desk import open_accessory, open_desk

NOTICES = ("renamed", "released", "gone")
"""What the page may have to say of the last press."""


@blueprint.get("/management/", strict_slashes=False)
def top() -> Response:
    """Contract, accessories, notes."""
    desk = open_desk()
    if isinstance(desk, Response):
        return desk
    notice = request.args.get("notice", "")
    settings = carrier_services().context.settings
    return make_response(
        render_template(
            "management/top.html",
            desk=desk,
            notice=notice if notice in NOTICES else "",
            most=settings.accessories_option,
            option_yen=settings.multi_device_price,
            option_ordered="option" in desk.view.ordered,
        )
    )


@blueprint.get("/management/accessories/<int:accessory_id>")
def device(accessory_id: int) -> Response:
    """「端末情報の確認」 (MGMT-TOP1-08): what is known of the accessory, and the way to its release."""
    opened = open_accessory(accessory_id)
    if isinstance(opened, Response):
        return opened
    desk, accessory = opened
    return make_response(render_template("management/device.html", desk=desk, accessory=accessory))
