"""Evaluation items of a drill: never authored, but derived in the responder's own words."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.handbook.book import PlanBook
from generator.model.drill import Drill
from generator.model.reference import Ref
from generator.model.script import Line
from generator.model.time import Moment
from generator.model.words import Blank

_NEW, _SCRIPT = "new", "script"
# What is said of a step the plan lacks so far, and of who would do it.
LACKING, NOBODY = "预案里还没有", "由谁来做，预案里还没有"


@dataclass(frozen=True)
class EvaluationItem:
    """One thing to rate: what should be seen, what triggers it, and by when.

    `key` names it for good: the inject, the question or `script`, a slash, and the action or
    `new`; a second one of the same name ends in /2. No other item moves it, wherever it comes in.
    `action` is the plan's action, one retired since too, or "" for a step the plan lacks so far (a gap).
    """

    key: str
    action: str
    words: str
    who: Ref | Blank | None
    trigger: str
    due: Moment | None

    @property
    def origin(self) -> str:
        """The inject or question it comes from, or `script`."""
        return self.key.partition("/")[0]


def evaluation_items(plan: PlanBook, drill: Drill) -> Iterator[EvaluationItem]:
    """Yield the items of a drill: expected steps of injects, then actions a script shows."""
    met: Counter[str] = Counter()
    for item in _items(plan, drill):
        met[item.key] += 1
        times = met[item.key]
        yield replace(item, key=f"{item.key}/{times}") if times > 1 else item


def form_name(plan: PlanBook, drill: Drill) -> str:
    """Return how an evaluation form says which drill it is of, and in which wording.

    After the drill ten signs that change when an item does: its key, its words, who, or when.
    """
    told = [f"{i.key}\t{i.words}\t{i.who}\t{i.due}\n" for i in evaluation_items(plan, drill)]
    mark = hashlib.sha256("".join(told).encode()).hexdigest()[:10]
    return f"{plan.plan.id}/{drill.id} {mark}"


def _items(plan: PlanBook, drill: Drill) -> Iterator[EvaluationItem]:
    """Yield the items, those of one name with the same key."""
    for inject in drill.injects.values():
        for expected in inject.expect:
            key, step = f"{inject.id}/{expected.action or _NEW}", _step(plan, expected.action)
            id, words, who = step or ("", str(expected.new or expected.action), expected.who)
            yield EvaluationItem(key, id, words, who, inject.text, expected.due)
    for act in drill.script:
        end = Moment(act.at.minutes + act.minutes.minutes, act.at.clock)
        yield from _shown(plan, act.lines, act.act, act.at, end)
    for question in drill.questions.values():
        for point in question.points:
            if step := _step(plan, point.action):
                key = f"{question.id}/{point.action}"
                yield EvaluationItem(key, *step, question.ask, None)


def _step(plan: PlanBook, ref: Ref | None) -> tuple[str, str, Ref | Blank | None] | None:
    """Return an action's id, its words and who does it, those of a retired one too."""
    if ref is None:
        return None
    if action := plan.actions.get(ref.id):
        return action.id, action.do, action.who
    gone = plan.retired.get(ref.id)
    return (gone.id, gone.was or gone.id, None) if gone else None


def _shown(
    plan: PlanBook, lines: tuple[Line, ...], act: str, at: Moment, end: Moment
) -> Iterator[EvaluationItem]:
    """Yield what lines show, due when the script goes on: at its next time, or when the act ends.

    The line's own time is that of the cue: by then nothing can have been done.
    """
    for place, line in enumerate(lines):
        at = line.at or at
        later = (one.at for one in lines[place + 1 :] if one.at and at.until(one.at) > 0)
        due = next(later, end)
        for ref in line.shows:
            if step := _step(plan, ref):
                yield EvaluationItem(f"{_SCRIPT}/{ref}", *step, act, due)
        for track, inner in line.meanwhile.items():
            yield from _shown(plan, inner, f"{act}·{track}", at, due)
