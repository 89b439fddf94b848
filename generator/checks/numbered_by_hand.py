"""Lists number and dot themselves: no entry brings a bullet or a number of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.walk import leaves
from generator.model.record import Member, Part
from generator.source import Rule

RULE = Rule(
    "P343",
    "清单里自己写了序号或项目符号",
    "页面会给清单加点或编号，自己再写一遍，印出来就是两个；增删一条，后面的号全错。",
    "caution:\n  - 1. 先看坡",
    "caution:\n  - 先看坡",
)
_FIGURE = "一二三四五六七八九十"
_MARK = re.compile(
    rf"[•●◆■▪◇○]\s*|\d{{1,2}}[.、．)）](?![\d.])\s*|[（(](?:[{_FIGURE}]{{1,3}}|\d{{1,2}})[)）]|[{_FIGURE}]{{1,2}}、"
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield lists with an entry that begins with its own number."""
    for visit in book.visits:
        for field, value in leaves(visit.part):
            entry = value if isinstance(field, Member) and isinstance(value, str) else ""
            if found := _MARK.match(entry):
                told = f"“{entry[:12]}”开头的“{found[0].strip()}”请删去；清单自己会加点或编号。"
                yield visit.part, field, told
