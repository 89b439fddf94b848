"""The commitment: SHA-256 over nonce ‖ package.

The nonce has 32 random bytes, so nobody can find the package by trying; its length is fixed, so
the border between the two cannot be moved. A blank commits to an empty package: without its
nonce it looks like any other, and with it anybody sees that there was no drill behind it.
"""

from __future__ import annotations

import hashlib
import secrets

from generator.model.seal import hexadecimal

NONCE_BYTES = 32
EMPTY = b""
_SHEET = """参考样稿·非正式文件
演练封存值（SHA-256）

{hash}

这一行是一个随机数接上一个封存包算出来的。
只看这一行，看不出有没有演练，也看不出是哪一天、哪一部预案。
启封以后，拿随机数和封存包再算一遍，算出来还是这一行，就是封存以后没有改过。
"""


def new_nonce() -> bytes:
    """Return 32 random bytes."""
    return secrets.token_bytes(NONCE_BYTES)


def digest(nonce: bytes, package: bytes) -> str:
    """Return SHA-256 over nonce ‖ package, as 64 lower-case hexadecimal signs."""
    return hashlib.sha256(nonce + package).hexdigest()


def sheet(hash: str) -> str:
    """Return the text that is deposited or published; all differ in their one line only."""
    return _SHEET.format(hash=hash)


def sheet_hash(text: str) -> str | None:
    """Return the commitment that stands on a sheet, or None if there is not exactly one."""
    found = [line for line in map(hexadecimal, text.splitlines()) if line]
    return found[0] if len(found) == 1 else None
