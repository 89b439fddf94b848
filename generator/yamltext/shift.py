"""Blocks pasted off their column: which lines may have moved, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from generator.source import Location, Problem
from generator.yamltext import rules
from generator.yamltext.outline import STEP, Line, faults, heads, indent_of, outline

_FARTHEST = 6
_HEADS = 6
_ENDS = 16
_AROUND = 80


@dataclass(frozen=True, order=True)
class Shift:
    """Lines, counted from 1, whose indentation is to change by so many spaces."""

    first: int
    last: int
    by: int


def applied(text: str, shifts: Sequence[Shift]) -> str:
    """Return the text with the lines moved; no line loses more than its own spaces."""
    lines = text.split("\n")
    for shift in shifts:
        for index in range(shift.first - 1, shift.last):
            line = lines[index]
            if line.strip():
                lines[index] = " " * max(0, indent_of(line) + shift.by) + line.lstrip(" ")
    return "\n".join(lines)


def moved(shifts: Sequence[Shift], line: int) -> int:
    """Return by how much a line has moved."""
    return sum(shift.by for shift in shifts if shift.first <= line <= shift.last)


def problem(path: str, text: str, shift: Shift) -> Problem:
    """Say which lines to move, at the first of them."""
    column = indent_of(text.split("\n")[shift.first - 1]) + 1
    spaces, alone = abs(shift.by), shift.first == shift.last
    lines = "这一行" if alone else f"从这一行到第 {shift.last} 行都"
    each = "" if alone else "各"
    tab = "Tab" if shift.by > 0 else "Shift 和 Tab"
    key = f"，或选中后按 {tab}" if spaces == STEP else ""
    if shift.by > 0:
        told = f"{lines}少缩进了 {spaces} 格；请在行首{each}加 {spaces} 个空格{key}。"
    else:
        told = f"{lines}多缩进了 {spaces} 格；请在行首{each}删去 {spaces} 个空格{key}。"
    return Problem(Location(path, shift.first, column), rules.INDENT.code, told)


def above(text: str, number: int) -> frozenset[int]:
    """Return the numbers of the lines that a line stands under."""
    return frozenset(line.number for line in heads(outline(text), number))


def candidates(text: str, near: int, until: int) -> list[Shift]:
    """Return shifts that might mend faults seen from one line to another, the likeliest first.

    The line that is off is the one complained of, the one after it, a head above it, or the
    first below such a head: where a block begins too deep, the parser stops only where it
    ends. Likelier is what leaves fewer columns odd, what does not stop among the faults,
    what is a block by its looks, and then what moves fewer lines.
    """
    lines = outline(text)
    around = [line for line in lines if abs(line.number - near) <= _AROUND]
    first = around[0].number if around else near
    window = (*reversed([*heads(lines, first)]), *around)
    worst = faults(window)
    ranked = []
    for start in sorted(_starts(lines, near)):
        for by in _ways(lines, lines[start]):
            likely = set(_blocks(lines, start, by, until))
            for shift in likely | set(_cut_blocks(lines, start, by)):
                odd = faults([_with(line, shift) for line in window])
                if odd <= worst:
                    size, stops = (
                        shift.last - shift.first,
                        near <= shift.first <= shift.last < until,
                    )
                    ranked.append((odd, stops, shift not in likely, size, abs(by), shift))
    return list(dict.fromkeys(shift for *_, shift in sorted(ranked)))


def _with(line: Line, shift: Shift) -> Line:
    if shift.first <= line.number <= shift.last:
        return replace(line, indent=max(0, line.indent + shift.by))
    return line


def _starts(lines: Sequence[Line], near: int) -> set[int]:
    """Places in `lines` where a block that is off may begin."""
    places = {line.number: place for place, line in enumerate(lines)}
    above = [places[head.number] for head in islice(heads(lines, near), _HEADS)]
    here = [place for place, line in enumerate(lines) if line.number >= near][:2]
    return {*here, *above, *(place + 1 for place in above if place + 1 < len(lines))}


def _ways(lines: Sequence[Line], start: Line) -> list[int]:
    """Steps to the columns that are open above the line."""
    above = [line.indent for line in heads(lines, start.number)]
    steps = {column - start.indent for open in above for column in (open, open + STEP)}
    return [by for by in steps if 0 < abs(by) <= _FARTHEST]


def _blocks(lines: Sequence[Line], start: int, by: int, until: int) -> Iterator[Shift]:
    """The line alone; what is deeper; what is as deep; all up to where the faults end."""
    own, after = lines[start], lines[start + 1 :]
    yield Shift(own.number, own.number, by)
    for least in (own.indent, own.indent + 1):
        stop = next((line for line in after if line.indent < least), None)
        yield _up_to(lines, start, by, stop)
    if by > 0:
        fits = [line for line in after if line.number > until and line.indent <= own.indent + by]
        # A list at the end of the block may be faultless where it stands.
        for stops in (fits, [line for line in fits if line.opens]):
            yield _up_to(lines, start, by, next(iter(stops), None))


def _cut_blocks(lines: Sequence[Line], start: int, by: int) -> Iterator[Shift]:
    """A block too far to the left, up to any line that fits as it is."""
    fits = [line for line in lines[start + 1 :] if line.indent <= lines[start].indent + by]
    # A head is a likelier end than one line among many.
    stops = [*[line for line in fits if line.is_head][:_ENDS], *fits[:_ENDS]] if by > 0 else []
    for stop in stops:
        yield _up_to(lines, start, by, stop)


def _up_to(lines: Sequence[Line], start: int, by: int, stop: Line | None) -> Shift:
    """The lines from `start` to the one before `stop`."""
    last = lines[lines.index(stop, start) - 1] if stop else lines[-1]
    return Shift(lines[start].number, last.number, by)
