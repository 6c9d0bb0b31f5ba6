"""The Mynapoint app: what the view sees of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from core.errors import BenchError
from core.local_time import LOCAL_TIME
from phone_app.apps.installed import Listing
from phone_app.apps.mynapoint.application_pages import ApplicationPages


class MynapointApp(ApplicationPages):
    """Every touch is an `on_…` event; a screen that does not know an event ignores it."""

    theme = "mynapoint"
    listing = Listing("mynapoint", 64, at_first=False)

    def face(self) -> dict[str, Any]:
        """Its icon; the name is the view's."""
        return {"id": self.id, "name": "", "icon": ["coin", "#8E62E6", "#44238F", "#FFFFFF"]}

    def forget(self) -> None:
        """Nothing is kept on the phone: reservation and application are the platform's, the tries the card's."""
        self._put_back()
        self._office = ""
        self._to_top()

    def state(self) -> dict[str, Any]:
        """All of the app's state for its QML; the card's password and the session's token are not in it."""
        return {
            "screen": self.screen,
            "error": _error(self._error),
            "busy": self._busy,
            "mayRetry": self._retry is not None,
            "loggedOut": self._logged_out,
            "myKeyId": self._my_key_id,
            "reservedBefore": self._reserved_before,
            "search": {
                "keyword": self._keyword,
                "busy": self._searching,
                "done": self._found is not None,
                "found": [self._service(item) for item in self._found or []],
                "chosen": self._service(self._chosen) if self._chosen else {},
            },
            "agreed": self._agreed,
            "form": {
                "paymentServiceId": self._form.values["payment_service_id"],
                "securityCode": self._form.values["security_code"],
                "phoneLast4": self._form.values["phone_last4"],
                "mistakes": list(self._form.mistakes),
                "checking": self._checking,
            },
            "cleanId": self._clean_id,
            "application": self._application_state(),
            **self.card_state(),
        }

    def _service(self, item: dict[str, str]) -> dict[str, str]:
        language = self._language()
        key = item["id"].replace("-", "_")
        return {
            "id": item["id"],
            "key": key,
            "name": item[f"name#{language}"],
            "operator": item[f"operator#{language}"],
        }

    def _application_state(self) -> dict[str, Any]:
        found = self._application
        if not found:
            return {}
        return {
            "number": found["id"],
            "service": str(found.get(f"name#{self._language()}") or ""),
            "state": found["state"],
            "appliedAt": _moment(found["applied_at"]),
            "completesAt": _moment(found["completes_at"]),
            "looking": self._looking,
        }


def _error(error: BenchError | None) -> dict[str, Any]:
    if error is None:
        return {}
    return {"code": error.code, "params": {name: str(value) for name, value in error.params.items()}}


def _moment(seconds: float) -> dict[str, Any]:
    """A moment as the person's calendar and clock show it."""
    at = datetime.fromtimestamp(seconds, UTC).astimezone(LOCAL_TIME)
    return {"month": at.month, "day": at.day, "time": f"{at:%H:%M}"}
