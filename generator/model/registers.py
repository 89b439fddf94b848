"""The shared registers: all of them together, and places, forms, hotlines, terms and resources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from generator.model.intervals import DrillInterval
from generator.model.record import Entries, Only, Part, Record, Trace
from generator.model.reference import AreaRef, Cite, FactRef, UnitRef
from generator.model.scalar import Scalar
from generator.model.scale import Audience, Certainty
from generator.model.sources import Fact, Mandate, Source
from generator.model.stock import Daylight, StockInject
from generator.model.synonyms import Synonyms
from generator.model.time import DayWord, KnownDay
from generator.model.units import Post, Unit
from generator.model.words import (
    Id,
    KnownName,
    KnownSentence,
    Name,
    Sentence,
    choice,
)

MANY = "列表式"

FormLayout = Annotated[str, Scalar(choice("单张式", MANY), "单张式 或 列表式")]


class Area(Record):
    """A place in words; never a position on a map."""

    label: ClassVar[str] = "地方"
    kind: ClassVar[str] = "area"
    least: ClassVar[Audience] = Audience.PUBLIC

    name: Name
    """名称。"""
    type: Name
    """县市、景区、口岸、公路、邻区等。"""
    part_of: AreaRef | None = None
    """属于哪里。"""
    note: Sentence | None = None
    """与应急有关的特点。"""
    facts: Annotated[tuple[FactRef, ...], Trace()] = ()
    """有据可查的事实。"""


class Form(Record):
    """A form responders fill in."""

    label: ClassVar[str] = "表单"
    kind: ClassVar[str] = "form"
    least: ClassVar[Audience] = Audience.RESPONDER

    name: Name
    """表单名称。"""
    fields: tuple[Name, ...]
    """要填的栏目，按顺序。"""
    layout: FormLayout = "单张式"
    """单张式：一张填一件事，栏目竖着排；列表式：一张登记许多人、物、地点，栏目作表头。"""
    basis: tuple[Cite, ...] = ()
    """栏目的依据。"""
    certainty: Certainty
    """栏目核到什么程度。"""


class Hotline(Record):
    """A public number."""

    label: ClassVar[str] = "热线"
    kind: ClassVar[str] = "hotline"
    least: ClassVar[Audience] = Audience.PUBLIC

    name: Name
    """叫什么。"""
    number: Name
    """号码，原样。"""
    use: Sentence
    """什么时候打。"""
    say: Sentence | None = None
    """接通后说什么。"""
    source: Cite | None = None
    """号码的出处。"""
    certainty: Certainty
    """核到什么程度。"""
    checked_on: KnownDay
    """在本地试拨核对的日期。"""


class Term(Record):
    """A word explained, with what people also call it."""

    label: ClassVar[str] = "用语"
    kind: ClassVar[str] = "term"
    least: ClassVar[Audience] = Audience.PUBLIC

    term: Name
    """规范用语。"""
    meaning: Sentence
    """意思，说给外行听。"""
    instead_of: tuple[Name, ...] = ()
    """已经不用的旧说法；出现在正文里会报错。"""
    source: Cite | None = None
    """出处。"""
    certainty: Certainty
    """核到什么程度。"""


class Supply(Record):
    """A kind of supplies; places of stores are never written down."""

    label: ClassVar[str] = "物资"
    kind: ClassVar[str] = "supply"
    least: ClassVar[Audience] = Audience.RESPONDER

    name: Name
    """物资名称。"""
    held_by: UnitRef | None = None
    """由谁储备。"""
    amount: KnownSentence
    """数量，多半只有储备单位知道。"""
    source: Cite | None = None
    """数量的出处。"""


class Team(Record):
    """A rescue or support team."""

    label: ClassVar[str] = "队伍"
    kind: ClassVar[str] = "team"
    least: ClassVar[Audience] = Audience.RESPONDER

    name: Name
    """队伍名称。"""
    led_by: UnitRef | None = None
    """由谁管理。"""
    task: Sentence
    """能做什么。"""
    strength: KnownName
    """人数和装备，多半只有主管单位知道。"""


class EditionNote(Part):
    """The edition the whole site bears; the only dates in the output come from data."""

    name: Name
    """版次名称，印在每一页上。"""
    date: DayWord
    """版次日期；逾期按它计算，除非另给 --today。"""
    note: Sentence | None = None
    """这一版的说明。"""


class Registers(Part):
    """All shared registers; each file in plans/shared/ holds one or more of them."""

    edition: EditionNote | None = None
    """版次。"""
    sources: Entries[Source] = {}
    """依据。"""
    mandates: Annotated[Entries[Mandate], Only(Audience.RESPONDER)] = {}
    """2018 年工作要点逐条。"""
    drill_intervals: Annotated[Entries[DrillInterval], Only(Audience.RESPONDER)] = {}
    """演练周期：谁至少多久演一次。"""
    units: Entries[Unit] = {}
    """单位。"""
    posts: Entries[Post] = {}
    """岗位。"""
    areas: Entries[Area] = {}
    """地方。"""
    facts: Entries[Fact] = {}
    """事实。"""
    forms: Entries[Form] = {}
    """表单。"""
    hotlines: Entries[Hotline] = {}
    """公众热线。"""
    terms: Entries[Term] = {}
    """用语。"""
    synonyms: Mapping[Id, Synonyms] = {}
    """搜索用的同义说法。"""
    absent: Mapping[Id, Synonyms] = {}
    """本站还没有写、人们却会搜的事；写了以后自动不起作用。"""
    supplies: Entries[Supply] = {}
    """物资。"""
    teams: Entries[Team] = {}
    """队伍。"""
    stock_injects: Annotated[Entries[StockInject], Only(Audience.TRAINER)] = {}
    """注入库：各场演练可以取用的情景注入。"""
    daylight: Annotated[Entries[Daylight], Only(Audience.TRAINER)] = {}
    """各月日出日落，查演练里的天亮天黑对不对得上。"""
