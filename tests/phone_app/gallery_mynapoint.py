"""The Mynapoint app's scenes for the gallery."""

from __future__ import annotations

from typing import Any

NAMES = {"en": ("Hana Aoki", "Ken Sato"), "ja": ("青木 花", "佐藤 健")}
SERVICES = {
    "en": [
        ("aeon_waon", "Aeon Card with electronic money WAON", "Aeon Bank"),
        ("aeon_cash_debit", "Aeon Bank Cash + Debit", "Aeon Bank"),
    ],
    "ja": [
        ("aeon_waon", "電子マネーWAONの付帯しているイオンカード", "イオン銀行"),
        ("aeon_cash_debit", "イオン銀行キャッシュ+デビット", "イオン銀行"),
    ],
}
ERRORS = [
    "phone.offline",
    "cloud.unreachable",
    "cloud.timeout",
    "cloud.broken",
    "points.maintenance",
    "points.none",
    "card.refused",
    "card.other",
    "card.nonce_expired",
    "session.ended",
    "application.not_reserved",
    "application.already_applied",
    "storage.full",
]
CARD_ERRORS = ["card.removed", "card.foreign", "card.unreadable"]
FORM_ERRORS = ["application.not_matching", "application.id_used", "application.service_unknown"]


def mynapoint_state(language: str = "en") -> dict[str, Any]:
    """The app on its top page."""
    mine, other = NAMES[language]
    cards = [
        {"key": "mynumber", "kind": "mynumber", "name": mine},
        {"key": "other", "kind": "mynumber", "name": other},
        {"key": "licence", "kind": "licence", "name": mine},
    ]
    found = [
        {"id": key.replace("_", "-"), "key": key, "name": name, "operator": who}
        for key, name, who in SERVICES[language]
    ]
    return {
        "screen": "top",
        "error": {},
        "busy": "logIn",
        "mayRetry": True,
        "loggedOut": False,
        "myKeyId": "9A9P3ZVH",
        "reservedBefore": False,
        "search": {"keyword": "イオン", "busy": False, "done": True, "found": found, "chosen": found[0]},
        "agreed": False,
        "form": {"paymentServiceId": "", "securityCode": "", "phoneLast4": "", "mistakes": [], "checking": False},
        "cleanId": "482913057716",
        "application": _application("accepted", found[0]["name"]),
        "entry": {"digits": 0, "length": 4, "left": 0, "mistakes": 0},
        "stage": "waiting",
        "cardFirst": False,
        "purpose": "log-in",
        "nfc": {"shown": False, "laid": "", "office": "", "note": "3141", "cards": cards},
    }


def _application(state: str, service: str) -> dict[str, Any]:
    days = {
        "appliedAt": {"month": 4, "day": 1, "time": "09:41"},
        "completesAt": {"month": 4, "day": 2, "time": "09:41"},
    }
    return {"number": "K7PQ2M9XTR", "service": service, "state": state, "looking": False, **days}


def _scene(screen: str, *, overlay: str = "", deep: dict[str, dict[str, Any]] | None = None, **changes: Any) -> Any:
    """`deep`: changes inside one of the state's maps."""
    place = {"app": "mynapoint", "name": f"mynapoint.{screen}"}
    scene: dict[str, Any] = {"screen": place, "mynapoint": {"screen": screen, **changes}}
    scene["deep"] = {"mynapoint": deep or {}}
    return scene | ({"overlay": overlay} if overlay else {})


def _error(code: str) -> dict[str, Any]:
    return {"code": code, "params": {}}


def _card(laid: str = "", code: str = "", **changes: Any) -> Any:
    error = _error(code) if code else {}
    return _scene("card", error=error, deep={"nfc": {"shown": True, "laid": laid}}, **changes)


def _password(*, first: bool = False, left: int = 0, digits: int = 0, **changes: Any) -> Any:
    deep = {"entry": {"left": left, "digits": digits, "mistakes": int(left > 0)}}
    deep |= {"nfc": {"shown": True, "laid": "mynumber" if first else ""}}
    return _scene("password", deep=deep, cardFirst=first, **changes)


def _office(stage: str) -> Any:
    nfc = {"shown": True, "office": stage}
    return _scene("locked", overlay="cardOffice", error=_error("card.locked"), deep={"nfc": nfc})


TYPED = {"paymentServiceId": "482913057716", "securityCode": "4711", "phoneLast4": "1234"}
LACKING = {"mistakes": ["payment_service_id", "security_code", "phone_last4"]}
NOTHING = {"keyword": "", "done": False, "found": [], "chosen": {}}

MYNAPOINT_SCENES: dict[str, dict[str, Any]] = {
    "mynapoint": _scene("top"),
    "mynapoint-logged-out": _scene("top", loggedOut=True),
    "mynapoint-password": _password(),
    "mynapoint-password-typed": _password(digits=3),
    "mynapoint-password-wrong": _password(left=2),
    "mynapoint-password-with-card": _password(first=True),
    "mynapoint-password-wrong-with-card": _password(first=True, left=1),
    "mynapoint-password-card-gone": _password(first=True, error=_error("card.removed")),
    "mynapoint-card": _card(),
    "mynapoint-card-found": _card("mynumber"),
    "mynapoint-card-reading": _card("mynumber", stage="reading"),
    "mynapoint-card-off": _card(code="nfc.off", stage="off"),
    "mynapoint-card-absent": _card(code="nfc.absent", stage="off"),
    **{f"mynapoint-{code}": _card("licence" if code == "card.foreign" else "", code) for code in CARD_ERRORS},
    "mynapoint-locked": _scene("locked", error=_error("card.locked"), deep={"nfc": {"shown": True}}),
    "mynapoint-broken": _scene("locked", error=_error("card.broken"), deep={"nfc": {"shown": True}}),
    **{f"mynapoint-office-{stage}": _office(stage) for stage in ("ask", "done", "failed")},
    **{f"mynapoint-busy-{busy}": _scene("working", busy=busy) for busy in ("logIn", "issue", "apply", "look")},
    "mynapoint-reserve": _scene("reserve"),
    "mynapoint-reserved": _scene("reserved"),
    "mynapoint-reserved-before": _scene("reserved", reservedBefore=True),
    "mynapoint-services": _scene("services", deep={"search": NOTHING}),
    "mynapoint-services-searching": _scene("services", deep={"search": NOTHING | {"busy": True}}),
    "mynapoint-services-none": _scene("services", deep={"search": NOTHING | {"done": True}}),
    "mynapoint-services-found": _scene("services", deep={"search": {"chosen": {}}}),
    "mynapoint-services-chosen": _scene("services"),
    "mynapoint-services-offline": _scene("services", error=_error("phone.offline"), deep={"search": NOTHING}),
    "mynapoint-terms": _scene("terms"),
    "mynapoint-terms-agreed": _scene("terms", agreed=True),
    "mynapoint-form": _scene("form"),
    "mynapoint-form-lacking": _scene("form", deep={"form": LACKING}),
    **{f"mynapoint-form-{code}": _scene("form", error=_error(code), deep={"form": TYPED}) for code in FORM_ERRORS},
    "mynapoint-review": _scene("review", deep={"form": TYPED}),
    "mynapoint-applied": _scene("applied"),
    "mynapoint-applied-offline": _scene("applied", error=_error("phone.offline")),
    "mynapoint-completed": _scene("applied", deep={"application": {"state": "completed"}}),
    **{f"mynapoint-problem-{code}": _scene("problem", error=_error(code)) for code in ERRORS},
    "mynapoint-problem-no-retry": _scene("problem", error=_error("session.ended"), mayRetry=False),
    "mynapoint-problem-application": _scene("problem", error=_error("card.other"), purpose="application"),
}
