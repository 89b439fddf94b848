"""How often something must be done: once in each calendar year, or within a span after the last time."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from generator.model.scalar import Scalar, Slip
from generator.model.words import plain

_SPAN = re.compile(r"(\d{1,2})\s*(年|个月|周)", re.ASCII)
CALENDAR = "全年"


@dataclass(frozen=True)
class Period:
    """At least once in so many months and days; or, if `calendar`, in each calendar year."""

    words: str
    months: int = 0
    days: int = 0
    calendar: bool = False

    def __str__(self) -> str:
        return self.words

    def due(self, last: date) -> date:
        """Return the last day on which the next time is not late."""
        if self.calendar:
            return date(last.year + 1, 12, 31)
        years, month = divmod(last.month - 1 + self.months, 12)
        year, month = last.year + years, month + 1
        day = min(last.day, monthrange(year, month)[1])
        return date(year, month, day) + timedelta(days=self.days)


def parse_period(text: str) -> Period:
    """Read 全年, 3年, 6个月, 半年 or 1周."""
    text = plain(text)
    if text == CALENDAR:
        return Period("每个自然年", calendar=True)
    if text == "半年":
        return Period("每半年", months=6)
    found = _SPAN.fullmatch(text)
    if not found or not int(found[1]):
        raise Slip(f"周期“{text}”请写成 3年、半年、6个月、1周；按自然年算的写 {CALENDAR}。")
    number, unit = int(found[1]), found[2]
    words = f"每{'' if number == 1 else number}{unit}"
    if unit == "周":
        return Period(words, days=7 * number)
    return Period(words, months=number * (12 if unit == "年" else 1))


Every = Annotated[Period, Scalar(parse_period, "3年、半年、1周，或 全年（按自然年算）")]
