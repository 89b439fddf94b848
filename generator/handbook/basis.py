"""What rests on what: whether a source is in force, what cites it, which duties carry a mandate."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from generator.handbook.book import Handbook
from generator.handbook.walk import citations
from generator.model.sources import Source
from generator.model.time import Day
from generator.model.work import Duty


def in_force(source: Source, on: Day) -> str:
    """Return 现行, 尚未施行 or 已失效 on a day; nothing where the dates do not tell."""
    if source.replaced_by and not source.in_force_until:
        return "已失效"
    if source.in_force_until and _reached(source.in_force_until, on):
        return "已失效"
    if not source.in_force_from:
        return ""
    begun = _reached(source.in_force_from, on)
    return "" if begun is None else "现行" if begun else "尚未施行"


def _reached(day: Day, on: Day) -> bool | None:
    """Tell whether a day has come; None where only its year or month is known, and it is now."""
    if day.last <= on.first:
        return True
    return False if day.after(on) else None


def citing_plans(book: Handbook) -> Mapping[str, Mapping[str, int]]:
    """Return how often each source is cited, by plan or topic; "" stands for the registers."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for visit in book.visits:
        for _, citation in citations(visit.part):
            counted[citation.source.id][visit.scope.plan] += 1
    return counted


def duties_of_mandates(book: Handbook) -> Mapping[str, Mapping[str, tuple[Duty, ...]]]:
    """Return the duties that carry each mandate of the work points, by plan."""
    carried: dict[str, dict[str, tuple[Duty, ...]]] = defaultdict(dict)
    for id, plan in book.plans.items():
        for duty in plan.duties.values():
            for ref in duty.mandates:
                carried[ref.id][id] = (*carried[ref.id].get(id, ()), duty)
    return carried
