"""A content security policy in every finished page: only our own scripts and styles, nothing else.

Pages open from folders, so there is no server to send it. `file:` stands beside 'self' for
browsers in which a file is no origin of its own. Inline scripts and styles are let in by
their hashes; text that became markup by a fault of ours still could not run.
"""

from __future__ import annotations

import base64
import hashlib
import re

# Data is not run: only what a browser would execute or apply needs a hash.
_SCRIPT = re.compile(rb"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.S)
_STYLE = re.compile(rb"<style[^>]*>(.*?)</style>", re.S)
_FIRST = re.compile(rb'<meta charset="utf-8">', re.I)


def with_policy(page: bytes) -> bytes:
    """Return a page with its policy as the first thing after its encoding."""
    rules = (
        "default-src 'none'",
        f"script-src 'self' file:{_hashes(_SCRIPT, page)}",
        f"style-src 'self' file:{_hashes(_STYLE, page)}",
        "img-src 'self' file: data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'.encode()
    return _FIRST.sub(lambda found: found[0] + meta, page, count=1)


def _hashes(pattern: re.Pattern[bytes], page: bytes) -> str:
    found = sorted({hashlib.sha256(content).digest() for content in pattern.findall(page)})
    return "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in found)
