"""Several evaluators' forms to one record; where they disagree, they settle it, not the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.model.results import UNRATED
from generator.model.time import Day, Moment
from generator.model.words import SENTENCE
from generator.recording import rules
from generator.recording.kept import Answer, Answers, Kept
from generator.source import Problem, Rule

T = TypeVar("T")


@dataclass(frozen=True)
class Taken:
    """What all forms say together: each value with the cell it stands in."""

    day: Kept[Day]
    started: Kept[Moment] | None
    summary: Kept[str] | None
    items: Mapping[str, Answer]


def together(
    forms: Sequence[Answers], faulty: bool = False
) -> tuple[Taken | None, tuple[Problem, ...]]:
    """Return what the forms say together, or nothing and why not.

    Of faulty forms it is not told that nothing is rated: what is may not have been readable.
    """
    problems: list[Problem] = []
    day = _one(rules.DISAGREE, "演练日期", [f.day for f in forms], problems)
    started = _one(rules.DISAGREE, "T+0 的时刻", [f.started for f in forms], problems)
    summary = _joined("概况", [f.summary for f in forms if f.summary], problems)
    keys = dict.fromkeys(key for form in forms for key in form.items)
    items = {
        key: _answer(key, [form.items[key] for form in forms if key in form.items], problems)
        for key in keys
    }
    first = forms[0]
    if not any(form.day or not form.day_cell.empty for form in forms):
        told = "没有填演练日期；没有日期的记录不算演过，请写成 2026-12-01。"
        problems.append(first.form.problem(rules.DAY, first.day_cell, told))
    if not (faulty or any(answer.rating.value != UNRATED for answer in items.values())):
        told = "一项也没有评；请在“评级”一栏里选，没看到的选“未评”。"
        problems.append(first.form.problem(rules.RATING, first.rating_head, told))
    return (Taken(day, started, summary, items) if day and not problems else None), tuple(problems)


def _answer(key: str, given: Sequence[Answer], problems: list[Problem]) -> Answer:
    """Whoever did not see an item leaves its rating to those who did; what he noted stands."""
    seen = [answer for answer in given if answer.rating.value != UNRATED] or given
    rating = _one(rules.DISAGREE, f"{key} 的评级", [a.rating for a in seen], problems)
    actual = _one(rules.DISAGREE, f"{key} 的实际时刻", [a.actual for a in given], problems)
    assert rating is not None
    words = _joined(key, [a.seen for a in given if a.seen], problems)
    return Answer(rating, actual, words, seen[0].printed)


def _one(
    rule: Rule, what: str, given: Iterable[Kept[T] | None], problems: list[Problem]
) -> Kept[T] | None:
    """Return the one value all forms that have one agree on; the first, where they do not."""
    kept = [one for one in given if one]
    for other in kept[1:]:
        if other.value != kept[0].value:
            first = kept[0]
            told = f"{what}写的是“{other.value}”，{first.form.name} 写的是“{first.value}”；请评估组商定，改成一样。"
            problems.append(other.problem(rule, told))
    return kept[0] if kept else None


def _joined(what: str, given: Sequence[Kept[str]], problems: list[Problem]) -> Kept[str] | None:
    """Put together what several saw of the same thing."""
    words = list(dict.fromkeys(one.value for one in given))
    if not words:
        return None
    told = "；".join([*(w.rstrip("。") for w in words[:-1]), words[-1]])
    if len(told) > SENTENCE:
        problem = f"{what}：几位评估员的话合起来有 {len(told)} 字，一项最多 {SENTENCE} 字；请商定后留一段。"
        problems.append(given[-1].problem(rules.TEXT, problem))
    return Kept(told, given[0].form, given[0].cell)
