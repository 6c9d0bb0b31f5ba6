"""The programs that may ask for sign-ins: each brand's car and app, and those a test adds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from core.brand import BrandPack

DEVICE_CODE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
SCOPES = ("openid", "profile", "email", "vehicles", "esim", "settings", "terms", "device")
"""All scopes: three of OIDC, then one a resource of the API; `device` allows to approve cars."""


@dataclass(frozen=True)
class Client:
    """A public client (RFC 6749 §2.1): it has no secret, so PKCE protects its codes.

    The method names are those that Authlib's `ClientMixin` asks for.
    """

    client_id: str
    redirect_uris: tuple[str, ...] = ()
    scopes: tuple[str, ...] = SCOPES
    grants: tuple[str, ...] = ("authorization_code", "refresh_token")
    takes_passwords: bool = False
    """May use the authorize-challenge end point: first-party only, since it sees the password."""

    def get_client_id(self) -> str:
        """The client's id."""
        return self.client_id

    def get_default_redirect_uri(self) -> str | None:
        """The only registered address, if there is exactly one (RFC 6749 §3.1.2.3)."""
        return self.redirect_uris[0] if len(self.redirect_uris) == 1 else None

    def get_allowed_scope(self, scope: str | None) -> str | None:
        """The part of `scope` this client may have, all of its own if it asked for none; None if nothing is left."""
        asked = scope.split() if scope else list(self.scopes)
        allowed = [name for name in dict.fromkeys(asked) if name in self.scopes]
        return " ".join(allowed) or None

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        """Exact comparison (RFC 9700 §2.1), but any port on loopback (RFC 8252 §7.3)."""
        return any(_same_address(redirect_uri, known) for known in self.redirect_uris)

    def check_client_secret(self, _secret: str) -> bool:
        """Never: there is none."""
        return False

    def check_endpoint_auth_method(self, method: str, _endpoint: str) -> bool:
        """Public clients only name themselves."""
        return method == "none"

    def check_response_type(self, response_type: str) -> bool:
        """Code flow only."""
        return response_type == "code" and bool(self.redirect_uris)

    def check_grant_type(self, grant_type: str) -> bool:
        """True if the client may use this grant."""
        return grant_type in self.grants


class Clients:
    """Clients by id: car and app of each brand, since all brands' cars drive on one cloud."""

    def __init__(self, brands: Iterable[BrandPack]) -> None:
        self._clients: dict[str, Client] = {}
        self._brands: dict[str, str] = {}
        for pack in brands:
            self._add_brand(pack)

    def _add_brand(self, brand: BrandPack) -> None:
        self.add(
            Client(
                brand.car_client_id,
                scopes=("openid", "profile", "email", "vehicles", "esim", "settings"),
                grants=(DEVICE_CODE_GRANT, "authorization_code", "refresh_token"),
                takes_passwords=True,
            )
        )
        self.add(Client(brand.app_client_id, redirect_uris=(f"{brand.app_scheme}://oauth/callback",)))
        self._brands |= {brand.car_client_id: brand.id, brand.app_client_id: brand.id}

    def add(self, client: Client) -> None:
        """Register one client more, or replace it."""
        self._clients[client.client_id] = client

    def find(self, client_id: str | None) -> Client | None:
        """The client with this id."""
        return self._clients.get(client_id or "")

    def brand_of(self, client_id: str | None) -> str:
        """The id of the brand whose car or app this is; "" for a client of no brand."""
        return self._brands.get(client_id or "", "")

    def redirect_sources(self) -> list[str]:
        """Where forms may lead, for the Content-Security-Policy: browsers check it on redirects too. The own brand's
        first, and each once.
        """
        sources: dict[str, None] = {}
        for client in self._clients.values():
            for uri in client.redirect_uris:
                parts = urlsplit(uri)
                if parts.scheme in ("http", "https"):
                    port = ":*" if _is_loopback(parts.hostname) else ""
                    sources[f"{parts.scheme}://{parts.hostname if port else parts.netloc}{port}"] = None
                else:
                    sources[f"{parts.scheme}:"] = None
        return list(sources)


def _is_loopback(host: str | None) -> bool:
    return host in ("127.0.0.1", "localhost")


def _same_address(asked: str, known: str) -> bool:
    if asked == known:
        return True
    try:
        left, right = urlsplit(asked), urlsplit(known)
        _ = left.port
    except ValueError:
        return False
    if right.scheme != "http" or right.hostname != "127.0.0.1" or left.username or left.password:
        return False
    without_port = (left.scheme, left.hostname, left.path, left.query, left.fragment)
    return without_port == (right.scheme, right.hostname, right.path, right.query, right.fragment)
