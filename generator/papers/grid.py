"""A wall chart of a drill: columns of equal length in time, lanes, and what stands in each cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.model.time import Moment
from generator.papers.words import Spans

# So many columns can be read on a sheet of A3.
_MOST = 12
_STEPS = (5, 10, 15, 20, 30, 60, 120, 240, 480, 720, 1440)


class Note(NamedTuple):
    """One thing that happens: in which lane (by its key), when, and in what words."""

    lane: str
    name: Spans
    at: Moment
    number: str
    words: Spans


class Slot(NamedTuple):
    """A column: from a moment on, for so many minutes."""

    start: Moment
    minutes: int

    def holds(self, at: Moment) -> bool:
        """Return whether a moment falls into the column; a clock time never into one of T+."""
        begin = self.start.minutes
        return at.clock == self.start.clock and begin <= at.minutes < begin + self.minutes


def slots(moments: Iterable[Moment]) -> tuple[Slot, ...]:
    """Return the columns for these moments; clock times first, then those of T+."""
    known = sorted(set(moments), key=lambda at: at.minutes)
    return (*_row([at for at in known if at.clock]), *_row([at for at in known if not at.clock]))


def _row(moments: Sequence[Moment]) -> tuple[Slot, ...]:
    if not moments:
        return ()
    first, last = moments[0].minutes, moments[-1].minutes
    for step in _STEPS:
        start = first // step * step
        count = (last - start) // step + 1
        if count <= _MOST:
            break
    else:
        step = -(-(last - first + 1) // _MOST)
        start, count = first, _MOST
    clock = moments[0].clock
    return tuple(Slot(Moment(start + n * step, clock), step) for n in range(count))


def lanes(notes: Iterable[Note], columns: Sequence[Slot]) -> list[dict[str, object]]:
    """Return the lanes in the order they first come, each with a list of notes a column."""
    found: dict[str, list[Note]] = {}
    for note in notes:
        found.setdefault(note.lane, []).append(note)
    return [
        {
            "name": inside[0].name,
            "cells": [
                [
                    {"number": note.number, "at": str(note.at), "words": note.words}
                    for note in inside
                    if slot.holds(note.at)
                ]
                for slot in columns
            ],
        }
        for inside in found.values()
    ]
