"""Finding the block that was pasted off its column: the one shift that makes the file right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.source import Problem
from generator.structure import MISSING, SHAPE, UNKNOWN, VALUE
from generator.yamltext import Shift, above, applied, candidates, flattened, of_columns
from generator.yamltext.rules import BROKEN_LINE, DUPLICATE, SYNTAX

P = TypeVar("P")
Problems = tuple[Problem, ...]

# A stop of the parser hides what comes after it.
_STOPS = {SYNTAX.code, BROKEN_LINE.code}
_TELLING = {UNKNOWN.code, SHAPE.code, DUPLICATE.code}
_SHAPES = _TELLING | {VALUE.code, MISSING.code}
# Lists inside a block that is off may be faultless for some lines.
_GAP = 6
_FEW_WRONG = 4
_MOST_SHIFTS = 4
# Trying costs a reading of the file; a check must stay quick, and a lone fault is seldom a block.
_MOST_LINES, _LEAST_TRIES, _FEW = 50_000, 12, 80


@dataclass(frozen=True)
class Tried(Generic[P]):
    """What a file would be with some of its lines moved."""

    shifts: tuple[Shift, ...]
    part: P | None
    problems: Problems


@dataclass(frozen=True)
class _Fault:
    """Problems that may be one slip, seen from one line to another."""

    problems: Problems
    first: int
    last: int

    def gone(self, text: str, shifts: tuple[Shift, ...], before: Problems, after: Problems) -> bool:
        """Whether shifts, which made this text, took it away and brought nothing in."""
        start, end = shifts[0].first, shifts[-1].last
        if {problem.where.line for problem in after} & above(text, start):
            # What hangs from a fault is not looked into, so nothing is proved.
            return False
        if self.problems[0].code in _STOPS:
            # What comes to light farther down was hidden, not caused.
            first, last = min(self.first, start) - 1, max(self.last, end) + 1
            return not any(first <= problem.where.line <= last for problem in after)
        if set(after) & set(self.problems):
            return False
        # Values that are looked into only now may be wrong too, but few of them.
        new = [problem for problem in after if problem not in before]
        lines = range(start, end + 1)
        inside = all(p.code == VALUE.code and p.where.line in lines for p in new)
        return inside and len(new) * _FEW_WRONG <= len(lines)


def mended(text: str, attempt: Callable[[tuple[Shift, ...]], Tried[P]]) -> Tried[P]:
    """Return the file as it stands, or with the few shifts that take faults of columns away.

    A shift is believed because it was tried. So one slip of a hand is told once, not by all
    the faults that follow from it.
    """
    best = attempt(())
    tries = max(_LEAST_TRIES, _MOST_LINES // (text.count("\n") + 1))
    for _ in range(_MOST_SHIFTS):
        better, used = _better(text, best, attempt, tries)
        tries -= used
        if better is None:
            break
        best = better
    return best


def _better(
    text: str, best: Tried[P], attempt: Callable[[tuple[Shift, ...]], Tried[P]], tries: int
) -> tuple[Tried[P] | None, int]:
    used = 0
    for fault in _faults(best.problems):
        found: Tried[P] | None = None
        now = applied(text, best.shifts)
        likely = flattened(now, fault.first)
        likely += [(shift,) for shift in candidates(now, fault.first, fault.last)]
        for shifts in likely[: min(tries - used, tries if len(fault.problems) > 1 else _FEW)]:
            used += 1
            tried = attempt((*best.shifts, *shifts))
            if not tried.problems:
                return tried, used
            if found is None or _rank(tried.problems) < _rank(found.problems):
                moved = applied(text, tried.shifts)
                gone = fault.gone(moved, shifts, best.problems, tried.problems)
                found = tried if gone else found
        if found is not None:
            return found, used
    return None, used


def _faults(problems: Problems) -> Iterator[_Fault]:
    """Group what is wrong by place; a lone missing or doubled key is no matter of columns."""
    stop = next((problem for problem in problems if problem.code in _STOPS), None)
    if stop and stop.code == SYNTAX.code and not of_columns(stop.message):
        return
    if stop:
        yield _Fault((stop, *problems), stop.where.line, stop.where.line)
        return
    groups: list[list[Problem]] = []
    for problem in sorted(problem for problem in problems if problem.code in _SHAPES):
        if not groups or problem.where.line > groups[-1][-1].where.line + _GAP:
            groups.append([])
        groups[-1].append(problem)
    for group in groups:
        # What is wrong with columns shows in shapes; values and missing keys follow from them.
        told = [problem for problem in group if problem.code in _TELLING]
        if told and (len(group) > 1 or _strange(told[0])):
            yield _Fault(tuple(group), told[0].where.line, told[-1].where.line)
        if len(told) > 1:
            # Two slips may stand close together.
            yield _Fault((told[0],), told[0].where.line, told[0].where.line)


def _strange(lone: Problem) -> bool:
    """A misspelt or doubled key is where it should be."""
    return lone.code != DUPLICATE.code and not lone.message.endswith("？")


def _rank(problems: Problems) -> tuple[int, int]:
    """The farther the parser comes the better, then the fewer problems."""
    stop = next((problem.where.line for problem in problems if problem.code in _STOPS), None)
    return (-stop if stop else -1_000_000, len(problems))
