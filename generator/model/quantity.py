"""Quantities as plans write them: a number, a relation and a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated

from generator.model.scalar import Scalar, Slip
from generator.model.words import Blank, or_blank, plain

_NUMBER = r"(-?\d+(?:\.\d+)?)\s*(万亿|亿|万)?"
_UNIT = r"([^\d以至到～~—\-≥≤<>＞＜]{0,12}?)"
_BETWEEN = re.compile(rf"{_NUMBER}{_UNIT}以上(?:、|，)?(?:至|到)?{_NUMBER}{_UNIT}以下")
_RANGE = re.compile(rf"{_NUMBER}{_UNIT}(?:至|到|～|~|—|-){_NUMBER}{_UNIT}")
_FROM = re.compile(rf"{_NUMBER}{_UNIT}(?:及?以上)")
_BELOW = re.compile(rf"{_NUMBER}{_UNIT}以下")
_WORDED = re.compile(
    rf"(≥|＞|>|≤|＜|<|不少于|至少|不低于|大于等于|不超过|不高于|不大于|小于等于|超过|大于|少于|低于|小于){_NUMBER}{_UNIT}"
)
_PLAIN = re.compile(rf"{_NUMBER}{_UNIT}")
_SCALE = {"": 1, "万": 10_000, "亿": 100_000_000, "万亿": 1_000_000_000_000}
_AT_LEAST, _MORE = ("≥", "不少于", "至少", "不低于", "大于等于"), ("＞", ">", "超过", "大于")
_AT_MOST = ("≤", "不超过", "不高于", "不大于", "小于等于")
_IN_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_ROUGH = re.compile(r"左右|上下|大概|大约|约|余|几|^近|(?<=[\d万亿])多")
_INCLUDED = re.compile(r"[（(]含(?:本数)?[）)]")


@dataclass(frozen=True)
class Quantity:
    """A range of numbers with a unit; 以上 includes its number, 以下 does not (493号令 第3条)."""

    words: str
    unit: str
    low: Decimal | None = None
    high: Decimal | None = None
    low_included: bool = True
    high_included: bool = False

    def __str__(self) -> str:
        return self.words


def _number(digits: str, scale: str | None) -> Decimal:
    return Decimal(digits) * _SCALE[scale or ""]


def parse_quantity(text: str) -> Quantity:
    """Read 3人以上10人以下, ≥800人, 不少于800人, 20万至80万条, 12毫米."""
    words = _IN_THOUSANDS.sub("", plain(text))
    if rough := _ROUGH.search(words):
        raise Slip(f"“{text}”里的“{rough[0]}”说不准；请写准数，或 ≥50人、50人以上200人以下。")
    included = bool(_INCLUDED.search(words))
    quantity = _parsed(_INCLUDED.sub("", words), included)
    if quantity is None:
        told = "3人以上10人以下、≥800人、20万至80万条 或 12毫米，数字用 0 到 9"
        raise Slip(f"数量“{text}”请写成 {told}。")
    if not quantity.unit:
        raise Slip(f"“{text}”没有单位；请补上，如 {words}人。")
    if quantity.low is not None and quantity.high is not None and quantity.low > quantity.high:
        raise Slip(f"“{text}”前面的数比后面的大，请核对。")
    return replace(quantity, words=words)


def _parsed(text: str, included: bool) -> Quantity | None:
    if found := _BETWEEN.fullmatch(text) or _RANGE.fullmatch(text):
        low, low_scale, low_unit, high, high_scale, high_unit = found.groups()
        closed = "以下" not in text
        unit = (high_unit or low_unit).strip()
        lower = _number(low, low_scale or (high_scale if closed else None))
        return Quantity(text, unit, lower, _number(high, high_scale), True, closed or included)
    if found := _WORDED.fullmatch(text):
        number, unit = _number(found[2], found[3]), found[4].strip()
        if found[1] in _AT_LEAST or found[1] in _MORE:
            return Quantity(text, unit, low=number, low_included=found[1] in _AT_LEAST)
        return Quantity(text, unit, high=number, high_included=found[1] in _AT_MOST)
    if found := _FROM.fullmatch(text):
        return Quantity(text, found[3].strip(), low=_number(found[1], found[2]))
    if found := _BELOW.fullmatch(text):
        number = _number(found[1], found[2])
        return Quantity(text, found[3].strip(), high=number, high_included=included)
    if found := _PLAIN.fullmatch(text):
        number = _number(found[1], found[2])
        return Quantity(text, found[3].strip(), number, number, True, True)
    return None


Amount = Annotated[
    Quantity | Blank,
    Scalar(or_blank(parse_quantity), "数量，如 3人以上10人以下，或【待地区确认：什么，谁知道】"),
]
