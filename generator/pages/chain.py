"""Trace and gaps (追溯与缺口): a plan's chain from basis to improvement, with its holes first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.chain import chains
from generator.handbook.visit import Scope
from generator.model.scale import Audience
from generator.pages.page import Link, Page, Section
from generator.pages.site import Site

ORDER = 92
AUDIENCE = Audience.TRAINER


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """No record is at home here; each plan has a page."""
    for id in book.plans:
        yield ("chain", id, id), f"plans/{id}/chain.html"


def pages(site: Site) -> Iterator[Page]:
    """Yield one page a plan."""
    above = site.homes["index", "", "maintainer"]
    for id, chain in chains(site.book, site.day).items():
        member, path = site.book.plans[id], f"plans/{id}/chain.html"
        part = site.parts("chain.html", site.view(path, Scope(id)))
        holes = tuple(
            Section(
                step.id,
                f"{step.hole}（{len(step.broken)}）",
                part("hole", step),
                "chain",
                repeats=True,
            )
            for step in chain.steps
            if step.broken
        )
        jumps = [(section.title, f"#{section.id}") for section in holes]
        sections = (
            Section(
                "steps", "", part("steps", chain.steps, jumps, site.day), "chain", repeats=True
            ),
            *holes,
            Section("links", "逐条追溯", part("links", chain.links), "chain", repeats=True),
        )
        nav, tabs = site.main_nav(path, above), site.tabs(member, path)
        up = Link("维护页", site.view(path).url(above))
        yield Page(path, f"{member.plan.short}追溯与缺口", sections, nav, tabs, up)
