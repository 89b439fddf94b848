"""A weak point found in a drill is mended, or somebody decided that it is not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.record import Member, Part
from generator.model.results import WEAK, DrillRecord
from generator.source import Rule

RULE = Rule(
    "P364",
    "发现的问题没有下文",
    "写进记录又没人管的问题，下一次还会出。要么有一条整改，要么写明为什么不改、谁批准。",
    "findings 里有问题 wu-guangbo，没有一条整改写 closes: [wu-guangbo]",
    "整改里写 closes: [wu-guangbo]，或在问题里写 waived",
)
Found = Iterator[tuple[Part, str, str]]


def check(book: Handbook) -> Found:
    """Yield findings without improvement or waiver, or with both, and improvements of nothing."""
    for plan in book.plans.values():
        for record in plan.records.values():
            yield from _findings(record)
            yield from _improvements(record)


def _findings(record: DrillRecord) -> Found:
    closed = {id: m.id for m in record.improvements.values() for id in m.closes}
    for id, finding in record.findings.items():
        if finding.type not in WEAK and finding.waived:
            yield finding, "waived", f"{id} 是{finding.type}，不用整改；请删去 waived。"
        elif finding.waived and id in closed:
            told = f"{id} 写了不整改，整改 {closed[id]} 又要改它；请留一样。"
            yield finding, "waived", told
        elif finding.type in WEAK and not finding.waived and id not in closed:
            told = (
                f"{finding.type} {id}“{finding.text}”没有整改；"
                f"请加一条整改并写 closes: [{id}]，不改就写 waived：理由和谁批准。"
            )
            yield finding, "", told


def _improvements(record: DrillRecord) -> Found:
    for improvement in record.improvements.values():
        for number, id in enumerate(improvement.closes):
            if id not in record.findings:
                known = "、".join(record.findings) or "一条也没有"
                told = f"这份记录里没有问题 {id}，有的是：{known}；请改 closes。"
                yield improvement, Member("closes", number), told
