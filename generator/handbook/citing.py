"""Citations as readers want them: each source once, with all its places."""

from __future__ import annotations

from collections.abc import Iterable

from generator.handbook.book import PlanBook
from generator.model.reference import Citation, Ref
from generator.model.registers import Form
from generator.model.sources import Source

# Their titles say what they are, and are no names of works.
_BARE = frozenset({"技术资料", "新闻报道"})


def titled(source: Source, words: str) -> str:
    """Return what a source is called as its kind is written: laws, plans and standards in 《》."""
    return words if source.type in _BARE else f"《{words}》"


def called(source: Source | None, citation: Citation) -> tuple[str, str]:
    """Return what a citation calls its source, by the short name, and the place that follows."""
    name = titled(source, (*source.aliases, source.title)[0]) if source else str(citation.source)
    # After 》 the place stands at once; a bare title it would run into.
    between = "，" if citation.locator and not name.endswith("》") else ""
    return name, between + citation.locator


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
