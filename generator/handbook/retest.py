"""Improvements and the drills that try them again: which is next, which carry one, how it was rated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.handbook.book import Handbook
from generator.handbook.held import Held, recorded, to_come
from generator.handbook.lookup import units_of
from generator.handbook.participation import drilled
from generator.handbook.rated import ActionKey, actions_behind, ratings
from generator.handbook.visit import Scope
from generator.model.drill import Drill
from generator.model.results import DrillRecord, Improvement
from generator.model.time import Day

OPEN = ("未开始", "整改中", "已整改待复验")
DEFERRED, CLOSED = "缓办", "已关闭"


@dataclass(frozen=True, eq=False)
class Owed:
    """An improvement with the record it stands in, of a drill held on `since`; `scope` is its plan."""

    scope: Scope
    record: DrillRecord
    improvement: Improvement
    since: Day

    @property
    def open(self) -> bool:
        """Tell whether it waits for a drill to try it again."""
        return self.improvement.status in OPEN

    @property
    def by(self) -> Day | None:
        """The day it is due, or to be looked at again where it waits; None where nothing is due."""
        wait = self.improvement.deferred if self.improvement.status == DEFERRED else None
        until = wait.review if wait else self.improvement.due if self.open else None
        return until if isinstance(until, Day) else None


def owed(book: Handbook) -> Iterator[Owed]:
    """Yield all improvements of all plans; a record without a day is still to be filled in."""
    for plan_id, plan in book.plans.items():
        for record in plan.records.values():
            for improvement in record.improvements.values():
                if isinstance(record.held_on, Day):
                    yield Owed(Scope(plan_id), record, improvement, record.held_on)


def carries(scope: Scope, drill: Drill, one: Owed) -> bool:
    """Tell whether a drill tries an improvement again."""
    wanted = (one.scope.plan, one.improvement.id)
    return any((ref.scope or scope.plan, ref.id) == wanted for ref in drill.carries)


def following(book: Handbook, one: Owed) -> tuple[tuple[Scope, Drill], ...]:
    """Return the drills still to come after an improvement's record, those without a date last."""
    return tuple(
        (scope, drill)
        for scope, drill in to_come(book)
        if not isinstance(drill.held_on, Day) or drill.held_on.after(one.since)
    )


def of_owner(book: Handbook, one: Owed) -> tuple[tuple[Scope, Drill], ...]:
    """Return those following drills the owner takes part in, the next one first.

    Drills of the improvement's own plan count; those of other plans only where it has none.
    """
    owners = set(units_of(book, one.improvement.owner, one.scope))
    taking = [
        (scope, drill)
        for scope, drill in following(book, one)
        if owners & drilled(book, scope, drill)
    ]
    own = [(scope, drill) for scope, drill in taking if scope.plan == one.scope.plan]
    return tuple(own or taking)


def tried_by(book: Handbook, one: Owed) -> set[ActionKey]:
    """Return the actions that show whether an improvement worked: changed ones, or those found weak."""
    plan, found = one.scope.plan, one.record.findings
    changed = {(ref.scope or plan, ref.id) for ref in one.improvement.changes_actions}
    drill = book.plans[plan].drills.get(one.record.drill.id)
    about = (ref for id in one.improvement.closes if id in found for ref in found[id].about)
    behind = (actions_behind(ref, one.scope, drill) for ref in about)
    return changed or {action for actions in behind for action in actions}


def retests(book: Handbook, one: Owed) -> tuple[tuple[Held, tuple[str, ...]], ...]:
    """Return later drills held that carry an improvement, with the ratings that bear on it.

    Where it is tied to no action, every rating of such a record bears on it.
    """
    wanted, found = tried_by(book, one), []
    for again in recorded(book):
        if again.record and carries(again.scope, again.drill, one) and again.on.after(one.since):
            rated = ratings(book.plans[again.scope.plan], again.drill, again.record)
            bearing = tuple(word for action, word in rated if not wanted or action in wanted)
            found.append((again, bearing))
    return tuple(found)
