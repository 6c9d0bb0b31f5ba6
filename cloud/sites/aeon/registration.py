"""The first registration: card and person, one-time password, password (AEON-05…10)."""

from __future__ import annotations

import math

from flask import Response, make_response, render_template, request

from cloud.carrier.rules.digits import plain_digits
from cloud.points.demo import demo_cards
from cloud.points.rules.cards import ELIGIBLE
from cloud.points.rules.passwords import MIN_LENGTH
from cloud.points.rules.registration import Registration, check_registration
from cloud.points.services import points_services
from cloud.sites.aeon.blueprint import blueprint
from cloud.sites.aeon.visitor import begin_log_in, go, has_agreed, keep_registration, registration_secret
from cloud.sites.procedure.dates import day_in_japan
from cloud.web.language import wanted_language
from core.errors import BenchError

TEXTS = ("card_kind", "card_number", "name_kana", "birth_year", "birth_month", "birth_day", "phone")
MAX_TYPED = 60
ANCHORS = {"card_kind": f"kind-{next(iter(ELIGIBLE)).replace('_', '-')}", "birth_date": "birth-year"}
"""Where the link of an error leads, when not to the field of the same name."""

Errors = dict[str, BenchError]
"""What is wrong by the field that it belongs to; "" for the whole form."""


@blueprint.get("/aeon/management/registration")
def form() -> Response:
    """「初回登録をする」: card and person. Who comes back to correct something finds all but the card's number."""
    if not has_agreed():
        return go("confirm")
    typed = dict.fromkeys(TEXTS, "")
    if known := points_services().one_time.registration(registration_secret(), proven=False):
        year, month, day = known.birth_date.split("-")
        typed |= {"card_kind": known.card_kind, "name_kana": known.name_kana, "phone": known.phone}
        typed |= {"birth_year": year, "birth_month": str(int(month)), "birth_day": str(int(day))}
    return _form_page(typed, {})


@blueprint.post("/aeon/management/registration")
def register() -> Response:
    """「次へ」: a one-time password goes to the number by SMS (AEON-07)."""
    if not has_agreed():
        return go("confirm")
    typed = {name: request.form.get(name, "")[:MAX_TYPED] for name in TEXTS}
    registration, errors = check_registration(
        typed | {"birth_date": _date(typed)}, day_in_japan(points_services().context.now())
    )
    if registration is None:
        return _form_page(typed, errors)
    services = points_services()
    try:
        services.bank.check_holder(registration)
        keep_registration(services.one_time.begin(registration, wanted_language()))
    except BenchError as error:
        if error.code not in ("card.other_person", "otp.too_many"):
            raise
        return _form_page(typed, {"phone" if error.code == "otp.too_many" else "": error})
    return go("one_time_password")


@blueprint.get("/aeon/management/one-time-password")
def one_time_password() -> Response:
    """The page for the six digits of the SMS (AEON-08)."""
    return _code_page({}, request.args.get("notice", ""))


@blueprint.post("/aeon/management/one-time-password")
def authenticate() -> Response:
    """「認証」."""
    try:
        points_services().one_time.check(registration_secret(), request.form.get("code", ""))
    except BenchError as error:
        return _refused(error)
    return go("password")


@blueprint.post("/aeon/management/one-time-password/resend")
def resend() -> Response:
    """Another one-time password; the one before does not work any more."""
    try:
        points_services().one_time.resend(registration_secret())
    except BenchError as error:
        return _refused(error)
    return go("one_time_password", notice="resent")


@blueprint.get("/aeon/management/one-time-password/resend")
def resent() -> Response:
    """Where a reload, or the other language, of an answer to `resend` leads."""
    return go("one_time_password")


@blueprint.get("/aeon/management/password")
def password() -> Response:
    """The page that sets the password (AEON-09, 10)."""
    return _password_page({})


@blueprint.post("/aeon/management/password")
def set_password() -> Response:
    """「設定」: ID and security code are issued, and the visitor is logged in."""
    try:
        _, log_in = points_services().bank.issue(registration_secret(), request.form.get("password", ""))
    except BenchError as error:
        if error.code == "otp.expired":  # over, or pressed twice: the cookie stays as the first press left it
            return go("management", notice="over")
        return _password_page({"password": error})
    begin_log_in(log_in, same_person=True)
    return go("issued", notice="new")


def _present(*, proven: bool) -> Registration | None:
    return points_services().one_time.registration(registration_secret(), proven=proven)


def _refused(error: BenchError) -> Response:
    if error.code == "otp.expired":
        return go("management", notice="over")
    return _code_page({"code" if error.code in ("otp.missing", "otp.wrong") else "": error})


def _form_page(typed: dict[str, str], errors: Errors) -> Response:
    page = render_template(
        "aeon/form.html",
        form=typed,
        errors=errors,
        anchors=ANCHORS,
        kinds=tuple(ELIGIBLE),
        demo_cards=[card for card in demo_cards() if card.eligible],
    )
    return make_response(page, 422 if errors else 200)


def _code_page(errors: Errors, notice: str = "") -> Response:
    registration, one_time = _present(proven=False), points_services().one_time
    if registration is None:
        return go("management", notice="over")
    minutes = math.ceil(points_services().context.settings.security_code_lifetime / 60)
    page = render_template(
        "aeon/code.html",
        phone=registration.phone,
        errors=errors,
        notice=notice,
        minutes=minutes,
        pause=math.ceil(one_time.resend_in(registration_secret()) or 0),
    )
    return make_response(page, 422 if errors else 200)


def _password_page(errors: Errors) -> Response:
    registration = _present(proven=True)
    if registration is None:
        return go("one_time_password") if _present(proven=False) else go("management", notice="over")
    page = render_template("aeon/password.html", errors=errors, least=MIN_LENGTH, phone=registration.phone)
    return make_response(page, 422 if errors else 200)


def _date(typed: dict[str, str]) -> str:
    """The three fields as one text, for the rule to read; "" when nothing was typed."""
    year, month, day = (plain_digits(typed[f"birth_{part}"]) for part in ("year", "month", "day"))
    return f"{year}{month:0>2}{day:0>2}" if year or month or day else ""
