"""How a manual opens: each sheet of the checklist with what its unit or position does first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.sheets import Sheet, sheets
from generator.handbook.steps import FirstActions, first_actions, first_actions_of_nobody


def opening_lines(book: Handbook, plan: PlanBook) -> Iterator[tuple[Sheet, FirstActions]]:
    """Yield each sheet of the checklist with what its unit or position does first."""
    firsts = {True: first_actions(book, plan), False: first_actions_of_nobody(book, plan)}
    for sheet in sheets(book, plan):
        if first := firsts[sheet.unit is not None].get(sheet.id):
            yield sheet, first
