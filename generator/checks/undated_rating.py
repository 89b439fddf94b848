"""What a record says of a drill, it says of a day; and the drill of that day is over."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.record import Part
from generator.source import Rule

RULE = Rule(
    "P384",
    "记录、日期和演练的状态对不上",
    "评了级、写了整改却没有日期，就不算演过，整改也没人追；有了日期，演练还写着样例、计划，"
    "处置版的台账就少算一次。",
    "held_on: 【待地区确认：演练日期，甲局】\nobservations:\n  - item: i-shenshui/dianhua\n    rating: 良",
    "held_on: 2029-06-01\n（演练文件里 status: 已结束）",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield assessed records without a day, and dated records of drills that are not over."""
    for plan in book.plans.values():
        for record, drill in plan.recorded:
            if not record.held and not record.awaited:
                told = "评了级或写了问题、整改，却没有演练日期；请写上哪一天演的。"
                yield record, "held_on", told
            elif record.held and drill.status != "已结束":
                told = f"演过了，演练还写着“{drill.status}”；请把 {drill.where.path} 的 status 改成 已结束。"
                yield record, "held_on", told
