"""Advice to the public is said once in a guide or topic, not again in nearly the same words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.handbook.book import Handbook
from generator.handbook.likeness import bare, difference
from generator.handbook.lookup import find
from generator.handbook.visit import Scope
from generator.model.guide import Guidance, Message, Rumour, Topic
from generator.model.record import Part, Record
from generator.source import Rule

RULE = Rule(
    "P331",
    "同一句公众提示写了两次",
    "同一页上说两遍，人就少记一句别的；以后改了一处、忘了一处，两句还会打架。",
    "say: 上山前把油加满、把电充满\nsay: 上山前，把油加满，把电充满",
    "只留一句；要补充的写进它的 why、people 或 aliases",
)
_LONG_ENOUGH = 8
# One of these more or other is different advice: 左侧 and 右侧, 乱动 and 不乱动.
_TELLING = set("0123456789一二三四五六七八九十两百千东西南北上中下前后内外左右先高低红橙黄蓝")
_TURNING = set("不别没未无勿禁")


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield the second of two messages of one page that say the same."""
    for plan in book.plans.values():
        if plan.guide:
            yield from _repeated(_own(plan.guide))
    for topic in book.topics.values():
        yield from _repeated(_borrowed(book, topic) | _own(topic))


def _own(page: Guidance) -> dict[str, Record]:
    return {record.id: record for record in page.records}


def _borrowed(book: Handbook, topic: Topic) -> dict[str, Record]:
    found = {str(ref): find(book, ref, Scope(topic.id)) for ref in topic.borrowed}
    return {id: record for id, record in found.items() if record is not None}


def _repeated(records: dict[str, Record]) -> Iterator[tuple[Part, str, str]]:
    for kind, field, name in ((Message, "say", "提示"), (Rumour, "heard", "别信的说法")):
        said = {id: bare(getattr(r, field)) for id, r in records.items() if isinstance(r, kind)}
        for one, other in combinations(said, 2):
            if not _alike(said[one], said[other]):
                continue
            same = "一样" if said[one] == said[other] else "几乎一样"
            yield (
                records[other],
                field,
                f"{name} {other} 与 {one}（{records[one].where}）说的{same}；"
                "是同一句就只留一条，不是就把不同的地方说出来。",
            )


def _alike(one: str, other: str) -> bool:
    """Tell whether two sayings are surely the same: one other character, or two more."""
    if one == other:
        return True
    first, second = difference(one, other)
    if min(len(one), len(other)) < _LONG_ENOUGH or _TURNING & set(first + second):
        return False
    if set(first + second) <= _TELLING:
        return False
    # Two characters in the place of two are mostly another word: 落水的人, 冻僵的人.
    return len(first) == len(second) == 1 or ("" in (first, second) and len(first + second) <= 2)
