"""The prose of handwritten pages, without what is shown as code, and the blanks in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.words import Blank, parse_blank

BLANK = re.compile(r"【待地区确认[^】]*】")
_CODE = re.compile(r"`[^`]*`")
_FENCES = ("```", "~~~")


def unfenced(markdown: str) -> Iterator[tuple[str, bool]]:
    """Yield every line, and whether it is prose: no fence, and not between two."""
    fenced = False
    for line in markdown.split("\n"):
        fence = line.lstrip().startswith(_FENCES)
        fenced = fenced != fence
        yield line, not (fenced or fence)


def prose_lines(markdown: str, first: int = 1) -> Iterator[tuple[int, str]]:
    """Yield the lines of prose with their numbers, code spans blanked: columns stay what they are."""
    for number, (line, prose) in enumerate(unfenced(markdown), first):
        if prose and line.strip():
            yield number, _CODE.sub(lambda code: " " * len(code[0]), line)


def blanks_in(text: str) -> Iterator[Blank]:
    """Yield the blanks in a text; raise Slip where one is not written as it should be."""
    for found in BLANK.findall(text):
        if blank := parse_blank(found):
            yield blank
