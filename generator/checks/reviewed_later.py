"""A message was reviewed before the edition that carries it came out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.guide import Message, Rumour
from generator.model.record import Part
from generator.source import Rule

RULE = Rule(
    "P311",
    "审阅日期晚于版次日期",
    "印出来的日期比这一版还新，读者就不知道该信哪个；多半是年份打错了。",
    "date: 2018-06-11（版次）\nreviewed_on: 2019-06-01",
    "date: 2018-06-11（版次）\nreviewed_on: 2018-06-01",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield messages reviewed after the date of the edition."""
    edition = book.registers.edition
    if edition is None:
        return
    for visit in book.visits:
        message = visit.part
        if isinstance(message, Message | Rumour) and message.reviewed_on.after(edition.date):
            yield (
                message,
                "reviewed_on",
                f"审阅日期 {message.reviewed_on} 晚于版次日期 {edition.date}"
                f"（{edition.place_of('date')}）；写错了就改对，没写错就把版次日期改到这一天或更晚。",
            )
