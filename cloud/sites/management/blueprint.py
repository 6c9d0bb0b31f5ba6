"""The blueprint that all views of this site belong to; its endpoints are `management.<view>`."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint

HERE = Path(__file__).resolve().parent

blueprint = Blueprint(
    "management",
    __name__,
    template_folder=str(HERE / "templates"),
    static_folder=str(HERE / "static"),
    static_url_path="/management/static",
)
