"""Whatever is rated was set off in time, before somebody who can do it, and can be seen."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.ability import able, doer, known
from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills, lines_of, sent_at
from generator.handbook.naming import name_of
from generator.handbook.visit import Scope
from generator.model.drill import Drill
from generator.model.inject import Expected, Inject
from generator.model.record import Part
from generator.model.reference import Ref
from generator.model.time import Moment
from generator.source import Rule

RULE = Rule(
    "P374",
    "评估项没有触发，或看不见",
    "没有送到人、来不及做、没有人做得了，打的分就不作数。",
    "at: T+30\nexpect:\n  - action: xunba\n    due: T+20",
    "at: T+30\nexpect:\n  - action: xunba\n    due: T+40",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield what is rated and was never asked for, or not of anybody who can do it in time."""
    for scope, drill in all_drills(book):
        yield from _injects(drill)
        for line in lines_of(drill):
            roles = (*((line.by,) if line.by else ()), *line.to)
            if line.shows and not (line.say or line.do):
                yield line, "shows", "这一行展示的行动没有说也没有做，看不见；请写 say 或 do。"
            for action in line.shows:
                if who := _nobody(book, action, roles, scope):
                    told = "请在 by 或 to 里写上做得了的角色，或改 shows"
                    yield line, "shows", f"行动 {action} 由{who}做，这一行里没有他；{told}。"
        for stage in drill.stages:
            for question in stage.questions.values():
                for point in question.points:
                    asked = point.action
                    if asked and (who := _nobody(book, asked, question.to, scope)):
                        told = "请在 to 里加上做得了的角色，或改要点"
                        yield (
                            point,
                            "action",
                            f"行动 {asked} 由{who}做，题没有问他；{told}。",
                        )


def _injects(drill: Drill) -> Iterator[tuple[Part, str, str]]:
    times = sent_at(drill)
    for id, inject in drill.injects.items():
        if inject.expect and id not in times:
            told = "请写上 at，或让另一条注入补发它"
            yield inject, "", f"注入 {id} 没有时刻，也没有哪条注入补发它，评估项触发不了；{told}。"
        elif id in times:
            yield from _late(inject, times[id])
        for expected in inject.expect:
            if expected.new and expected.who is None:
                yield expected, "new", "新步骤没有写由谁做，评估员不知道看谁；请加 who。"


def _late(inject: Inject, sent: Moment) -> Iterator[tuple[Expected, str, str]]:
    for expected in inject.expect:
        if expected.due.clock != sent.clock:
            told = "请用同一种写法"
            yield expected, "due", f"注入在 {sent}，最迟写的是 {expected.due}，对不上；{told}。"
            continue
        if sent.until(expected.due) <= 0:
            told = "请把 due 改晚，或把注入提前"
            yield expected, "due", f"最迟 {expected.due}，注入 {sent} 才到，来不及做；{told}。"


def _nobody(book: Handbook, action: Ref, roles: tuple[Ref, ...], scope: Scope) -> str:
    """Return who is to do an action that none of the roles can do, or nothing."""
    who, home = doer(book, action, scope)
    plays = known(book, roles, scope)
    if who is None or plays is None or able(book, who, home, plays, scope):
        return ""
    return name_of(book, who, home)
