"""Words that mean the same to whoever searches: old and new names, local words, synonyms."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.naming import title_of
from generator.search.entries import called


def groups(book: Handbook) -> Iterator[tuple[str, ...]]:
    """Yield groups of at least two words; the first of a group is today's or the proper one."""
    registers = book.registers
    for record in (
        *registers.units.values(),
        *registers.terms.values(),
        *registers.hotlines.values(),
    ):
        words = tuple(dict.fromkeys((title_of(record), *called(record))))
        if len(words) > 1:
            yield words
    for synonyms in registers.synonyms.values():
        yield synonyms.words
