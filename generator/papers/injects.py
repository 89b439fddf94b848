"""控制消息清单: what control sends, to whom, when, and what should follow; not for who plays."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.drills import sent_at
from generator.model.inject import Expected, Inject
from generator.model.scale import Audience
from generator.papers import drill_parts
from generator.papers.desk import Desk, Rehearsal
from generator.papers.paper import Paper
from generator.papers.words import Spans, spans

ORDER = 40
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "控制消息清单",
    "导调组按时间投送消息，对照预期行动，没有反应就补注入；不给参演人员看",
    "A4 横向",
    "导调用",
)

# How a message begins its way that is handed over, and that is given where the players are.
HANDED = ("情况卡", "手抄卡", "纸条")
ON_THE_SPOT = ("当面", *HANDED)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield the list of each drill that has injects."""
    for rehearsal in desk.rehearsals():
        if rehearsal.drill.injects:
            yield desk.drill_paper(rehearsal, "injects", _TEXTS, content(rehearsal))


def content(rehearsal: Rehearsal) -> dict[str, object]:
    """Return the rows in the order they are sent, and the code of stopping."""
    return {
        "rows": [row(rehearsal, number, one) for number, one in numbered(rehearsal)],
        "stop": drill_parts.stopping(rehearsal),
    }


def numbered(rehearsal: Rehearsal) -> tuple[tuple[str, Inject], ...]:
    """Return the injects in time, each with its number.

    What is only sent if needed comes after what sends it.
    """
    injects = rehearsal.drill.injects
    times = sent_at(rehearsal.drill)
    first = [one for one in injects.values() if one.at]
    first.sort(key=lambda one: times[one.id])
    told: dict[str, str] = {}
    for number, one in enumerate(first, start=1):
        told.setdefault(one.id, f"{number}")
        following, depth = one, 0
        while following.nothing and following.nothing.send:
            follow = injects.get(following.nothing.send.id)
            if follow is None or follow.at or follow.id in told:
                break
            depth += 1
            told[follow.id] = f"{number}补{depth if depth > 1 else ''}"
            following = follow
    rest = [id for id in injects if id not in told]
    told |= {id: f"备{number}" for number, id in enumerate(rest, start=1)}
    return tuple((number, injects[id]) for id, number in told.items())


def row(rehearsal: Rehearsal, number: str, inject: Inject) -> dict[str, object]:
    """Return an inject as a row of the list."""
    objectives = list(rehearsal.drill.objectives)
    serves = sorted(objectives.index(r.id) + 1 for r in inject.serves if r.id in objectives)
    return {
        "number": number,
        "marks": drill_parts.marks(inject.contingency, inject.escalates),
        "at": str(inject.at) if inject.at else "",
        "sender": rehearsal.named(inject.sender),
        "to": rehearsal.named(*inject.to),
        "via": spans(inject.via),
        "text": spans(inject.text),
        "expect": [expected(rehearsal, one) for one in inject.expect],
        "nothing": _nothing(rehearsal, inject),
        "serves": "、".join(map(str, serves)),
    }


def expected(rehearsal: Rehearsal, one: Expected) -> dict[str, object]:
    """Return what should be seen, by whom and by when; a step the plan lacks is marked."""
    action = rehearsal.plan.actions.get(one.action.id) if one.action else None
    return {
        "do": spans(action.do if action else one.new),
        "who": rehearsal.named(action.who if action else one.who),
        "due": str(one.due),
        "lacking": action is None,
    }


def _nothing(rehearsal: Rehearsal, inject: Inject) -> Spans:
    nothing = inject.nothing
    if nothing is None:
        return []
    numbers = {one.id: number for number, one in numbered(rehearsal)}
    send = f"投送“{numbers[nothing.send.id]}”。" if nothing.send else ""
    return [f"{nothing.after}后{send or '：'}", *spans(nothing.text)]
