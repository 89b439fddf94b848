"""How well questions were answered: recall, rank, nothing found, answers where none is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.search.box import Answer
from tests.search.questions import Question


@dataclass(frozen=True)
class Asked:
    """A question with what was shown for it."""

    question: Question
    answer: Answer

    @property
    def rank(self) -> int:
        """The place of the first page wanted, from 1; 0 where none is shown."""
        wanted = [page in self.question.want for page in self.answer.pages]
        return wanted.index(True) + 1 if True in wanted else 0

    @property
    def answered(self) -> bool:
        return bool(self.answer.pages or self.answer.cards)


@dataclass(frozen=True)
class Figures:
    """Shares from 0 to 1, and counts."""

    inside: int
    first: float
    five: float
    reciprocal: float
    empty: int
    outside: int
    false: int

    @property
    def false_share(self) -> float:
        return self.false / self.outside if self.outside else 0.0


def figures(asked: Sequence[Asked]) -> Figures:
    inside = [one for one in asked if one.question.want]
    outside = [one for one in asked if not one.question.want]

    def mean(of: Callable[[Asked], float]) -> float:
        return sum(map(of, inside)) / len(inside) if inside else 0.0

    return Figures(
        len(inside),
        mean(lambda one: one.rank == 1),
        mean(lambda one: 1 <= one.rank <= 5),
        mean(lambda one: 1 / one.rank if one.rank else 0),
        sum(not one.answered for one in inside),
        len(outside),
        sum(one.answered for one in outside),
    )


def failures(found: Figures) -> list[str]:
    """Return the bars that are missed, in words."""
    bars = (
        ("recall@5 is below 0.95", found.five >= 0.95),
        ("recall@1 is below 0.80", found.first >= 0.80),
        ("questions find nothing", found.empty == 0),
        ("more than 10 % of the questions outside are answered", found.false_share <= 0.10),
    )
    return [words for words, met in bars if not met]
