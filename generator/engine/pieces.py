"""Finished pieces of HTML beside the engine: a hole goes in, the piece is put back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.slim import slim

_HOLE = re.compile(rb"<!--piece (\d+)-->")
# Python-Markdown empties lines of nothing but spaces.
_SPACES = re.compile(r"(?<=\n) +\n")


def hole(number: int) -> str:
    """Return what stands in Markdown for a finished piece of HTML: the engine reads it fast."""
    return f"<!--piece {number}-->"


def filled(page: bytes, pieces: Sequence[str]) -> bytes:
    """Return a page with its pieces put back, as they would be had the engine read them."""

    def piece(found: re.Match[bytes]) -> bytes:
        return _SPACES.sub("\n", pieces[int(found[1])]).encode()

    return slim(_HOLE.sub(piece, page))
