"""责任清单: for Word a register and each unit on sheets of its own; for Excel all lines in one table.

One table with a column of units is what a clerk filters, sorts and counts; to hand a unit its own
sheets there is the Word file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.office import front, ledger
from generator.office.document import (
    Parts,
    Row,
    Section,
    Sheet,
    band,
    grid,
    note,
    plain_heading,
    small,
    written,
)
from generator.papers import blocks
from generator.papers.blocks import Block
from generator.papers.words import Spans

# The shares of columns in a line.
_REGISTER, _TICKS = (40, 9, 9, 24, 18), (7, 42, 17, 18, 8, 8)
_SIGNED = (40, 34, 28, 28)
_LEGEND = (
    "方框下的数字是操作手册里的行动序号。时限下面写性质：法定、上位预案、本地文件都有出处；"
    "“建议值·非法定”没有法定效力；横线是空白，待地区确认。"
    "【核】原文读过　【信】可信，待核　【疑】待地区确认，用前先核实"
)


def word(parts: Parts) -> Iterator[Section]:
    """Yield the register, and each unit on sheets of its own: it is handed out by itself."""
    for part in parts:
        if "register" in part:
            yield Section((grid(_columns(part, _REGISTER), list(_register(part))),))
        else:
            yield Section(tuple(_unit(part)), head=part["head"])


def excel(parts: Parts) -> Iterator[Sheet]:
    """Yield the actions of all units, and their duties."""
    yield from ledger.sheets([part for part in parts if "shares" in part])


def _register(part: Mapping[str, Any]) -> Iterator[Row]:
    for kind in part["register"]:
        yield band([kind["kind"]])
        for one in kind["sheets"]:
            yield {"cells": [[one["name"]], [f"{one['shares']}"], [f"{one['count']}"], [], []]}


def _unit(unit: Mapping[str, Any]) -> Iterator[Block]:
    yield plain_heading(unit["name"], level=1)
    was = f"曾用名：{unit['was']}。" if unit["was"] else ""
    many = [unit["many"], *blocks.rule(70)] if unit["many"] else []
    yield note(f"{unit['plan']}（{unit['basis']}）。{was}", many)
    yield note(
        blocks.strong(unit["first"]),
        unit["how"],
    )
    if unit["apart"]:
        names = "、".join(f"{one['name']}（{one['count']} 项）" for one in unit["apart"])
        yield note(
            names,
            unit["apart_note"],
        )
    for share in unit["shares"]:
        yield from _share(unit, share)
    if unit["owed"]:
        yield plain_heading(unit["owed_heading"])
        columns = (("承担", 16), ("职责", 60), ("牵头单位", 24))
        rows = [
            (owed["part"], [*duty["text"], _mark(duty)], duty["lead"])
            for owed in unit["owed"]
            for duty in owed["duties"]
        ]
        yield small(blocks.table(columns, rows))
    yield note(_LEGEND)
    yield note(f"{unit['name']}的清单到这里完。")


def _share(unit: Mapping[str, Any], share: Mapping[str, Any]) -> Iterator[Block]:
    yield plain_heading(f"{share['name']}（{share['count']} 项）")
    if told := _belongs(share):
        yield note(told, keep=True)
    signed = zip(unit["signed"], _SIGNED, strict=True)
    yield note(*(w for name, wide in signed for w in (name, blocks.rule(wide), "　")), keep=True)
    yield small(grid(_columns(unit, _TICKS), list(_rows(share))))


def _columns(part: Mapping[str, Any], widths: Sequence[int]) -> list[dict[str, Any]]:
    named = zip(part["columns"], widths, strict=True)
    return [{"name": name, "width": width} for name, width in named]


def _belongs(share: Mapping[str, Any]) -> Spans:
    heads, members = share["heads"], share["members"]
    match share["part"]:
        case "成员":
            led: Spans = ["牵头：", *heads, "。"] if heads else []
            return [*led, "本单位是成员单位，只勾自己做的一份。"]
        case "担任":
            return ["由本单位担任。"]
        case "牵头":
            return ["本单位牵头。"]
    if not share["position"]:
        return []
    others: Spans = ["成员单位：", *members, "。"] if members else []
    held = heads or blocks.rule(50)
    return ["由谁担任：", *held, "。", *others, "没定下以前，每一项由谁做，先说定再勾。"]


def _rows(share: Mapping[str, Any]) -> Iterator[Row]:
    for phase in share["phases"]:
        yield band([phase["title"]])
        for line in phase["lines"]:
            cautions = [["注意：", *caution] for caution in line["cautions"]]
            when = [*line["when"], f"　{line['levels']}" if line["levels"] else ""]
            do = [
                {"strong": written(line["do"])},
                "〔关键〕" if line["critical"] else "",
                _mark(line),
            ]
            report = [["报", *line["report"]]] if line["report"] else []
            record = [["记录：", *line["record"]]] if line["record"] else []
            yield {
                "cells": [
                    [f"□\n{line['number']}"],
                    blocks.under([[{"small": written(when)}], do, *cautions, line["notes"]]),
                    _limit(line),
                    blocks.under([*report, *record]),
                    [],
                    [],
                ]
            }


def _mark(line: Mapping[str, Any]) -> str:
    return f"【{line['mark']}】" if line["mark"] else ""


def _limit(line: Mapping[str, Any]) -> Spans:
    if line["knows"]:
        return [*blocks.rule(30), f"\n空白，待地区确认：{line['knows']}"]
    basis: Spans = [{"small": written(line["limit_basis"])}] if line["limit_basis"] else []
    return blocks.under([front.limit(line), basis])
