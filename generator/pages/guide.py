"""Public guide (公众指南): what to do now, before and after."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.visit import Scope
from generator.model.scale import Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 10
AUDIENCE = Audience.PUBLIC
# "During" comes first: who reads this in need has no time for preparation.
_STAGES = (
    ("事中", "during", "现在怎么做"),
    ("事前", "before", "事前准备"),
    ("事后", "after", "事后"),
)


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Messages are at home in their plan's guide."""
    for id, plan in book.plans.items():
        if plan.guide:
            path = f"plans/{id}/guide.html"
            yield ("guide", id, id), path
            for message in plan.messages:
                yield ("message", id, message), f"{path}#m-{message}"


def pages(site: Site) -> Iterator[Page]:
    """Yield one guide for each plan that has one."""
    for id, plan in site.book.plans.items():
        if plan.guide is None:
            continue
        path = f"plans/{id}/guide.html"
        part = site.parts("guide.html", site.view(path, Scope(id)))
        sections = [Section("summary", "", part("summary", plan.guide), "guide")]
        for stage, anchor, title in _STAGES:
            messages = tuple(plan.guide.messages.get(stage, {}).values())
            if messages:
                sections.append(Section(anchor, title, part("stage", messages), "guide"))
            if anchor == "during" and plan.guide.calls:
                html = part("calling", plan.guide.calls, site.book.registers.hotlines)
                sections.append(Section("calls", "打给谁，说什么", html, "hotline"))
        nav, tabs = site.main_nav(path), site.tabs(plan, path)
        yield Page(path, plan.guide.title, tuple(sections), nav, tabs, alone=True)
