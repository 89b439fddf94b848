"""What is owed, when something is done and what is done are said so that two people do the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.guide import Message
from generator.model.record import Part
from generator.model.work import Action, Duty
from generator.source import Rule

RULE = Rule(
    "P341",
    "话说得含糊",
    "“及时”“妥善”各人有各人的理解，事后也说不清做没做到。什么时候、做到什么样，写出来。",
    "do: 及时上报险情",
    "do: 打电话报险情",
)
_VAGUE = re.compile(
    r"(?<!不)及时|尽快|尽早|适时|视情|第一时间|从速|抓紧|迅速|妥善|高度重视|切实|认真做好|积极(?:开展|配合|组织|做好)"
)
_FIELDS = {Action: ("when", "do"), Duty: ("text",), Message: ("say",)}


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield duties, actions and messages with a word that binds nobody to anything."""
    for visit in book.visits:
        for field in _FIELDS.get(type(visit.part), ()):
            if found := _VAGUE.search(str(getattr(visit.part, field))):
                limit = "多长时间写在 within 里，" if isinstance(visit.part, Action) else ""
                told = (
                    f"“{found[0]}”太含糊；请写出什么时候、做到什么样，{limit}说不出就删去这个词。"
                )
                yield visit.part, field, told
