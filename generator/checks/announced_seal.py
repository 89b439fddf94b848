"""A sealed drill is one that is not announced in full: else there is nothing to seal."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.record import Part
from generator.source import Rule

RULE = Rule(
    "P383",
    "封存的演练写了预告",
    "预告的演练，通知和脚本都发给了参演的人，没有什么可封；印出来的打印件也会是另一套。",
    "private/sealed/k7m3x9q2.yaml\n写 notice: 预告",
    "notice: 双盲",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield sealed drills whose time and content are announced."""
    for drill in book.sealed.values():
        if drill.notice == "预告":
            told = "请写成 双盲（只告诉时间的写 单盲）；真要预告，就放进预案的 drills 里。"
            yield drill, "notice", f"封存的演练 {drill.id} 写了 预告；{told}"
