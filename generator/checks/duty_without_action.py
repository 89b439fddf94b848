"""Every duty is carried out by at least one action."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.views import actions_of_duty
from generator.model.record import Part
from generator.source import Rule

ABSENCE = "plan"
RULE = Rule(
    "P302",
    "职责没有行动",
    "只写职责不写行动，到时候没有人知道第一步做什么。",
    "职责 fangshou 没有任何行动引用",
    "在 actions.yaml 里写一条 duty: fangshou 的行动",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield duties no action names."""
    for plan in book.plans.values():
        for id, actions in actions_of_duty(plan).items():
            if not actions:
                duty = plan.duties[id]
                yield (
                    duty,
                    "",
                    f"职责 {id} 没有行动；请在 actions.yaml 里写一条 duty: {id} 的行动。",
                )
