"""Every action leaves something behind: a form filled in, or a record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.record import Part
from generator.source import Rule

RULE = Rule(
    "P309",
    "行动没有表单，也没有记录",
    "做过没做过说不清，评估打不了分，追责时也没有凭据。",
    "do: 巡查堤段\n（没有 form，也没有 proof）",
    "do: 巡查堤段\nproof: 巡查记录",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield actions that leave no proof."""
    for plan in book.plans.values():
        for id, action in plan.actions.items():
            if action.form is None and action.proof is None:
                yield (
                    action,
                    "",
                    f"行动 {id} 没有表单也没有记录；请加 form（填哪张表）或 proof（留下什么记录）。",
                )
