"""Whoever rates says what was seen."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.record import Part
from generator.model.results import UNRATED
from generator.source import Rule

RULE = Rule(
    "P381",
    "评了级，没写看到什么",
    "没有凭据的评级参演单位不服，也改不出东西；没看到就写未评。",
    "item: i-shenshui/dianhua\nrating: 差",
    "item: i-shenshui/dianhua\nrating: 差\nseen: 没有打电话，直接上了堤。",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield ratings nothing is told of."""
    for plan in book.plans.values():
        for record in plan.records.values():
            for one in record.observations:
                if one.rating != UNRATED and one.seen is None:
                    yield (
                        one,
                        "",
                        f"{one.item} 评了“{one.rating}”，没写看到什么；请加 seen，没看到就评“{UNRATED}”。",
                    )
