"""The situation of a drill gets worse at least once after it has begun."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills
from generator.handbook.stock import unfilled
from generator.model.drill import Drill
from generator.model.record import Part
from generator.source import Rule

ABSENCE = "plan"
RULE = Rule(
    "P373",
    "情况一直没有变重",
    "从头到尾一样轻重，升级、求援、换办法都练不到；开头的一条不算变重。",
    "injects 里没有一条写 escalates",
    "在情况变重的那一条、那一幕或那个阶段写 escalates: 是",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield drills in which nothing after the beginning is marked as worse."""
    for _, drill in all_drills(book):
        bodies = (
            [act.escalates for act in drill.script],
            _injects(drill),
            [stage.escalates for stage in drill.stages],
        )
        if not any(bodies) or unfilled(drill, book.registers.stock_injects):
            continue
        if not any(any(marks[1:]) for marks in bodies):
            place = "哪一幕" if drill.script else "哪个阶段" if drill.stages else "哪条有时刻的注入"
            yield drill, "", f"看不出情况从哪里变重；请在开头以后的{place}写 escalates: 是。"


def _injects(drill: Drill) -> list[bool]:
    """The marks of what is sure to be sent, in time; as written where times are told in two ways."""
    sure = [one for one in drill.injects.values() if one.at]
    if len({one.at.clock for one in sure if one.at}) == 1:
        sure.sort(key=lambda one: one.at.minutes if one.at else 0)
    return [one.escalates for one in sure]
