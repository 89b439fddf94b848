"""Every objective of a drill is tried by something in its body."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills, lines_of
from generator.handbook.lookup import find
from generator.handbook.visit import Scope
from generator.model.drill import Drill
from generator.model.record import Part
from generator.model.reference import Ref
from generator.model.work import Action
from generator.source import Rule

RULE = Rule(
    "P320",
    "演练目标没有检验到",
    "写在目标里却没有一处去练，评估时就只能凭印象打分。",
    "objectives 里有 duizhu，没有一条注入或题目写 serves: [duizhu]",
    "在一条注入或题目的 serves 里写上 duizhu，或在脚本里展示它的职责的行动",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield objectives no inject, question or shown action serves."""
    for scope, drill in all_drills(book):
        served = _served(drill)
        shown = _shown_duties(book, scope, drill)
        # What an action that cannot be found would have shown is not known: P201 tells of it.
        unknown = None in shown
        if not (drill.script or drill.injects or drill.stages):
            continue
        for id, objective in drill.objectives.items():
            wanted = {_full(duty, scope.plan) for duty in objective.duties}
            if id not in served and not wanted & shown and not unknown:
                yield objective, "", f"目标 {id} 没有检验到；{_mend(drill, id, objective.duties)}。"


def _served(drill: Drill) -> set[str]:
    questions = drill.questions.values()
    refs = [ref for inject in drill.injects.values() for ref in inject.serves]
    refs += [ref for question in questions for ref in question.serves]
    return {ref.id for ref in refs}


def _shown_duties(book: Handbook, scope: Scope, drill: Drill) -> set[tuple[str, str] | None]:
    """The duties, by plan and id, of the actions a script shows; None for one not found."""
    found: set[tuple[str, str] | None] = set()
    for line in lines_of(drill):
        for ref in line.shows:
            action = find(book, ref, scope)
            owner = ref.scope or scope.plan
            found.add(_full(action.duty, owner) if isinstance(action, Action) else None)
    return found


def _full(duty: Ref, plan: str) -> tuple[str, str]:
    return duty.scope or plan, duty.id


def _mend(drill: Drill, id: str, duties: tuple[Ref, ...]) -> str:
    if drill.script:
        names = "、".join(str(duty) for duty in duties)
        return f"请在脚本某一行的 shows 里写上落实 {names} 的行动，或删去这个目标"
    place = "一条注入" if drill.injects else "一道题"
    return f"请在{place}的 serves 里写上 {id}，或删去这个目标"
