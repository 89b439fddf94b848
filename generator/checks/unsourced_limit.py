"""A time limit is sourced, an order, a proposal or a blank; nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.plan import DepartmentalLimit
from generator.model.record import Part
from generator.model.work import Action
from generator.source import Rule

RULE = Rule(
    "P304",
    "时限没有出处",
    "时限会成为追责的依据，没有出处的数字就是编造。",
    "within: 30分钟",
    "within: 建议30分钟（或加 limit_source，或写【待地区确认：什么的时限，谁知道】）",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield durations without a source, and sources without a duration."""
    for visit in book.visits:
        part = visit.part
        if isinstance(part, Action):
            if part.within.kind == "时长" and not part.limit_source:
                yield (
                    part,
                    "within",
                    (
                        f"“{part.within}”没有出处；请加 limit_source，"
                        f"或写 建议{part.within}，或写【待地区确认：什么的时限，谁知道】。"
                    ),
                )
            if part.within.kind != "时长" and part.limit_source:
                yield part, "limit_source", "没有写具体时长就不要写出处；请删去，或移到 basis。"
        elif isinstance(part, DepartmentalLimit) and part.within.kind == "时长" and not part.source:
            yield part, "within", "部门条线时限必须有出处；请加 source，或留空白。"
