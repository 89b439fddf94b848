"""保障方案 for Word, in the order of the PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.office import front
from generator.office.document import Parts, Section, note, small
from generator.papers import blocks
from generator.papers.blocks import Block


def word(parts: Parts) -> Iterator[Section]:
    """Yield the plan of safeguards."""
    (content,) = parts
    yield Section(tuple(_blocks(content)))


def _blocks(c: Mapping[str, Any]) -> Iterator[Block]:
    yield from c["particulars"]
    yield blocks.stop(c["stop"])
    yield blocks.heading("安全员")
    yield blocks.steps(c["officer"])
    rows = [[place, "", "", ""] for place in c["places"]]
    rows += [] if c["tabletop"] else [["总安全员", "", "", ""]]
    yield blocks.table((("场地", 34), ("安全员", 22), ("替补", 22), ("电台、电话", 22)), rows)
    if c["officer_note"]:
        yield note(c["officer_note"])
    yield blocks.heading("风险评估")
    yield from _risks(c)
    if c["notes"]:
        yield blocks.heading("本场安全要求")
        yield blocks.steps(c["notes"])
    yield blocks.heading("中断和终止")
    yield front.advice(c["stops"])
    yield blocks.heading("遇真实情况")
    yield from c["rules"]
    if c["cold"]:
        yield blocks.heading("冷天安全")
        yield front.advice(c["cold"])
        yield blocks.text(blocks.strong("户外停演界限"))
        yield blocks.points(c["limits"])
        yield note(c["limits_note"])
    yield from _needs(c)
    yield blocks.signature("保障组组长", "总安全员", "日期")


def _risks(c: Mapping[str, Any]) -> Iterator[Block]:
    columns = [("号", 6), ("风险·在哪、对谁", 24), ("怎么防", 31), ("谁管", 11)]
    columns += [("可能·后果", 17), ("演前查验", 11)]
    degrees = front.ticks("大", "中", "小", "重", "中", "轻", across=3)
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
    yield small(blocks.table(columns, [*rows, *last]))
    yield note(c["risk_note"])


def _needs(c: Mapping[str, Any]) -> Iterator[Block]:
    yield blocks.heading("事先报备")
    if c["blind_note"]:
        yield blocks.text(c["blind_note"])
    for call in c["calls"]:
        yield blocks.text(blocks.strong(f"{call['label']}："), call["words"])
    columns = [("告知谁", 28), ("演前告知时刻", 18), ("谁告知", 16), ("对方岗位、复诵", 20)]
    columns += [("演完告知时刻", 18)]
    yield blocks.table(columns, [(told, "", "", "", "") for told in c["told"]], spare=2)
    yield blocks.heading("物资、通信和医疗")
    columns = [("项目", 18), ("要求", 42), ("数量", 10), ("谁落实", 15), ("演前查验", 15)]
    rows = [(one["what"], one["need"], "", "", "") for one in c["supplies"]]
    yield blocks.table(columns, rows, strong=1, spare=2)
    yield blocks.heading("经费")
    columns = [("项目", 26), ("怎么算的", 40), ("金额（元）", 16), ("从哪里出", 18)]
    yield blocks.table(columns, [(fund, "", "", "") for fund in (*c["funds"], "合计")], strong=1)
