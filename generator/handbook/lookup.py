"""Resolving references: which record an id means, seen from where it is written."""

from __future__ import annotations

from collections.abc import Mapping

from generator.handbook.book import Handbook
from generator.handbook.visit import Scope
from generator.model.command import Position
from generator.model.record import Record
from generator.model.reference import KINDS, Ref
from generator.model.words import Blank

REGISTER_OF = {
    "unit": "units",
    "post": "posts",
    "source": "sources",
    "mandate": "mandates",
    "area": "areas",
    "fact": "facts",
    "form": "forms",
    "hotline": "hotlines",
    "supply": "supplies",
    "team": "teams",
    "interval": "drill_intervals",
    "stock": "stock_injects",
    "daylight": "daylight",
}


def table(book: Handbook, kind: str, scope: Scope) -> Mapping[str, Record]:
    """Return the records of a kind that can be named in a scope."""
    plan = book.plans.get(scope.plan)
    topic = book.topics.get(scope.plan)
    guidance = plan.guide if plan else topic
    drill = (plan.drills.get(scope.drill) if plan else None) or book.sealed.get(scope.drill)
    if kind in REGISTER_OF:
        register: Mapping[str, Record] = getattr(book.registers, REGISTER_OF[kind])
        return register
    match kind:
        case "plan":
            return {id: member.plan for id, member in book.plans.items()}
        case "topic":
            return book.topics
        case "module":
            return book.modules
        case "position" if plan:
            return plan.plan.command
        case "clause" if plan:
            return plan.plan.clauses
        case "duty" if plan:
            return plan.duties
        case "action" if plan:
            return plan.actions
        case "message" if guidance:
            return guidance.said
        case "kit" if guidance:
            return guidance.kit
        case "rumour" if guidance:
            return guidance.rumours
        case "quiz" if guidance:
            return guidance.quiz
        case "drill" if plan:
            return plan.drills
        case "improvement" if plan:
            return {id: m for r in plan.records.values() for id, m in r.improvements.items()}
        case "role" if drill:
            return drill.cast
        case "objective" if drill:
            return drill.objectives
        case "inject" if drill:
            return drill.injects
        case "question" if drill:
            return drill.questions
    return {}


def find(book: Handbook, ref: Ref, scope: Scope) -> Record | None:
    """Return the record a reference means, or None; the first kind that has the id wins."""
    there = Scope(ref.scope) if ref.scope else scope
    for kind in ref.kinds:
        record = table(book, kind, there).get(ref.id)
        if record is not None and not (ref.post and kind != "unit"):
            if ref.post and ref.post not in book.registers.posts:
                return None
            return record
    return None


def elsewhere(book: Handbook, ref: Ref, scope: Scope) -> tuple[str, Record] | None:
    """Return the Chinese name of a kind, not asked for, that has the id, with its record."""
    there = Scope(ref.scope) if ref.scope else scope
    for kind, name in KINDS.items():
        if kind not in ref.kinds and (record := table(book, kind, there).get(ref.id)):
            return name, record
    return None


def units_of(book: Handbook, ref: Ref | Blank | None, scope: Scope) -> tuple[str, ...]:
    """Return the ids of the units a reference stands for; groups resolve to their members."""
    if not isinstance(ref, Ref):
        return ()
    if ref.id in book.registers.units:
        return (ref.id,)
    position = table(book, "position", Scope(ref.scope) if ref.scope else scope).get(ref.id)
    found: dict[str, None] = {}
    for inner in (
        *getattr(position, "held_by", ()),
        getattr(position, "lead", None),
        *getattr(position, "members", ()),
    ):
        same = isinstance(inner, Ref) and inner.id == ref.id
        found |= dict.fromkeys(() if same else units_of(book, inner, scope))
    return tuple(found)


def heads_of(book: Handbook, ref: Ref, scope: Scope) -> tuple[str, ...]:
    """Return the units that hold or lead a position; members left out."""
    position = find(book, ref, scope)
    if not isinstance(position, Position):
        return ()
    there = Scope(ref.scope) if ref.scope else scope
    return tuple(unit for head in position.heads for unit in units_of(book, head, there))


def doers_of(book: Handbook, ref: Ref | Blank | None, scope: Scope) -> tuple[str, ...]:
    """Return the units that do what a reference is to do: its units, if it is known who leads them.

    While only a blank holds or leads a position, its members do not know which of them acts.
    """
    if not isinstance(ref, Ref):
        return ()
    position = find(book, ref, scope)
    if isinstance(position, Position) and position.heads and not heads_of(book, ref, scope):
        return ()
    return units_of(book, ref, scope)
