"""A record's own audience may only be stricter than its kind's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.record import Part, Record
from generator.source import Rule

RULE = Rule(
    "P205",
    "单条内容放宽了读者范围",
    "读者范围由内容的种类决定，单条只能更严，防止误放。",
    "演练里写 audience: 公众版",
    "删去 audience 这一行",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield records that try to be seen by more people than their kind allows."""
    for visit in book.visits:
        part = visit.part
        if isinstance(part, Record) and part.audience is not None and part.audience < part.least:
            yield (
                part,
                "audience",
                (
                    f"{part.label}至少是{part.least.title}，不能放宽到{part.audience.title}；请删去这一行。"
                ),
            )
