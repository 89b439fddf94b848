"""Unit pages (单位页): all a unit owes in all plans, with its former names; and their index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.participation import participations
from generator.handbook.sheets import Share, by_phase, duties_by_actor, sheets
from generator.handbook.views import limit_kind
from generator.handbook.visit import Scope
from generator.model.registers import UNIT_KINDS, Unit
from generator.model.scale import Audience
from generator.model.work import Action, Duty
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 40
AUDIENCE = Audience.RESPONDER
INDEX = "units/index.html"
TEMPLATE = "unit.html"


@dataclass(frozen=True, eq=False)
class Owed:
    """What one unit owes under one plan."""

    plan: PlanBook
    duties: dict[str, tuple[Duty, ...]]
    shares: tuple[Share, ...]

    @property
    def count(self) -> int:
        """How many actions it has a part in."""
        return sum(len(share.actions) for share in self.shares)

    @property
    def phases(self) -> Mapping[str, tuple[Action, ...]]:
        """Its actions by phase, whatever the post."""
        return by_phase(action for share in self.shares for action in share.actions)


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Units are at home on their own pages."""
    yield ("index", "", "units"), INDEX
    for id in book.registers.units:
        yield ("unit", "", id), f"units/{id}.html"


def pages(site: Site) -> Iterator[Page]:
    """Yield the index of units and one page a unit."""
    owed = _owed(site.book)
    yield _index(site, owed)
    for unit in site.book.registers.units.values():
        yield _page(site, unit, owed[unit.id])


def _owed(book: Handbook) -> dict[str, tuple[Owed, ...]]:
    found: dict[str, list[Owed]] = {id: [] for id in book.registers.units}
    for plan in book.plans.values():
        duties = duties_by_actor(book, plan)
        shares = {sheet.id: sheet.shares for sheet in sheets(book, plan) if sheet.unit}
        for id, owed in found.items():
            if id in duties or id in shares:
                owed.append(Owed(plan, dict(duties.get(id, {})), shares.get(id, ())))
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


def _page(site: Site, unit: Unit, owed: tuple[Owed, ...]) -> Page:
    book, path = site.book, f"units/{unit.id}.html"
    part = site.parts(TEMPLATE, site.view(path))
    contacts = tuple(c for c in book.contacts.values() if c.unit.id == unit.id)
    sections = [Section("head", "", part("head", unit, contacts, owed), "unit", unit.id)]
    for one in owed:
        id, title = one.plan.plan.id, one.plan.plan.title
        inside = site.parts(TEMPLATE, site.view(path, Scope(id)))
        kinds = {a.id: limit_kind(book, a) for share in one.shares for a in share.actions}
        html = inside("owed", unit, one, kinds)
        sections.append(Section(f"plan-{id}", title, html, "owed", repeats=True))
    drills = tuple(participations(book, unit.id))
    if drills:
        sections.append(
            Section("drills", "参加的演练", part("drills", drills), "unit", repeats=True)
        )
    return Page(path, unit.name, tuple(sections), site.main_nav(path))
