"""`onebench desk`: what a person at the bench does to the car, from another terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from core.brand import brand_ids, load_brand
from onebench.commands.options import DataOption

app = typer.Typer(no_args_is_help=True)


@app.callback()
def desk() -> None:
    """Change the car of a running bench, let it drive, or take its reception away."""


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


def _send(data: DataOption, order: str, word: str = "") -> None:
    from onebench.desk.line import send

    send(data, order, word)
