"""The calls before and the contacts as they were last read, for each driver, in one file (mode 0600).

A car that is switched off, or killed, at any moment knows them afterwards; they leave with their driver.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from core.errors import BenchError
from core.store import JsonStore
from core.tasks import Tasks

MOST = 100
"""Calls that are kept for a driver."""
KINDS = ("outgoing", "incoming", "missed", "declined", "elsewhere")


@dataclass(frozen=True)
class Past:
    """A call that is over. `at`: when it began, seconds since 1970 UTC; `seconds`: how long it was talked in."""

    key: str
    number: str
    kind: str
    at: float
    seconds: int


@dataclass
class Page:
    """One driver's. `unseen`: missed calls that nobody has looked at."""

    next: int = 1
    unseen: int = 0
    calls: list[Past] = field(default_factory=list)
    contacts: list[dict[str, Any]] = field(default_factory=list)


class CallLog:
    """Changes are made on the spot and written by `tasks`. A damaged file is kept aside and told in `damaged`."""

    def __init__(self, folder: Path, tasks: Tasks) -> None:
        self._store = JsonStore(folder / "telephone.json")
        self._tasks = tasks
        self._lock = threading.Lock()
        self._disk = threading.Lock()
        self._version = 0
        self._written = 0
        self._pages: dict[str, Page] = {}
        self.on_failure: Callable[[BenchError], None] | None = None
        """Told when a change could not be written."""
        stored = self._store.load()
        try:
            self._pages = {str(key): _page(value) for key, value in stored.get("drivers", {}).items()}
        except (AttributeError, KeyError, TypeError, ValueError):
            self._store.set_aside()
        aside = self._store.kept_aside
        self.damaged = BenchError("storage.damaged", path=str(aside)) if aside else None

    def page(self, driver: str) -> Page:
        """A driver's page, empty for one who has none."""
        return self._pages.get(driver) or Page()

    def add(self, driver: str, number: str, kind: str, *, at: float, seconds: int) -> None:
        """A call ended."""
        with self._changing(driver) as page:
            past = Past(f"r{page.next}", number, kind, at, seconds)
            page.next += 1
            page.calls = [past, *page.calls][:MOST]
            page.unseen += kind == "missed"

    def seen(self, driver: str) -> None:
        """Somebody looked at the list."""
        if self.page(driver).unseen:
            with self._changing(driver) as page:
                page.unseen = 0

    def keep_contacts(self, driver: str, contacts: list[dict[str, Any]]) -> None:
        """The contacts as the parent phone gave them now."""
        if self.page(driver).contacts != contacts:
            with self._changing(driver) as page:
                page.contacts = contacts

    def keep_only(self, drivers: Collection[str]) -> None:
        """Forget who is not among `drivers`."""
        gone = self._pages.keys() - set(drivers)
        if gone:
            with self._lock:
                for driver in gone:
                    del self._pages[driver]
                self._version += 1
            self._write_soon()

    def write_now(self) -> None:
        """Have the present state on disk. Blocks. Raises `storage.full`, `storage.failed`."""
        with self._disk:
            with self._lock:
                version = self._version
                if version <= self._written:
                    return
                pages = {driver: asdict(page) for driver, page in self._pages.items()}
            self._store.save({"drivers": pages})
            self._written = version

    @contextmanager
    def _changing(self, driver: str) -> Iterator[Page]:
        with self._lock:
            yield self._pages.setdefault(driver, Page())
            self._version += 1
        self._write_soon()

    def _write_soon(self) -> None:
        self._tasks.submit(self.write_now, failed=self._tell)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, BenchError):
            raise error
        if self.on_failure is not None:
            self.on_failure(error)


def _page(value: dict[str, Any]) -> Page:
    known = {item.name for item in fields(Page)}
    page = Page(**{name: content for name, content in value.items() if name in known})
    page.calls = [Past(**entry) for entry in value["calls"]]
    if any(type(call.at) not in (int, float) or type(call.seconds) is not int for call in page.calls):
        raise ValueError("a call without sense")
    if any(call.kind not in KINDS or type(call.number) is not str or not call.key for call in page.calls):
        raise ValueError("a call of no kind")
    if type(page.next) is not int or type(page.unseen) is not int:
        raise ValueError("counts")
    for contact in page.contacts:
        if type(contact["name"]) is not str or not all(type(number) is str for number in contact["numbers"]):
            raise ValueError("a contact without sense")
    return page
