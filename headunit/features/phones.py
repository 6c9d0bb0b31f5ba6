"""The parent phone: finding, pairing, its contacts, and the telephone over the eSIM (BMW-JP-CAR-12a…13a, -15)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.air import AirClient, Bond, Device, PairingRequest
from core.clock import Timer
from core.errors import BenchError
from core.randomness import choose
from headunit.desk import Desk
from headunit.flow.drivers import Driver
from headunit.services.contacts import parse_contacts

CONTACTS_PAUSE = 3.0
"""Seconds until a phone that refused its contacts is asked again."""


class Phones:
    """Guards and actions of `bluetooth`, `telephone`, the telephone pop-up and the eSIM's check boxes."""

    def __init__(self, desk: Desk, address: tuple[str, int] | None) -> None:
        self._desk = desk
        self._address = address
        self._client: AirClient | None = None
        self._found: list[Device] = []
        self._scanning = False
        self._pairing: dict[str, Any] = {}
        self._peer = ""
        self._selected = ""
        self._way_back = ""
        self._offer = False
        self._linked: set[str] = set()
        self._again: Timer | None = None
        self.on_contacts: Callable[[Driver, list[dict[str, Any]]], None] = lambda driver, contacts: None
        """Told of the contacts that the parent phone of a driver gave; empty when it does not share them any more."""
        desk.on_driver.append(self._driver_changed)

    # Life

    def start(self) -> None:
        """Join the air."""
        if self._address is None or self._client is not None:
            return
        memory, post = self._desk.memory, self._desk.tasks.post
        if not memory.device_address:
            digits = choose(self._desk.randomness, "0123456789ABCDEF", 10)
            with memory.changing():
                # A locally administered address: second hexadecimal digit 2 (IEEE 802-2014 §8.4).
                memory.device_address = ":".join(["02", *(digits[i : i + 2] for i in range(0, 10, 2))])
        client = AirClient(
            self._address,
            name=self._desk.brand.demo_model,
            kind="car",
            device_address=memory.device_address,
            clock=self._desk.clock,
            events=self._desk.events,
            faults=self._desk.faults,
            bonds=[Bond(item["address"], item["name"], item["key"]) for item in memory.bonds],
            randomness=self._desk.randomness,
        )
        client.on_link = lambda up: post(lambda: self._air(up))
        client.on_pairing = lambda request: post(lambda: self._asked(request))
        client.on_paired = lambda peer, ok, reason: post(lambda: self._paired(peer, ok, reason))
        client.on_connected = lambda peer, up: post(lambda: self._connected(peer, up))
        client.on_bonds = lambda bonds: post(lambda: self._keep(bonds))
        self._client = client
        client.connect()

    def stop(self) -> None:
        """Leave the air."""
        if self._again is not None:
            self._again.cancel()
        if self._client is not None:
            self._client.close()
            self._client = None

    def reset(self) -> None:
        """Forget all phones."""
        if self._client is not None:
            for bond in self._client.bonds:
                self._client.forget(bond.address)
            self._client.close()
            self._client = None
        self._found, self._linked = [], set()
        self._show()
        self.start()

    # Guards

    def came_from_personal_esim(self) -> bool:
        """Where "back" leads."""
        return self._way_back == "personalEsim"

    def came_from_telephone(self) -> bool:
        """Where "back" leads."""
        return self._way_back == "telephone"

    def pairing_is_over(self) -> bool:
        """Whether the overlay only tells that pairing failed."""
        return self._pairing.get("state") == "failed"

    # The list of devices (CAR-13)

    def remember_way_back(self, source: Any) -> None:
        """The page that opened the list."""
        self._way_back = str(source.value)

    def on_enter_bluetooth(self) -> None:
        """Let phones find the car, and look for phones."""
        if self._client is not None:
            self._client.set_visible(True)
        self.scan_for_devices()

    def on_exit_bluetooth(self) -> None:
        """The car is seen only while the list is open."""
        if self._client is not None:
            self._client.set_visible(False)

    def scan_for_devices(self) -> None:
        """Look for phones that let themselves be seen."""
        self._desk.clear_error()
        client = self._client
        if client is None:
            self._desk.fail(BenchError("air.unreachable"))
            return
        if self._scanning:
            return
        self._scanning = True
        self._show()

        def found(devices: list[Device]) -> None:
            self._scanning = False
            self._found = [device for device in devices if device.kind == "phone"]
            self._show()

        self._desk.tasks.submit(client.inquire, found, self._scan_failed)

    def _scan_failed(self, error: Exception) -> None:
        self._scanning = False
        self._show()
        self._fail(error)

    def select_device(self, value: object = None) -> None:
        """A paired phone is connected; another one is paired first."""
        client, address = self._client, str(value)
        if client is None:
            return
        self._desk.clear_error()
        self._selected = address
        if client.is_paired(address):
            self._link(address)
            return
        try:
            client.pair(address)
        except BenchError as error:
            self._fail(error)

    # Pairing: the same six digits on both screens

    def _asked(self, request: PairingRequest) -> None:
        self._peer = request.peer
        self._pairing = {"name": request.name or request.peer, "number": request.number, "state": "waiting"}
        self._show()
        self._desk.fact("pairingAsked")

    def confirm_number(self) -> None:
        """The numbers are equal."""
        if self._client is not None and self._pairing.get("state") == "waiting":
            self._pairing = self._pairing | {"state": "confirmed"}
            self._show()
            self._answer(self._client.confirm)

    def reject_number(self) -> None:
        """They are not, or nobody asked for it."""
        if self._client is not None and self._pairing.get("state") in ("waiting", "confirmed"):
            self._answer(self._client.reject)
        self._pairing = {}
        self._show()

    def _answer(self, say: Any) -> None:
        try:
            say(self._peer)
        except BenchError as error:
            self._fail(error)

    def _paired(self, peer: str, ok: bool, reason: str) -> None:
        if ok:
            self._pairing = {}
            self._show()
            self._desk.fact("pairingEnded")
            self._link(peer)
        elif self._pairing and self._desk.state.get("overlay") == "pairing":
            self._pairing = self._pairing | {"state": "failed"}
            self._show()
        elif peer == self._selected and reason:
            self._desk.fail(BenchError("air.pairing_failed", reason=reason))

    def _keep(self, bonds: list[Bond]) -> None:
        with self._desk.memory.changing() as memory:
            memory.bonds = [{"address": item.address, "name": item.name, "key": item.key} for item in bonds]
        for driver in self._desk.memory.drivers:
            if not self._has_parent(driver):
                self._forget_contacts(driver)
        self._show()

    # The link and the contacts (CAR-13a)

    def _link(self, address: str, quietly: bool = False) -> None:
        client = self._client
        if client is None:
            return
        self._desk.tasks.submit(
            lambda: client.connect_profile(address),
            lambda _: self._linked_up(address),
            (lambda _: None) if quietly else self._fail,
        )

    def _linked_up(self, address: str) -> None:
        driver = self._desk.active
        if driver is not None and driver.parent_phone != address:
            with self._desk.memory.changing():
                driver.parent_phone = address
            self._desk.events.emit("car", "parent_phone", peer=address)
        if driver is not None and self._offer:
            with self._desk.memory.changing():
                driver.telephony = True
            self._offer = False
        self._linked.add(address)
        self._show()
        self.pull_contacts()
        self._desk.fact("parentConnected")

    def pull_contacts(self) -> None:
        """Read the parent phone's contacts."""
        client, driver = self._client, self._desk.active
        if client is None or driver is None or not driver.parent_phone:
            return
        address = driver.parent_phone
        if self._desk.state.get("screen") == "telephone":
            self._desk.clear_error()

        def done(contacts: list[dict[str, Any]]) -> None:
            if self._desk.active is driver:
                self._desk.state.put("contacts", contacts)
                self.on_contacts(driver, contacts)
                self._desk.events.emit("car", "contacts.read", count=len(contacts))

        self._desk.tasks.submit(lambda: parse_contacts(client.pull_phonebook(address)), done, self._contacts_failed)

    def _contacts_failed(self, error: Exception) -> None:
        if not isinstance(error, BenchError):
            raise error
        if self._desk.state.get("screen") == "telephone":
            # What the phone says travels as the reason: `contacts.not_allowed`.
            reason = str(error.params.get("reason", ""))
            self._desk.fail(BenchError(reason) if reason.startswith("contacts.") else error)
        driver = self._desk.active
        if error.code == "air.phonebook_refused" and driver is not None:
            self._forget_contacts(driver)
        if error.code == "air.phonebook_refused" and self._client is not None:
            # The phone's owner may still be reading the question whether the car may have the contacts.
            if self._again is not None:
                self._again.cancel()
            self._again = self._desk.clock.call_later(CONTACTS_PAUSE, lambda: self._desk.tasks.post(self._pull_again))

    def _forget_contacts(self, driver: Driver) -> None:
        """The phone is not paired any more, or does not share them."""
        if driver is self._desk.active:
            self._desk.state.put("contacts", [])
        self.on_contacts(driver, [])

    def _pull_again(self) -> None:
        driver = self._desk.active
        if driver is not None and driver.parent_phone in self._linked and not self._desk.state.get("contacts"):
            self.pull_contacts()

    def on_enter_telephone(self) -> None:
        """Show the contacts as the phone has them now."""
        if self._desk.active is not None and self._desk.active.parent_phone in self._linked:
            self.pull_contacts()

    def _air(self, up: bool) -> None:
        if up:
            self._greet_parent()
        else:
            self._linked.clear()
        self._show()

    def _connected(self, peer: str, up: bool) -> None:
        (self._linked.add if up else self._linked.discard)(peer)
        self._show()

    def _driver_changed(self, previous: Driver | None, driver: Driver | None) -> None:
        if driver is not previous:
            self._desk.state.put("contacts", [])
            self._offer = False
            self._greet_parent()
        self._show()

    def _greet_parent(self) -> None:
        driver = self._desk.active
        if driver is not None and self._client is not None and self._client.is_paired(driver.parent_phone):
            self._link(driver.parent_phone, quietly=True)

    # Telephone and data over the eSIM (CAR-12b, -15)

    def take_telephony_offer(self) -> None:
        """The offer is taken: go on with the parent phone, without which there is no telephone (CAR-13a)."""
        self._way_back = ""
        self._answer_offer()
        self._offer = True

    def refuse_telephony_offer(self) -> None:
        """Data only."""
        self._answer_offer()
        self._set(telephony=False)

    def _answer_offer(self) -> None:
        self._set(telephony_answered=True)

    def take_telephony(self, value: object = None) -> None:
        """The check box "Telephone functions via eSIM": needs a paired parent phone (CAR-13a)."""
        driver = self._desk.active
        if driver is None:
            return
        if value and not self._may_call(driver):
            self._desk.notice("telephony.needs_phone")
            return
        self._set(telephony=bool(value), telephony_answered=True)

    def take_mobile_data(self, value: object = None) -> None:
        """The check box "Mobile data via eSIM"."""
        self._set(mobile_data=bool(value))

    def take_roaming(self, value: object = None) -> None:
        """The check box "Data Roaming": kept, without effect, and said so (CAR-15b)."""
        self._set(roaming=bool(value))
        if value:
            self._desk.notice("roaming.no_effect")

    def _set(self, **values: bool) -> None:
        driver = self._desk.active
        if driver is not None:
            with self._desk.memory.changing():
                for name, value in values.items():
                    setattr(driver, name, value)
        self._show()

    def _may_call(self, driver: Driver) -> bool:
        return self._has_parent(driver) or not self._desk.brand.telephony_needs_phone

    def _has_parent(self, driver: Driver) -> bool:
        return any(item["address"] == driver.parent_phone for item in self._desk.memory.bonds)

    # Showing

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, BenchError):
            raise error
        self._desk.fail(error)

    def _show(self) -> None:
        bonds = {item["address"]: item["name"] for item in self._desk.memory.bonds}
        names = bonds | {device.address: device.name for device in self._found}
        driver = self._desk.active
        devices = [
            {
                "address": address,
                "name": name,
                "paired": address in bonds,
                "connected": address in self._linked,
            }
            for address, name in names.items()
        ]
        pairing = dict(self._pairing)
        self._desk.state.put("bluetooth", {"scanning": self._scanning, "devices": devices, "pairing": pairing})
        parent = names.get(driver.parent_phone, "") if driver and self._has_parent(driver) else ""
        self._desk.state.update("status", bluetooth=bool(driver and driver.parent_phone in self._linked))
        self._desk.state.update(
            "esim",
            telephony=bool(driver and driver.telephony and self._may_call(driver)),
            mobileData=bool(driver and driver.mobile_data),
            roaming=bool(driver and driver.roaming),
            parentPhone=parent,
        )
