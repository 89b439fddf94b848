"""An id that was retired is not used again."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.record import Part
from generator.source import Rule

RULE = Rule(
    "P207",
    "停用的编号又被使用",
    "旧材料里的编号还指着原来的意思，重新使用会让人误读。",
    "retired 里有 xunba，actions.yaml 又写 xunba",
    "换一个新编号",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield records whose id the plan has retired."""
    for plan in book.plans.values():
        retired = {entry.id for entry in plan.plan.retired}
        groups = (plan.duties, plan.actions, plan.drills, plan.plan.command)
        said = plan.guide.records if plan.guide else ()
        for record in (*said, *(record for group in groups for record in group.values())):
            if record.id in retired:
                yield record, "", f"编号 {record.id} 已经停用，请换一个新编号。"
