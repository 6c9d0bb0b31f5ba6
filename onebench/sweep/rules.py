"""How a driver who wants one thing goes on: for what the screens show, the control to touch next. Data only.

The first rule whose states hold and whose control can be touched is followed, so that one table leads through the clean
way and back to it from every error. A new page is a new line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

PIN = "2580"


@dataclass(frozen=True)
class Rule:
    """`when` maps states (`car.screen`) to the value, or the tuple of values, that they must have.

    `{}` in `control` is filled in with the state `of`.
    """

    control: str
    when: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    """What is typed into the control (a fact of the person, `line.last4`) unless it is there; "": it is touched."""
    of: str = ""
    sees: str = ""
    """A control that must be on the screen too."""
    differ: tuple[str, str] | None = None
    """Two states that must not be the same."""


@dataclass(frozen=True)
class Errand:
    """What the driver wants: `rules` to follow until the states of `goal` hold. `person` is whose account is used."""

    name: str
    person: str
    rules: tuple[Rule, ...]
    goal: dict[str, Any]


SHOWS_QR = {"car.screen": "qr", "car.qr.state": "showing"}

PHONE_LOG_IN = (
    Rule("phone.home.mybmw", {"phone.screen.app": "home"}),
    Rule("phone.app.start.signIn", {"phone.app.screen": "start"}),
    Rule("phone.app.intro.continue", {"phone.app.screen": "intro"}),
    Rule("phone.app.problem.again", {"phone.app.screen": "signInFailed"}),
    Rule("phone.web.login-email", {"phone.app.screen": "web"}, text="email"),
    Rule("phone.web.login-password", {"phone.app.screen": "web"}, text="password"),
    Rule("phone.web.login-submit", {"phone.app.screen": "web"}),
    Rule("phone.app.web.close", {"phone.app.screen": "web"}, sees="phone.web.problem-title"),
    *(
        Rule(f"phone.app.pin.{digit}", {"phone.app.screen": ("pinSet", "pinAsk"), "phone.app.pin.digits": place})
        for place, digit in enumerate(PIN)
    ),
    Rule("phone.app.busy.retry", {"phone.app.screen": "loadingTerms"}),
    *(
        Rule(
            f"phone.app.terms.accept.{name}",
            {"phone.app.screen": "terms", f"phone.app.terms.{place}.ticked": False},
        )
        for place, name in enumerate(("terms_of_use", "connected_services", "privacy"))
    ),
    Rule("phone.app.terms.agree", {"phone.app.screen": "terms"}),
)
PHONE_SCAN = (
    Rule("phone.app.tab.profile", SHOWS_QR | {"phone.app.screen": ("welcome", "car")}),
    Rule("phone.app.profile.settings", SHOWS_QR | {"phone.app.screen": "profile"}),
    Rule("phone.app.settings.scan", SHOWS_QR | {"phone.app.screen": "settings"}),
    Rule("phone.app.confirm.approve", SHOWS_QR | {"phone.app.screen": "confirmCar"}),
    Rule("phone.app.problem.again", SHOWS_QR | {"phone.app.screen": "codeProblem"}),
    Rule("phone.app.scan.retry", SHOWS_QR | {"phone.app.screen": "scan", "phone.scanner.state": ("noCamera", "lost")}),
    Rule(
        "phone.app.done.close",
        SHOWS_QR | {"phone.app.screen": ("approved", "denied")},
        differ=("phone.app.request.code", "car.qr.userCode"),
    ),
)
MINI_LOG_IN = (
    Rule("phone.home.mini", {"phone.screen.app": "home"}),
    Rule("phone.app.start.signIn", {"phone.app.screen": "start"}),
    Rule("phone.app.problem.again", {"phone.app.screen": "signInFailed"}),
    Rule("phone.web.login-email", {"phone.app.screen": "web"}, text="email"),
    Rule("phone.web.login-continue", {"phone.app.screen": "web"}),
    Rule("phone.web.login-password", {"phone.app.screen": "web"}, text="password"),
    Rule("phone.web.login-submit", {"phone.app.screen": "web"}),
    Rule("phone.app.web.close", {"phone.app.screen": "web"}, sees="phone.web.problem-title"),
)
MINI_SCAN = (
    Rule("phone.app.tab.profile", SHOWS_QR | {"phone.app.screen": "car"}),
    Rule("phone.app.profile.scan", SHOWS_QR | {"phone.app.screen": "profile"}),
    Rule("phone.app.scanReady.start", SHOWS_QR | {"phone.app.screen": "scanReady"}),
    # The car's link in its settings: what one allows the car, then done.
    Rule("car.vehicleKey.more", {"car.screen": "vehicleKey"}),
    Rule("car.moreSettings.consents", {"car.screen": "moreSettings", "car.link.allowed": 0}),
    Rule("car.consents.enableAll", {"car.screen": "consents", "car.link.allowed": 0}),
    Rule("car.consents.back", {"car.screen": "consents"}),
    Rule("car.moreSettings.finish", {"car.screen": "moreSettings"}),
)
TO_PROVIDER = (
    Rule("phone.app.tab.profile", {"phone.app.screen": ("welcome", "car")}),
    Rule("phone.app.profile.esim", {"phone.app.screen": "profile"}),
    Rule("phone.app.esim.retry", {"phone.app.screen": "esim", "phone.app.esim.state": "failed"}),
    Rule("phone.app.esim.continue", {"phone.app.screen": "esim"}),
    Rule("phone.app.esim.activate", {"phone.app.screen": "esim"}),
    Rule("phone.app.esim.connect", {"phone.app.screen": "esimForm"}),
    Rule("phone.app.esim.problem.again", {"phone.app.screen": "esimProblem"}),
)
CAR_LOG_IN = (
    Rule("car.notice.dismiss", {"car.overlay": "notice"}),
    Rule("car.qr.renew", {"car.screen": "qr", "car.qr.state": ("failed", "expired", "denied")}),
    Rule("car.loginFailed.retry", {"car.screen": "loginFailed"}),
    Rule("car.home.bmwId", {"car.screen": "home", "car.activeDriver.key": "guest"}),
    Rule("car.bmwId.add", {"car.screen": "bmwId", "car.drivers.0": None}),
    Rule("car.bmwId.driver.{}", {"car.screen": "bmwId"}, of="car.drivers.0.key"),
    Rule("car.emailChoice.email", {"car.screen": "emailChoice"}),
    Rule("car.credentials.email", {"car.screen": "credentials", "car.credentials.busy": False}, text="email"),
    Rule("car.credentials.password", {"car.screen": "credentials", "car.credentials.busy": False}, text="password"),
    Rule("car.credentials.submit", {"car.screen": "credentials", "car.credentials.busy": False}),
)
CAR_SET_UP = (
    Rule("car.sync.continue", {"car.screen": "sync"}),
    Rule("car.pinOffer.setUp", {"car.screen": "pinOffer"}),
    *(
        Rule(f"car.{screen}.key{digit}", {"car.screen": screen, "car.pin.digits": place})
        for screen in ("pinEntry", "pinAsk")
        for place, digit in enumerate(PIN)
    ),
    Rule("car.pinDone.continue", {"car.screen": "pinDone"}),
    Rule("car.profileReady.home", {"car.screen": "profileReady"}),
    Rule("car.telephony.decline", {"car.overlay": "telephony"}),
    Rule("car.home.mobileDevices", {"car.screen": "home"}),
    Rule("car.mobileDevices.retry", {"car.screen": "mobileDevices", "car.esim.state": "failed"}),
)
CONNECTED = {"car.esim.state": "connected", "car.overlay": "", "car.screen": ("home", "mobileDevices")}

APP = Errand(
    "bmw-car-app",
    "hana",
    (*PHONE_LOG_IN, *CAR_LOG_IN, Rule("car.addMethod.app", {"car.screen": "addMethod"}), *PHONE_SCAN, *CAR_SET_UP),
    CONNECTED,
)
EMAIL = Errand(
    "bmw-car-email",
    "hana",
    (*CAR_LOG_IN, Rule("car.addMethod.id", {"car.screen": "addMethod"}), *CAR_SET_UP),
    CONNECTED,
)
FIRST_LOGIN = Errand(
    "bmw-app-first-login",
    "mio",
    (
        *PHONE_LOG_IN,
        Rule("phone.app.tab.profile", {"phone.app.screen": ("welcome", "car")}),
        Rule("phone.app.profile.esim", {"phone.app.screen": "profile"}),
        Rule("phone.app.esim.retry", {"phone.app.screen": "esim", "phone.app.garage.state": "failed"}),
    ),
    {"phone.app.screen": "esim", "phone.app.garage.state": "ready"},
)
MINI_APP = Errand("mini-car-app", "hana", (*MINI_LOG_IN, *CAR_LOG_IN, *MINI_SCAN, *PHONE_SCAN, *CAR_SET_UP), CONNECTED)
ACTIVATION = Errand(
    "bmw-app-base",
    "mio",
    (*PHONE_LOG_IN, Rule("phone.app.esim.number", {"phone.app.screen": "esimForm"}, text="line.last4"), *TO_PROVIDER),
    {"phone.app.screen": "provider"},
)
MINI_ACTIVATION = Errand(
    "mini-app-both",
    "nagi",
    (*MINI_LOG_IN, Rule("phone.app.esim.number", {"phone.app.screen": "esimForm"}, text="line.msisdn"), *TO_PROVIDER),
    {"phone.app.screen": "provider"},
)
ERRANDS = {errand.name: errand for errand in (APP, EMAIL, FIRST_LOGIN, MINI_APP, ACTIVATION, MINI_ACTIVATION)}
