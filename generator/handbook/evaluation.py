"""Evaluation items of a drill: never authored, but derived in the responder's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.handbook.book import PlanBook
from generator.model.drill import Drill
from generator.model.reference import Ref
from generator.model.script import Line
from generator.model.time import Moment
from generator.model.words import Blank


@dataclass(frozen=True)
class EvaluationItem:
    """One thing to rate: what should be seen, what triggers it, and by when.

    `action` is the plan's action, or "" for a step the plan lacks so far (a gap).
    """

    action: str
    words: str
    who: Ref | Blank | None
    trigger: str
    due: Moment | None


def evaluation_items(plan: PlanBook, drill: Drill) -> Iterator[EvaluationItem]:
    """Yield the items of a drill: expected steps of injects, then actions a script shows."""
    for inject in drill.injects.values():
        for expected in inject.expect:
            action = plan.actions.get(expected.action.id) if expected.action else None
            yield EvaluationItem(
                action=action.id if action else "",
                words=action.do if action else str(expected.new or expected.action),
                who=action.who if action else expected.who,
                trigger=inject.text,
                due=expected.due,
            )
    for act in drill.script:
        yield from _shown(plan, act.lines, act.act, act.at)
    for stage in drill.stages:
        for question in stage.questions.values():
            for point in question.points:
                action = plan.actions.get(point.action.id) if point.action else None
                if action:
                    yield EvaluationItem(action.id, action.do, action.who, question.ask, None)


def _shown(
    plan: PlanBook, lines: tuple[Line, ...], act: str, at: Moment
) -> Iterator[EvaluationItem]:
    """Lines without a time of their own happen at the time of the line before."""
    for line in lines:
        at = line.at or at
        for ref in line.shows:
            action = plan.actions.get(ref.id)
            if action:
                yield EvaluationItem(action.id, action.do, action.who, act, at)
        for track, inner in line.meanwhile.items():
            yield from _shown(plan, inner, f"{act}·{track}", at)
