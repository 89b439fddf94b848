"""演练脚本 for Word: what all must know on upright sheets, then the acts on sheets on their side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.office.document import Parts, Row, Section, band, grid, note, plain_heading, under
from generator.papers import blocks
from generator.papers.blocks import Block
from generator.papers.words import Spans

_PART, _TIME = "指令与对白", "时刻"


def word(parts: Parts) -> Iterator[Section]:
    """Yield the front matter and the acts."""
    (content,) = parts
    yield Section(tuple(_front(content)))
    yield Section(tuple(_acts(content)), wide=True)


def _front(content: Mapping[str, Any]) -> Iterator[Block]:
    yield note("本份领用：", blocks.rule(60), "　交回：", blocks.rule(40))
    yield from content["particulars"]
    yield blocks.stop(content["stop"])
    yield from content["front"]
    yield blocks.heading("分幕一览")
    rows = [(act["at"], act["minutes"], act["title"]) for act in content["acts"]]
    yield blocks.table((("时刻", 16), ("时长", 16), ("幕", 68)), rows, strong=1)
    yield blocks.heading("角色")
    yield blocks.table((("角色", 38), ("对应岗位", 38), ("由谁担任", 24)), _cast(content))


def _cast(content: Mapping[str, Any]) -> Iterator[tuple[str, Spans, str]]:
    """Yield the roles, those that control plays last."""
    for role in sorted(content["cast"], key=lambda role: bool(role["simulated"])):
        played = role["simulated"] and "导调" not in role["name"]
        there = f"（{role['there']}）" if role["there"] else ""
        yield role["name"] + ("（导调扮）" if played else "") + there, role["plays"], ""


def _acts(content: Mapping[str, Any]) -> Iterator[Block]:
    yield blocks.heading("脚本")
    for act in content["acts"]:
        marks = f"　〔{act['marks']}〕" if act["marks"] else ""
        yield plain_heading(f"{act['title']}　{act['at']} 开始，{act['minutes']}{marks}")
        told = [*blocks.strong(f"{act['title']}　情景："), *act["scene"]]
        columns = content["columns"]
        yield grid(columns, list(_rows(content, act["rows"])), strong=2, over=told)


def _rows(content: Mapping[str, Any], rows: list[Mapping[str, Any]]) -> Iterator[Row]:
    names = [column["name"] for column in content["columns"]]
    for row in rows:
        if "cells" in row:
            cells = row["cells"] | {_TIME: _timed(row["cells"][_TIME])}
            yield {"cells": [cells[name] for name in names]}
            if row["expected"]:
                left = names.index(_PART) + 1
                told = blocks.under([_expected(one) for one in row["expected"]])
                yield under(
                    (left, [*blocks.strong("预期行动　"), *told]),
                    (len(names) - left, blocks.strong("补充注入　")),
                )
        else:
            yield band(_band(row))


def _timed(at: Spans) -> Spans:
    """Return a moment counted from T, with a line below it for the clock's time."""
    return [*at, "\n", *blocks.rule(14)] if at else []


def _band(row: Mapping[str, Any]) -> Spans:
    return [f"{row['number']}　{row['track']}"]


def _expected(one: Mapping[str, Any]) -> Spans:
    kind = f"〔{one['limit']['kind']}〕" if one["limit"]["kind"] else ""
    who = ["（", *one["who"], "）"] if one["who"] else []
    return ["□ ", *one["do"], *who, " 时限：", *one["limit"]["words"], kind]
