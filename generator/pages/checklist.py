"""Responsibility checklist (责任清单): who owes what, and a sheet a unit to tick and sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.sheets import Sheet, duties_by_actor, sheets, steps_before
from generator.handbook.views import limit_kind
from generator.handbook.visit import Scope
from generator.model.scale import Audience
from generator.model.units import UNIT_KINDS
from generator.model.work import Duty
from generator.pages.page import Link, Page, Section
from generator.pages.printables import print_sections
from generator.pages.site import Site
from generator.render import MARK

ORDER = 30
AUDIENCE = Audience.RESPONDER
TEMPLATE = "checklist.html"


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Duties are at home in the checklist; each unit with something to do has a sheet."""
    for id, plan in book.plans.items():
        path = _index(id)
        yield ("checklist", id, id), path
        for duty in plan.duties:
            yield ("duty", id, duty), f"{path}#d-{duty}"
        for sheet in sheets(book, plan):
            yield ("sheet", id, sheet.file), _path(id, sheet)


def _index(plan: str) -> str:
    return f"plans/{plan}/checklist.html"


def _path(plan: str, sheet: Sheet) -> str:
    return f"plans/{plan}/checklist/{sheet.file}.html"


def pages(site: Site) -> Iterator[Page]:
    """Yield the index of each plan's checklist, and its sheets."""
    for plan in site.book.plans.values():
        made = sheets(site.book, plan)
        yield _index_page(site, plan, made)
        owed = duties_by_actor(site.book, plan)
        for sheet in made:
            yield _sheet_page(site, plan, sheet, owed.get(sheet.id, {}))


def _index_page(site: Site, plan: PlanBook, made: tuple[Sheet, ...]) -> Page:
    id = plan.plan.id
    path = _index(id)
    view = site.view(path, Scope(id))
    part = site.parts(TEMPLATE, view)
    sections = []
    if made:
        html = part("units", _stamp(site), sum(1 for sheet in made if sheet.unit))
        sections.append(Section("units", "找到本单位", html, "sheets", repeats=True))
    for number, kind in enumerate(UNIT_KINDS, start=1):
        same = [(s, view.url(_path(id, s))) for s in made if s.unit and s.unit.type == kind]
        if same:
            html = part("doors", same)
            sections.append(Section(f"kind-{number}", kind, html, "sheets", level=3, repeats=True))
    loose = [(sheet, view.url(_path(id, sheet))) for sheet in made if not sheet.unit]
    if loose:
        html = part("loose", loose)
        sections.append(
            Section("kind-0", "还没有定由谁担任", html, "sheets", level=3, repeats=True)
        )
    sections += print_sections(site, view, "checklist", "pocket")
    sections.append(Section("duties", "职责分工", part("duties", plan.duties), "duty"))
    nav, tabs = site.main_nav(path), site.tabs(plan, path)
    return Page(path, f"{plan.plan.short}责任清单", tuple(sections), nav, tabs)


def _sheet_page(
    site: Site, plan: PlanBook, sheet: Sheet, owed: Mapping[str, tuple[Duty, ...]]
) -> Page:
    id = plan.plan.id
    path = _path(id, sheet)
    view = site.view(path, Scope(id))
    part = site.parts(TEMPLATE, view)
    kinds = {a.id: limit_kind(site.book, a) for s in sheet.shares for a in s.actions}
    before = {a.id: steps_before(a) for s in sheet.shares for a in s.actions}
    title = f"{sheet.name}责任清单（{plan.plan.short}）"
    count = sum(map(len, owed.values()))
    html = part("head", plan.plan, sheet, _stamp(site), title, count)
    sections = [Section("head", "", html, "sheet", sheet.id, repeats=True)]
    for share in sheet.shares:
        html = part("share", share, sheet, kinds, before)
        sections.append(Section(share.id, share.name, html, "sheet", repeats=True))
    # The actions come first: on a phone the duties fill screens of their own.
    if owed:
        sections.append(Section("duties", "职责", part("owed", owed), "sheet", repeats=True))
    nav, tabs = site.main_nav(path), site.tabs(plan, path, above="checklist")
    up = Link(f"{plan.plan.short}责任清单", view.url(_index(id)))
    return Page(path, title, tuple(sections), nav, tabs, up)


def _stamp(site: Site) -> tuple[str, str]:
    """Return the mark and the edition, which ticks and what is exported of them bear."""
    note = site.book.registers.edition
    words = (site.edition.title, note.name if note else "", str(note.date) if note else "")
    return MARK, "·".join(word for word in words if word)
