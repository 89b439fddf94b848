"""What a drill expects is due no later than the plan's own limit."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills, sent_at
from generator.handbook.lookup import find
from generator.model.record import Part
from generator.model.time import MINUTES_A_DAY, Moment
from generator.model.work import Action
from generator.source import Rule

RULE = Rule(
    "P322",
    "演练放宽了规定的时限",
    "演练时放宽，真出事就会超时；只有写明时长的时限才比，立即、建议值和空白不比。",
    "at: T+5\nexpect:\n  - action: shumian（限 1小时）\n    due: T+90",
    "at: T+5\nexpect:\n  - action: shumian（限 1小时）\n    due: T+65",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield expected actions due later than the inject's time and the action's limit allow."""
    for scope, drill in all_drills(book):
        times = sent_at(drill)
        for inject in drill.injects.values():
            sent = times.get(inject.id)
            for expected in inject.expect:
                action = find(book, expected.action, scope) if expected.action else None
                if sent is None or not isinstance(action, Action):
                    continue
                limit = action.within.duration if action.within.kind == "时长" else None
                if limit is None or sent.clock != expected.due.clock:
                    continue
                if sent.until(expected.due) > limit.minutes:
                    yield (
                        expected,
                        "due",
                        f"行动 {action.id} 限{limit}，注入在 {sent}，最迟是 "
                        f"{_later(sent, limit.minutes)}；请把 due 改成这个时刻或更早。",
                    )


def _later(sent: Moment, minutes: int) -> Moment:
    latest = sent.minutes + minutes
    return Moment(latest % MINUTES_A_DAY if sent.clock else latest, sent.clock)
