"""Maintainer page (维护页): figures of each plan, what is open, what falls due, who sees what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.chain import unturned
from generator.handbook.views import open_points
from generator.model.scale import EDITIONS, Audience
from generator.model.time import Day
from generator.model.words import Blank
from generator.pages import (
    chain,
    checklist,
    document,
    drill,
    glossary,
    guide,
    home,
    keywords,
    ledger,
    manual,
    overview,
    record,
    reference,
    rules,
    sources,
    stock,
    style,
    topic,
    unit,
    verify,
)
from generator.pages import open_points as open_page
from generator.pages.page import Page, Section
from generator.pages.site import Render, Site
from generator.stats import LIMIT_KINDS, stats

ORDER = 98
AUDIENCE = Audience.TRAINER
PATH = "maintainer.html"
# Each kind of page, the module that makes it, and what an edition has less of.
KINDS = (
    ("首页", home, ""),
    ("预案概览", overview, "公众版是简明本"),
    ("公众指南", guide, ""),
    ("专题", topic, ""),
    ("操作手册", manual, ""),
    ("责任清单", checklist, ""),
    ("各单位", unit, ""),
    ("演练", drill, "处置版只有已结束的"),
    ("演练记录", record, ""),
    ("演练台账", ledger, "处置版只数已结束的演练，没有整改"),
    ("追溯与缺口", chain, ""),
    ("关键词", keywords, ""),
    ("用语", glossary, ""),
    ("依据", sources, "公众版只列用到的，没有工作要点"),
    ("注入库", stock, ""),
    ("待核清单", open_page, ""),
    ("核对封存值", verify, ""),
    ("填写说明", reference, ""),
    ("检查规则", rules, ""),
    ("样式页", style, ""),
    ("文稿", document, "各篇写明给谁看"),
)


@dataclass(frozen=True)
class Review:
    """When a plan is to be assessed again, and its message reviewed longest ago."""

    plan: PlanBook
    next: Day | Blank | None
    due: bool
    oldest: Day | None


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """No record is at home here."""
    yield ("index", "", "maintainer"), PATH


def pages(site: Site) -> Iterator[Page]:
    """Yield the maintainer page."""
    book, part = site.book, site.parts("maintainer.html", site.view(PATH))
    figures, date = stats(book, site.day), site.day
    asked = {who: len(of) for who, of in open_page.asked(open_points(book)).items()}
    sections = [
        Section("how", "", part("how"), "maintainer", repeats=True),
        Section("plans", "各预案", part("plans", figures), "maintainer", repeats=True),
        Section(
            "limits",
            "时限有没有依据",
            part("limits", figures, LIMIT_KINDS),
            "maintainer",
            repeats=True,
        ),
        Section("open", "等谁答复", part("asked", asked), "maintainer", repeats=True),
        Section("reviews", "到期和审阅", _reviews(book, date, part), "maintainer", repeats=True),
        Section(
            "chain",
            "追溯与缺口",
            part("chain", figures, len(unturned(book))),
            "maintainer",
            repeats=True,
        ),
    ]
    rows = [
        (title, [edition >= module.AUDIENCE for edition in EDITIONS], note)
        for title, module, note in KINDS
    ]
    rows.append(("维护页", [edition >= AUDIENCE for edition in EDITIONS], ""))
    html = part("editions", EDITIONS, rows)
    sections.append(Section("editions", "三个版本各有什么", html, "maintainer", repeats=True))
    yield Page(PATH, "维护页", tuple(sections), site.main_nav(PATH))


def _reviews(book: Handbook, date: Day | None, part: Render) -> str:
    reviews = []
    for plan in book.plans.values():
        next, days = plan.plan.next_review, [m.reviewed_on for m in plan.messages.values()]
        due = isinstance(next, Day) and date is not None and not next.after(date)
        reviews.append(Review(plan, next, due, min(days, default=None)))
    untried = [h for h in book.registers.hotlines.values() if isinstance(h.checked_on, Blank)]
    return part("reviews", reviews, untried, date)
