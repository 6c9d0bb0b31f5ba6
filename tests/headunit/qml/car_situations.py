"""Every screen of the head unit in every state that looks different."""

from __future__ import annotations

from typing import Any

from fake_car import HANA, KEN, LINK

SIGNED_IN = {"activeDriver": HANA, "drivers": [HANA, KEN], "status": {"driverName": "青木 花", "initial": "青"}}
READY = {
    "operator": "NTT DOCOMO",
    "numberLast4": "1234",
    "iccid": "8981000000000000011",
    "telephony": True,
    "mobileData": True,
    "state": "connected",
    "parentPhone": "花のスマートフォン",
    "station": 4,
    "progress": 1.0,
}
PHONES = [
    {"address": "a1", "name": "花のスマートフォン", "paired": True, "connected": True},
    {"address": "a2", "name": "Ken's phone", "paired": False, "connected": False},
]
PHONE_BOOK = [
    {"key": "n09000002001", "name": "伊藤 翼", "number": "09000002001", "shown": "090-0000-2001"},
    {"key": "n0300001000", "name": "BMW 東京ベイ", "number": "0300001000", "shown": "03-0000-1000"},
    {"key": "n0300001001", "name": "BMW 東京ベイ", "number": "0300001001", "shown": "03-0000-1001"},
    {"key": "n09000002002", "name": "小林 美咲", "number": "09000002002", "shown": "090-0000-2002"},
    {"key": "n0300002000", "name": "自宅", "number": "0300002000", "shown": "03-0000-2000"},
]
RECENT = [
    {"key": "r5", "number": "09000002001", "name": "伊藤 翼", "shown": "090-0000-2001", "kind": "missed", "seconds": 0},
    {"key": "r4", "number": "0311112222", "name": "", "shown": "03-1111-2222", "kind": "outgoing", "seconds": 754},
    {"key": "r3", "number": "", "name": "", "shown": "", "kind": "declined", "seconds": 0},
    {
        "key": "r2",
        "number": "0300001000",
        "name": "BMW 東京ベイ",
        "shown": "03-0000-1000",
        "kind": "incoming",
        "seconds": 61,
    },
    {
        "key": "r1",
        "number": "09000002002",
        "name": "小林 美咲",
        "shown": "090-0000-2002",
        "kind": "elsewhere",
        "seconds": 0,
    },
]
for _number, _row in enumerate(RECENT):
    _row["time"] = f"10:{20 - _number}" if _number < 3 else "3/31"
TSUBASA, MISAKI = ("伊藤 翼", "090-0000-2001"), ("小林 美咲", "090-0000-2002")
STRANGER, WITHHELD = ("", "03-1111-2222"), ("", "")
LONG = ("Maximiliane von Hohenstein-Waldburg (Büro München)", "+49-89-000-12345678")


def call_of(party: tuple[str, str], state: str, seconds: int = 0) -> dict[str, Any]:
    """A call as the section `calls` has it."""
    name, shown = party
    call = {"key": "1", "name": name, "shown": shown, "initial": name[:1], "state": state, "seconds": seconds}
    return call | {"outgoing": state in ("dialling", "alerting")}


OFFER = {
    "name": "Travel Data Asia 30 days",
    "provider": "Example Mobile Deutschland",
    "iccid": "8981000000000000052",
    "address": "smdp.bench.example",
    "profileClass": "operational",
    "rules": [],
}
TEST_PROFILE = {
    "iccid": "8981000000000000052",
    "name": "Travel Data Asia 30 days",
    "provider": "Example Mobile Deutschland",
    "state": "enabled",
}
OWN_PROFILE = {"iccid": "8981000000000000011", "name": "One Number", "provider": "NTT DOCOMO", "state": "disabled"}
CROWD = [dict(OWN_PROFILE, iccid=f"898100000000000010{number}") for number in range(6)]
MANY = [dict(KEN, key=f"x{number}", name=f"Driver {number}", hasPin=bool(number % 2)) for number in range(7)]
QR = {"link": LINK, "userCode": "GVPP-MDCH", "secondsLeft": 581, "lifetime": 600}

SITUATIONS: dict[str, dict[str, Any]] = {
    "home-first": {},
    "home-demo": {**SIGNED_IN, "status": {**SIGNED_IN["status"], "demo": True}, "esim": {"state": "connected"}},
    "home-setting-up": {**SIGNED_IN, "esim": {"state": "settingUp", "progress": 0.43, "station": 2}},
    "home-waiting": {**SIGNED_IN, "esim": {"state": "settingUp", "detail": "ready"}},
    "home-connected": {
        **SIGNED_IN,
        "esim": READY,
        "status": {**SIGNED_IN["status"], "bluetooth": True},
    },
    "home-missed": {**SIGNED_IN, "esim": READY, "telephone": {"missing": "", "unseen": 2}},
    "home-offline": {
        "status": {"cloudOnline": False, "modemPresent": False, "bars": -1, "operator": "", "technology": ""},
        "error": {"code": "settings.damaged", "params": {}},
    },
    "home-dim": {"settings": {"brightness": 30}},
    "bmwId-empty": {"screen": "bmwId"},
    "bmwId-two": {"screen": "bmwId", **SIGNED_IN},
    "bmwId-many": {"screen": "bmwId", **SIGNED_IN, "drivers": [HANA, *MANY]},
    "driver-main": {"screen": "driver", **SIGNED_IN, "selectedDriver": HANA},
    "driver-co": {"screen": "driver", **SIGNED_IN, "selectedDriver": KEN},
    "driver-error": {
        "screen": "driver",
        **SIGNED_IN,
        "selectedDriver": KEN,
        "error": {"code": "storage.full", "params": {}},
    },
    "addMethod": {"screen": "addMethod"},
    "qr-loading": {"screen": "qr"},
    "qr-showing": {"screen": "qr", "qr": {"state": "showing", **QR}},
    "qr-last-minute": {"screen": "qr", "qr": {"state": "showing", **QR, "secondsLeft": 42}},
    "qr-expired": {"screen": "qr", "qr": {"state": "expired", **QR, "secondsLeft": 0}},
    "qr-denied": {"screen": "qr", "qr": {"state": "denied", **QR}},
    "qr-failed": {
        "screen": "qr",
        "qr": {"state": "failed"},
        "error": {"code": "cloud.unreachable", "params": {}},
    },
    "emailChoice": {"screen": "emailChoice"},
    "credentials": {"screen": "credentials"},
    "credentials-error": {
        "screen": "credentials",
        "credentials": {"email": "hana.aoki@example.com"},
        "error": {"code": "auth.invalid_credentials", "params": {}},
    },
    "credentials-locked": {
        "screen": "credentials",
        "error": {"code": "auth.locked", "params": {"retry_after": 900}},
    },
    "credentials-pin-locked": {
        "screen": "credentials",
        "credentials": {"email": "hana.aoki@example.com", "reason": "pinLocked"},
    },
    "credentials-stored": {
        "screen": "credentials",
        "credentials": {"email": "hana.aoki@example.com", "reason": "stored", "busy": True},
    },
    "loggingIn-verifying": {"screen": "loggingIn"},
    "loggingIn-vehicle": {"screen": "loggingIn", "login": {"step": "vehicle", "progress": 0.4}},
    "loggingIn-profile": {"screen": "loggingIn", "login": {"step": "profile", "progress": 0.8}},
    "loggingIn-done": {"screen": "loggingIn", "login": {"step": "done", "progress": 1.0, "name": "青木 花"}},
    "loginFailed-offline": {"screen": "loginFailed", "error": {"code": "cloud.timeout", "params": {}}},
    "loginFailed-users": {"screen": "loginFailed", "error": {"code": "vehicle.too_many_users", "params": {}}},
    "sync-cloud": {"screen": "sync", **SIGNED_IN},
    "sync-car": {"screen": "sync", **SIGNED_IN, "sync": {"choice": "car"}},
    "pinOffer": {"screen": "pinOffer", **SIGNED_IN},
    "pinEntry-empty": {"screen": "pinEntry", **SIGNED_IN},
    "pinEntry-two": {"screen": "pinEntry", **SIGNED_IN, "pin": {"digits": 2}},
    "pinEntry-confirm": {"screen": "pinEntry", **SIGNED_IN, "pin": {"stage": "confirm", "digits": 1}},
    "pinEntry-mismatch": {"screen": "pinEntry", **SIGNED_IN, "pin": {"mistake": "mismatch", "mistakes": 1}},
    "pinDone": {"screen": "pinDone", **SIGNED_IN},
    "profileReady": {"screen": "profileReady", **SIGNED_IN},
    "pinAsk": {"screen": "pinAsk", "drivers": [HANA, KEN], "selectedDriver": HANA, "pin": {"purpose": "ask"}},
    "pinAsk-wrong": {
        "screen": "pinAsk",
        "drivers": [HANA, KEN],
        "selectedDriver": HANA,
        "pin": {"purpose": "ask", "mistake": "wrong", "mistakes": 4, "attemptsLeft": 1},
    },
    "mobileDevices-signed-out": {"screen": "mobileDevices"},
    "mobileDevices-checking": {"screen": "mobileDevices", **SIGNED_IN, "esim": {"state": "checking"}},
    "mobileDevices-not-activated": {"screen": "mobileDevices", **SIGNED_IN, "esim": {"state": "notActivated"}},
    **{
        f"mobileDevices-{reason}": {
            "screen": "mobileDevices",
            **SIGNED_IN,
            "esim": {"state": "notActivated", "detail": reason},
        }
        for reason in ("not_linked", "released", "used_in_other_vehicle", "no_free_slot", "carrier_unreachable")
    },
    "personalEsim-released": {
        "screen": "personalEsim",
        **SIGNED_IN,
        "esim": {"state": "notActivated", "detail": "released"},
        "overlay": "notice",
        "error": {"code": "esim.ended", "params": {"reason": "released"}},
    },
    "mobileDevices-resting": {
        "screen": "mobileDevices",
        **SIGNED_IN,
        "esim": {**READY, "state": "notConnected", "detail": "esim.other_profile"},
    },
    "mobileDevices-setting-up": {
        "screen": "mobileDevices",
        **SIGNED_IN,
        "esim": {"state": "settingUp", "station": 2, "progress": 0.43},
    },
    "mobileDevices-failed": {
        "screen": "mobileDevices",
        **SIGNED_IN,
        "esim": {"state": "failed", "station": 1, "progress": 0.3, "detail": "modem.gone"},
        "error": {"code": "modem.gone", "params": {}},
    },
    "mobileDevices-not-connected": {"screen": "mobileDevices", **SIGNED_IN, "esim": {**READY, "state": "notConnected"}},
    "mobileDevices-lost": {
        "screen": "mobileDevices",
        **SIGNED_IN,
        "esim": {**READY, "state": "notConnected", "detail": "modem.gone"},
    },
    "mobileDevices-connected": {
        "screen": "mobileDevices",
        **SIGNED_IN,
        "esim": READY,
        "bluetooth": {"devices": PHONES},
    },
    "telephony": {"screen": "mobileDevices", "overlay": "telephony", **SIGNED_IN, "esim": READY},
    "bluetooth-scanning": {"screen": "bluetooth", **SIGNED_IN, "bluetooth": {"scanning": True}},
    "bluetooth-empty": {"screen": "bluetooth", **SIGNED_IN},
    "bluetooth-found": {"screen": "bluetooth", **SIGNED_IN, "bluetooth": {"devices": PHONES}},
    "pairing-waiting": {
        "screen": "bluetooth",
        "overlay": "pairing",
        **SIGNED_IN,
        "bluetooth": {"pairing": {"name": "花のスマートフォン", "number": "482913", "state": "waiting"}},
    },
    "pairing-confirmed": {
        "screen": "bluetooth",
        "overlay": "pairing",
        **SIGNED_IN,
        "bluetooth": {"pairing": {"name": "Hana's phone", "number": "482913", "state": "confirmed"}},
    },
    "pairing-failed": {
        "screen": "bluetooth",
        "overlay": "pairing",
        **SIGNED_IN,
        "bluetooth": {"pairing": {"name": "Hana's phone", "number": "482913", "state": "failed"}},
    },
    "personalEsim-connected": {"screen": "personalEsim", **SIGNED_IN, "esim": READY},
    "personalEsim-roaming": {
        "screen": "personalEsim",
        **SIGNED_IN,
        "esim": {**READY, "roaming": True},
        "error": {"code": "roaming.no_effect", "params": {}},
    },
    "personalEsim-setting-up": {
        "screen": "personalEsim",
        **SIGNED_IN,
        "esim": {"state": "settingUp", "station": 2, "progress": 0.43},
    },
    "personalEsim-not-connected": {
        "screen": "personalEsim",
        **SIGNED_IN,
        "esim": {**READY, "state": "notConnected", "telephony": False, "roaming": True, "parentPhone": ""},
    },
    **{
        f"telephone-{reason}": {"screen": "telephone", **SIGNED_IN, "telephone": {"missing": reason}}
        for reason in ("guest", "notActivated", "settingUp", "noPhone", "switchedOff", "noModem", "noNetwork")
    },
    "telephone-no-contacts": {"screen": "telephone", **SIGNED_IN, "esim": READY, "telephone": {"missing": ""}},
    "telephone-contacts": {
        "screen": "telephone",
        **SIGNED_IN,
        "esim": READY,
        "telephone": {"missing": "", "unseen": 2},
        "phoneBook": PHONE_BOOK,
    },
    "telephone-recents": {
        "screen": "telephone",
        **SIGNED_IN,
        "esim": READY,
        "telephone": {"missing": "", "tab": "recents"},
        "recentCalls": RECENT,
    },
    "telephone-no-recents": {"screen": "telephone", **SIGNED_IN, "telephone": {"missing": "", "tab": "recents"}},
    "telephone-keypad": {"screen": "telephone", **SIGNED_IN, "telephone": {"missing": "", "tab": "keypad"}},
    "telephone-typed": {
        "screen": "telephone",
        **SIGNED_IN,
        "telephone": {
            "missing": "",
            "tab": "keypad",
            "typed": "09000002001",
            "typedShown": "090-0000-2001",
            "typedName": "伊藤 翼",
        },
    },
    "telephone-busy": {
        "screen": "telephone",
        **SIGNED_IN,
        "telephone": {"missing": "", "tab": "keypad"},
        "overlay": "notice",
        "error": {"code": "telephone.busy", "params": {}},
        "calls": {"view": "minimised", "front": call_of(TSUBASA, "active", 75)},
    },
    "call-incoming": {**SIGNED_IN, "calls": {"view": "incoming", "front": call_of(TSUBASA, "incoming")}},
    "call-incoming-over-settings": {
        "screen": "settings",
        "overlay": "confirmReset",
        **SIGNED_IN,
        "calls": {"view": "incoming", "front": call_of(STRANGER, "incoming")},
    },
    "call-incoming-withheld": {**SIGNED_IN, "calls": {"view": "incoming", "front": call_of(WITHHELD, "incoming")}},
    "call-incoming-long": {**SIGNED_IN, "calls": {"view": "incoming", "front": call_of(LONG, "incoming")}},
    "call-alerting": {
        "screen": "telephone",
        **SIGNED_IN,
        "calls": {"view": "talking", "front": call_of(TSUBASA, "alerting")},
    },
    "call-active": {**SIGNED_IN, "calls": {"view": "talking", "front": call_of(TSUBASA, "active", 42)}},
    "call-held": {
        **SIGNED_IN,
        "calls": {"view": "talking", "front": call_of(STRANGER, "held", 3723), "muted": True},
    },
    "call-keypad": {
        **SIGNED_IN,
        "calls": {"view": "talking", "front": call_of(LONG, "active", 42), "keypad": True, "tones": "12#4"},
    },
    "call-waiting": {
        **SIGNED_IN,
        "calls": {"view": "talking", "front": call_of(TSUBASA, "active", 95), "waiting": call_of(MISAKI, "waiting")},
    },
    "call-two": {
        **SIGNED_IN,
        "calls": {"view": "talking", "front": call_of(MISAKI, "active", 12), "second": call_of(TSUBASA, "held", 107)},
    },
    "call-minimised": {
        "screen": "mobileDevices",
        **SIGNED_IN,
        "esim": READY,
        "bluetooth": {"devices": PHONES},
        "calls": {"view": "minimised", "front": call_of(TSUBASA, "active", 95)},
    },
    **{
        f"call-ended-{reason}": {
            **SIGNED_IN,
            "calls": {
                "view": "ended",
                "end": {
                    "name": "伊藤 翼",
                    "shown": "090-0000-2001",
                    "seconds": 75 if reason in ("normal", "released", "modem_gone") else 0,
                    "talked": reason in ("normal", "released", "modem_gone"),
                    "reason": reason,
                    "again": reason not in ("normal", "released", "modem_gone"),
                },
            },
        }
        for reason in (
            *("normal", "busy", "rejected", "no_answer", "unknown_number", "line_in_use", "not_allowed", "preempted"),
            *("far_end_lost", "no_service", "modem_gone", "released", "used_in_other_vehicle", "no_contract"),
            *("elsewhere", "unknown"),
        )
    },
    "settings": {"screen": "settings"},
    **{
        f"activationCode-{name}": {"screen": "activationCode", "activation": {"step": step, **more}, "error": error}
        for name, step, more, error in (
            ("entering", "entering", {}, {}),
            ("no-code", "entering", {}, {"code": "esim.activation_code", "params": {"reason": "fields"}}),
            ("contacting", "contacting", {}, {}),
            ("offered", "offered", {"offer": OFFER}, {}),
            ("rules", "offered", {"offer": {**OFFER, "rules": ["ppr1", "ppr2"], "name": ""}}, {}),
            ("confirming", "confirming", {"offer": OFFER}, {}),
            ("installing", "installing", {"done": 31, "total": 81}, {}),
            ("installed", "installed", {"profile": TEST_PROFILE}, {}),
            ("not-enabled", "installed", {"profile": TEST_PROFILE}, {"code": "esim.busy", "params": {}}),
            ("enabling", "enabling", {}, {}),
            ("done", "done", {"profiles": [TEST_PROFILE, OWN_PROFILE], "registration": "home"}, {}),
            ("searching", "done", {"profiles": CROWD, "registration": "searching"}, {}),
            ("kept", "done", {"profiles": [TEST_PROFILE]}, {}),
            ("failed", "failed", {}, {"code": "smdp.code_unknown", "params": {}}),
            ("locked", "failed", {}, {"code": "smdp.confirmation_locked", "params": {}}),
        )
    },
    "confirm-remove": {
        "screen": "driver",
        "overlay": "confirmRemove",
        **SIGNED_IN,
        "selectedDriver": HANA,
    },
    "confirm-reset": {"screen": "settings", "overlay": "confirmReset"},
    "notice": {"screen": "home", "overlay": "notice", "error": {"code": "storage.damaged", "params": {}}},
}
