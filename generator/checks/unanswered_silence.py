"""Where nothing happens on a message, control knows what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills
from generator.model.record import Part
from generator.source import Rule

ABSENCE = "plan"
RULE = Rule(
    "P371",
    "没有反应时怎么办没有写",
    "发出去没有人动，导调员就只好干等，或者替参演的人做；补什么要事先写好。",
    "expect:\n  - action: xunba\n    due: T+20",
    "expect:\n  - action: xunba\n    due: T+20\nnothing:\n  after: 10分钟\n  text: 再打一次电话。",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield injects that expect something, follow no other, and have no follow-up."""
    for _, drill in all_drills(book):
        nothings = [one.nothing for one in drill.injects.values() if one.nothing]
        following = {nothing.send.id for nothing in nothings if nothing.send}
        for id, inject in drill.injects.items():
            nothing = inject.nothing
            told = nothing is not None and not (nothing.send is None and nothing.text is None)
            # Without its words an inject takes from a stock that is not known.
            if inject.expect and inject.text and not told and id not in following:
                yield (
                    inject,
                    "nothing",
                    f"注入 {id} 没有反应时怎么办没有写；请写 nothing：等多久，补发哪条或补充说什么。",
                )
