"""No placeholder words in released data; what is unknown is a blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.walk import texts
from generator.model.record import Part
from generator.source import Rule

RULE = Rule(
    "P308",
    "有占位的字样",
    "占位字样印到纸上就成了笑话，也没有人知道该问谁。",
    "number: 待补",
    "number: 【待地区确认：文号，地区行署办公室】",
)
_WORDS = re.compile(
    r"待补|待填|(?<!等)待定(?![损位岗编])|待完善|占位|示例文字|此处填写|TODO|FIXME|TBD|lorem ipsum|(?<![A-Za-z])[XＸ×]{2,}(?![A-Za-z])|\*{3,}|某某|？？|批注[\[［【]|_{2,}|[（(]\s+[）)]|(?<=[\u4e00-\u9fff])\s{2,}(?=[\u4e00-\u9fff])",
    re.IGNORECASE,
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield texts with a placeholder in them."""
    for visit in book.visits:
        for field, text in texts(visit.part):
            if found := _WORDS.search(text):
                yield (
                    visit.part,
                    field,
                    (
                        f"{_named(found[0])}；请写出内容，"
                        "不知道就写【待地区确认：什么，谁知道】，现场填写处写【空：什么，单位】。"
                    ),
                )


def _named(found: str) -> str:
    """Name what was found; a gap of spaces cannot be seen."""
    return f"“{found}”是占位的字样" if found.strip() else "句子中间空了一段"
