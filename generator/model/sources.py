"""What everything rests on: laws, plans and other texts, the 2018 work points, and facts."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.model.record import Record
from generator.model.reference import Cite, SourceRef
from generator.model.scalar import Scalar
from generator.model.scale import Audience, Certainty
from generator.model.time import DayWord
from generator.model.words import (
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

SourceKind = Annotated[str, Scalar(choice(*SOURCE_KINDS), "、".join(SOURCE_KINDS))]
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
