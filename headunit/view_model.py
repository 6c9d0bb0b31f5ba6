"""The head unit's face to QML: the contract's properties and one slot for touches. It holds no rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QJSValue

from headunit.car_state import SECTIONS, CarState

if TYPE_CHECKING:
    from headunit.car import Car


def _property(section: str, notify: Signal) -> Any:
    value = SECTIONS[section]
    kind: Any = "QVariantMap" if isinstance(value, dict) else "QVariantList" if isinstance(value, list) else str
    return Property(kind, lambda self: self.state.get(section), notify=notify)


class HeadUnitViewModel(QObject):
    """What `headunit/qml` binds to (docs/architecture.md). Touches before the car is ready are kept for it."""

    touched = Signal()
    """Somebody touched a control."""
    screenChanged = Signal()  # noqa: N815 - Qt's names
    overlayChanged = Signal()  # noqa: N815
    directionChanged = Signal()  # noqa: N815
    statusChanged = Signal()  # noqa: N815
    driversChanged = Signal()  # noqa: N815
    activeDriverChanged = Signal()  # noqa: N815
    selectedDriverChanged = Signal()  # noqa: N815
    brandChanged = Signal()  # noqa: N815
    vehicleChanged = Signal()  # noqa: N815
    linkChanged = Signal()  # noqa: N815
    qrChanged = Signal()  # noqa: N815
    credentialsChanged = Signal()  # noqa: N815
    loginChanged = Signal()  # noqa: N815
    syncChanged = Signal()  # noqa: N815
    pinChanged = Signal()  # noqa: N815
    esimChanged = Signal()  # noqa: N815
    activationChanged = Signal()  # noqa: N815
    bluetoothChanged = Signal()  # noqa: N815
    contactsChanged = Signal()  # noqa: N815
    telephoneChanged = Signal()  # noqa: N815
    phoneBookChanged = Signal()  # noqa: N815
    recentCallsChanged = Signal()  # noqa: N815
    callsChanged = Signal()  # noqa: N815
    settingsChanged = Signal()  # noqa: N815
    errorChanged = Signal()  # noqa: N815

    screen = _property("screen", screenChanged)
    overlay = _property("overlay", overlayChanged)
    direction = _property("direction", directionChanged)
    status = _property("status", statusChanged)
    drivers = _property("drivers", driversChanged)
    activeDriver = _property("activeDriver", activeDriverChanged)  # noqa: N815
    selectedDriver = _property("selectedDriver", selectedDriverChanged)  # noqa: N815
    brand = _property("brand", brandChanged)
    vehicle = _property("vehicle", vehicleChanged)
    link = _property("link", linkChanged)
    qr = _property("qr", qrChanged)
    credentials = _property("credentials", credentialsChanged)
    login = _property("login", loginChanged)
    sync = _property("sync", syncChanged)
    pin = _property("pin", pinChanged)
    esim = _property("esim", esimChanged)
    activation = _property("activation", activationChanged)
    bluetooth = _property("bluetooth", bluetoothChanged)
    contacts = _property("contacts", contactsChanged)
    telephone = _property("telephone", telephoneChanged)
    phoneBook = _property("phoneBook", phoneBookChanged)  # noqa: N815
    recentCalls = _property("recentCalls", recentCallsChanged)  # noqa: N815
    calls = _property("calls", callsChanged)
    settings = _property("settings", settingsChanged)
    error = _property("error", errorChanged)

    def __init__(self, state: CarState) -> None:
        super().__init__()
        self.state = state
        self._car: Car | None = None
        self._early: list[tuple[str, Any]] = []
        state.on_change(lambda section: getattr(self, f"{section}Changed").emit())

    def attach(self, car: Car) -> None:
        """From now on touches go to `car`, those that came before first."""
        self._car = car
        early, self._early = self._early, []
        for event, value in early:
            car.send(event, value)

    def detach(self) -> None:
        """No more touches."""
        self._car = None

    @Slot(str, "QVariant")
    def send(self, event: str, value: Any = None) -> None:
        """A touch, as the contract names it."""
        if isinstance(value, QJSValue):
            value = value.toVariant()
        self.touched.emit()
        if self._car is None:
            self._early.append((event, value))
        else:
            self._car.send(event, value)
