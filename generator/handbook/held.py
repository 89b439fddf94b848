"""Which drills were held, which are still to come, and which are samples that nobody has held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills
from generator.handbook.visit import Scope
from generator.model.drill import Drill
from generator.model.results import DrillRecord
from generator.model.time import Day


@dataclass(frozen=True, eq=False)
class Held:
    """A drill that took place: `record` is what was written down of it, if this edition has it."""

    scope: Scope
    drill: Drill
    on: Day
    record: DrillRecord | None = None


def recorded(book: Handbook) -> Iterator[Held]:
    """Yield the drills with a record that says when they were held; a drill's scope is its own."""
    for plan_id, plan in book.plans.items():
        for record, drill in plan.recorded:
            if isinstance(record.held_on, Day):
                yield Held(Scope(plan_id, drill.id), drill, record.held_on, record)


def held(book: Handbook, until: Day | None = None) -> tuple[Held, ...]:
    """Return the drills held, oldest first: those with a record, and closed ones with a date.

    What is dated after a day is not held by then, whoever wrote so.
    """
    found = list(recorded(book))
    known = {id(one.drill) for one in found}
    for plan_id, plan in book.plans.items():
        for drill in plan.drills.values():
            closed = drill.status == "已结束" and id(drill) not in known
            if closed and isinstance(drill.held_on, Day):
                found.append(Held(Scope(plan_id, drill.id), drill, drill.held_on))
    by_then = [one for one in found if not (until and one.on.after(until))]
    return tuple(sorted(by_then, key=lambda one: one.on))


def to_come(book: Handbook) -> tuple[tuple[Scope, Drill], ...]:
    """Return the planned drills without a record, sealed ones too, by date; without a date last."""
    return tuple(sorted(_unheld(book, "计划"), key=lambda one: _when(one[1])))


def samples(book: Handbook) -> tuple[tuple[Scope, Drill], ...]:
    """Return the sample drills nobody has held."""
    return tuple(_unheld(book, "样例"))


def _unheld(book: Handbook, status: str) -> Iterator[tuple[Scope, Drill]]:
    known = {id(one.drill) for one in recorded(book)}
    for scope, drill in all_drills(book):
        if drill.status == status and id(drill) not in known:
            yield scope, drill


def _when(drill: Drill) -> tuple[bool, str]:
    day = drill.held_on
    return (False, day.iso) if isinstance(day, Day) else (True, "")
