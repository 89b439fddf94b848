"""Days, moments of a drill, durations and time limits. All clock times are Beijing time."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from generator.model.scalar import Scalar, Slip
from generator.model.words import Blank, or_blank, parse_blank, plain

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_OTHER_DAY = re.compile(r"(\d{4})\D{1,2}(\d{1,2})(?:\D{1,2}(\d{1,2}))?\D{0,2}", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_SHORT_CLOCK = re.compile(r"\d:[0-5]\d")
_OFFSET = re.compile(r"[Tt]([+-])(?:(\d{1,3})(?:分钟|分)?|(\d{1,2}):([0-5]\d))")
_DURATION = re.compile(r"(\d{1,4})\s*(分钟|分|小时|个小时|天|日|个?工作日|周|个?月|年)")
_HOURS_AND_MINUTES = re.compile(r"(\d{1,3})个?小时(\d{1,2})分钟?")
_AFTER = re.compile(r"([a-z][a-z0-9/-]*)(?:之后|以后|后)(?:\s*(.+))?")
_AROUND = re.compile(r"^不超过|[以之]?内$")
_VAGUE = re.compile(r"及时|尽快|马上|适时|视情|第一时间|半小时内|抓紧|迅速")
_MINUTES = {"分钟": 1, "分": 1, "小时": 60, "个小时": 60, "天": 1440, "日": 1440}
_MINUTES |= {"工作日": 1440, "个工作日": 1440, "周": 10_080}
_MINUTES |= {"月": 40_320, "个月": 40_320, "年": 525_600}
MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, order=True)
class Day:
    """A date as precise as it is known: a year, a month or a day, in ISO form."""

    iso: str

    def __str__(self) -> str:
        return self.iso

    @property
    def first(self) -> date:
        """The first calendar day it can be."""
        year, month, day = (*map(int, self.iso.split("-")), 1, 1)[:3]
        return date(year, month, day)

    @property
    def last(self) -> date:
        """The last calendar day it can be."""
        known = [int(part) for part in self.iso.split("-")]
        year, month, day = [*known, *(12, 31)[len(known) - 1 :]]
        return date(year, month, min(day, monthrange(year, month)[1]))

    def after(self, other: Day) -> bool:
        """Tell whether it is surely after another: a month is not after a day in it."""
        return self.first > other.last

    @property
    def whole(self) -> bool:
        """Tell whether it is known to the day."""
        return len(self.iso) == len("2018-06-11")


@dataclass(frozen=True, order=True)
class Moment:
    """A time within a drill, in minutes: after its start (T+), or on the clock.

    On the clock a drill that goes on after midnight counts on, and reads as clocks do.
    """

    minutes: int
    clock: bool

    def until(self, later: Moment) -> int:
        """Return the minutes to a moment counted alike.

        A clock that seems to run back by more than half a day has passed midnight.
        """
        apart = later.minutes - self.minutes
        return apart + MINUTES_A_DAY if self.clock and apart < -MINUTES_A_DAY // 2 else apart

    def __str__(self) -> str:
        hours, minutes = divmod(abs(self.minutes), 60)
        if self.clock:
            return f"{hours % 24:02}:{minutes:02}"
        sign = "-" if self.minutes < 0 else "+"
        return f"T{sign}{hours}:{minutes:02}" if hours else f"T{sign}{minutes}"


@dataclass(frozen=True)
class Duration:
    """A length of time with the words it was written in.

    `minutes` is the shortest it can be: a working day counts a day, a month four weeks.
    """

    minutes: int
    words: str

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True)
class Limit:
    """A time limit: at once, after another action, a length of time, a proposal, or a blank.

    A length of time needs a source beside it; a proposal (建议值·非法定) never becomes overdue.
    """

    kind: Literal["立即", "顺序", "时长", "建议", "空白"]
    duration: Duration | None = None
    after: str = ""
    blank: Blank | None = None

    def __str__(self) -> str:
        match self.kind:
            case "立即":
                return "立即"
            case "空白":
                return str(self.blank)
            case "顺序":
                return f"{self.after}之后{self.duration or ''}"
            case "建议":
                return f"建议{self.duration}"
            case _:
                return f"{self.duration}"


def parse_day(text: str) -> Day:
    """Read 2018, 2018-06 or 2018-06-11; the day must exist."""
    text = plain(text)
    found = _DAY.fullmatch(text)
    if not found:
        other = _OTHER_DAY.fullmatch(text)
        steps = [step for step in other.groups() if step] if other else []
        meant = "-".join(f"{int(step):02}" for step in steps) or "2018-06-11"
        raise Slip(f"日期“{text}”请写成 {meant}；只知道月份写 {meant[:7]}。")
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        raise Slip(f"日历上没有“{text}”这一天，请核对。") from None
    return Day(text)


def parse_moment(text: str) -> Moment:
    """Read T+15, T-30, T+1:30 (hours:minutes) or a clock time such as 09:40."""
    text = plain(text)
    if found := _CLOCK.fullmatch(text):
        return Moment(int(found[1]) * 60 + int(found[2]), clock=True)
    if found := _OFFSET.fullmatch(text):
        minutes = int(found[2]) if found[2] else int(found[3]) * 60 + int(found[4])
        return Moment(-minutes if found[1] == "-" else minutes, clock=False)
    if _SHORT_CLOCK.fullmatch(text):
        raise Slip(f"时刻“{text}”请写成 0{text}。")
    raise Slip(f"时刻“{text}”请写成 T+15、T+1:30，或 24 小时制的 09:40。")


def parse_duration(text: str) -> Duration:
    """Read 30分钟, 2小时, 1天."""
    written = _AROUND.sub("", plain(text))
    if both := _HOURS_AND_MINUTES.fullmatch(written):
        return Duration(int(both[1]) * 60 + int(both[2]), f"{int(both[1])}小时{int(both[2])}分钟")
    found = _DURATION.fullmatch(written)
    if not found:
        raise Slip(f"时长“{text}”请写成 30分钟、2小时、1天 或 20个工作日。")
    if int(found[1]) == 0:
        raise Slip(f"时长“{text}”是零；请写有多长，马上做的写 立即。")
    return Duration(int(found[1]) * _MINUTES[found[2]], f"{int(found[1])}{found[2]}")


def parse_limit(text: str) -> Limit:
    """Read 立即, 2小时, 建议30分钟, `xunba之后`, or a blank."""
    if blank := parse_blank(text):
        return Limit("空白", blank=blank)
    if text == "立即":
        return Limit("立即")
    if found := _AFTER.fullmatch(text):
        return Limit("顺序", parse_duration(found[2]) if found[2] else None, after=found[1])
    if _VAGUE.search(text):
        raise Slip(
            f"“{text}”太含糊；请写 立即、30分钟（并写出处 limit_source）、建议30分钟，"
            "或【待地区确认：什么的时限，谁知道】。"
        )
    if text == "建议":
        raise Slip("“建议”后面要写时长，如 建议30分钟。")
    if text.startswith("建议"):
        return Limit("建议", parse_duration(text.removeprefix("建议").strip()))
    try:
        return Limit("时长", parse_duration(text))
    except Slip:
        raise Slip(
            f"时限“{text}”请写成 立即、2小时（并写出处 limit_source）、建议30分钟、某行动之后，"
            "或【待地区确认：什么的时限，谁知道】；起止日期写在 when 里。"
        ) from None


DayWord = Annotated[Day, Scalar(parse_day, "日期，如 2018-06-11")]
KnownDay = Annotated[
    Day | Blank, Scalar(or_blank(parse_day), "日期，或【待地区确认：什么，谁知道】")
]
At = Annotated[Moment, Scalar(parse_moment, "T+15、T+1:30 或 09:40")]
Span = Annotated[Duration, Scalar(parse_duration, "时长，如 30分钟")]
Within = Annotated[
    Limit,
    Scalar(parse_limit, "立即、2小时、建议30分钟、某行动之后，或【待地区确认：什么，谁知道】"),
]
