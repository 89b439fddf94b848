"""Glossary (用语): words explained, with old and local names; and the places people name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.scale import Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 70
AUDIENCE = Audience.PUBLIC
PATH = "glossary.html"


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Terms and areas are at home here."""
    yield ("index", "", "glossary"), PATH
    for id in book.registers.terms:
        yield ("term", "", id), f"{PATH}#t-{id}"
    for id in book.registers.areas:
        yield ("area", "", id), f"{PATH}#area-{id}"


def pages(site: Site) -> Iterator[Page]:
    """Yield the glossary."""
    registers = site.book.registers
    part = site.parts("glossary.html", site.view(PATH))
    sections = [Section("terms", "用语", part("terms", registers.terms), "term")]
    if registers.areas:
        sections.append(Section("areas", "地方", part("areas", registers.areas), "area"))
    yield Page(PATH, "用语", tuple(sections), site.main_nav(PATH))
