"""The phone's side of the air: being seen, comparing the number, remembering cars, giving them the phone book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

from core.air import Bond, PairingRequest
from core.errors import BenchError
from core.events import EventLog
from core.store import JsonStore
from core.tasks import Tasks
from phone_app.saver import Saver


class Radio(Protocol):
    """What is used of `core.air.AirClient`."""

    on_pairing: Callable[[PairingRequest], None] | None
    on_paired: Callable[[str, bool, str], None] | None
    on_connected: Callable[[str, bool], None] | None
    on_bonds: Callable[[list[Bond]], None] | None
    on_link: Callable[[bool], None] | None

    def connect(self) -> None: ...
    def close(self) -> None: ...
    def set_visible(self, visible: bool) -> None: ...
    def set_name(self, name: str) -> None: ...
    def confirm(self, peer: str) -> None: ...
    def reject(self, peer: str) -> None: ...
    def forget(self, peer: str) -> None: ...
    def is_connected(self, peer: str) -> bool: ...
    def serve_phonebook(self, read: Callable[[str], str] | None) -> None: ...


class BondStore:
    """Link keys and who may read the phone book, in one file (mode 0600); a damaged one is kept aside and told."""

    def __init__(self, path: Path, tasks: Tasks, failed: Callable[[BenchError], None]) -> None:
        self._store = JsonStore(path)
        self._saver = Saver(self._store, tasks, failed)
        stored = self._store.load()
        try:
            self.bonds = [Bond(**bond) for bond in stored.get("bonds", [])]
            self.readers = {str(address) for address in stored.get("readers", [])}
        except (TypeError, AttributeError):
            self._store.set_aside()
            self.bonds, self.readers = [], set()
        aside = self._store.kept_aside
        self.trouble = BenchError("storage.damaged", path=str(aside)) if aside else None

    def save(self) -> None:
        """Store soon; readers without a bond are not kept."""
        readers = self.readers & {bond.address for bond in self.bonds}
        self._saver.save({"bonds": [asdict(bond) for bond in self.bonds], "readers": sorted(readers)})

    def flush(self) -> None:
        """Store now; raises `storage.*`."""
        self._saver.flush()


class Bluetooth:
    """State for the view and the person's answers. `radio` is None when the bench has no air."""

    def __init__(
        self,
        radio: Radio | None,
        store: BondStore,
        *,
        phonebook: Callable[[], str],
        events: EventLog,
        tasks: Tasks,
    ) -> None:
        self.changed: Callable[[], None] = lambda: None
        self.told: Callable[[str, dict[str, str]], None] = lambda kind, params: None
        """Something the person should hear of wherever they are: `(kind, params)`."""
        self.request: PairingRequest | None = None
        self.stage = "ask"
        """Of a pairing: ask, waiting (confirmed here, not yet in the car)."""
        self.share_contacts = True
        self._radio = radio
        self._store = store
        self._events = events
        self._tasks = tasks
        self._phonebook = phonebook
        self._on = False
        if radio is not None:
            radio.on_pairing = lambda request: tasks.post(lambda: self._ask(request))
            radio.on_paired = lambda peer, ok, reason: tasks.post(lambda: self._paired(peer, ok, reason))
            radio.on_connected = lambda peer, up: tasks.post(lambda: self._connected(peer, up))
            radio.on_bonds = lambda bonds: tasks.post(lambda: self._keep(bonds))
            radio.on_link = lambda up: tasks.post(lambda: self._link(up))
            radio.serve_phonebook(self._read_phonebook)

    def apply(self, *, on: bool, visible: bool, name: str) -> None:
        """Follow the switches and the phone's name."""
        if self._radio is None:
            return
        self._radio.set_name(name)
        self._radio.set_visible(visible)
        if on and not self._on:
            self._on = True
            self._radio.connect()
        elif not on and self._on:
            self._on = False
            self.request = None
            self._tasks.submit(self._radio.close)

    def answer(self, same: bool) -> None:
        """The person compared the numbers."""
        if self._radio is None or self.request is None or self.stage != "ask":
            return
        peer = self.request.peer
        try:
            if same:
                if self.share_contacts:  # before the car can ask for it
                    self._store.readers.add(peer)
                self._radio.confirm(peer)
                self.stage = "waiting"
            else:
                self._radio.reject(peer)
                self.request = None
        except BenchError:
            self._fail("lost")
        self.changed()

    def forget(self, address: str) -> None:
        """Remove a paired car."""
        if self._radio is not None:
            self._store.readers.discard(address)
            self._radio.forget(address)
            self.changed()

    def set_reader(self, address: str, allowed: bool) -> None:
        """Let a car read the phone book, or no more."""
        (self._store.readers.add if allowed else self._store.readers.discard)(address)
        self._store.save()
        self.changed()

    def state(self) -> dict[str, Any]:
        """For the view."""
        request = self.request
        return {
            "available": self._radio is not None,
            "paired": [
                {
                    "address": bond.address,
                    "key": bond.address.replace(":", ""),
                    "name": bond.name,
                    "connected": self._radio is not None and self._radio.is_connected(bond.address),
                    "contacts": bond.address in self._store.readers,
                }
                for bond in self._store.bonds
            ],
            "pairing": {"name": request.name, "number": request.number, "stage": self.stage} if request else {},
            "shareContacts": self.share_contacts,
        }

    # -- what the air tells, on the owner's thread ----------------------------------------------------------------

    def _ask(self, request: PairingRequest) -> None:
        self.request, self.stage, self.share_contacts = request, "ask", True
        self._events.emit("phone", "bluetooth.pairing_asked", peer=request.name)
        self.changed()

    def _paired(self, peer: str, ok: bool, reason: str) -> None:
        request, self.request = self.request, None
        name = request.name if request else peer
        if ok:
            self._store.save()
            self.told("paired", {"name": name})
        else:
            if all(bond.address != peer for bond in self._store.bonds):
                self._store.readers.discard(peer)
            self._fail(reason, name)
        self.changed()

    def _fail(self, reason: str, name: str = "") -> None:
        self.request = None
        self.told("pairingFailed", {"reason": reason, "name": name})

    def _connected(self, peer: str, up: bool) -> None:
        if up:
            name = next((bond.name for bond in self._store.bonds if bond.address == peer), peer)
            self.told("connected", {"name": name})
        self.changed()

    def _keep(self, bonds: list[Bond]) -> None:
        self._store.bonds = bonds
        self._store.save()
        self.changed()

    def _link(self, up: bool) -> None:
        if not up and self.request is not None:
            self._fail("lost", self.request.name)
        self.changed()

    def _read_phonebook(self, peer: str) -> str:
        """On the radio's thread."""
        if peer not in self._store.readers:
            raise BenchError("contacts.not_allowed")
        return self._phonebook()
