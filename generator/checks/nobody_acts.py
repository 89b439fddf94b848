"""Whoever an action names resolves to at least one unit, or is an honest blank."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.lookup import find, units_of
from generator.handbook.visit import Scope
from generator.model.command import Position
from generator.model.record import Part
from generator.model.reference import Ref
from generator.model.words import Blank
from generator.source import Rule

ABSENCE = "plan"
RULE = Rule(
    "P303",
    "行动落不到单位",
    "工作组没有牵头和成员，职务没有人担任，清单上就没有人做这件事。",
    "who: jiuyuan-zu，而 jiuyuan-zu 没有 lead 和 members",
    "给 jiuyuan-zu 写上 lead，或写明【待地区确认：牵头单位，谁知道】",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield actions whose actor stands for no unit and says so nowhere."""
    for plan in book.plans.values():
        scope = Scope(plan.plan.id)
        for action in plan.actions.values():
            if not isinstance(action.who, Ref) or find(book, action.who, scope) is None:
                continue
            position = find(book, action.who, scope)
            open_ones = isinstance(position, Position) and any(
                isinstance(held, Blank) for held in (*position.held_by, position.lead)
            )
            if not units_of(book, action.who, scope) and not open_ones:
                yield (
                    action,
                    "who",
                    (
                        f"{action.who} 没有落到任何单位；请给它写 held_by、lead 或 members，"
                        "不知道就写【待地区确认：什么，谁知道】。"
                    ),
                )
