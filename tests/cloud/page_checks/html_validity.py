"""Is a page valid HTML? Parse errors (WHATWG §13.2) and the rules for authors, without a browser."""

from __future__ import annotations

import re

import html5lib
from turbohtml import parse
from turbohtml.conformance import check

REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls")


def findings(text: str) -> list[str]:
    """What is wrong, one line each; empty for a valid page."""
    parser = html5lib.HTMLParser()
    parser.parse(text)
    lines = text.splitlines()
    found = [f"{code} in {lines[line - 1].strip()[:120]!r}" for (line, _column), code, _data in parser.errors]
    document = parse(text)
    found += [f"{error.code} in line {error.line}" for error in document.errors]
    found += [f"{message.code}: {message.message}" for message in check(document).errors]
    return [*found, *_dangling(text)]


def _dangling(text: str) -> list[str]:
    """References to ids that the page does not have: screen readers would say nothing there."""
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    ids = {element.get("id") for element in tree.iter() if element.get("id")}
    found = []
    for element in tree.iter():
        for name in REFERRING:
            found += [f"{name}={one} points nowhere" for one in (element.get(name) or "").split() if one not in ids]
        if re.fullmatch(r"#[\w-]+", element.get("href") or "") and element.get("href", "")[1:] not in ids:
            found.append(f"href={element.get('href')} points nowhere")
    return found
