"""Responsibility checklist (责任清单): one table a unit, with room for time and initials."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.views import actions_of_unit, duties_of_unit, limit_kind
from generator.handbook.visit import Scope
from generator.model.scale import Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 30
AUDIENCE = Audience.RESPONDER


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Duties are at home in the checklist."""
    for id, plan in book.plans.items():
        path = f"plans/{id}/checklist.html"
        yield ("checklist", id, id), path
        for duty in plan.duties:
            yield ("duty", id, duty), f"{path}#d-{duty}"


def pages(site: Site) -> Iterator[Page]:
    """Yield one checklist a plan."""
    for id, plan in site.book.plans.items():
        path = f"plans/{id}/checklist.html"
        part = site.parts("checklist.html", site.view(path, Scope(id)))
        kinds = {a.id: limit_kind(site.book, a) for a in plan.actions.values()}
        sections = [Section("duties", "职责分工", part("duties", plan.duties), "duty")]
        for unit, actions in actions_of_unit(site.book, plan).items():
            name = site.book.registers.units[unit].name
            duties = duties_of_unit(site.book, plan, unit)
            html = part("unit", duties, actions, kinds)
            sections.append(Section(f"unit-{unit}", name, html, "action", unit))
        nav, tabs = site.main_nav(path), site.tabs(plan, path)
        yield Page(path, f"{plan.plan.short}责任清单", tuple(sections), nav, tabs)
