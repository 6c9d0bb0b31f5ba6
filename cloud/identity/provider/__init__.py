"""OpenID Connect over HTTP: Authlib's protocol engine with our rules behind it."""
