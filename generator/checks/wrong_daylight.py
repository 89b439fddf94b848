"""What a drill says of light and dark agrees with its clock and its month."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills
from generator.handbook.visit import Scope, inside
from generator.handbook.walk import texts
from generator.model.drill import Drill, Milestone
from generator.model.inject import Inject
from generator.model.record import Part
from generator.model.stock import Daylight
from generator.model.time import MINUTES_A_DAY, Day, Moment
from generator.source import Rule

RULE = Rule(
    "P376",
    "天亮天黑和钟点对不上",
    "阿勒泰比北京天亮得晚；题上写早上八点天亮了，到场一看还是黑的，人就上了不该上的坡。",
    "situation: 演练。08:00，天亮了。……演练。（1月）",
    "situation: 演练。10:30，天亮了。……演练。（1月）",
)
# The sun of the 15th stands for its month and for the whole prefecture, within this margin.
_MARGIN = 46
# It is light enough to see before sunrise and after sunset.
_TWILIGHT = 30
_MONTH = re.compile(r"(\d{1,2})月")
_CLOCK = re.compile(
    r"(下午|傍晚|晚上?|夜里)?(?<!\d)(\d{1,2})(?:[:：]([0-5]\d)(?!\d)|[点时](?!间)(半|[0-5]?\d分)?)"
)
_DARK = re.compile(
    r"天(?:还)?[没不]亮|天还黑|天都?(?:已经?)?黑[了透]|天黑(?=[，。、])|深夜|漆黑|夜里"
)
_LIGHT = re.compile(r"天(?:刚|大|都|已经?)+亮|天亮了")
_AFTER_DAWN = re.compile(r"^天亮[后了]")
_SUN = re.compile(r"(日出|日落)在?(?:北京时间)?(\d{1,2})(?:点(半)?|[:：]([0-5]\d))")
_ZERO = re.compile(r"北京时间(\d{1,2})[:：]([0-5]\d)")
_PIECES = re.compile(r"[。；！？]")


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield texts that have it light or dark at a time at which it is not."""
    months = {one.name: one for one in book.registers.daylight.values()}
    for _, drill in all_drills(book):
        usual, zero = months.get(_month_of(drill)), _zero(drill)
        for visit in inside(drill, Scope(), drill):
            for field, text in texts(visit.part):
                own = _own_clock(visit.part, zero)
                for piece in _PIECES.split(text):
                    named = _MONTH.search(piece)
                    sun = months.get(f"{int(named[1])}月") if named else usual
                    for wrong in _wrong(piece, own, sun) if sun else ():
                        yield visit.part, field, wrong


def _month_of(drill: Drill) -> str:
    """The month of the scenario, or of the day the drill is held; empty where neither is told."""
    for text in (drill.scenario.start, drill.scenario.weather or ""):
        if found := _MONTH.search(text):
            return f"{int(found[1])}月"
    day = drill.held_on.iso if isinstance(drill.held_on, Day) else ""
    return f"{int(day[5:7])}月" if len(day) > 4 else ""


def _zero(drill: Drill) -> int | None:
    """The clock at T+0 in minutes, where the schedule tells it."""
    for step in drill.schedule:
        found = _ZERO.search(step.what)
        if found and step.at == Moment(0, clock=False):
            return int(found[1]) * 60 + int(found[2])
    return None


def _own_clock(part: Part, zero: int | None) -> int | None:
    """When a step or a message happens; scripts and tables tell the time of their story in words."""
    at = part.at if isinstance(part, Milestone | Inject) else None
    if at is None:
        return None
    if at.clock:
        return at.minutes % MINUTES_A_DAY
    return zero + at.minutes if zero is not None and isinstance(part, Inject) else None


def _wrong(piece: str, own: int | None, sun: Daylight) -> Iterator[str]:
    rise, fall = sun.sunrise.minutes, sun.sunset.minutes
    told = f"{sun.name}日出在 {sun.sunrise} 前后、日落在 {sun.sunset} 前后（{sun.certainty}）"
    for which, hour, half, minutes in _SUN.findall(piece):
        said = int(hour) * 60 + (30 if half else int(minutes or 0))
        if abs(said - (rise if which == "日出" else fall)) > _MARGIN:
            yield f"“{which}”写的是 {Moment(said, clock=True)}，{told}；请改钟点。"
    found = _CLOCK.search(piece)
    at = _minutes(found) if found else own
    if at is None:
        return
    light = _LIGHT.search(piece) or (_AFTER_DAWN.search(piece) if not found else None)
    dark = _DARK.search(piece)
    begins, ends = rise - _TWILIGHT - _MARGIN, fall + _TWILIGHT + _MARGIN
    if light and not begins <= at <= ends:
        yield f"{Moment(at, clock=True)} 天还没有亮，这里说“{light[0]}”；{told}，请改钟点或改话。"
    if dark and rise + _MARGIN <= at <= fall - _MARGIN:
        yield f"{Moment(at, clock=True)} 天是亮的，这里说“{dark[0]}”；{told}，请改钟点或改话。"


def _minutes(found: re.Match[str]) -> int:
    """Return a clock time in minutes: 8:30, 8点半, 8时30分, 下午3点."""
    half, hour, part = found[4] or "", int(found[2]), found[1] or ""
    night = part.startswith(("晚", "夜"))
    if night and hour == 12:
        hour = 0
    later = 12 if part and 0 < hour < 12 and not (night and hour < 6) else 0
    minutes = int(found[3] or (30 if half == "半" else half.removesuffix("分") or 0))
    return (hour + later) * 60 + minutes
