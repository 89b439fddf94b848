"""The columns of a file: what stands under what, and where that goes wrong by its looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

STEP = 2
_ITEM = re.compile(r"- +(?=\S)|-$")
_KEY = re.compile(r"[^\s\"'#\[{][^#\"]*?:(?: |$)")
_OPEN = re.compile(r"(?::|-)(?:\s+#.*)?$")
_BLOCK_TEXT = re.compile(r"(?::|-)\s+[|>][+-]?$")


@dataclass(frozen=True)
class Line:
    """A line that counts: its first column from 0, and the keys and dashes in it."""

    number: int
    indent: int
    marks: tuple[tuple[str, int], ...]
    opens: bool

    @property
    def is_head(self) -> bool:
        """Whether something may begin here: a list's entry, or a key with lines below it."""
        return self.opens or self.marks[:1] == (("-", 0),)


def outline(text: str) -> tuple[Line, ...]:
    """Return the lines that count; comments, empty lines and the insides of block texts do not."""
    found, block = [], None
    for number, written in enumerate(text.split("\n"), start=1):
        line = written.strip()
        indent = indent_of(written)
        if not line or (block is not None and indent > block):
            continue
        block = indent if _BLOCK_TEXT.search(line) else None
        if not line.startswith("#"):
            found.append(Line(number, indent, tuple(_marks(line)), bool(_OPEN.search(line))))
    return tuple(found)


def indent_of(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def _marks(line: str) -> Iterator[tuple[str, int]]:
    at = 0
    while found := _ITEM.match(line, at):
        yield "-", at
        at = found.end()
    if _KEY.match(line, at):
        yield ":", at


def heads(lines: Sequence[Line], number: int) -> Iterator[Line]:
    """Yield the line before a line, the head it stands under, the head of that, and so on."""
    lowest: int | None = None
    for line in reversed(lines):
        if line.number < number and (lowest is None or line.indent < lowest):
            lowest = line.indent
            yield line


def faults(lines: Sequence[Line]) -> int:
    """Count the lines that stand neither beside one above nor two columns under it."""
    count, open_marks = 0, list[tuple[str, int]]()
    before: Line | None = None
    for line in lines:
        kind, at = (*line.marks[0],) if line.marks else ("", 0)
        column = line.indent + at
        last = open_marks[-1] if open_marks else ("", -STEP)
        while open_marks and not _holds(open_marks[-1], kind, column):
            open_marks.pop()
        beside = bool(open_marks) and open_marks[-1] == (kind, column)
        opened = before is None or before.opens
        if beside:
            count += opened and before is not None
        elif not (opened and open_marks[-1:] in ([last], []) and _under(last, column)):
            count += 1
        if not beside:
            open_marks.append((kind, column))
        open_marks += [(mark, line.indent + place) for mark, place in line.marks[1:]]
        before = line
    return count


def _holds(mark: tuple[str, int], kind: str, column: int) -> bool:
    """A list may begin in the column of its key; a key there ends the list."""
    return mark[1] < column or (mark[1] == column and (mark[0] == kind or kind == "-"))


def _under(mark: tuple[str, int], column: int) -> bool:
    # YAML also lets a list begin in the column of its key; that is odd among lists that do not.
    return column == mark[1] + STEP
