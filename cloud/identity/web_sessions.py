"""Browsers' sign-ins, kept on the server so that they can be ended there and survive a restart."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete

from cloud.context import Context, fingerprint
from cloud.identity.accounts import Accounts, Person
from cloud.storage.models import WebSession


@dataclass(frozen=True)
class SignIn:
    """Who is signed in with a browser and since when (seconds since 1970)."""

    person: Person
    signed_in_at: float


class WebSessions:
    """Sign-ins by the secret in the browser's cookie."""

    def __init__(self, context: Context, accounts: Accounts) -> None:
        self._context = context
        self._accounts = accounts

    def begin(self, person: Person) -> str:
        """A new sign-in; the secret for the cookie. Always a new one, so that nobody can fix it beforehand."""
        secret = self._context.secret()
        now = self._context.now()
        with self._context.database.writing() as session:
            session.execute(delete(WebSession).where(WebSession.expires_at <= now))
            session.add(
                WebSession(
                    id_hash=fingerprint(secret),
                    account_id=person.id,
                    signed_in_at=now,
                    expires_at=now + self._context.settings.web_session_lifetime,
                )
            )
        return secret

    def find(self, secret: str | None) -> SignIn | None:
        """The living sign-in with this secret."""
        if not secret:
            return None
        with self._context.database.reading() as session:
            row = session.get(WebSession, fingerprint(secret))
        if row is None or row.expires_at <= self._context.now():
            return None
        person = self._accounts.find(row.account_id)
        return SignIn(person, row.signed_in_at) if person else None

    def end(self, secret: str | None) -> None:
        """Sign out; without effect for an unknown secret."""
        if secret:
            with self._context.database.writing() as session:
                session.execute(delete(WebSession).where(WebSession.id_hash == fingerprint(secret)))
