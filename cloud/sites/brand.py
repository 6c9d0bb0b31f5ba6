"""Whose page it is: the brand that the present address names, else the one that this browser saw last.

An address names a brand by the app that asks for a sign-in (`client_id`), by the portal's path, or plainly (`brand`, as
the car's QR code does). A user code alone names none before its owner has signed in: the page's look must not tell
strangers which codes exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlsplit

from flask import Blueprint, Flask, Response, g, make_response, request, session
from werkzeug.routing import AnyConverter

from cloud.services import services
from cloud.sites.brand_pages import BrandPages, brand_pages, style_sheet
from cloud.web.destination import destination
from core.brand import BrandPack

SESSION_KEY = "brand"
_PORTAL = re.compile(r"/portal/([^/]+)")

blueprint = Blueprint("brand", __name__)


def present_brand() -> BrandPack:
    """Whose page is shown."""
    context = services().context
    chosen: str = g.get("brand") or _named() or session.get(SESSION_KEY) or ""
    return context.brands.get(chosen, context.brand)


def present_pages() -> BrandPages:
    """The words and the look of the brand whose page is shown."""
    return brand_pages(present_brand())


def show_brand(brand_id: str) -> None:
    """This page is about something of this brand, such as its car."""
    g.brand = brand_id


def remember_brand() -> None:
    """What the address names stays the visitor's brand, for pages whose address names none."""
    named = _named()
    if named and request.method == "GET" and session.get(SESSION_KEY) != named:
        session[SESSION_KEY] = named


def _named() -> str:
    """The brand in the present address, else in the address that the visitor was going to; "" for neither."""
    if "named_brand" not in g:
        own = _named_by(request.path, list(request.args.items()))
        goal = urlsplit(destination() or "")
        g.named_brand = own or _named_by(goal.path, parse_qsl(goal.query))
    found: str = g.named_brand
    return found


def _named_by(path: str, query: list[tuple[str, str]]) -> str:
    asked = dict(query)
    portal = _PORTAL.match(path)
    names = (portal[1] if portal else "", asked.get("brand", ""), services().clients.brand_of(asked.get("client_id")))
    brands = services().context.brands
    return next((name for name in names if name in brands), "")


@blueprint.get("/style/<brand:brand>.css", endpoint="static")
def style(brand: str) -> Response:
    """The colours and shapes of a brand. `static`, as styles are never faulted."""
    response = make_response(style_sheet(brand_pages(services().context.brands[brand])))
    response.content_type = "text/css; charset=utf-8"
    return response


def install(app: Flask, brands: Iterable[str]) -> None:
    """Add the style sheets, and let paths name one of `brands` (`<brand:brand>`); before other blueprints."""
    app.url_map.converters["brand"] = lambda url_map: AnyConverter(url_map, *brands)  # type: ignore[assignment]
    app.register_blueprint(blueprint)
