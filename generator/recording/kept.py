"""What evaluators wrote, each value with the cell it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.time import Day, Moment
from generator.recording.cells import Form, Written
from generator.source import Problem, Rule

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Kept(Generic[T_co]):
    """A value with the form and the cell it was written in."""

    value: T_co
    form: Form
    cell: Written

    def problem(self, rule: Rule, told: str) -> Problem:
        """Return what is wrong with it, at its cell."""
        return self.form.problem(rule, self.cell, told)


@dataclass(frozen=True)
class Answer:
    """What one evaluator wrote of one item: always a rating.

    `printed` is how the form words the item, where the plan words it otherwise by now.
    """

    rating: Kept[str]
    actual: Kept[Moment] | None
    seen: Kept[str] | None
    printed: str = ""


@dataclass(frozen=True)
class Answers:
    """One form read: what stands above the table, and the items that were rated."""

    form: Form
    day: Kept[Day] | None
    day_cell: Written
    rating_head: Written
    started: Kept[Moment] | None
    summary: Kept[str] | None
    items: Mapping[str, Answer]
