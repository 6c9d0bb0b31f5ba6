"""`onebench guide`: what of the start-up guides the last walks covered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from core.errors import BenchError
from onebench.guide.catalogue import load_catalogue
from onebench.guide.coverage import measure, table
from onebench.journeys.library import journey_names, load_journey
from onebench.journeys.records import read_records

RECORDS = Path("reports") / "records"

app = typer.Typer(no_args_is_help=True)


@app.callback()
def guide() -> None:
    """What of the start-up guides the journeys covered."""


@app.command()
def coverage(
    record: Annotated[Path, typer.Option("--record", help="Folder with the records of the walks.")] = RECORDS,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    complete: Annotated[bool, typer.Option("--complete", help="Exit status 1 while a row is missing.")] = False,
) -> None:
    """Count the guide's rows that the last walks performed with all their checks held."""
    found = measure(load_catalogue(), read_records(record), _digests())
    print(json.dumps(found.to_json(), ensure_ascii=False, indent=1) if as_json else table(found))
    if complete and found.covered < len(found.rows):
        raise typer.Exit(1)


def _digests() -> dict[str, str]:
    digests = {}
    for name in journey_names():
        try:
            digests[name] = load_journey(name).digest
        except BenchError:
            continue  # a journey that cannot be read covers nothing
    return digests
