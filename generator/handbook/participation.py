"""Which drills a unit takes part in, and how: who runs them, who plays, who is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.handbook.book import Handbook
from generator.handbook.drills import lines_of
from generator.handbook.lookup import heads_of, units_of
from generator.handbook.visit import Scope
from generator.model.drill import Drill
from generator.model.reference import Ref
from generator.model.words import Blank


@dataclass(frozen=True, eq=False)
class Participation:
    """One drill a unit takes part in."""

    plan: str
    drill: Drill
    runs: tuple[str, ...]
    plays: tuple[str, ...]
    injects: int
    questions: int
    lines: int


def participations(book: Handbook, unit: str) -> Iterator[Participation]:
    """Yield the drills of all plans a unit takes part in."""
    for plan_id, plan in book.plans.items():
        for id, drill in plan.drills.items():
            found = _participation(book, Scope(plan_id, id), drill, unit)
            if found.runs or found.plays:
                yield found


def drilled(book: Handbook, scope: Scope, drill: Drill) -> frozenset[str]:
    """Return the units a drill counts for: its host, who directs it, and who plays; groups by members.

    Who controls, evaluates or keeps it safe is not tried by it.
    """
    refs = [drill.staff.host, drill.staff.director]
    refs += [role.plays for role in drill.cast.values() if role.plays]
    return frozenset(unit for ref in refs for unit in units_of(book, ref, scope))


def _participation(book: Handbook, scope: Scope, drill: Drill, unit: str) -> Participation:
    def meant(refs: Iterable[Ref | Blank | None]) -> bool:
        return any(unit in units_of(book, ref, scope) for ref in refs)

    def itself(ref: Ref | None) -> bool:
        return ref is not None and (ref.id == unit or unit in heads_of(book, ref, scope))

    staff = drill.staff
    offices = (
        ("主办", (staff.host,)),
        ("总导演", (staff.director,)),
        ("导调", staff.control),
        ("安全员", (staff.safety,)),
        ("评估", staff.evaluators),
    )
    roles = {id: role for id, role in drill.cast.items() if meant((role.plays,))}

    def asked(refs: Iterable[Ref | None]) -> bool:
        return any(ref is not None and ref.id in roles for ref in refs)

    return Participation(
        plan=scope.plan,
        drill=drill,
        runs=tuple(name for name, refs in offices if meant(refs)),
        plays=tuple(
            role.name if itself(role.plays) else f"{role.name}（随组）" for role in roles.values()
        ),
        injects=sum(asked(inject.to) for inject in drill.injects.values()),
        questions=sum(asked(question.to) for question in drill.questions.values()),
        lines=sum(asked((line.by, *line.to)) for line in lines_of(drill)),
    )
