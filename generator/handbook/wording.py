"""Everything written for readers: the words of all records, and the prose of content/ by line."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.prose import prose_lines
from generator.handbook.walk import texts
from generator.model.document import Document
from generator.model.record import Part
from generator.source import Location


def wordings(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield every text with the part and the field it stands in.

    A line of a document comes as the document narrowed to that line, so that a fault is
    told at its line. Code spans are left out: manuals show there what must not be written.
    """
    for visit in book.visits:
        for field, text in texts(visit.part):
            yield visit.part, field, text
    for document in book.documents.values():
        for field, text in texts(document.head):
            yield document.head, field, text
        yield from _prose(document)


def _prose(document: Document) -> Iterator[tuple[Part, str, str]]:
    start = document.place_of("markdown")
    for number, line in prose_lines(document.markdown, start.line):
        narrowed = document.changed(markdown=line)
        narrowed.set_places({"": Location(start.path, number, 1)})
        yield narrowed, "markdown", line
