"""Nothing looks like an official paper: no red head, emblem, secrecy mark or document number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.walk import citations
from generator.handbook.wording import wordings
from generator.model.plan import Clause
from generator.model.record import Part
from generator.model.sources import Mandate, Source
from generator.source import Rule

RULE = Rule(
    "P335",
    "有公文的样子",
    "参考样稿印得像红头文件，就会有人当真照办，出了事说不清谁发的。",
    "note: 特此通知。",
    "note: 样稿，以正式文件为准。",
)
_QUOTED = (Mandate, Clause)
_LOOKS = (
    (re.compile(r"红头(?![盔巾发绳])"), "红头字样"),
    (re.compile(r"国徽|警徽|军徽|党徽|消防救援(?:队伍)?(?:标志|徽|队徽)"), "徽章字样"),
    (re.compile(r"(?:绝密|机密|秘密)\s?★|★\s?\d+\s?年|(?<!保)密级"), "密级字样"),
    (re.compile(r"^\s*(?:主送|抄送|抄报)\s?[：:]", re.MULTILINE), "公文的收文栏"),
    (re.compile(r"特此(?:通知|通告|公告|函告)|印发单位|印发机关"), "公文的套话"),
)
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{0,3}(?:〔(?:19|20)\d\d〕|[（(\[［【](?:19|20)\d\d[）)\]］】])\s?第?\s?\d{1,4}\s?号"
)
_REFUSED = re.compile(r"(?:不写|不印|不用|不做|不放|不画|不带|不像|不得|没有|不是)[^。；]*$")


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield texts that borrow the look of an official paper, quotes of papers left aside."""
    for part, field, text in wordings(book):
        if isinstance(part, _QUOTED):
            continue
        for pattern, what in _LOOKS:
            if (found := pattern.search(text)) and not _REFUSED.search(text, 0, found.start()):
                yield (
                    part,
                    field,
                    f"“{found[0].strip()}”是{what}，样稿不能像公文；请删去或换个说法。",
                )
        if (number := _NUMBER.search(text)) and not _numbered(part, field, text):
            yield (
                part,
                field,
                f"“{number[0]}”是文号，只能写在依据的 number 里；这里请写文件名称，或引用依据的编号。",
            )


def _numbered(part: Part, field: str, text: str) -> bool:
    """Tell whether a document number is at home here."""
    if isinstance(part, Source) or field == "number":
        return True
    return any(text == citation.locator for _, citation in citations(part))
