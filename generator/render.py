"""The one place where data meets markup: Jinja with autoescape, and a view of one edition.

Text is text: nothing in a value can become HTML, Markdown or a template.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
)
from markupsafe import Markup, escape

from generator.handbook.book import Handbook
from generator.handbook.citing import called
from generator.handbook.lookup import find
from generator.handbook.naming import name_of, title_of
from generator.handbook.visit import Scope
from generator.model.record import Record
from generator.model.reference import Citation, Ref
from generator.model.scale import Audience
from generator.model.time import Day
from generator.model.words import GAP, Blank

ICONS = Path(__file__).parents[1] / "site_overrides" / "icons"
MARK = "参考样稿·非正式文件"
SITE = "阿勒泰地区应急手册"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>&~^$:=\"'])")


def environment(folder: str) -> Environment:
    """Return the Jinja environment for the templates that lie beside the modules of a package."""
    icons = FileSystemLoader(ICONS)
    return Environment(
        loader=ChoiceLoader([PackageLoader("generator", folder), PrefixLoader({"icons": icons})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def template_texts() -> tuple[str, ...]:
    """Return the sources of the page templates: what stands there is no record's secret."""
    loader = PackageLoader("generator", "pages")
    environment = Environment(loader=loader, autoescape=True)
    # Beside the templates lie their modules, and what Python compiles of them.
    names = [name for name in loader.list_templates() if name.endswith(".html")]
    return tuple(loader.get_source(environment, name)[0] for name in names)


def markdown_text(text: str) -> str:
    """Return text that Markdown shows literally, every active character as an entity."""
    plain = re.sub(r"\s+", " ", text).strip()
    return _MARKDOWN.sub(lambda found: f"&#{ord(found[1])};", plain)


def style_text(text: str) -> str:
    """Return text for a string in a style sheet: all but letters and digits as escapes."""
    return "".join(sign if sign.isalnum() else f"\\{ord(sign):x} " for sign in text)


def visible_text(html: str) -> str:
    """Return the words of a fragment of our own HTML, tags dropped, blanks folded."""
    return re.sub(r"\s+", " ", Markup(re.sub(r"<[^>]*>", " ", html)).unescape()).strip()


@dataclass(frozen=True)
class View:
    """What a template may ask for: one edition, seen from one page and one scope."""

    book: Handbook
    edition: Audience
    path: str
    scope: Scope
    homes: dict[tuple[str, str, str], str]
    # On pages that list their sources: under which number, and the one date of all reviews.
    notes: Mapping[Citation, int] = field(default_factory=dict)
    reviewed: str = ""

    def url(self, target: str) -> str:
        """Return the relative address of a page (with anchor) of the same site."""
        page, _, anchor = target.partition("#")
        if page == self.path and anchor:
            return f"#{anchor}"
        relative = posixpath.relpath(page, posixpath.dirname(self.path) or ".")
        return f"{relative}#{anchor}" if anchor else relative

    def home(self, kind: str, id: str, plan: str = "") -> str:
        """Return the address of a record's home page in this edition, or nothing."""
        target = self.homes.get((kind, plan, id), "")
        return self.url(target) if target else ""

    def name(self, ref: Ref | Blank | None) -> Markup:
        """Show a reference by its name, linked where its page exists here; a blank as a line."""
        if ref is None:
            return Markup("")
        if isinstance(ref, Blank):
            return self.fill(ref)
        shown = name_of(self.book, ref, self.scope)
        record = find(self.book, ref, self.scope)
        plan = ref.scope or self.scope.plan
        kind = getattr(record, "kind", "")
        address = self.home(kind, ref.id) or self.home(kind, ref.id, plan)
        return self._link(address, shown)

    def names(self, refs: tuple[Ref | Blank, ...]) -> Markup:
        """Show several references, separated in the Chinese way."""
        return Markup("、").join(self.name(ref) for ref in refs)

    def cite(self, citation: Citation) -> Markup:
        """Show a source and the place in it."""
        name, place = called(self.book.registers.sources.get(citation.source.id), citation)
        return self._link(self.home("source", citation.source.id), name) + escape(place)

    def cites(self, citations: tuple[Citation, ...]) -> Markup:
        """Show several citations."""
        return Markup("；").join(self.cite(citation) for citation in citations)

    def noted(self, citations: tuple[Citation, ...]) -> Markup:
        """Show citations by their numbers in the page's list, or in full where it has none."""
        numbers = [self.notes[citation] for citation in citations if citation in self.notes]
        if not numbers:
            return Markup("出处：{}").format(self.cites(citations))
        listed = "、".join(map(str, numbers))
        return Markup('<a href="#f{}">出处 {}</a>').format(numbers[0], listed)

    def fill(self, value: object) -> Markup:
        """Show a value; blanks and gaps to be filled on the spot become ruled lines.

        A day is not broken at the end of a line.
        """
        if value is None:
            return Markup("")
        if isinstance(value, Day):
            return Markup('<span class="day">{}</span>').format(value)
        if isinstance(value, Blank):
            return Markup(
                '<span class="blank"><span class="rule"></span>待地区确认：{}（{}）</span>'
            ).format(value.what, value.who)
        text = str(value)
        shown, last = Markup(""), 0
        for gap in GAP.finditer(text):
            shown += escape(text[last : gap.start()])
            shown += Markup('<span class="gap"><span class="rule"></span>（{}，{}）</span>').format(
                *gap.groups()
            )
            last = gap.end()
        return shown + escape(text[last:])

    def record_name(self, record: Record) -> str:
        """Return what a record is called in lists of open points."""
        return title_of(record)

    @staticmethod
    def _link(address: str, shown: str) -> Markup:
        if not address:
            return escape(shown)
        return Markup('<a href="{}">{}</a>').format(address, shown)
