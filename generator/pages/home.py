"""Home (首页): the doors, the plans, the hotlines, and what this is not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.scale import Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 0
AUDIENCE = Audience.PUBLIC
PATH = "index.html"


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Hotlines are at home on the home page."""
    for id in book.registers.hotlines:
        yield ("hotline", "", id), f"{PATH}#hotline-{id}"


def pages(site: Site) -> Iterator[Page]:
    """Yield the home page."""
    view = site.view(PATH)
    part = site.parts("home.html", view)
    plans = tuple(site.book.plans.values())
    sections = [Section("now", "现在怎么办", part("now", plans), "guide")]
    if site.edition >= Audience.RESPONDER:
        sections.append(Section("plans", "各预案", part("plans", plans), "plan"))
    sections.append(
        Section("hotlines", "电话", part("hotlines", site.book.registers.hotlines), "hotline")
    )
    sections.append(Section("what", "这是什么，不是什么", part("what"), "about"))
    yield Page(PATH, "阿勒泰地区应急手册", tuple(sections), site.main_nav(PATH))
