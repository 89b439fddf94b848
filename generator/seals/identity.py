"""Ids of sealed drills: random, and so written that no word or date can be read in them."""

from __future__ import annotations

import re
import secrets

_LETTERS, _FIGURES = "abcdefghjkmnpqrstuvwxyz", "23456789"
_PAIRS = 4
# A letter, a figure, a letter, a figure: neither pinyin nor a year has this shape.
_MEANINGLESS = re.compile(r"(?:[a-z][0-9]){3,20}")


def meaningless(id: str) -> bool:
    """Tell whether an id says nothing: letters and figures by turns, six of them at least."""
    return _MEANINGLESS.fullmatch(id) is not None


def random_id() -> str:
    """Return a new id of eight signs, like k7m3x9q2; signs that look alike are left out."""
    pairs = (secrets.choice(_LETTERS) + secrets.choice(_FIGURES) for _ in range(_PAIRS))
    return "".join(pairs)
