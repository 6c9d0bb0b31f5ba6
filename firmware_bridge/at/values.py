"""Values in AT answers: arguments between commas, quoted text, hexadecimal numbers (TS 27.007 §4, V.250 §5.4)."""

from __future__ import annotations

MARK = "\0"
"""Stands where text is to be cut; no line of a terminal holds it."""


def split_arguments(text: str) -> list[str]:
    """The raw arguments of `text`; commas inside quotes or brackets do not split. Spaces around are removed."""
    if "(" not in text and MARK not in text:
        if not text.strip():
            return []
        parts = text.split('"')
        parts[::2] = [part.replace(",", MARK) for part in parts[::2]]  # what stands outside of quotes
        return [part.strip() for part in '"'.join(parts).split(MARK)]
    arguments: list[str] = []
    start, depth, quoted = 0, 0, False
    for index, letter in enumerate(text):
        if letter == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif letter == "(":
            depth += 1
        elif letter == ")":
            depth = max(0, depth - 1)
        elif letter == "," and depth == 0:
            arguments.append(text[start:index].strip())
            start = index + 1
    arguments.append(text[start:].strip())
    return arguments


def unquote(argument: str) -> str:
    """`argument` without its quotes."""
    return argument[1:-1] if len(argument) >= 2 and argument[0] == argument[-1] == '"' else argument


def after_prefix(line: str) -> str:
    """What follows `+NAME:` in an answer line; the whole line when it has no such prefix (some vendors omit it)."""
    if line[:1] in "+^#*$%!":
        head, colon, rest = line.partition(":")
        if colon and " " not in head and '"' not in head:
            return rest.strip()
    return line.strip()


def arguments_of(line: str) -> list[str]:
    """The unquoted arguments of an answer line `+NAME: a,"b",c`."""
    return [unquote(argument) for argument in split_arguments(after_prefix(line))]


def to_int(text: str, base: int = 10) -> int | None:
    """`text` as a number, or None: vendors leave fields empty or write `-`."""
    try:
        return int(text, base)
    except ValueError:
        return None
