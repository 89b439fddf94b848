"""The response ladder as readers ask for it: who, for which levels, by which derived actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.handbook.book import PlanBook
from generator.model.command import Position
from generator.model.reference import Ref
from generator.model.response import Responses
from generator.model.scale import Level
from generator.model.words import Blank

_PROCEDURE = (
    ("proposes", "提出建议", ""),
    ("consults", "会商研判", ""),
    ("decides", "批准启动", "qidong"),
    ("signs", "签发", ""),
    ("announces", "宣布启动", "xuanbu"),
    ("ended_by", "决定终止", "zhongzhi"),
)


@dataclass(frozen=True)
class Answer:
    """Who, and for which levels; levels with the same answer stand together."""

    levels: str
    who: tuple[Ref | Blank, ...]


@dataclass(frozen=True)
class ProcedureStep:
    """One step in starting or ending a response, with the actions derived from it by level."""

    title: str
    answers: tuple[Answer, ...]
    actions: tuple[tuple[Level, str], ...]


def answers(responses: Responses, field: str) -> tuple[Answer, ...]:
    """Return who does something at which levels; nothing where no level says."""
    grouped: dict[tuple[Ref | Blank, ...], list[Level]] = {}
    for level, own in responses.levels.items():
        who = getattr(own, field) or getattr(responses.common, field) or ()
        grouped.setdefault(who if isinstance(who, tuple) else (who,), []).append(level)
    if not any(grouped):
        return ()
    if len(grouped) == 1:
        return (Answer("各级", next(iter(grouped))),)
    return tuple(Answer("、".join(map(str, levels)), who) for who, levels in grouped.items())


def procedure(plan: PlanBook) -> Iterator[ProcedureStep]:
    """Yield the steps from the proposal to the end, those nobody is named for left out."""
    responses = plan.plan.responses
    if responses is None:
        return
    for field, title, word in _PROCEDURE:
        derived = ((level, f"xiangying-{level.rank}-{word}") for level in responses.levels)
        actions = tuple((level, id) for level, id in derived if id in plan.actions)
        if found := answers(responses, field):
            yield ProcedureStep(title, found, actions)


def posts_of_command(plan: PlanBook) -> tuple[Position, ...]:
    """Return the posts of command, each followed by those that stand in for it."""
    posts = {id: p for id, p in plan.plan.command.items() if p.type == "职务"}
    stood_for = {p.stand_in.id for p in posts.values() if p.stand_in}
    ordered: dict[str, Position] = {}
    for id in (*(id for id in posts if id not in stood_for), *posts):
        while id in posts and id not in ordered:
            ordered[id] = posts[id]
            stand_in = posts[id].stand_in
            id = stand_in.id if stand_in else ""
    return tuple(ordered.values())


def groups_of_command(plan: PlanBook) -> tuple[tuple[str, tuple[Position, ...]], ...]:
    """Return what is under the posts of command, by type, in the order of the file."""
    types = dict.fromkeys(p.type for p in plan.plan.command.values() if p.type != "职务")
    return tuple(
        (type, tuple(p for p in plan.plan.command.values() if p.type == type)) for type in types
    )
