"""What a drill proposes for its plan: steps the plan lacks, and actions improvements would change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.handbook.book import PlanBook
from generator.handbook.outcome import Outcome
from generator.model.drill import Drill
from generator.model.results import DrillRecord, Improvement
from generator.model.work import Action, Duty


@dataclass(frozen=True)
class Gap:
    """A step the plan lacks, with what was seen of it, and where in the plan it may belong.

    `after` is the plan's action beside which the drill expects it; None where nothing is near.
    """

    outcome: Outcome
    after: Action | None
    duty: Duty | None


@dataclass(frozen=True)
class Change:
    """An action or a duty that an improvement would change, in the words it has now."""

    improvement: Improvement
    of: Action | Duty


def gaps(plan: PlanBook, drill: Drill, found: tuple[Outcome, ...]) -> Iterator[Gap]:
    """Yield the steps the plan lacks, in the drill's order."""
    for place, one in enumerate(found):
        if one.gap:
            after = _beside(plan, found, place)
            yield Gap(one, after, _duty(plan, drill, one, after))


def _beside(plan: PlanBook, found: tuple[Outcome, ...], place: int) -> Action | None:
    """Return the action the same inject expects next before the step, or else next after it."""
    where = found[place].item.origin
    same = [(n, one) for n, one in enumerate(found) if one.item.origin == where and not one.gap]
    before = [one for n, one in same if n < place]
    nearest = before[-1:] or [one for _, one in same[:1]]
    return plan.actions.get(nearest[0].item.action) if nearest else None


def _duty(plan: PlanBook, drill: Drill, one: Outcome, after: Action | None) -> Duty | None:
    """Return the duty the step would carry out: that of the action beside it, or of the objective."""
    if after:
        return plan.duties.get(after.duty.id)
    inject = drill.injects.get(one.item.origin)
    serves = (drill.objectives.get(ref.id) for ref in inject.serves) if inject else ()
    tested = (duty.id for objective in serves if objective for duty in objective.duties)
    return next((plan.duties[id] for id in tested if id in plan.duties), None)


def changes(plan: PlanBook, record: DrillRecord) -> Iterator[Change]:
    """Yield the actions and duties of the plan that improvements would change."""
    for improvement in record.improvements.values():
        for ref in improvement.changes_actions:
            if action := plan.actions.get(ref.id):
                yield Change(improvement, action)
        for ref in improvement.changes_duties:
            if duty := plan.duties.get(ref.id):
                yield Change(improvement, duty)
