"""`onebench headunit|phone|cloud`: one part a process, for a set-up over several processes or machines.

The ports are fixed by default, so that the three find each other on one machine without an option.
"""

from __future__ import annotations

import signal
import sys
import threading
from typing import TYPE_CHECKING, Annotated

import typer

from core import collector
from core.brand import load_brand
from core.ui.app import prepare_environment
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

if TYPE_CHECKING:
    from onebench.world import World

CLOUD_PORT, AIR_PORT, DISPLAY_PORT, SMDP_PORT, CARRIER_PORT, RADIO_PORT, POINTS_PORT = range(8480, 8487)

CloudOption = Annotated[str, typer.Option("--cloud", help="Address of the cloud.")]
AirOption = Annotated[
    str, typer.Option("--air", help="HOST:PORT of the Bluetooth stand-in (`onebench cloud` runs it).")
]

CarrierOption = Annotated[str, typer.Option("--carrier", help="Address of the carrier (`onebench cloud` runs it).")]
RadioOption = Annotated[
    str, typer.Option("--radio", help="HOST:PORT of the mobile network (`onebench cloud` runs it); empty: none.")
]

headunit_app = typer.Typer()
phone_app = typer.Typer()
cloud_app = typer.Typer()


@headunit_app.command()
def headunit(
    data: DataOption,
    brand: BrandOption = DEFAULT_BRAND,
    lang: LanguageOption = Language.en,
    cloud: CloudOption = f"http://127.0.0.1:{CLOUD_PORT}",
    modem: Annotated[str, typer.Option(help='"virtual", "none", a port or a URL.')] = "none",
    air: AirOption = f"127.0.0.1:{AIR_PORT}",
    radio: RadioOption = f"127.0.0.1:{RADIO_PORT}",
    display_port: Annotated[int, typer.Option(help="Where the phone's camera can see this display.")] = DISPLAY_PORT,
    kiosk: Annotated[bool, typer.Option("--kiosk", help="Full screen.")] = False,
    fresh: FreshOption = False,
) -> None:
    """The car's head unit alone."""
    collector.rest()
    prepare_environment()
    from headunit.early import begin_screens

    early = begin_screens(load_brand(brand).car_view)
    from onebench.world import World
    from onebench.world_options import WorldOptions

    options = WorldOptions(
        data=data / "headunit", brand=brand, language=lang.value, modem=modem, fresh=fresh, kiosk=kiosk,
        cloud_url=cloud, air_address=_address(air), radio_address=radio_at(radio), display_port=display_port,
        pki=data / "pki",
        parts=frozenset({"car"}),
    )  # fmt: skip
    with World(options, early=early) as world:
        from onebench.desk import keys  # not before the first picture
        from onebench.desk.line import DeskLine

        print(f"display {world.display_url}\n{keys.HELP}", flush=True)
        keys.attach_keys(world)
        line = DeskLine(world, data)
        show(world)
        line.close()


@phone_app.command()
def phone(
    data: DataOption,
    brand: BrandOption = DEFAULT_BRAND,
    lang: LanguageOption = Language.en,
    cloud: CloudOption = f"http://127.0.0.1:{CLOUD_PORT}",
    carrier: CarrierOption = f"http://127.0.0.1:{CARRIER_PORT}",
    air: AirOption = f"127.0.0.1:{AIR_PORT}",
    radio: RadioOption = f"127.0.0.1:{RADIO_PORT}",
    points: Annotated[str, typer.Option(help="Address of Mynapoint.")] = f"http://127.0.0.1:{POINTS_PORT}",
    persona: PersonaOption = "",
    scene: Annotated[
        str, typer.Option(help="Address of the car's display.")
    ] = f"http://127.0.0.1:{DISPLAY_PORT}/display.mjpg",
    camera: Annotated[
        str, typer.Option(help='"scene", a camera\'s number, or the path of a camera or video.')
    ] = "scene",
    fresh: FreshOption = False,
) -> None:
    """The driver's phone alone."""
    collector.rest()
    prepare_environment()
    from onebench.world import World
    from onebench.world_options import WorldOptions

    options = WorldOptions(
        data=data / "phone", brand=brand, language=lang.value, modem="none", camera=camera, fresh=fresh,
        cloud_url=cloud, carrier_url=carrier, points_url=points, air_address=_address(air),
        radio_address=radio_at(radio), persona=persona, scene_url=scene, jpki=data / "jpki", parts=frozenset({"phone"}),
    )  # fmt: skip
    with World(options) as world:
        show(world)


@cloud_app.command()
def cloud(
    data: DataOption,
    brand: BrandOption = DEFAULT_BRAND,
    host: Annotated[str, typer.Option(help="Loopback unless you say otherwise.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port of the web server.")] = CLOUD_PORT,
    air_port: Annotated[int, typer.Option(help="Port of the Bluetooth stand-in.")] = AIR_PORT,
    smdp_port: Annotated[int, typer.Option(help="Port of the SM-DP+.")] = SMDP_PORT,
    carrier_port: Annotated[int, typer.Option(help="Port of the carrier's sites.")] = CARRIER_PORT,
    radio_port: Annotated[int, typer.Option(help="Port of the mobile network.")] = RADIO_PORT,
    points_port: Annotated[int, typer.Option(help="Port of Mynapoint.")] = POINTS_PORT,
    database: Annotated[str | None, typer.Option(help="SQLAlchemy URL; SQLite in the data folder by default.")] = None,
    fresh: FreshOption = False,
) -> None:
    """All servers alone: car maker, SM-DP+, carrier, mobile network, Mynapoint, and the Bluetooth stand-in."""
    from onebench.world import World
    from onebench.world_options import WorldOptions

    options = WorldOptions(
        data=data / "cloud", brand=brand, modem="none", fresh=fresh, host=host, cloud_port=port,
        air_port=air_port, smdp_port=smdp_port, carrier_port=carrier_port, radio_port=radio_port,
        points_port=points_port, pki=data / "pki", jpki=data / "jpki", database_url=database,
        parts=frozenset({"cloud", "carrier", "points"}),
    )  # fmt: skip
    with World(options) as world:
        tell_troubles(world)
        print(f"cloud   {world.cloud_url}\ncarrier {world.servers.carrier_url}\nair     {host}:{air_port}")
        print(f"radio   {host}:{radio_port}\npoints  {world.servers.points_url}")
        _tell_profiles(world)
        _tell_cards()
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        stop.wait()


def _tell_profiles(world: World) -> None:
    """Where the SM-DP+ is, and what can be downloaded from it."""
    assert world.servers.smdp is not None
    place, port = world.servers.smdp.address
    print(f"smdp    {place}:{port}  {world.servers.smdp.smdp_address}, CA {world.servers.smdp.ca_file}")
    for offer in world.servers.smdp.offers:
        code = f"  confirmation code {offer.confirmation_code}" if offer.confirmation_code else ""
        print(f"profile {offer.code}  {offer.name}{code}")
    sys.stdout.flush()


def _tell_cards() -> None:
    """What a guest of the demonstration types at the bank's page: no real card is taken there."""
    from cloud.points.demo import demo_cards

    for card in demo_cards():
        print(f"card    {card.grouped}  {card.kind}{'' if card.eligible else ' (cannot be registered)'}")
    sys.stdout.flush()


def _address(text: str, option: str = "--air") -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit():
        raise typer.BadParameter(f"{text} is not HOST:PORT", param_hint=option)
    return host, int(port)


def radio_at(text: str) -> tuple[str, int] | None:
    """HOST:PORT of the mobile network; None for none. Raises `typer.BadParameter`."""
    return _address(text, "--radio") if text else None


def show(world: World) -> None:
    """Tell what was found damaged, and stay until the windows are closed."""
    from PySide6.QtGui import QGuiApplication

    from onebench.stop_signals import StopSignals

    application = QGuiApplication.instance()
    assert application is not None
    tell_troubles(world)
    signals = StopSignals(application.quit)
    application.exec()
    signals.close()
