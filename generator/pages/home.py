"""Home (首页): three doors by edition, hazards and topics, numbers to call, and what this is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.handbook.book import Handbook, PlanBook
from generator.model.icon import ICONS
from generator.model.scale import Audience
from generator.model.words import Blank
from generator.pages.guide import Tile, plan_tile, topic_tile
from generator.pages.page import Page, Section
from generator.pages.site import Site
from generator.render import SITE, View

ORDER = 0
AUDIENCE = Audience.PUBLIC
PATH = "index.html"
# Numbers that send help to a life in danger, the same all over the country.
_LIFE_SAVING = ("110", "119", "120", "122", "12119")


@dataclass(frozen=True)
class Door:
    """One of the three ways into the handbook."""

    title: str
    line: str
    icon: str
    target: str


_WHAT_NOW = Door("公众怎么办", "群众看的：先做什么，打给谁", "people", f"{PATH}#now")
_DOORS = {
    Audience.PUBLIC: (
        Door("现在怎么办", "选一种灾害，先看眼前做什么", "alert", f"{PATH}#now"),
        Door("打电话求助", "打哪个号，接通后说什么", "phone", f"{PATH}#hotlines"),
        Door("平时怎么准备", "没出事的时候，备好、练好", "prepare", f"{PATH}#prepare"),
    ),
    Audience.RESPONDER: (
        Door("操作手册", "按预案找：谁做、多久、向谁报", "manual", f"{PATH}#plans"),
        Door("责任清单和单位", "按单位找：我们要做什么", "checklist", "units/index.html"),
        _WHAT_NOW,
    ),
    Audience.TRAINER: (
        Door("演练", "脚本、情景注入和桌面推演题", "drill", f"{PATH}#drills"),
        Door("操作手册和责任清单", "谁做、多久、向谁报", "manual", f"{PATH}#plans"),
        _WHAT_NOW,
    ),
}


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Hotlines are at home on the home page."""
    for id in book.registers.hotlines:
        yield ("hotline", "", id), f"{PATH}#hotline-{id}"


def pages(site: Site) -> Iterator[Page]:
    """Yield the home page."""
    yield Page(PATH, SITE, tuple(_sections(site)), site.main_nav(PATH))


def _sections(site: Site) -> Iterator[Section]:
    view = site.view(PATH)
    part = site.parts("home.html", view)
    plans = tuple(site.book.plans.values())
    hotlines = site.book.registers.hotlines.values()
    urgent = [hotline for hotline in hotlines if hotline.number in _LIFE_SAVING]
    other = [hotline for hotline in hotlines if hotline.number not in _LIFE_SAVING]
    yield Section("start", "", part("start", urgent, _DOORS[site.edition]), "start", repeats=True)
    tiles = [plan_tile(view, plan) for plan in plans]
    tiles += [topic_tile(view, topic) for topic in site.book.topics.values()]
    yield Section("now", "现在怎么办", part("now", tiles), "guide", repeats=True)
    if site.edition >= Audience.RESPONDER:
        ways = [(p.plan, ICONS[p.plan.icon], site.tabs(p, PATH)) for p in plans]
        yield Section("plans", "各预案", part("plans", ways), "plan", repeats=True)
    if site.edition == Audience.TRAINER:
        forms = tuple(paper for paper in site.papers if not paper.plan)
        yield Section("drills", "演练", part("drills", plans, forms), "drill", repeats=True)
    untried = any(isinstance(hotline.checked_on, Blank) for hotline in hotlines)
    yield Section("hotlines", "打电话求助", part("urgent", urgent, untried), "hotline")
    if other:
        yield Section("more-numbers", "别的号码", part("others", other), "hotline", level=3)
    ready = [link for plan in plans for link in _preparing(view, plan)]
    if ready:
        yield Section("prepare", "平时怎么准备", part("prepare", ready), "prepare", repeats=True)
    yield Section("what", "这是什么，不是什么", part("what"), "about")


def _preparing(view: View, plan: PlanBook) -> Iterator[Tile]:
    """Yield the way to what a guide says for quiet times, if it says anything."""
    id = plan.plan.id
    before = plan.guide.messages.get("事前", {}) if plan.guide else {}
    if before:
        url = view.url(f"plans/{id}/guide.html#before")
        yield Tile(plan.plan.short, f"事前准备 {len(before)} 条", ICONS[plan.plan.icon], url)
