"""The chain of evidence of a plan, and where it breaks: from clause and mandate to improvement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.handbook.basis import duties_of_mandates
from generator.handbook.book import Handbook, PlanBook
from generator.handbook.drills import all_drills
from generator.handbook.held import recorded
from generator.handbook.rated import ActionKey, expected_actions, ratings
from generator.handbook.retest import CLOSED, Owed, owed
from generator.model.drill import Drill
from generator.model.record import Record
from generator.model.sources import Mandate
from generator.model.time import Day
from generator.model.work import Action, Duty


@dataclass(frozen=True, eq=False)
class Step:
    """One step of the chain: what there is of a kind, and what of it leads no further."""

    id: str
    of: str
    hole: str
    all: tuple[Record, ...]
    broken: tuple[Record, ...]


@dataclass(frozen=True, eq=False)
class Link:
    """One duty along the chain: its actions, those drills look at, those rated, and its drills."""

    duty: Duty
    actions: tuple[Action, ...]
    expected: tuple[Action, ...]
    rated: tuple[Action, ...]
    drills: tuple[tuple[str, Drill], ...]


@dataclass(frozen=True, eq=False)
class Chain:
    """One plan's chain, step by step over all its records, and duty by duty."""

    steps: tuple[Step, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, eq=False)
class _Seen:
    """What drills and records of all plans tell, by plan and id."""

    expected: frozenset[ActionKey]
    rated: frozenset[ActionKey]
    aims: Mapping[ActionKey, tuple[tuple[str, Drill], ...]]


def chains(book: Handbook, today: Day | None) -> Mapping[str, Chain]:
    """Return the chain of each plan; without a day nothing is overdue.

    A sample drill looks at an action too; only a record rates one.
    """
    drills = tuple(all_drills(book))
    expected = frozenset(key for scope, drill in drills for key in expected_actions(scope, drill))
    rated = frozenset(
        action
        for one in recorded(book)
        if one.record
        for action, _ in ratings(book.plans[one.scope.plan], one.drill, one.record)
    )
    seen, every = _Seen(expected, rated, _aims(book)), tuple(owed(book))
    return {
        id: _chain(plan, seen, [one for one in every if one.scope.plan == id], today)
        for id, plan in book.plans.items()
    }


def unturned(book: Handbook) -> tuple[Mandate, ...]:
    """Return the mandates that are to become duties, and are no plan's duty yet."""
    carried = duties_of_mandates(book)
    return tuple(
        mandate
        for id, mandate in book.registers.mandates.items()
        if mandate.disposition == "职责" and id not in carried
    )


def _aims(book: Handbook) -> Mapping[ActionKey, tuple[tuple[str, Drill], ...]]:
    """The drills that have each duty as an objective, each with its plan."""
    found: dict[ActionKey, dict[tuple[str, str], Drill]] = {}
    for scope, drill in all_drills(book):
        for objective in drill.objectives.values():
            for ref in objective.duties:
                drills = found.setdefault((ref.scope or scope.plan, ref.id), {})
                drills[scope.plan, drill.id] = drill
    return {duty: tuple((p, d) for (p, _), d in of.items()) for duty, of in found.items()}


def _chain(plan: PlanBook, seen: _Seen, owing: list[Owed], today: Day | None) -> Chain:
    id, actions = plan.plan.id, tuple(plan.actions.values())
    expected = tuple(a for a in actions if (id, a.id) in seen.expected)
    rated = tuple(a for a in actions if (id, a.id) in seen.rated)
    links = tuple(
        Link(
            duty,
            _under(duty, actions),
            _under(duty, expected),
            _under(duty, rated),
            seen.aims.get((id, duty.id), ()),
        )
        for duty in plan.duties.values()
    )
    resting = {ref.id for duty in plan.duties.values() for ref in duty.clauses}
    weak = [one for record in plan.records.values() for one in record.weak]
    loose = [one for record in plan.records.values() for one in record.loose]
    critical, others = [a for a in actions if a.critical], [a for a in actions if not a.critical]
    waiting = [one for one in owing if one.improvement.status != CLOSED]
    late = [one for one in waiting if _late(one, today)]
    clauses = plan.plan.clauses.values()
    steps = (
        _step("clauses", "条款", "没有职责的条款", clauses, (c for c in clauses if c.id not in resting)),
        _step("duties", "职责", "没有列为演练目标的职责", plan.duties.values(), (n.duty for n in links if not n.drills)),
        _step("critical", "关键行动", "没有演练看的关键行动", critical, (a for a in critical if (id, a.id) not in seen.expected)),
        _step("others", "其他行动", "没有演练看的其他行动", others, (a for a in others if (id, a.id) not in seen.expected)),
        _step("unrated", "演练要看的行动", "要看却没有评过的行动", expected, (a for a in expected if (id, a.id) not in seen.rated)),
        _step("findings", "不足和问题", "没有下文的不足和问题", weak, loose),
        _step("open", "整改", "没有关闭的整改", _of(owing), _of(waiting)),
        _step("late", "没有关闭的整改", "超期的整改", _of(waiting), _of(late)),
    )  # fmt: skip
    return Chain(steps, links)


def _under(duty: Duty, actions: Iterable[Action]) -> tuple[Action, ...]:
    return tuple(action for action in actions if action.duty.id == duty.id)


def _step(id: str, of: str, hole: str, all: Iterable[Record], broken: Iterable[Record]) -> Step:
    return Step(id, of, hole, tuple(all), tuple(broken))


def _of(owing: list[Owed]) -> Iterable[Record]:
    return [one.improvement for one in owing]


def _late(one: Owed, today: Day | None) -> bool:
    return today is not None and one.by is not None and today.after(one.by)
