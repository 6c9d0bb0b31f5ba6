"""The telephone page: contacts, calls before, key pad, and what is missing while the car does not telephone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from core.local_time import LOCAL_TIME
from core.phone_numbers import grouped, plain_number
from headunit.desk import Desk
from headunit.features.contact_names import ContactNames
from headunit.features.telephone import Telephone
from headunit.flow.drivers import GUEST, Driver
from headunit.flow.telephone import TABS, can_be_called, is_service_code, missing, typed_with
from headunit.services.call_log import CallLog, Past

SEEN = ("esim", "status", "activeDriver", "contacts", "screen")
"""Sections that the page depends on."""


class TelephonePage:
    """Actions of the screen `telephone`, and the sections `telephone`, `phoneBook` and `recentCalls`."""

    def __init__(self, desk: Desk, log: CallLog, names: ContactNames, telephone: Telephone) -> None:
        self._desk = desk
        self._log = log
        self._names = names
        self._telephone = telephone
        self._tab = "contacts"
        self._typed = ""
        desk.state.on_change(self._state_changed)
        desk.on_driver.append(self._driver_changed)
        telephone.changed.append(self._show)

    # Contacts

    def contacts_read(self, driver: Driver, contacts: list[dict[str, Any]]) -> None:
        """The parent phone gave its contacts, or (an empty list) does not share them any more."""
        self._log.keep_contacts(driver.key, contacts)

    def _driver_changed(self, previous: Driver | None, driver: Driver | None) -> None:
        if driver is not previous:
            self._typed, self._tab = "", "contacts"
            self._desk.state.put("contacts", self._log.page(driver.key).contacts if driver else [])
        self._show()

    # Touches

    def open_telephone_tab(self, value: object = None) -> None:
        """Contacts, calls before or key pad."""
        if value in TABS:
            self._tab = str(value)
            self._look_at_recents()
            self._show()

    def on_enter_telephone(self) -> None:
        """Missed calls are looked at with the list."""
        if self._log.page(self._driver).unseen:
            self._tab = "recents"
        self._look_at_recents()
        self._show()

    def type_number(self, value: object = None) -> None:
        """A key of the pad."""
        self._typed = typed_with(self._typed, str(value))
        self._show()

    def erase_number(self) -> None:
        """The last digit."""
        self._typed = self._typed[:-1]
        self._show()

    def call_number(self, value: object = None) -> None:
        """Call `value`, or what was typed; with nothing typed the last number is offered, as on any phone."""
        number = plain_number(str(value or self._typed))
        if self._missing():
            return
        if not number.strip("+*#"):
            last = next((past for past in self._log.page(self._driver).calls if past.number), None)
            self._typed = last.number if last is not None else ""
        elif is_service_code(number):
            self._desk.notice("telephone.service_code")
        elif not can_be_called(number):
            self._desk.notice("telephone.bad_number")
        elif not self._telephone.may_begin:
            self._desk.notice("telephone.busy")
        else:
            self._typed = ""
            self._telephone.dial(number)
        self._show()

    # Showing

    @property
    def _driver(self) -> str:
        return str(self._desk.state.get("activeDriver").get("key", GUEST))

    def _missing(self) -> str:
        state = self._desk.state
        return missing(
            self._driver,
            state.get("esim"),
            needs_phone=self._desk.brand.telephony_needs_phone,
            has_modem=bool(state.get("status")["modemPresent"]),
        )

    def _state_changed(self, section: str) -> None:
        if section == "drivers":
            self._log.keep_only([item.key for item in self._desk.memory.drivers])
        elif section in SEEN:
            self._show()

    def _look_at_recents(self) -> None:
        if self._tab == "recents":
            self._log.seen(self._driver)

    def _show(self) -> None:
        page, state = self._log.page(self._driver), self._desk.state
        state.put(
            "telephone",
            {
                "missing": self._missing(),
                "tab": self._tab,
                "typed": self._typed,
                "typedShown": grouped(self._typed),
                "typedName": self._names.of(self._typed),
                "unseen": page.unseen,
            },
        )
        if state.get("screen") == "telephone":  # the lists are long, and only this page shows them
            state.put("phoneBook", self._names.rows)
            state.put("recentCalls", [self._row(past) for past in page.calls])

    def _row(self, past: Past) -> dict[str, Any]:
        then = datetime.fromtimestamp(past.at, UTC).astimezone(LOCAL_TIME)
        today = self._desk.clock.now().astimezone(LOCAL_TIME).date() == then.date()
        return {
            "key": past.key,
            "number": past.number,
            "name": self._names.of(past.number),
            "shown": grouped(past.number),
            "kind": past.kind,
            "seconds": past.seconds,
            "time": f"{then:%H:%M}" if today else f"{then.month}/{then.day}",
        }
