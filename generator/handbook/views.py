"""Views derived from the records: by unit, by phase, by level; what is open, and who can settle it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.lookup import doers_of, find, units_of
from generator.handbook.prose import blanks_in, prose_lines
from generator.handbook.visit import Scope
from generator.handbook.walk import blanks, leaves
from generator.model.record import Part
from generator.model.reference import Citation, Ref
from generator.model.scale import PHASES, Level
from generator.model.sources import LEGAL_KINDS, Source
from generator.model.time import Limit
from generator.model.work import Action, Duty


@dataclass(frozen=True, eq=False)
class OpenPoint:
    """Something not settled: a blank, or a value that is not 已核."""

    kind: str
    what: str
    who: str
    plan: str
    record: Part


def actions_of_phase(plan: PlanBook) -> Mapping[str, tuple[Action, ...]]:
    """Return the actions by phase, empty phases left out."""
    grouped = {p: tuple(a for a in plan.actions.values() if a.phase == p) for p in PHASES}
    return {phase: actions for phase, actions in grouped.items() if actions}


def actions_of_duty(plan: PlanBook) -> Mapping[str, tuple[Action, ...]]:
    """Return the actions by duty, duties without one included."""
    return {
        id: tuple(action for action in plan.actions.values() if action.duty.id == id)
        for id in plan.duties
    }


def actions_of_unit(book: Handbook, plan: PlanBook) -> Mapping[str, tuple[Action, ...]]:
    """Return the actions each unit has a part in, by unit, in the order of the register."""
    scope = Scope(plan.plan.id)
    shares = {a.id: doers_of(book, a.who, scope) for a in plan.actions.values()}
    grouped = {
        unit: tuple(action for action in plan.actions.values() if unit in shares[action.id])
        for unit in book.registers.units
    }
    return {unit: actions for unit, actions in grouped.items() if actions}


def actions_of_nobody(book: Handbook, plan: PlanBook) -> Mapping[str, tuple[Action, ...]]:
    """Return the actions of positions nobody is named for, by position; "" stands for a blank."""
    scope = Scope(plan.plan.id)
    grouped: dict[str, tuple[Action, ...]] = {}
    for action in plan.actions.values():
        if not doers_of(book, action.who, scope):
            key = action.who.id if isinstance(action.who, Ref) else ""
            grouped[key] = (*grouped.get(key, ()), action)
    return grouped


def duties_of_unit(book: Handbook, plan: PlanBook, unit: str) -> tuple[Duty, ...]:
    """Return the duties a unit leads or supports."""
    scope = Scope(plan.plan.id)
    return tuple(
        duty
        for duty in plan.duties.values()
        if any(
            unit in units_of(book, ref, scope)
            for ref in (duty.lead, *duty.joint_leads, *duty.support)
        )
    )


def due_at(plan: PlanBook, level: Level) -> tuple[Action, ...]:
    """Return the actions due at a level; actions without a level are due at each."""
    return tuple(a for a in plan.actions.values() if a.levels is None or a.levels.includes(level))


def limit_kind(book: Handbook, action: Action) -> str:
    """Return what kind of limit an action has: 立即, 顺序, 法定, 上位预案, 本地文件, 建议值, 空白."""
    return kind_of_limit(book, action.within, action.limit_source)


def kind_of_limit(book: Handbook, limit: Limit, citations: tuple[Citation, ...]) -> str:
    """Return what kind a limit is, a length of time by the strongest of its sources."""
    match limit.kind:
        case "时长" | "顺序" if limit.duration:
            sources = (find(book, cite.source, Scope()) for cite in citations)
            types = [source.type for source in sources if isinstance(source, Source)]
            if any(type in LEGAL_KINDS for type in types):
                return "法定"
            if "上位预案" in types:
                return "上位预案"
            return "本地文件" if "本地文件" in types else "其他依据"
        case "建议":
            return "建议值"
        case kind:
            return kind


# Kinds that say all there is to say, with no source behind them.
UNSOURCED = ("立即", "顺序", "空白")


def kind_shown(kind: str) -> str:
    """Return a kind of limit as readers see it: a proposal says that no law stands behind it."""
    return "建议值·非法定" if kind == "建议值" else kind


def limit_words(limit: Limit) -> str:
    """Return a limit in words, without what kind it is."""
    match limit.kind:
        case "立即" | "空白":
            return str(limit)
        case "顺序":
            return f"上一步完成后{limit.duration or ''}"
        case _:
            return f"{limit.duration}"


def open_points(book: Handbook) -> Iterator[OpenPoint]:
    """Yield every blank, those in handwritten pages too, and every part that is not 已核.

    A drill that is over asks nothing any more; one that came from under a seal may not be changed.
    """
    over = {
        Scope(id, drill.id)
        for id, plan in book.plans.items()
        for drill in plan.drills.values()
        if drill.status == "已结束"
    }
    for visit in book.visits:
        for _, blank in blanks(visit.part) if visit.scope not in over else ():
            yield OpenPoint("空白", blank.what, blank.who, visit.scope.plan, visit.record)
        certainty = dict(leaves(visit.part)).get("certainty")
        if certainty in ("待核", "待地区确认"):
            yield OpenPoint(str(certainty), "", "", visit.scope.plan, visit.record)
    for document in book.documents.values():
        for _, line in prose_lines(document.markdown):
            for blank in blanks_in(line):
                yield OpenPoint("空白", blank.what, blank.who, "", document)
