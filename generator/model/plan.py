"""A special emergency plan: what it covers, its grades, and what it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from generator.model.command import Position
from generator.model.criteria import Sourced, SourcedCriteria, Statement
from generator.model.icon import Icon
from generator.model.record import Entries, Only, Part, Record, Trace
from generator.model.reference import (
    Cite,
    FactRef,
    KnownUnit,
    ModuleRef,
    PlanRef,
    Ref,
    UnitRef,
    ref_to,
)
from generator.model.reporting import Reporting
from generator.model.response import Responses
from generator.model.scalar import Scalar
from generator.model.scale import Audience, Grade, Phase
from generator.model.time import KnownDay
from generator.model.warning import Warning, WarningResponse
from generator.model.words import (
    Id,
    KnownName,
    KnownSentence,
    Name,
    Order,
    Paragraph,
    Sentence,
    choice,
)

BasisStatus = Annotated[str, Scalar(choice("实有", "推定"), "实有 或 推定")]
Argument = Annotated[Ref, Scalar(ref_to("unit", "position"), "单位、岗位或指挥职务的编号")]


class Scope(Part):
    """What the plan is for and what it is not for."""

    covers: tuple[Sentence, ...]
    """适用于什么。"""
    excludes: tuple[Sentence, ...] = ()
    """不适用于什么，去找哪部预案。"""


class Risk(Sourced):
    """A risk of the place, with the facts it rests on."""

    text: Sentence
    """什么风险，一句话。"""
    facts: Annotated[tuple[FactRef, ...], Trace()] = ()
    """依据的事实。"""


class Clause(Record):
    """One numbered clause of the plan's own text, where that text is loaded."""

    label: ClassVar[str] = "条款"
    kind: ClassVar[str] = "clause"
    least: ClassVar[Audience] = Audience.RESPONDER

    number: Name
    """正式文本里的编号。"""
    text: Paragraph
    """正式文本的原文。"""


class EventGrade(SourcedCriteria):
    """The criteria of one event grade."""


class Use(Part):
    """A module taken by the plan, with its local parameters."""

    module: ModuleRef
    """模块的编号。"""
    given: Mapping[Id, Argument] = {}
    """参数：名称和本地的单位或岗位。"""


class Retired(Part):
    """An id no longer used; it may not be used again."""

    id: Id
    """停用的编号。"""
    reason: Sentence
    """为什么停用。"""
    was: Sentence | None = None
    """停用时的原话；已经演过的演练里用到它的地方照样显示。"""


class Uncovered(Part):
    """Phases in which some units have nothing to do, and why."""

    units: tuple[UnitRef, ...]
    """哪些单位。"""
    phases: tuple[Phase, ...]
    """在哪些阶段。"""
    reason: Sentence
    """为什么没有行动。"""


class Plan(Record):
    """plan.yaml: the head and the structure of one special plan."""

    label: ClassVar[str] = "预案"
    kind: ClassVar[str] = "plan"
    least: ClassVar[Audience] = Audience.PUBLIC

    title: Name
    """预案名称。"""
    short: Name
    """简称，用于导航。"""
    order: Order
    """在目录里的次序。"""
    icon: Icon = "预案"
    """首页上的图案。"""
    summary: Sentence
    """一句话说明，给公众看。"""
    basis: BasisStatus
    """实有：见到地区正式文本；推定：尚未见到。"""
    evidence: Sentence
    """实有或推定的理由。"""
    lead: KnownUnit
    """牵头单位。"""
    lead_note: Sentence | None = None
    """牵头单位的依据或保留。"""
    scope: Scope
    """适用范围。"""
    number: Annotated[KnownName | None, Only(Audience.RESPONDER)] = None
    """文号。"""
    issued_on: Annotated[KnownDay | None, Only(Audience.RESPONDER)] = None
    """印发日期。"""
    in_force_from: Annotated[KnownDay | None, Only(Audience.RESPONDER)] = None
    """施行日期。"""
    approved_by: Annotated[KnownName | None, Only(Audience.RESPONDER)] = None
    """谁审批。"""
    filed_with: Annotated[KnownSentence | None, Only(Audience.RESPONDER)] = None
    """报谁备案。"""
    published: Annotated[KnownSentence | None, Only(Audience.RESPONDER)] = None
    """怎样公开。"""
    interpreted_by: Annotated[KnownName | None, Only(Audience.RESPONDER)] = None
    """谁负责解释。"""
    next_review: Annotated[KnownDay | None, Only(Audience.RESPONDER)] = None
    """下次评估日期。"""
    principles: Annotated[tuple[Sentence, ...], Only(Audience.RESPONDER)] = ()
    """工作原则。"""
    upper: tuple[Cite, ...] = ()
    """上位法律和上位预案。"""
    neighbours: tuple[PlanRef, ...] = ()
    """衔接的预案。"""
    risks: tuple[Risk, ...] = ()
    """本地的风险。"""
    grades: Mapping[Grade, EventGrade] = {}
    """事件分级。"""
    grades_note: Sentence | None = None
    """分级的说明或保留。"""
    warnings: Entries[Warning] = {}
    """预警信号。"""
    warning_responses: Annotated[tuple[WarningResponse, ...], Only(Audience.RESPONDER)] = ()
    """预警响应。"""
    warning_lifting: Annotated[Statement | None, Only(Audience.RESPONDER)] = None
    """预警的调整和解除。"""
    responses: Annotated[Responses | None, Only(Audience.RESPONDER)] = None
    """应急响应各级。"""
    reporting: Annotated[Reporting | None, Only(Audience.RESPONDER)] = None
    """信息报告。"""
    command: Annotated[Entries[Position], Only(Audience.RESPONDER)] = {}
    """指挥体系。"""
    support: Annotated[tuple[Statement, ...], Only(Audience.RESPONDER)] = ()
    """应急保障：队伍、资金、物资、交通、通信、电力、医疗、治安。"""
    annexes: Annotated[tuple[Statement, ...], Only(Audience.RESPONDER)] = ()
    """附件。"""
    clauses: Annotated[Entries[Clause], Only(Audience.RESPONDER)] = {}
    """正式文本逐条；没有就留空，页面会说明。"""
    uses: Annotated[tuple[Use, ...], Only(Audience.TRAINER)] = ()
    """取用的模块。"""
    retired: Annotated[tuple[Retired, ...], Only(Audience.RESPONDER)] = ()
    """停用的编号。"""
    members: Annotated[tuple[UnitRef, ...], Only(Audience.RESPONDER)] = ()
    """成员单位。"""
    uncovered: Annotated[tuple[Uncovered, ...], Only(Audience.TRAINER)] = ()
    """哪些单位在哪些阶段没有行动，为什么；没有理由就要补行动。"""
