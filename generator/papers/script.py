"""演练脚本: one copy for all who play, one for control with what is expected of each line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.scale import Audience
from generator.model.script import Act, Line
from generator.papers import blocks, drill_parts
from generator.papers.blocks import Block
from generator.papers.desk import Desk, Rehearsal
from generator.papers.lines import numbered
from generator.papers.paper import Paper
from generator.papers.words import Spans, limit, spans

ORDER = 30
AUDIENCE = Audience.TRAINER
# Columns in the field's order with their widths in millimetres; empty ones give theirs away.
_COLUMNS = {
    "序号": 11,
    "时刻": 20,
    "地点": 18,
    "发令→受令": 24,
    "方式": 12,
    "指令与对白": 60,
    "处置行动·执行人": 33,
    "视频画面·字幕": 28,
    "解说词": 30,
    "音响": 12,
    "备注": 24,
}
# Small words under a head; where one clock is printed, the other is written in by hand.
_BELOW = {"时刻": {"below": "T+／北京"}}
_ALWAYS = ("序号", "时刻", "发令→受令", "指令与对白", "处置行动·执行人", "备注")
_TEXTS = (
    "演练脚本",
    "指挥、参演、解说和场务人员照着走；台词、动作、画面、音响都在一张表里",
    "A4 横向",
    "参演用",
)
_CONTROL = (
    "演练脚本（导调本）",
    "导调员用：每一行下面写着应看到的行动和时限，补充注入随手记",
    "A4 横向",
    "导调用",
)
# For who plays, and for control.
_NOTES = (
    "参演、解说和场务人员用。照表走；到点没人接话，等导调员提示。横线处现场照实填报。",
    "导调员用。每一行下面的灰格写着应看到的行动、谁来做、时限和性质；见到了就在方框里打勾，"
    "补充注入随手记。演练结束前不给参演人员看。",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield both copies of each drill that has a script."""
    for rehearsal in desk.rehearsals():
        if rehearsal.drill.script:
            yield desk.drill_paper(rehearsal, "script", _TEXTS, _content(rehearsal, False))
            content = _content(rehearsal, True)
            yield desk.drill_paper(rehearsal, "control", _CONTROL, content, "script")


def _content(rehearsal: Rehearsal, control: bool) -> dict[str, object]:
    acts = [
        _act(rehearsal, number, act, control)
        for number, act in enumerate(rehearsal.drill.script, start=1)
    ]
    shown = [row["cells"] for act in acts for row in act["rows"] if "cells" in row]
    kept = [name for name in _COLUMNS if name in _ALWAYS or any(cells[name] for cells in shown)]
    return {
        "control": control,
        "note": _NOTES[control],
        "columns": [
            {"name": name, "width": _COLUMNS[name], **_BELOW.get(name, {})} for name in kept
        ],
        "acts": acts,
        "particulars": [drill_parts.particulars(rehearsal)],
        "cast": drill_parts.cast(rehearsal),
        "stop": drill_parts.stopping(rehearsal),
        "front": list(_front(rehearsal)),
    }


def _front(rehearsal: Rehearsal) -> Iterator[Block]:
    """Yield what all must know before the first line."""
    yield blocks.heading("目标")
    yield drill_parts.aims(rehearsal)
    yield blocks.heading("情景")
    yield from drill_parts.situation(rehearsal)
    yield blocks.heading("安全要求")
    yield from drill_parts.cautions(rehearsal)
    if rehearsal.drill.schedule:
        yield blocks.heading("日程")
        yield from drill_parts.timetable(rehearsal)


def _act(rehearsal: Rehearsal, number: int, act: Act, control: bool) -> dict[str, Any]:
    return {
        "title": f"第{number}幕　{act.act}",
        "at": str(act.at),
        "minutes": str(act.minutes),
        "marks": drill_parts.marks(act.contingency, act.escalates) if control else "",
        "scene": spans(act.scene),
        "rows": list(_rows(rehearsal, act.lines, f"{number}-", control)),
    }


def _rows(
    rehearsal: Rehearsal, lines: tuple[Line, ...], prefix: str, control: bool
) -> Iterator[dict[str, Any]]:
    for number, line in numbered(lines, prefix):
        if isinstance(line, Line):
            expected = _expected(rehearsal, line) if control else []
            yield {"cells": _cells(rehearsal, line, number), "expected": expected}
        else:
            told = f"同时·{line}" if line else "几处汇合，接着往下演"
            yield {"track": told, "number": number}


def _cells(rehearsal: Rehearsal, line: Line, number: str) -> dict[str, Spans]:
    speaker, hearers = rehearsal.named(line.by), rehearsal.named(*line.to)
    doer: Spans = [*speaker, "："] if line.do and speaker else []
    return {
        "序号": [number],
        "时刻": [str(line.at)] if line.at else [],
        "地点": spans(line.place),
        "发令→受令": [*speaker, "\n→", *hearers] if hearers else speaker,
        "方式": spans(line.via),
        "指令与对白": spans(line.say),
        "处置行动·执行人": [*doer, *spans(line.do)] if line.do else [],
        "视频画面·字幕": spans(line.screen),
        "解说词": spans(line.narration),
        "音响": spans(line.sound),
        "备注": spans(line.note),
    }


def _expected(rehearsal: Rehearsal, line: Line) -> list[dict[str, object]]:
    found = (rehearsal.plan.actions.get(ref.id) for ref in line.shows)
    return [
        {
            "do": spans(action.do),
            "who": rehearsal.named(action.who),
            "limit": limit(rehearsal.book, action),
        }
        for action in found
        if action
    ]
