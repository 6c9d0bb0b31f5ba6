"""The forms. Errors are codes here; the templates have the sentences."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import EmailField, PasswordField, StringField

from core.errors import BenchError

FIELD_OF = {
    "email.invalid": "email",
    "email.missing": "email",
    "email.taken": "email",
    "name.missing": "name",
    "name.too_long": "name",
    "password.missing": "password",
    "password.weak": "password",
    "invalid_credentials": "password",
    "code.malformed": "user_code",
    "unknown_code": "user_code",
}
"""The field that an error belongs to; others concern the whole form."""


class LoginForm(FlaskForm):
    """E-mail and password (BMW-JP-SP-04)."""

    email = EmailField()
    password = PasswordField()


class RegisterForm(FlaskForm):
    """A new BMW ID (BMW-JP-SP-04a)."""

    name = StringField()
    email = EmailField()
    password = PasswordField()


def missing(form: FlaskForm, *names: str) -> list[BenchError]:
    """One error for each of these fields that was left empty."""
    return [BenchError(f"{name}.missing") for name in names if not (form[name].data or "").strip()]
