"""What waits or is left as it is was allowed by somebody; and only what waits says so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.retest import DEFERRED, owed
from generator.model.record import Part
from generator.model.reference import Ref
from generator.model.results import Improvement, Waiver
from generator.model.words import Blank
from generator.source import Rule

RULE = Rule(
    "P365",
    "缓办、不整改没有写全",
    "缓办要有理由、有别人批准、有再议的日子，不然就是不办。批准写单位、岗位或职务，不写个人。",
    "status: 缓办\n（没有 deferred）",
    "status: 缓办\ndeferred:\n  reason: 经费未到\n  approver: zong\n  review: 2030-09-01",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield delays without a word of why and by whom, such words without a delay, and blank approvers."""
    for one in owed(book):
        improvement = one.improvement
        waits = improvement.status == DEFERRED
        if waits and improvement.deferred is None:
            told = "缓办要写 deferred：理由 reason、谁批准 approver、哪天再议 review；或改 status。"
            yield improvement, "status", told
        elif not waits and improvement.deferred:
            told = f"status 是 {improvement.status}，不是缓办；请删去 deferred，或把 status 改成 缓办。"
            yield improvement, "deferred", told
        elif waits and improvement.deferred and _itself(improvement):
            told = f"{improvement.owner} 自己批准自己缓办；请写批准它的上级单位或职务。"
            yield improvement.deferred, "approver", told
    for visit in book.visits:
        if isinstance(visit.part, Waiver) and isinstance(visit.part.approver, Blank):
            told = "还没有人批准，就不能缓办或不整改；请写批准的单位、岗位或职务，或改 status、补整改。"
            yield visit.part, "approver", told


def _itself(improvement: Improvement) -> bool:
    owner, approver = improvement.owner, improvement.deferred and improvement.deferred.approver
    return isinstance(owner, Ref) and isinstance(approver, Ref) and owner.id == approver.id
