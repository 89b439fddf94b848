"""Nothing is done in a drill before it begins, or before what asks for it is sent."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.outcome import Outcome, outcomes
from generator.model.drill import Drill
from generator.model.record import Part
from generator.source import Rule

RULE = Rule(
    "P385",
    "实际时刻在开始以前",
    "没开始就做完了，多半是时刻或 T+0 的钟点写错了；照它算，迟了的也成了“按时”。",
    "started_at: 09:30\nactual: 09:15",
    "started_at: 09:30\nactual: 09:45",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield observations whose time is before the drill, or before their message."""
    for plan in book.plans.values():
        for record, drill in plan.recorded:
            seen = {one.item: one for one in record.observations}
            for found in outcomes(book, plan, drill, record):
                begun = _begun(drill, found)
                if found.at is not None and found.at < begun and found.item.key in seen:
                    when = "演练开始" if begun <= 0 else f"这条消息发出（T+{begun}）"
                    told = f"{found.item.key} 的实际时刻 {found.actual} 比{when}还早；请核对时刻和 T+0 的北京时间。"
                    yield seen[found.item.key], "actual", told


def _begun(drill: Drill, found: Outcome) -> int:
    inject = drill.injects.get(found.item.origin)
    at = inject.at if inject else None
    return at.minutes if at and not at.clock else 0
