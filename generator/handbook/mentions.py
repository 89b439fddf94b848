"""Where a unit is named besides its own duties and actions: who reports to it, what it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.lookup import heads_of, units_of
from generator.handbook.naming import names_of
from generator.handbook.steps import FirstActions
from generator.handbook.views import OpenPoint
from generator.handbook.visit import Scope
from generator.model.command import Position
from generator.model.reference import Ref
from generator.model.registers import Supply, Team
from generator.model.units import Unit
from generator.model.warning import Warning
from generator.model.words import Blank
from generator.model.work import Action

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Mentions:
    """What the records say of a unit; plans by id."""

    called_first: tuple[str, ...]
    reporting: Mapping[str, tuple[Action, ...]]
    positions: Mapping[str, tuple[tuple[Position, str], ...]]
    warnings: Mapping[str, tuple[Warning, ...]]
    teams: tuple[Team, ...]
    supplies: tuple[Supply, ...]
    asked: tuple[OpenPoint, ...]

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return any(getattr(self, name) for name in type(self).__dataclass_fields__)


def mentions(book: Handbook, unit: Unit, points: Iterable[OpenPoint]) -> Mentions:
    """Return what the records say of a unit; what it is asked is among the open points."""
    registers, names = book.registers, names_of(unit)

    def own(ref: Ref | None) -> bool:
        return ref is not None and ref.id == unit.id

    return Mentions(
        called_first=tuple(id for id, plan in book.plans.items() if _called(book, plan, unit)),
        reporting=_filled(
            (id, (a for a in plan.actions.values() if _meant(book, id, a.report_to, unit)))
            for id, plan in book.plans.items()
        ),
        positions=_filled(
            (id, _positions(book, id, plan, unit)) for id, plan in book.plans.items()
        ),
        warnings=_filled(
            (id, (w for w in plan.plan.warnings.values() if _meant(book, id, (w.issuer,), unit)))
            for id, plan in book.plans.items()
        ),
        teams=tuple(team for team in registers.teams.values() if own(team.led_by)),
        supplies=tuple(supply for supply in registers.supplies.values() if own(supply.held_by)),
        asked=tuple(p for p in points if p.kind == "空白" and p.who in names),
    )


def reports_to(
    plan: PlanBook, unit: str, actions: Iterable[Action], first: FirstActions
) -> tuple[Ref | Blank, ...]:
    """Return whom a unit reports to: in its own reports, else in what it does first, else as all do."""
    own = [a for a in actions if a.phase == "信息报告" and getattr(a.who, "id", "") == unit]
    told = dict.fromkeys(ref for action in own for ref in action.report_to)
    if not told and first.on_event:
        told = dict.fromkeys(first.on_event.report_to)
    if not told and plan.plan.reporting:
        told = dict.fromkeys(plan.plan.reporting.to)
    return tuple(told)


def _called(book: Handbook, plan: PlanBook, unit: Unit) -> bool:
    reporting = plan.plan.reporting
    return reporting is not None and _meant(book, plan.plan.id, reporting.to, unit)


def _meant(book: Handbook, plan: str, refs: Iterable[Ref | Blank], unit: Unit) -> bool:
    """Tell whether a unit is named, itself or by a position it holds or leads."""
    return any(
        isinstance(ref, Ref) and (ref.id == unit.id or unit.id in heads_of(book, ref, Scope(plan)))
        for ref in refs
    )


def _positions(
    book: Handbook, id: str, plan: PlanBook, unit: Unit
) -> Iterable[tuple[Position, str]]:
    for position in plan.plan.command.values():
        here = Ref(("position",), position.id)
        if unit.id in heads_of(book, here, Scope(id)):
            yield position, "牵头" if position.lead else "担任"
        elif unit.id in units_of(book, here, Scope(id)):
            yield position, "成员"


def _filled(found: Iterable[tuple[str, Iterable[T]]]) -> Mapping[str, tuple[T, ...]]:
    whole = {id: tuple(of) for id, of in found}
    return {id: of for id, of in whole.items() if of}
