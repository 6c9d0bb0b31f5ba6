"""The phone's window with any state on it: every screen with the states it can be in, to test and to look at."""

from __future__ import annotations

import copy
from typing import Any

from gallery_mynapoint import MYNAPOINT_SCENES, mynapoint_state
from gallery_store import STORE_SCENES, store_state
from PySide6.QtCore import Property, QObject, QPointF, Signal, Slot
from shiboken6 import delete

from core.brand import load_brand
from core.ui.keyboard import on_screen_keyboard
from core.ui.theme import change_theme
from phone_app.view_model import PhoneViewModel
from phone_app.window import make_window

CARS = [
    {
        "key": "0000000",
        "model": "BMW iX xDrive50",
        "vinLast7": "0000000",
        "role": "main",
        "esim": "active",
        "operator": "NTT DOCOMO",
        "numberLast4": "1234",
    }
]
PEOPLE = {
    "en": {"name": "Hana Aoki", "phone": "Hana's phone", "contact": "Tsubasa Ito"},
    "ja": {"name": "青木 花", "phone": "花のスマートフォン", "contact": "伊藤 翼"},
}
TERMS = ["terms_of_use", "connected_services", "privacy"]


def face(brand: str) -> dict[str, Any]:
    """What the phone knows of a brand's app."""
    pack = load_brand(brand)
    names = {"name": pack.app_name, "brandName": pack.name, "idName": pack.id_name}
    return {
        "id": pack.app_scheme,
        "view": pack.app_view,
        **names,
        "icon": list(pack.app_icon),
        "activeOn": pack.active_on,
        "asksPin": "pin" in pack.app_set_up,
    }


FACES = {brand: face(brand) for brand in ("bmw", "mini")}


def base_state(language: str = "en", night: bool = False) -> dict[str, Any]:
    """A phone on its home screen."""
    people = PEOPLE[language]
    choices = {
        "wifi": True,
        "cellular": True,
        "airplane": False,
        "bluetooth": True,
        "visible": True,
        "nfc": True,
        "covered": True,
        "cardFirst": False,
        "language": language,
        "appearance": "night" if night else "day",
        "sounds": True,
        "nameLength": 30,
        "device": "02:00:00:00:00:01",
    }
    contacts = [
        {"key": f"c{number}", "name": people["contact"], "initial": people["contact"][0], "numbers": ["090-0000-2001"]}
        for number in range(1, 5)
    ]
    return {
        "screen": {"app": "home", "name": "home", "direction": "none", "view": ""},
        "status": {"time": "09:41", "bearer": "wifi", "technology": "5G", "battery": 82, "bluetooth": True}
        | {"airplane": False, "inNetwork": True, "inCall": False},
        "web": {"front": "", "slots": {}, "knowing": [], "asked": "My BMW"},
        "banner": {},
        "overlay": "",
        "preferences": {
            "name": people["phone"],
            "language": language,
            "night": night,
            "today": {"month": 9, "day": 30, "weekday": 3},
        },
        "bluetooth": {"available": True, "paired": [], "pairing": {}, "shareContacts": True},
        "app": {
            "brand": FACES["bmw"],
            "screen": "start",
            "error": {},
            "user": {"name": people["name"], "email": "hana.aoki@example.com", "initial": people["name"][0]},
            "web": {"url": ""},
            "pin": _pin(),
            "terms": [{"id": term, "ticked": False} for term in TERMS],
            "mayAgree": False,
            "garage": _garage("ready", CARS),
            "awaited": {},
            "foreign": {},
            "code": {"typed": "", "length": 8},
            "esim": esim_state("active"),
            "request": {"code": "BCDF-GHJK", "model": "BMW iX xDrive50", "vinLast7": "0000000"},
        },
        "settings": choices
        | {"screen": "list", "oneNumber": {"state": "asking", "text": "", "number": "090-0000-1234"}},
        "contacts": {"screen": "list", "contacts": contacts, "contact": contacts[0]},
        "messages": messages_state(language),
        "dialer": dialer_state(),
        "browser": {"screen": "start", "sites": SITES, "open": False},
        "store": store_state(),
        "mynapoint": mynapoint_state(language),
    }


SITES = [
    {"id": "carrier", "host": "127.0.0.1:40001", "brand": ""},
    {"id": "portal-bmw", "host": "127.0.0.1:40000", "brand": "BMW"},
]
SMS = {
    "en": "Your security code is 482913. Never tell it to anybody. (NTT DOCOMO)",
    "ja": "【NTTドコモ】セキュリティコードは482913です。第三者には絶対に教えないでください。",
}


def messages_state(language: str, **changes: Any) -> dict[str, Any]:
    """The Messages app with one conversation of each kind."""
    name = PEOPLE[language]["contact"]
    rows = [
        {"key": "s1", "name": "NTT DOCOMO", "initial": "N", "preview": SMS[language], "time": "09:40", "unread": 2},
        {"key": "n2", "name": name, "initial": name[0], "preview": "OK", "time": "09:12", "unread": 0},
        {"key": "n3", "name": "090-0000-2003", "initial": "", "preview": "…", "time": "9/28", "unread": 0},
    ]
    bubbles = [
        {"id": "m1", "mine": False, "text": SMS[language], "time": "09:40", "state": "received", "code": "482913"},
        {"id": "m2", "mine": True, "text": "OK", "time": "09:41", "state": "delivered", "code": ""},
        {"id": "m3", "mine": True, "text": SMS[language], "time": "09:41", "state": "failed", "code": ""},
        {"id": "m4", "mine": True, "text": "…", "time": "09:41", "state": "sending", "code": ""},
    ]
    state = {
        "screen": "list",
        "unread": 0,
        "code": "",
        "problem": "",
        "longest": 670,
        "conversations": [row | {"failed": row["key"] == "n3"} for row in rows],
        "conversation": {"key": "n2", "name": name, "mayReply": True, "messages": bubbles},
    }
    return state | changes


def dialer_state(**changes: Any) -> dict[str, Any]:
    """The telephone at rest."""
    state: dict[str, Any] = {"screen": "keypad", "typed": "", "typedShown": "", "name": "", "service": {}, "missed": 0}
    state |= {"behind": {}, "muted": False, "tones": "", "pad": False, "mayDial": True}
    return {**state, "call": {}, "incoming": {}, "busy": False, "recents": [], **changes}


def call_state(state: str, **changes: Any) -> dict[str, Any]:
    """One call."""
    call = {"number": "09000002001", "name": "090-0000-2001", "state": state, "incoming": False, "seconds": 83}
    return {**call, "cause": "", **changes}


def esim_state(state: str, **changes: Any) -> dict[str, Any]:
    """The personal eSIM of the app."""
    linked = state in ("linked", "active")
    form = {"countries": ["JP"], "country": "JP", "operators": [{"id": "docomo", "name": "NTT DOCOMO"}]}
    facts = {
        "state": state,
        "operator": "NTT DOCOMO" if linked else "",
        "number": "090-0000-1234" if linked else "",
        "numberLast4": "1234" if linked else "",
        "reason": "",
        "mayContinue": False,
        "problem": {},
        "form": {**form, "operator": "docomo", "number": "", "entry": "last4", "length": 4, "mistake": ""},
        "completed": False,
        "outcome": {},
    }
    return facts | changes


def _pin(**changes: Any) -> dict[str, Any]:
    pin = {"purpose": "set", "stage": "enter", "digits": 0, "length": 4, "mistake": "", "mistakes": 0}
    return {**pin, "attemptsLeft": 0, "busy": False, **changes}


def _mybmw(screen: str, **changes: Any) -> dict[str, Any]:
    return {"screen": {"app": "mybmw", "name": f"mybmw.{screen}", "view": "app"}, "app": {"screen": screen, **changes}}


def _error(code: str) -> dict[str, Any]:
    return {"code": code, "params": {}}


CONTRACT = {"esim": "ready", "operator": "NTT DOCOMO", "numberLast4": "1234"}
NO_CONTRACT = {"esim": "none", "operator": "", "numberLast4": ""}


def _garage(
    state: str, cars: list[dict[str, Any]], code: str = "", contract: dict[str, str] = CONTRACT
) -> dict[str, Any]:
    return {"state": state, "cars": cars, "contract": contract, "error": _error(code) if code else {}}


def _esim(state: str) -> list[dict[str, Any]]:
    return [{**CARS[0], "esim": state, "role": "co"} | ({} if state != "none" else {"operator": "", "numberLast4": ""})]


def _settings(screen: str, **changes: Any) -> dict[str, Any]:
    return {"screen": {"app": "settings", "name": f"settings.{screen}"}, **changes}


PAIRED = [
    {"address": "02:00:00:00:00:01", "key": "020000000001", "name": "BMW iX", "connected": True, "contacts": True},
    {"address": "02:00:00:00:00:02", "key": "020000000002", "name": "BMW i4", "connected": False, "contacts": False},
]
ERRORS = ["phone.offline", "cloud.unreachable", "cloud.timeout", "cloud.broken", "auth.denied", "auth.mismatch"]
CODE_ERRORS = [
    "code.unknown",
    "code.expired",
    "code.used",
    "code.denied",
    "code.other_brand",
    "code.too_many_attempts",
    "cloud.unreachable",
]

ESIM_ERRORS = [
    "carrier.unreachable",
    "carrier.maintenance",
    "esim.already_linked",
    "esim.number_mismatch",
    "esim.denied",
    "esim.expired",
    "esim.failed",
    "phone.offline",
]
CAUSES = [
    "",
    "busy",
    "declined",
    "no_answer",
    "unreachable",
    "unknown_number",
    "not_allowed",
    "answered_elsewhere",
    "emergency",
    "coverage",
    "no_network",
    "airplane",
    "failed",
]
RECENTS = [
    {"key": "c1", "name": "090-0000-2001", "incoming": True, "missed": True, "seconds": 0, "time": "09:40"},
    {"key": "c2", "name": "151", "incoming": False, "missed": False, "seconds": 30, "time": "09:12"},
    {"key": "c3", "name": "", "incoming": True, "missed": False, "seconds": 3, "time": "9/28"},
]


def _app(app: str, screen: str, **changes: Any) -> dict[str, Any]:
    return {"screen": {"app": app, "name": f"{app}.{screen}"}, **changes}


def _form(**changes: Any) -> dict[str, Any]:
    state = esim_state("none")
    return {**state, "form": {**state["form"], **changes}}


def _talk(name: str) -> dict[str, Any]:
    talk = messages_state("en")["conversation"]
    return {"conversation": {**talk, "name": name, "mayReply": False, "messages": talk["messages"][:1]}}


def _banner(kind: str, **params: str) -> dict[str, Any]:
    return {"banner": {"number": 1, "kind": kind, "params": params}}


def _service(state: str, text: str) -> dict[str, Any]:
    return {"overlay": "service", "dialer": {"service": {"state": state, "code": "*#103#", "text": text}}}


SCENES: dict[str, dict[str, Any]] = {
    "home": {},
    "home-cellular": {"status": {"bearer": "cellular", "bluetooth": False}},
    "home-banner": {"banner": {"number": 1, "kind": "pairingFailed", "params": {"reason": "timeout", "name": "BMW"}}},
    "home-damaged": {"banner": {"number": 1, "kind": "damaged", "params": {}}, "status": {"bearer": "none"}},
    "start": _mybmw("start"),
    "start-locked": _mybmw("start", error=_error("pin.locked")),
    "start-ended": _mybmw("start", error=_error("auth.ended")),
    "intro": _mybmw("intro"),
    "web-opening": _mybmw("web"),
    "signing-in": _mybmw("signingIn"),
    **{f"sign-in-failed-{code}": _mybmw("signInFailed", error=_error(code)) for code in ERRORS},
    "pin-set": _mybmw("pinSet", pin=_pin(digits=2)),
    "pin-confirm": _mybmw("pinSet", pin=_pin(stage="confirm", digits=1)),
    "pin-mismatch": _mybmw("pinSet", pin=_pin(mistake="mismatch", mistakes=1)),
    "pin-full-disk": _mybmw("pinSet", error=_error("storage.full")),
    "pin-ask": _mybmw("pinAsk", pin=_pin(purpose="ask")),
    "pin-wrong": _mybmw("pinAsk", pin=_pin(purpose="ask", mistake="wrong", mistakes=1, attemptsLeft=3)),
    "pin-prove": _mybmw("changePin", pin=_pin(purpose="prove")),
    "pin-changed": _mybmw("pinChanged"),
    "terms": _mybmw("terms"),
    "terms-ticked": _mybmw("terms", mayAgree=True, terms=[{"id": term, "ticked": True} for term in TERMS]),
    "terms-loading": _mybmw("loadingTerms"),
    "terms-failed": _mybmw("loadingTerms", error=_error("cloud.timeout")),
    "welcome": _mybmw("welcome"),
    "car": _mybmw("car"),
    "car-stale": _mybmw("car", garage=_garage("ready", _esim("ready"), "cloud.unreachable")),
    "car-none": _mybmw("car", garage=_garage("ready", [])),
    "car-awaited": _mybmw("car", garage=_garage("ready", []), awaited={"model": "BMW iX xDrive50", "vinLast7": "1"}),
    "car-second-awaited": _mybmw("car", awaited={"model": "BMW iX xDrive50", "vinLast7": "1"}),
    "car-loading": _mybmw("car", garage=_garage("loading", [])),
    "car-failed": _mybmw("car", garage=_garage("failed", [], "phone.offline")),
    "profile": _mybmw("profile"),
    "mybmw-settings": _mybmw("settings"),
    "log-out": _mybmw("confirmLogOut"),
    "esim": _mybmw("esim"),
    "esim-ready": _mybmw("esim", garage=_garage("ready", _esim("ready"))),
    "esim-not-set-up": _mybmw("esim", garage=_garage("ready", _esim("none")), esim=esim_state("linked")),
    "esim-no-car": _mybmw("esim", garage=_garage("ready", []), esim=esim_state("linked")),
    "esim-last4": _mybmw("esim", garage=_garage("ready", []), esim=esim_state("linked", number="")),
    "esim-none": _mybmw("esim", esim=esim_state("none")),
    "esim-requested": _mybmw("esim", esim=esim_state("requested", mayContinue=True)),
    "esim-elsewhere": _mybmw("esim", esim=esim_state("requested")),
    "esim-loading": _mybmw("esim", esim=esim_state("loading")),
    "esim-failed": _mybmw("esim", esim=esim_state("failed", problem=_error("cloud.timeout"))),
    "esim-stale": _mybmw("esim", esim=esim_state("linked", problem=_error("cloud.unreachable"))),
    "esim-denied": _mybmw("esim", esim=esim_state("none", outcome={"state": "denied", "reason": ""})),
    "esim-form": _mybmw("esimForm", esim=esim_state("none")),
    "esim-form-mistake": _mybmw("esimForm", esim=_form(mistake="number", number="12")),
    "esim-form-whole": _mybmw("esimForm", esim=_form(entry="full", length=11)),
    "esim-form-whole-mistake": _mybmw("esimForm", esim=_form(entry="full", length=11, mistake="number")),
    "esim-beginning": _mybmw("esimBeginning"),
    "esim-checking": _mybmw("esimChecking"),
    "esim-completed": _mybmw("profile") | {"overlay": "esimCompleted"},
    "esim-unlink": _mybmw("esimUnlink"),
    **{f"esim-problem-{code}": _mybmw("esimProblem", error=_error(code)) for code in ESIM_ERRORS},
    "open-in": {"overlay": "openIn"},
    "quick": {"overlay": "quick"},
    "quick-off": {
        "overlay": "quick",
        "settings": {"wifi": False, "covered": False, "airplane": True, "bluetooth": False},
    },
    "home-sms": _banner("sms", key="s1", name="NTT DOCOMO", text=SMS["ja"], code="482913"),
    "home-sms-plain": _banner("sms", key="n2", name="090-0000-2001", text="OK", code=""),
    "home-badges": {"messages": {"unread": 3}, "dialer": {"missed": 120}, "status": {"inCall": True}},
    "home-airplane": {"status": {"airplane": True, "inNetwork": False, "bearer": "none"}},
    "messages": _app("messages", "list"),
    "messages-none": _app("messages", "list", messages={"conversations": []}),
    "conversation": _app("messages", "conversation"),
    "conversation-no-reply": _app("messages", "conversation", messages=_talk("NTT DOCOMO")),
    "compose": _app("messages", "compose"),
    "compose-mistake": _app("messages", "compose", messages={"problem": "number"}),
    "dialer": _app("dialer", "keypad"),
    "dialer-typed": _app("dialer", "keypad", dialer={"typed": "151", "typedShown": "151"}),
    "dialer-long": _app("dialer", "keypad", dialer={"typed": "*" * 24, "typedShown": "*" * 24}),
    "recents": _app("dialer", "recents", dialer={"screen": "recents", "recents": RECENTS}),
    "recents-none": _app("dialer", "recents", dialer={"screen": "recents"}),
    **{
        f"call-{state}": _app("dialer", "call", dialer={"call": call_state(state)})
        for state in ("connecting", "alerting", "connected", "held")
    },
    **{
        f"call-ended-{cause}": _app("dialer", "call", dialer={"call": call_state("ended", cause=cause)})
        for cause in CAUSES
    },
    "call-two": _app(
        "dialer", "call", dialer={"call": call_state("connected"), "behind": call_state("held", name="Tsubasa Ito")}
    ),
    "call-pad": _app("dialer", "call", dialer={"call": call_state("connected"), "pad": True, "tones": "0123456789*#"}),
    "call-muted": _app("dialer", "call", dialer={"call": call_state("connected"), "muted": True}),
    "banner-missed": {"banner": {"number": 7, "kind": "missed", "params": {"name": "Tsubasa Ito"}}},
    **{
        f"one-number-{state}": _settings(
            "oneNumber", settings={"oneNumber": {"state": state, "text": text, "number": "090-0000-1234"}}
        )
        for state, text in (
            ("asking", ""),
            ("answered", "SMS受信優先設定：スマートフォン優先"),
            ("failed", "radio.airplane"),
        )
    },
    "incoming": {"overlay": "incoming", "dialer": {"incoming": call_state("offered", incoming=True)}},
    "incoming-second": {"overlay": "incoming", "dialer": {"incoming": call_state("waiting", incoming=True, name="")}},
    "service-waiting": _service("waiting", ""),
    "service-answer": _service("answer", "データ通信・SMS：スマートフォンで受信します。"),
    "service-refused": _service("failed", "Not supported"),
    "service-offline": _service("failed", "radio.no_coverage"),
    "service-airplane": _service("failed", "radio.airplane"),
    **STORE_SCENES,
    **MYNAPOINT_SCENES,
    "browser": _app("browser", "start"),
    "browser-open": _app("browser", "start", browser={"open": True}),
    "browser-none": _app("browser", "start", browser={"sites": []}),
    "scan": _mybmw("scan") | {"scanner": {"state": "looking", "frameRevision": 1}},
    "scan-starting": _mybmw("scan") | {"scanner": {"state": "starting"}},
    "scan-far": _mybmw("scan") | {"scanner": {"state": "looking", "advice": "far", "frameRevision": 1}},
    "scan-found": _mybmw("scan")
    | {
        "scanner": {
            "state": "found",
            "frameRevision": 1,
            "corners": [QPointF(0.3, 0.35), QPointF(0.7, 0.33), QPointF(0.72, 0.55), QPointF(0.31, 0.56)],
        }
    },
    "scan-no-camera": _mybmw("scan") | {"scanner": {"state": "noCamera"}},
    "scan-lost": _mybmw("scan") | {"scanner": {"state": "lost"}},
    "scan-foreign": _mybmw("scan", foreign={"kind": "web", "host": "www.example.com"})
    | {"scanner": {"state": "looking", "frameRevision": 1}},
    "scan-other-cloud": _mybmw("scan", foreign={"kind": "otherCloud", "host": "cloud.example.com"})
    | {"scanner": {"state": "looking", "frameRevision": 1}},
    "code": _mybmw("code", code={"typed": "BCD", "length": 8}),
    "checking": _mybmw("checking"),
    "confirm-car": _mybmw("confirmCar"),
    "deciding": _mybmw("deciding"),
    "approved": _mybmw("approved"),
    "denied": _mybmw("denied"),
    **{f"code-problem-{code}": _mybmw("codeProblem", error=_error(code)) for code in CODE_ERRORS},
    "settings": _settings("list"),
    "settings-off": _settings("list", settings={"wifi": False, "cellular": False, "bluetooth": False}),
    "bluetooth": _settings("bluetooth"),
    "bluetooth-paired": _settings("bluetooth", bluetooth={"paired": PAIRED}, settings={"visible": False}),
    "paired-device": _settings("pairedDevice", bluetooth={"paired": PAIRED}),
    "phone-name": _settings("phoneName"),
    "language": _settings("language"),
    "contacts": {"screen": {"app": "contacts", "name": "contacts.list"}},
    "contacts-none": {"screen": {"app": "contacts", "name": "contacts.list"}, "contacts": {"contacts": []}},
    "contact": {"screen": {"app": "contacts", "name": "contacts.detail"}},
    "pairing": {
        "overlay": "pairing",
        "bluetooth": {"pairing": {"name": "BMW iX xDrive50", "number": "482913", "stage": "ask"}},
    },
    "pairing-waiting": {
        "overlay": "pairing",
        "bluetooth": {"pairing": {"name": "BMW iX xDrive50", "number": "482913", "stage": "waiting"}},
    },
}
"""Name of a scene: what differs from `base_state`."""


def _mini(scene: dict[str, Any]) -> dict[str, Any]:
    """A scene of the one brand's app as the other's."""
    mini = copy.deepcopy(scene)
    name = mini["screen"]["name"].replace("mybmw.", "mini.")
    mini["screen"] |= {"app": "mini", "name": name, "view": FACES["mini"]["view"]}
    mini["app"] |= {"brand": FACES["mini"], "request": MINI_REQUEST}
    for car in mini["app"].setdefault("garage", _garage("ready", copy.deepcopy(CARS)))["cars"]:
        car["model"] = MINI_REQUEST["model"]
    return mini


MINI_REQUEST = {"code": "BCDF-GHJK", "model": "MINI Cooper SE", "vinLast7": "0000000"}
WITHOUT_MINI = {"intro", "pin", "terms", "welcome", "mybmw"}
"""How the scenes begin that MINI's app has not."""
SCENES |= {
    f"mini-{name}": _mini(scene)
    for name, scene in SCENES.items()
    if scene.get("screen", {}).get("app") == "mybmw"
    and name.partition("-")[0] not in WITHOUT_MINI
    and scene.get("overlay") != "esimCompleted"
}
SCENES["mini-scan-ready"] = _mini(_mybmw("scanReady"))


class StillScanner(QObject):
    """A scanner that shows one state for ever."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, Any] = {}
        self.started = 0

    @Slot()
    def start(self) -> None:
        self.started += 1

    def show(self, values: dict[str, Any]) -> None:
        self.values = values
        self.changed.emit()

    state = Property(str, lambda self: self.values.get("state", "starting"), notify=changed)
    advice = Property(str, lambda self: self.values.get("advice", ""), notify=changed)
    corners = Property(list, lambda self: self.values.get("corners", []), notify=changed)
    frameRevision = Property(int, lambda self: self.values.get("frameRevision", 0), notify=changed)
    pictureAspect = Property(float, lambda self: 9 / 16, notify=changed)


class Gallery:
    """One window through which all scenes can be shown; `sent` collects what it sends."""

    def __init__(self, language: str = "en", night: bool = False) -> None:
        from core.ui.app import make_application
        from phone_app.scanner.view import CameraImageProvider, LatestImage

        make_application()
        self.language, self.night = language, night
        self.state = base_state(language, night)
        self.sent: list[tuple[str, Any]] = []
        self.view_model = PhoneViewModel(
            lambda: copy.deepcopy(self.state), lambda event, value: self.sent.append((event, value))
        )
        self.scanner = StillScanner()
        self.view_model.set_scanner(self.scanner)
        self.engine, self.window = make_window(
            self.view_model, theme="phone", language=language, show=True, motion=False
        )
        self.engine.addImageProvider("camera", CameraImageProvider(LatestImage()))

    def show(self, scene: str) -> None:
        """Put a scene on the screen."""
        state = base_state(self.language, self.night)
        for key, value in copy.deepcopy(SCENES[scene]).items():
            if key == "scanner":
                self.scanner.show(value)
            elif key == "deep":
                for app, parts in value.items():
                    state[app] |= {name: state[app][name] | changes for name, changes in parts.items()}
            elif isinstance(value, dict) and key != "banner":
                state[key] |= value
            else:
                state[key] = value
        self.state = state
        app = state["screen"]["app"]
        change_theme(
            self.engine, app if app == "mynapoint" else load_brand("mini" if app == "mini" else "bmw").phone_theme
        )
        self.view_model.refresh()

    def close(self) -> None:
        """Delete the window."""
        on_screen_keyboard().leave(self.window)
        self.window.close()
        delete(self.engine)
