"""Which actions drills look at, and how records rate them: the middle of the chain of evidence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import PlanBook
from generator.handbook.drills import lines_of
from generator.handbook.evaluation import evaluation_items
from generator.handbook.visit import Scope
from generator.model.drill import Drill
from generator.model.reference import Ref
from generator.model.results import UNRATED, DrillRecord

ActionKey = tuple[str, str]
"""Plan and id of an action."""


def expected_actions(scope: Scope, drill: Drill) -> frozenset[ActionKey]:
    """Return the actions a drill looks at: injects expect them, a script shows them, points name them."""
    refs: list[Ref | None] = [e.action for i in drill.injects.values() for e in i.expect]
    refs += [ref for line in lines_of(drill) for ref in line.shows]
    refs += [point.action for question in drill.questions.values() for point in question.points]
    return frozenset((ref.scope or scope.plan, ref.id) for ref in refs if ref)


def actions_behind(ref: Ref, scope: Scope, drill: Drill | None) -> Iterator[ActionKey]:
    """Yield the actions a rated item stands for: itself, or what its inject or question expects."""
    inject = drill.injects.get(ref.id) if drill else None
    question = drill.questions.get(ref.id) if drill else None
    if inject is None and question is None:
        yield ref.scope or scope.plan, ref.id
    inner = [expected.action for expected in (inject.expect if inject else ())]
    inner += [point.action for point in (question.points if question else ())]
    yield from ((step.scope or scope.plan, step.id) for step in inner if step)


def ratings(plan: PlanBook, drill: Drill, record: DrillRecord) -> Iterator[tuple[ActionKey, str]]:
    """Yield each action a record rated, with its rating; what was not seen is not rated.

    A step the plan lacks so far is no action, and leaves no mark here.
    """
    seen = {one.item: one.rating for one in record.observations if one.rating != UNRATED}
    for item in evaluation_items(plan, drill):
        if item.action and item.key in seen:
            yield (plan.plan.id, item.action), seen[item.key]
