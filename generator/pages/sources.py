"""Sources (依据): what every number and sentence rests on, and whether it is in force."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.registers import SOURCE_KINDS
from generator.model.scale import Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 80
AUDIENCE = Audience.PUBLIC
PATH = "sources.html"


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Sources are at home here; mandates of the work points too, where the edition has them."""
    yield ("index", "", "sources"), PATH
    for id in book.registers.sources:
        yield ("source", "", id), f"{PATH}#s-{id}"
    for id in book.registers.mandates:
        yield ("mandate", "", id), f"{PATH}#mandate-{id}"


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of sources."""
    registers = site.book.registers
    part = site.parts("sources.html", site.view(PATH))
    sections = []
    for number, kind in enumerate(SOURCE_KINDS, start=1):
        of_kind = [source for source in registers.sources.values() if source.type == kind]
        if of_kind:
            sections.append(Section(f"kind-{number}", kind, part("group", of_kind), "source"))
    if registers.mandates:
        html = part("mandates", registers.mandates)
        sections.append(Section("mandates", "2018 年工作要点逐条落实", html, "mandate"))
    yield Page(PATH, "依据", tuple(sections), site.main_nav(PATH))
