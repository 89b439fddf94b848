"""Public guide (公众指南): what to do now, by situation; whom to call; before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.visit import Scope
from generator.model.guide import Guidance, Topic
from generator.model.icon import ICONS
from generator.model.reference import Ref
from generator.model.scale import Audience
from generator.pages.advice import Advice, advised, index
from generator.pages.notes import noted, sources
from generator.pages.page import Page, Section
from generator.pages.site import Site
from generator.render import View

ORDER = 10
AUDIENCE = Audience.PUBLIC


@dataclass(frozen=True)
class Tile:
    """A way to a page: a picture, a title and a line below it."""

    title: str
    note: str
    icon: str
    url: str


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """All that a guide says is at home in it."""
    for id, plan in book.plans.items():
        if plan.guide:
            path = f"plans/{id}/guide.html"
            yield ("guide", id, id), path
            yield from homes_in(plan.guide, id, path)


def homes_in(
    guidance: Guidance, scope: str, path: str
) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Yield the places of what a guide or topic says of its own."""
    for record in guidance.records:
        yield (record.kind, scope, record.id), f"{path}#{record.kind[0]}-{record.id}"


def pages(site: Site) -> Iterator[Page]:
    """Yield one guide for each plan that has one."""
    for id, plan in site.book.plans.items():
        guide = plan.guide
        if guide is None:
            continue
        path = f"plans/{id}/guide.html"
        advice = Advice.of(guide.calls, guide.records)
        view = noted(site.view(path, Scope(id)), advice)
        part = site.parts("guide.html", view)
        sections = [Section("summary", "", part("summary", guide.summary), "guide")]
        sections += advised(part, view, advice)
        sections += index(part, view, advice)
        around = [topic_tile(view, topic) for topic in _topics_of(site.book, id)]
        around += [plan_tile(view, member) for member in named(site.book, plan.plan.neighbours)]
        if around:
            sections.append(
                Section("around", "相关的指南", part("around", around), "around", repeats=True)
            )
        sections += sources(part, view, advice)
        nav, tabs = site.main_nav(path), site.tabs(plan, path)
        yield Page(path, guide.title, tuple(sections), nav, tabs, alone=True)


def named(book: Handbook, refs: Iterable[Ref]) -> list[PlanBook]:
    """Return the plans named; a preview also shows what still has a wrong reference."""
    return [book.plans[ref.id] for ref in refs if ref.id in book.plans]


def _topics_of(book: Handbook, plan: str) -> Iterator[Topic]:
    for topic in book.topics.values():
        if plan in {ref.id for ref in topic.plans} | {ref.scope for ref in topic.borrowed}:
            yield topic


def plan_tile(view: View, member: PlanBook) -> Tile:
    """Return the way to a plan's guide, or where it has none to its overview."""
    plan = member.plan
    guide = view.home("guide", plan.id, plan.id)
    note = member.guide.title if member.guide else "指南还没有写，先看概览"
    return Tile(plan.short, note, ICONS[plan.icon], guide or view.home("plan", plan.id))


def topic_tile(view: View, topic: Topic) -> Tile:
    """Return the way to a topic."""
    first, stop, _ = topic.summary.partition("。")
    return Tile(topic.title, first + stop, ICONS[topic.icon], view.home("topic", topic.id))
