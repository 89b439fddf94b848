"""The id of a sealed drill says nothing: file names are seen where files are not read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.record import Part
from generator.seals.identity import meaningless
from generator.source import Rule

RULE = Rule(
    "P360",
    "封存的演练，编号看得出意思",
    "文件名在U盘、信封、打印件上都看得见；编号是一个词或一个日期，就把演什么、哪天演说了出去。",
    "private/sealed/bingzai.yaml",
    "private/sealed/k7m3x9q2.yaml",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield sealed drills whose id could be a word or a date."""
    for drill in book.sealed.values():
        if not meaningless(drill.id):
            told = "请把文件名改成字母、数字一个隔一个，至少六个，如 k7m3x9q2.yaml，不要有意思。"
            yield drill, "", f"封存的演练不能用“{drill.id}”当编号，编号会泄露内容；{told}"
