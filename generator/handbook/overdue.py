"""What falls due by the intervals of the registers: which unit or plan must drill, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.handbook.book import Handbook
from generator.handbook.held import Held
from generator.handbook.views import duties_of_unit
from generator.model.intervals import DrillInterval
from generator.model.time import Day

NOT_BOUND = ("上级", "兵团")
"""Kinds of units a paper of the prefecture does not bind."""


@dataclass(frozen=True, eq=False)
class Due:
    """One interval as it stands: the last drill that counts, and the last day that is not late.

    Without a last drill there is a day only where the calendar gives one; `days` counts from
    today to that day, below zero where it is over. `each` is of a class of units: that one of
    them drilled in time does not say that all did.
    """

    interval: DrillInterval
    last: Held | None
    by: date | None
    days: int | None
    each: bool = False

    @property
    def open(self) -> bool:
        """Tell whether some of a class may be late, though one is in time."""
        return self.each and self.last is not None and (self.days or 0) >= 0


def due(interval: DrillInterval, counted: Iterable[Held], today: Day, each: bool = False) -> Due:
    """Return how an interval stands after the drills that count for it, oldest first."""
    last = next(reversed(tuple(counted)), None)
    by = interval.every.due(last.on.first) if last else None
    if last is None and interval.every.calendar:
        by = date(today.first.year, 12, 31)
    return Due(interval, last, by, (by - today.first).days if by else None, each)


def units_bound(book: Handbook, interval: DrillInterval) -> tuple[str, ...]:
    """Return the units an interval binds: those it lists, or all with duties in its plans."""
    if interval.counts != "单位":
        return ()
    if interval.units:
        return tuple(ref.id for ref in interval.units)
    plans = [book.plans[id] for id in plans_bound(book, interval)]
    return tuple(
        id
        for id, unit in book.registers.units.items()
        if unit.type not in NOT_BOUND and any(duties_of_unit(book, plan, id) for plan in plans)
    )


def plans_bound(book: Handbook, interval: DrillInterval) -> tuple[str, ...]:
    """Return the plans an interval is about."""
    named = [ref.id for ref in interval.plans]
    return tuple(id for id in book.plans if not named or id in named)


def dues_of_unit(
    book: Handbook,
    intervals: Iterable[DrillInterval],
    done: tuple[Held, ...],
    today: Day,
    each: bool = False,
) -> Iterator[Due]:
    """Yield how the intervals that bind a unit stand; `done` are its drills, oldest first.

    `each` says that it is a class of units, not one.
    """
    for interval in intervals:
        plans = plans_bound(book, interval)
        yield due(interval, (one for one in done if one.scope.plan in plans), today, each)


def dues_of_plan(book: Handbook, plan: str, done: tuple[Held, ...], today: Day) -> Iterator[Due]:
    """Yield how often a plan must be drilled; any drill of the plan counts."""
    for interval in book.registers.drill_intervals.values():
        if interval.counts == "预案" and plan in plans_bound(book, interval):
            yield due(interval, done, today)
