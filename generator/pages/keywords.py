"""Keywords (关键词): everything the site has a name for, by pinyin; finding without a script."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.lookup import table
from generator.handbook.naming import names_of
from generator.handbook.spelling import by_pinyin, initial
from generator.handbook.visit import Scope
from generator.model.record import Record
from generator.model.scale import Audience
from generator.pages.page import Link, Page, Section
from generator.pages.site import Site

ORDER = 72
AUDIENCE = Audience.PUBLIC
PATH = "keywords.html"
# What people look up by name, and what such a page is called here.
_KINDS = {
    "plan": "概览",
    "topic": "专题",
    "unit": "单位",
    "drill": "演练",
    "form": "表单",
    "hotline": "电话",
    "term": "用语",
    "area": "地方",
    "document": "说明",
}


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """No record is at home here."""
    yield ("index", "", "keywords"), PATH


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of keywords."""
    part = site.parts("keywords.html", site.view(PATH))
    letters: dict[str, dict[str, list[Link]]] = {}
    words = _words(site)
    for word in sorted(words, key=by_pinyin):
        letters.setdefault(initial(word), {})[word] = words[word]
    ordered = {letter or "数字和其他": letters[letter] for letter in sorted(letters, key=_last)}
    sections = [Section("letters", "", part("letters", ordered), "keywords", repeats=True)]
    for number, (letter, found) in enumerate(ordered.items(), 1):
        html = part("words", found)
        sections.append(Section(f"k-{number}", letter, html, "keywords", repeats=True))
    yield Page(PATH, "关键词", tuple(sections), site.main_nav(PATH))


def _last(letter: str) -> tuple[bool, str]:
    """Digits and other signs come last."""
    return not letter, letter


def _words(site: Site) -> dict[str, list[Link]]:
    """Return the ways by word; a word may lead to several pages, each once."""
    found: dict[str, dict[str, str]] = {}
    view = site.view(PATH)
    for (kind, plan, id), address in site.homes.items():
        if kind in _KINDS and (record := _record(site.book, kind, plan, id)):
            for word in names_of(record):
                found.setdefault(word, {}).setdefault(view.url(address), _KINDS[kind])
    for id, member in site.book.plans.items():
        if member.guide:
            url = view.url(site.homes["guide", id, id])
            for word in (member.guide.title, *member.guide.aliases, *member.plan.aliases):
                found.setdefault(word, {}).setdefault(url, "指南")
    return {word: [Link(kind, url) for url, kind in ways.items()] for word, ways in found.items()}


def _record(book: Handbook, kind: str, plan: str, id: str) -> Record | None:
    if kind in ("term", "document"):
        return {"term": book.registers.terms, "document": book.documents}[kind].get(id)
    return table(book, kind, Scope(plan)).get(id)
