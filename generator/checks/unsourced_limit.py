"""A time limit is sourced, an order, a proposal or a blank; nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.record import Part
from generator.model.reporting import DepartmentalLimit
from generator.model.time import Limit
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
            timed = _timed(part.within)
            if timed and not part.limit_source:
                instead = (
                    f"只写 {part.within.after}之后"
                    if part.within.after
                    else f"写 建议{part.within}"
                )
                yield (
                    part,
                    "within",
                    (
                        f"“{part.within}”没有出处；请加 limit_source，"
                        f"或{instead}，或写【待地区确认：什么的时限，谁知道】。"
                    ),
                )
            if not timed and part.limit_source:
                yield part, "limit_source", "没有写具体时长就不要写出处；请删去，或移到 basis。"
        elif isinstance(part, DepartmentalLimit) and _timed(part.within) and not part.source:
            yield part, "within", "部门条线时限必须有出处；请加 source，或留空白。"


def _timed(limit: Limit) -> bool:
    """A proposal says itself that nobody has ruled it."""
    return limit.kind != "建议" and limit.duration is not None
