"""年度演练计划: for Word on sheets on their side, for Excel one table to sort by month and unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.office.document import Parts, Section, Sheet, written

_PLAN = ("预案", 18)
_WIDTHS = (15, 28, 18, 20, 16, 13, 8, 13)


def word(parts: Parts) -> Iterator[Section]:
    """Yield the plan."""
    (content,) = parts
    yield Section(tuple(content["blocks"]), wide=True)


def excel(parts: Parts) -> Iterator[Sheet]:
    """Yield all rows in one table, each with its plan."""
    (content,) = parts
    tables = [block for block in content["blocks"] if block["is"] == "table"]
    names = [column["name"] for column in tables[0]["columns"]]
    columns = (_PLAN, *zip(names, _WIDTHS, strict=True))
    yield Sheet("年度演练计划", columns, tuple(_rows(content["blocks"])))


def _rows(blocks: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    plan = ""
    for block in blocks:
        if block["is"] == "heading":
            plan = block["text"]
        elif block["is"] == "table":
            for row in block["rows"]:
                yield (plan, *(written(cell) for cell in row["cells"]))
