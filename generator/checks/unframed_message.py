"""What is sent out of the room in a drill says at both ends that it is a drill."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills, lines_of
from generator.model.inject import Inject
from generator.model.record import Part
from generator.model.stock import StockInject
from generator.source import Rule

RULE = Rule(
    "P324",
    "演练消息没有用“演练”开头和结尾",
    "外人半路听到一句，会当成真的报警、真的撤离。",
    "via: 电话\nsay: 一号堤段渗水。",
    "via: 电话\nsay: 演练。一号堤段渗水。演练。",
)
# Spoken at a door is heard by neighbours too.
_CARRIERS = re.compile(
    r"电话|电台|无线电|广播|短信|微信|对讲|传真|喇叭|视频|手机|专线|内线|邮件|微博|上门|敲门|工作群"
)
# Words to be said stand in quotes after a colon; other quotes are names of things.
_QUOTED = re.compile(r"：“([^”]*(?:“[^”]*”[^”]*)*)”")
_FRAMED = re.compile(r"[“‘「『（《\s]*演练.*演练[。！!？?…”’」』）》\s]*", re.DOTALL)
# The words that stop a drill and make it real must not be called a drill again.
_STOPS = re.compile(r"[“‘「『\s]*演练(?:暂停|终止|中止|继续)[，。！!]")


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield what travels or is read out without 演练 at both ends.

    Messages, ready ones too, what is said when nothing happens, spoken lines that travel, and
    the situations of a table; a question is asked in the room, of those who sit there.
    """
    for ready in book.registers.stock_injects.values():
        yield from _sent(ready)
    for _, drill in all_drills(book):
        for inject in drill.injects.values():
            yield from _sent(inject)
        for line in lines_of(drill):
            if line.say and _CARRIERS.search(line.via or "") and not _framed(line.say):
                yield line, "say", _sentence(line.say)
        for stage in drill.stages:
            if not _framed(stage.situation):
                yield stage, "situation", _sentence(stage.situation)


def _sent(message: Inject | StockInject) -> Iterator[tuple[Part, str, str]]:
    # A taken text is told where it is written, in the stock.
    taken = isinstance(message, Inject) and message.uses is not None
    if message.text and not taken and not _framed(message.text):
        yield message, "text", _sentence(message.text)
    for said in _QUOTED.findall((message.nothing and message.nothing.text) or ""):
        if message.nothing and not _framed(said):
            yield message.nothing, "text", _sentence(said)


def _framed(text: str) -> bool:
    return bool(_FRAMED.fullmatch(text) or _STOPS.match(text))


def _sentence(text: str) -> str:
    shown = text if len(text) <= 14 else f"{text[:12]}……"
    return f"“{shown}”会传到场外；请写成“演练。……演练。”，开头结尾都说演练。"
