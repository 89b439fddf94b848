"""保障方案 for Word, in the order of the PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.office import front
from generator.office.document import Parts, Section, note, small
from generator.papers import blocks
from generator.papers.blocks import Block

# The shares of columns in a line.
_WIDTHS = {
    "officer": (34, 22, 22, 22),
    "risks": (6, 24, 31, 11, 17, 11),
    "told": (28, 18, 16, 20, 18),
    "supplies": (18, 42, 10, 15, 15),
    "funds": (26, 40, 16, 18),
}


def word(parts: Parts) -> Iterator[Section]:
    """Yield the plan of safeguards."""
    (content,) = parts
    yield Section(tuple(_blocks(content)))


def _blocks(c: Mapping[str, Any]) -> Iterator[Block]:
    yield from c["particulars"]
    yield blocks.stop(c["stop"])
    yield blocks.heading(c["headings"]["officer"])
    yield blocks.steps(c["officer"])
    rows = [[place, "", "", ""] for place in c["places"]]
    rows += [[c["chief"], "", "", ""]] if c["chief"] else []
    yield blocks.table(_columns(c, "officer"), rows)
    if c["officer_note"]:
        yield note(c["officer_note"])
    yield blocks.heading(c["headings"]["risks"])
    yield from _risks(c)
    if c["notes"]:
        yield blocks.heading(c["headings"]["notes"])
        yield blocks.steps(c["notes"])
    yield blocks.heading(c["headings"]["stops"])
    yield front.advice(c["stops"])
    yield blocks.heading(c["headings"]["rules"])
    yield from c["rules"]
    if c["cold"]:
        yield blocks.heading(c["headings"]["cold"])
        yield front.advice(c["cold"])
        yield blocks.text(blocks.strong(c["headings"]["limits"]))
        yield blocks.points(c["limits"])
        yield note(c["limits_note"])
    yield from _needs(c)
    yield blocks.signature(*c["signed"])


def _risks(c: Mapping[str, Any]) -> Iterator[Block]:
    degrees = front.ticks(*c["likely"], *c["grave"], across=3)
    rows = [
        (
            f"{risk['number']}",
            [*blocks.strong(risk["what"]), f"\n{risk['where']}"],
            risk["guard"],
            risk["owner"],
            degrees,
            "",
        )
        for risk in c["risks"]
    ]
    last = [(f"{len(rows) + 1 + place}", "", "", "", degrees, "") for place in range(2)]
    yield small(blocks.table(_columns(c, "risks"), [*rows, *last]))
    yield note(c["risk_note"])


def _needs(c: Mapping[str, Any]) -> Iterator[Block]:
    yield blocks.heading(c["headings"]["told"])
    if c["blind_note"]:
        yield blocks.text(c["blind_note"])
    for call in c["calls"]:
        yield blocks.text(blocks.strong(f"{call['label']}："), call["words"])
    yield blocks.table(_columns(c, "told"), [(told, "", "", "", "") for told in c["told"]], spare=2)
    yield blocks.heading(c["headings"]["supplies"])
    rows = [(one["what"], one["need"], "", "", "") for one in c["supplies"]]
    yield blocks.table(_columns(c, "supplies"), rows, strong=1, spare=2)
    yield blocks.heading(c["headings"]["funds"])
    funds = [(fund, "", "", "") for fund in (*c["funds"], c["total"])]
    yield blocks.table(_columns(c, "funds"), funds, strong=1)


def _columns(c: Mapping[str, Any], name: str) -> list[tuple[str, float]]:
    return list(zip(c["columns"][name], _WIDTHS[name], strict=True))
