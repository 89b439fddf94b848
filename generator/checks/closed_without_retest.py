"""A closed improvement has its proof, and a later drill that tried it again and rated it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.retest import CLOSED, Owed, owed, retests
from generator.model.record import Part
from generator.model.words import Blank
from generator.source import Rule

ABSENCE = "handbook"
RULE = Rule(
    "P363",
    "整改没有证明或没有复验就关闭了",
    "说改好了不等于改好了。关闭要有两样：完成的证明；带上这条整改的演练在以后演过，"
    "记录里评了相关的行动（没写行动的，评了任何一项），最后一次没有评“差”。",
    "status: 已关闭\n（没有 proof，也没有复验的记录）",
    "status: 已关闭\nproof: 修订后的预案\nretest: fucha\n（演练 fucha 写了 carries，记录里评了这一步）",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield closed improvements without proof, or without a good retest on record."""
    for one in owed(book):
        if one.improvement.status != CLOSED:
            continue
        id, proof = one.improvement.id, one.improvement.proof
        if proof is None or isinstance(proof, Blank):
            yield (
                one.improvement,
                "proof",
                f"整改 {id} 已关闭，却没有完成的证明；请写 proof，或改 status。",
            )
        if told := _untried(book, one):
            yield one.improvement, "status", f"整改 {id} 已关闭，{told}；请先复验，或改 status。"


def _untried(book: Handbook, one: Owed) -> str:
    found = retests(book, one)
    if not found:
        return "却没有以后的演练带上它又留下记录"
    if not any(ratings for _, ratings in found):
        return "复验的记录却没有评到它改的行动"
    # What the last of them saw is what counts.
    last, bearing = max((pair for pair in found if pair[1]), key=lambda pair: pair[0].on)
    return f"复验却评了差（{last.on}“{last.drill.title}”）" if "差" in bearing else ""
