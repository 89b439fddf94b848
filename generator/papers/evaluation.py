"""评估方案 with its forms: one a doer, each item in the responder's own words."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Any

from generator.handbook.evaluation import LACKING, EvaluationItem, evaluation_items, form_name
from generator.model.results import RATINGS, UNRATED
from generator.model.scale import Audience
from generator.papers import blocks, drill_parts
from generator.papers.blocks import Block
from generator.papers.desk import Desk, Rehearsal
from generator.papers.injects import numbered
from generator.papers.paper import Paper
from generator.papers.volume import words
from generator.papers.words import Spans, limit, spans

ORDER = 60
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "评估方案和评估表",
    "评估组用：分工、评级、观察要点；评估表按谁来做分开，现场记时刻和证据",
    "A4 横向",
    "评估用",
)
_NOTE = "评估员只记看到的，不提示、不参与。没看到就写“未评”，不猜。"
GRADES = tuple(rating for rating in RATINGS if rating != UNRATED)
RATINGS_SOURCE = (
    "优、良、中、差的名称取自《生产安全事故应急演练评估规范》（AQ/T 9009-2015）第7.4.2条【核】，"
    "那里是评估结论的等级；逐项这样评和写“未评”是建议用法·非标准原文；"
    "与《突发事件应急演练评估指南》（GB/T 46792-2025）的用词待对照。"
)
_WHAT = (
    "评预案里的行动有没有做、做得对不对、赶不赶得上。每一项都是预案行动的原话，时限和性质照抄预案："
    "法定、上位预案和本地文件的时限照着评；“建议值·非法定”的只作参考，不算超时。"
    "“最迟”是这场演练给的时刻，不比预案更松；有脚本的，是脚本接着往下走的时刻。"
)
_HOW: tuple[str | Spans, ...] = (
    f"评级写优、良、中、差；没看到写“未评”。{RATINGS_SOURCE}",
    "优：全做到，有记录。良：做到了，有小缺口，不影响结果。中：做到一部分，或靠人提醒才做。"
    "差：没做，或做错了。未评：没看到。以上五句是建议用法·非标准原文。",
    ["时刻写北京时间，写到分。和总钟对表：", *blocks.rule(24), "。"],
    "标“关键”的没做到，当场记清前后经过，点评时先讲。",
    "标“预案里还没有”的是缺口，不扣参演单位的分，写进修订建议。",
    "看到危险，先喊叫停口令，再记录。",
    "写问题、写记录，用表左边的序号。",
)
_PROMPTED = "编号带“补”的消息没投，它引出的项写“未评”。投了才做的，前一项不评优、良（建议用法·非标准原文）。"
# How high in millimetres a line and an item are, and the items of a form that stays whole.
_LINE, _LEAST, _FORM = 4.2, 11.0, 75.0
_SHARING = "评估组长按场地把下面各表分给评估员；一人可以领几张，同一场地至少两人互相印证（建议值·非法定）。"


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill with something to rate."""
    for rehearsal in desk.rehearsals():
        if made := forms(rehearsal):
            content = {
                "forms": made,
                "timed": timed(made),
                "note": _NOTE,
                "form": form_name(rehearsal.plan, rehearsal.drill),
                "front": list(_front(rehearsal, made)),
            }
            yield desk.drill_paper(rehearsal, "evaluation", _TEXTS, content)


def _front(rehearsal: Rehearsal, forms: list[dict[str, Any]]) -> Iterator[Block]:
    """Yield what is rated and how, who rates, and where the ratings are counted."""
    yield blocks.heading("评什么")
    yield blocks.text(_WHAT)
    yield blocks.heading("目标")
    yield drill_parts.aims(rehearsal)
    yield blocks.heading("怎么评")
    prompted = any(inject.at is None for inject in rehearsal.drill.injects.values())
    yield blocks.steps((*_HOW, _PROMPTED) if prompted else _HOW)
    yield blocks.heading("分工")
    yield drill_parts.staffing(rehearsal)
    yield blocks.text(_SHARING)
    yield blocks.heading("汇总")
    names = enumerate((one["who"] or [LACKING] for one in forms), start=1)
    rows: list[list[str | Spans]] = [
        [[f"表{number}　", *who], *[""] * len(RATINGS)] for number, who in names
    ]
    yield blocks.table((("评估表", 50), *((rating, 10) for rating in RATINGS)), rows)
    yield blocks.text(
        *("总评：", blocks.rule(30), "　评估组长：", blocks.rule(30)),
        *("　日期：", blocks.rule(26)),
    )


def forms(rehearsal: Rehearsal) -> list[dict[str, Any]]:
    """Return a form for each doer, in the order they first act; its items in the drill's order."""
    doers: dict[str, list[EvaluationItem]] = {}
    for item in evaluation_items(rehearsal.plan, rehearsal.drill):
        doers.setdefault(str(item.who), []).append(item)
    messages = {one.text: number for number, one in numbered(rehearsal)}
    made = []
    number = 0
    for items in doers.values():
        rows = []
        for item in items:
            number += 1
            rows.append(_item(rehearsal, number, item, messages.get(item.trigger, "")))
        made.append({"who": rehearsal.named(items[0].who), "items": rows, "whole": _whole(rows)})
    return made


def _whole(rows: list[dict[str, Any]]) -> bool:
    """Return whether a form is so low that it stays on one sheet: reckoned, not measured, which
    would set each form twice."""
    across = (("words", 18), ("trigger", 18), ("limit", 9), ("proof", 16))
    high = 0.0
    for row in rows:
        told = {
            **row,
            "limit": [*row["limit"]["words"], row["limit"]["kind"]],
        }
        lines = {name: ceil(len(words(told[name])) / width) for name, width in across}
        most = max(lines["words"] + lines["trigger"], lines["limit"] + 1, lines["proof"])
        high += max(_LEAST, most * _LINE + 3)
    return high <= _FORM


def timed(made: list[dict[str, Any]]) -> bool:
    """Return whether any item of the forms is due at a time."""
    return any(item["due"] for form in made for item in form["items"])


def _item(
    rehearsal: Rehearsal, number: int, item: EvaluationItem, message: str
) -> dict[str, object]:
    action = rehearsal.plan.actions.get(item.action)
    return {
        "number": number,
        "key": item.key,
        "words": spans(item.words),
        "lacking": action is None,
        "critical": bool(action and action.critical),
        "limit": limit(rehearsal.book, action) if action else {"words": [], "kind": ""},
        "due": str(item.due) if item.due else "",
        "trigger": spans(f"控制消息 {message}" if message else item.trigger),
        "proof": spans(action.proof if action else None),
    }
