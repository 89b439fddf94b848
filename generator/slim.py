"""What a browser would drop anyway is dropped here: blank lines and indents between the tags."""

from __future__ import annotations

import re

# Where spaces count, or where a hash holds each byte.
_KEPT = re.compile(rb"(<(pre|script|style|textarea)\b.*?</\2>)", re.S | re.I)
_BREAK = re.compile(rb"[ \t\r]*\n\s*")


def slim(page: bytes) -> bytes:
    """Return an HTML page with one line break for each run of blanks that holds one."""
    pieces: list[bytes] = []
    last = 0
    for kept in _KEPT.finditer(page):
        pieces += [_BREAK.sub(b"\n", page[last : kept.start()]), kept[1]]
        last = kept.end()
    return b"".join([*pieces, _BREAK.sub(b"\n", page[last:])]).lstrip()
