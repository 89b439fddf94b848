"""总结报告 for Word: what was planned stands there, what happened is written in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.office import front
from generator.office.document import Parts, Row, Section, band, grid, note, plain_heading, small
from generator.papers import blocks
from generator.papers.blocks import Block
from generator.papers.words import Spans

_YES_OR_NO = "□没有　□有："


def word(parts: Parts) -> Iterator[Section]:
    """Yield the report upright, its tables of what is to be mended on their side."""
    (content,) = parts
    yield Section(tuple(_report(content)))
    yield Section(tuple(_annexes(content)), wide=True)


def _report(c: Mapping[str, Any]) -> Iterator[Block]:
    yield blocks.heading("基本情况")
    yield from c["particulars"]
    labels = ("实际日期", "实际起止", "天气、气温、风", "实到人数")
    rows = [(label, "") for label in labels]
    yield blocks.pairs([*rows, ("中断、终止", _YES_OR_NO), ("真伤真病", _YES_OR_NO)])
    there = [(one, "", "") for one in c["participants"]]
    yield blocks.table((("参演单位、岗位", 64), ("应到", 18), ("实到", 18)), there)
    yield blocks.heading("方案概要")
    yield blocks.text(f"按《{c['plan']}》组织。开始的情景：", c["start"])
    yield blocks.text("实际和方案不一样的地方：")
    yield blocks.lines(2)
    yield blocks.heading("目标达到没有")
    columns = (("号", 6), ("目标", 46), ("结论", 18), ("凭什么（评估项的号、证据）", 30))
    told = front.ticks("达到", "部分", "没有", across=1)
    aims = enumerate(c["objectives"], start=1)
    yield blocks.table(columns, [(f"{number}", one, told, "") for number, one in aims])
    if c["forms"]:
        yield from _results(c)
    if c["carried"]:
        yield blocks.heading("上次的整改，这次改好没有")
        told = front.ticks("改好", "部分", "没有")
        columns = (("整改", 40), ("责任单位", 20), ("复验结果", 20), ("凭什么", 20))
        yield blocks.table(columns, [(one["text"], one["owner"], told, "") for one in c["carried"]])
    yield blocks.heading("做得好的、要留下的")
    yield blocks.lines(3)
    yield blocks.heading("发现的问题和原因")
    yield note(c["problem_note"])
    columns = (("号", 6), ("评估项", 12), ("看到什么、造成什么后果", 44), ("原因", 38))
    causes = front.ticks(*c["causes"], across=2)
    yield small(blocks.table(columns, [(f"{n}", "", "", causes) for n in range(1, 7)]))
    yield blocks.heading("工作建议")
    yield blocks.lines(3)
    yield blocks.signature("执笔", "评估组长", "总导演")


def _results(c: Mapping[str, Any]) -> Iterator[Block]:
    yield blocks.heading("逐项结果")
    yield note("号和评估表一致。", c["scale_source"])
    columns = [("号", 6), ("应看到什么（预案原话）", 37), ("时限·性质", 16)]
    columns += [("最迟", 11)] if c["timed"] else []
    columns += [("实际", 11), ("评级", 19)]
    named = [{"name": name, "width": width} for name, width in columns]
    yield small(grid(named, list(_items(c))))
    yield blocks.text(f"总评：{front.ticks(*c['scale'][:4])}　理由：", blocks.rule(50))


def _items(c: Mapping[str, Any]) -> Iterator[Row]:
    for form in c["forms"]:
        yield band(form["who"] or ["由谁来做，预案里还没有"])
        for item in form["items"]:
            due: list[Spans] = [[item["due"]]] if c["timed"] else []
            cells = [[f"{item['number']}"], front.marked(item), front.limit(item), *due]
            yield {"cells": [*cells, [], [front.ticks(*c["scale"], across=3)]]}


def _annexes(c: Mapping[str, Any]) -> Iterator[Block]:
    yield plain_heading("附表一　整改台账", level=1)
    yield note(c["ledger_note"])
    widths = (5, 20, 20, 12, 10, 13, 12, 10)
    columns = list(zip(c["improvement"], widths, strict=True))
    yield blocks.table(columns, front.empty(columns, 1, 8))
    yield plain_heading("附表二　预案修订建议", level=1)
    columns = [("号", 5), ("预案哪一条、哪个行动", 25), ("建议改成", 32), ("理由", 22)]
    columns += [("采纳没有", 16)]
    told = front.ticks("采纳", "不采纳")
    gaps = enumerate(c["gaps"], start=1)
    rows = [(f"{n}", "预案里还没有", g["words"], f"评估项 {g['number']}", told) for n, g in gaps]
    spare = [(f"{len(rows) + n}", "", "", "", told) for n in range(1, 5)]
    yield blocks.table(columns, [*rows, *spare])
