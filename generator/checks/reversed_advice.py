"""What must not be done says so itself, and what is to be done does not begin with a ban."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.guide import Message
from generator.model.record import Part
from generator.source import Rule

RULE = Rule(
    "P342",
    "要和不要说反了",
    "“要”和“不要”分开印、分开念。一句话排错了栏，意思就反了，照着做会出人命。",
    "tone: 不要\nsay: 往高处走",
    "tone: 要\nsay: 往高处走",
)
_BAN = re.compile(r"不|别|勿|莫|禁|没")
_BEGINS_WITH_BAN = re.compile(r"千万不|千万别|不要|不能|不得|不许|不准|别|切勿|勿|严禁|禁止")


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield messages whose sentence does not go with their tone."""
    for visit in book.visits:
        part = visit.part
        if not isinstance(part, Message):
            continue
        if part.tone == "不要" and not _BAN.search(part.say):
            told = "tone 是 不要，say 里却没有说“不要”；请写成“不要……”，或把 tone 改成 要。"
            yield part, "say", told
        elif part.tone == "要" and (ban := _BEGINS_WITH_BAN.match(part.say)):
            yield part, "say", f"say 以“{ban[0]}”开头，tone 却是 要；请把 tone 改成 不要。"
