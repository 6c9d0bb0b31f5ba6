"""The operator's page for drivers, "One Number for cars", which leads to the brands' portals (BMW-JP-PC-01)."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Flask, Response, current_app, make_response, render_template

from cloud.sites.brand_pages import brand_pages
from cloud.web.language import wanted_language
from core.brand import brand_ids, load_brand

_HERE = Path(__file__).resolve().parent
_EXTENSION = "onebench-portals"

blueprint = Blueprint(
    "landing",
    __name__,
    template_folder=str(_HERE / "templates"),
    static_folder=str(_HERE / "static"),
    static_url_path="/connected-car/static",
)


def install(app: Flask) -> None:
    """Add the page to the operator's `app`."""
    app.extensions[_EXTENSION] = {}
    app.register_blueprint(blueprint)


def portals_of(app: Flask) -> dict[str, str]:
    """The portals' addresses by brand id; the car makers' servers start later, so whoever starts them adds theirs."""
    portals: dict[str, str] = app.extensions[_EXTENSION]
    return portals


@blueprint.get("/connected-car/", strict_slashes=False)
def page() -> Response:
    """What the service is, and one button for each brand in the middle."""
    portals = portals_of(current_app)
    language = wanted_language()
    brands = [
        {"id": brand, "label": brand_pages(load_brand(brand)).portal.use_with[language], "address": portals.get(brand)}
        for brand in sorted(brand_ids())
    ]
    return make_response(render_template("landing/connected_car.html", brands=brands))
