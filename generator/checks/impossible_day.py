"""What is to be mended is due after the drill that found it, and looked at again after it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.retest import Owed, owed
from generator.model.record import Part
from generator.model.time import Day
from generator.source import Rule

RULE = Rule(
    "P386",
    "整改的日子在演练以前",
    "问题是演练那天才发现的，期限、再议的日子不会更早；写错了，台账一生成就是超期，或者永远没人再看。",
    "held_on: 2029-06-01\n……\ndue: 2028-09-01",
    "held_on: 2029-06-01\n……\ndue: 2029-09-01",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield days of improvements before their drill."""
    for one in owed(book):
        if told := _before(one, one.improvement.due, "期限"):
            yield one.improvement, "due", told
        deferred = one.improvement.deferred
        if deferred and (told := _before(one, deferred.review, "再议的日子")):
            yield deferred, "review", told


def _before(one: Owed, day: object, what: str) -> str:
    early = isinstance(day, Day) and one.since.after(day)
    return f"{what} {day} 在演练（{one.since}）以前；请核对日期。" if early else ""
