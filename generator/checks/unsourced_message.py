"""Advice to the public says where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.guide import Message
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
    """Yield messages without a source."""
    for visit in book.visits:
        if isinstance(visit.part, Message) and not visit.part.source:
            yield visit.part, "source", "这句提示没有出处；请写明依据，找不到依据就删去这句。"
