"""Sources (依据): what every number and sentence rests on, and whether it is in force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from generator.handbook.basis import citing_plans, duties_of_mandates, in_force
from generator.handbook.book import Handbook
from generator.model.scale import Audience
from generator.model.sources import SOURCE_KINDS, Mandate
from generator.pages.page import Page, Section
from generator.pages.site import Render, Site

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
    registers, part = site.book.registers, site.parts("sources.html", site.view(PATH))
    date = registers.edition.date if registers.edition else None
    cited = citing_plans(site.book)
    sections, jumps = [], []
    for number, kind in enumerate(SOURCE_KINDS, start=1):
        of_kind = [source for source in registers.sources.values() if source.type == kind]
        if of_kind:
            states = {source.id: in_force(source, date) if date else "" for source in of_kind}
            html = part("group", of_kind, states, cited)
            sections.append(Section(f"kind-{number}", kind, html, "source"))
            jumps.append((f"{kind} {len(of_kind)}", f"#kind-{number}"))
    if registers.mandates:
        sections += _mandates(site, part)
        jumps.append((f"2018 年工作要点 {len(registers.mandates)}", "#mandates"))
    sections.insert(0, Section("how", "", part("how", jumps, date), "source"))
    yield Page(PATH, "依据", tuple(sections), site.main_nav(PATH))


def _mandates(site: Site, part: Render) -> Iterator[Section]:
    mandates = site.book.registers.mandates.values()
    carried = duties_of_mandates(site.book)
    turned = Counter(mandate.disposition for mandate in mandates)
    yield Section("mandates", "2018 年工作要点逐条落实", part("turned", turned), "mandate")
    groups = groupby(sorted(mandates, key=_place), key=_place)
    for number, ((_, _, place, heading), group) in enumerate(groups, start=1):
        html = part("mandates", tuple(group), carried)
        yield Section(f"mandates-{number}", f"{place} {heading}", html, "mandate", level=3)


def _place(mandate: Mandate) -> tuple[int, int, str, str]:
    """二（一） before 二（二） before 三（一）: Chinese figures do not sort by themselves."""
    figures = ["一二三四五六七八九十".find(sign) + 1 for sign in mandate.part if sign not in "（）"]
    first, second = (*figures, 0, 0)[:2]
    return first, second, mandate.part, mandate.heading
