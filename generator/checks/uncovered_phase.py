"""Every phase has its action for the lead and for each grassroots unit, or a stated reason."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.coverage import known, uncovered_cells
from generator.model.record import Part
from generator.source import Rule

ABSENCE = "plan"
RULE = Rule(
    "P310",
    "有的阶段没有人做事",
    "乡镇、村、学校这些第一线，在哪个阶段没有行动，就在哪个阶段没有人管。",
    "学校在“监测预警”阶段没有行动，也没有说明",
    "写一条学校的行动，或在 plan.yaml 的 uncovered 里写明理由",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield one sentence a unit, naming the phases it has no action in."""
    for plan in book.plans.values():
        if not all(known(book, plan, action.who) for action in plan.actions.values()):
            # Whoever is named wrongly is told by P201; their phases would only seem empty.
            continue
        for unit, phases in uncovered_cells(book, plan).items():
            name = book.registers.units[unit].name
            yield (
                plan.plan,
                "members",
                (
                    f"{name}（{unit}）在这些阶段没有行动：{'、'.join(phases)}；"
                    "请补上行动，或在 uncovered 里写明理由。"
                ),
            )
        for entry in plan.plan.uncovered:
            for ref in entry.units:
                done = {
                    a.phase for a in plan.actions.values() if getattr(a.who, "id", "") == ref.id
                }
                for phase in entry.phases:
                    if phase in done:
                        yield (
                            entry,
                            "phases",
                            (f"{ref} 在“{phase}”已经有行动；请从 uncovered 里删去这个阶段。"),
                        )
