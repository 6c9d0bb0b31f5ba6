"""The command `onebench`: a thin face over the parts; every heavy import waits until its command is chosen."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from core.errors import BenchError
from onebench.exit_codes import exit_code
from onebench.messages import describe

GROUPS = {
    "run": "onebench.commands.run:app",
    "desk": "onebench.commands.desk:app",
    "headunit": "onebench.commands.parts:headunit_app",
    "phone": "onebench.commands.parts:phone_app",
    "accessory": "onebench.commands.accessory:app",
    "cloud": "onebench.commands.parts:cloud_app",
    "modem": "onebench.commands.modem:app",
    "journey": "onebench.commands.journey:app",
    "guide": "onebench.commands.guide:app",
    "doctor": "onebench.commands.doctor:app",
}
HELP = {
    "run": "Open the whole bench: car, phone, cloud and serial line.",
    "desk": "Change the car of a running bench: another brand, drive, park, garage.",
    "headunit": "The car's head unit alone, for a set-up over several processes or machines.",
    "phone": "The driver's phone alone.",
    "accessory": "A watch or another accessory alone.",
    "cloud": "The cloud alone.",
    "modem": "Look at and switch eSIM profiles over a serial line, real or virtual.",
    "journey": "Walk the guide's steps by themselves and report.",
    "guide": "What of the start-up guides the journeys covered.",
    "doctor": "What this machine lacks, and how to mend it.",
}


class LazyGroup(TyperGroup):
    """Imports a command's module when that command is called: `modem list` need not load Qt."""

    def list_commands(self, ctx: Any) -> list[str]:
        """All commands, in the order of `GROUPS`."""
        return list(GROUPS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command's own parser; for the overview its help line only."""
        if cmd_name not in GROUPS:
            return None
        if ctx.resilient_parsing or (not ctx.args and "--help" in sys.argv[1:2]) or len(sys.argv) == 1:
            return TyperCommand(cmd_name, help=HELP[cmd_name])
        module, _, name = GROUPS[cmd_name].partition(":")
        command = typer.main.get_command(getattr(importlib.import_module(module), name))
        command.name = cmd_name
        return command


app = typer.Typer(cls=LazyGroup, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def bench() -> None:
    """One Number Bench: a connected-car set-up on one desk."""


def main() -> None:
    """Console entry: errors a user can mend are one sentence on stderr and an exit status by kind, never a trace."""
    try:
        app()
    except BenchError as error:
        print(f"onebench: {describe(error)}", file=sys.stderr)
        sys.exit(exit_code(error))
