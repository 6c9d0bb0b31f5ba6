"""`onebench run`: the whole bench in one process."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from accessories.kinds import kind_of
from core import collector
from core.brand import load_brand
from core.ui.app import has_display, prepare_environment
from onebench.commands.options import (
    DEFAULT_BRAND,
    BrandOption,
    DataOption,
    FreshOption,
    Language,
    LanguageOption,
    PersonaOption,
)
from onebench.messages import tell_troubles

MAIN_JOURNEY = "{brand}-car-app"
"""What is walked where there is no display; a brand without a journey of that name walks BMW's."""

app = typer.Typer()


@app.command()
def run(
    data: DataOption,
    brand: BrandOption = DEFAULT_BRAND,
    lang: LanguageOption = Language.en,
    modem: Annotated[
        str, typer.Option(help='"virtual", "none", a port or a URL such as rfc2217://host:port.')
    ] = "virtual",
    camera: Annotated[
        str, typer.Option(help="\"scene\" looks at the car's display; else a camera's number or path.")
    ] = "scene",
    persona: PersonaOption = "",
    accessory: Annotated[
        list[str] | None, typer.Option(help="A simulated accessory as well: watch6, watch-se, on01; repeat for more.")
    ] = None,
    pc: Annotated[bool, typer.Option("--pc", help="Open a PC with a browser as well.")] = False,
    kiosk: Annotated[bool, typer.Option("--kiosk", help="Full screen, for a showroom.")] = False,
    fresh: FreshOption = False,
) -> None:
    """Open the whole bench. Without a display, walk the main journey off screen and leave a report with pictures."""
    pack = load_brand(brand)
    for name in accessory or ():
        kind_of(name)
    if not has_display():
        from onebench.commands.journey import run_journeys
        from onebench.journeys.library import journey_names

        own = MAIN_JOURNEY.format(brand=brand)
        name = own if own in journey_names() else MAIN_JOURNEY.format(brand=DEFAULT_BRAND)
        print(f"There is no display here: walking the journey {name} off screen instead.", flush=True)
        sys.exit(run_journeys([name], lang.value))
    collector.rest()
    prepare_environment()
    from headunit.early import begin_screens

    early = begin_screens(pack.car_view)
    from PySide6.QtGui import QGuiApplication

    from onebench.stop_signals import StopSignals
    from onebench.world import World
    from onebench.world_options import ALL_PARTS, WorldOptions

    parts = ALL_PARTS | {"pc"} if pc else ALL_PARTS
    options = WorldOptions(
        data=data, brand=brand, persona=persona, language=lang.value, modem=modem, camera=camera, fresh=fresh,
        kiosk=kiosk, parts=parts, accessories=tuple(accessory or ()),
    )  # fmt: skip
    with World(options, early=early) as world:
        from onebench.desk import keys  # not before the first picture
        from onebench.desk.line import DeskLine

        tell_troubles(world)
        print(f"cloud   {world.cloud_url}\ncarrier {world.servers.carrier_url}")
        print(f"modem   {world.modem_url or 'none'}\ndata    {data}")
        print(keys.HELP, flush=True)
        keys.attach_keys(world)
        line = DeskLine(world, data)
        application = QGuiApplication.instance()
        assert application is not None
        signals = StopSignals(application.quit)
        application.exec()
        signals.close()
        line.close()
