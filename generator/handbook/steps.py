"""Actions as an operating manual lays them out: their T+, the step before, who takes part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.citing import gathered
from generator.handbook.lookup import doers_of, find, units_of
from generator.handbook.modules import starts_response
from generator.handbook.views import actions_of_nobody, actions_of_unit, limit_kind
from generator.handbook.visit import Scope
from generator.model.reference import Citation, Ref
from generator.model.scale import Level, LevelSpan
from generator.model.time import Limit
from generator.model.work import Action

ON_EVENT = ("信息报告", "先期处置", "分级响应", "信息发布", "应急结束")
_ON_THE_GROUND = ("先期处置", "分级响应")


@dataclass(frozen=True, eq=False)
class Step:
    """One action in a manual; `levels` are the ranks it is due at, empty where at all."""

    action: Action
    offset: str
    kind: str
    before: tuple[Ref, ...]
    units: tuple[str, ...]
    levels: tuple[int, ...]
    commanded: bool
    basis: tuple[Citation, ...]
    limit_source: tuple[Citation, ...]


@dataclass(frozen=True, eq=False)
class FirstActions:
    """What a unit does first: when a warning comes, when something has happened, or else."""

    on_warning: Action | None
    on_event: Action | None
    otherwise: Action | None
    own: int
    count: int


def step(book: Handbook, plan: PlanBook, action: Action) -> Step:
    """Return an action as the manual lays it out."""
    scope = Scope(plan.plan.id)
    actor = find(book, action.who, scope) if isinstance(action.who, Ref) else None
    return Step(
        action,
        offset(action.within),
        limit_kind(book, action),
        before(action),
        units_of(book, action.who, scope),
        ranks(action.levels),
        getattr(actor, "kind", "") == "position",
        gathered(action.basis),
        gathered(action.limit_source),
    )


def offset(limit: Limit) -> str:
    """Return the limit counted from T, the moment the action's 什么时候 comes; a blank has none."""
    length = str(limit.duration or "").replace("分钟", "分")
    match limit.kind:
        case "立即":
            return "T+0"
        case "空白":
            return ""
        case "顺序":
            return f"接上一步{length}"
        case _:
            return f"T+{length}"


def before(action: Action) -> tuple[Ref, ...]:
    """Return the actions this one comes after, the one its limit names included."""
    named = action.within.after
    if not named:
        return action.after
    plan, _, id = named.rpartition("/")
    return tuple(dict.fromkeys((Ref(("action",), id, plan), *action.after)))


def ranks(span: LevelSpan | None) -> tuple[int, ...]:
    """Return the ranks of the levels an action is due at, nothing where it is due at each."""
    return tuple(rank for rank in (1, 2, 3, 4) if span and span.includes(Level(rank)))


def first_actions(book: Handbook, plan: PlanBook) -> Mapping[str, FirstActions]:
    """Return what each unit does first, in the order of the register."""
    return {unit: _first(unit, actions) for unit, actions in actions_of_unit(book, plan).items()}


def first_actions_of_nobody(book: Handbook, plan: PlanBook) -> Mapping[str, FirstActions]:
    """Return what each position nobody is named for does first."""
    unheld = actions_of_nobody(book, plan)
    return {id: _first(id, actions) for id, actions in unheld.items() if id}


def _first(unit: str, actions: tuple[Action, ...]) -> FirstActions:
    warned = min(
        (action for action in actions if action.phase == "监测预警"),
        key=lambda action: (action.within.kind != "立即", not _own(action, unit)),
        default=None,
    )
    happened = min(
        (action for action in actions if action.phase in ON_EVENT[:-1]),
        key=lambda action: _urgency(action, unit),
        default=None,
    )
    otherwise = None if warned or happened else actions[0]
    own = sum(_own(action, unit) for action in actions)
    return FirstActions(warned, happened, otherwise, own, len(actions))


def _own(action: Action, unit: str) -> bool:
    return getattr(action.who, "id", "") == unit


def _urgency(action: Action, unit: str) -> tuple[int, bool, bool, int]:
    """Sort what a unit starts with: its own at once, then what its groups do on the ground.

    Of its own at once the decision that starts a response comes first, at the lowest level; what
    comes after another action, or only at some levels, comes last.
    """
    own, now = _own(action, unit), action.within.kind == "立即"
    if own and now and action.phase != "信息发布":
        levels = ranks(action.levels)
        if starts_response(action.id):
            return 0, False, False, -max(levels, default=0)
        return 0, True, bool(action.after), len(levels)
    if action.phase in _ON_THE_GROUND:
        return 1, not now, not own, 0
    return 2, not now, not own, 0


def actions_by_actor(plan: PlanBook) -> Mapping[str, tuple[Action, ...]]:
    """Return the actions of each unit, post of command or group itself, by its id."""
    grouped: dict[str, list[Action]] = {}
    for action in plan.actions.values():
        if isinstance(action.who, Ref):
            grouped.setdefault(action.who.id, []).append(action)
    return {id: tuple(actions) for id, actions in grouped.items()}


def groups_of_unit(book: Handbook, plan: PlanBook) -> Mapping[str, tuple[str, ...]]:
    """Return the posts of command and groups with actions that each unit holds or belongs to.

    Those nobody holds or leads are left out.
    """
    scope = Scope(plan.plan.id)
    acting = [id for id in actions_by_actor(plan) if id in plan.plan.command]
    members = {id: doers_of(book, Ref(("position",), id), scope) for id in acting}
    return {
        unit: tuple(id for id in acting if unit in members[id]) for unit in book.registers.units
    }
