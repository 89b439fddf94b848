"""How like two wordings are: what they do not share, where they differ in one place only."""

from __future__ import annotations

import re
from itertools import takewhile

_MARKS = re.compile(r"[\W_]")


def bare(text: str) -> str:
    """Return a text without its spaces and punctuation."""
    return _MARKS.sub("", text)


def difference(one: str, other: str) -> tuple[str, str]:
    """Return what stands between the common beginning and the common end of two texts."""
    start = _shared(one, other)
    one, other = one[start:], other[start:]
    end = _shared(one[::-1], other[::-1])
    return one[: len(one) - end], other[: len(other) - end]


def _shared(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
