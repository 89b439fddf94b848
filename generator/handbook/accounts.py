"""What each unit and each plan has drilled and must drill: the ledger as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.handbook.book import Handbook
from generator.handbook.held import Held, held, samples, to_come
from generator.handbook.overdue import Due, dues_of_plan, dues_of_unit, units_bound
from generator.handbook.participation import drilled
from generator.handbook.visit import Scope
from generator.model.drill import Drill
from generator.model.intervals import DrillInterval
from generator.model.time import Day

Scoped = tuple[Scope, Drill]


@dataclass(frozen=True, eq=False)
class Account:
    """What one unit, or one plan, has done and owes; `planned` and `samples` count for nothing yet."""

    done: tuple[Held, ...]
    dues: tuple[Due, ...]
    planned: tuple[Scoped, ...]
    samples: tuple[Scoped, ...]

    def of(self, field: str, word: str) -> int:
        """Count the drills held whose form, breadth or notice is the word."""
        return sum(getattr(one.drill, field) == word for one in self.done)

    @property
    def proved(self) -> int:
        """How many double-blind drills were sealed beforehand: of others nobody can tell."""
        blind = (one for one in self.done if one.drill.notice == "双盲")
        return sum(one.record is not None and one.record.seal is not None for one in blind)

    @property
    def kept(self) -> bool:
        """Tell whether this edition has any record of them: else nothing can be proved here."""
        return any(one.record is not None for one in self.done)

    @property
    def blind(self) -> str:
        """The share of double-blind drills that can be proved, in per cent."""
        return f"{self.proved / len(self.done):.0%}" if self.done else "—"


def accounts_of_units(book: Handbook, day: Day) -> Mapping[str, Account]:
    """Return the accounts of all units an interval binds, in the order of the register."""
    bound: dict[str, list[DrillInterval]] = {}
    for interval in book.registers.drill_intervals.values():
        for unit in units_bound(book, interval):
            bound.setdefault(unit, []).append(interval)
    done, planned, shown = (
        held(book, day),
        _taking(book, to_come(book)),
        _taking(book, samples(book)),
    )
    took = [(one, drilled(book, one.scope, one.drill)) for one in done]
    accounts = {}
    for unit in (id for id in book.registers.units if id in bound):
        own = tuple(one for one, units in took if unit in units)
        accounts[unit] = Account(
            own,
            tuple(dues_of_unit(book, bound[unit], own, day, book.registers.units[unit].many)),
            tuple(one for one, units in planned if unit in units),
            tuple(one for one, units in shown if unit in units),
        )
    return accounts


def _taking(book: Handbook, drills: Iterable[Scoped]) -> list[tuple[Scoped, frozenset[str]]]:
    return [((scope, drill), drilled(book, scope, drill)) for scope, drill in drills]


def accounts_of_plans(book: Handbook, day: Day) -> Mapping[str, Account]:
    """Return the accounts of all plans; any drill of a plan counts for it."""

    done, planned, shown = held(book, day), to_come(book), samples(book)
    accounts = {}
    for id in book.plans:
        own = tuple(one for one in done if one.scope.plan == id)
        accounts[id] = Account(
            own,
            tuple(dues_of_plan(book, id, own, day)),
            tuple(one for one in planned if one[0].plan == id),
            tuple(one for one in shown if one[0].plan == id),
        )
    return accounts
