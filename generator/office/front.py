"""What several layouts hold: advice by case, ticks, limits, empty rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.papers import blocks
from generator.papers.blocks import Block
from generator.papers.words import Spans


def advice(rows: Iterable[Mapping[str, Any]]) -> Block:
    """Return what to do in each case, a line a step."""
    return blocks.pairs((row["label"], blocks.under(row["lines"])) for row in rows)


def ticks(*words: str, across: int = 9) -> str:
    """Return words to tick, each with its box, so many on a line."""
    boxes = [f"□{word}" for word in words]
    rows = [boxes[start : start + across] for start in range(0, len(boxes), across)]
    return "\n".join(" ".join(row) for row in rows)


def marked(item: Mapping[str, Any]) -> Spans:
    """Return a rated item in the plan's words, with what must be known of it."""
    marks = ["〔关键〕"] * item["critical"] + ["〔预案里还没有〕"] * item["lacking"]
    return [*item["words"], *marks]


def limit(item: Mapping[str, Any]) -> Spans:
    """Return the limit of an item, its kind below."""
    kind = item["limit"]["kind"]
    return [*item["limit"]["words"], *([f"\n{kind}"] if kind else [])]


def empty(columns: Sequence[object], first: int, count: int) -> list[list[str | Spans]]:
    """Return rows that bear only their number."""
    return [[f"{number}", *[""] * (len(columns) - 1)] for number in range(first, first + count)]
