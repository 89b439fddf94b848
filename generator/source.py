"""Where a value was written, what is wrong with it, and which rule says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Location:
    """A point in a source file; lines and columns count from 1, in characters, as editors do."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Rule:
    """One thing the handbook promises to catch; all texts are Chinese and shown by `explain`."""

    code: str
    title: str
    why: str
    wrong: str
    right: str


@dataclass(frozen=True, order=True)
class Problem:
    """One finding: place, code, and one sentence that says what is wrong and how to mend it.

    Problems are collected and reported together, never raised one by one.
    """

    where: Location
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.code} {self.message}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each problem once, in the order of files, lines and columns."""
    return tuple(sorted(set(problems)))
