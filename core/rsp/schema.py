"""Messages declared, not programmed: a dataclass whose fields name their tag and their coding.

The client and the virtual card use the same declarations, one to write what the other reads. Unknown tags are
skipped (SGP.22 asks receivers to), fields that must be there raise `TlvError` when they are not.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from typing import Any, ClassVar, TypeVar

from core.rsp import tlv
from core.rsp.codecs import Codec
from core.rsp.tlv import TlvError

M = TypeVar("M", bound="Message")


@dataclass(frozen=True)
class _Spec:
    name: str
    tag: int
    codec: Codec
    many: bool
    required: bool


def tagged(tag: int, codec: Codec, *, default: Any = MISSING, many: bool = False) -> Any:
    """A field coded under `tag`. `many` collects each occurrence in a list. Without `default` it must be present."""
    metadata = {"tag": tag, "codec": codec, "many": many}
    if many:
        return field(default_factory=list, metadata=metadata)
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


class Message:
    """A constructed TLV. Sub-classes are dataclasses that set `TAG` and declare their fields with `tagged`."""

    TAG: ClassVar[int]

    def to_bytes(self) -> bytes:
        """Tag, length and value. Fields that are None are left out."""
        return tlv.encode(self.TAG, self.value_bytes())

    def value_bytes(self) -> bytes:
        """The value alone."""
        parts: list[bytes] = []
        for spec in _specs(type(self)):
            value = getattr(self, spec.name)
            for item in value if spec.many else [value]:
                if item is not None:
                    parts.append(tlv.encode(spec.tag, spec.codec.encode(item)))
        return b"".join(parts)

    @classmethod
    def from_bytes(cls: type[M], data: bytes) -> M:
        """Read one whole TLV of this kind; bytes after it are an error."""
        tag, value, end = tlv.read(data)
        if tag != cls.TAG or end != len(data):
            raise TlvError(f"expected one {cls.TAG:X}, found {tag:X} of {end} in {len(data)} bytes")
        return cls.from_value(value)

    @classmethod
    def from_value(cls: type[M], value: bytes) -> M:
        """Read the value alone. Fields of one tag are filled in their order; what comes beyond them is skipped."""
        specs = _specs(cls)
        found: dict[str, Any] = {spec.name: [] for spec in specs if spec.many}
        for tag, content in tlv.items(value):
            spec = next((item for item in specs if item.tag == tag and (item.many or item.name not in found)), None)
            if spec is None:
                continue
            if spec.many:
                found[spec.name].append(spec.codec.decode(content))
            else:
                found[spec.name] = spec.codec.decode(content)
        missing = [spec.name for spec in specs if spec.required and spec.name not in found]
        if missing:
            raise TlvError(f"{cls.__name__} lacks {', '.join(missing)}")
        return cls(**found)


_KNOWN: dict[type, tuple[_Spec, ...]] = {}  # what the declarations say, worked out once a class


def _specs(kind: type) -> tuple[_Spec, ...]:
    if kind not in _KNOWN:
        _KNOWN[kind] = _read_declaration(kind)
    return _KNOWN[kind]


def _read_declaration(kind: type) -> tuple[_Spec, ...]:
    return tuple(
        _Spec(
            name=item.name,
            tag=item.metadata["tag"],
            codec=item.metadata["codec"],
            many=item.metadata["many"],
            required=item.default is MISSING and item.default_factory is MISSING,
        )
        for item in fields(kind)
        if "tag" in item.metadata
    )


class Nested(Codec):
    """The value is the value of another message."""

    def __init__(self, kind: type[Message]) -> None:
        self._kind = kind

    def encode(self, value: Any) -> bytes:
        return bytes(value.value_bytes())

    def decode(self, data: bytes) -> Any:
        return self._kind.from_value(data)


class ListOf(Codec):
    """The value is a run of one kind of TLV, as a list; others in between are skipped."""

    def __init__(self, tag: int, codec: Codec) -> None:
        self._tag = tag
        self._codec = codec

    def encode(self, value: Any) -> bytes:
        return b"".join(tlv.encode(self._tag, self._codec.encode(item)) for item in value)

    def decode(self, data: bytes) -> Any:
        return [self._codec.decode(content) for tag, content in tlv.items(data) if tag == self._tag]
