"""Citations as readers want them: each source once, with all its places."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.reference import Citation, Ref


def gathered(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return one citation a source, its places joined."""
    places: dict[Ref, list[str]] = {}
    for citation in citations:
        known = places.setdefault(citation.source, [])
        if citation.locator and citation.locator not in known:
            known.append(citation.locator)
    return tuple(Citation(source, "、".join(found)) for source, found in places.items())
