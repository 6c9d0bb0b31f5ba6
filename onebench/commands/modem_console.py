"""A download as a person at a terminal sees it: what is offered, questions, a bar of blocks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from firmware_bridge import ProfileOffer, Step

WORDS = {
    "checking": "looking at the card",
    "authenticating": "card and server prove themselves",
    "asking": "offer",
    "preparing": "preparing",
    "downloading": "fetching the package",
    "installing": "installing",
    "reporting": "reporting",
    "done": "done",
}
RULES = {"ppr1": "it cannot be disabled", "ppr2": "it cannot be deleted"}
WIDTH = 30
"""Signs of the bar."""


class DownloadConsole:
    """Consent, confirmation code and progress on stderr; stdout is for the result. `quiet` draws no progress."""

    def __init__(self, *, yes: bool, confirmation_code: str, quiet: bool) -> None:
        self._yes = yes
        self._code = confirmation_code
        self._quiet = quiet
        self._moving = sys.stderr.isatty()
        self._is_drawn = False

    def consent(self, offer: ProfileOffer) -> bool | None:
        """Show what is offered and ask, unless `--yes` was given: yes, no, or later (also for anything unclear)."""
        self.end()
        if not self._quiet or not self._yes:
            typer.echo(f"{offer.name} ({offer.provider}), ICCID {offer.iccid}, from {offer.address}", err=True)
            for rule in offer.rules:
                typer.secho(f"  once enabled: {RULES[rule]}", fg="yellow", err=True)
        if self._yes:
            return True
        question = "Install this profile? yes, no (its server withdraws it) or later"
        answer = str(typer.prompt(question, default="later", err=True)).strip().lower()
        return {"yes": True, "y": True, "no": False, "n": False}.get(answer)

    def ask_code(self, _: ProfileOffer) -> str | None:
        """The confirmation code from the command line, else typed; None where nobody can type."""
        if self._code or not sys.stdin.isatty():
            return self._code or None
        self.end()
        return str(typer.prompt("Confirmation code", err=True, hide_input=True)) or None

    def progress(self, step: Step) -> None:
        """A line a station; while installing a bar that fills."""
        if self._quiet:
            return
        if not step.total:
            self.end()
            typer.echo(f"· {WORDS[step.station]}", err=True)
        elif self._moving:
            full = WIDTH * step.done // step.total
            bar = "█" * full + "░" * (WIDTH - full)
            typer.echo(f"\r  {bar} {step.done}/{step.total}", err=True, nl=False)
            self._is_drawn = True

    def end(self) -> None:
        """Leave the bar's line."""
        if self._is_drawn:
            typer.echo("", err=True)
            self._is_drawn = False
