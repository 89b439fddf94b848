"""What the evaluation form is known by when it comes back: its columns, and the rows above them."""

from __future__ import annotations

from generator.handbook import evaluation

KEY = "编号（不要改）"
WORDS = "应看到什么（预案原话）"
ACTUAL = "实际时刻"
RATING = "评级"
SEEN = "看到什么、凭什么说（证据）"
NEEDED = (KEY, WORDS, ACTUAL, RATING, SEEN)

HELD_ON = "演练日期"
STARTED_AT = "T+0 的北京时间"
SUMMARY = "概况"
FORM = "本表（不要改）"
# The first columns of value and hint in the rows above the table; narrow ones are taken together.
VALUE, HINT = 3, 8
# What stands behind the words of a step the plan lacks.
LACKING = f"〔{evaluation.LACKING}〕"
# A label, and what is said beside it while nothing is filled in.
HEAD = (
    (HELD_ON, "写成 2026-12-01"),
    (STARTED_AT, "写成 09:30；实际时刻写 T+12 的不用填"),
    (SUMMARY, "一两句话：怎样开始，怎样结束，和方案哪里不同；不写姓名"),
)


def alike(written: str, words: str) -> bool:
    """Tell whether a form shows an item in these words; blanks and the mark of a gap do not count."""
    return "".join(written.replace(LACKING, "").split()) == "".join(words.split())
