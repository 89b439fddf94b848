"""Chinese sentences use Chinese punctuation; quotes of papers stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.walk import texts
from generator.model.plan import Clause
from generator.model.record import Part
from generator.model.sources import Mandate
from generator.source import Rule

RULE = Rule(
    "P340",
    "中文句子里用了半角标点",
    "半角逗号在方括号里会切断句子，印出来也难看。",
    "say: 好,马上出发",
    "say: 好，马上出发",
)
_QUOTED = (Mandate, Clause)
_HAN = "\u4e00-\u9fff"
_HALF = re.compile(
    rf"[{_HAN}”）][,;:?!](?=[{_HAN}“（\d]|$)|[{_HAN}”）]\.$|[{_HAN}]\(|\([^()]*[{_HAN}]|\)[{_HAN}]"
    rf'|"[^"]*[{_HAN}]|[{_HAN}，。！？；]"|。\.|\.\.\.'
)
_FULL = dict(zip(",;:?!.()", "，；：？！。（）", strict=True)) | {'"': "“ ”"}


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield texts with a half-width mark beside Han characters."""
    for visit in book.visits:
        if isinstance(visit.part, _QUOTED):
            continue
        for field, text in texts(visit.part):
            if found := _HALF.search(text):
                mark = next(character for character in found[0] if character in _FULL)
                full = "……" if "..." in found[0] else _FULL[mark]
                near = text[max(0, found.start() - 1) : found.end() + 1]
                yield visit.part, field, f"“{near}”里是半角标点，请换成全角（{full}）。"
