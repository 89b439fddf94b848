"""An open improvement is tried again by its owner's next drill, or deferred by somebody."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.naming import name_of
from generator.handbook.retest import Owed, carries, following, of_owner, owed
from generator.model.drill import Drill
from generator.model.record import Part
from generator.model.reference import Ref
from generator.source import Rule

ABSENCE = "handbook"
RULE = Rule(
    "P361",
    "整改没有带到下一次演练",
    "整改完没完成，要再演一次才知道。下一次演练是：在这份记录以后，状态是“计划”、还没有记录，"
    "负责的单位又参加的演练里，日期最早的一个，没定日期的排在后面；先看同一部预案的，"
    "同一部预案没有，才看别的预案的。封存的演练不算，免得公开的记录露出它来。负责的单位一次演练都没有排上，"
    "就由 retest 写的那次演练带上，或者缓办，写明理由和谁批准。",
    "status: 整改中，而下一次演练没有写 carries",
    "在下一次演练里写 carries: [jia-guangbo]",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield open improvements that neither the next drill carries nor anybody deferred.

    Whether what lies in the open is in order must not depend on what is sealed.
    """
    book = book.changed(sealed={})
    for one in owed(book):
        if not one.open:
            continue
        coming = of_owner(book, one)
        if any(carries(scope, drill, one) for scope, drill in coming[:1] or following(book, one)):
            continue
        if coming:
            scope, drill = coming[0]
            yield one.improvement, "", _told(book, one, scope.plan, drill)
        else:
            yield one.improvement, "", _nobody(book, one)


def _told(book: Handbook, one: Owed, plan: str, drill: Drill) -> str:
    home = one.scope.plan
    id = one.improvement.id if plan == home else f"{home}/{one.improvement.id}"
    return (
        f"{_called(book, one)}没有带到下一次演练“{drill.title}”；"
        f"请在 {drill.where.path} 的 carries 里写上 {id}，或改为 缓办 并写 deferred。"
    )


def _nobody(book: Handbook, one: Owed) -> str:
    return (
        f"{_called(book, one)}没有演练可带，负责单位后面没有排演练；"
        f"请安排一次，在它的 carries 里写上 {one.improvement.id}，或改为 缓办 并写 deferred。"
    )


def _called(book: Handbook, one: Owed) -> str:
    owner = one.improvement.owner
    name = name_of(book, owner, one.scope) if isinstance(owner, Ref) else "还没定谁"
    return f"整改 {one.improvement.id}“{one.improvement.text}”（{name}负责）"
