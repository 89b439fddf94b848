"""Those who receive an inject can do what is expected of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills
from generator.handbook.lookup import find, units_of
from generator.handbook.naming import name_of
from generator.handbook.visit import Scope
from generator.model.command import Position
from generator.model.drill import Role
from generator.model.inject import Expected, Inject
from generator.model.record import Part
from generator.model.reference import Ref
from generator.model.words import Blank
from generator.model.work import Action
from generator.source import Rule

RULE = Rule(
    "P321",
    "收到注入的人做不了期待的事",
    "消息发给了不相干的人，等不到反应，不是参演的人做得差，是题出错了。",
    "to: [jizhe]\nexpect:\n  - action: xunba（甲局做）",
    "to: [jia-zhiban]\nexpect:\n  - action: xunba（甲局做）",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield expected steps whose actor shares no unit with the receivers of the inject."""
    for scope, drill in all_drills(book):
        for inject in drill.injects.values():
            roles = [find(book, ref, scope) for ref in inject.to]
            plays = [role.plays for role in roles if isinstance(role, Role)]
            if len(plays) < len(inject.to) or any(_empty(book, part, scope) for part in plays):
                continue
            for expected in inject.expect:
                who, home = _actor(book, expected, scope)
                if who is None or any(_same(book, who, home, part, scope) for part in plays):
                    continue
                field = "action" if expected.action else "who"
                yield expected, field, _sentence(book, inject, who, home, scope)


def _empty(book: Handbook, part: Ref | None, scope: Scope) -> bool:
    """Tell whether a part stands for no unit and does not say so; P303 tells of that."""
    position = find(book, part, scope) if part else None
    if not isinstance(position, Position) or units_of(book, part, scope):
        return False
    return not any(isinstance(held, Blank) for held in (*position.held_by, position.lead))


def _actor(book: Handbook, expected: Expected, scope: Scope) -> tuple[Ref | None, Scope]:
    """Who is to act, and where that id is at home; nobody where it stands for no unit yet."""
    who, home = expected.who, scope
    if expected.action:
        action = find(book, expected.action, scope)
        home = Scope(expected.action.scope or scope.plan)
        who = action.who if isinstance(action, Action) and isinstance(action.who, Ref) else None
    return (who, home) if units_of(book, who, home) else (None, home)


def _same(book: Handbook, who: Ref, home: Scope, part: Ref | None, scope: Scope) -> bool:
    if part is None:
        return False
    if (part.id, part.scope or scope.plan) == (who.id, who.scope or home.plan):
        return True
    actors, players = units_of(book, who, home), units_of(book, part, scope)
    return any(_stands_for(book, one, other) for one in actors for other in players)


def _stands_for(book: Handbook, one: str, other: str) -> bool:
    """A unit is itself; a class of units (各县市) also stands for each of its kind."""
    first, second = book.registers.units[one], book.registers.units[other]
    return one == other or (first.type == second.type and first.many != second.many)


def _sentence(book: Handbook, inject: Inject, who: Ref, home: Scope, scope: Scope) -> str:
    roles = "、".join(name_of(book, ref, scope) for ref in inject.to)
    return (
        f"注入 {inject.id} 发给{roles}，而这一步由{name_of(book, who, home)}做；"
        "请在 to 里加上做得了的角色，或改期待。"
    )
