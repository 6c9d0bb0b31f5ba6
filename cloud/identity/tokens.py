"""Access and refresh tokens: issued once for each proof, rotated, revoked by family; stored as hashes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from cloud.context import Context, fingerprint
from cloud.storage.models import AuthorizationCode, Token


@dataclass(frozen=True)
class TokenFacts:
    """What a token allows, for whom, in which car."""

    client_id: str
    account_id: int
    scope: str
    vin: str | None
    auth_time: float
    family: str


class Tokens:
    """The token store. Methods that take a `session` belong into the transaction that uses up the proof."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def store(self, session: Session, facts: TokenFacts, token: dict[str, object]) -> None:
        """Remember a freshly made token answer (RFC 6749 §5.1)."""
        now, settings = self._context.now(), self._context.settings
        refresh = token.get("refresh_token")
        session.add(
            Token(
                access_hash=fingerprint(str(token["access_token"])),
                refresh_hash=fingerprint(str(refresh)) if refresh else None,
                family=facts.family,
                client_id=facts.client_id,
                account_id=facts.account_id,
                scope=facts.scope,
                vin=facts.vin,
                auth_time=facts.auth_time,
                access_expires_at=now + settings.access_token_lifetime,
                refresh_expires_at=now + settings.refresh_token_lifetime if refresh else now,
                revoked=False,
            )
        )
        session.execute(delete(Token).where(Token.refresh_expires_at <= now, Token.access_expires_at <= now))

    def by_access(self, secret: str) -> Token | None:
        """The living access token, or None."""
        with self._context.database.reading() as session:
            row = session.scalar(select(Token).where(Token.access_hash == fingerprint(secret)))
        return row if row and not row.revoked and row.access_expires_at > self._context.now() else None

    def by_refresh(self, secret: str) -> Token | None:
        """The refresh token with this secret, in whatever state."""
        with self._context.database.reading() as session:
            return session.scalar(select(Token).where(Token.refresh_hash == fingerprint(secret)))

    def rotate(self, session: Session, token_id: int) -> bool:
        """Use a refresh token up. True if it may be used now (RFC 9700 §4.14.2).

        A client that lost the answer may use the old one again for a short while; later, its use means that
        somebody has a copy.
        """
        now = self._context.now()
        row = session.get_one(Token, token_id, with_for_update=True)
        if row.revoked or row.refresh_expires_at <= now:
            return False
        if row.refresh_used_at is None:
            row.refresh_used_at = now
            return True
        return now < row.refresh_used_at + self._context.settings.refresh_reuse_leeway

    def revoke_family(self, family: str) -> None:
        """End all tokens of one sign-in."""
        with self._context.database.writing() as session:
            session.execute(update(Token).where(Token.family == family).values(revoked=True))

    def find_any(self, secret: str) -> Token | None:
        """The token that has this access or refresh secret, in whatever state."""
        mark = fingerprint(secret)
        with self._context.database.reading() as session:
            return session.scalar(select(Token).where(or_(Token.access_hash == mark, Token.refresh_hash == mark)))


class AuthorizationCodes:
    """Codes of the code flow and of the authorize-challenge end point; each good for one use."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def create(
        self,
        *,
        client_id: str,
        account_id: int,
        scope: str,
        auth_time: float,
        code_challenge: str,
        redirect_uri: str | None = None,
        nonce: str | None = None,
        vin: str | None = None,
    ) -> str:
        """A new code."""
        code, now = self._context.secret(), self._context.now()
        with self._context.database.writing() as session:
            session.execute(delete(AuthorizationCode).where(AuthorizationCode.expires_at < now - 86_400))
            session.add(
                AuthorizationCode(
                    code_hash=fingerprint(code),
                    client_id=client_id,
                    account_id=account_id,
                    redirect_uri=redirect_uri,
                    scope=scope,
                    nonce=nonce,
                    vin=vin,
                    code_challenge=code_challenge,
                    auth_time=auth_time,
                    expires_at=now + self._context.settings.authorization_code_lifetime,
                    family=fingerprint(self._context.secret()),
                    used=False,
                )
            )
        return code

    def find(self, code: str, client_id: str) -> AuthorizationCode | None:
        """The code if it is this client's and not too old; it may have been used."""
        with self._context.database.reading() as session:
            row = session.get(AuthorizationCode, fingerprint(code))
        if row is None or row.client_id != client_id or row.expires_at <= self._context.now():
            return None
        return row

    @staticmethod
    def use_up(session: Session, code_hash: str) -> bool:
        """Mark as used, in the transaction that stores its tokens. False if it was used before."""
        result = session.execute(
            update(AuthorizationCode)
            .where(AuthorizationCode.code_hash == code_hash, AuthorizationCode.used.is_(False))
            .values(used=True)
        )
        return bool(result.rowcount)  # type: ignore[attr-defined]
