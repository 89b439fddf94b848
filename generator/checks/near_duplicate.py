"""Units, sources and facts are registered once, not again under a name that is nearly the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from generator.handbook.book import Handbook
from generator.handbook.likeness import bare, difference
from generator.handbook.naming import title_of
from generator.model.record import Part, Record
from generator.model.sources import Fact, Source
from generator.model.time import Day
from generator.model.units import Unit
from generator.source import Rule

RULE = Rule(
    "P330",
    "同一个单位、依据或事实登记了两次",
    "一家单位两个编号，职责和行动就分到两处，单位页上都只有一半。",
    "qixiang-ju: 地区气象局\nqixiang: 气象局",
    "只留 qixiang-ju: 地区气象局，别的说法写进 aliases",
)
_LEFT_OUT = re.compile(r"地区|中华人民共和国")
_LONG_ENOUGH = 6
# Names of different things may differ by just a number, a rank or a direction.
_TELLING = set("0123456789一二三四五六七八九十两百千省市县区州旗乡镇村东西南北上中下前后内外新旧")


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield the second of two records with the same or nearly the same name."""
    registers = book.registers
    groups: tuple[Mapping[str, Record], ...] = (registers.units, registers.sources, registers.facts)
    for group in groups:
        names = {id: _LEFT_OUT.sub("", bare(title_of(record))) for id, record in group.items()}
        for one, other in combinations(group, 2):
            first, second = group[one], group[other]
            change = _difference(names[one], names[other])
            if change is None or _told_apart(first, second, change):
                continue
            same = "一样" if not change else "几乎一样"
            yield (
                second,
                "",
                f"{second.label} {other} 与 {one}（{first.where}）的名称{same}；"
                "是同一个就删去一个，不是就把名称写得分得开。",
            )


def _difference(one: str, other: str) -> str | None:
    """Return what two names do not share, at most one character each; None where it is more."""
    if one == other:
        return ""
    if min(len(one), len(other)) < _LONG_ENOUGH:
        return None
    first, second = difference(one, other)
    return first + second if max(len(first), len(second)) <= 1 else None


def _told_apart(first: Record, second: Record, change: str) -> bool:
    """Tell whether two like names are meant: an old and a new text, or two of a row."""
    of_a_row = bool(change) and set(change) <= _TELLING
    if isinstance(first, Source) and isinstance(second, Source):
        return of_a_row or _succeeds(first, second) or _succeeds(second, first)
    if isinstance(first, Fact) and isinstance(second, Fact):
        return of_a_row and _differ(first.on, second.on)
    if isinstance(first, Unit) and isinstance(second, Unit):
        return of_a_row or (bool(change) and first.type != second.type)
    return False


def _succeeds(old: Source, new: Source) -> bool:
    """Tell whether one text took the place of another, by its link or by its dates."""
    linked = old.replaced_by is not None and old.replaced_by.id == new.id
    ended = old.in_force_until is not None and old.in_force_until != new.in_force_until
    return linked or ended or _differ(old.in_force_from, new.in_force_from)


def _differ(one: Day | None, other: Day | None) -> bool:
    return one is not None and other is not None and one != other
