"""BMW ID / MINI ID: an OpenID provider with the device grant for cars."""
