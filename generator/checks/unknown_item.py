"""A record stands in the plan of its drill, and rates its evaluation items, each once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.evaluation import evaluation_items
from generator.model.record import Part
from generator.source import Rule

ABSENCE = "plan"
RULE = Rule(
    "P380",
    "记录和它的演练对不上",
    "对不上评估项的评级算到谁头上都不对，同一项评两次也算不出一个数。",
    "drill: jianyan\nobservations:\n  - item: i-shenshui/dianhuo",
    "drill: jianyan\nobservations:\n  - item: i-shenshui/dianhua",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield observations of no item of the drill, and of an item rated before."""
    for plan in book.plans.values():
        for record in plan.records.values():
            if record.drill.scope not in ("", plan.plan.id):
                told = f"演练 {record.drill} 不是这部预案的；请把记录放到 {record.drill.scope} 的 records 里。"
                yield record, "drill", told
        for record, drill in plan.recorded:
            known = [item.key for item in evaluation_items(plan, drill)]
            met: set[str] = set()
            for seen in record.observations:
                if seen.item not in known:
                    yield seen, "item", _unknown(seen.item, known, drill.id)
                elif seen.item in met:
                    yield seen, "item", f"{seen.item} 前面已经评过；同一项只留一条，请删去一条。"
                met.add(seen.item)


def _unknown(key: str, known: list[str], drill: str) -> str:
    near = difflib.get_close_matches(key, known, 1, 0.6)
    hint = f"是不是 {near[0]}？" if near else f"请照 {drill} 的评估表“编号”一栏抄。"
    return f"演练 {drill} 没有评估项 {key}；{hint}"
