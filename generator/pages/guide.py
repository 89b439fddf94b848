"""Public guide (公众指南): what to do now, by situation; whom to call; before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.naming import name_of
from generator.handbook.visit import Scope
from generator.model.guide import Call, Message, Topic
from generator.model.icon import ICONS
from generator.model.reference import Citation, Ref
from generator.model.scale import Audience
from generator.pages.page import Link, Page, Section
from generator.pages.site import Site
from generator.render import View

ORDER = 10
AUDIENCE = Audience.PUBLIC
# "During" comes first: who reads this in need has no time for preparation.
_STAGES = (
    ("事中", "during", "现在怎么做"),
    ("事前", "before", "事前准备"),
    ("事后", "after", "事后"),
)

Part = Callable[..., Markup]


@dataclass(frozen=True)
class Tile:
    """A way to a page: a picture, a title and a line below it."""

    title: str
    note: str
    icon: str
    url: str


@dataclass(frozen=True)
class Advice:
    """Messages and calls as a page shows them; `lent` leads from borrowed ones to their home."""

    calls: tuple[Call, ...]
    messages: tuple[Message, ...]
    lent: Mapping[str, Link]


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
        view = site.view(path, Scope(id))
        part = site.parts("guide.html", view)
        advice = Advice(plan.guide.calls, tuple(plan.messages.values()), {})
        sections = [Section("summary", "", part("summary", plan.guide.summary), "guide")]
        sections += staged(part, view, advice)
        sections += _index(part, view, advice.messages)
        around = [topic_tile(view, topic) for topic in _topics_of(site.book, id)]
        around += [plan_tile(view, member) for member in named(site.book, plan.plan.neighbours)]
        if around:
            sections.append(
                Section("around", "相关的指南", part("tiles", around), "around", repeats=True)
            )
        sections += sources(part, view, advice.messages)
        nav, tabs = site.main_nav(path), site.tabs(plan, path)
        yield Page(path, plan.guide.title, tuple(sections), nav, tabs, alone=True)


def staged(part: Part, view: View, advice: Advice) -> Iterator[Section]:
    """Yield the stages, each with a section for every situation, and whom to call after 事中."""
    said = {message.stage for message in advice.messages}
    later = [("calls", "电话里怎么说")] if advice.calls else []
    later += [(anchor, title) for stage, anchor, title in _STAGES[1:] if stage in said]
    for stage, anchor, title in _STAGES:
        grouped = _by_situation(m for m in advice.messages if m.stage == stage)
        loose = grouped.pop("", ())
        kinds = [(f"s-{messages[0].id}", name, messages) for name, messages in grouped.items()]
        now = advice.calls if anchor == "during" else ()
        if loose or kinds:
            ways = later if anchor == "during" else ()
            html = part("stage", loose, _lenders(loose, advice.lent), kinds, now, ways)
            yield Section(anchor, title, html, "guide")
        back = anchor if len(kinds) > 1 else ""
        for id, name, messages in kinds:
            html = part("situation", messages, _lenders(messages, advice.lent), back)
            yield Section(id, name, html, "guide", level=3)
        if now:
            html = part("calling", now, view.book.registers.hotlines)
            yield Section("calls", "打给谁，说什么", html, "hotline")


def _by_situation(messages: Iterable[Message]) -> dict[str, tuple[Message, ...]]:
    """Return the messages by situation, in the order in which situations first appear."""
    grouped: dict[str, tuple[Message, ...]] = {}
    for message in messages:
        name = message.situation or ""
        grouped[name] = (*grouped.get(name, ()), message)
    return grouped


def _lenders(messages: Iterable[Message], lent: Mapping[str, Link]) -> dict[str, list[Link]]:
    """Return by the title of the page that lends them the ways to borrowed messages."""
    lenders: dict[str, list[Link]] = {}
    for message in messages:
        if home := lent.get(message.id):
            lenders.setdefault(home.title, []).append(Link(message.say, home.url))
    return lenders


def _index(part: Part, view: View, messages: tuple[Message, ...]) -> Iterator[Section]:
    """Yield for each group of people and each place the messages said to it."""

    def places(message: Message) -> tuple[str, ...]:
        areas = (name_of(view.book, area, view.scope) for area in message.areas)
        return (*message.places, *areas)

    for id, title, words in (
        ("people", "按人找", lambda message: message.people),
        ("places", "按地方找", places),
    ):
        found: dict[str, list[Message]] = {}
        for message in messages:
            for word in words(message):
                found.setdefault(word, []).append(message)
        if found:
            often = dict(sorted(found.items(), key=lambda entry: -len(entry[1])))
            yield Section(id, title, part("index", often), "index", repeats=True)


def sources(part: Part, view: View, messages: tuple[Message, ...]) -> Iterator[Section]:
    """Yield the list of what the messages rest on; paper cannot open their details."""
    places: dict[str, dict[str, None]] = {}
    citations: dict[str, Citation] = {}
    for citation in (citation for message in messages for citation in message.source):
        id = citation.source.id
        citations.setdefault(id, Citation(citation.source, ""))
        places.setdefault(id, {})[citation.locator] = None
    if citations:
        listed = [
            (cite, [place for place in places[id] if place]) for id, cite in citations.items()
        ]
        reviewed = sorted({str(message.reviewed_on) for message in messages})
        yield Section("sources", "依据", part("sources", listed, reviewed), "source", repeats=True)


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
    return Tile(topic.title, topic.summary, ICONS[topic.icon], view.home("topic", topic.id))
