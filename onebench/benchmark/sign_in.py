"""Signs in on the phone as a person would: opens the log-in page in its browser, fills it in, and is sent back."""

from __future__ import annotations

from typing import Any

from core.demo import demo_data


def sign_in(phone: Any) -> None:
    """Walk from the phone's home screen to the app's PIN; the web page is closed at the end."""
    hana = demo_data()["accounts"][0]
    for element in ("phone.home.mybmw", "phone.app.start.signIn", "phone.app.intro.continue"):
        _touch(phone, element)
    _see(phone, "phone.web.login-submit")
    phone.screen.type_text("phone.web.login-email", hana["email"])
    phone.screen.type_text("phone.web.login-password", hana["password"])
    phone.screen.tap("phone.web.login-submit")
    assert phone.screen.wait(lambda: phone.state("app.screen") == "pinSet", 20)


def _touch(phone: Any, element: str) -> None:
    _see(phone, element)
    phone.screen.tap(element)


def _see(phone: Any, element: str) -> None:
    assert phone.screen.wait(lambda: phone.screen.find(element) is not None, 20), element
