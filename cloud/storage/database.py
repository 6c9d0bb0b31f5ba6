"""Opens the database and hands out short transactions."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, create_engine, event, inspect, select
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateColumn

from cloud.storage.models import Base, Meta, MetaColumns
from core.errors import BenchError
from core.store import set_aside

BUSY_WAIT = 10_000
"""Milliseconds a transaction waits for another process's; many benches may share one file."""


@dataclass(frozen=True)
class Schema:
    """Which tables a database has: `meta` is the table with its version, `file_name` the SQLite file."""

    metadata: MetaData
    meta: type[MetaColumns]
    file_name: str
    version: int = 1


CLOUD_SCHEMA = Schema(Base.metadata, Meta, "cloud.sqlite3")


class Database:
    """Short transactions: `reading()` sees one state, `writing()` is alone and is stored when it ends well."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(bench_writes=True)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """A session whose changes are thrown away."""
        with Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextlib.contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that is stored at the end of the block, or not at all. Raises `storage.full`/`storage.failed`."""
        with Session(self._writer, expire_on_commit=False) as session:
            try:
                with session.begin():
                    yield session
            except OperationalError as error:
                code = "storage.full" if "full" in str(error.orig) else "storage.failed"
                raise BenchError(code, path=_shown(self._engine), reason=str(error.orig)) from error

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()


def open_database(
    folder: Path, url: str | None = None, *, schema: Schema = CLOUD_SCHEMA
) -> tuple[Database, Path | None]:
    """The database at `url`, or the file in `folder`. A damaged file is kept aside; its new path is the second value.

    Raises `storage.address` for a `url` nobody understands, `storage.failed` when it cannot be opened and
    `storage.newer` when a later version of the bench made it.
    """
    if url is not None:
        return _open(url, schema), None
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / schema.file_name
    kept_aside = None
    if path.exists() and not _is_sound(path):
        kept_aside = _set_database_aside(path)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))  # the driver would make it readable for others
    return _open(f"sqlite:///{path}", schema), kept_aside


def _open(url: str, schema: Schema) -> Database:
    is_sqlite = url.startswith("sqlite")
    try:
        engine = create_engine(url, connect_args={"check_same_thread": False} if is_sqlite else {})
    except (ArgumentError, ImportError) as error:
        # Not the address itself: it may hold a password.
        raise BenchError("storage.address", reason=type(error).__name__) from error
    if is_sqlite:
        _tune_sqlite(engine)
    database = Database(engine)
    try:
        with database.writing() as session:
            schema.metadata.create_all(session.connection())
            _add_columns(session.connection(), schema.metadata)
            version = session.scalar(select(schema.meta.value).where(schema.meta.key == "schema"))
            if version is None:
                fact = schema.meta()
                fact.key, fact.value = "schema", str(schema.version)
                session.add(fact)
    except DatabaseError as error:
        engine.dispose()
        raise BenchError("storage.failed", path=_shown(engine), reason=str(error.orig)) from error
    if version is not None and int(version) > schema.version:
        engine.dispose()
        raise BenchError("storage.newer", version=version)
    return database


def _add_columns(connection: Connection, metadata: MetaData) -> None:
    """Give a database of an earlier version the columns that came since; each says what old rows have in it."""
    stored = inspect(connection)
    for table in metadata.sorted_tables:
        known = {column["name"] for column in stored.get_columns(table.name)}
        for column in table.columns:
            if column.name not in known:
                name = connection.dialect.identifier_preparer.format_table(table)
                clause = CreateColumn(column).compile(dialect=connection.dialect)
                connection.exec_driver_sql(f"ALTER TABLE {name} ADD COLUMN {clause}")


def _shown(engine: Engine) -> str:
    """The database's address without its password."""
    return engine.url.render_as_string(hide_password=True)


def _tune_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves: the driver's own way upgrades locks too late
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")  # with WAL: a killed process loses nothing, and no file breaks
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute(f"PRAGMA busy_timeout={BUSY_WAIT}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # Two readers that both turn writers would deadlock, so a writer takes its lock at once.
        writes = connection.get_execution_options().get("bench_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _is_sound(path: Path) -> bool:
    import sqlite3

    try:
        with contextlib.closing(sqlite3.connect(path)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise BenchError("storage.failed", reason=str(error)) from error
        return False


def _set_database_aside(path: Path) -> Path:
    aside = set_aside(path)
    for suffix in ("-wal", "-shm"):  # they belong to the damaged file and would spoil the new one
        companion = path.with_name(path.name + suffix)
        if companion.exists():
            companion.replace(aside.with_name(aside.name + suffix))
    return aside
