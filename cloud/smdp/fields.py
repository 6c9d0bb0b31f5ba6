"""Reads the JSON bodies of ES2+ and ES9+: which fields must be there, and of what kind (SGP.22 §6.5)."""

from __future__ import annotations

import base64
import binascii
from typing import Any, TypeVar

from cloud.smdp.rules.refusals import Refusal, Refused
from core.rsp.schema import Message
from core.rsp.tlv import TlvError

M = TypeVar("M", bound=Message)
Body = dict[str, Any]


def text(body: Body, name: str, *, longest: int = 255) -> str:
    """A mandatory text."""
    if name not in body:
        raise Refused(Refusal.ELEMENT_MISSING, name)
    value = body[name]
    if not isinstance(value, str) or len(value) > longest:
        raise Refused(Refusal.FUNCTION_INVALID, name)
    return value


def optional(body: Body, name: str, *, longest: int = 255) -> str:
    """A text that may be missing; then ""."""
    return text(body, name, longest=longest) if body.get(name) is not None else ""


def flag(body: Body, name: str) -> bool:
    """A truth value that must be there."""
    if name not in body:
        raise Refused(Refusal.ELEMENT_MISSING, name)
    if not isinstance(body[name], bool):
        raise Refused(Refusal.FUNCTION_INVALID, name)
    return bool(body[name])


def octets(body: Body, name: str) -> bytes:
    """Base 64 of bytes; white space, as line-wrapping clients send it, is let pass."""
    plain = "".join(text(body, name, longest=100_000).split())
    try:
        return base64.b64decode(plain, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused(Refusal.FUNCTION_INVALID, name) from error


def message(body: Body, name: str, kind: type[M]) -> M:
    """Base 64 of one whole message."""
    return parsed(kind, octets(body, name), name)


def parsed(kind: type[M], data: bytes, name: str) -> M:
    """`data` as one whole message; what cannot be read is refused."""
    try:
        return kind.from_bytes(data)
    except (TlvError, ValueError) as error:
        raise Refused(Refusal.FUNCTION_INVALID, name) from error


def b64(data: bytes) -> str:
    """Bytes as JSON carries them."""
    return base64.b64encode(data).decode()
