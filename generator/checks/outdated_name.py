"""Units and terms bear today's names, except where history is told."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.walk import texts, visits
from generator.model.record import Part
from generator.model.registers import Fact, FormerName, Mandate, Source, Term, Unit
from generator.source import Rule

RULE = Rule(
    "P307",
    "用了旧的单位名称或旧说法",
    "旧名称会让人把电话打到不存在的单位。",
    "report_to 写“安全生产监督管理局”",
    "写今天的名称：应急管理局",
)
_HISTORICAL = (FormerName, Mandate, Fact, Source, Term)
_SKIP = ("aliases",)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield texts that contain a former name of a unit or a term no longer used."""
    outdated = _outdated(book)
    for visit in visits(book):
        if isinstance(visit.part, _HISTORICAL):
            continue
        for field, text in texts(visit.part):
            if field in _SKIP:
                continue
            for old, new in outdated.items():
                if old in text and old not in new and not _within(new, old, text):
                    yield visit.part, field, f"“{old}”是旧说法，请改成“{new}”。"


def _within(new: str, old: str, text: str) -> bool:
    """An old name that only stands inside the new one is no fault."""
    return old in new and old not in text.replace(new, "")


def _outdated(book: Handbook) -> dict[str, str]:
    units: Iterator[Unit] = iter(book.registers.units.values())
    names = {former.name: unit.name for unit in units for former in unit.was}
    terms = {old: term.term for term in book.registers.terms.values() for old in term.instead_of}
    return {old: new for old, new in (names | terms).items() if len(old) > 2}
