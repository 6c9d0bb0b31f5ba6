"""The helper process around zbar, which can abort on hostile content: it alone dies then.

Reads gray pictures from standard input and writes what it read to standard output:
request `<II` width, height, then the pixels; answer `<I` length, then JSON `[[text, [[x, y], …]], …]`.
"""

from __future__ import annotations

import json
import struct
import sys
from typing import IO

SIZE = struct.Struct("<II")
LENGTH = struct.Struct("<I")


def main(source: IO[bytes], sink: IO[bytes]) -> None:
    """Answer until the input ends."""
    from pyzbar import pyzbar

    while len(header := source.read(SIZE.size)) == SIZE.size:
        width, height = SIZE.unpack(header)
        pixels = source.read(width * height)
        if len(pixels) < width * height:
            return
        found = pyzbar.decode((pixels, width, height), symbols=[pyzbar.ZBarSymbol.QRCODE])
        answer = json.dumps([[_text(code.data), [list(point) for point in code.polygon]] for code in found]).encode()
        sink.write(LENGTH.pack(len(answer)) + answer)
        sink.flush()


def _text(data: bytes) -> str | None:
    """Plain ASCII only: zbar guesses other character sets wrongly, and a sign-in address has no other letters."""
    return data.decode() if data.isascii() and data.decode().isprintable() else None


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
