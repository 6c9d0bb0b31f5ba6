"""`onebench accessory`: a watch or another accessory in a process of its own."""

from __future__ import annotations

from typing import Annotated

import typer

from accessories.kinds import kind_of
from core import collector
from core.ui.app import prepare_environment
from onebench.commands.options import DataOption, FreshOption, Language, LanguageOption, PersonaOption
from onebench.commands.parts import CARRIER_PORT, CLOUD_PORT, RADIO_PORT, CarrierOption, RadioOption, radio_at, show

app = typer.Typer()


@app.command()
def accessory(
    name: Annotated[str, typer.Argument(help="watch6, watch-se or on01; with a number for a second one (on01-2).")],
    data: DataOption,
    lang: LanguageOption = Language.en,
    carrier: CarrierOption = f"http://127.0.0.1:{CARRIER_PORT}",
    radio: RadioOption = f"127.0.0.1:{RADIO_PORT}",
    persona: PersonaOption = "",
    fresh: FreshOption = False,
) -> None:
    """A watch or another accessory alone: it shares the number of the persona's phone."""
    kind_of(name)
    collector.rest()
    prepare_environment()
    from onebench.world import World
    from onebench.world_options import WorldOptions

    options = WorldOptions(
        data=data / name, language=lang.value, modem="none", fresh=fresh, persona=persona, accessories=(name,),
        cloud_url=f"http://127.0.0.1:{CLOUD_PORT}", carrier_url=carrier, radio_address=radio_at(radio),
        air_address=("127.0.0.1", 0), parts=frozenset(),
    )  # fmt: skip
    with World(options) as world:
        show(world)
