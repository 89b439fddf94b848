"""What can be found: pages, and on them the sections and records that are at home there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.handbook.book import Handbook
from generator.handbook.lookup import table
from generator.handbook.naming import title_of
from generator.handbook.visit import Scope
from generator.model.guide import Rumour
from generator.model.record import Record
from generator.model.registers import Term
from generator.model.units import Unit
from generator.pages.page import Page, Section
from generator.pages.site import Homes
from generator.search.fragments import fragments

# Who looks for a bureau seldom says whose it is.
_OF = re.compile(r"^(?:阿勒泰地区|地区|县（市）|自治区)")


@dataclass(frozen=True)
class Item:
    """A section of a page, or one record on it: found by its own words."""

    anchor: str
    kind: str
    title: str
    text: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A page: found by its title and aliases, by those of its plan, and by its items."""

    path: str
    type: str
    plan: str
    title: str
    aliases: tuple[str, ...]
    items: tuple[Item, ...]


def entries(book: Handbook, made: Iterable[Page], homes: Homes) -> Iterator[Entry]:
    """Yield what can be found on the pages of an edition; nothing that stands on none of them."""
    at_home: dict[str, dict[str, tuple[str, str, str]]] = {}
    for key, address in homes.items():
        path, _, anchor = address.partition("#")
        at_home.setdefault(path, {})[anchor] = key
    for page in made:
        keys = at_home.get(page.path, {})
        items = tuple(item for section in page.sections for item in _items(book, section, keys))
        whole = [
            record for anchor, key in keys.items() if not anchor and (record := _record(book, key))
        ]
        plan = next((part for _, *key in keys.values() for part in key if part in book.plans), "")
        aliases = {name for record in whole for name in called(record)}
        if page.type == "guide" and (guide := book.plans[plan].guide):
            aliases |= set(guide.aliases)
        yield Entry(
            page.path, page.type, plan, page.title, tuple(sorted(aliases - {page.title})), items
        )


def _items(
    book: Handbook, section: Section, keys: Mapping[str, tuple[str, str, str]]
) -> Iterator[Item]:
    if section.repeats:
        return
    texts = fragments(section.html, keys.keys())
    own = texts.pop("")
    if own or section.title:
        record = _record(book, keys[section.id]) if section.id in keys else None
        aliases = record.aliases if record else ()
        # Without a heading a section begins its page, and has no place of its own.
        anchor = section.id if section.title else ""
        yield Item(anchor, section.kind, section.title, own, aliases)
    for anchor, text in texts.items():
        if text and (record := _record(book, keys[anchor])):
            title = title_of(record)
            words = _without(text, title)
            if isinstance(record, Rumour):
                title = f"别信：{title}"
            yield Item(anchor, record.kind, title, words, called(record))


def _without(text: str, title: str) -> str:
    """The words around a record's title: it need not be said twice."""
    before, found, after = text.partition(title)
    if not found:
        return text
    return f"{before.strip().rstrip('“')} {after.strip().lstrip('”')}".strip()


def called(record: Record) -> tuple[str, ...]:
    """Return everything people call a record besides its title."""
    if isinstance(record, Unit):
        short = _OF.sub("", record.name)
        bare = (short,) if short and short != record.name else ()
        return (*bare, *record.aliases, *(name.name for name in record.was))
    local = (record.term,) if isinstance(record, Term) else ()
    return (*local, *record.aliases)


def _record(book: Handbook, key: tuple[str, str, str]) -> Record | None:
    kind, place, id = key
    plan, _, drill = place.partition("/")
    if kind == "document":
        return book.documents.get(id)
    if kind == "term":
        return book.registers.terms.get(id)
    return table(book, kind, Scope(plan, drill)).get(id)
