"""Citations as readers want them: each source once, with all its places."""

from __future__ import annotations

from collections.abc import Iterable

from generator.handbook.book import PlanBook
from generator.model.reference import Citation, Ref
from generator.model.registers import Form


def gathered(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return one citation a source, its places joined."""
    places: dict[Ref, list[str]] = {}
    for citation in citations:
        known = places.setdefault(citation.source, [])
        if citation.locator and citation.locator not in known:
            known.append(citation.locator)
    return tuple(Citation(source, "、".join(found)) for source, found in places.items())


def sources_of(plan: PlanBook, forms: Iterable[Form]) -> tuple[Citation, ...]:
    """Return the sources of everything in a plan's manual, each once, without their places."""
    found = [c for a in plan.actions.values() for c in (*a.basis, *a.limit_source)]
    reporting = plan.plan.reporting
    if reporting:
        told = (*reporting.first_says, *reporting.follow_up, *reporting.departmental)
        found += [citation for item in told for citation in item.source]
    found += [citation for form in forms for citation in form.basis]
    return gathered(Citation(citation.source, "") for citation in found)
