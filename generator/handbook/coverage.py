"""Coverage: phase × lead unit × grassroots unit, and where it has a hole."""

from __future__ import annotations

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.lookup import find, units_of
from generator.handbook.visit import Scope
from generator.model.reference import Ref
from generator.model.scale import PHASES
from generator.model.words import Blank

GRASSROOTS = ("乡镇", "村", "单位")


def known(book: Handbook, plan: PlanBook, who: Ref | Blank) -> bool:
    """Tell whether an actor resolves, or is an honest blank."""
    return isinstance(who, Blank) or find(book, who, Scope(plan.plan.id)) is not None


def covering_units(book: Handbook, plan: PlanBook) -> tuple[str, ...]:
    """Return the units whose part in every phase must be settled: the lead and the grassroots."""
    scope = Scope(plan.plan.id)
    named = [ref for duty in plan.duties.values() for ref in (duty.lead, *duty.support)]
    named += [*plan.plan.members, *(action.who for action in plan.actions.values())]
    met = {unit for ref in named for unit in units_of(book, ref, scope)}
    grassroots = [
        id
        for id, unit in book.registers.units.items()
        if id in met and unit.many and unit.type in GRASSROOTS
    ]
    return tuple(dict.fromkeys((*units_of(book, plan.plan.lead, scope), *grassroots)))


def uncovered_cells(book: Handbook, plan: PlanBook) -> dict[str, tuple[str, ...]]:
    """Return, by unit, the phases that have neither an action of it nor a stated reason."""
    scope = Scope(plan.plan.id)
    settled = {
        (unit, action.phase)
        for action in plan.actions.values()
        for unit in units_of(book, action.who, scope)
    }
    for entry in plan.plan.uncovered:
        settled |= {(ref.id, phase) for ref in entry.units for phase in entry.phases}
    holes = {
        unit: tuple(phase for phase in PHASES if (unit, phase) not in settled)
        for unit in covering_units(book, plan)
    }
    return {unit: phases for unit, phases in holes.items() if phases}
