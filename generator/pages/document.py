"""Handwritten pages: each document a page, with a section a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from generator.handbook.book import Handbook
from generator.handbook.prose import BLANK, unfenced
from generator.model.document import Document
from generator.model.scale import Audience
from generator.model.words import parse_blank
from generator.pages.page import Page, Section
from generator.pages.site import Site
from generator.render import View

ORDER = 95
AUDIENCE = Audience.PUBLIC
_HEADING = re.compile(r"(#{2,6}) (.*?)\s*\{#([a-z][a-z0-9-]*)\}\s*")


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Yield the page of each document."""
    for id in book.documents:
        yield ("document", "", id), f"{id}.html"


def pages(site: Site) -> Iterator[Page]:
    """Yield the handwritten pages of this edition."""
    for document in site.book.documents.values():
        path = f"{document.id}.html"
        markdown = Markdown(
            extensions=["attr_list", "fenced_code", "tables", _Ours(site.view(path))]
        )
        sections = tuple(
            Section(id, title, markdown.reset().convert(text), "document", level=level)
            for id, title, level, text in _split(document)
        )
        yield Page(path, document.head.title, sections, site.main_nav(path))


def _split(document: Document) -> Iterator[tuple[str, str, int, str]]:
    """Yield id, title, level and Markdown of each section; what stands before the first, too."""
    id, title, level = "start", "", 2
    lines: list[str] = []
    for line, prose in unfenced(document.markdown):
        heading = _HEADING.fullmatch(line) if prose else None
        if heading:
            if title or "".join(lines).strip():
                yield id, title, level, "\n".join(lines)
            title, id, level, lines = heading[2], heading[3], len(heading[1]), []
        else:
            lines.append(line)
    yield id, title, level, "\n".join(lines)


class _Ours(Extension):
    """Blanks as ruled lines, links to pages of the site, cells that know their column."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(_Blanks(self._view, md), "blank", 185)
        md.treeprocessors.register(_Finish(md), "finish", 5)


class _Blanks(InlineProcessor):
    """Code stands before them: what is shown there as an example stays as it is."""

    def __init__(self, view: View, md: Markdown) -> None:
        super().__init__(BLANK.pattern, md)
        self._view = view

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        shown = str(self._view.fill(parse_blank(m[0])))
        return self.md.htmlStash.store(shown), m.start(0), m.end(0)


class _Finish(Treeprocessor):
    """Links lead to finished pages, and cells bear the head of their column."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            target = re.sub(r"\.md(?=#|$)", ".html", link.get("href", ""))
            link.set("href", target)
        for table in root.iter("table"):
            heads = ["".join(head.itertext()) for head in table.iter("th")]
            for row in table.iterfind("tbody/tr"):
                for cell, head in zip(row, heads, strict=False):
                    cell.set("data-label", head)
