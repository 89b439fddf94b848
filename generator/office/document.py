"""What an office file is made from: sections of blocks for Word, tables of text for Excel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.papers import blocks
from generator.papers.blocks import Block
from generator.papers.words import Spans

Row = Mapping[str, object]
note = blocks.note
# The contents of a paper's parts; most papers have one.
Parts = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Section:
    """Blocks on sheets of one kind; a `wide` one lies on its side.

    What is handed out by itself has a `head` of its own: it begins on a new sheet, its pages are
    counted from one, and each of them says what it is.
    """

    blocks: tuple[Block, ...]
    wide: bool = False
    head: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Sheet:
    """One table of a workbook: columns with widths in characters, rows of text.

    Above the table stand rows to fill in: a label, its value, and what is said of it. `choices`
    are the words offered in the cells of a column.
    """

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, ...], ...]
    top: tuple[tuple[str, str, str], ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def grid(
    columns: Iterable[Mapping[str, Any]],
    rows: Iterable[Row],
    strong: int = 0,
    over: Spans | None = None,
) -> Block:
    """Return a table whose rows may be bands and notes under a row, besides cells.

    `over` stands above the heads on each sheet; a column may have small words `below` its name.
    """
    table = {"is": "table", "columns": list(columns), "rows": list(rows), "strong": strong}
    return table | {"over": over} if over else table


def band(words: Spans) -> Row:
    """Return a row that is one shaded cell across the table."""
    return {"band": words}


def under(*parts: tuple[int, Spans]) -> Row:
    """Return a shaded row that belongs to the one above; each part spans some columns."""
    return {"under": [{"across": across, "words": words} for across, words in parts]}


def small(table: Block) -> Block:
    """Return a table in the small type of sheets on their side."""
    return {**table, "small": True}


def plain_heading(text: str, level: int = 2) -> Block:
    """Return a heading that bears its own number, or none."""
    return {"is": "heading", "text": text, "level": level, "plain": True}


def written(spans: Spans) -> str:
    """Return spans as the text of a cell; what is to be filled stays open to see."""
    found = []
    for span in spans:
        if isinstance(span, str):
            found.append(span)
        elif "gap" in span:
            found.append(f"＿＿（{span['gap']}）{span['unit']}")
        elif "blank" in span:
            found.append(f"【待地区确认：{span['blank']}，{span['who']}】")
        elif "rule" in span:
            found.append("＿＿＿＿")
        else:
            found.append("".join(span.values()))
    return "".join(found)
