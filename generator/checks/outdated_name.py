"""Units and terms bear today's names, except where history is told."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.renames import RENAMES
from generator.handbook.wording import wordings
from generator.model.record import Part
from generator.model.registers import Term
from generator.model.sources import Fact, Mandate, Source
from generator.model.units import FormerName
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
_SHORTEST = 3


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield texts that contain a former name of a unit, or a word no longer used."""
    outdated = _outdated(book)
    for part, field, text in wordings(book):
        if isinstance(part, _HISTORICAL) or field in _SKIP:
            continue
        for old, new in _found(text, outdated):
            yield part, field, f"“{old}”是旧说法，请改成“{new}”。"


def _outdated(book: Handbook) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What is said today for each old word, with titles that keep it; longer words first.

    The registers know the local name, so they come before the table of the whole country.
    """
    words = {rename.old: (rename.new, rename.exceptions) for rename in RENAMES}
    for term in book.registers.terms.values():
        words |= {old: (term.term, _kept(words, old)) for old in term.instead_of}
    for unit in book.registers.units.values():
        words |= {former.name: (unit.name, _kept(words, former.name)) for former in unit.was}
    named = {old: said for old, said in words.items() if len(old) >= _SHORTEST}
    return dict(sorted(named.items(), key=lambda entry: (-len(entry[0]), entry[0])))


def _kept(words: dict[str, tuple[str, tuple[str, ...]]], old: str) -> tuple[str, ...]:
    return words[old][1] if old in words else ()


def _found(
    text: str, outdated: dict[str, tuple[str, tuple[str, ...]]]
) -> Iterator[tuple[str, str]]:
    """Yield the old words of a text, each place told once, by the longest word that fits."""
    for old, (new, exceptions) in outdated.items():
        if old not in text or old in new:
            continue
        rest = text
        for title in exceptions:
            rest = rest.replace(title, "")
        if old in rest:
            yield old, new
            text = text.replace(old, "\n")
