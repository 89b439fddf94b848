"""The tabletop body of a drill: stages, questions, reference points, options with reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from generator.model.option import Option
from generator.model.record import Entries, Only, Part, Record
from generator.model.reference import ActionRef, Cite, ObjectiveRef, RoleRef, StockRef
from generator.model.scale import Audience
from generator.model.time import Span
from generator.model.words import Flag, Id, Name, Sentence


class Point(Part):
    """A reference point of the answer, with its basis."""

    text: Sentence
    """参考要点。"""
    basis: tuple[Cite, ...] = ()
    """依据。"""
    action: ActionRef | None = None
    """对应预案的行动。"""


class Question(Record):
    """A question put to the table."""

    label: ClassVar[str] = "研讨题"
    kind: ClassVar[str] = "question"
    least: ClassVar[Audience] = Audience.RESPONDER

    ask: Sentence
    """问什么。"""
    to: tuple[RoleRef, ...]
    """问谁。"""
    serves: tuple[ObjectiveRef, ...]
    """为哪些目标。"""
    minutes: Span | None = None
    """讨论多久。"""
    points: tuple[Point, ...]
    """参考要点。"""
    options: tuple[Option, ...] = ()
    """选项和理由。"""
    follow_ups: tuple[Sentence, ...] = ()
    """追问。"""
    uses: Annotated[StockRef | None, Only(Audience.TRAINER)] = None
    """取自注入库哪一条；它的话排在追问的最后，由主持人念。"""
    given: Annotated[Mapping[Id, Name], Only(Audience.TRAINER)] = {}
    """注入库那一条的参数，逐个填。"""
    contingency: Flag = False
    """题里是不是加了意外情况。"""


class TabletopStage(Part):
    """A stage: information first, then questions."""

    stage: Name
    """阶段名称。"""
    situation: Sentence
    """注入的信息。"""
    minutes: Span
    """时长。"""
    escalates: Flag = False
    """情况是不是从这个阶段变重。"""
    questions: Entries[Question]
    """研讨题。"""
