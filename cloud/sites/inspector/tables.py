"""Tables of what a server knows. What is or may be a secret is never in them, whoever adds a column later."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import MetaData, select
from sqlalchemy import Table as SqlTable
from sqlalchemy.orm import Session

from core.local_time import LOCAL_TIME

HIDDEN = "•••"
_SECRET = re.compile(
    r"hash|secret|token|password|(^|_)pin($|_)|verifier|challenge|nonce|handle|confirm|matching|transaction|cookie|"
    r"(^|_)(code|key|form|content|draft|grant|text|sid|url|uri)($|_)"
)
"""Columns and event fields that hold secrets or what people typed; ids and states have none of these words."""
_RANDOM = re.compile(r"[0-9a-f]{40,}|[A-Za-z0-9_-]{40,}")
"""Long random texts, whatever they are called."""
_HARMLESS = ("code_to", "user_code", "key_id")
_MOST_ROWS = 200


@dataclass(frozen=True)
class Table:
    """`rows` hold texts. `id` names the table in addresses and tests; `raw` ones are folded away at first."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    raw: bool = False
    cut: int = field(default=0)
    """Rows that are there and not shown."""

    def to_json(self) -> dict[str, Any]:
        """The rows as objects."""
        rows = [dict(zip(self.columns, row, strict=True)) for row in self.rows]
        return {"id": self.id, "title": self.title, "rows": rows, "cut": self.cut}


def table(table_id: str, title: str, rows: Sequence[Mapping[str, object]], columns: Sequence[str] = ()) -> Table:
    """A table out of mappings; the first row names the columns unless they are given."""
    names = tuple(columns) or tuple(rows[0] if rows else ())
    return Table(table_id, title, names, tuple(tuple(text(name, row.get(name)) for name in names) for row in rows))


def raw_tables(session: Session, metadata: MetaData, names: Callable[[str], str]) -> list[Table]:
    """Every stored table as it is, newest rows first, secrets hidden. `names` gives a table its title."""
    return [_raw(session, found, names(found.name)) for found in sorted(metadata.tables.values(), key=lambda t: t.name)]


def _raw(session: Session, source: SqlTable, title: str) -> Table:
    columns = tuple(column.name for column in source.columns)
    order = [column.desc() for column in source.primary_key.columns]
    rows = session.execute(select(source).order_by(*order).limit(_MOST_ROWS + 1)).all()
    shown = tuple(tuple(text(name, value) for name, value in zip(columns, row, strict=True)) for row in rows)
    return Table(
        f"raw-{source.name}", title, columns, shown[:_MOST_ROWS], raw=True, cut=max(0, len(shown) - _MOST_ROWS)
    )


def text(name: str, value: object) -> str:
    """One value for people: instants in Japan's time, nothing for None, secrets as "•••"."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if is_secret(name, value):
        return HIDDEN
    if isinstance(value, float) and name.endswith(("_at", "until", "_answered", "auth_time", "since")) and value > 0:
        return instant(value)
    if isinstance(value, str) and _RANDOM.fullmatch(value):
        return HIDDEN
    if isinstance(value, str) and (value.startswith("LPA:") or "://" in value):
        return value.split("?")[0].split("$")[0] + ("…" if "?" in value or "$" in value else "")
    return str(value)


def is_secret(name: str, value: object = "") -> bool:
    """True for what must not be shown. A `code` that is an error's (`smdp.refused`) is none."""
    if name in _HARMLESS or isinstance(value, bool):
        return False
    if name == "code" and isinstance(value, str) and re.fullmatch(r"[a-z_]+(\.[a-z_0-9]+)+", value):
        return False
    return _SECRET.search(name.lower()) is not None


def instant(seconds: float) -> str:
    """Seconds since 1970 as date and time in Japan."""
    return datetime.fromtimestamp(seconds, UTC).astimezone(LOCAL_TIME).strftime("%Y-%m-%d %H:%M:%S")
