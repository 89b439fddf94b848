"""A block pasted without its indentation: all its lines, or all but the first, in one column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from generator.yamltext.outline import STEP, Line, heads, outline
from generator.yamltext.shift import Shift

_LEAST = 3


def flattened(text: str, near: int) -> list[tuple[Shift, ...]]:
    """Return shifts that might give a flat block near a line the two columns it had."""
    lines = outline(text)
    here = next((place for place, line in enumerate(lines) if line.number >= near), len(lines))
    runs = {_run(lines, place) for place in (here - 1, here) if 0 <= place < len(lines)}
    found = []
    for first, last in sorted(runs):
        if first and last - first + 1 >= _LEAST and lines[first].indent < lines[first - 1].indent:
            found += _of_run(lines, first, last)
    return found


def _run(lines: Sequence[Line], place: int) -> tuple[int, int]:
    """The first and the last of the lines around a line that stand in its column."""
    column = lines[place].indent
    before = takewhile(lambda line: line.indent == column, reversed(lines[:place]))
    after = takewhile(lambda line: line.indent == column, lines[place + 1 :])
    return place - sum(1 for _ in before), place + sum(1 for _ in after)


def _of_run(lines: Sequence[Line], first: int, last: int) -> list[tuple[Shift, ...]]:
    run, before = lines[first : last + 1], lines[first - 1]
    column, (head, body) = run[0].indent, (run[0].number, run[1].number)
    found: list[tuple[Shift, ...]] = []
    if before.opens:
        # The head is where it was put; the rest fell to the margin.
        found.append((Shift(head, run[-1].number, before.indent + STEP - column),))
    if run[0].opens:
        for above in heads(lines, head):
            by = above.indent - column
            if by > 0:
                found.append((Shift(head, head, by), Shift(body, run[-1].number, by + STEP)))
    return found
