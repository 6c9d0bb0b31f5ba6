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
CONTACTS = [
    {"name": "伊藤 翼", "numbers": ["09000002001"]},
    {"name": "BMW 東京ベイ", "numbers": ["0300001000", "0300001001"]},
    {"name": "小林 美咲", "numbers": ["09000002002"]},
    {"name": "自宅", "numbers": ["0300002000"]},
]
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
    "telephone-empty": {"screen": "telephone"},
    "telephone-refused": {"screen": "telephone", **SIGNED_IN, "esim": READY},
    "telephone-contacts": {"screen": "telephone", **SIGNED_IN, "esim": READY, "contacts": CONTACTS},
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
