"""Keys and certificates on disk: PEM that only its owner reads, written once, also when two processes start at once."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key

from core.errors import BenchError


def read_credential(path: Path) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey] | None:
    """Certificate and key in one PEM file; None when it is not there, makes no sense or its halves do not fit."""
    try:
        text = path.read_bytes()
        certificate, key = x509.load_pem_x509_certificate(text), load_pem_private_key(text, None)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BenchError("storage.failed", path=str(path), reason=error.strerror) from error
    except (ValueError, TypeError):
        return None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
        return None
    return certificate, key


def write_once(path: Path, certificate: bytes, key: ec.EllipticCurvePrivateKey | None = None) -> None:
    """Write the PEM of certificate and key, unless another process was first. Raises `storage.failed`."""
    text = certificate
    if key is not None:
        text += key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(temporary, path)
        except FileExistsError:
            pass
        finally:
            temporary.unlink()
    except OSError as error:
        raise BenchError("storage.failed", path=str(path), reason=error.strerror) from error
