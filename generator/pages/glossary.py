"""Glossary (用语): words explained, with old and local names; places; what units were called."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.registers import Area, Term
from generator.model.scale import Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 70
AUDIENCE = Audience.PUBLIC
PATH = "glossary.html"
# Fewer terms than this one sees at a glance.
_MANY = 12
# The common characters of GB 2312 stand in the order of pinyin: the first one of each initial.
_FIRSTS = dict(
    zip("啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝", "abcdefghjklmnopqrstwxyz", strict=True)
)


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
    terms = sorted(registers.terms.values(), key=lambda term: term.term.encode("gb18030"))
    if len(terms) < _MANY:
        yield Section("terms", "词语", part("terms", terms), "term")
    else:
        grouped: dict[str, list[Term]] = {}
        for term in terms:
            grouped.setdefault(_initial(term), []).append(term)
        yield Section(
            "terms",
            "词语",
            part("letters", {initial: _title(initial) for initial in grouped}),
            "term",
        )
        for initial, same in grouped.items():
            html = part("terms", same)
            yield Section(f"letter-{initial}", _title(initial), html, "term", level=3)
    if registers.areas:
        kinds: dict[str, list[Area]] = {}
        for area in registers.areas.values():
            kinds.setdefault(area.type, []).append(area)
        yield Section("areas", "地方", part("areas", kinds), "area")
    renamed = [unit for unit in registers.units.values() if unit.was]
    if renamed:
        yield Section("renamed", "单位的旧名", part("renamed", renamed), "unit", repeats=True)


def _initial(term: Term) -> str:
    """Return the initial of a term's pinyin; "other" where the order of GB 2312 does not tell it."""
    sign = term.term[0].encode("gb18030")
    if not "啊".encode("gb18030") <= sign <= "座".encode("gb18030"):
        return "other"
    return [initial for first, initial in _FIRSTS.items() if first.encode("gb18030") <= sign][-1]


def _title(initial: str) -> str:
    return "数字和其他" if initial == "other" else initial.upper()
