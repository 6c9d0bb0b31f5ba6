"""The provider's own secrets, made at the first run and kept in files that only the owner reads."""

from __future__ import annotations

import json
import os
from pathlib import Path

from joserfc.jwk import ECKey

from core.errors import BenchError
from core.randomness import Randomness, token
from core.store import set_aside

ALGORITHM = "ES256"
"""RFC 7518 §3.4; made in a millisecond, and every OIDC library of today knows it."""


def signing_key(folder: Path) -> ECKey:
    """The key that signs ID tokens; a damaged file is kept aside and a new key made."""
    path = folder / "signing-key.json"
    text = _read(path)
    if text is not None:
        try:
            return ECKey.import_key(json.loads(text))
        except (ValueError, TypeError, KeyError):
            set_aside(path)
    key = ECKey.generate_key("P-256", {"use": "sig", "alg": ALGORITHM}, private=True, auto_kid=True)
    stored = _write_once(path, json.dumps(key.as_dict(private=True)))
    return ECKey.import_key(json.loads(stored))


def cookie_key(folder: Path, randomness: Randomness) -> str:
    """The key that signs the pages' cookies, so that sign-ins survive a restart."""
    path = folder / "cookie-key"
    text = _read(path)
    if text is not None and len(text) >= 32:
        return text
    path.unlink(missing_ok=True)
    return _write_once(path, token(randomness))


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        return ""


def _write_once(path: Path, text: str) -> str:
    """Store `text` unless another process was first; what is stored now."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(temporary, path)
        except FileExistsError:
            return path.read_text(encoding="ascii")
        finally:
            temporary.unlink()
    except OSError as error:
        raise BenchError("storage.failed", path=str(path), reason=error.strerror) from error
    return text
