"""Nothing rests on a source that is no longer in force, except where history is told."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.lookup import find
from generator.handbook.visit import Scope
from generator.handbook.walk import citations
from generator.model.record import Part
from generator.model.sources import Fact, Source
from generator.model.units import FormerName
from generator.source import Rule

RULE = Rule(
    "P306",
    "引用了已经失效的依据",
    "旧法的条号和数字都变了，照着做会出错。",
    "basis:\n  - yingduifa-2007 第7条",
    "basis:\n  - yingduifa 第17条",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield citations of repealed or replaced sources."""
    for visit in book.visits:
        if isinstance(visit.part, (FormerName, Fact)):
            continue
        for field, citation in citations(visit.part):
            source = find(book, citation.source, Scope())
            if not isinstance(source, Source):
                continue
            if source.in_force_until is None and source.replaced_by is None:
                continue
            successor = source.replaced_by
            hint = f"请改引 {successor}" if successor else "请换用现行的依据"
            yield visit.part, field, f"《{source.title}》已经失效，{hint}，并核对条号。"
