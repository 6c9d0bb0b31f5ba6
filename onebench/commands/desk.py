"""`onebench desk`: what a person at the bench does to the car, from another terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from accessories.kinds import KINDS, kind_of
from core.brand import brand_ids, load_brand
from onebench.commands.options import DataOption

CALLER = "09000002001"
"""A contact of the demonstration, so that screens show a name."""
NumberOption = Annotated[str, typer.Option("--number", help="Who calls or writes; empty: number withheld.")]

app = typer.Typer(no_args_is_help=True)


@app.callback()
def desk() -> None:
    """Change the car of a running bench, let it drive, take its reception away; call, write, add accessories."""


@app.command()
def brand(name: Annotated[str, typer.Argument(help=f"Whose car: {', '.join(brand_ids())}.")], data: DataOption) -> None:
    """Have another brand's car stand there; what the first one has stored is kept."""
    load_brand(name)
    _send(data, "brand", name)


@app.command()
def drive(data: DataOption) -> None:
    """Let the car drive: nobody can sign in meanwhile."""
    _send(data, "drive")


@app.command()
def park(data: DataOption) -> None:
    """Park the car."""
    _send(data, "park")


@app.command()
def garage(data: DataOption) -> None:
    """Have the car stand in a garage without reception."""
    _send(data, "garage")


@app.command(name="open")
def in_the_open(data: DataOption) -> None:
    """Have the car stand where there is reception."""
    _send(data, "open")


@app.command()
def call(data: DataOption, number: NumberOption = CALLER) -> None:
    """Have somebody call the phone's number: phone, car and accessories ring."""
    _send(data, "call", number)


@app.command(name="hang-up")
def hang_up(data: DataOption, number: NumberOption = CALLER) -> None:
    """Have the caller hang up."""
    _send(data, "hang-up", number)


@app.command()
def message(
    text: Annotated[str, typer.Argument(help="What is written.")], data: DataOption, number: NumberOption = CALLER
) -> None:
    """Have somebody write to the phone's number."""
    _send(data, "message", f"{number} {text}")


@app.command()
def accessory(
    name: Annotated[str, typer.Argument(help=f"{', '.join(KINDS)}; with a number for a second one (on01-2).")],
    data: DataOption,
    off: Annotated[bool, typer.Option("--off", help="Switch it off.")] = False,
) -> None:
    """Switch a watch or another accessory on, or off."""
    kind_of(name)
    _send(data, "no-accessory" if off else "accessory", name)


def _send(data: DataOption, order: str, word: str = "") -> None:
    from onebench.desk.line import send

    send(data, order, word)
