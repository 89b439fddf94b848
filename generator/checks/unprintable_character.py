"""Every character of the records has a glyph in the fonts of the papers."""

from __future__ import annotations

from collections.abc import Iterator

from generator import fonts
from generator.handbook.book import Handbook
from generator.handbook.walk import texts
from generator.model.record import Part
from generator.source import Rule

RULE = Rule(
    "P350",
    "有打印字体里没有的字",
    "打印件用随附的字体，缺的字印出来是空框，现场没人知道那里写的是什么。",
    "do: 关闭阀门\U0001f525",
    "do: 关闭阀门",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield the words that hold a character no font has; other names for the search are not printed."""
    for visit in book.visits:
        for field, text in texts(visit.part):
            if field != "aliases" and (signs := fonts.missing(text)):
                shown = "、".join(f"“{sign}”（U+{ord(sign):04X}）" for sign in signs)
                told = f"打印字体里没有{shown}；请换常用字，确是地名用字的，请维护人员补进字体。"
                yield visit.part, field, told
