"""Unit pages (单位页): all a unit owes in all plans, with its former names; and their index."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.views import actions_of_unit, duties_of_unit, limit_kind
from generator.handbook.visit import Scope
from generator.model.scale import Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 40
AUDIENCE = Audience.RESPONDER
INDEX = "units/index.html"


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Units are at home on their own pages."""
    yield ("index", "", "units"), INDEX
    for id in book.registers.units:
        yield ("unit", "", id), f"units/{id}.html"


def pages(site: Site) -> Iterator[Page]:
    """Yield the index of units and one page a unit."""
    book = site.book
    part = site.parts("unit.html", site.view(INDEX))
    sections = (Section("all", "", part("index", book.registers.units), "unit"),)
    yield Page(INDEX, "各单位", sections, site.main_nav(INDEX))
    shares = {id: actions_of_unit(book, plan) for id, plan in book.plans.items()}
    for id, unit in book.registers.units.items():
        path = f"units/{id}.html"
        contacts = tuple(c for c in book.contacts.values() if c.unit.id == id)
        head = site.parts("unit.html", site.view(path))
        sections_of_unit = [Section("head", "", head("head", unit, contacts), "unit", id)]
        for plan_id, plan in book.plans.items():
            duties = duties_of_unit(book, plan, id)
            actions = shares[plan_id].get(id, ())
            if duties or actions:
                owed = site.parts("unit.html", site.view(path, Scope(plan_id)))
                kinds = {action.id: limit_kind(book, action) for action in actions}
                html = owed("owed", duties, actions, kinds)
                sections_of_unit.append(
                    Section(f"plan-{plan_id}", plan.plan.title, html, "unit", id)
                )
        yield Page(path, unit.name, tuple(sections_of_unit), site.main_nav(path))
