"""Duties and the actions that carry them out: duties.yaml, actions.yaml and modules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from generator.model.record import Entries, Only, Part, Record, Trace, grouped_under
from generator.model.reference import (
    ActionRef,
    ActorRef,
    Cite,
    ClauseRef,
    DutyRef,
    FormRef,
    KnownActor,
    MandateRef,
    SupplyRef,
    TeamRef,
)
from generator.model.scalar import Scalar
from generator.model.scale import Audience, Certainty, Levels, Phase
from generator.model.time import Span, Within
from generator.model.words import Flag, Id, Name, Sentence, prose

Deed = Annotated[str, Scalar(prose(40), "一个动作，一句话，最多 40 字")]


class Duty(Record):
    """What a unit owes under the plan."""

    label: ClassVar[str] = "职责"
    kind: ClassVar[str] = "duty"
    least: ClassVar[Audience] = Audience.RESPONDER

    text: Sentence
    """职责，一句话。"""
    lead: KnownActor
    """牵头，只写一个。"""
    joint_leads: tuple[ActorRef, ...] = ()
    """并列牵头；只有依据写明才填。"""
    support: tuple[ActorRef, ...] = ()
    """配合单位。"""
    basis: tuple[Cite, ...]
    """依据的条款。"""
    certainty: Certainty
    """依据和分工核到什么程度。"""
    clauses: Annotated[tuple[ClauseRef, ...], Trace()] = ()
    """本预案正式文本的条款。"""
    mandates: Annotated[tuple[MandateRef, ...], Trace()] = ()
    """落实的工作要点。"""


class Action(Record):
    """One step of one actor."""

    label: ClassVar[str] = "行动"
    kind: ClassVar[str] = "action"
    least: ClassVar[Audience] = Audience.RESPONDER

    phase: Phase
    """阶段，取自所在的分组，不必另写。"""
    duty: DutyRef
    """落实哪条职责。"""
    who: KnownActor
    """谁来做：单位、单位.岗位、指挥职务或工作组。"""
    when: Sentence
    """什么时候开始。"""
    within: Within
    """多长时间内完成。"""
    limit_source: tuple[Cite, ...] = ()
    """时限的出处；写了具体时长就必须有。"""
    do: Deed
    """做什么：一个动词，一句话，40 字以内。"""
    certainty: Certainty
    """这一步核到什么程度。"""
    every: Span | None = None
    """多久重复一次；不是时限。"""
    report_to: tuple[KnownActor, ...] = ()
    """做完向谁报。"""
    form: FormRef | None = None
    """填哪张表。"""
    proof: Name | None = None
    """留下什么记录。"""
    levels: Levels | None = None
    """哪些响应级别；不写就是各级都做。"""
    needs: tuple[Name, ...] = ()
    """需要什么条件。"""
    teams: tuple[TeamRef, ...] = ()
    """需要哪些队伍。"""
    supplies: tuple[SupplyRef, ...] = ()
    """需要哪些物资。"""
    caution: tuple[Sentence, ...] = ()
    """安全提醒。"""
    after: tuple[ActionRef, ...] = ()
    """在哪些行动之后。"""
    critical: Flag = False
    """是否关键动作。"""
    basis: tuple[Cite, ...] = ()
    """这一步自己的依据。"""


Phased = Annotated[Mapping[Phase, Entries[Action]], grouped_under("phase")]


class DutiesFile(Part):
    """duties.yaml."""

    duties: Entries[Duty]
    """职责，按编号。"""


class ActionsFile(Part):
    """actions.yaml: grouped by phase; the order of the file is the order of the manual."""

    actions: Phased
    """行动，先按阶段，再按编号。"""


class Parameter(Part):
    """A place in a module that each plan fills with a unit or a command position."""

    meaning: Name
    """填什么。"""


class Module(Record):
    """Duties and actions many plans share; `$name` stands for a parameter."""

    label: ClassVar[str] = "模块"
    kind: ClassVar[str] = "module"
    least: ClassVar[Audience] = Audience.TRAINER

    title: Name
    """模块名称。"""
    parameters: Mapping[Id, Parameter] = {}
    """参数及其意思。"""
    duties: Annotated[Entries[Duty], Only(Audience.TRAINER)]
    """职责。"""
    actions: Annotated[Phased, Only(Audience.TRAINER)]
    """行动。"""
