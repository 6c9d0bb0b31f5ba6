"""What ties an ID to this car beyond the sign-in: key, permissions, synchronisation (MINI-APP-S1-11…15)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from headunit.desk import Desk
from headunit.flow.drivers import Driver


class IdLink:
    """Guards and actions of `vehicleKey`, `moreSettings`, `consents` and `myId`. Which of them come, the brand says."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._from_driver_page = False
        self.changed: list[Callable[[Driver], None]] = []
        """Called with the driver whose permissions changed."""
        desk.on_driver.append(lambda _, driver: self._show())

    # Guards

    def has_one_way_to_add(self) -> bool:
        """Whether nobody needs to be asked how an ID is added."""
        return len(self._desk.brand.sign_in_by) == 1

    def begins_with_vehicle_key(self) -> bool:
        """Whether a driver's first log-in is followed by key and permissions, not by the question about settings."""
        return self._desk.brand.set_up[0] == "vehicleKey"

    def has_more_settings(self) -> bool:
        """Whether the driver whose page is shown has key and permissions to see, and is at the wheel."""
        active = self._desk.active
        shown = self._desk.state.get("selectedDriver").get("key")
        return "moreSettings" in self._desk.brand.set_up and active is not None and active.key == shown

    def came_from_driver_page(self) -> bool:
        """Where "back" and "Done" lead."""
        return self._from_driver_page

    # Actions

    def on_enter_vehicle_key(self) -> None:
        """The set-up, not the driver's page."""
        self._from_driver_page = False
        self._show()

    def remember_driver_page(self) -> None:
        """The same settings later, from the driver's page."""
        self._from_driver_page = True
        self._show()

    def take_vehicle_key(self, value: object = None) -> None:
        """The check box "Vehicle key": the key that opened the car brings this driver's profile (S1-11)."""
        self._set("vehicle_key", bool(value))

    def enable_all_consents(self) -> None:
        """ "Enable all" (S1-13)."""
        self._allow(dict.fromkeys(self._desk.brand.consents, True))

    def take_consent(self, value: object = None) -> None:
        """One permission; `value` is `{key, allowed}`."""
        wish: dict[str, Any] = value if isinstance(value, dict) else {}
        if wish.get("key") in self._desk.brand.consents:
            self._allow({wish["key"]: bool(wish.get("allowed"))})

    def take_id_sync(self, value: object = None) -> None:
        """The check box "Synchronise MINI ID" (S1-14)."""
        self._set("sync", "cloud" if value else "car")

    def finish_link(self) -> None:
        """ "Done" (S1-15): what was chosen takes effect (`apply_sync_choice`), and what is missing is said."""
        driver = self._desk.active
        if driver is None:
            return
        self._desk.state.put("sync", {"choice": driver.sync})
        self._desk.events.emit("car", "id.linked", driver=driver.key, key=driver.vehicle_key, consents=driver.consents)
        if not driver.may("esim"):
            self._desk.notice("consent.esim_missing")

    def _allow(self, wishes: dict[str, bool]) -> None:
        driver = self._desk.active
        if driver is None:
            return
        self._set("consents", driver.consents | wishes)
        for listener in self.changed:
            listener(driver)

    def _set(self, name: str, value: Any) -> None:
        driver = self._desk.active
        if driver is None:
            return
        with self._desk.memory.changing():
            setattr(driver, name, value)
        self._desk.events.emit("car", "id.setting", name=name, value=value)
        self._show()

    def _show(self) -> None:
        driver = self._desk.active
        consents = [
            {"key": key, "allowed": driver is not None and driver.may(key)} for key in self._desk.brand.consents
        ]
        self._desk.state.put(
            "link",
            {
                "vehicleKey": driver is not None and driver.vehicle_key,
                "sync": driver is not None and driver.sync == "cloud",
                "consents": consents,
                "allowed": sum(item["allowed"] for item in consents),
            },
        )
