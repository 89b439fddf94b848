"""A quiz question has one right answer among two or more."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.guide import QuizQuestion
from generator.model.record import Part
from generator.source import Rule

RULE = Rule(
    "P315",
    "小测验没有正好一个对的选项",
    "两个都算对或一个也不对，答的人就学了错的；关乎性命的事不能含糊。",
    "options:\n  - text: 下车走\n    verdict: 错\n    why: 会走散",
    "options:\n  - text: 下车走\n    verdict: 错\n    why: 会走散\n"
    "  - text: 留在车里\n    verdict: 对\n    why: 挡风，也好找",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield questions with no right option, with several, or with nothing to choose from."""
    for visit in book.visits:
        question = visit.part
        if not isinstance(question, QuizQuestion):
            continue
        right = sum(option.verdict == "对" for option in question.options)
        if len(question.options) < 2:
            yield question, "options", "小测验至少要两个选项，请补上；每个都写 verdict 和 why。"
        elif right != 1:
            told = f"小测验要正好一个对的选项，现在 {right} 个；请改 verdict。"
            yield question, "options", told
