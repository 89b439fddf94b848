"""Nothing holds more entries than a sheet, a card or a column has room for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sized

from generator.handbook.book import Handbook
from generator.model.drill import Drill, Staff
from generator.model.inject import Inject
from generator.model.record import Part
from generator.model.script import Line
from generator.model.tabletop import Question
from generator.model.work import Action
from generator.source import Rule

RULE = Rule(
    "P387",
    "一格里写得太多，纸上排不下",
    "打印件的一格、一张卡只有这么大；再多就压在别的字上，现场看不清，也没人记得住。",
    "to: 二十个角色",
    "to: 一个收件的小组，由它往下传",
)
_MOST: Mapping[type[Part], Mapping[str, int]] = {
    Inject: {"to": 10, "expect": 10},
    Line: {"to": 10, "shows": 8, "meanwhile": 12},
    Question: {"to": 15, "options": 8, "points": 15},
    Drill: {"places": 12, "stop_words": 8},
    Staff: {"control": 12, "evaluators": 12},
    Action: {"report_to": 12},
}


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield fields with more entries than fit."""
    for visit in book.visits:
        for field, most in _MOST.get(type(visit.part), {}).items():
            held = getattr(visit.part, field)
            if isinstance(held, Sized) and len(held) > most:
                told = f"这里有 {len(held)} 项，纸上一格最多排 {most} 项；请合并，或者拆成几条。"
                yield visit.part, field, told
