"""JSON objects, one a line, over TCP on one desk: what the stand-ins for radio of all kinds are carried by."""

from core.lines.client import LineClient, LineDown
from core.lines.hub import LineHub
from core.lines.messages import MAX_LINE, LineReader, encode, number, text

__all__ = ["MAX_LINE", "LineClient", "LineDown", "LineHub", "LineReader", "encode", "number", "text"]
