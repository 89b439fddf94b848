"""No id means two things where a reference could mean either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.handbook.book import Handbook, PlanBook
from generator.model.drill import Drill
from generator.model.guide import Guidance
from generator.model.record import Part, Record
from generator.source import Rule

RULE = Rule(
    "P208",
    "同一个编号指两样东西",
    "引用只写编号。两条用了同一个编号，引用就指到其中一条，另一条谁也引不到。",
    "事前和事中各有一条提示叫 likai",
    "likai 和 likai-yeli",
)
Found = Iterator[tuple[Part, str, str]]


def check(book: Handbook) -> Found:
    """Yield records whose id another one has already, each at the later of the two."""
    for plan in book.plans.values():
        yield from _twice([book.registers.units, plan.plan.command])
        yield from _twice(_said(plan.guide))
        yield from _twice([record.improvements for record in plan.records.values()])
        for drill in plan.drills.values():
            yield from _rated(plan, drill)
    for topic in book.topics.values():
        yield from _twice(_said(topic))
    for drill in book.sealed.values():
        plan_of = book.plans.get(drill.plan.id) if drill.plan else None
        yield from _rated(plan_of, drill)


def _rated(plan: PlanBook | None, drill: Drill) -> Found:
    """A record of a drill rates actions, injects and questions by their ids alone."""
    questions = [stage.questions for stage in drill.stages]
    yield from _twice([plan.actions if plan else {}, drill.injects, *questions])


def _said(guidance: Guidance | None) -> list[Mapping[str, Record]]:
    """What a guide says in all stages: topics name by id alone what they borrow from it."""
    return [{record.id: record} for record in (guidance.records if guidance else ())]


def _twice(groups: Iterable[Mapping[str, Record]]) -> Found:
    known: dict[str, Record] = {}
    for group in groups:
        for id, record in group.items():
            if id in known:
                other = known[id]
                told = f"编号 {id} 已经是{other.label}的编号（{other.where}），请换一个。"
                yield record, "", told
            known.setdefault(id, record)
