"""Taking modules into a plan: parameters filled, ids kept, order by phase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from generator.model.plan import Plan, Use
from generator.model.record import Part
from generator.model.reference import Ref
from generator.model.response import Procedure, ResponseLevel
from generator.model.scale import PHASES, Level, LevelSpan
from generator.model.time import Limit
from generator.model.words import Blank
from generator.model.work import Action, Duty, Module
from generator.source import Problem, Rule

PARAMETER = Rule(
    "P206",
    "模块的参数没有填对",
    "模块里的 $ 参数要由取用它的预案填上，少一个就落不到单位。",
    "uses:\n  - module: baogao",
    "uses:\n  - module: baogao\n    given:\n      lead: qixiang-ju",
)
TWICE = Rule(
    "P203",
    "同一个编号用了两次",
    "编号重复，引用就可能指到别处。改掉一个。",
    "两个文件里都有 units 下的 jiaotong-ju",
    "只在一个文件里登记 jiaotong-ju",
)
RULES = (PARAMETER, TWICE)

P = TypeVar("P", bound=Part)
T = TypeVar("T", Duty, Action)


def filled(part: P, given: Mapping[str, Ref]) -> P:
    """Return the part with its `$` references replaced; unknown ones stay for the checks."""
    changes = {
        name: _filled_value(getattr(part, name), given)
        for name in type(part).model_fields
        if name not in ("id", "phase")
    }
    return part.changed(**changes)


def _filled_value(value: object, given: Mapping[str, Ref]) -> object:
    if isinstance(value, Ref) and value.id.startswith("$"):
        local = given.get(value.id[1:])
        return Ref(value.kinds, local.id, local.scope, local.post) if local else value
    if isinstance(value, tuple):
        return tuple(_filled_value(member, given) for member in value)
    return value


def taken(
    plan: Plan, own: tuple[Mapping[str, Duty], tuple[Action, ...]], modules: Mapping[str, Module]
) -> tuple[dict[str, Duty], dict[str, Action], tuple[Problem, ...]]:
    """Return a plan's duties and actions: its own, its modules', and those of its responses."""
    problems: list[Problem] = []
    duties, actions = list(own[0].values()), list(own[1])
    for use in plan.uses:
        module = modules.get(use.module.id)
        if module is None:
            continue
        problems += _parameters(use, module)
        duties += [filled(duty, use.given) for duty in module.duties.values()]
        actions += [filled(action, use.given) for action in flat(module.actions)]
    actions += response_actions(plan)
    actions.sort(key=lambda action: PHASES.index(action.phase))
    return _unique(duties, problems), _unique(actions, problems), tuple(problems)


def flat(phases: Mapping[str, Mapping[str, Action]]) -> tuple[Action, ...]:
    """Return the actions of all phases, in the order of the phases."""
    return tuple(a for phase in PHASES for a in phases.get(phase, {}).values())


def _parameters(use: Use, module: Module) -> Iterator[Problem]:
    for name in module.parameters.keys() - use.given.keys():
        meaning = module.parameters[name].meaning
        yield Problem(
            use.where,
            PARAMETER.code,
            f"模块 {module.id} 的参数 {name}（{meaning}）没有填，请补上。",
        )
    for name in use.given.keys() - module.parameters.keys():
        yield Problem(
            use.where, PARAMETER.code, f"模块 {module.id} 没有参数 {name}，请删去或改名。"
        )


def _unique(records: Iterable[T], problems: list[Problem]) -> dict[str, T]:
    unique: dict[str, T] = {}
    for record in records:
        if record.id in unique:
            problems.append(
                Problem(
                    record.where,
                    TWICE.code,
                    f"{record.label}编号 {record.id} 在 {unique[record.id].where} 已经用过，请改名。",
                )
            )
        else:
            unique[record.id] = record
    return unique


def starts_response(id: str) -> bool:
    """Return whether an action, by its id, is the decision that starts a response."""
    return id.startswith("xiangying-") and id.endswith("-qidong")


def response_actions(plan: Plan) -> Iterator[Action]:
    """Yield the actions that follow from the response levels: decide, announce, end."""
    if plan.responses is None:
        return
    common = plan.responses.common
    for level, response in plan.responses.levels.items():
        start, announce, end = (
            f"xiangying-{level.rank}-{w}" for w in ("qidong", "xuanbu", "zhongzhi")
        )
        steps = (
            (start, "分级响应", _by(response, common, "decides"), f"批准启动{level}响应",
             f"达到{level}响应启动条件", Limit("立即")),
            (announce, "分级响应", _by(response, common, "announces"), f"宣布启动{level}响应",
             "启动经批准签发", Limit("顺序", after=start)),
            (end, "应急结束", _by(response, common, "ended_by"), f"决定终止{level}响应",
             f"符合{level}响应结束条件", Limit("立即")),
        )  # fmt: skip
        for id, phase, who, deed, when, within in steps:
            if who is None:
                continue
            action = Action.model_construct(
                id=id,
                phase=phase,
                duty=plan.responses.duty,
                who=who,
                when=when,
                within=within,
                do=deed,
                certainty=response.certainty,
                proof="响应启动、终止记录",
                levels=LevelSpan(Level(level.rank), upward=False),
                critical=True,
            )
            action.set_places({"": response.where})
            yield action


def _by(level: ResponseLevel, common: Procedure, field: str) -> Ref | Blank | None:
    who: Ref | Blank | None = getattr(level, field) or getattr(common, field)
    return who
