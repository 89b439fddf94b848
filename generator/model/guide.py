"""Public guidance: guide.yaml of a plan, and topics that cut across plans."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from generator.model.icon import Icon
from generator.model.record import Entries, Part, Record, Trace, grouped_under
from generator.model.reference import ActionRef, AreaRef, Cite, HotlineRef, MessageRef, PlanRef
from generator.model.scalar import Scalar
from generator.model.scale import Audience, Certainty, Stage
from generator.model.time import DayWord
from generator.model.words import Name, Sentence, choice, prose

Saying = Annotated[str, Scalar(prose(30), "一个动作，一句话，最多 30 字")]
Tone = Annotated[str, Scalar(choice("要", "不要"), "要 或 不要")]


class Message(Record):
    """One thing to do, or not to do, said to the public."""

    label: ClassVar[str] = "公众提示"
    kind: ClassVar[str] = "message"
    least: ClassVar[Audience] = Audience.PUBLIC

    stage: Stage
    """事前、事中、事后；取自所在的分组，不必另写。"""
    tone: Tone
    """要做，还是不要做。"""
    say: Saying
    """一个动作，一句话，30 字以内。"""
    why: Sentence | None = None
    """为什么，一句话。"""
    situation: Name | None = None
    """属于哪种情形，如 车困雪路；指南按它分小标题。"""
    people: tuple[Name, ...] = ()
    """说给谁；不写就是所有人。"""
    places: tuple[Name, ...] = ()
    """在哪里。"""
    areas: tuple[AreaRef, ...] = ()
    """哪些地方尤其要注意。"""
    source: tuple[Cite, ...]
    """出处；关乎性命的话必须有。"""
    certainty: Certainty
    """核到什么程度。"""
    reviewed_on: DayWord
    """审阅日期，不能晚于版次日期。"""
    conflict: Sentence | None = None
    """不同说法之间的取舍，取了哪一种，为什么。"""
    actions: Annotated[tuple[ActionRef, ...], Trace()] = ()
    """与处置方的哪些行动配套。"""


class Call(Part):
    """Whom to call and what to say."""

    hotline: HotlineRef
    """打哪个电话。"""
    when: Sentence
    """什么情况打。"""
    say: tuple[Sentence, ...] = ()
    """接通后依次说什么。"""


class Guide(Part):
    """guide.yaml: what the public should do before, during and after."""

    title: Name
    """指南标题，用百姓的话。"""
    summary: Sentence
    """一两句话的要领。"""
    calls: tuple[Call, ...] = ()
    """打给谁，说什么。"""
    messages: Annotated[Mapping[Stage, Entries[Message]], grouped_under("stage")] = {}
    """提示，先按事前、事中、事后，再按编号。"""
    aliases: tuple[Name, ...] = ()
    """人们怎么说这种事，供搜索。"""


class Topic(Record):
    """One situation or place across several plans."""

    label: ClassVar[str] = "专题"
    kind: ClassVar[str] = "topic"
    least: ClassVar[Audience] = Audience.PUBLIC

    title: Name
    """专题标题。"""
    icon: Icon = "预案"
    """首页上的图案。"""
    summary: Sentence
    """一两句话的要领。"""
    plans: tuple[PlanRef, ...]
    """涉及哪些预案。"""
    calls: tuple[Call, ...] = ()
    """打给谁，说什么。"""
    messages: Annotated[Mapping[Stage, Entries[Message]], grouped_under("stage")] = {}
    """专题自己的提示。"""
    borrowed: tuple[MessageRef, ...] = ()
    """引用各预案的提示，写 预案/编号。"""
    actions: Annotated[tuple[ActionRef, ...], Trace()] = ()
    """处置方的相关行动，写 预案/编号。"""
