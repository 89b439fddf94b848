"""Running text as plain blocks: what an office writes as 一、二、三 with tables between.

One description, two renderers: `blocks.typ` sets it for the PDF, `generator/office` writes it as
Word. A block is a mapping with `is`; its words are spans; column widths are shares of the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.papers.words import Spans

Block = dict[str, object]
Column = tuple[str, float]


def heading(text: str, level: int = 1) -> Block:
    """Return a heading; renderers number them 一、（一）1."""
    return {"is": "heading", "text": text, "level": level}


def text(*words: str | Spans, flush: bool = False) -> Block:
    """Return a paragraph; a flush one begins at the edge, like 各参演单位："""
    return {"is": "text", "words": _one(words), "flush": flush}


def note(*words: str | Spans, keep: bool = False) -> Block:
    """Return a small paragraph; `keep` holds it on the sheet of what follows."""
    return {"is": "note", "words": _one(words), "keep": keep}


def steps(items: Iterable[str | Spans]) -> Block:
    """Return a numbered list."""
    return {"is": "steps", "items": [_one([item]) for item in items]}


def points(items: Iterable[str | Spans]) -> Block:
    """Return a list whose order means nothing."""
    return {"is": "points", "items": [_one([item]) for item in items]}


def pairs(rows: Iterable[tuple[str, str | Spans]], share: float = 24) -> Block:
    """Return a table of labels and values; `share` is the label's part of a hundred."""
    return {
        "is": "pairs",
        "share": share,
        "rows": [{"label": label, "value": _one([value])} for label, value in rows],
    }


def table(
    columns: Sequence[Column],
    rows: Iterable[Sequence[str | Spans]],
    strong: int = 0,
    spare: int = 0,
) -> Block:
    """Return a table with a head; its first `strong` columns are heavy, `spare` rows empty."""
    filled = [{"cells": [_one([cell]) for cell in row]} for row in rows]
    empty: list[dict[str, list[Spans]]] = [{"cells": [[] for _ in columns]} for _ in range(spare)]
    return {
        "is": "table",
        "columns": [{"name": name, "width": width} for name, width in columns],
        "rows": [*filled, *empty],
        "strong": strong,
    }


def stop(lines: Iterable[Spans]) -> Block:
    """Return the box with the words that stop a drill."""
    return {"is": "stop", "lines": list(lines)}


def lines(count: int) -> Block:
    """Return empty ruled lines to write on."""
    return {"is": "lines", "count": count}


def signature(*labels: str) -> Block:
    """Return lines to sign on, at the right."""
    return {"is": "signature", "labels": list(labels)}


def rule(millimetres: int) -> Spans:
    """Return a ruled line to write on, as a span."""
    return [{"rule": str(millimetres)}]


def strong(words: str) -> Spans:
    """Return words that lead a paragraph, as a span."""
    return [{"strong": words}]


def under(parts: Iterable[Spans]) -> Spans:
    """Return several values, one under another."""
    kept = [part for part in parts if part]
    return [span for n, part in enumerate(kept) for span in (["\n"] if n else []) + part]


def _one(words: Iterable[str | Spans]) -> Spans:
    found: Spans = []
    for part in words:
        found += [part] if isinstance(part, str) else part
    return [span for span in found if span]
