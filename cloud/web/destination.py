"""Where a visitor was going when a page stepped in between."""

from __future__ import annotations

from flask import request

from cloud.identity.rules.local_path import local_path


def destination() -> str | None:
    """A path on this site, from `next` of the form or the address."""
    return local_path(request.form.get("next") or request.args.get("next"))
