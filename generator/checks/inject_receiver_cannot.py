"""Those who receive an inject can do what is expected of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.ability import able, doer, known
from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills
from generator.handbook.lookup import units_of
from generator.handbook.naming import name_of
from generator.handbook.visit import Scope
from generator.model.inject import Inject
from generator.model.record import Part
from generator.model.reference import Ref
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
            plays = known(book, inject.to, scope)
            for expected in inject.expect if plays is not None else ():
                if expected.action:
                    who, home = doer(book, expected.action, scope)
                else:
                    who, home = expected.who, scope
                    who = who if units_of(book, who, home) else None
                if who and not able(book, who, home, plays or (), scope):
                    field = "action" if expected.action else "who"
                    yield expected, field, _sentence(book, inject, who, home, scope)


def _sentence(book: Handbook, inject: Inject, who: Ref, home: Scope, scope: Scope) -> str:
    roles = "、".join(name_of(book, ref, scope) for ref in inject.to)
    return (
        f"注入 {inject.id} 发给{roles}，而这一步由{name_of(book, who, home)}做；"
        "请在 to 里加上做得了的角色，或改期待。"
    )
