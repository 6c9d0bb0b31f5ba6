"""Log in, register, log out."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, redirect, render_template, request, session, url_for

from cloud.identity.rules.emails import clean_email
from cloud.services import services
from cloud.sites.brand import present_pages
from cloud.sites.forms import FIELD_OF, LoginForm, RegisterForm, missing
from cloud.sites.visitor import begin_sign_in, end_sign_in, go_on, present_sign_in
from cloud.web.destination import destination
from core.errors import BenchError

blueprint = Blueprint("sign_in", __name__)

_TYPED = "typed_id"


@blueprint.get("/login")
def show() -> Response:
    """The log-in page (BMW-JP-SP-04), or its first half (MINI-APP-S1-02). `login_hint` fills in the e-mail (OIDC Core
    §3.1.2.1).
    """
    form = LoginForm(formdata=None, email=request.args.get("login_hint", "")[:254])
    return _login_page(form, [])


@blueprint.post("/login")
def submit() -> Response:
    """Check and go on (BMW-JP-SP-05). Where ID and password have a page each, the ID alone leads to the second.

    Whether there is an account with it is told on neither page.
    """
    form = LoginForm()
    if present_pages().log_in.in_two_steps and not form.password.data:
        if errors := missing(form, "email"):
            return _login_page(form, errors)
        address = clean_email(form.email.data or "")
        if address is None:
            return _login_page(form, [BenchError("email.invalid")])
        session[_TYPED] = address
        return redirect(url_for("sign_in.ask_password", next=destination()), 303)  # type: ignore[return-value]
    return _sign_in(form)


@blueprint.get("/login/password")
def ask_password() -> Response:
    """The second half: the password for the ID that was typed before (MINI-WEB-S1-02)."""
    if not session.get(_TYPED):
        return redirect(url_for("sign_in.show", next=destination()), 302)  # type: ignore[return-value]
    return _login_page(LoginForm(formdata=None, email=session[_TYPED]), [])


@blueprint.post("/login/password")
def submit_password() -> Response:
    """Check and go on. The form has the ID too, for programs that keep passwords; the person saw that one."""
    return _sign_in(LoginForm())


@blueprint.get("/captcha")
def captcha() -> Response:
    """What the captcha of the log-in page is here: nothing."""
    return make_response(render_template("captcha.html", next=destination()))


def _sign_in(form: LoginForm) -> Response:
    if errors := missing(form, "email", "password"):
        return _login_page(form, errors)
    try:
        person = services().accounts.sign_in(form.email.data or "", form.password.data or "")
    except BenchError as error:
        if error.code not in ("invalid_credentials", "locked"):
            raise
        return _login_page(form, [error], 403 if error.code == "locked" else 401)
    begin_sign_in(person)
    return go_on()


@blueprint.get("/register")
def register() -> Response:
    """The sign-up page (BMW-JP-SP-04a)."""
    return _register_page(RegisterForm(formdata=None), [])


@blueprint.post("/register")
def submit_registration() -> Response:
    """Make the account and go on to where the person was going."""
    form = RegisterForm()
    given = {"email": form.email.data or "", "password": form.password.data or "", "name": form.name.data or ""}
    if errors := services().accounts.registration_errors(**given):
        return _register_page(form, errors)
    try:
        person = services().accounts.register(**given)
    except BenchError as error:
        if error.code != "email.taken":  # somebody else may have been a moment quicker
            raise
        return _register_page(form, [error])
    begin_sign_in(person)
    return go_on()


@blueprint.get("/logout")
def ask_logout() -> Response:
    """Ask before ending the sign-in: a link alone must not do it."""
    if present_sign_in() is None:
        return redirect(url_for("sign_in.show"), 302)  # type: ignore[return-value]
    return make_response(render_template("logout.html", next=destination()))


@blueprint.post("/logout")
def logout() -> Response:
    """End the sign-in."""
    sign_in = present_sign_in()
    if sign_in is not None:
        services().context.emit("sign_in.ended", account=sign_in.person.gcid)
    end_sign_in()
    return go_on("sign_in.show")


def _login_page(form: LoginForm, errors: list[BenchError], status: int = 422) -> Response:
    half = ""
    if present_pages().log_in.in_two_steps:
        half = "second" if request.endpoint in ("sign_in.ask_password", "sign_in.submit_password") else "first"
    page = render_template("login.html", form=form, errors=errors, field_of=FIELD_OF, half=half, next=destination())
    return make_response(page, status if errors else 200)


def _register_page(form: RegisterForm, errors: list[BenchError]) -> Response:
    minimum = services().context.settings.password_min_length
    page = render_template(
        "register.html",
        form=form,
        errors=errors,
        field_of=FIELD_OF,
        next=destination(),
        min_length=minimum,
    )
    return make_response(page, 422 if errors else 200)
