"""总结报告 for Word: what was planned stands there, what happened is written in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.office import front
from generator.office.document import Parts, Row, Section, band, grid, note, plain_heading, small
from generator.papers import blocks
from generator.papers.blocks import Block
from generator.papers.words import Spans

# The shares of columns in a line; a report without times has none for them.
_WIDTHS = {
    "participants": (64, 18, 18),
    "objectives": (6, 46, 18, 30),
    "results": (6, 37, 16, 11, 11, 19),
    "carried": (40, 20, 20, 20),
    "problems": (6, 12, 44, 38),
    "ledger": (5, 20, 20, 12, 10, 13, 12, 10),
    "amendments": (5, 25, 32, 22, 16),
}
_UNTIMED = (6, 37, 16, 11, 19)
_YES_OR_NO = "□没有　□有："


def word(parts: Parts) -> Iterator[Section]:
    """Yield the report upright, its tables of what is to be mended on their side."""
    (content,) = parts
    yield Section(tuple(_report(content)))
    yield Section(tuple(_annexes(content)), wide=True)


def _report(c: Mapping[str, Any]) -> Iterator[Block]:
    yield blocks.heading(c["headings"]["held"])
    yield from c["particulars"]
    rows = [(label, "") for label in c["filled"]]
    yield blocks.pairs([*rows, *((label, _YES_OR_NO) for label in c["asked"])])
    there = [(one, "", "") for one in c["participants"]]
    yield blocks.table(_columns(c, "participants"), there)
    yield blocks.heading(c["headings"]["outline"])
    yield blocks.text(f"按《{c['plan']}》组织。开始的情景：", c["start"])
    yield blocks.text(c["different"])
    yield blocks.lines(2)
    yield blocks.heading(c["headings"]["objectives"])
    told = front.ticks(*c["ticks"]["reached"], across=1)
    aims = enumerate(c["objectives"], start=1)
    yield blocks.table(
        _columns(c, "objectives"), [(f"{number}", one, told, "") for number, one in aims]
    )
    if c["forms"]:
        yield from _results(c)
    if c["carried"]:
        yield blocks.heading(c["headings"]["carried"])
        told = front.ticks(*c["ticks"]["mended"])
        again = [(one["text"], one["owner"], told, "") for one in c["carried"]]
        yield blocks.table(_columns(c, "carried"), again)
    yield blocks.heading(c["headings"]["kept"])
    yield blocks.lines(3)
    yield blocks.heading(c["headings"]["problems"])
    yield note(c["problem_note"], keep=True)
    causes = front.ticks(*c["causes"], across=2)
    found = [(f"{n}", "", "", causes) for n in range(1, 7)]
    yield small(blocks.table(_columns(c, "problems"), found))
    yield blocks.heading(c["headings"]["advice"])
    yield blocks.lines(3)
    yield blocks.signature(*c["signed"])


def _results(c: Mapping[str, Any]) -> Iterator[Block]:
    yield blocks.heading(c["headings"]["results"])
    yield note(c["scale_source"], keep=True)
    named = [{"name": name, "width": width} for name, width in _columns(c, "results")]
    yield small(grid(named, list(_items(c))))
    yield blocks.text(f"总评：{front.ticks(*c['scale'][:4])}　理由：", blocks.rule(50))


def _items(c: Mapping[str, Any]) -> Iterator[Row]:
    for form in c["forms"]:
        yield band(form["who"] or [c["nobody"]])
        for item in form["items"]:
            due: list[Spans] = [[item["due"]]] if c["timed"] else []
            cells = [[f"{item['number']}"], front.marked(item), front.limit(item), *due]
            yield {"cells": [*cells, [], [front.ticks(*c["scale"], across=3)]]}


def _annexes(c: Mapping[str, Any]) -> Iterator[Block]:
    yield plain_heading(c["headings"]["ledger"], level=1)
    yield note(c["ledger_note"], keep=True)
    columns = _columns(c, "ledger")
    yield blocks.table(columns, front.empty(columns, 1, 8))
    yield plain_heading(c["headings"]["amendments"], level=1)
    told = front.ticks(*c["ticks"]["adopted"])
    gaps = enumerate(c["gaps"], start=1)
    rows = [(f"{n}", c["lacking"], g["words"], f"评估项 {g['number']}", told) for n, g in gaps]
    spare = [(f"{len(rows) + n}", "", "", "", told) for n in range(1, 5)]
    yield blocks.table(_columns(c, "amendments"), [*rows, *spare])


def _columns(c: Mapping[str, Any], name: str) -> list[tuple[str, float]]:
    widths = _UNTIMED if name == "results" and not c["timed"] else _WIDTHS[name]
    return list(zip(c["columns"][name], widths, strict=True))
