"""A drill that was held has one record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.record import Part
from generator.model.results import DrillRecord
from generator.source import Rule

RULE = Rule(
    "P366",
    "同一次演练有两份记录",
    "演练会算两次，两份里的评级还会对不上。留填好的那一份。",
    "records/zhuomian-1.yaml 和 records/zhuomian-2.yaml\n都写 drill: zhuomian，held_on: 2027-03-18",
    "只留 records/zhuomian-2.yaml",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield records that tell of a drill another record tells of; the emptier one goes."""
    for plan in book.plans.values():
        kept: dict[tuple[str, str], DrillRecord] = {}
        sealed: dict[str, DrillRecord] = {}
        for record in sorted(plan.records.values(), key=lambda one: (one.awaited, one.id)):
            if not record.held:
                continue
            first = kept.setdefault((record.drill.id, str(record.held_on)), record)
            if first is not record:
                more = "这一份还没有填，请删去。" if record.awaited else "请并成一份。"
                told = f"{record.held_on} 的演练 {record.drill.id} 已有记录 {first.id}；{more}"
                yield record, "held_on", told
            elif record.seal:
                first = sealed.setdefault(record.seal.hash, record)
                if first is not record:
                    told = f"一次封存只演一次，记录 {first.id}（{first.held_on}）写着同一个封存值；请核对日期，留一份。"
                    yield record.seal, "hash", told
