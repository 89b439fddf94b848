"""评估方案和评估表: for Word the plan upright and a form a doer on its side; for Excel one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.handbook.evaluation import NOBODY
from generator.model.results import RATINGS
from generator.office import front
from generator.office.document import (
    Parts,
    Section,
    Sheet,
    grid,
    note,
    plain_heading,
    under,
    written,
)
from generator.papers import blocks
from generator.papers.blocks import Block
from generator.papers.words import Spans
from generator.recording import columns

_DUE = "最迟"
_COLUMNS = (
    ("序号", 10),
    ("应看到什么（预案原话）", 60),
    ("时限·性质", 32),
    (_DUE, 18),
    ("实际时刻", 22),
    ("评级", 30),
    ("看到什么、凭什么说（证据）", 58),
)
_CELLS = (
    ("序号", 6),
    ("谁来做", 12),
    (columns.WORDS, 28),
    ("由什么引出", 20),
    ("关键", 6),
    ("时限", 9),
    ("时限性质", 10),
    (_DUE, 9),
    (columns.ACTUAL, 9),
    (columns.RATING, 7),
    ("应有记录", 12),
    (columns.SEEN, 24),
    (columns.KEY, 15),
)


def word(parts: Parts) -> Iterator[Section]:
    """Yield the plan of evaluation and its forms."""
    (content,) = parts
    yield Section(tuple(content["front"]))
    yield Section(tuple(_forms(content)), wide=True)


def excel(parts: Parts) -> Iterator[Sheet]:
    """Yield all items in one table: a clerk filters by doer, and counts by rating.

    Filled in, it comes back: `handbook record --from` knows it by the rows above its head.
    """
    (content,) = parts
    # A tabletop drill has no times; what leads to an item there is a whole question.
    left_out = () if content["timed"] else (_DUE,)
    kept = [place for place, (name, _) in enumerate(_CELLS) if name not in left_out]
    lines = (tuple(_line(form, item)) for form in content["forms"] for item in form["items"])
    rows = (tuple(line[place] for place in kept) for line in lines)
    top = (
        *((label, "", hint) for label, hint in columns.HEAD),
        (columns.FORM, content["form"], ""),
    )
    yield Sheet(
        "评估表", tuple(_CELLS[n] for n in kept), tuple(rows), top, {columns.RATING: RATINGS}
    )


def _forms(content: Mapping[str, Any]) -> Iterator[Block]:
    yield blocks.heading("评估表")
    shown = [
        {"name": name, "width": width}
        for name, width in _COLUMNS
        if content["timed"] or name != _DUE
    ]
    for number, form in enumerate(content["forms"], start=1):
        yield plain_heading(f"表{number}　{_who(form)}")
        yield note("评估员：", blocks.rule(60), "　地点：", blocks.rule(60), keep=True)
        rows = [{"cells": list(_cells(content, item))} for item in form["items"]]
        last = under((2, ["优点：\n"]), (len(shown) - 4, ["不足：\n"]), (2, ["问题：\n"]))
        yield grid(shown, [*rows, last])


def _cells(content: Mapping[str, Any], item: Mapping[str, Any]) -> Iterator[Spans]:
    yield [f"{item['number']}"]
    yield [*front.marked(item), "\n", {"small": f"由{written(item['trigger'])}引出"}]
    yield front.limit(item)
    if content["timed"]:
        yield [item["due"]]
    yield []
    yield [front.ticks(*RATINGS, across=3)]
    yield [{"small": f"应有记录：{written(item['proof'])}"}] if item["proof"] else []


def _line(form: Mapping[str, Any], item: Mapping[str, Any]) -> Iterator[str]:
    yield f"{item['number']}"
    yield _who(form)
    yield written(item["words"]) + (columns.LACKING if item["lacking"] else "")
    yield written(item["trigger"])
    yield "关键" if item["critical"] else ""
    yield written(item["limit"]["words"])
    yield item["limit"]["kind"]
    yield item["due"]
    yield from ("", "")
    yield written(item["proof"])
    yield ""
    yield item["key"]


def _who(form: Mapping[str, Any]) -> str:
    return written(form["who"]) or NOBODY
