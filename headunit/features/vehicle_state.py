"""Whether the car drives and whether it has reception: IDs are added only in a car that stands and is online.

Source: domain.md §4.1 (stationary, with mobile reception, not in an underground car park).
"""

from __future__ import annotations

from headunit.desk import Desk


class VehicleState:
    """Guards about the car's state. `set_driving` and `set_reception` are the car's inputs, for tests and testers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.driving = False
        self.reception = True

    # Inputs

    def set_driving(self, driving: bool) -> None:
        """The car moves off, or stands."""
        if driving != self.driving:
            self.driving = driving
            self._show()
            self._desk.fact("drivingBegan" if driving else "drivingEnded")

    def set_reception(self, reception: bool) -> None:
        """The car leaves the mobile network (an underground car park), or is back."""
        if reception != self.reception:
            self.reception = reception
            self._desk.cloud.in_reception = reception
            self._show()

    def _show(self) -> None:
        self._desk.events.emit("car", "vehicle", driving=self.driving, reception=self.reception)
        self._desk.state.put("vehicle", {"driving": self.driving, "reception": self.reception})

    # Guards

    def is_driving(self) -> bool:
        """Whether nobody may choose a driver now."""
        return self.driving

    def sign_in_is_refused(self) -> bool:
        """Whether no ID can be added now."""
        return self.driving or not self.reception

    # Actions

    def tell_why_no_sign_in(self) -> None:
        """What the car needs before an ID can be added."""
        self._desk.notice("sign_in.driving" if self.driving else "sign_in.no_reception")
