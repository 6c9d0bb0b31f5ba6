"""`onebench doctor`: what this machine lacks, and how to mend it."""

from __future__ import annotations

import json
from typing import Annotated

import typer

app = typer.Typer()


@app.command()
def doctor(as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False) -> None:
    """Look for what the bench needs: display, fonts, cameras, serial rights… Exit status 1 if something is missing."""
    from onebench.doctor import as_data, as_table, examine, is_well

    findings = examine()
    print(json.dumps(as_data(findings), ensure_ascii=False, indent=1) if as_json else as_table(findings))
    raise typer.Exit(0 if is_well(findings) else 1)
