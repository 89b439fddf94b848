"""Something unforeseen happens in each drill, and it is sure to happen."""

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
    "P372",
    "演练里没有意外情况",
    "一路顺的演练练不出应变；只在没有反应时才补发的注入不算，它不一定会来。",
    "injects 里没有一条写 contingency",
    "从注入库取一条（uses），或在意外的那一条写 contingency: 是",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield drills in whose body nothing is marked as unforeseen."""
    for _, drill in all_drills(book):
        if not _has_body(drill) or unfilled(drill, book.registers.stock_injects):
            continue
        if not any(_marks(drill)):
            place = "一幕" if drill.script else "一道题" if drill.stages else "一条有时刻的注入"
            yield (
                drill,
                "",
                f"演练里没有意外情况；请在{place}写 contingency: 是，或从注入库取一条。",
            )


def _marks(drill: Drill) -> Iterator[bool]:
    yield from (act.contingency for act in drill.script)
    yield from (one.contingency and one.at is not None for one in drill.injects.values())
    yield from (question.contingency for question in drill.questions.values())


def _has_body(drill: Drill) -> bool:
    return bool(drill.script or drill.injects or drill.stages)
