"""The shared registers: sources, units, posts, areas, facts, forms, hotlines, terms and others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from generator.model.record import Entries, Only, Part, Record, Trace
from generator.model.reference import AreaRef, Cite, FactRef, SourceRef, UnitRef
from generator.model.scalar import Scalar
from generator.model.scale import Audience, Certainty
from generator.model.synonyms import Synonyms
from generator.model.time import DayWord, KnownDay
from generator.model.words import (
    Flag,
    Id,
    KnownName,
    KnownSentence,
    Name,
    Paragraph,
    Sentence,
    choice,
)

SOURCE_KINDS = (
    "法律",
    "行政法规",
    "地方性法规",
    "规章",
    "上位预案",
    "规范性文件",
    "本地文件",
    "标准",
    "技术资料",
    "新闻报道",
)
LEGAL_KINDS = ("法律", "行政法规", "地方性法规", "规章", "规范性文件")
MANY = "列表式"
UNIT_KINDS = ("部门", "县市", "乡镇", "村", "单位", "上级", "兵团")

SourceKind = Annotated[str, Scalar(choice(*SOURCE_KINDS), "、".join(SOURCE_KINDS))]
UnitKind = Annotated[str, Scalar(choice(*UNIT_KINDS), "、".join(UNIT_KINDS))]
FormLayout = Annotated[str, Scalar(choice("单张式", MANY), "单张式 或 列表式")]
Disposition = Annotated[
    str, Scalar(choice("职责", "规则", "信息", "不转化"), "职责、规则、信息 或 不转化")
]


class Source(Record):
    """A law, plan, standard or other text that facts rest on."""

    label: ClassVar[str] = "依据"
    kind: ClassVar[str] = "source"
    least: ClassVar[Audience] = Audience.PUBLIC

    title: Sentence
    """全称，不带书名号。"""
    type: SourceKind
    """哪一类文件；决定时限算法定、上位预案还是本地文件。"""
    certainty: Certainty
    """题录和引用的内容核到什么程度。"""
    number: Name | None = None
    """文号、令号或标准号。"""
    issuer: Name | None = None
    """谁制定。"""
    in_force_from: DayWord | None = None
    """施行日期。"""
    in_force_until: DayWord | None = None
    """失效日期；填了就不能再引用。"""
    replaced_by: SourceRef | None = None
    """被哪一部取代。"""
    seen_at: Sentence | None = None
    """读到它的地方，只写文字，不做链接。"""
    note: Paragraph | None = None
    """读者要知道的保留意见。"""


class Mandate(Record):
    """One requirement of the 2018 work points."""

    label: ClassVar[str] = "工作要点"
    kind: ClassVar[str] = "mandate"
    least: ClassVar[Audience] = Audience.RESPONDER

    part: Name
    """在文件里的位置，如 三（四）。"""
    heading: Name
    """所在小标题，公众版只见标题。"""
    quote: Paragraph
    """原文，一字不改。"""
    disposition: Disposition
    """怎样落实：职责、规则、信息，或不转化。"""
    reason: Sentence | None = None
    """不转化的理由。"""


class FormerName(Part):
    """A name a unit had before."""

    name: Name
    """旧名。"""
    until: DayWord | None = None
    """用到什么时候。"""
    source: Cite | None = None
    """改名的依据。"""
    certainty: Certainty
    """改名的事核到什么程度。"""


class Unit(Record):
    """A department, county, township, enterprise or higher body."""

    label: ClassVar[str] = "单位"
    kind: ClassVar[str] = "unit"
    least: ClassVar[Audience] = Audience.PUBLIC

    name: Name
    """今天的名称。"""
    type: UnitKind
    """哪一类单位。"""
    certainty: Certainty
    """名称和归口核到什么程度。"""
    was: tuple[FormerName, ...] = ()
    """2018 年前后的旧名。"""
    many: Flag = False
    """是否泛指一类单位，如各乡镇。"""
    note: Sentence | None = None
    """读者要知道的说明。"""


class Post(Record):
    """A post any unit can have, written as unit.post."""

    label: ClassVar[str] = "岗位"
    kind: ClassVar[str] = "post"
    least: ClassVar[Audience] = Audience.PUBLIC

    name: Name
    """岗位名称。"""
    note: Sentence | None = None
    """岗位做什么。"""


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


class Fact(Record):
    """A dated, sourced fact."""

    label: ClassVar[str] = "事实"
    kind: ClassVar[str] = "fact"
    least: ClassVar[Audience] = Audience.PUBLIC

    text: Sentence
    """事实本身，一两句话。"""
    source: Cite
    """出处。"""
    certainty: Certainty
    """核到什么程度。"""
    on: DayWord | None = None
    """发生或统计的日期。"""


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
