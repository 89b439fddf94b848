"""Advice to the public says where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.guide import KitItem, Message, QuizQuestion, Rumour
from generator.model.record import Part
from generator.source import Rule

RULE = Rule(
    "P305",
    "公众提示没有出处",
    "错一句会要人命；网上的说法互相矛盾，没有出处的不能登。",
    "source: []",
    "source:\n  - kepu",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield advice without a source, and quiz questions that rest on no message."""
    for visit in book.visits:
        part = visit.part
        if isinstance(part, Message | KitItem | Rumour) and not part.source:
            yield part, "source", "这句提示没有出处；请写明依据，找不到依据就删去这句。"
        elif isinstance(part, QuizQuestion) and not part.about:
            yield part, "about", "这道小测验没有写考的是哪条提示；答案要靠提示的出处，请写上。"
