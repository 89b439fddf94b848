"""A drill rates the actions of its own plan: those of another are rated by a drill of that plan."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills, lines_of
from generator.model.drill import Drill
from generator.model.record import Part
from generator.model.reference import Ref
from generator.source import Rule

RULE = Rule(
    "P382",
    "演练评的是别的预案的行动",
    "评估项、记录和追溯都按一部预案算；别的预案的行动在这里评了，那部预案也看不到。",
    "（hazmat 的演练）expect:\n  - action: environment/jiance",
    "（hazmat 的演练）expect:\n  - new: 请生态环境部门布点监测",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield expected, shown and asked actions of other plans."""
    for scope, drill in all_drills(book):
        for part, field, ref in _actions(drill):
            if ref.scope not in ("", scope.plan):
                yield (
                    part,
                    field,
                    f"{ref} 是预案 {ref.scope} 的行动，这场演练评不了；"
                    "请写成新步骤或要点的文字，或把它放进那部预案的演练。",
                )


def _actions(drill: Drill) -> Iterator[tuple[Part, str, Ref]]:
    for inject in drill.injects.values():
        yield from ((one, "action", one.action) for one in inject.expect if one.action)
    for line in lines_of(drill):
        yield from ((line, "shows", ref) for ref in line.shows)
    for question in drill.questions.values():
        yield from ((one, "action", one.action) for one in question.points if one.action)
