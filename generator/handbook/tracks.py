"""Tracks of a script that run at the same time, row by row: what stands side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from generator.model.script import Line
from generator.model.time import Moment

# Whether it is told, whether it is on the clock, and the minutes.
_Time = tuple[bool, bool, int]
_END: _Time = (True, True, 10**6)


@dataclass(frozen=True)
class Step:
    """A line of a track with its number there."""

    number: int
    line: Line


# What a track does from a moment on until its next.
_Turn = tuple[Step, ...]


@dataclass(frozen=True)
class Row:
    """For each track in order one step or nothing; `at` where a moment begins with this row."""

    at: Moment | None
    steps: tuple[Step | None, ...]


def side_by_side(tracks: Mapping[str, tuple[Line, ...]]) -> Iterator[Row]:
    """Yield rows of steps that go on together, earliest first; no track's steps change order.

    What begins while the others are at the same still stands in one row with it.
    """
    waiting = [list(_turns(lines)) for lines in tracks.values()]
    while any(waiting):
        together = _together(waiting)
        told = [turn[0].line.at for turn in together if turn and turn[0].line.at]
        first = min(told, key=_time, default=None)
        for number, steps in enumerate(zip_longest(*together)):
            yield Row(None if number else first, steps)


def _turns(lines: tuple[Line, ...]) -> Iterator[_Turn]:
    """A line without a moment goes on from the line before it."""
    steps = tuple(Step(number, line) for number, line in enumerate(lines, start=1))
    starts = [number for number, line in enumerate(lines) if line.at or number == 0]
    for start, end in zip(starts, [*starts[1:], len(steps)], strict=True):
        yield steps[start:end]


def _together(waiting: list[list[_Turn]]) -> list[_Turn]:
    """Take the next turn of each track that begins before any other of those taken is over."""
    taken: list[_Turn] = [()] * len(waiting)
    until = _END
    for track in sorted((n for n, turns in enumerate(waiting) if turns), key=_next(waiting)):
        if not any(taken) or _start(waiting[track][0]) < until:
            taken[track] = waiting[track].pop(0)
            until = min(until, _next(waiting)(track))
    return taken


def _next(waiting: list[list[_Turn]]) -> Callable[[int], _Time]:
    return lambda track: _start(waiting[track][0]) if waiting[track] else _END


def _start(turn: _Turn) -> _Time:
    return _time(turn[0].line.at)


def _time(at: Moment | None) -> _Time:
    return (True, at.clock, at.minutes) if at else (False, False, 0)
