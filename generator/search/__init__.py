"""Search data: what can be found on an edition's pages, as one script the engine reads.

Everything comes from the projected handbook and the sections of its pages, so nothing
stricter than the edition can stand in it. The engine itself is site_overrides/assets/search/.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from generator.handbook.book import Handbook
from generator.handbook.spelling import readings, sounds, traditional
from generator.model.scale import Audience
from generator.pages.page import Page
from generator.pages.site import Homes
from generator.search.cards import cards
from generator.search.entries import Entry, entries
from generator.search.vocabulary import groups

DATA = "search/data.js"


def files(
    book: Handbook, edition: Audience, made: Iterable[Page], homes: Homes
) -> dict[str, bytes]:
    """Return the search data of an edition, and the empty index the theme asks for."""
    told = json.dumps(data(book, edition, made, homes), ensure_ascii=False, separators=(",", ":"))
    # These two end a line in old scripts, though not in JSON.
    told = told.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return {DATA: f"var handbookData={told};\n".encode()} | empty()


def empty() -> dict[str, bytes]:
    """Return the index the theme loads before it asks anything: ours comes when it is needed."""
    index = json.dumps({"config": {"lang": ["zh"], "separator": "\\s+"}, "docs": []})
    return {
        "search/search_index.js": f"var __index={index};\n".encode(),
        "search/search_index.json": index.encode(),
    }


def data(
    book: Handbook, edition: Audience, made: Iterable[Page], homes: Homes
) -> dict[str, object]:
    """Return what the engine reads, in plain lists: site_overrides/assets/search/engine.js says how."""
    found = tuple(entries(book, made, homes))
    same = tuple(groups(book))
    kinds = tuple(dict.fromkeys(item.kind for entry in found for item in entry.items))
    words = dict.fromkeys((*_names(found), *(word for group in same for word in group)))
    texts = (*words, *(item.text for entry in found for item in entry.items))
    return {
        "plans": [
            [id, m.plan.short, list(dict.fromkeys((m.plan.title, m.plan.short, *m.plan.aliases)))]
            for id, m in book.plans.items()
        ],
        "kinds": kinds,
        "pages": [_page(entry, kinds) for entry in found],
        "groups": same,
        "absent": [word for one in book.registers.absent.values() for word in one.words],
        "cards": [
            [one.asks, one.plan, one.title, one.lines, one.source, one.address]
            for one in cards(book, edition, homes)
        ],
        "sounds": sounds(words),
        "readings": dict(readings(words)),
        "traditional": traditional(texts),
    }


def _page(entry: Entry, kinds: tuple[str, ...]) -> list[object]:
    items = [
        [
            item.anchor,
            kinds.index(item.kind),
            item.title,
            item.text,
            *([item.aliases] if item.aliases else []),
        ]
        for item in entry.items
    ]
    return [entry.path, entry.type, entry.plan, entry.title, entry.aliases, items]


def _names(found: Iterable[Entry]) -> Iterator[str]:
    for entry in found:
        yield entry.title
        yield from entry.aliases
        for item in entry.items:
            yield item.title
            yield from item.aliases
