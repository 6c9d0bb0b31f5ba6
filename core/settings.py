"""Every constant a person might want to change, in one place, each with the reason for its value.

`settings.toml` in the data folder overrides single values; a file that cannot be used is kept aside and told.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from core.errors import BenchError
from core.store import set_aside

MAY_BE_ZERO = (
    "device_slow_down_step",
    "sign_in_lock_time",
    "co_users_max",
    "refresh_reuse_leeway",
    "order_activation_delay",
    "one_number_price",
    "multi_device_price",
    "registration_fee_yen",
    "security_code_resend_pause",
)
"""Settings of which none at all makes sense; without polls, pictures or digits there is no bench."""


@dataclass(frozen=True)
class Settings:
    """Defaults of the bench. Durations are seconds of the bench's clock unless the name says `wall`."""

    # Device authorization grant (RFC 8628)
    device_code_lifetime: int = 600  # the car maker's own device codes live 5-10 minutes
    device_poll_interval: int = 5  # RFC 8628 §3.2: the default when none is given
    device_slow_down_step: int = 5  # RFC 8628 §3.5: +5 s for this and all later polls
    user_code_attempts: int = 5  # RFC 8628 §5.1 asks for a limit; small, since a person copies 8 letters

    # BMW ID / MINI ID accounts
    password_min_length: int = 8  # what the real sign-up pages ask for
    sign_in_attempts: int = 5  # then the account rests, so that guessing does not pay
    sign_in_lock_time: int = 900  # 15 minutes: long for a guesser, short for an owner
    access_token_lifetime: int = 3600  # common for OAuth clients that hold a refresh token
    refresh_token_lifetime: int = 90 * 86400  # a car that stands for a season must still know its driver
    co_users_max: int = 6  # main user + 6 co-users (owner's information of the car)
    user_code_window: int = 600  # wrong codes are forgotten when the codes they were guessed for are dead too
    authorization_code_lifetime: int = 120  # RFC 6749 §4.1.2 allows 10 minutes; the app fetches its tokens at once
    refresh_reuse_leeway: int = 60  # a car that lost the answer may ask again with the old refresh token
    web_session_lifetime: int = 30 * 86400  # a browser on one's own phone stays signed in for a month

    # The operator: contracts and orders (prices with tax)
    order_activation_delay: float = 3.0  # the lag that the guide's 「更新」 is for; long enough to be seen
    one_number_price: int = 550  # yen a month, as published
    multi_device_price: int = 550  # yen a month, as published
    registration_fee_yen: int = (
        550  # an accessory, often quoted; none with the Multi-Device Option, as the guide prints
    )
    accessories_base: int = 1  # printed in the guide
    accessories_option: int = 5  # printed in the guide

    # The operator: who is asking
    network_pin_attempts: int = 3  # in a row, as published; no rest helps, only the desk does
    d_account_attempts: int = 5  # not published
    security_code_lifetime: float = 600.0  # an SMS may be slow, a code must not lie about for long
    security_code_attempts: int = 5  # six digits: a guesser gets nowhere in five tries
    security_code_resend_pause: float = 30.0  # most SMS arrive in this time
    security_codes_most: int = 10  # for one id while a code lives, so that nobody floods a phone
    carrier_session_lifetime: float = 1800.0  # forms with personal data are not left open for longer
    draft_lifetime: float = 86400.0  # who is called away in the evening goes on the next morning
    link_request_lifetime: float = 1800.0  # time to order, on the way, all that an association needs
    association_code_lifetime: float = 600.0  # RFC 6749 §4.1.2: at most; people read the last page before they go back
    association_lifetime: float = 365 * 86400.0  # each use makes it anew; a car that stands for a year asks again
    entitlement_validity: float = 30.0  # how long the car maker believes an answer before it asks again

    # PINs
    pin_length: int = 4  # printed in the guide
    pin_attempts: int = 5  # not published; then only the account's credentials help

    # Network
    smdp_wall_timeout: float = 30.0  # an SM-DP+ binds a package while one waits
    http_wall_timeout: float = 10.0  # a driver does not wait longer without a word
    cloud_retry_pause: float = 3.0  # quick enough for a showroom, slow enough for a server in trouble

    # Serial line (TS 27.007 leaves time-outs to the client; figures are those of common modems)
    at_timeout: float = 3.0
    at_apdu_timeout: float = 30.0  # some cards think for many seconds over one APDU
    at_profile_timeout: float = 120.0  # enable and disable may reset the card
    apdu_data_most: int = 255  # data bytes in one APDU; where a modem takes fewer, that is found out at the first try
    isd_r_aids: str = ""  # further AIDs of the eUICC's ISD-R, hex, by commas: makers of removable cards have their own
    sim_refresh_wait: float = 20.0  # modems that heed the card's REFRESH show the new SIM within 10 s
    modem_return_wait: float = 20.0  # a modem that restarts is back on its bus after 10-15 s
    registration_wait: float = 60.0  # a network attach after a SIM change takes 8-10 s on common modems
    esim_contract_interval: float = 5.0  # who comes from the phone looks at the car within seconds
    modem_poll_interval: float = 2.0  # signal bars move at walking pace
    call_set_up_interval: float = 0.5  # no modem tells that the other side rings or answers: one must look
    call_look_interval: float = 1.0  # the seconds of a call are counted on the display
    call_end_shown: float = 4.0  # long enough to read how long one has talked

    # Scanner
    scan_frame_budget_wall: float = 0.024  # keeps 30 pictures a second with room for drawing
    display_stream_rate: int = 10  # pictures a second of the car's display that the phone's camera sees

    # Mobile network
    call_ring_time: float = 30.0  # seconds until a call that nobody takes is given up; voice mail takes over by then
    sms_validity: float = 72 * 3600.0  # how long a service centre keeps a message for a phone that is off

    # Mynapoint
    mynapoint_completion: int = 86400  # "about one day" until the points are registered (MYNA-C08)

    # Bluetooth
    pairing_time: float = 60.0  # both sides must confirm the number in this time


def load_settings(path: Path | None) -> tuple[Settings, BenchError | None]:
    """Defaults with the overrides of `path`. A damaged file is moved aside and told as the second value."""
    if path is None or not path.exists():
        return Settings(), None
    import tomllib

    known = {field.name: field.type for field in fields(Settings)}
    try:
        values: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        for name, value in values.items():
            if name not in known:
                raise ValueError(f"unknown setting {name}")
            if known[name] == "str":
                if not isinstance(value, str):
                    raise ValueError(f"{name} is no text")
                continue
            if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
                raise ValueError(f"{name} is not a number")
            if value < 0 or (value == 0 and name not in MAY_BE_ZERO):
                raise ValueError(f"{name} is too small")
            if known[name] == "int" and not isinstance(value, int):
                raise ValueError(f"{name} is not a whole number")
    except (ValueError, UnicodeDecodeError) as error:
        aside = set_aside(path)
        return Settings(), BenchError("settings.damaged", path=str(aside), reason=str(error))
    return Settings(**values), None
