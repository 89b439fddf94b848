"""Unit pages (单位页): all a unit owes in all plans, with its former names; and their index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.mentions import Mentions, mentions, reports_to
from generator.handbook.participation import participations
from generator.handbook.sheets import Sheet, by_phase, duties_by_actor, sheets
from generator.handbook.steps import FirstActions, first_actions
from generator.handbook.views import limit_kind, open_points
from generator.handbook.visit import Scope
from generator.model.scale import Audience
from generator.model.units import UNIT_KINDS, Unit
from generator.model.work import Action, Duty
from generator.pages.page import Link, Page, Section
from generator.pages.site import Site

ORDER = 40
AUDIENCE = Audience.RESPONDER
INDEX = "units/index.html"
TEMPLATE = "unit.html"


@dataclass(frozen=True, eq=False)
class Owed:
    """What one unit owes under one plan; without actions it has no sheet and nothing comes first."""

    plan: PlanBook
    duties: Mapping[str, tuple[Duty, ...]]
    sheet: Sheet | None = None
    first: FirstActions | None = None

    @property
    def actions(self) -> tuple[Action, ...]:
        """Its actions, whatever the post."""
        shares = self.sheet.shares if self.sheet else ()
        return tuple(action for share in shares for action in share.actions)

    @property
    def phases(self) -> Mapping[str, tuple[Action, ...]]:
        """Its actions by phase."""
        return by_phase(self.actions)


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Units are at home on their own pages."""
    yield ("index", "", "units"), INDEX
    for id in book.registers.units:
        yield ("unit", "", id), f"units/{id}.html"


def pages(site: Site) -> Iterator[Page]:
    """Yield the index of units and one page a unit."""
    owed, points = _owed(site.book), tuple(open_points(site.book))
    yield _index(site, owed)
    for unit in site.book.registers.units.values():
        yield _page(site, unit, owed[unit.id], mentions(site.book, unit, points))


def _owed(book: Handbook) -> dict[str, tuple[Owed, ...]]:
    found: dict[str, list[Owed]] = {id: [] for id in book.registers.units}
    for plan in book.plans.values():
        duties, firsts = duties_by_actor(book, plan), first_actions(book, plan)
        made = {sheet.id: sheet for sheet in sheets(book, plan) if sheet.unit}
        for id, owed in found.items():
            if id in duties or id in made:
                owed.append(Owed(plan, duties.get(id, {}), made.get(id), firsts.get(id)))
    return {id: tuple(owed) for id, owed in found.items()}


def _index(site: Site, owed: dict[str, tuple[Owed, ...]]) -> Page:
    part = site.parts(TEMPLATE, site.view(INDEX))
    units = site.book.registers.units.values()
    sections = [Section("all", "", part("index", len(units)), "units", repeats=True)]
    for number, kind in enumerate(UNIT_KINDS, start=1):
        same = [unit for unit in units if unit.type == kind]
        if same:
            sections.append(
                Section(f"kind-{number}", kind, part("kind", same, owed), "units", repeats=True)
            )
    return Page(INDEX, "各单位", tuple(sections), site.main_nav(INDEX))


def _page(site: Site, unit: Unit, owed: tuple[Owed, ...], named: Mentions) -> Page:
    sections = tuple(_sections(site, unit, owed, named))
    path = f"units/{unit.id}.html"
    up = Link("各单位", site.view(path).url(INDEX))
    return Page(path, unit.name, sections, site.main_nav(path, INDEX), up=up)


def _sections(site: Site, unit: Unit, owed: tuple[Owed, ...], named: Mentions) -> Iterator[Section]:
    """Yield first what to do now, last what the unit was called."""
    book, path = site.book, f"units/{unit.id}.html"
    part = site.parts(TEMPLATE, site.view(path))
    inside = {p: site.parts(TEMPLATE, site.view(path, Scope(p))) for p in book.plans}
    contacts = tuple(c for c in book.contacts.values() if c.unit.id == unit.id)
    yield Section("head", "", part("head", contacts, owed, bool(named)), "unit", unit.id)
    rows = [
        inside[one.plan.plan.id]("now", unit, one.plan.plan, one.sheet, one.first, to)
        for one in owed
        if one.sheet and one.first
        for to in (reports_to(one.plan, unit.id, one.actions, one.first),)
    ]
    if rows:
        yield Section("now", "先做什么", part("table_now", rows), "owed", repeats=True)
    for one in owed:
        id, title = one.plan.plan.id, one.plan.plan.title
        kinds = {a.id: limit_kind(book, a) for a in one.actions}
        html = inside[id]("owed", unit, one, kinds)
        yield Section(f"plan-{id}", title, html, "owed", repeats=True)
    if drills := tuple(participations(book, unit.id)):
        yield Section("drills", "参加的演练", part("drills", drills), "unit", repeats=True)
    if named:
        html = part("mentions", named, inside)
        yield Section("mentions", "别处提到", html, "unit", repeats=True)
    yield Section("names", "名称和沿革", part("facts", unit), "unit", repeats=True)
