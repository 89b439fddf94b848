"""A plan's checklist as a clerk's tables: the lines of all units, and who owes which duty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.office.document import Sheet, written

# There is no legend beside a table: a cell says in words what the mark means.
_SURE = {"核": "原文读过", "信": "可信，待核", "疑": "待地区确认", "": ""}
_LINES = (
    ("单位", 12),
    ("岗位", 10),
    ("阶段", 8),
    ("序号", 6),
    ("什么时候", 14),
    ("做什么", 25),
    ("关键", 6),
    ("可信度", 8),
    ("响应级别", 6),
    ("时限", 16),
    ("时限性质", 7),
    ("向谁报", 15),
    ("记录", 10),
    ("时间", 8),
    ("签字", 8),
)
_DUTIES = (("单位", 24), ("承担", 10), ("职责", 76), ("可信度", 12), ("牵头单位", 28))


def sheets(units: Sequence[Mapping[str, Any]]) -> Iterator[Sheet]:
    """Yield the actions of all units in one table, and their duties in another."""
    yield Sheet("行动清单", _LINES, tuple(row for unit in units for row in _lines(unit)))
    yield Sheet("职责分工", _DUTIES, tuple(row for unit in units for row in _duties(unit)))


def _lines(unit: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for share in unit["shares"]:
        for phase in share["phases"]:
            for line in phase["lines"]:
                limit = line["limit"]
                yield (
                    unit["name"],
                    share["name"],
                    phase["title"],
                    f"{line['number']}",
                    written(line["when"]),
                    written(line["do"]),
                    "关键" if line["critical"] else "",
                    _SURE[line["mark"]],
                    line["levels"],
                    written(limit["words"]),
                    limit["kind"],
                    written(line["report"]),
                    written(line["record"]),
                    "",
                    "",
                )


def _duties(unit: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for owed in unit["owed"]:
        for duty in owed["duties"]:
            lead, sure = written(duty["lead"]), _SURE[duty["mark"]]
            yield unit["name"], owed["part"], written(duty["text"]), sure, lead
