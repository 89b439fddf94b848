"""What is sent out of the room in a drill says at both ends that it is a drill."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills, lines_of
from generator.model.record import Part
from generator.source import Rule

RULE = Rule(
    "P324",
    "演练消息没有用“演练”开头和结尾",
    "外人半路听到一句，会当成真的报警、真的撤离。",
    "via: 电话\nsay: 一号堤段渗水。",
    "via: 电话\nsay: 演练。一号堤段渗水。演练。",
)
_CARRIERS = re.compile(r"电话|电台|无线电|广播|短信|微信|对讲|传真|喇叭|视频")
_FRAMED = re.compile(r"[“‘「『（《\s]*演练.*演练[。！!？?…”’」』）》\s]*", re.DOTALL)
# The words that stop a drill and make it real must not be called a drill again.
_STOPS = re.compile(r"[“‘「『\s]*演练(?:暂停|终止|中止|继续)[，。！!]")


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield injects, and spoken lines that travel, without 演练 at both ends."""
    for _, drill in all_drills(book):
        for inject in drill.injects.values():
            if not _framed(inject.text):
                yield inject, "text", _sentence(inject.text)
        for line in lines_of(drill):
            if line.say and _CARRIERS.search(line.via or "") and not _framed(line.say):
                yield line, "say", _sentence(line.say)


def _framed(text: str) -> bool:
    return bool(_FRAMED.fullmatch(text) or _STOPS.match(text))


def _sentence(text: str) -> str:
    shown = text if len(text) <= 14 else f"{text[:12]}……"
    return f"“{shown}”会传到场外；请写成“演练。……演练。”，开头结尾都说演练。"
