"""Topic (专题): one situation or place across several plans, own and borrowed messages together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from generator.handbook.book import Handbook
from generator.handbook.lookup import find
from generator.handbook.visit import Scope
from generator.model.guide import Message, QuizQuestion, Topic
from generator.model.icon import ICONS
from generator.model.record import Record
from generator.model.scale import Audience
from generator.model.work import Action
from generator.pages.advice import Advice, advised, lent_id
from generator.pages.guide import homes_in, named
from generator.pages.notes import noted, sources
from generator.pages.page import Link, Page, Section
from generator.pages.site import Site

ORDER = 15
AUDIENCE = Audience.PUBLIC


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Topics are at home on their page, and so are their own messages, borrowed ones not."""
    for id, topic in book.topics.items():
        path = f"topics/{id}.html"
        yield ("topic", "", id), path
        yield from homes_in(topic, id, path)


def pages(site: Site) -> Iterator[Page]:
    """Yield one page a topic."""
    for id, topic in site.book.topics.items():
        path = f"topics/{id}.html"
        advice = _advice(site, topic, path)
        view = noted(site.view(path, Scope(id)), advice)
        said, part = site.parts("guide.html", view), site.parts("topic.html", view)
        sections = [Section("summary", "", said("summary", topic.summary), "topic", id)]
        sections += advised(said, view, advice)
        if members := named(site.book, topic.plans):
            ways = [(m.plan.short, ICONS[m.plan.icon], site.tabs(m, path)) for m in members]
            sections.append(
                Section("plans", "归哪些预案管", part("plans", ways), "plan", repeats=True)
            )
        if topic.actions:
            html = part("actions", _deeds(site, topic, path))
            sections.append(Section("actions", "各单位的相关行动", html, "action", repeats=True))
        sections += sources(said, view, advice)
        yield Page(path, topic.title, tuple(sections), site.main_nav(path))


def _advice(site: Site, topic: Topic, path: str) -> Advice:
    """Return what the topic borrows, under ids no own one can have, and then what it adds."""
    shown: list[Record] = []
    view, lent = site.view(path), {}
    for ref in topic.borrowed:
        record = find(site.book, ref, Scope(topic.id))
        if record is None or ref.scope in ("", topic.id):
            continue
        id = lent_id(ref.scope, ref.id)
        if isinstance(record, QuizQuestion):
            record = _seen_from_here(record, ref.scope)
        elif isinstance(record, Message):
            home = view.home("message", ref.id, ref.scope)
            lent[id] = Link(_title_of(site, ref.scope), home)
        shown.append(record.changed(id=id))
    return Advice.of(topic.calls, (*shown, *topic.records), lent)


def _seen_from_here(question: QuizQuestion, lender: str) -> QuizQuestion:
    """Return a borrowed question with its references written out: their short ids meant there."""
    about = tuple(replace(ref, scope=ref.scope or lender) for ref in question.about)
    return question.changed(about=about)


def _title_of(site: Site, lender: str) -> str:
    plan = site.book.plans.get(lender)
    if plan and plan.guide:
        return plan.guide.title
    return site.book.topics[lender].title


def _deeds(site: Site, topic: Topic, path: str) -> dict[str, list[tuple[Markup, Markup]]]:
    """Return by plan the related actions, each with who acts."""
    deeds: dict[str, list[tuple[Markup, Markup]]] = {}
    for ref in topic.actions:
        action = find(site.book, ref, Scope(topic.id))
        if isinstance(action, Action):
            view = site.view(path, Scope(ref.scope))
            ours = deeds.setdefault(site.book.plans[ref.scope].plan.short, [])
            ours.append((view.name(ref), view.name(action.who)))
    return deeds
