"""Certainty, audience, and the three separate scales: event grade, warning, response level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Annotated

from generator.model.scalar import Scalar, Slip
from generator.model.words import choice, plain


class Audience(IntEnum):
    """Who may see a record; each includes the ones before it. Sealed never reaches a site."""

    PUBLIC = 0
    RESPONDER = 1
    TRAINER = 2
    SEALED = 3

    @property
    def title(self) -> str:
        """The Chinese name of the edition."""
        return ("公众版", "处置版", "演练版", "封存")[self]


EDITIONS = (Audience.PUBLIC, Audience.RESPONDER, Audience.TRAINER)
PHASES = (
    "风险防控",
    "监测预警",
    "信息报告",
    "先期处置",
    "分级响应",
    "信息发布",
    "应急结束",
    "善后与恢复",
    "调查评估",
    "应急保障",
    "预案管理",
)
STAGES = ("事前", "事中", "事后")
COLOURS = ("红色", "橙色", "黄色", "蓝色")
GRADES = ("特别重大", "重大", "较大", "一般")
_RANKS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_RANKS |= {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "I": 1, "II": 2, "III": 3, "IV": 4}
_LEVEL = re.compile(r"(IV|I{1,3}|[一二三四1-4Ⅰ-Ⅳ])\s*级?", re.IGNORECASE)
_SAID_AFTER = re.compile(r"(?:应急)?响应$")
_SPAN = re.compile(_LEVEL.pattern + r"\s*(\+|＋|及?以上)?", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Level:
    """A response level by rank: 1 is the gravest."""

    rank: int

    def __str__(self) -> str:
        return f"{'一二三四'[self.rank - 1]}级"

    @property
    def roman(self) -> str:
        """The alias in roman figures."""
        return "ⅠⅡⅢⅣ"[self.rank - 1] + "级"


@dataclass(frozen=True)
class LevelSpan:
    """The levels an action belongs to: one, or one and every graver one."""

    lowest: Level
    upward: bool

    def __str__(self) -> str:
        return f"{self.lowest}{'及以上' if self.upward and self.lowest.rank > 1 else ''}"

    def includes(self, level: Level) -> bool:
        """Tell whether the action is due at this level."""
        if self.upward:
            return level.rank <= self.lowest.rank
        return level == self.lowest


def parse_level(text: str) -> Level:
    """Read 三级, Ⅲ级, III, 3级."""
    found = _LEVEL.fullmatch(_SAID_AFTER.sub("", plain(text)))
    if not found:
        raise Slip(f"“{text}”不是响应级别；请写 一级、二级、三级 或 四级。")
    return Level(_RANKS[found[1].upper()])


def parse_span(text: str) -> LevelSpan:
    """Read 三级, 三级+, Ⅲ级以上, II+."""
    found = _SPAN.fullmatch(_SAID_AFTER.sub("", plain(text)))
    if not found:
        told = "请写 三级，或 三级+（三级及以上）；各级都做就删去这一行"
        raise Slip(f"“{text}”不是响应级别；{told}。")
    return LevelSpan(Level(_RANKS[found[1].upper()]), bool(found[2]))


def _parse_audience(text: str) -> Audience:
    titles = {audience.title: audience for audience in EDITIONS}
    return titles[choice(*titles)(text)]


_CERTAINTIES = {"核": "已核", "信": "待核", "疑": "待地区确认", "【核】": "已核"}
_CERTAINTIES |= {"【信】": "待核", "【疑】": "待地区确认"}

Certainty = Annotated[
    str,
    Scalar(choice("已核", "待核", "待地区确认", also=_CERTAINTIES), "已核、待核 或 待地区确认"),
]
_AUDIENCES = tuple(audience.title for audience in EDITIONS)
AudienceWord = Annotated[Audience, Scalar(_parse_audience, "公众版、处置版 或 演练版", _AUDIENCES)]
_LEVELS = tuple(str(Level(rank)) for rank in (1, 2, 3, 4))
LevelWord = Annotated[Level, Scalar(parse_level, "一级 到 四级", _LEVELS)]
Levels = Annotated[LevelSpan, Scalar(parse_span, "三级，或 三级+（三级及以上）")]
Phase = Annotated[str, Scalar(choice(*PHASES), "、".join(PHASES))]
Stage = Annotated[str, Scalar(choice(*STAGES), "事前、事中 或 事后")]
_SHORT_COLOURS = {colour[0]: colour for colour in COLOURS}
Colour = Annotated[str, Scalar(choice(*COLOURS, also=_SHORT_COLOURS), "红色、橙色、黄色 或 蓝色")]
Grade = Annotated[str, Scalar(choice(*GRADES), "特别重大、重大、较大 或 一般")]
