"""What people and spreadsheets write for a moment and a day, read as the handbook writes them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from generator.model.scalar import Slip
from generator.model.time import MINUTES_A_DAY, Day, Moment, parse_day, parse_moment

_DATED = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[ T](?=\d)")
_CLOCK = re.compile(r"(\d{1,2})(?::|时|点)(\d{2})(?::\d{2}(?:\.\d+)?|分)?")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 0?0:00(?::00)?)?")
_HOW = "请写成 09:40，或 T+12"


def moment(value: object) -> Moment:
    """Read T+12, 12:34, ９：４０, 9时40分, or a time as a spreadsheet keeps it."""
    match value:
        case datetime() | time():
            return Moment(value.hour * 60 + value.minute, clock=True)
        case timedelta():
            return Moment(int(value.total_seconds() // 60) % MINUTES_A_DAY, clock=True)
        case float() if 0 <= value < 1:
            # A part of a day, where the cell has lost its format.
            return Moment(round(value * MINUTES_A_DAY) % MINUTES_A_DAY, clock=True)
    text = _plain(value)
    bare = _DATED.sub("", text)
    if found := _CLOCK.fullmatch(bare):
        bare = f"{int(found[1]):02}:{found[2]}"
    try:
        return parse_moment(bare.replace(" ", ""))
    except Slip:
        raise Slip(f"“{text}”不是时刻；{_HOW}。") from None


def day(value: object) -> Day:
    """Read 2026-12-01, 2026/12/1, 2026年12月1日, or a date as a spreadsheet keeps it."""
    if isinstance(value, date):
        return Day(f"{value:%Y-%m-%d}")
    text = _plain(value)
    found = _DAY.fullmatch(text)
    if not found:
        raise Slip(f"“{text}”不是一天；请写成 2026-12-01。")
    return parse_day(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}")


def _plain(value: object) -> str:
    """Return words with half-width letters, figures and marks, blanks folded."""
    return " ".join(unicodedata.normalize("NFKC", str(value)).split())
