"""What an improvement says of its retest and what drills say they carry agree."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills
from generator.handbook.held import to_come
from generator.handbook.lookup import find
from generator.handbook.rated import expected_actions
from generator.handbook.retest import CLOSED, Owed, carries, owed, tried_by
from generator.handbook.visit import Scope
from generator.model.drill import Drill
from generator.model.record import Part
from generator.model.time import Day
from generator.source import Rule

RULE = Rule(
    "P362",
    "复验的演练两边写得不一样",
    "整改说由这次演练复验，演练却没有带上它，到时候谁也不看；反过来也一样。"
    "带上了，就要有一处看它改的行动。样例不会真的演，复验不了。",
    "retest: shifan，而演练 shifan 的 carries 里没有这条整改",
    "retest: shifan，演练 shifan 写 carries: [jia-guangbo]",
)
Found = Iterator[tuple[Part, str, str]]


def check(book: Handbook) -> Found:
    """Yield retests and carried improvements without their counterpart."""
    every = tuple(owed(book))
    for one in every:
        yield from _named(book, one)
    waiting = {id(drill) for _, drill in to_come(book)}
    for scope, drill in all_drills(book):
        if drill.carries and drill.status == "样例":
            yield (
                drill,
                "carries",
                "样例不会真的演，复验不了整改；请删去 carries，真要演就把 status 改成 计划。",
            )
        elif id(drill) in waiting and book.sealed.get(drill.id) is not drill:
            for one in every:
                if carries(scope, drill, one):
                    yield from _unnamed(one, scope, drill)
                    yield from _unseen(book, one, scope, drill)


def _unseen(book: Handbook, one: Owed, scope: Scope, drill: Drill) -> Found:
    """A drill that carries an improvement looks at what was mended."""
    wanted = tried_by(book, one)
    if one.open and wanted and not wanted & expected_actions(scope, drill):
        shown = "、".join(sorted(id for _, id in wanted))
        told = f"带上了整改 {one.improvement.id}，却没有一处看它改的行动：{shown}；请加一条注入、脚本或题目去看。"
        yield drill, "carries", told


def _named(book: Handbook, one: Owed) -> Found:
    ref, own = one.improvement.retest, one.improvement.id
    drill = find(book, ref, one.scope) if ref else None
    if ref is None or not isinstance(drill, Drill):
        return
    if drill.status == "样例":
        told = f"复验写的是样例 {ref}，样例不会真的演；请改成一次要真演的演练。"
        yield one.improvement, "retest", told
        return
    home = Scope(ref.scope or one.scope.plan, drill.id)
    if not carries(home, drill, one):
        id = own if home.plan == one.scope.plan else f"{one.scope.plan}/{own}"
        told = f"复验写的是演练 {ref}，它的 carries 里没有 {id}；请在 {drill.where.path} 里补上，或改 retest。"
        yield one.improvement, "retest", told
    held, since = drill.held_on, one.since
    if isinstance(held, Day) and not held.after(since):
        told = f"复验的演练 {ref} 在 {held}，不在这份记录（{since}）以后；请改成以后的一次演练。"
        yield one.improvement, "retest", told


def _unnamed(one: Owed, scope: Scope, drill: Drill) -> Found:
    ref = one.improvement.retest
    named = ref is not None and (ref.scope or one.scope.plan, ref.id) == (scope.plan, drill.id)
    own = one.improvement.id
    if one.improvement.status == CLOSED:
        yield drill, "carries", f"整改 {own} 已经关闭，不用再复验；请从 carries 里删去。"
    elif not named:
        wanted = drill.id if scope.plan == one.scope.plan else f"{scope.plan}/{drill.id}"
        written = f"写的是 {ref}" if ref else "没有写"
        told = (
            f"这次演练带了整改 {own}，那条整改的 retest {written}；"
            f"请在 {one.improvement.where.path} 里写 retest: {wanted}，或从 carries 里删去。"
        )
        yield drill, "carries", told
