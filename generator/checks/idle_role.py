"""Nobody who is tried waits longer than the drill allows, or is called on while away."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills, sent_at
from generator.handbook.engagement import PROPOSED, Engagement, engagement, pauses, players
from generator.model.drill import Drill, Role
from generator.model.record import Part
from generator.model.time import Moment
from generator.source import Rule

RULE = Rule(
    "P370",
    "角色闲得太久，或不在场还受领任务",
    "人请来了没有事做，练不到，也坐不住。默认最多闲多久是建议值·非法定，演练可以自己定。",
    "cast:\n  jia-zhiban: …（T+20 以后再没有事）",
    "cast:\n  jia-zhiban:\n    leaves: T+30\n（或 keeps: 一直守电话、记来电；或加一条注入；或定 idle_limit）",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield roles with a pause longer than the drill's limit, and roles called on while away."""
    for _, drill in all_drills(book):
        of = engagement(drill)
        if of is None:
            continue
        for role in players(drill).values():
            yield from _away(drill, role, of)
            # What somebody keeps doing fills pauses; it is no trial of its own.
            if role.keeps is None or role.id not in of.spells:
                yield from _idle(drill, role, of)


def _idle(drill: Drill, role: Role, of: Engagement) -> Iterator[tuple[Part, str, str]]:
    body = next(name for name in PROPOSED if getattr(drill, name))
    limit = drill.idle_limit.minutes if drill.idle_limit else PROPOSED[body]
    longest = max(pauses(role, of), key=lambda one: one.end - one.start, default=None)
    if longest is None or longest.end - longest.start <= limit:
        return
    begun, ended = Moment(longest.start, of.clock), Moment(longest.end, of.clock)
    told = "本演练定的" if drill.idle_limit else "建议值（非法定）"
    yield (
        role,
        "",
        f"{role.name}从 {begun} 到 {ended} 没有事做，超过{told}{limit}分钟；"
        "请给它一条消息或一道题，或写 keeps、joins、leaves。",
    )


def _away(drill: Drill, role: Role, of: Engagement) -> Iterator[tuple[Part, str, str]]:
    """Messages sent only when needed count too: they find the role there or not."""
    times = sent_at(drill)
    starts = [Moment(spell.start, of.clock) for spell in of.spells.get(role.id, ())]
    starts += [
        times[id]
        for id, inject in drill.injects.items()
        if id in times and any(ref.id == role.id for ref in inject.to)
    ]
    joins, leaves = role.joins, role.leaves
    early = min((at for at in starts if joins and at.clock == joins.clock), default=None)
    late = max((at for at in starts if leaves and at.clock == leaves.clock), default=None)
    if joins and early and early < joins:
        yield role, "joins", f"{role.name} {joins} 才上场，{early} 就有它的事；请把 joins 改早。"
    if leaves and late and leaves < late:
        yield role, "leaves", f"{role.name} {leaves} 撤下了，{late} 还有它的事；请把 leaves 改晚。"
