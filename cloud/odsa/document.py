"""The answer document of TS.43: OMA client provisioning XML, made of named characteristics with parameters.

Plain text in, plain text out; nothing here knows HTTP. A document of a stranger cannot make the reader fetch a file or
grow without bounds: declarations of types and entities are refused before anything is parsed.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

LONGEST = 64 * 1024
"""Bytes; the largest real answer has a few hundred."""
DEEPEST = 8
"""Characteristics in each other; TS.43 needs four."""
CONTENT_TYPE = "text/vnd.wap.connectivity-xml"


class DocumentError(ValueError):
    """Not a document of TS.43."""


@dataclass(frozen=True)
class Characteristic:
    """A named group of parameters. Names may repeat among `children`, as the companion's configurations do."""

    name: str
    values: Mapping[str, str] = field(default_factory=dict)
    children: Sequence[Characteristic] = ()

    def get(self, name: str) -> str:
        """A parameter, "" if it is not there."""
        return self.values.get(name, "")

    def child(self, name: str) -> Characteristic | None:
        """The first child of that name."""
        return next((one for one in self.children if one.name == name), None)

    def all(self, name: str) -> list[Characteristic]:
        """All children of that name."""
        return [one for one in self.children if one.name == name]


def write_document(parts: Sequence[Characteristic]) -> bytes:
    """The document as UTF-8."""
    root = ET.Element("wap-provisioningdoc", version="1.1")
    for part in parts:
        _write(root, part)
    ET.indent(root)
    return b'<?xml version="1.0"?>\n' + ET.tostring(root, encoding="utf-8") + b"\n"


def read_document(data: bytes) -> list[Characteristic]:
    """The characteristics at the top. Raises `DocumentError`."""
    if len(data) > LONGEST:
        raise DocumentError("too long")
    if re.search(rb"<!\s*(DOCTYPE|ENTITY)", data, re.IGNORECASE) or b"\0" in data:
        raise DocumentError("declarations are not allowed")
    try:
        root = ET.fromstring(data)  # noqa: S314 - without declarations there is nothing to expand or to fetch
    except (ET.ParseError, ValueError, LookupError) as error:
        raise DocumentError(str(error)) from error
    if root.tag.lower() != "wap-provisioningdoc":
        raise DocumentError(f"root element {root.tag}")
    return [_read(element, 1) for element in root if element.tag == "characteristic"]


def _write(parent: ET.Element, part: Characteristic) -> None:
    element = ET.SubElement(parent, "characteristic", type=part.name)
    for name, value in part.values.items():
        ET.SubElement(element, "parm", name=name, value=value)
    for child in part.children:
        _write(element, child)


def _read(element: ET.Element, depth: int) -> Characteristic:
    if depth > DEEPEST:
        raise DocumentError("too deep")
    values = {one.get("name", ""): one.get("value", "") for one in element if one.tag == "parm"}
    children = tuple(_read(one, depth + 1) for one in element if one.tag == "characteristic")
    return Characteristic(element.get("type", ""), values, children)
