"""Pages without their sections, as the engine makes them; kept while what they show is the same."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import itemgetter

from jinja2 import Environment

from generator import build, pages
from generator.engine import Workshop, filled, hole, own_files
from generator.handbook.book import Handbook
from generator.model.registers import EditionNote
from generator.model.scale import Audience
from generator.pages.page import Page
from generator.pages.site import Site


@dataclass(frozen=True)
class Draft:
    """A page before the engine: Markdown with a hole for each section, and the sections' HTML.

    `beside` are files that come with the page and need no engine.
    """

    source: str
    markdown: bytes
    pieces: tuple[str, ...] = ()
    beside: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The path of the finished page."""
        return self.source.removesuffix(".md") + ".html"


def drafts(
    book: Handbook,
    edition: Audience,
    note: EditionNote,
    templates: Environment,
    first: Collection[str],
) -> Iterator[Draft]:
    """Yield all pages of an edition's handbook; kinds that have one of the first paths first."""
    types = pages.modules(edition)
    homes = [dict(type.homes(book)) for type in types]
    site = Site(book, edition, {key: url for own in homes for key, url in own.items()}, templates)

    def waiting(addresses: Iterable[str]) -> bool:
        return not any(address.partition("#")[0] in first for address in addresses)

    kinds = []
    for type, own in zip(types, homes, strict=True):
        drafted = (_draft(page, edition, note) for page in type.pages(site))
        kinds.append((waiting(own.values()), drafted))
    for _, made in sorted(kinds, key=itemgetter(0)):
        yield from made


def _draft(page: Page, edition: Audience, note: EditionNote) -> Draft:
    holes = tuple(
        replace(section, html=hole(number)) for number, section in enumerate(page.sections)
    )
    markdown = replace(page, sections=holes).markdown().encode()
    pieces = tuple(section.html for section in page.sections)
    return Draft(page.source_path, markdown, pieces, build.one_files((page,), edition, note))


class Frames:
    """The frames made so far, and the files of the theme with what changes when they do."""

    def __init__(self, workshop: Workshop) -> None:
        self.assets: dict[str, bytes] = {}
        self.mark = ""
        self._theirs: dict[str, bytes] = {}
        self._workshop = workshop
        self._made: dict[str, tuple[bytes, bytes]] = {}
        self._theme: object = None

    def pages(self, chosen: Iterable[Draft], note: EditionNote, theme: object) -> dict[str, bytes]:
        """Return finished pages; the engine is asked only for frames that are new."""
        if theme != self._theme:
            self._theme, self._made = theme, {}
        wanted = tuple(chosen)
        missing = {
            draft.source: draft.markdown
            for draft in wanted
            if self._made.get(draft.source, (b"", b""))[0] != draft.markdown
        }
        if missing:
            files = self._workshop.build(note, missing)
            for source, markdown in missing.items():
                self._made[source] = (markdown, files.pop(source.removesuffix(".md") + ".html"))
            self._theirs = files
            self.dress()
        finished: dict[str, bytes] = {}
        for draft in wanted:
            finished[draft.path] = filled(self._made[draft.source][1], draft.pieces)
            finished |= draft.beside
        return finished

    def dress(self) -> None:
        """Take up our own files of the theme, which the engine would only copy."""
        assets = self._theirs | own_files(build.ROOT)
        if assets != self.assets:
            self.assets = assets
            self.mark = hashlib.sha256(b"".join(assets.values())).hexdigest()
