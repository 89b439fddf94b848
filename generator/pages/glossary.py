"""Glossary (用语): words explained, with old and local names; places; what units were called."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.spelling import by_pinyin, initial
from generator.model.registers import Area, Term
from generator.model.scale import Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 70
AUDIENCE = Audience.PUBLIC
PATH = "glossary.html"
# Fewer terms than this one sees at a glance.
_MANY = 12


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Terms and areas are at home here."""
    yield ("index", "", "glossary"), PATH
    for id in book.registers.terms:
        yield ("term", "", id), f"{PATH}#t-{id}"
    for id in book.registers.areas:
        yield ("area", "", id), f"{PATH}#area-{id}"


def pages(site: Site) -> Iterator[Page]:
    """Yield the glossary."""
    yield Page(PATH, "用语", tuple(_sections(site)), site.main_nav(PATH))


def _sections(site: Site) -> Iterator[Section]:
    registers = site.book.registers
    part = site.parts("glossary.html", site.view(PATH))
    terms = sorted(registers.terms.values(), key=lambda term: by_pinyin(term.term))
    if len(terms) < _MANY:
        yield Section("terms", "词语", part("terms", terms), "term")
    else:
        grouped: dict[str, list[Term]] = {}
        for term in terms:
            grouped.setdefault(initial(term.term) or "other", []).append(term)
        yield Section(
            "terms",
            "词语",
            part("letters", {letter: _title(letter) for letter in grouped}),
            "term",
        )
        for letter, same in grouped.items():
            html = part("terms", same)
            yield Section(f"letter-{letter.lower()}", _title(letter), html, "term", level=3)
    if registers.areas:
        kinds: dict[str, list[Area]] = {}
        for area in registers.areas.values():
            kinds.setdefault(area.type, []).append(area)
        yield Section("areas", "地方", part("areas", kinds), "area")
    renamed = [unit for unit in registers.units.values() if unit.was]
    if renamed:
        yield Section("renamed", "单位的旧名", part("renamed", renamed), "unit", repeats=True)


def _title(letter: str) -> str:
    return "数字和其他" if letter == "other" else letter
