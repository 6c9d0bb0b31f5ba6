"""Ways to a portal that do not name its brand, and those that the guides print."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Flask, Response, redirect, request, url_for

from cloud.services import EXTENSION, Services
from cloud.sites.brand import present_brand
from cloud.sites.brand_pages import brand_pages

blueprint = Blueprint("portals", __name__)


@blueprint.get("/portal", strict_slashes=False)
def own() -> Response:
    """The portal of the brand that this browser saw last, else of the cloud's own."""
    return _to_portal(present_brand().id)


def open_printed_paths(app: Flask) -> None:
    """Let each brand's portal be found under the path that its guide prints."""
    found = app.extensions[EXTENSION]
    assert isinstance(found, Services)
    for brand in found.context.brands.values():
        if path := brand_pages(brand).portal.path:
            app.add_url_rule(path, f"portal_of_{brand.id}", _leads_to(brand.id))


def _to_portal(brand: str) -> Response:
    address = url_for("portal.home", brand=brand)
    asked = request.query_string.decode("ascii", "ignore")
    return redirect(f"{address}?{asked}" if asked else address, 302)  # type: ignore[return-value]


def _leads_to(brand: str) -> Callable[[], Response]:
    def go() -> Response:
        return _to_portal(brand)

    return go
