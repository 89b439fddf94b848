"""The search data of a handbook or a finished site, decoded as a browser reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator import pages, search
from generator.edition import project
from generator.handbook.book import Handbook
from generator.model.scale import Audience

BEFORE, AFTER = b"var handbookData=", b";\n"


@dataclass(frozen=True)
class Found:
    """A section or record that can be found."""

    path: str
    anchor: str
    title: str
    text: str
    aliases: tuple[str, ...]


def files_of(book: Handbook, edition: Audience) -> dict[str, bytes]:
    """Return the search files of an edition of a handbook."""
    projected = project(book, edition)
    made = tuple(pages.pages(projected, edition))
    return search.files(projected, edition, made, pages.homes(projected, edition))


def decoded(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return what the engine reads from an edition's files."""
    script = files[search.DATA]
    assert script.startswith(BEFORE) and script.endswith(AFTER)
    data: dict[str, Any] = json.loads(script[len(BEFORE) : -len(AFTER)])
    return data


def found(data: Mapping[str, Any]) -> Iterator[Found]:
    """Yield the sections and records of all pages."""
    for path, _type, _plan, _title, _aliases, items in data["pages"]:
        for anchor, _kind, title, text, *aliases in items:
            yield Found(path, anchor, title, text, tuple(aliases[0]) if aliases else ())
