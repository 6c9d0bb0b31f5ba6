"""BMW IDs: sign up, sign in with a lock-out, look up."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from cloud.context import Context
from cloud.identity.attempts import forget, note_failure, rest_of
from cloud.identity.hashing import DEMO_MARK
from cloud.identity.rules.emails import clean_email, email_key
from cloud.identity.rules.names import given_name
from cloud.identity.rules.passwords import unmet_points
from cloud.storage.models import Account
from core.errors import BenchError

MAX_NAME_LENGTH = 80


@dataclass(frozen=True)
class Person:
    """A signed-in or known account, without its secrets."""

    id: int
    gcid: str
    email: str
    name_ja: str
    name_en: str

    def name(self, language: str) -> str:
        """The name as written in `language`."""
        return self.name_ja if language == "ja" else self.name_en

    def claims(self, scope: str, language: str) -> dict[str, object]:
        """What clients may know (OIDC Core §5.1, §5.4; names also tagged by language, §5.2)."""
        scopes = scope.split()
        claims: dict[str, object] = {"sub": self.gcid, "gcid": self.gcid}
        if "email" in scopes:
            claims |= {"email": self.email, "email_verified": True}
        if "profile" in scopes:
            name = self.name(language)
            claims |= {
                "name": name,
                "given_name": given_name(name),
                "name#ja": self.name_ja,
                "name#en": self.name_en,
                "given_name#ja": given_name(self.name_ja),
                "given_name#en": given_name(self.name_en),
            }
        return claims


class Accounts:
    """All BMW IDs of this cloud."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def find(self, account_id: int) -> Person | None:
        """The account with this number."""
        with self._context.database.reading() as session:
            account = session.get(Account, account_id)
            return _person(account) if account else None

    def find_by_email(self, email: str) -> Person | None:
        """The account with this e-mail, without regard to capitals."""
        with self._context.database.reading() as session:
            account = session.scalar(select(Account).where(Account.email_key == email_key(email)))
            return _person(account) if account else None

    def register(self, *, email: str, password: str, name: str) -> Person:
        """A new account. Raises the first of `registration_errors`, or `email.taken`."""
        if errors := self.registration_errors(email=email, password=password, name=name):
            raise errors[0]
        full_name = " ".join(name.split())
        return self.add(clean_email(email) or "", full_name, full_name, self._context.hashing.hash(password))

    def registration_errors(self, *, email: str, password: str, name: str) -> list[BenchError]:
        """All that is wrong with these data, at once: `name.missing`, `name.too_long`, `email.missing`,
        `email.invalid`, `email.taken`, `password.missing`, `password.weak`.
        """
        errors = []
        if not name.strip():
            errors.append(BenchError("name.missing"))
        elif len(" ".join(name.split())) > MAX_NAME_LENGTH:
            errors.append(BenchError("name.too_long", limit=MAX_NAME_LENGTH))
        address = clean_email(email)
        if not email.strip():
            errors.append(BenchError("email.missing"))
        elif address is None:
            errors.append(BenchError("email.invalid"))
        elif self._is_known(address):
            errors.append(BenchError("email.taken"))
        minimum = self._context.settings.password_min_length
        if not password:
            errors.append(BenchError("password.missing"))
        elif unmet := unmet_points(password, email=email, min_length=minimum):
            errors.append(BenchError("password.weak", points=[str(point) for point in unmet]))
        return errors

    def _is_known(self, address: str) -> bool:
        with self._context.database.reading() as session:
            return session.scalar(select(Account.id).where(Account.email_key == email_key(address))) is not None

    def add(self, email: str, name_ja: str, name_en: str, password_hash: str = DEMO_MARK) -> Person:
        """Store an account whose data are known to be good. Raises `email.taken`."""
        context = self._context
        account = Account(
            gcid=str(uuid.UUID(bytes=context.randomness.bytes(16), version=4)),
            email=email,
            email_key=email_key(email),
            password_hash=password_hash,
            name_ja=name_ja,
            name_en=name_en,
            created_at=context.now(),
        )
        try:
            with context.database.writing() as session:
                session.add(account)
        except IntegrityError as error:
            raise BenchError("email.taken") from error
        context.emit("account.created", account=account.gcid)
        return _person(account)

    def sign_in(self, email: str, password: str) -> Person:
        """The account that these credentials open. Raises `invalid_credentials`, `locked` (`retry_after` seconds).

        An unknown e-mail is answered like a wrong password, in the same time and with the same lock-out, so that
        nobody learns who has an account.
        """
        context = self._context
        key = email_key(email)[:254]
        subject = f"sign-in:{key}"
        limit = context.settings.sign_in_attempts
        if rest := rest_of(context, subject, limit):
            raise BenchError("locked", retry_after=rest)
        with context.database.reading() as session:
            account = session.scalar(select(Account).where(Account.email_key == key))
        if not context.hashing.fits(key, account.password_hash if account else None, password) or account is None:
            failures = note_failure(context, subject, context.settings.sign_in_lock_time)
            context.emit("sign_in.refused", account=account.gcid if account else None, failures=failures)
            if failures >= limit:
                context.emit("sign_in.locked", account=account.gcid if account else None)
                raise BenchError("locked", retry_after=context.settings.sign_in_lock_time)
            raise BenchError("invalid_credentials", attempts_left=limit - failures)
        forget(context, subject)
        if context.hashing.is_outdated(account.password_hash):
            with context.database.writing() as session:
                session.get_one(Account, account.id).password_hash = context.hashing.hash(password)
        context.emit("sign_in.accepted", account=account.gcid)
        return _person(account)


def _person(account: Account) -> Person:
    return Person(account.id, account.gcid, account.email, account.name_ja, account.name_en)
