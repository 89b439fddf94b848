"""Blocks as a Word file: real styles and levels, repeated heads, rows that stay whole."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from docx.document import Document as Word

from generator.office import shell, tables
from generator.office.document import Section
from generator.office.elements import Element, element, parsed
from generator.office.packing import packed
from generator.office.runs import runs
from generator.papers.blocks import Block
from generator.papers.words import Spans

_BODY = 16.0


def docx(head: Mapping[str, str], note: str, sections: Iterable[Section]) -> bytes:
    """Return sections as a Word file, the same bytes for the same words."""
    word = shell.empty()
    for number, section in enumerate(sections):
        alone = section.head is not None
        shell.opened(word, section.head or head, section.wide, first=number == 0, alone=alone)
        told = _masthead(head, note) if number == 0 else ()
        blocks = (one for block in section.blocks for one in _block(word, block, section.wide))
        # The last of the body are its properties, where the section's own stand.
        word.element.body[-1:-1] = parsed(chain(told, blocks))
    made = io.BytesIO()
    word.save(made)
    return packed(made.getvalue(), f"{head['about']}·{head['title']}")


def _masthead(head: Mapping[str, str], note: str) -> Iterator[Element]:
    yield paragraph("Title", [head["title"]])
    yield paragraph("Subtitle", [head["about"]])
    if "issue" in head:
        yield paragraph("Note", _receipt(head["issue"]), size=12)
    if note:
        yield paragraph("Note", [note], size=12)


def _receipt(issue: str) -> Spans:
    """Return which copy this is and who has it, as the PDF has it under its title."""
    room: Spans = [{"rule": "9"}]
    copy: Spans = [issue] if issue else ["第", *room, "份，共", *room, "份"]
    return ["份号：", *copy, "　领用人签收：", {"rule": "30"}, "　交回：", {"rule": "20"}]


def paragraph(style: str, words: Spans, *look: Element, size: float = _BODY) -> Element:
    """Return a paragraph; what `look` adds stands after the style, in the order of the schema."""
    return element("p", element("pPr", element("pStyle", val=style), *look), *runs(words, size))


def _block(word: Word, block: Block, wide: bool) -> Iterator[Element]:
    given: Mapping[str, Any] = block
    match given["is"]:
        case "heading":
            yield paragraph(f"Heading{given['level']}", [given["text"]], *_unnumbered(given))
        case "text":
            yield paragraph("Normal" if given["flush"] else "BodyText", given["words"])
        case "note":
            yield paragraph("Note", given["words"], *_kept(given["keep"]), size=12)
        case "steps":
            number = _new_list(word)
            for item in given["items"]:
                yield paragraph("ListNumber", item, _listed(number))
        case "points":
            for item in given["items"]:
                yield paragraph("ListBullet", item, _listed(2))
        case "stop":
            told: list[Spans] = [["叫停口令"], *given["lines"]]
            for place, line in enumerate(told, start=1):
                look = _kept(True) if place < len(told) else [element("spacing", after=160)]
                yield paragraph("StopWords", line, *look, size=12)
        case "lines":
            for _ in range(given["count"]):
                yield paragraph("Normal", [], element("keepNext"), _ruled())
        case "signature":
            for place, label in enumerate(given["labels"], start=1):
                words: Spans = [f"{label}：", {"rule": "50"}]
                kept = _kept(place < len(given["labels"]))
                yield paragraph("Normal", words, *kept, element("jc", val="right"))
        case "pairs":
            yield tables.pairs(given["rows"], given["share"], shell.width(wide), wide)
            yield _after_table()
        case "table":
            yield tables.grid(given, shell.width(wide), wide or "small" in given)
            yield _after_table()
        case unknown:
            raise ValueError(f"no block is called {unknown}")


def _unnumbered(heading: Mapping[str, Any]) -> list[Element]:
    """Return what takes the number off a heading that bears its own."""
    if not heading.get("plain"):
        return []
    number = element("numPr", element("ilvl", val=0), element("numId", val=0))
    return [number, element("ind", firstLineChars=0, firstLine=0)]


def _kept(keep: bool) -> list[Element]:
    return [element("keepNext")] if keep else []


def _listed(number: int) -> Element:
    return element("numPr", element("ilvl", val=0), element("numId", val=number))


def _new_list(word: Word) -> int:
    """Return a number for a list that counts from one again."""
    numbering = word.part.numbering_part.element
    number = 1 + len(numbering.num_lst)
    start = element("lvlOverride", element("startOverride", val=1), ilvl=0)
    numbering.extend(parsed([element("num", element("abstractNumId", val=1), start, numId=number)]))
    return number


def _ruled() -> Element:
    """Return the line under an empty paragraph; alike neighbours would share one without between."""
    sides = ("bottom", "between")
    return element(
        "pBdr", *(element(s, val="single", sz=4, space=1, color="000000") for s in sides)
    )


def _after_table() -> Element:
    """Return the small distance below a table; without it two tables would be one."""
    spacing = element("spacing", line=160, lineRule="exact")
    return element("p", element("pPr", element("pStyle", val="Normal"), spacing))
