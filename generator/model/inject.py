"""Injects: what control sends, and what is expected in return."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from generator.model.record import Only, Part, Record
from generator.model.reference import (
    ActionRef,
    ActorRef,
    InjectRef,
    ObjectiveRef,
    RoleRef,
    StockRef,
)
from generator.model.scale import Audience
from generator.model.time import At, Span
from generator.model.words import Flag, Id, Name, Sentence


class Expected(Part):
    """An expected step: an action of the plan, or a new step the plan lacks so far."""

    action: ActionRef | None = None
    """预案里的行动。"""
    new: Sentence | None = None
    """预案里还没有的步骤；会作为缺口报告。"""
    who: ActorRef | None = None
    """新步骤由谁做。"""
    due: At
    """最迟什么时刻见到。"""


class Nothing(Part):
    """What control does when nothing happens."""

    after: Span
    """等多久。"""
    send: InjectRef | None = None
    """补发哪条注入。"""
    text: Sentence | None = None
    """或补充说什么。"""


class Inject(Record):
    """A message sent into the drill."""

    label: ClassVar[str] = "情景注入"
    kind: ClassVar[str] = "inject"
    least: ClassVar[Audience] = Audience.RESPONDER

    at: At | None = None
    """时刻；只在补发时使用的注入不写。"""
    sender: RoleRef
    """谁发出。"""
    to: tuple[RoleRef, ...]
    """发给谁。"""
    via: Name = ""
    """方式；取自注入库的可以不写。"""
    text: Sentence = ""
    """内容，以“演练”开头和结尾；取自注入库的不写。"""
    uses: Annotated[StockRef | None, Only(Audience.TRAINER)] = None
    """取自注入库哪一条。"""
    given: Annotated[Mapping[Id, Name], Only(Audience.TRAINER)] = {}
    """注入库那一条的参数，逐个填。"""
    serves: tuple[ObjectiveRef, ...]
    """为哪些目标。"""
    expect: tuple[Expected, ...] = ()
    """期待看到什么。"""
    nothing: Nothing | None = None
    """没有反应时怎么办。"""
    contingency: Flag = False
    """是不是意外情况。"""
    escalates: Flag = False
    """情况是不是从这里变重。"""
